import { useState } from "react";
import type { Faults } from "../../forms/useFaults.js";
import type { Option } from "../../parts/combo-options.js";
import { ComboBox, Picks } from "../../parts/ComboBox.js";

/** Any number of things, each found by any part of its name; those that were picked stand beneath. */
export function ManyBox({
  values,
  options,
  typedOption,
  nameOf,
  isLoading,
  faults,
  onChange,
  ...words
}: {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly values: readonly string[];
  readonly options: readonly Option[];
  /** What the typed code, in upper case, stands for where no option has it; null: nothing. */
  readonly typedOption?: (code: string) => Option | null;
  /** How one that was picked is called. */
  readonly nameOf: (value: string) => string;
  readonly isLoading?: boolean | undefined;
  readonly faults: Faults;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const code = typed.trim().toUpperCase();
  const isKnown = [...values, ...options.map(({ value }) => value)].includes(code);
  const other = isKnown ? null : typedOption?.(code);
  return (
    <>
      <ComboBox
        {...words}
        faults={faults.within(words.name)}
        isLoading={isLoading}
        onPick={(picked) => picked !== null && onChange([...values, picked])}
        onType={(text) => {
          setTyped(text);
          faults.leaves(words.name, text);
          faults.mended([words.name]);
        }}
        options={[...options.filter(({ value }) => !values.includes(value)), ...(other ? [other] : [])]}
        typed={typed}
        value={null}
      />
      {values.length > 0 && (
        <Picks
          label={words.label}
          onRemove={(removed) => onChange(values.filter((one) => one !== removed))}
          picks={values.map((value) => ({ value, label: nameOf(value) }))}
        />
      )}
    </>
  );
}
