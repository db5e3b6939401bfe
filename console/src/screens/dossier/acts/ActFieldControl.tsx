import { useState } from "react";
import { ChoiceGroup } from "../../../parts/ChoiceGroup.js";
import { ComboBox } from "../../../parts/ComboBox.js";
import { DateTimeField } from "../../../parts/DateTimeField.js";
import type { Fault } from "../../../parts/Field.js";
import { LevelPicker } from "../../../parts/LevelPicker.js";
import { LEVELS } from "../../../parts/Severity.js";
import { TextArea, TextField } from "../../../parts/TextFields.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { useLimits } from "../../../shared/incident-form/useLimits.js";
import { useMyObjects } from "../../../shared/incident-form/useMyObjects.js";

/** What has been typed, by field. */
export type ActValues<Name extends string = string> = Readonly<Record<Name, string>>;

/** One field of an act, by the name that the gateway has for it. */
export interface ActField<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly help?: string;
  /** `object` is one of the register, by its code. */
  readonly kind: "line" | "text" | "instant" | "choice" | "level" | "object";
  /** Whether it may be left empty, by what else was typed. */
  readonly isOptional?: (values: ActValues<Name>) => boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** The instant that the field was filled with, RFC 3339: the field does not show its milliseconds. */
  readonly known?: string;
}

export function ActFieldControl({
  field,
  name,
  isRequired,
  value,
  faults,
  now,
  onChange,
}: {
  readonly field: Pick<ActField, "kind" | "label" | "help" | "choices">;
  readonly name: string;
  readonly isRequired: boolean;
  readonly value: string;
  readonly faults: readonly Fault[];
  readonly now: () => number;
  readonly onChange: (value: string) => void;
}) {
  const limits = useLimits();
  const { kind, label, help, choices = [] } = field;
  const words = { name, label, help, faults, isRequired };
  switch (kind) {
    case "line":
      return <TextField {...words} onChange={onChange} value={value} />;
    case "text":
      return <TextArea {...words} limit={limits.text} onChange={onChange} rows={3} value={value} />;
    case "instant":
      return <DateTimeField {...words} now={now} onChange={onChange} value={value} />;
    case "choice":
      return (
        <ChoiceGroup {...words} choices={choices} isColumn onChange={onChange} value={value === "" ? null : value} />
      );
    case "level":
      return <LevelPicker {...words} onChange={onChange} value={LEVELS.find((level) => level === value) ?? null} />;
    case "object":
      return <ObjectBox {...words} onChange={onChange} value={value} />;
  }
}

/** An object of the register by any part of its name or code. */
function ObjectBox({
  value,
  onChange,
  ...words
}: {
  readonly name: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly faults: readonly Fault[];
  readonly isRequired: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { report } = useTexts();
  const { objects, isLoading } = useMyObjects();
  const [typed, type] = useState("");
  const code = typed.trim().toUpperCase();
  const known = objects.map((one) => ({ value: one.code, label: one.name, detail: one.code }));
  const isKnown = objects.some((one) => one.code.toUpperCase() === code);
  return (
    <ComboBox
      {...words}
      isLoading={isLoading}
      onPick={(picked) => onChange(picked ?? "")}
      onType={type}
      options={[
        ...known,
        ...(value !== "" && !objects.some((one) => one.code === value) ? [{ value, label: value }] : []),
        ...(code !== "" && !isKnown ? [{ value: code, label: report.objects.byCode(code) }] : []),
      ]}
      typed={typed}
      value={value === "" ? null : value}
    />
  );
}
