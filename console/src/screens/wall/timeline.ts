import type { Obligation } from "../../live/state.js";
import { COLUMNS, type Column } from "../../live/standing.js";
import { HOUR, MINUTE } from "../../time/almaty.js";

/** The open duties by their ends: what has passed at a time and what ends next is found without looking at each. */
export interface Timeline {
  readonly duties: readonly Obligation[];
  /** When each ends, milliseconds. */
  readonly ends: readonly number[];
}

/** Where each column of the horizon ends, counted from now in milliseconds; the last has no end. */
const ENDS: Readonly<Record<Exclude<Column, "HOURS_72">, number>> = {
  OVERDUE: -1,
  MINUTES_15: 15 * MINUTE,
  HOUR_1: HOUR,
  HOURS_6: 6 * HOUR,
  HOURS_24: 24 * HOUR,
};
const LAST = 72 * HOUR;

export function timelineOf(obligations: Iterable<Obligation>): Timeline {
  const entries = Array.from(obligations, (duty) => ({ duty, end: Date.parse(duty.dueAt) }));
  entries.sort((a, b) => a.end - b.end || (a.duty.id < b.duty.id ? -1 : 1));
  return { duties: entries.map(({ duty }) => duty), ends: entries.map(({ end }) => end) };
}

/** How many end at `at` or before. */
export function endedBy({ ends }: Timeline, at: number): number {
  let low = 0;
  for (let high = ends.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From which duty to before which each column goes. A term's last instant is in time. */
export function columnsOf(
  timeline: Timeline,
  now: number,
): Readonly<Record<Column, readonly [from: number, to: number]>> {
  let from = 0;
  const range = (to: number): readonly [number, number] => [from, (from = to)];
  return {
    OVERDUE: range(endedBy(timeline, now + ENDS.OVERDUE)),
    MINUTES_15: range(endedBy(timeline, now + ENDS.MINUTES_15)),
    HOUR_1: range(endedBy(timeline, now + ENDS.HOUR_1)),
    HOURS_6: range(endedBy(timeline, now + ENDS.HOURS_6)),
    HOURS_24: range(endedBy(timeline, now + ENDS.HOURS_24)),
    HOURS_72: range(timeline.duties.length),
  };
}

/** What is in each column, as a text: it changes when a duty moves into another, not each second. */
export function countsAt(timeline: Timeline, now: number): string {
  const columns = columnsOf(timeline, now);
  return COLUMNS.map((column) => columns[column][1] - columns[column][0]).join(" ");
}

/** When a column begins and ends, counted from now. */
export function boundsOf(column: Column): readonly [from: number, to: number] {
  const at = COLUMNS.indexOf(column);
  const before = COLUMNS[at - 1];
  const from = before === undefined || before === "HOURS_72" ? -LAST : Math.max(0, ENDS[before]);
  return [from, column === "HOURS_72" ? LAST : Math.max(0, ENDS[column])];
}

/**
 * Duties that somebody must look at, nearest to now first on both sides of it: overdue, the latest lapse on top; then what ends
 * within a quarter of an hour; then what was announced as due soon before that. With a column, what is in that.
 */
export function attentionOf(
  timeline: Timeline,
  {
    now,
    announced,
    column,
  }: { readonly now: number; readonly announced: ReadonlySet<string>; readonly column: Column | null },
): readonly Obligation[] {
  const columns = columnsOf(timeline, now);
  const within = (each: Column): readonly Obligation[] => timeline.duties.slice(...columns[each]);
  if (column === "OVERDUE") return within(column).toReversed();
  if (column !== null) return within(column);
  const later =
    announced.size === 0 ? [] : timeline.duties.slice(columns.MINUTES_15[1]).filter(({ id }) => announced.has(id));
  return [...within("OVERDUE").toReversed(), ...within("MINUTES_15"), ...later];
}

/** How the duties of one SOC stand. */
export interface SocCounts {
  readonly overdue: number;
  readonly soon: number;
  readonly running: number;
}

/** By the SOC's code; those without an open duty are left out. */
export function countsBySoc(
  timeline: Timeline,
  now: number,
  announced: ReadonlySet<string>,
): ReadonlyMap<string, SocCounts> {
  const { OVERDUE: overdue } = columnsOf(timeline, now);
  const counts = new Map<string, { overdue: number; soon: number; running: number }>();
  for (const [at, duty] of timeline.duties.entries()) {
    const code = duty.obligor?.code;
    if (code === undefined) continue;
    const its = counts.get(code) ?? { overdue: 0, soon: 0, running: 0 };
    counts.set(code, its);
    if (at < overdue[1]) its.overdue += 1;
    else if (announced.has(duty.id)) its.soon += 1;
    else its.running += 1;
  }
  return counts;
}

export function overdueIn(timeline: Timeline, now: number): number {
  return columnsOf(timeline, now).OVERDUE[1];
}
