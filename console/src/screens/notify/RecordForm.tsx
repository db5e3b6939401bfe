import { useLocation } from "wouter";
import { FormFoot } from "../../forms/FormFoot.js";
import { Written } from "../../forms/OtherTab.js";
import { FormHead } from "../../forms/FormHead.js";
import { SavedBadge } from "../../forms/SavedBadge.js";
import { useDraft } from "../../forms/useDraft.js";
import { useFaults } from "../../forms/useFaults.js";
import { useFormKeys } from "../../forms/useFormKeys.js";
import { useSubmit } from "../../forms/useSubmit.js";
import {
  type IncidentType,
  RecordDetectedIncidentDocument,
  RecordSecurityEventDocument,
  RecordThreatDocument,
  type Sector,
} from "../../operations/generated.js";
import { ChoiceGroup, ChoicesGroup } from "../../parts/ChoiceGroup.js";
import { DateTimeField } from "../../parts/DateTimeField.js";
import { MARKINGS, type MarkingName } from "../../parts/Marking.js";
import { Panel } from "../../parts/Panel.js";
import { TextArea, TextField } from "../../parts/TextFields.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Indicators } from "../../shared/indicators/Indicators.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { useMyObjects } from "../../shared/incident-form/useMyObjects.js";
import { CodesField } from "./CodesField.js";
import type { Accepted } from "./Notify.js";
import styles from "./Notify.module.css";
import { NO_RECORD, type RecordDraft, recordInput } from "./record-form.js";

/** R12.1: the centre records a threat, a security event or an incident that it detected; nobody is notified by that. */
export function RecordForm({ onAccepted }: { readonly onAccepted: (accepted: Accepted) => void }) {
  const { form, notify, report, words } = useTexts();
  const { record } = notify;
  const kazakh = useKazakh().documents.threatAnalysis.members.analysis.members.indicators.label;
  const { clock } = useSession().link;
  const [, go] = useLocation();
  const { objects, isLoading } = useMyObjects();
  const [draft, state] = useDraft("detection", "", NO_RECORD);
  const threat = useSubmit(RecordThreatDocument, draft);
  const event = useSubmit(RecordSecurityEventDocument, draft);
  const incident = useSubmit(RecordDetectedIncidentDocument, draft);
  const { value } = state;
  const { sending } = { THREAT: threat, EVENT: event, DETECTED: incident }[value.kind];
  const labels: Readonly<Record<string, string>> = {
    summary: record.summary,
    observedAt: record.observedAt,
    source: record.source,
    marking: notify.marking,
    types: record.types,
    sectors: record.sectors,
    objects: record.objects,
    indicators: record.indicators,
  };
  const faults = useFaults(sending, (name) => labels[name.split(".")[0] ?? ""] ?? null);
  const set = (changes: Partial<RecordDraft>): void => {
    draft.edit({ ...draft.state.get().value, ...changes });
    faults.mended(Object.keys(changes));
  };
  const sendOf = async (kind: RecordDraft["kind"], input: NonNullable<ReturnType<typeof recordInput>["input"]>) => {
    if (kind === "THREAT") {
      const answer = await threat.send(input);
      return answer && { ...answer, number: answer.threat.number };
    }
    if (kind === "EVENT") {
      const answer = await event.send(input);
      return answer && { ...answer, number: answer.event.number };
    }
    const answer = await incident.send(input);
    return answer && { ...answer, number: answer.detectedIncident.number };
  };
  const submit = async (): Promise<void> => {
    const now = draft.state.get().value;
    const { input, faults: missing } = recordInput(now, report.missing, clock.now());
    if (!input) return faults.found(missing);
    const answer = await sendOf(now.kind, input);
    if (!answer) return;
    onAccepted({
      ...answer,
      title: record.recorded(answer.number),
      receiptTitle: record.receipt,
      next: { says: record.notify, path: `/notify?about=${answer.number}` },
    });
  };
  useFormKeys({ send: () => void submit(), save: () => void draft.save(), state });
  if (!state.isOpen) return null;
  const field = (name: string) => ({ name, label: labels[name] ?? "", faults: faults.at(name) });
  return (
    <div className={styles.both}>
      <div className={styles.written}>
        <FormHead draft={draft} faults={faults} state={state} />
        <Written isReadOnly={state.isReadOnly}>
          <Panel title={record.title}>
            <div className={styles.fields}>
              <ChoiceGroup
                choices={(["THREAT", "EVENT", "DETECTED"] as const).map((kind) => ({
                  value: kind,
                  label: notify.kinds[kind],
                }))}
                help={record.kindHelp}
                label={record.kind}
                name="kind"
                onChange={(kind) => set({ kind })}
                value={value.kind}
              />
              <TextArea
                {...field("summary")}
                isRequired
                onChange={(summary) => set({ summary })}
                rows={4}
                value={value.summary}
              />
              <DateTimeField
                {...field("observedAt")}
                isRequired
                now={clock.now}
                onChange={(observedAt) => set({ observedAt })}
                value={value.observedAt}
              />
              <TextField {...field("source")} isRequired onChange={(source) => set({ source })} value={value.source} />
              <ChoiceGroup
                {...field("marking")}
                choices={(Object.keys(MARKINGS) as MarkingName[]).map((marking) => ({
                  value: marking,
                  label: MARKINGS[marking],
                  help: words.markings[marking],
                }))}
                isColumn
                onChange={(marking) => set({ marking })}
                value={value.marking}
              />
              <Indicators
                faults={faults}
                indicators={value.indicators}
                kazakh={kazakh}
                label={record.indicators}
                name="indicators"
                onChange={(indicators) => set({ indicators })}
              />
              <ChoicesGroup
                {...field("types")}
                choices={(Object.keys(form.choices.IncidentType) as IncidentType[]).map((type) => ({
                  value: type,
                  label: form.choices.IncidentType[type].label,
                }))}
                help={record.typesHelp}
                onChange={(types) => set({ types })}
                value={value.types}
              />
              <ChoicesGroup
                {...field("sectors")}
                choices={(Object.keys(form.choices.Sector) as Sector[]).map((sector) => ({
                  value: sector,
                  label: form.choices.Sector[sector].label,
                }))}
                onChange={(sectors) => set({ sectors })}
                value={value.sectors}
              />
              <CodesField
                codes={value.objects}
                faults={faults}
                isLoading={isLoading}
                label={record.objects}
                name="objects"
                onChange={(codes) => set({ objects: codes })}
                options={objects.map(({ code, name }) => ({ value: code, label: name, detail: code }))}
              />
            </div>
          </Panel>
        </Written>
        <FormFoot
          act={record.send}
          draft={draft}
          faults={faults}
          isReadOnly={state.isReadOnly}
          onLeave={() => void draft.save().then(() => go("/notify"))}
          onSend={() => void submit()}
          sending={sending}
        />
      </div>
      <aside className={styles.aside}>
        <div className={styles.draft}>
          <SavedBadge state={state} />
        </div>
      </aside>
    </div>
  );
}
