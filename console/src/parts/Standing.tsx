import { useLanguage, useTexts } from "../texts/TextsContext.js";
import { writeDuration } from "../time/durations.js";
import { classes } from "./classes.js";
import { Icon } from "./Icon.js";
import type { IconName } from "./icons.js";
import styles from "./Standing.module.css";

/** A duty as it stands; `DUE_SOON` is a running one whose end was announced. */
export type ShownStanding = "RUNNING" | "DUE_SOON" | "OVERDUE" | "MET" | "MET_LATE" | "WAIVED";

export const STANDING_ICONS: Readonly<Record<ShownStanding, IconName>> = {
  RUNNING: "clock",
  DUE_SOON: "soon",
  OVERDUE: "overdue",
  MET: "met",
  MET_LATE: "metLate",
  WAIVED: "waived",
};

/** The colour in which a standing is written, as a class. */
export const standingClass = (standing: ShownStanding): string | undefined => styles[standing];

/**
 * How a duty stands, as a sign and words. `length` (milliseconds) makes the words exact where it is over: in what time it was
 * met, or by how much late.
 */
export function Standing({
  standing,
  length,
  size = "ordinary",
}: {
  readonly standing: ShownStanding;
  readonly length?: number | null;
  readonly size?: "ordinary" | "large";
}) {
  const { words } = useTexts();
  const language = useLanguage();
  const text = (): string => {
    if (standing === "DUE_SOON") return words.dueSoon;
    if (length === undefined || length === null) return words.standings[standing];
    const written = writeDuration(length, language);
    if (standing === "MET") return words.metIn(written);
    if (standing === "MET_LATE") return words.lateBy(written);
    return words.standings[standing];
  };
  return (
    <span className={classes(styles.standing, styles[standing], styles[size])}>
      <Icon name={STANDING_ICONS[standing]} size={size === "large" ? 18 : 16} />
      <span>{text()}</span>
    </span>
  );
}
