import type { TimelinessOfPeriodQuery } from "../../operations/generated.js";
import { clockInAlmaty } from "../../time/almaty.js";

export type Row = TimelinessOfPeriodQuery["timeliness"][number];

/** The table's columns: rules of one term and kind stand together. */
export const GROUPS = ["R9.1", "R9.2", "R9.3", "ANSWERS", "RA.1"] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(rule: string): Group {
  return rule === "R9.4" || rule === "R9.5" || rule === "R9.6" ? "ANSWERS" : (rule as Group);
}

/** All that is counted, in the order of the columns. */
export const COUNTED = [
  "opened",
  "met",
  "late",
  "overdue",
  "running",
  "waived",
  "waivedLate",
  "retracted",
  "incidents",
] as const;

/** Duties counted together. */
export interface Counts {
  readonly opened: number;
  readonly met: number;
  /** Late, overdue, or waived after the deadline: what `shareInTime` holds against. */
  readonly late: number;
  readonly overdue: number;
  readonly running: number;
}

type Counted = Pick<Row, "opened" | "met" | "late" | "overdue" | "waivedLate"> & { readonly running?: number };

export function sum(rows: readonly Counted[]): Counts {
  const total = (of: (row: Counted) => number): number => rows.reduce((so, row) => so + of(row), 0);
  return {
    opened: total(({ opened }) => opened),
    met: total(({ met }) => met),
    late: total(({ late, overdue, waivedLate }) => late + overdue + waivedLate),
    overdue: total(({ overdue }) => overdue),
    running: total(({ running = 0 }) => running),
  };
}

/** The share in time, of what is judged: null where nothing is. The gateway's own `shareInTime`, over several rows. */
export function shareOf({ met, late }: Counts): number | null {
  return met + late === 0 ? null : met / (met + late);
}

/** One SOC, by group; null of a group in which it had no duty. */
export interface SocRow {
  readonly code: string;
  readonly name: string;
  readonly groups: Readonly<Record<Group, Counts | null>>;
  readonly overdue: number;
}

function groupsOf(rows: readonly Row[]): Record<Group, Counts | null> {
  const of = (group: Group): Counts | null => {
    const its = rows.filter(({ rule }) => groupOf(rule) === group);
    return its.length === 0 ? null : sum(its);
  };
  return { "R9.1": of("R9.1"), "R9.2": of("R9.2"), "R9.3": of("R9.3"), ANSWERS: of("ANSWERS"), "RA.1": of("RA.1") };
}

/** SOCs with the lowest share under the 15 minutes on top, then by code. */
export function bySoc(rows: readonly Row[]): readonly SocRow[] {
  const codes = [...new Set(rows.map(({ soc }) => soc?.code ?? ""))];
  const worst = ({ groups }: SocRow): number =>
    Math.min(...(["R9.1", "R9.2"] as const).map((group) => (groups[group] && shareOf(groups[group])) ?? 1));
  return codes
    .map((code) => {
      const its = rows.filter(({ soc }) => (soc?.code ?? "") === code);
      return { code, name: its[0]?.soc?.name ?? "", groups: groupsOf(its), overdue: sum(its).overdue };
    })
    .toSorted((one, other) => worst(one) - worst(other) || (one.code < other.code ? -1 : 1));
}

export function ofAll(rows: readonly Row[]): SocRow {
  return { code: "", name: "", groups: groupsOf(rows), overdue: sum(rows).overdue };
}

/** The groups of which a line is drawn: a picture with more says nothing. */
export const LINES = ["R9.1", "R9.2", "R9.3"] as const satisfies readonly Group[];

/** One month: its first day, and the share of each line; null where nothing is judged. */
export interface Month {
  readonly month: string;
  readonly shares: Readonly<Record<Group, number | null>>;
}

export function byMonth(rows: readonly Row[]): readonly Month[] {
  const months = [...new Set(rows.flatMap((row) => row.months.map(({ month }) => month)))].toSorted();
  const share = (month: string, group: Group): number | null =>
    shareOf(
      sum(
        rows
          .filter(({ rule }) => groupOf(rule) === group)
          .flatMap((row) => row.months.filter((one) => one.month === month)),
      ),
    );
  return months.map((month) => ({
    month,
    shares: {
      "R9.1": share(month, "R9.1"),
      "R9.2": share(month, "R9.2"),
      "R9.3": share(month, "R9.3"),
      ANSWERS: share(month, "ANSWERS"),
      "RA.1": share(month, "RA.1"),
    },
  }));
}

/** A period of days in Almaty, `YYYY-MM-DD`: from the first to the day after the last. */
export interface Period {
  readonly from: string;
  readonly before: string;
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** This month or twelve of them, the last of which is this one, by the gateway's clock. */
export function periodAt(now: number, months: 1 | 12): Period {
  const { year, month } = clockInAlmaty(now);
  return { from: day(year, month - months, 1), before: day(year, month, 1) };
}

/** The day before or after one. */
export function moved(date: string, days: 1 | -1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether the gateway takes it: it has a day, and no more than ten years. */
export function isPeriod({ from, before }: Period): boolean {
  return from < before && Number(before.slice(0, 4)) - Number(from.slice(0, 4)) <= 10;
}
