import { useLive } from "../../session/useLive.js";
import { ManyBox } from "../lists/ManyBox.js";
import type { Faults } from "../../forms/useFaults.js";
import { useTexts } from "../../texts/TextsContext.js";

const NUMBER = /^[A-Z\d][A-Z\d-]{3,63}$/i;

/** Notifications that led to an incident, by their numbers. */
export function NotificationsField({
  numbers,
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
  return (
    <ManyBox
      {...words}
      nameOf={(number) => number}
      options={Array.from(notifications.values(), ({ number, subject, text }) => ({
        value: number,
        label: `${number} · ${known.subjects[subject]}`,
        detail: text.slice(0, 90),
      }))}
      typedOption={(number) => (NUMBER.test(number) ? { value: number, label: report.fields.byNumber(number) } : null)}
      values={numbers}
    />
  );
}
