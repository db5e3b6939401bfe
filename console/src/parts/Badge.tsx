import { classes } from "./classes.js";
import styles from "./Badge.module.css";

/** How many, beside what they are: `label` says it to a reader in words. */
export function Badge({
  count,
  label,
  tone = "late",
}: {
  readonly count: number;
  readonly label: string;
  readonly tone?: "late" | "soon" | "plain";
}) {
  if (count === 0) return null;
  return (
    <span className={classes("figures", styles.badge, styles[tone])} title={label}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
