import { useState } from "react";
import { Button } from "../../parts/Button.js";
import { DateField, typedDate } from "../../parts/DateTimeField.js";
import { Segmented } from "../../parts/Tabs.js";
import { useSession } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { parseDate } from "../../time/parse.js";
import { isPeriod, moved, type Period } from "./shares.js";
import type { Span } from "./Timeliness.js";
import styles from "./Timeliness.module.css";

/** The period: this month, twelve of them, or days of one's own. */
export function PeriodChoice({
  span,
  period,
  onChoose,
}: {
  readonly span: Span;
  readonly period: Period;
  readonly onChoose: (next: "month" | "year" | Period) => void;
}) {
  const { timeliness } = useTexts();
  const { clock } = useSession().link;
  const last = moved(period.before, -1);
  const [isTyped, setTyped] = useState(span === "other");
  const [from, setFrom] = useState(typedDate(period.from));
  const [to, setTo] = useState(typedDate(last));
  const [isWrong, setWrong] = useState(false);
  const show = (): void => {
    const [first, end] = [parseDate(from, clock.now()), parseDate(to, clock.now())];
    const next = first && end ? { from: first, before: moved(end, 1) } : null;
    setWrong(!next || !isPeriod(next));
    if (next && isPeriod(next)) onChoose(next);
  };
  const faults = isWrong ? [{ rule: "", message: timeliness.notAPeriod }] : [];
  return (
    <div className={styles.period}>
      <Segmented
        choices={[
          { key: "month", label: timeliness.month },
          { key: "year", label: timeliness.year },
          { key: "other", label: timeliness.other },
        ]}
        chosen={isTyped ? "other" : span}
        label={timeliness.period}
        onChoose={(key) => {
          setTyped(key === "other");
          if (key !== "other") onChoose(key);
        }}
      />
      {isTyped && (
        <form
          className={styles.typed}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            show();
          }}
        >
          <DateField
            faults={faults}
            label={timeliness.from}
            name="from"
            now={clock.now}
            onChange={setFrom}
            value={from}
          />
          <DateField label={timeliness.to} name="to" now={clock.now} onChange={setTo} value={to} />
          <Button type="submit">{timeliness.show}</Button>
        </form>
      )}
      <span className={styles.second}>{timeliness.days(typedDate(period.from), typedDate(last))}</span>
    </div>
  );
}
