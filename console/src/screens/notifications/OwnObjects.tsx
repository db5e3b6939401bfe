import { useState } from "react";
import type { Faults } from "../../forms/useFaults.js";
import { ComboBox, Picks } from "../../parts/ComboBox.js";
import { useMyObjects } from "../../shared/incident-form/useMyObjects.js";

/** Registered objects by name or code, any number of them. */
export function OwnObjects({
  codes,
  onChange,
  faults,
  ...words
}: {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly codes: readonly string[];
  readonly faults: Faults;
  readonly onChange: (codes: readonly string[]) => void;
}) {
  const { objects, isLoading } = useMyObjects();
  const [typed, setTyped] = useState("");
  const names = new Map(objects.map(({ code, name }) => [code, name]));
  return (
    <div>
      <ComboBox
        {...words}
        faults={faults.within(words.name)}
        isLoading={isLoading}
        onPick={(code) => code !== null && onChange([...codes, code])}
        onType={setTyped}
        options={objects
          .filter(({ code }) => !codes.includes(code))
          .map(({ code, name, owner }) => ({
            value: code,
            label: name,
            detail: owner ? `${code} · ${owner.name}` : code,
          }))}
        typed={typed}
        value={null}
      />
      {codes.length > 0 && (
        <Picks
          label={words.label}
          onRemove={(code) => onChange(codes.filter((one) => one !== code))}
          picks={codes.map((code) => ({ value: code, label: names.has(code) ? `${names.get(code)} · ${code}` : code }))}
        />
      )}
    </div>
  );
}
