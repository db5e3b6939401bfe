import type { Faults } from "../../forms/useFaults.js";
import type { Option } from "../../parts/combo-options.js";
import { ManyBox } from "../../shared/lists/ManyBox.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Notify.module.css";

const CODE = /^[A-Z\d]{1,30}(-[A-Z\d]+)*$/;

/** Any number of parties or objects by name or code; one that is not among the options, by its code alone. */
export function CodesField({
  codes,
  options,
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
  const named = new Map(options.map(({ value, label }) => [value, label]));
  return (
    <div className={styles.codes}>
      <ManyBox
        {...words}
        nameOf={(code) => (named.has(code) ? `${code} · ${named.get(code)}` : code)}
        options={options}
        typedOption={(code) => (CODE.test(code) ? { value: code, label: notify.byCode(code) } : null)}
        values={codes}
      />
    </div>
  );
}
