import type { Faults } from "../../forms/useFaults.js";
import { ManyBox } from "../../shared/lists/ManyBox.js";
import { useMyObjects } from "../../shared/incident-form/useMyObjects.js";

/** Registered objects by name or code, any number of them. */
export function OwnObjects({
  codes,
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
  const names = new Map(objects.map(({ code, name }) => [code, name]));
  return (
    <div>
      <ManyBox
        {...words}
        isLoading={isLoading}
        nameOf={(code) => (names.has(code) ? `${names.get(code)} · ${code}` : code)}
        options={objects.map(({ code, name, owner }) => ({
          value: code,
          label: name,
          detail: owner ? `${code} · ${owner.name}` : code,
        }))}
        values={codes}
      />
    </div>
  );
}
