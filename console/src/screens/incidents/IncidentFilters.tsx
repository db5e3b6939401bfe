import { ChoicesGroup } from "../../parts/ChoiceGroup.js";
import { Select } from "../../parts/Select.js";
import { LEVELS } from "../../parts/Severity.js";
import { levelOf } from "../../shared/incidents/words.js";
import { usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { DUES, type IncidentsView, QUESTIONS, TYPES } from "./incidents-view.js";
import styles from "./Incidents.module.css";
import { SocFilter } from "../../shared/registers/SocFilter.js";

/** By what the list is narrowed. */
export function IncidentFilters({
  view,
  change,
}: {
  readonly view: IncidentsView;
  readonly change: (changes: Partial<IncidentsView>) => void;
}) {
  const texts = useTexts();
  const { incidents, words, form } = texts;
  const { party } = usePerson();
  const all = { value: "", label: incidents.any } as const;
  const isOwner = party.__typename === "Owner";
  return (
    <div className={styles.filters}>
      <ChoicesGroup
        choices={LEVELS.map((level) => ({ value: level, label: levelOf(level, texts) }))}
        label={incidents.filters.level}
        name="level"
        onChange={(levels) => change({ levels })}
        value={view.levels}
      />
      <Select
        choices={[all, ...TYPES.map((type) => ({ value: type, label: form.choices.IncidentType[type].label }))]}
        label={incidents.filters.type}
        name="type"
        onChange={(type) => change({ type })}
        value={view.type}
      />
      {!isOwner && (
        <>
          <Select
            choices={[all, ...DUES.map((due) => ({ value: due, label: incidents.dues[due] }))]}
            label={incidents.filters.due}
            name="due"
            onChange={(due) => change({ due })}
            value={view.due}
          />
          <Select
            choices={[
              all,
              { value: "ANY" as const, label: incidents.anyQuestion },
              ...QUESTIONS.map((question) => ({ value: question, label: words.openQuestions[question] })),
            ]}
            label={incidents.filters.question}
            name="question"
            onChange={(question) => change({ question })}
            value={view.question}
          />
        </>
      )}
      {party.__typename === "NationalCentre" && (
        <SocFilter label={words.soc} onPick={(soc) => change({ soc })} placeholder={incidents.any} soc={view.soc} />
      )}
    </div>
  );
}
