import { FormFoot } from "../../forms/FormFoot.js";
import { Written } from "../../forms/OtherTab.js";
import { FormHead } from "../../forms/FormHead.js";
import { SavedBadge } from "../../forms/SavedBadge.js";
import { useDraft } from "../../forms/useDraft.js";
import { useFaults } from "../../forms/useFaults.js";
import { useFormKeys } from "../../forms/useFormKeys.js";
import { useSubmit } from "../../forms/useSubmit.js";
import { SendEventAnalysisDocument, SendThreatAnalysisDocument } from "../../operations/generated.js";
import { Banner } from "../../parts/Banner.js";
import { Button } from "../../parts/Button.js";
import { TextArea } from "../../parts/TextFields.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { Indicators } from "../../shared/indicators/Indicators.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { NotificationsField } from "../../shared/incident-form/NotificationsField.js";
import { type AnalysisDraft, analysisInput, correctionOf, fieldOf, NO_ANALYSIS } from "./analysis-form.js";
import type { SentAnswer } from "./Answer.js";
import styles from "./Answer.module.css";
import { ConfirmedIncident } from "./ConfirmedIncident.js";
import { OwnObjects } from "./OwnObjects.js";
import type { Analysis, Notification } from "./thread.js";

const TEXTS = ["findings", "conclusions", "measures", "recommendations"] as const;

/** R9.4, R9.5: the results of an analysis, the first or a correction of the last revision. */
export function AnalysisForm({
  notification,
  last,
  onAccepted,
}: {
  readonly notification: Notification;
  /** The last revision that was sent; null: none was. */
  readonly last: Analysis | null;
  readonly onAccepted: (answer: SentAnswer) => void;
}) {
  const texts = useTexts();
  const { form, inbox, report } = texts;
  const kazakh = useKazakh().documents.threatAnalysis.members.analysis.members;
  const { analysis: labels } = form.documents.threatAnalysis.members;
  const confirmed = form.documents.threatAnalysis.members.incident.members;
  const session = useSession();
  const { clock } = session.link;
  const start = last === null ? NO_ANALYSIS : correctionOf(last);
  const [draft, state] = useDraft("analysis", notification.number, start);
  const { sending, send } = useSubmit(
    notification.subject === "THREAT" ? SendThreatAnalysisDocument : SendEventAnalysisDocument,
    draft,
  );
  const labelOf = (name: string): string | null => {
    const [outer = "", field = ""] = name.split(".");
    if (outer === "incidentId") return inbox.answer.incidentNumber;
    if (outer === "incident") return confirmed[field as keyof typeof confirmed]?.label ?? inbox.answer.incident;
    if (outer === "notificationIds") return inbox.answer.also;
    if (field === "affectedObjects") return inbox.answer.objects;
    return outer === "analysis" ? (labels.members[field as keyof typeof labels.members]?.label ?? null) : null;
  };
  const faults = useFaults(sending, labelOf, fieldOf);
  const { value } = state;
  const set = (changes: Partial<AnalysisDraft>, ...names: readonly string[]): void => {
    draft.edit({ ...draft.state.get().value, ...changes });
    faults.mended(names);
  };
  const submit = async (): Promise<void> => {
    const { input, faults: missing } = analysisInput(
      draft.state.get().value,
      notification.number,
      report.missing,
      clock.now(),
    );
    const unpicked = faults.unpicked(report.missing.unpicked);
    if (!input || unpicked.length > 0) return faults.found([...missing, ...unpicked]);
    const answer = await send(input);
    if (!answer) return;
    session.live.applyAnswer({ notification: answer.notification });
    const says = [
      inbox.answer.sentRevision(answer.analysis.revision),
      answer.incident && inbox.answer.opened(answer.incident.number),
    ];
    onAccepted({ ...answer, says: says.filter(Boolean).join(". ") });
  };
  useFormKeys({ send: () => void submit(), save: () => void draft.save(), state });
  if (!state.isOpen) return null;
  const known = last?.revision ?? null;
  return (
    <div className={styles.form}>
      <FormHead draft={draft} faults={faults} state={state}>
        {known !== null && value.revision === known && <p className={styles.second}>{inbox.answer.corrects(known)}</p>}
        {known !== null && value.revision !== known && (
          <Banner
            act={
              <Button isSmall onPress={() => draft.edit(start)}>
                {inbox.answer.buildOn(known)}
              </Button>
            }
            kind="stale"
          >
            {inbox.answer.newer(known)}
          </Banner>
        )}
      </FormHead>
      <Written isReadOnly={state.isReadOnly}>
        {TEXTS.map((name) => (
          <TextArea
            faults={faults.at(`analysis.${name}`)}
            help={name === "recommendations" ? report.fields.optional : undefined}
            isRequired={name !== "recommendations"}
            kazakh={kazakh[name].label}
            key={name}
            label={labels.members[name].label}
            name={`analysis.${name}`}
            onChange={(text) => set({ [name]: text }, `analysis.${name}`)}
            rows={name === "findings" ? 5 : 3}
            value={value[name]}
          />
        ))}
        <Indicators
          faults={faults}
          indicators={value.indicators}
          kazakh={kazakh.indicators.label}
          label={inbox.answer.indicators}
          name="analysis.indicators"
          onChange={(indicators) => set({ indicators }, "analysis.indicators")}
        />
        <OwnObjects
          codes={value.objects}
          faults={faults}
          help={inbox.answer.objectsHelp}
          label={inbox.answer.objects}
          name="analysis.affectedObjects"
          onChange={(objects) => set({ objects }, "analysis.affectedObjects")}
        />
        <ConfirmedIncident draft={value} faults={faults} now={clock.now} onChange={set} />
        <NotificationsField
          faults={faults}
          help={inbox.answer.alsoHelp}
          label={inbox.answer.also}
          name="notificationIds"
          numbers={value.also}
          onChange={(also) => set({ also }, "notificationIds")}
        />
      </Written>
      <div className={styles.badge}>
        <SavedBadge state={state} />
      </div>
      <FormFoot
        act={inbox.answer.send}
        draft={draft}
        faults={faults}
        isReadOnly={state.isReadOnly}
        onLeave={() => void draft.save().then(() => history.back())}
        onSend={() => void submit()}
        sending={sending}
      />
    </div>
  );
}
