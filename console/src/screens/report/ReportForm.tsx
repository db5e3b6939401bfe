import { FormHead } from "../../forms/FormHead.js";
import { SavedBadge } from "../../forms/SavedBadge.js";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { type Draft, type DraftState } from "../../drafts/draft.js";
import { FormFoot } from "../../forms/FormFoot.js";
import { changedIn, useFaults } from "../../forms/useFaults.js";
import { useFormKeys } from "../../forms/useFormKeys.js";
import { useSubmit } from "../../forms/useSubmit.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { CheckReportDocument, SendReportDocument } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { DateTimeField } from "../../parts/DateTimeField.js";
import { TextArea } from "../../parts/TextFields.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { CheckNote, useCheck } from "../../shared/incident-form/check.js";
import { ConfirmationClock } from "../../shared/incident-form/ConfirmationClock.js";
import { LevelField } from "../../shared/incident-form/LevelField.js";
import { NotificationsField } from "../../shared/incident-form/NotificationsField.js";
import { ObjectsField } from "../../shared/incident-form/ObjectsField.js";
import { type ReportDraft, reportInput } from "../../shared/incident-form/report-form.js";
import { TypeField } from "../../shared/incident-form/TypeField.js";
import { useLimits } from "../../shared/incident-form/useLimits.js";
import type { AcceptedReport } from "./accepted.js";
import { LinkLost } from "./LinkLost.js";
import styles from "./Report.module.css";

/** The six fields of a report. */
export function ReportForm({
  draft,
  state,
  onAccepted,
}: {
  readonly draft: Draft<ReportDraft>;
  readonly state: DraftState<ReportDraft>;
  readonly onAccepted: (answer: AcceptedReport) => void;
}) {
  const { form, report } = useTexts();
  const kazakh = useKazakh().documents.incidentReport.members.report.members;
  const labels = form.documents.incidentReport.members.report.members;
  const { clock } = useSession().link;
  const [, go] = useLocation();
  const { sending, send } = useSubmit(SendReportDocument, draft);
  const labelOf = (name: string): string | null => {
    const [field = ""] = name.split(".");
    if (field === "notificationIds") return report.fields.notifications;
    return labels[field as keyof typeof labels]?.label ?? null;
  };
  const faults = useFaults(sending, labelOf);
  const check = useCheck(faults, labelOf);
  const { shortText } = useLimits();
  const { value } = state;
  const set = (changes: Partial<ReportDraft>): void => {
    const before = draft.state.get().value;
    const changed = changedIn(before, changes);
    if (changed.length === 0) return;
    draft.edit({ ...before, ...changes });
    faults.mended(changed);
    check.mended(changed);
  };
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name].label,
    kazakh: kazakh[name].label,
    faults: faults.at(name),
    warnings: check.warningsAt(name),
  });
  /** What is sent; null where something is missing, which is said then. */
  const inputNow = () => {
    const { input, faults: missing } = reportInput(draft.state.get().value, report.missing, clock.now());
    const unpicked = faults.unpicked(report.missing.unpicked);
    if (input && unpicked.length === 0) return input;
    faults.found([...missing, ...unpicked]);
    return null;
  };
  const submit = async (): Promise<void> => {
    const input = state.isReadOnly ? null : inputNow();
    const answer = input && (await send(input));
    if (answer) onAccepted(answer);
  };
  const look = (): void => {
    const input = inputNow();
    const { submissionKey } = state;
    if (input)
      void check.look(
        async (client) =>
          (await client.ask(CheckReportDocument, { input: { ...input, submissionKey } })).checkIncidentReport,
      );
  };
  const leave = (): void => void draft.save().then(() => go("/"));
  useFormKeys({ send: () => void submit(), save: () => void draft.save(), state });

  useEffect(() => {
    const { confirmedAt } = (history.state ?? {}) as { readonly confirmedAt?: string };
    if (!confirmedAt) return;
    // Taken once: the next report has a moment of its own.
    history.replaceState(null, "");
    const written = draft.state.get().value;
    if (written.confirmedAt === "") draft.edit({ ...written, confirmedAt });
  }, [draft]);

  // Where the moment is written down already, writing begins with the next field.
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  useEffect(() => {
    (draft.state.get().value.confirmedAt === "" ? first : second).current?.focus();
  }, [draft]);

  return (
    <div className={styles.written}>
      <aside className={styles.aside}>
        <ConfirmationClock confirmedAt={value.confirmedAt} />
        <div className={styles.draft}>
          <SavedBadge state={state} />
        </div>
      </aside>
      <div className={styles.report}>
        <FormHead draft={draft} faults={faults} state={state}>
          <LinkLost confirmedAt={value.confirmedAt} />
        </FormHead>
        <CheckNote check={check} />
        <fieldset className={styles.fields} disabled={state.isReadOnly}>
          <DateTimeField
            {...field("confirmedAt")}
            isRequired
            now={clock.now}
            onChange={(confirmedAt) => set({ confirmedAt })}
            ref={first}
            value={value.confirmedAt}
          />
          <TypeField {...field("type")} onChange={(type) => set({ type })} ref={second} value={value.type} />
          <ObjectsField
            {...field("affectedObjects")}
            faults={faults}
            help={report.fields.objectsHelp}
            objects={value.affectedObjects}
            onChange={(affectedObjects) => set({ affectedObjects, typedObject: "" })}
            onType={(typedObject) => set({ typedObject })}
            typed={value.typedObject}
          />
          <TextArea
            {...field("summary")}
            help={report.fields.summaryHelp}
            isRequired
            limit={shortText}
            onChange={(summary) => set({ summary })}
            rows={3}
            value={value.summary}
          />
          <LevelField {...field("severity")} onChange={(severity) => set({ severity })} value={value.severity} />
          <NotificationsField
            faults={faults}
            help={report.fields.notificationsHelp}
            label={report.fields.notifications}
            name="notificationIds"
            numbers={value.notificationIds}
            onChange={(notificationIds) => set({ notificationIds })}
          />
        </fieldset>
        <FormFoot
          act={report.send}
          draft={draft}
          faults={faults}
          isReadOnly={state.isReadOnly}
          onLeave={leave}
          onSend={() => void submit()}
          sending={sending}
        >
          <Button isBusy={check.isLooking} onPress={look}>
            {report.check.act}
          </Button>
        </FormFoot>
      </div>
    </div>
  );
}
