import { OtherTab, Written } from "../../../forms/OtherTab.js";
import type { ReactNode } from "react";
import type { Draft, DraftState } from "../../../drafts/draft.js";
import { SendingNote } from "../../../forms/SendingNote.js";
import { useFaults } from "../../../forms/useFaults.js";
import { isUnderWay, type Sending } from "../../../forms/useSubmit.js";
import type { AcceptedFragment } from "../../../operations/generated.js";
import { Button } from "../../../parts/Button.js";
import { Dialog } from "../../../parts/Dialog.js";
import { Number } from "../../../parts/Numbers.js";
import { Severity } from "../../../parts/Severity.js";
import { ViolationSummary } from "../../../parts/ViolationSummary.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { Missing } from "../../../shared/incident-form/missing.js";
import { Sent } from "../../../shared/incident-form/Sent.js";
import { type ActField, ActFieldControl } from "./ActFieldControl.js";
import type { Incident } from "../useDossier.js";
import { useSession } from "../../../session/SessionContext.js";
import styles from "./Acts.module.css";

/** What has been typed, by field. */
export type Values = Readonly<Record<string, string>>;

const PREFIX = "act.";

/**
 * One act on a dossier: what it is about, what follows from it, its fields, and after it was accepted the receipt. What is typed is a
 * draft like any other; frames that come meanwhile do not touch it.
 */
export function ActForm({
  title,
  act,
  says,
  incident,
  fields,
  draft,
  state,
  sending,
  isDanger = false,
  children,
  onSend,
  onClose,
}: {
  readonly title: string;
  /** What the button says: the act itself. */
  readonly act: string;
  /** What follows from it. */
  readonly says: string;
  readonly incident: Incident;
  readonly fields: readonly ActField[];
  readonly draft: Draft<Values>;
  readonly state: DraftState<Values>;
  readonly sending: Sending<AcceptedFragment>;
  /** It cannot be taken back, or takes something away. */
  readonly isDanger?: boolean;
  readonly children?: ReactNode;
  /** With instants in RFC 3339, everything else as it was typed. */
  readonly onSend: (values: Values) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { dossier, report, shell } = useTexts();
  const { clock } = useSession().link;
  const labels = new Map(fields.map(({ name, label }) => [`${PREFIX}${name}`, label]));
  const faults = useFaults(
    sending,
    (name) => labels.get(name) ?? null,
    (path) => `${PREFIX}${path[0] ?? ""}`,
  );
  if (sending.state === "ACCEPTED") {
    const { receipt, warnings, isRepeated } = sending.answer;
    return (
      <Dialog
        acts={
          <Button kind="primary" onPress={onClose}>
            {shell.acts.close}
          </Button>
        }
        // Another dialog, so that it takes the focus anew.
        key="accepted"
        onClose={onClose}
        title={title}
      >
        <Sent isRepeated={isRepeated} receipt={receipt} title={dossier.acts.done} warnings={warnings} />
      </Dialog>
    );
  }
  const isBusy = isUnderWay(sending);
  const submit = (): void => {
    if (isBusy || state.isReadOnly) return;
    const missing = new Missing(report.missing);
    const sent: Record<string, string> = { ...state.value };
    for (const { name, kind, isOptional, known } of fields) {
      const typed = state.value[name] ?? "";
      if (kind === "instant") sent[name] = missing.instant(name, typed, known ?? null, clock.now());
      else if (isOptional) continue;
      else if (kind === "line" || kind === "text") missing.text(name, typed);
      else missing.choice(name, typed === "" ? null : typed);
    }
    if (missing.faults.length > 0) faults.found(missing.faults);
    else void onSend(sent);
  };
  return (
    <Dialog
      acts={
        <>
          <Button onPress={onClose}>{shell.acts.cancel}</Button>
          <Button isBusy={isBusy} isDisabled={state.isReadOnly} kind={isDanger ? "danger" : "primary"} type="submit">
            {act}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={submit}
      title={title}
    >
      <p className={styles.about}>
        <Number number={incident.number} />
        <Severity level={incident.severity ?? null} />
      </p>
      <p>{says}</p>
      {children}
      {faults.all.length > 0 && (
        <ViolationSummary faults={faults.all} isUnsent={faults.isUnsent} key={faults.attempt} />
      )}
      <OtherTab draft={draft} state={state} />
      <Written isReadOnly={state.isReadOnly}>
        {fields.map((field) => (
          <ActFieldControl
            faults={faults.at(`${PREFIX}${field.name}`)}
            field={field}
            key={field.name}
            name={`${PREFIX}${field.name}`}
            now={clock.now}
            onChange={(value) => {
              draft.edit({ ...state.value, [field.name]: value });
              faults.mended([`${PREFIX}${field.name}`]);
            }}
            value={state.value[field.name] ?? ""}
          />
        ))}
      </Written>
      <SendingNote draft={draft} sending={sending} />
    </Dialog>
  );
}
