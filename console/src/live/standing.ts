import type { Standing } from "../operations/generated.js";
import type { Duty, Obligation } from "./state.js";

/** Milliseconds. The horizon's columns end there, counted from now. */
const HORIZON = [15, 60, 6 * 60, 24 * 60, 72 * 60].map((minutes) => minutes * 60_000);

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

export function columnAt(duty: Duty, now: number): Column {
  if (standingAt(duty, now) === "OVERDUE") return "OVERDUE";
  const left = Date.parse(duty.dueAt) - now;
  const index = HORIZON.findIndex((end) => left <= end);
  return COLUMNS[index === -1 ? COLUMNS.length - 1 : index + 1] ?? "HOURS_72";
}

/** The open duties by column, those of one column by their end. */
export function horizonAt(obligations: Iterable<Obligation>, now: number): Readonly<Record<Column, Obligation[]>> {
  const columns: Record<Column, Obligation[]> = {
    OVERDUE: [],
    MINUTES_15: [],
    HOUR_1: [],
    HOURS_6: [],
    HOURS_24: [],
    HOURS_72: [],
  };
  for (const obligation of obligations) columns[columnAt(obligation, now)].push(obligation);
  for (const column of COLUMNS) columns[column].sort(byEnd);
  return columns;
}

/** Overdue first, the latest lapse on top; then what runs, the nearest end on top: nearest to now on both sides. */
export function nearestFirst(obligations: Iterable<Obligation>, now: number): Obligation[] {
  const { OVERDUE: overdue, ...running } = horizonAt(obligations, now);
  return [...overdue.toReversed(), ...Object.values(running).flat()];
}

export function overdueAt(obligations: Iterable<Duty>, now: number): number {
  let count = 0;
  for (const obligation of obligations) if (standingAt(obligation, now) === "OVERDUE") count += 1;
  return count;
}

function byEnd(a: Duty, b: Duty): number {
  return Date.parse(a.dueAt) - Date.parse(b.dueAt) || (a.id < b.id ? -1 : 1);
}
