import { useLanguage, useTexts } from "../texts/TextsContext.js";
import { writeMoment } from "../time/write.js";
import { classes } from "./classes.js";
import { Clock } from "./Clock.js";
import { runningAs } from "./running.js";
import { Standing, type ShownStanding } from "./Standing.js";
import styles from "./TermBar.module.css";

/** A duty as a bar shows it; times are milliseconds since 1970. */
export interface ShownTerm {
  readonly rule: keyof ReturnType<typeof useTexts>["words"]["duties"];
  readonly standing: ShownStanding;
  readonly startsAt: number;
  readonly dueAt: number;
  /** When it was met; null where it was not. */
  readonly metAt: number | null;
}

/**
 * One duty on its own scale: from when its term began, over what was used of it, to its end or to what came after. The hatched
 * part is late. `note` stands beside the end of the term.
 */
export function TermBar({
  term,
  now,
  note,
}: {
  readonly term: ShownTerm;
  readonly now: number;
  readonly note?: string | undefined;
}) {
  const { words } = useTexts();
  const language = useLanguage();
  const duty = words.duties[term.rule];
  const isOver = term.standing === "MET" || term.standing === "MET_LATE";
  const isWaived = term.standing === "WAIVED";
  const length = term.metAt === null ? null : term.metAt - (term.standing === "MET_LATE" ? term.dueAt : term.startsAt);
  return (
    <div className={styles.term}>
      <div className={styles.head}>
        <span>{duty.short}</span>
        <span className={styles.rule}>
          {term.rule} · {duty.term}
        </span>
      </div>
      {isOver || isWaived ? (
        <Standing length={length} size="large" standing={term.standing} />
      ) : (
        <Clock dueAt={term.dueAt} isDueSoon={term.standing === "DUE_SOON"} now={now} size="large" withWord />
      )}
      <Bar now={now} term={term} />
      <div className={styles.foot}>
        {words.dueBy(writeMoment(term.dueAt, now, language))}
        {note !== undefined && ` · ${note}`}
      </div>
    </div>
  );
}

/** The bar alone: what was used of the term, what came after its end, and a mark where it was met, or where now is. */
function Bar({ term, now }: { readonly term: ShownTerm; readonly now: number }) {
  const { startsAt, dueAt, metAt } = term;
  const standing = term.standing === "RUNNING" ? runningAs(dueAt, now, false) : term.standing;
  const until = Math.max(startsAt, metAt ?? (standing === "WAIVED" ? startsAt : now));
  const whole = Math.max(until, dueAt) - startsAt;
  const share = (at: number): string => `${Math.round((10_000 * (at - startsAt)) / whole) / 100}%`;
  return (
    <div aria-hidden="true" className={classes(styles.bar, styles[standing])}>
      <div className={styles.used} style={{ inlineSize: share(Math.min(until, dueAt)) }} />
      {until > dueAt && <div className={styles.late} style={{ insetInlineStart: share(dueAt) }} />}
      {until > dueAt && <div className={styles.mark} style={{ insetInlineStart: share(dueAt) }} />}
      {standing !== "WAIVED" && <div className={styles.mark} style={{ insetInlineStart: share(until) }} />}
    </div>
  );
}
