import { useState } from "react";
import type { Faults } from "../../forms/useFaults.js";
import { useLive } from "../../session/useLive.js";
import type { LiveState } from "../../live/state.js";
import { ChoiceGroup } from "../../parts/ChoiceGroup.js";
import { ComboBox } from "../../parts/ComboBox.js";
import type { Option } from "../../parts/combo-options.js";
import { DateTimeField } from "../../parts/DateTimeField.js";
import { TextArea } from "../../parts/TextFields.js";
import { useTexts } from "../../texts/TextsContext.js";
import { useKazakh } from "../../shared/incident-form/kazakh.js";
import { ObjectsField } from "../../shared/incident-form/ObjectsField.js";
import { LevelField } from "../../shared/incident-form/LevelField.js";
import { TypeField } from "../../shared/incident-form/TypeField.js";
import type { AnalysisDraft } from "./analysis-form.js";
import styles from "./Answer.module.css";

const incidentsOf = ({ incidents }: LiveState): LiveState["incidents"] => incidents;
const NUMBER = /^[A-Z\d][A-Z\d-]{3,63}$/i;

/** An incident that an analysis confirmed: none, one that was reported before, or a new one. */
export function ConfirmedIncident({
  draft,
  faults,
  now,
  onChange,
}: {
  readonly draft: AnalysisDraft;
  readonly faults: Faults;
  readonly now: () => number;
  readonly onChange: (changes: Partial<AnalysisDraft>, ...names: readonly string[]) => void;
}) {
  const { inbox } = useTexts();
  return (
    <>
      <ChoiceGroup
        choices={[
          { value: "NONE", label: inbox.answer.noIncident },
          { value: "KNOWN", label: inbox.answer.knownIncident },
          { value: "NEW", label: inbox.answer.newIncident },
        ]}
        faults={faults.at("incident")}
        help={draft.incident === "NEW" ? inbox.answer.newIncidentHelp : undefined}
        label={inbox.answer.incident}
        name="incident"
        onChange={(incident) => onChange({ incident }, "incident", "incidentId")}
        value={draft.incident}
      />
      {draft.incident === "KNOWN" && <KnownIncident draft={draft} faults={faults} onChange={onChange} />}
      {draft.incident === "NEW" && <NewIncident draft={draft} faults={faults} now={now} onChange={onChange} />}
    </>
  );
}

type Part = Omit<Parameters<typeof ConfirmedIncident>[0], "now">;

function KnownIncident({ draft, faults, onChange }: Part) {
  const { form, inbox, report } = useTexts();
  const incidents = useLive(incidentsOf);
  const [typed, setTyped] = useState("");
  const options: Option[] = [...incidents.values()].toReversed().map(({ number, type }) => ({
    value: number,
    label: number,
    detail: form.choices.IncidentType[type].label,
  }));
  for (const number of new Set([typed.trim().toUpperCase(), draft.incidentNumber]))
    if (NUMBER.test(number) && !options.some(({ value }) => value === number))
      options.push({ value: number, label: number, detail: report.fields.byNumber(number) });
  return (
    <div className={styles.inner}>
      <ComboBox
        faults={faults.at("incidentId")}
        isRequired
        label={inbox.answer.incidentNumber}
        name="incidentId"
        onPick={(number) => onChange({ incidentNumber: number ?? "" }, "incidentId")}
        onType={setTyped}
        options={options}
        typed={typed}
        value={draft.incidentNumber === "" ? null : draft.incidentNumber}
      />
    </div>
  );
}

function NewIncident({ draft, faults, onChange, now }: Part & { readonly now: () => number }) {
  const { form, report } = useTexts();
  const kazakh = useKazakh().documents.threatAnalysis.members.incident.members;
  const labels = form.documents.threatAnalysis.members.incident.members;
  const field = (name: "confirmedAt" | "type" | "summary" | "severity" | "affectedObjects") => ({
    name: `incident.${name}`,
    label: labels[name].label,
    kazakh: kazakh[name].label,
    faults: faults.at(`incident.${name}`),
  });
  return (
    <div className={styles.inner}>
      <DateTimeField
        {...field("confirmedAt")}
        isRequired
        now={now}
        onChange={(confirmedAt) => onChange({ confirmedAt }, "incident.confirmedAt")}
        value={draft.confirmedAt}
      />
      <TypeField {...field("type")} onChange={(type) => onChange({ type }, "incident.type")} value={draft.type} />
      <ObjectsField
        {...field("affectedObjects")}
        faults={faults}
        help={report.fields.objectsHelp}
        objects={draft.affectedObjects}
        onChange={(affectedObjects) => onChange({ affectedObjects, typedObject: "" }, "incident.affectedObjects")}
        onType={(typedObject) => onChange({ typedObject }, "incident.affectedObjects")}
        typed={draft.typedObject}
      />
      <TextArea
        {...field("summary")}
        help={report.fields.summaryHelp}
        isRequired
        onChange={(summary) => onChange({ summary }, "incident.summary")}
        rows={3}
        value={draft.summary}
      />
      <LevelField
        {...field("severity")}
        onChange={(severity) => onChange({ severity }, "incident.severity")}
        value={draft.severity}
      />
    </div>
  );
}
