import { SEVERITY_CODES, type Severity } from "../../domain/incident-card.js";
import type { LocalDate } from "../../domain/instant.js";
import { all, type Parameters } from "../../platform/sql.js";
import type { Condition, Leaf } from "../incidents/filter/condition.js";
import { fromMask, type CountedIncident, toMask, VALUES } from "../../domain/statistics.js";

/** An incident as its columns have it. */
export type KeptRow = readonly [
  incidentId: string,
  socId: string,
  day: LocalDate,
  type: number,
  level: number,
  isRetracted: boolean,
  sign: number | null,
  sectors: number,
  kinds: number,
  contours: number,
  consequences: number,
  report: number | null,
  card: number | null,
  review: number | null,
];

/** The columns of `counted_incident` in the order of a `KeptRow`, with their types. */
export const KEPT_COLUMNS = {
  incident_id: "uuid",
  soc_id: "uuid",
  day: "date",
  type: "smallint",
  level: "smallint",
  is_retracted: "boolean",
  sign: "smallint",
  sectors: "int",
  kinds: "int",
  contours: "int",
  consequences: "int",
  report_seconds: "int",
  card_seconds: "int",
  review_seconds: "int",
} as const;
/** An incident as it is kept. */
export function encoded(incident: CountedIncident): KeptRow {
  return [
    incident.incidentId,
    incident.socId,
    incident.day,
    VALUES.TYPE.indexOf(incident.type),
    levelOf(incident.severity),
    incident.isRetracted,
    incident.sign === null ? null : VALUES.SIGN.indexOf(incident.sign),
    toMask(VALUES.SECTOR, incident.sectors),
    toMask(VALUES.OBJECT_KIND, incident.kinds),
    toMask(VALUES.CONTOUR, incident.contours),
    toMask(VALUES.CONSEQUENCE, incident.consequences),
    incident.seconds.TIME_TO_REPORT,
    incident.seconds.TIME_TO_CARD,
    incident.seconds.TIME_TO_REVIEW,
  ];
}

/** The law's number of a level; 0 where there is none. */
export const levelOf = (severity: Severity | null): number => (severity === null ? 0 : SEVERITY_CODES[severity]);

/** A column of a dimension as it is kept, and the values that it means. */
export const KEPT = {
  SEVERITY: {
    column: "level",
    values: (kept: number) => [VALUES.SEVERITY.find((one) => SEVERITY_CODES[one] === kept) ?? null],
  },
  TYPE: { column: "type", values: (kept: number) => [VALUES.TYPE[kept] ?? null] },
  SIGN: { column: "sign", values: (kept: number | null) => [kept === null ? null : (VALUES.SIGN[kept] ?? null)] },
  SECTOR: { column: "sectors", values: (kept: number) => setOf(VALUES.SECTOR, kept) },
  OBJECT_KIND: { column: "kinds", values: (kept: number) => setOf(VALUES.OBJECT_KIND, kept) },
  CONTOUR: { column: "contours", values: (kept: number) => setOf(VALUES.CONTOUR, kept) },
  CONSEQUENCE: { column: "consequences", values: (kept: number) => setOf(VALUES.CONSEQUENCE, kept) },
} as const;

/** A condition of which the columns of the kept rows, and of the sums by day, say all. */
export type KeptCondition =
  | { readonly is: "ALL" | "ANY"; readonly of: readonly KeptCondition[] }
  | { readonly is: "NOT"; readonly of: KeptCondition }
  | Extract<Leaf, { readonly is: "LEVEL" | "TYPE" | "SOC" | "RETRACTED" }>;

export function asksKeptAlone(condition: Condition): condition is KeptCondition {
  if (condition.is === "ALL" || condition.is === "ANY") return condition.of.every((one) => asksKeptAlone(one));
  if (condition.is === "NOT") return asksKeptAlone(condition.of);
  return ["LEVEL", "TYPE", "SOC", "RETRACTED"].includes(condition.is);
}

/** Such a condition on a row `f`. */
export function keptSql(condition: KeptCondition, parameters: Parameters): string {
  switch (condition.is) {
    case "ALL":
      return all(condition.of.map((one) => keptSql(one, parameters)));
    case "ANY":
      return condition.of.map((one) => `(${keptSql(one, parameters)})`).join(" or ") || "false";
    case "NOT":
      return `not (${keptSql(condition.of, parameters)})`;
    case "LEVEL":
      return `f.level = any (${parameters.add(condition.levels)}::smallint[])`;
    case "TYPE":
      return `f.type = any (${parameters.add(condition.types.map((type) => VALUES.TYPE.indexOf(type)))}::smallint[])`;
    case "SOC":
      return `f.soc_id = any (${parameters.add(condition.ids)}::uuid[])`;
    case "RETRACTED":
      return "f.is_retracted";
  }
}

function setOf(list: readonly string[], mask: number): readonly (string | null)[] {
  return mask === 0 ? [null] : fromMask(list, mask);
}
