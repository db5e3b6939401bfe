import { ChoiceGroup } from "../../parts/ChoiceGroup.js";
import type { FieldWords } from "../../parts/Field.js";
import { type Level, LEVELS } from "../../parts/Severity.js";
import { useTexts } from "../../texts/TextsContext.js";
import { levelOf } from "../incidents/words.js";

/** The level of an incident in a report, where it may be left open (L11). */
export function LevelField({
  value,
  onChange,
  ...words
}: FieldWords & { readonly value: Level | null; readonly onChange: (level: Level | null) => void }) {
  const texts = useTexts();
  const { fields } = texts.report;
  return (
    <ChoiceGroup
      {...words}
      choices={[
        ...LEVELS.map((level) => ({ value: level, label: levelOf(level, texts) })),
        { value: "NONE" as const, label: fields.level },
      ]}
      help={fields.levelHelp}
      onChange={(level) => onChange(level === "NONE" ? null : level)}
      value={value ?? "NONE"}
    />
  );
}
