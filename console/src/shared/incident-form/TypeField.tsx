import { useState, type Ref } from "react";
import { ComboBox } from "../../parts/ComboBox.js";
import type { FieldWords } from "../../parts/Field.js";
import type { IncidentType } from "../../operations/generated.js";
import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { useKazakh } from "./kazakh.js";

/** The type of an incident, found by a few letters of its name in the person's language or in Kazakh. */
export function TypeField({
  value,
  onChange,
  ref,
  ...words
}: FieldWords & {
  readonly value: IncidentType | null;
  readonly onChange: (type: IncidentType | null) => void;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}) {
  const { form } = useTexts();
  const language = useLanguage();
  const kazakh = useKazakh().choices.IncidentType;
  const [typed, setTyped] = useState("");
  const types = Object.keys(form.choices.IncidentType) as IncidentType[];
  return (
    <ComboBox
      {...words}
      isRequired
      onPick={onChange as (type: string | null) => void}
      onType={setTyped}
      options={types.map((type) => ({
        value: type,
        label: form.choices.IncidentType[type].label,
        ...(language === "kk" ? {} : { detail: kazakh[type].label }),
      }))}
      ref={ref}
      typed={typed}
      value={value}
    />
  );
}
