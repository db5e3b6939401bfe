import { SEVERITY_CODES, type Severity } from "../../domain/incident-card.js";
import type { LocalDate } from "../../domain/instant.js";
import { fromMask, type IncidentFact, toMask, VALUES } from "../../domain/statistics.js";

/** A fact as its columns have it. */
export type FactRow = readonly [
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

/** The columns of `incident_fact` in the order of a `FactRow`, with their types. */
export const FACT_COLUMNS = {
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
/** A fact as it is kept. */
export function encoded(fact: IncidentFact): FactRow {
  return [
    fact.incidentId,
    fact.socId,
    fact.day,
    VALUES.TYPE.indexOf(fact.type),
    levelOf(fact.severity),
    fact.isRetracted,
    fact.sign === null ? null : VALUES.SIGN.indexOf(fact.sign),
    toMask(VALUES.SECTOR, fact.sectors),
    toMask(VALUES.OBJECT_KIND, fact.kinds),
    toMask(VALUES.CONTOUR, fact.contours),
    toMask(VALUES.CONSEQUENCE, fact.consequences),
    fact.seconds.TIME_TO_REPORT,
    fact.seconds.TIME_TO_CARD,
    fact.seconds.TIME_TO_REVIEW,
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

function setOf(list: readonly string[], mask: number): readonly (string | null)[] {
  return mask === 0 ? [null] : fromMask(list, mask);
}
