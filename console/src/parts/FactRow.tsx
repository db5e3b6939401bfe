import type { ReactNode } from "react";
import { writeClock } from "../time/write.js";
import { classes } from "./classes.js";
import styles from "./FactRow.module.css";
import { Icon } from "./Icon.js";
import type { IconName } from "./icons.js";
import { Instant } from "./Instant.js";

/** How a fact is meant: what has passed or failed, what was done, or neither. */
export type FactTone = "late" | "met" | "plain";

/** One fact of a feed: when, what, about what, and what else is worth a line. A list item. */
export function FactRow({
  at,
  icon,
  title,
  tone = "plain",
  isNew = false,
  children,
}: {
  readonly at: number;
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly tone?: FactTone;
  /** It came while the person was looking. */
  readonly isNew?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <li className={classes(styles.row, styles[tone], isNew && styles.new)}>
      <time className={classes("figures", styles.time)} dateTime={new Date(at).toISOString()}>
        {writeClock(at)}
      </time>
      <Icon className={styles.icon} name={icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children && <div className={styles.lines}>{children}</div>}
      </div>
    </li>
  );
}

/** One entry of a chronicle: the same upon a line of time, with its day. */
export function ChronicleRow({
  at,
  now,
  icon,
  title,
  tone = "plain",
  children,
}: {
  readonly at: number;
  readonly now: number;
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly tone?: FactTone;
  readonly children?: ReactNode;
}) {
  return (
    <li className={classes(styles.entry, styles[tone])}>
      <Icon className={styles.icon} name={icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <div className={styles.lines}>
          <p>
            <Instant at={at} now={now} />
          </p>
          {children}
        </div>
      </div>
    </li>
  );
}
