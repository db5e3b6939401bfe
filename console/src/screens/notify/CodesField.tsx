import { useState } from "react";
import type { Faults } from "../../forms/useFaults.js";
import { ComboBox, Picks } from "../../parts/ComboBox.js";
import type { Option } from "../../parts/combo-options.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Notify.module.css";

const CODE = /^[A-Z\d]{1,30}(-[A-Z\d]+)*$/;

/** Any number of parties or objects by name or code; one that is not among the options, by its code alone. */
export function CodesField({
  codes,
  options,
  isLoading,
  onChange,
  faults,
  ...words
}: {
  readonly name: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly options: readonly Option[];
  readonly isLoading?: boolean;
  readonly faults: Faults;
  readonly onChange: (codes: readonly string[]) => void;
}) {
  const { notify } = useTexts();
  const [typed, setTyped] = useState("");
  const named = new Map(options.map(({ value, label }) => [value, label]));
  const shown = options.filter(({ value }) => !codes.includes(value));
  const code = typed.trim().toUpperCase();
  if (CODE.test(code) && !codes.includes(code) && !named.has(code))
    shown.push({ value: code, label: notify.byCode(code) });
  return (
    <div className={styles.codes}>
      <ComboBox
        {...words}
        faults={faults.within(words.name)}
        isLoading={isLoading}
        onPick={(picked) => picked !== null && onChange([...codes, picked])}
        onType={setTyped}
        options={shown}
        typed={typed}
        value={null}
      />
      {codes.length > 0 && (
        <Picks
          label={words.label}
          onRemove={(one) => onChange(codes.filter((other) => other !== one))}
          picks={codes.map((one) => ({ value: one, label: named.has(one) ? `${one} · ${named.get(one)}` : one }))}
        />
      )}
    </div>
  );
}
