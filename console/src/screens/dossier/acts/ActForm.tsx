import { Written } from "../../../forms/OtherTab.js";
import type { ReactNode } from "react";
import type { TypedDocument } from "../../../../../client/index.js";
import { SendingNote } from "../../../forms/SendingNote.js";
import { FormHead } from "../../../forms/FormHead.js";
import { useDraft } from "../../../forms/useDraft.js";
import { useFaults } from "../../../forms/useFaults.js";
import { isUnderWay, useSubmit } from "../../../forms/useSubmit.js";
import type { AcceptedFragment, DossierStateFragment, RejectedFragment } from "../../../operations/generated.js";
import { Button } from "../../../parts/Button.js";
import { Dialog, DoneDialog } from "../../../parts/Dialog.js";
import { Number } from "../../../parts/Numbers.js";
import { Severity } from "../../../parts/Severity.js";
import { useSession } from "../../../session/SessionContext.js";
import { Missing } from "../../../shared/incident-form/missing.js";
import { Sent } from "../../../shared/incident-form/Sent.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { useApplyAnswer } from "../useDossier.js";
import { type ActField, ActFieldControl, type ActValues } from "./ActFieldControl.js";
import type { ActName, ActProps } from "./acts.js";
import styles from "./Acts.module.css";

/** What the gateway answers an act on a dossier with: the dossier as it is then, or that of the duty. */
type Answer =
  | RejectedFragment
  | (AcceptedFragment & {
      readonly __typename: string;
      readonly incident?: DossierStateFragment;
      readonly obligation?: { readonly incident?: DossierStateFragment | null };
    });

interface Props<Name extends string, Input> extends ActProps {
  /** Its draft is kept under it. */
  readonly name: ActName;
  readonly document: TypedDocument<Readonly<Record<string, Answer>>, { input: Input }>;
  readonly says: {
    readonly title: string;
    /** What the button says: the act itself. */
    readonly act: string;
    /** What follows from it. */
    readonly says: string;
  };
  readonly fields: readonly ActField<Name>[];
  /** What stands in the fields at first. */
  readonly begin?: Partial<ActValues<NoInfer<Name>>>;
  /** What is sent of the fields: instants in RFC 3339, everything else as it was typed. */
  readonly input: (values: ActValues<NoInfer<Name>>) => Omit<Input, "submissionKey">;
  /** It cannot be taken back, or takes something away. */
  readonly isDanger?: boolean;
  readonly children?: ReactNode;
}

const PREFIX = "act.";
const NOTHING: Partial<ActValues> = {};

/**
 * One act on a dossier: what it is about, what follows from it, its fields, and after it was accepted the receipt. What is typed is a
 * draft like any other; frames that come meanwhile do not touch it.
 */
export function ActForm<Name extends string, Input extends { readonly submissionKey: string }>({
  name: act,
  document,
  says,
  incident,
  fields,
  begin,
  input,
  isDanger = false,
  children,
  onClose,
}: Props<Name, Input>) {
  const { dossier, report, shell } = useTexts();
  const { clock } = useSession().link;
  const [draft, state] = useDraft<Partial<ActValues>>(`act ${act}`, incident.number, begin ?? NOTHING);
  const { sending, send } = useSubmit(document, draft);
  const applyAnswer = useApplyAnswer();
  const labels = new Map<string, string>(fields.map(({ name, label }) => [`${PREFIX}${name}`, label]));
  const faults = useFaults(
    sending,
    (name) => labels.get(name) ?? null,
    (path) => `${PREFIX}${path[0] ?? ""}`,
  );
  if (sending.state === "ACCEPTED") {
    const { receipt, warnings, isRepeated } = sending.answer;
    return (
      // Another dialog, so that it takes the focus anew.
      <DoneDialog key="accepted" onClose={onClose} title={says.title}>
        <Sent isRepeated={isRepeated} receipt={receipt} title={dossier.acts.done} warnings={warnings} />
      </DoneDialog>
    );
  }
  const isBusy = isUnderWay(sending);
  const typed = Object.fromEntries(fields.map(({ name }) => [name, state.value[name] ?? ""])) as ActValues<Name>;
  const submit = async (): Promise<void> => {
    if (isBusy || !state.isOpen || state.isReadOnly) return;
    const missing = new Missing(report.missing);
    const sent: Record<Name, string> = { ...typed };
    for (const { name, kind, isOptional, known } of fields) {
      if (kind === "instant") sent[name] = missing.instant(name, typed[name], known ?? null, clock.now());
      else if (isOptional?.(typed)) continue;
      else if (kind === "line" || kind === "text") missing.text(name, typed[name]);
      else missing.choice(name, typed[name] === "" ? null : typed[name]);
    }
    if (missing.faults.length > 0) return faults.found(missing.faults);
    const answer = await send(input(sent));
    const after = answer?.incident ?? answer?.obligation?.incident;
    // Of several dossiers that are linked the gateway gives back one, whichever.
    if (after?.number === incident.number) applyAnswer(after);
  };
  return (
    <Dialog
      acts={
        <>
          <Button onPress={onClose}>{shell.acts.cancel}</Button>
          <Button isBusy={isBusy} isDisabled={state.isReadOnly} kind={isDanger ? "danger" : "primary"} type="submit">
            {says.act}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      title={says.title}
    >
      <p className={styles.about}>
        <Number number={incident.number} />
        <Severity level={incident.severity ?? null} />
      </p>
      <p>{says.says}</p>
      {children}
      <FormHead draft={draft} faults={faults} state={state} />
      <Written isReadOnly={state.isReadOnly}>
        {fields.map(({ name, isOptional, ...field }) => (
          <ActFieldControl
            faults={faults.at(`${PREFIX}${name}`)}
            field={field}
            isRequired={!isOptional?.(typed)}
            key={name}
            name={`${PREFIX}${name}`}
            now={clock.now}
            onChange={(value) => {
              draft.edit({ ...state.value, [name]: value });
              faults.mended([`${PREFIX}${name}`]);
            }}
            value={typed[name]}
          />
        ))}
      </Written>
      <SendingNote draft={draft} sending={sending} />
    </Dialog>
  );
}
