import { useState } from "react";
import { useLive } from "../../session/useLive.js";
import { ComboBox, Picks } from "../../parts/ComboBox.js";
import type { Option } from "../../parts/combo-options.js";
import type { Faults } from "../../forms/useFaults.js";
import { useTexts } from "../../texts/TextsContext.js";

const NUMBER = /^[A-Z\d][A-Z\d-]{3,63}$/i;

/** Notifications that led to an incident, by their numbers. */
export function NotificationsField({
  numbers,
  onChange,
  faults,
  ...words
}: {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly numbers: readonly string[];
  readonly faults: Faults;
  readonly onChange: (numbers: readonly string[]) => void;
}) {
  const { report, words: known } = useTexts();
  const notifications = useLive((state) => state.notifications);
  const [typed, setTyped] = useState("");
  const options: Option[] = [...notifications.values()]
    .filter(({ number }) => !numbers.includes(number))
    .map(({ number, subject, text }) => ({
      value: number,
      label: `${number} · ${known.subjects[subject]}`,
      detail: text.slice(0, 90),
    }));
  const code = typed.trim().toUpperCase();
  if (NUMBER.test(code) && !numbers.includes(code) && !options.some(({ value }) => value === code))
    options.push({ value: code, label: report.fields.byNumber(code) });
  return (
    <>
      <ComboBox
        {...words}
        faults={faults.within(words.name)}
        onPick={(number) => number !== null && onChange([...numbers, number])}
        onType={setTyped}
        options={options}
        typed={typed}
        value={null}
      />
      {numbers.length > 0 && (
        <Picks
          label={words.label}
          onRemove={(number) => onChange(numbers.filter((one) => one !== number))}
          picks={numbers.map((number) => ({ value: number, label: number }))}
        />
      )}
    </>
  );
}
