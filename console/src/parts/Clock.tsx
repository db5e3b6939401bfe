import { useLanguage, useTexts } from "../texts/TextsContext.js";
import { writeCountdown } from "../time/durations.js";
import { classes } from "./classes.js";
import styles from "./Clock.module.css";
import { Icon } from "./Icon.js";
import { runningAs } from "./running.js";
import { STANDING_ICONS, standingClass } from "./Standing.js";

/**
 * What is left of a duty, or by how much it is overdue, counted to `now` by the gateway's clock. The digits change each second
 * and are announced to nobody; a reader that comes by is told them.
 */
export function Clock({
  dueAt,
  now,
  isDueSoon = false,
  size = "ordinary",
  withWord = false,
}: {
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly now: number;
  /** The end of the term was announced. */
  readonly isDueSoon?: boolean;
  readonly size?: "ordinary" | "large" | "huge";
  /** Whether "left" or "overdue" is shown beside it; else only said. */
  readonly withWord?: boolean;
}) {
  const { words } = useTexts();
  const language = useLanguage();
  const standing = runningAs(dueAt, now, isDueSoon);
  const word = standing === "OVERDUE" ? words.overdue : words.left;
  return (
    <span aria-live="off" className={classes(styles.clock, styles[size], standingClass(standing))} role="timer">
      <span className={withWord ? styles.word : "visually-hidden"}>{word} </span>
      <span className={classes("figures", styles.digits)}>{writeCountdown(dueAt - now, language)}</span>
      {size !== "huge" && <Icon className={styles.icon} name={STANDING_ICONS[standing]} />}
    </span>
  );
}
