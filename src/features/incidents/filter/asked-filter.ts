import { holdsNothing, boundsOf, type Bounds } from "../../../domain/duration.js";
import { SEVERITIES, SEVERITY_CODES, type Severity } from "../../../domain/incident-card.js";
import type { Instant } from "../../../domain/instant.js";
import { isNumber } from "../../../domain/references.js";
import { Refusal } from "../../../domain/refusal.js";
import { say, type Saying } from "../../../domain/wording/wording.js";
import type { CodeComparison } from "../../../graph/comparisons.js";
import type { Period } from "../../../graph/period.js";
import type { TermRuleName } from "../../obligations/term-rule.types.js";
import type { IncidentFilter, SeverityComparison } from "../incident-filter.types.js";
import { digestIn, hostIn, networkIn } from "../../indicators/asked-values.js";
import { normalForm, type Codes, type Condition, type Leaf, type ObjectWanted, type SetWanted } from "./condition.js";

/** What things were called by the caller, and where. */
export interface Names {
  readonly type: "Soc" | "ProtectedObject" | "Owner" | "Notification";
  readonly texts: readonly string[];
  readonly path: readonly string[];
  /** By number or code alone, not by id as well. */
  readonly isCode: boolean;
  /** Named by itself, not in a list. */
  readonly isOne: boolean;
}

const BY_ID_TOO = { isCode: false, isOne: false };
const BY_CODE = { isCode: true, isOne: false };

type Asked = Condition<Names>;
type Path = readonly string[];

/** How much may be asked at once. */
export const FILTER_LIMITS = { depth: 4, leaves: 30, values: 200, branches: 4 } as const;

/**
 * A filter as it was asked, in normal form; what it names is still to be found. Throws BAD_USER_INPUT, with its path, for what could
 * only be a mistake: null, an empty list or object, a period in which nothing lies, more than FILTER_LIMITS.
 */
export function askedFilter(filter: IncidentFilter, now: Instant, path: Path): Asked {
  return normalForm(new FilterReader(now).read(filter, path, 0));
}

class FilterReader {
  private leaves = 0;

  constructor(private readonly now: Instant) {}

  read(filter: IncidentFilter, path: Path, depth: number): Asked {
    if (depth > FILTER_LIMITS.depth) refuse("filterTooLarge", path, "depth");
    return { is: "ALL", of: given(filter).flatMap((field) => this.field(filter, field, path, depth)) };
  }

  private field(filter: IncidentFilter, field: keyof IncidentFilter, path: Path, depth: number): readonly Asked[] {
    const at = [...path, field];
    // The fields of before took null for being left out.
    if (filter[field] === null && OF_BEFORE.has(field)) return [];
    const inner = (one: IncidentFilter, ...step: string[]): Asked => this.read(one, [...at, ...step], depth + 1);
    if (field === "and" || field === "or") {
      const of = filled(filter[field], at).map((one, index) => inner(one, String(index)));
      return [{ is: field === "and" ? "ALL" : "ANY", of }];
    }
    if (field === "not") return [{ is: "NOT", of: inner(asked(filter.not, at)) }];
    if (field === "object") return this.object(asked(filter.object, at), at);
    if (field === "card") return this.card(asked(filter.card, at), at);
    if (field === "indicator") return this.indicator(asked(filter.indicator, at), at);
    this.count(at);
    return this.leaf(filter, field, at);
  }

  private leaf(
    filter: IncidentFilter,
    field: Exclude<keyof IncidentFilter, "and" | "or" | "not" | "object" | "card" | "indicator">,
    at: Path,
  ): readonly Asked[] {
    switch (field) {
      case "socs":
        return [{ is: "SOC", ids: { ...BY_ID_TOO, type: "Soc", texts: filter.socs ?? [], path: at } }];
      case "soc":
        return this.socs(asked(asked(filter.soc, at).code, [...at, "code"]), [...at, "code"]);
      case "objects":
        return [
          { is: "OBJECTS", ids: { ...BY_ID_TOO, type: "ProtectedObject", texts: filter.objects ?? [], path: at } },
        ];
      case "severities":
        return [{ is: "LEVEL", levels: (filter.severities ?? []).map((one) => SEVERITY_CODES[one]) }];
      case "severity":
        return severityOf(asked(filter.severity, at), at);
      case "types":
        return [{ is: "TYPE", types: filter.types ?? [] }];
      case "type": {
        const type = asked(filter.type, at);
        return given(type, at).map((name): Asked => {
          const types = name === "eq" ? [asked(type.eq, [...at, name])] : filled(type[name], [...at, name]);
          return name === "notIn" ? not({ is: "TYPE", types }) : { is: "TYPE", types };
        });
      }
      case "received":
      case "confirmed":
      case "occurred":
        return [{ is: "TIME", of: field, within: this.period(asked(filter[field], at), at) }];
      case "hasCard":
        return [unless(!asked(filter.hasCard, at), { is: "HAS_CARD" })];
      case "retracted":
        return [unless(!asked(filter.retracted, at), { is: "RETRACTED" })];
      case "duty":
        return this.duty(filter, at);
      case "notification": {
        const match = asked(filter.notification, at);
        const fields = given(match, at);
        const number = fields.includes("number") ? asked(match.number, [...at, "number"]) : null;
        const subject = fields.includes("subject") ? asked(match.subject, [...at, "subject"]) : null;
        const ids: Names | null =
          number === null
            ? null
            : { ...BY_CODE, isOne: true, type: "Notification", texts: [number], path: [...at, "number"] };
        return [{ is: "NOTIFICATION", ...(ids ? { ids } : {}), ...(subject ? { subject } : {}) }];
      }
      case "knownExploited":
        return [unless(!asked(filter.knownExploited, at), { is: "KNOWN_EXPLOITED" })];
      case "openQuestions":
        return [{ is: "OPEN_QUESTION", questions: filter.openQuestions ?? [] }];
      case "obligation": {
        const { kind, standings } = asked(filter.obligation, at);
        return [{ is: "DUTY", where: { kinds: [kind], standings } }];
      }
    }
  }

  private socs(code: CodeComparison, at: Path): Asked[] {
    const { in: names, notIn, prefix } = codesOf(code, "Soc", at);
    return [
      ...names.map((ids): Asked => ({ is: "SOC", ids })),
      ...(notIn ? [not({ is: "SOC", ids: notIn })] : []),
      ...(prefix === undefined ? [] : [{ is: "SOC_BEGINS" as const, prefix }]),
    ];
  }

  private object(match: NonNullable<IncidentFilter["object"]>, at: Path): Asked[] {
    const fields = given(match, at);
    for (const field of fields) this.count([...at, field]);
    const registered = fields.includes("registered") ? asked(match.registered, [...at, "registered"]) : null;
    const has = <Field extends keyof typeof match>(field: Field) =>
      fields.includes(field) ? asked(match[field], [...at, field]) : null;
    const [code, owner, sectors, kinds] = [has("code"), has("owner"), has("sectors"), has("kinds")];
    const where: ObjectWanted<Names> = {
      ...(code ? { code: codesOf(code, "ProtectedObject", [...at, "code"]) } : {}),
      ...(owner ? { owner: codesOf(owner, "Owner", [...at, "owner"]) } : {}),
      ...(sectors ? { sectors: setOf(sectors, [...at, "sectors"]) } : {}),
      ...(kinds ? { kinds: setOf(kinds, [...at, "kinds"]) } : {}),
    };
    if (registered !== false) return [{ is: "OBJECT", where }];
    // What is only described has none of the rest.
    if (fields.length > 1) refuse("describedHasNone", [...at, "registered"]);
    return [{ is: "DESCRIBED" }];
  }

  private card(match: NonNullable<IncidentFilter["card"]>, at: Path): Asked[] {
    const fields = given(match, at);
    for (const field of fields) this.count([...at, field]);
    const values = fields.map((field) => {
      const value = asked(match[field], [...at, field]);
      return [field, typeof value === "object" ? setOf<string>(value, [...at, field]) : value];
    });
    return [{ is: "CARD", where: Object.fromEntries(values) as object }];
  }

  private duty(filter: IncidentFilter, at: Path): Asked[] {
    const match = asked(filter.duty, at);
    const fields = given(match, at);
    const has = (field: (typeof fields)[number]): boolean => fields.includes(field);
    const rules = has("rule") ? filled(match.rule, [...at, "rule"]).map((name) => ruleOf(name)) : null;
    const standings = has("standings") ? filled(match.standings, [...at, "standings"]) : null;
    const due = has("due") ? this.period(asked(match.due, [...at, "due"]), [...at, "due"]) : null;
    const none = has("none") && asked(match.none, [...at, "none"]);
    const where = { ...(rules ? { rules } : {}), ...(standings ? { standings } : {}), ...(due ? { due } : {}) };
    return [unless(none, { is: "DUTY", where })];
  }

  private indicator(match: NonNullable<IncidentFilter["indicator"]>, at: Path): Asked[] {
    return given(match, at).map((field): Asked => {
      const path = [...at, field];
      this.count(path);
      if (field === "under") return { is: "INDICATOR_UNDER", host: hostIn(asked(match.under, path), path) };
      if (field === "within") return { is: "INDICATOR_WITHIN", network: networkIn(asked(match.within, path), path) };
      const isList = field === "list";
      const values = isList ? filled(match.list, path) : [asked(match.is, path)];
      const digests = values.map(({ type, value }, place) =>
        digestIn(type, value, [...path, ...(isList ? [String(place)] : []), "value"]),
      );
      return { is: "INDICATOR", digests };
    });
  }

  private period(period: Period, at: Path): Bounds {
    const bounds = boundsOf(period, this.now);
    if (holdsNothing(bounds) && bounds.from !== undefined) {
      const end = period.before ? "before" : period.olderThan ? "olderThan" : "next";
      throw new Refusal("BAD_USER_INPUT", say("periodBackwards", { startsAt: bounds.from }), [...at, end]);
    }
    return bounds;
  }

  private count(at: Path): void {
    this.leaves += 1;
    if (this.leaves > FILTER_LIMITS.leaves) refuse("filterTooLarge", at, "leaves");
  }
}

/** Fields in which null was, and is, the same as being left out, and an empty list matches nothing. */
const OF_BEFORE: ReadonlySet<keyof IncidentFilter> = new Set([
  "socs",
  "objects",
  "severities",
  "types",
  "received",
  "confirmed",
  "openQuestions",
  "obligation",
]);

function severityOf(comparison: SeverityComparison, at: Path): Asked[] {
  const codes = (levels: readonly Severity[]): readonly number[] => levels.map((one) => SEVERITY_CODES[one]);
  return given(comparison, at).map((name): Asked => {
    const path = [...at, name];
    switch (name) {
      case "eq":
        return { is: "LEVEL", levels: codes([asked(comparison.eq, path)]) };
      case "in":
        return { is: "LEVEL", levels: codes(filled(comparison.in, path)) };
      case "notIn":
        return not({ is: "LEVEL", levels: codes(filled(comparison.notIn, path)) });
      case "atLeast": {
        const least = SEVERITY_CODES[asked(comparison.atLeast, path)];
        return { is: "LEVEL", levels: codes(SEVERITIES).filter((level) => level >= least) };
      }
      case "isNull":
        return { is: "LEVEL", levels: asked(comparison.isNull, path) ? [0] : codes(SEVERITIES) };
    }
  });
}

function codesOf(comparison: CodeComparison, type: Names["type"], at: Path): Codes<Names> {
  const fields = given(comparison, at);
  const names = (field: "eq" | "in" | "notIn"): Names | null => {
    const path = [...at, field];
    if (!fields.includes(field)) return null;
    return field === "eq"
      ? { ...BY_CODE, isOne: true, type, texts: [asked(comparison.eq, path)], path }
      : { ...BY_CODE, type, texts: filled(comparison[field], path), path };
  };
  const notIn = names("notIn");
  const prefix = fields.includes("startsWith") ? asked(comparison.startsWith, [...at, "startsWith"]) : null;
  if (prefix !== null && !isNumber(prefix))
    throw new Refusal("BAD_USER_INPUT", say("notOfKind", { near: null }), [...at, "startsWith"]);
  return {
    in: [names("eq"), names("in")].filter((one) => one !== null),
    ...(notIn ? { notIn } : {}),
    ...(prefix === null ? {} : { prefix: prefix.toUpperCase() }),
  };
}

function setOf<Value extends string>(
  comparison: { [Name in "any" | "all" | "none"]?: Value[] | null },
  at: Path,
): SetWanted<Value> {
  return Object.fromEntries(given(comparison, at).map((name) => [name, filled(comparison[name], [...at, name])]));
}

function ruleOf(name: TermRuleName) {
  return name.replace("_", ".") as "R9.1";
}

function not(of: Leaf<Names>): Asked {
  return { is: "NOT", of };
}

function unless(isDenied: boolean, leaf: Leaf<Names>): Asked {
  return isDenied ? not(leaf) : leaf;
}

/** The fields that were given, null among them. `at`: where an object without any is refused. */
function given<Input extends object>(input: Input, at?: Path): (keyof Input & string)[] {
  const fields = (Object.keys(input) as (keyof Input & string)[]).filter((name) => input[name] !== undefined);
  if (fields.length === 0 && at) refuse("filterEmpty", at);
  return fields;
}

function asked<Value>(value: Value | null | undefined, at: Path): Value {
  if (value === null || value === undefined) refuse("filterNull", at);
  return value;
}

function filled<Value>(list: readonly Value[] | null | undefined, at: Path): readonly Value[] {
  const values = asked(list, at);
  if (values.length === 0) refuse("filterEmpty", at);
  if (values.length > FILTER_LIMITS.values) refuse("filterTooLarge", at, "values");
  return values;
}

function refuse(key: "filterTooLarge", path: Path, measure: keyof typeof FILTER_LIMITS): never;
function refuse(key: "filterNull" | "filterEmpty" | "describedHasNone", path: Path): never;
function refuse(
  key: "filterTooLarge" | "filterNull" | "filterEmpty" | "describedHasNone",
  path: Path,
  measure: keyof typeof FILTER_LIMITS = "depth",
): never {
  const says: Saying = key === "filterTooLarge" ? say(key, { measure, most: FILTER_LIMITS[measure] }) : say(key, {});
  throw new Refusal("BAD_USER_INPUT", says, path);
}

/** Refuses a filter of which more lists would be read than may be: `FILTER_LIMITS.branches`. */
export function expectBranches(count: number, path: Path): void {
  if (count > FILTER_LIMITS.branches) refuse("filterTooLarge", path, "branches");
}
