import { useTexts } from "../texts/TextsContext.js";
import { classes } from "./classes.js";
import styles from "./Severity.module.css";

export const LEVELS = ["HIGH", "MEDIUM", "LOW", "UNDETERMINED"] as const;
export type Level = (typeof LEVELS)[number];

/** The digit that annex 3 gives each level. */
export const LEVEL_DIGITS: Readonly<Record<Level, number>> = { HIGH: 4, MEDIUM: 3, LOW: 2, UNDETERMINED: 1 };

/** A level as bars, digit and word; null is a report that named none. `compact` leaves the word to a reader. */
export function Severity({ level, compact = false }: { readonly level: Level | null; readonly compact?: boolean }) {
  const { words } = useTexts();
  if (level === null) return <span className={styles.none}>{words.levelUnknown}</span>;
  return (
    <span className={styles.severity}>
      <Bars level={level} />
      <span>
        <b>{LEVEL_DIGITS[level]}</b>{" "}
        <span className={classes(compact && "visually-hidden")}>{words.levels[level]}</span>
      </span>
    </span>
  );
}

/** As many bars are full as the level has; of an undetermined one all are outlines. */
function Bars({ level }: { readonly level: Level }) {
  const full = level === "UNDETERMINED" ? 0 : LEVEL_DIGITS[level];
  return (
    <svg aria-hidden="true" className={styles.bars} viewBox="0 0 19 16">
      {[0, 1, 2, 3].map((bar) => {
        const height = 5 + bar * 3;
        const kind = bar < full ? "full" : full === 0 ? "unknown" : "empty";
        return (
          <rect
            className={styles[kind]}
            height={kind === "full" ? height : height - 1}
            key={bar}
            width={kind === "full" ? 4 : 3}
            x={bar * 5 + (kind === "full" ? 0 : 0.5)}
            y={15 - height + (kind === "full" ? 0 : 0.5)}
          />
        );
      })}
    </svg>
  );
}
