import type { Standing } from "../operations/generated.js";
import type { Duty } from "./state.js";

/** Columns of the horizon: what is overdue, then each until its end. The last takes whatever is later, too. */
export const COLUMNS = ["OVERDUE", "MINUTES_15", "HOUR_1", "HOURS_6", "HOURS_24", "HOURS_72"] as const;
export type Column = (typeof COLUMNS)[number];

export function isOpen({ dischargedAt, waivedAt, isVoid, standing }: Duty): boolean {
  return !dischargedAt && !waivedAt && !isVoid && (standing === "RUNNING" || standing === "OVERDUE");
}

/** The standing at an instant (milliseconds, by the gateway's clock): of an open duty it changes by itself. */
export function standingAt(duty: Duty, now: number): Standing {
  if (!isOpen(duty)) return duty.standing;
  return now <= Date.parse(duty.dueAt) ? "RUNNING" : "OVERDUE";
}

/** How many are overdue at `now`. */
export function overdueAt(duties: Iterable<Duty>, now: number): number {
  let count = 0;
  for (const duty of duties) if (standingAt(duty, now) === "OVERDUE") count += 1;
  return count;
}
