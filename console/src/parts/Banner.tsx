import type { ReactNode } from "react";
import { classes } from "./classes.js";
import { Icon } from "./Icon.js";
import styles from "./Banner.module.css";

/**
 * A line across the page about what it shows: the link is lost, it catches up, the computer's clock is wrong. It is announced
 * once, when it comes; `act` is what can be done.
 */
export function Banner({
  kind,
  children,
  aside,
  act,
  isAnnounced = true,
}: {
  readonly kind: "stale" | "refused" | "note";
  readonly children: ReactNode;
  /** What changes each second, and is announced to nobody. */
  readonly aside?: ReactNode;
  readonly act?: ReactNode;
  /** False where what it stands in announces it. */
  readonly isAnnounced?: boolean;
}) {
  return (
    <div className={classes(styles.banner, styles[kind])}>
      <Icon name={kind === "stale" ? "soon" : kind === "refused" ? "fault" : "info"} />
      <p>
        <span role={isAnnounced ? (kind === "refused" ? "alert" : "status") : undefined}>{children}</span>
        {aside && <span aria-live="off"> {aside}</span>}
      </p>
      {act && <div className={styles.act}>{act}</div>}
    </div>
  );
}
