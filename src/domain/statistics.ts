import {
  CONSEQUENCES,
  INCIDENT_SIGNS,
  INCIDENT_TYPES,
  NETWORK_CONTOURS,
  SEVERITIES,
  type Consequence,
  type IncidentSign,
  type IncidentType,
  type NetworkContour,
  type Severity,
} from "./incident-card.js";
import type { LocalDate } from "./instant.js";
import { OBJECT_KINDS, SECTORS, type ObjectKind, type Sector } from "./parties.js";

/** What is counted of one incident: what its dossier says now. */
export interface CountedIncident {
  readonly incidentId: string;
  readonly socId: string;
  /** The day in Asia/Almaty on which the gateway received the first report or card. */
  readonly day: LocalDate;
  readonly type: IncidentType;
  readonly severity: Severity | null;
  /** L18. */
  readonly isRetracted: boolean;
  /** Of the registered objects that it harmed, as the register has them now. */
  readonly sectors: readonly Sector[];
  readonly kinds: readonly ObjectKind[];
  /** By the latest card; null and empty where there is none. */
  readonly sign: IncidentSign | null;
  readonly contours: readonly NetworkContour[];
  readonly consequences: readonly Consequence[];
  readonly seconds: Readonly<Record<Measure, number | null>>;
}

/** Seconds from the beginning of a term to what met it, whatever waivers and retractions say; null where nothing did. */
export const MEASURES = ["TIME_TO_REPORT", "TIME_TO_CARD", "TIME_TO_REVIEW"] as const;
export type Measure = (typeof MEASURES)[number];

/** The rule whose term each measure is of. */
export const MEASURED_RULES = {
  TIME_TO_REPORT: "R9.1",
  TIME_TO_CARD: "R9.3",
  TIME_TO_REVIEW: "RA.1",
} as const satisfies Record<Measure, string>;

/** By what an incident counts once, by what once for each of its values, and by when it was received. */
export const DIMENSIONS = [
  "SEVERITY",
  "TYPE",
  "SOC",
  "SIGN",
  "SECTOR",
  "OBJECT_KIND",
  "CONTOUR",
  "CONSEQUENCE",
  "DAY",
  "WEEK",
  "MONTH",
  "QUARTER",
  "YEAR",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Dimensions in which one incident may have several values: groups by them add up to more than there are incidents. */
export const MULTIPLE = ["SECTOR", "OBJECT_KIND", "CONTOUR", "CONSEQUENCE"] as const satisfies readonly Dimension[];
export type MultipleDimension = (typeof MULTIPLE)[number];

export const isMultiple = (dimension: Dimension): dimension is MultipleDimension =>
  (MULTIPLE as readonly Dimension[]).includes(dimension);

const TIMES = ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"] as const satisfies readonly Dimension[];
export type TimeDimension = (typeof TIMES)[number];

export const isTime = (dimension: Dimension): dimension is TimeDimension =>
  (TIMES as readonly Dimension[]).includes(dimension);

/** The dimensions by which sums are kept, beside the day. */
const SUMMED: readonly Dimension[] = ["SEVERITY", "TYPE", "SOC"];

/** Whether incidents are counted out of sums, and not one by one. */
export const isSummed = (by: readonly Dimension[]): boolean =>
  by.every((dimension) => SUMMED.includes(dimension) || isTime(dimension));

/** Days of a period in which incidents are counted one by one at most: a year, with what a comparison with the last one needs. */
export const MOST_DAYS_SINGLY = 400;

/** The values of each dimension that has a list of them, in the order in which groups are told. Lists only ever grow at their end. */
export const VALUES = {
  SEVERITY: SEVERITIES,
  TYPE: INCIDENT_TYPES,
  SIGN: INCIDENT_SIGNS,
  SECTOR: SECTORS,
  OBJECT_KIND: OBJECT_KINDS,
  CONTOUR: NETWORK_CONTOURS,
  CONSEQUENCE: CONSEQUENCES,
} as const satisfies Partial<Record<Dimension, readonly string[]>>;

/** Sets as they are kept: bit n for the value at place n. */
export function toMask<Value extends string>(all: readonly Value[], values: readonly Value[]): number {
  return values.reduce((mask, value) => mask | (1 << all.indexOf(value)), 0);
}

/** The values of a set that is kept so, in their order. */
export function fromMask<Value extends string>(all: readonly Value[], mask: number): Value[] {
  return all.filter((_, place) => (mask & (1 << place)) !== 0);
}

/** The first day of the week (it begins on Monday, ISO 8601), month, quarter or year in which a day lies. */
export function beginningOf(dimension: TimeDimension, day: LocalDate): LocalDate {
  const [year = "", month = ""] = day.split("-");
  switch (dimension) {
    case "DAY":
      return day;
    case "WEEK": {
      const at = Date.parse(day);
      const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
      return new Date(at - sinceMonday * 86_400_000).toISOString().slice(0, 10) as LocalDate;
    }
    case "MONTH":
      return `${year}-${month}-01` as LocalDate;
    case "QUARTER":
      return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, "0")}-01` as LocalDate;
    case "YEAR":
      return `${year}-01-01` as LocalDate;
  }
}

/**
 * What a time that begins on this day is called: `2026-03-05`, `2026-W10`, `2026-03`, `2026-Q1`, `2026` (days, weeks, months and years
 * as ISO 8601 writes them).
 */
export function nameOfTime(dimension: TimeDimension, day: LocalDate): string {
  const [year = "", month = ""] = day.split("-");
  switch (dimension) {
    case "DAY":
      return day;
    case "WEEK": {
      // A week is of the year in which its Thursday lies.
      const thursday = new Date(Date.parse(day) + 3 * 86_400_000);
      const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
      const week = Math.floor((thursday.getTime() - newYear) / (7 * 86_400_000)) + 1;
      return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
    }
    case "MONTH":
      return `${year}-${month}`;
    case "QUARTER":
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case "YEAR":
      return year;
  }
}

/** A value in one dimension; null: none is known. Of times the first day, of SOCs the id. */
export type Key = string | null;

/** How many incidents have these values. */
export interface Group {
  /** In the order of the dimensions that were asked for. */
  readonly keys: readonly Key[];
  readonly incidents: number;
}

/** An incident's values in a dimension: one or, of sets, as many as there are. */
function keysOf(incident: CountedIncident, dimension: Dimension): readonly Key[] {
  const set = (values: readonly string[]): readonly Key[] => (values.length === 0 ? [null] : values);
  switch (dimension) {
    case "SEVERITY":
      return [incident.severity];
    case "TYPE":
      return [incident.type];
    case "SOC":
      return [incident.socId];
    case "SIGN":
      return [incident.sign];
    case "SECTOR":
      return set(incident.sectors);
    case "OBJECT_KIND":
      return set(incident.kinds);
    case "CONTOUR":
      return set(incident.contours);
    case "CONSEQUENCE":
      return set(incident.consequences);
    case "DAY":
    case "WEEK":
    case "MONTH":
    case "QUARTER":
    case "YEAR":
      return [beginningOf(dimension, incident.day)];
  }
}

/** What was counted by rows of which each stands for several incidents. */
export interface Counted {
  readonly keys: readonly (readonly Key[])[];
  readonly incidents: number;
}

/** An incident as such a row. */
export function counted(incident: CountedIncident, by: readonly Dimension[]): Counted {
  return { keys: by.map((dimension) => keysOf(incident, dimension)), incidents: 1 };
}

/** The groups of such rows, in no order: a row with several values in a dimension counts under each. */
export function groupsOf(rows: Iterable<Counted>): Group[] {
  const groups = new Map<string, { keys: readonly Key[]; incidents: number }>();
  for (const { keys, incidents } of rows)
    for (const one of combinations(keys)) {
      const name = JSON.stringify(one);
      const group = groups.get(name);
      if (group) group.incidents += incidents;
      else groups.set(name, { keys: one, incidents });
    }
  return [...groups.values()];
}

function combinations(keys: readonly (readonly Key[])[]): readonly (readonly Key[])[] {
  return keys.reduce<readonly (readonly Key[])[]>(
    (before, values) => before.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );
}

/**
 * Groups in the order of their keys: lists in their own order, times from the earliest, SOCs as `socs` has them (by code), what is
 * not known last.
 */
export function inOrder(groups: readonly Group[], by: readonly Dimension[], socs: readonly string[]): Group[] {
  const orders = by.map((dimension): ((key: string) => number | string) => {
    if (isTime(dimension)) return (key) => key;
    const list: readonly string[] = dimension === "SOC" ? socs : VALUES[dimension];
    const places = new Map(list.map((value, place) => [value, place]));
    return (key) => places.get(key) ?? places.size;
  });
  return groups.toSorted((one, other) => {
    for (const [place, order] of orders.entries()) {
      const [a, b] = [one.keys[place] ?? null, other.keys[place] ?? null];
      if (a === b) continue;
      if (a === null) return 1;
      if (b === null) return -1;
      const [before, after] = [order(a), order(b)];
      if (before !== after) return before < after ? -1 : 1;
    }
    return 0;
  });
}
