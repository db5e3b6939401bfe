import type { Bounds } from "../../../domain/duration.js";
import type {
  Consequence,
  IncidentScale,
  IncidentSign,
  IncidentType,
  NetworkContour,
  Recurrence,
} from "../../../domain/incident-card.js";
import type { Subject } from "../../../domain/notification.js";
import type { OpenQuestion } from "../../../domain/open-questions.js";
import type { ObligationKind, Standing, Term } from "../../../domain/obligations.js";
import type { ObjectKind, Sector } from "../../../domain/parties.js";

/**
 * What is asked of an incident: conditions joined by and, or and not over leaves. Pure values: what compiles them to SQL
 * (`filter-sql`, `list-sql`) and what evaluates them one incident at a time (the tests) start from the same. `Ids` is what names
 * things: as the caller wrote them (`Names`), then inner ids.
 *
 * A new leaf: its shape here, its field in `incident-filter.types`, its line in `asked-filter` and in `filter-sql`.
 */
export type Condition<Ids = readonly string[]> =
  | { readonly is: "ALL"; readonly of: readonly Condition<Ids>[] }
  | { readonly is: "ANY"; readonly of: readonly Condition<Ids>[] }
  | { readonly is: "NOT"; readonly of: Condition<Ids> }
  | Leaf<Ids>;

/** A condition on one incident alone, or on one row of another table that belongs to it. */
export type Leaf<Ids = readonly string[]> =
  // Own columns.
  | { readonly is: "LEVEL"; readonly levels: readonly number[] }
  | { readonly is: "TYPE"; readonly types: readonly IncidentType[] }
  | { readonly is: "TIME"; readonly of: "received" | "confirmed" | "occurred"; readonly within: Bounds }
  | { readonly is: "RETRACTED" }
  // Small tables.
  | { readonly is: "SOC"; readonly ids: Ids }
  | { readonly is: "SOC_BEGINS"; readonly prefix: string }
  | { readonly is: "OBJECTS"; readonly ids: Ids }
  | { readonly is: "OBJECT"; readonly where: ObjectWanted<Ids> }
  | { readonly is: "DESCRIBED" }
  // Many rows for each incident.
  | { readonly is: "HAS_CARD" }
  | { readonly is: "CARD"; readonly where: CardWanted }
  | { readonly is: "DUTY"; readonly where: DutyWanted }
  | { readonly is: "NOTIFICATION"; readonly ids?: Ids; readonly subject?: Subject }
  // Digests of values; a host as `Place` has it; a network in normal form.
  | { readonly is: "INDICATOR"; readonly digests: readonly string[] }
  | { readonly is: "CAMPAIGN"; readonly id: string }
  | { readonly is: "INDICATOR_UNDER"; readonly host: string }
  | { readonly is: "INDICATOR_WITHIN"; readonly network: string }
  | { readonly is: "KNOWN_EXPLOITED" }
  | { readonly is: "OPEN_QUESTION"; readonly questions: readonly OpenQuestion[] };

export interface Codes<Ids> {
  readonly in: readonly Ids[];
  readonly notIn?: Ids;
  readonly prefix?: string;
}

export interface SetWanted<Value> {
  readonly any?: readonly Value[];
  readonly all?: readonly Value[];
  readonly none?: readonly Value[];
}

/** One registered object with all of this. */
export interface ObjectWanted<Ids = readonly string[]> {
  readonly code?: Codes<Ids>;
  readonly owner?: Codes<Ids>;
  readonly sectors?: SetWanted<Sector>;
  readonly kinds?: SetWanted<ObjectKind>;
}

/** The last revision of the card with all of this. */
export interface CardWanted {
  readonly scale?: IncidentScale;
  readonly sign?: IncidentSign;
  readonly recurrence?: Recurrence;
  readonly contours?: SetWanted<NetworkContour>;
  readonly consequences?: SetWanted<Consequence>;
}

/** One duty with all of this. */
export interface DutyWanted {
  readonly kinds?: readonly ObligationKind[];
  readonly rules?: readonly Term["rule"][];
  readonly standings?: readonly Standing[];
  readonly due?: Bounds;
}

/** What holds of every incident, and of none. */
export const ALWAYS = { is: "ALL", of: [] } as const;
export const NEVER = { is: "ANY", of: [] } as const;

export function isAlways<Ids>(condition: Condition<Ids>): boolean {
  return condition.is === "ALL" && condition.of.length === 0;
}

export function isNever<Ids>(condition: Condition<Ids>): boolean {
  return condition.is === "ANY" && condition.of.length === 0;
}

/**
 * The normal form: no ALL in an ALL, no ANY in an ANY, no NOT of a NOT, none of either with one member, and neither `ALWAYS` nor
 * `NEVER` inside anything. It means the same.
 */
export function normalForm<Ids>(condition: Condition<Ids>): Condition<Ids> {
  if (condition.is === "NOT") {
    const of = normalForm(condition.of);
    if (of.is === "NOT") return of.of;
    return isAlways(of) ? NEVER : isNever(of) ? ALWAYS : { is: "NOT", of };
  }
  if (condition.is !== "ALL" && condition.is !== "ANY") return condition;
  const { is } = condition;
  const parts = condition.of.map((one) => normalForm(one)).flatMap((one) => (one.is === is ? one.of : [one]));
  // What decides the whole: one that never holds among all, one that always does among any.
  const decides = is === "ALL" ? isNever : isAlways;
  if (parts.some((one) => decides(one))) return is === "ALL" ? NEVER : ALWAYS;
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : { is, of: parts };
}

/** The members of an ALL; a condition that is none is its own. */
export function conjunctsOf<Ids>(condition: Condition<Ids>): readonly Condition<Ids>[] {
  return condition.is === "ALL" ? condition.of : [condition];
}

/** Whether a condition asks about other tables than the incident's own columns. */
export function asksElsewhere(condition: Condition): boolean {
  if (condition.is === "ALL" || condition.is === "ANY") return condition.of.some(asksElsewhere);
  return condition.is === "NOT" ? asksElsewhere(condition.of) : !OF_ITS_OWN.has(condition.is);
}

const OF_ITS_OWN: ReadonlySet<Leaf["is"]> = new Set(["LEVEL", "TYPE", "TIME", "RETRACTED", "SOC", "SOC_BEGINS"]);

/** How many `branchesOf` a condition there are: known without making them. */
export function branchCount(condition: Condition): number {
  return conjunctsOf(condition)
    .map((one) => (one.is === "ANY" && asksElsewhere(one) ? sum(one.of.map(branchCount)) : 1))
    .reduce((product, count) => product * count, 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The conditions of which one must hold, in place of an ANY among others that asks other tables: a page of each is read. */
export function branchesOf(condition: Condition): readonly Condition[] {
  const conjuncts = conjunctsOf(condition);
  const at = conjuncts.findIndex((one) => one.is === "ANY" && asksElsewhere(one));
  const alternatives = conjuncts[at];
  if (alternatives?.is !== "ANY") return [condition];
  const others = conjuncts.filter((_, index) => index !== at);
  return alternatives.of.flatMap((one) => branchesOf(normalForm({ is: "ALL", of: [one, ...others] })));
}
