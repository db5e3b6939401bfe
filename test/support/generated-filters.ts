import type { Scope } from "../../src/domain/access.js";
import {
  CONSEQUENCES,
  INCIDENT_SCALES,
  INCIDENT_SIGNS,
  INCIDENT_TYPES,
  NETWORK_CONTOURS,
  RECURRENCES,
  SEVERITIES,
} from "../../src/domain/incident-card.js";
import { DAY, HOUR, instant } from "../../src/domain/instant.js";
import { OBLIGATION_KINDS, STANDINGS } from "../../src/domain/obligations.js";
import { OBJECT_KINDS, SECTORS } from "../../src/domain/parties.js";
import type { SortKey } from "../../src/features/incidents/filter/order.js";
import type { IncidentFilter } from "../../src/features/incidents/incident-filter.types.js";
import type { CodeComparison } from "../../src/graph/comparisons.js";
import type { Period } from "../../src/graph/period.js";
import { chances, picking, type IncidentWorld } from "./incident-world.js";

/** Generates filters that name only what one scope may see: anything else is refused (`test/gateway/filters`). */
export class FilterGenerator {
  private readonly pick;
  private readonly known;

  constructor(seed: number, world: IncidentWorld, scope: Scope) {
    this.pick = picking(chances(seed));
    const objects = world.objects.filter(({ coveredBy, owner }) =>
      scope.sees === "EVERYTHING"
        ? true
        : scope.sees === "SOC"
          ? coveredBy.some(({ id }) => id === scope.soc)
          : owner.id === scope.owner,
    );
    const covering = new Set(objects.flatMap(({ coveredBy }) => coveredBy));
    this.known = {
      now: world.now,
      socs: world.socs
        .filter(
          (soc) => scope.sees === "EVERYTHING" || (scope.sees === "SOC" ? soc.id === scope.soc : covering.has(soc)),
        )
        .map(({ code }) => code),
      owners: [...new Set(objects.map(({ owner }) => owner.code))],
      objects: objects.map(({ code }) => code),
      notifications: world.notifications
        .filter(
          ({ told }) =>
            scope.sees === "EVERYTHING" || (scope.sees === "SOC" && told.some(({ id }) => id === scope.soc)),
        )
        .map(({ number }) => number),
    };
  }

  order(): SortKey[] {
    const { upTo, one } = this.pick;
    const fields = ["RECEIVED", "CONFIRMED", "SEVERITY", "TYPE"] as const;
    const chosen = new Set(Array.from({ length: 1 + upTo(2) }, () => one(fields)));
    return [...chosen].map((field) => ({ field, direction: one(["ASC", "DESC"]) }));
  }

  filter(depth = 0, leaves = 3): IncidentFilter {
    const { chance, upTo } = this.pick;
    const filter: IncidentFilter = {};
    for (let count = upTo(leaves); count > 0; count -= 1) Object.assign(filter, this.leaf());
    if (depth < 3) {
      const inner = (): IncidentFilter => this.filter(depth + 1, 2);
      if (chance(0.25)) filter.and = [inner(), ...(chance(0.5) ? [inner()] : [])];
      if (chance(depth === 0 ? 0.4 : 0.15)) filter.or = Array.from({ length: 1 + upTo(2) }, inner);
      if (chance(0.2)) filter.not = inner();
    }
    return filter;
  }

  private leaf(): IncidentFilter {
    const { one, some, chance } = this.pick;
    const few = <Value>(of: readonly Value[]): Value[] => [one(of), ...some(of, 0.3)];
    switch (one(LEAVES)) {
      case "socs":
        return { socs: few(this.known.socs) };
      case "soc":
        return { soc: { code: this.code(this.known.socs) } };
      case "objects":
        return { objects: chance(0.1) ? [] : few(this.known.objects).slice(0, 40) };
      case "object":
        return { object: this.object() };
      case "severities":
        return { severities: some(SEVERITIES) };
      case "severity":
        return {
          severity: one([
            { eq: one(SEVERITIES) },
            { in: few(SEVERITIES) },
            { notIn: few(SEVERITIES) },
            { atLeast: one(SEVERITIES) },
            { isNull: chance(0.5) },
            { atLeast: one(SEVERITIES), notIn: few(SEVERITIES) },
          ]),
        };
      case "types":
        return { types: some(TYPES) };
      case "type":
        return { type: one([{ eq: one(TYPES) }, { in: few(TYPES) }, { notIn: few(TYPES) }]) };
      case "received":
        return { received: this.period() };
      case "confirmed":
        return { confirmed: this.period() };
      case "occurred":
        return { occurred: this.period() };
      case "hasCard":
        return { hasCard: chance(0.5) };
      case "card":
        return { card: this.card(few) };
      case "retracted":
        return { retracted: chance(0.3) };
      case "knownExploited":
        return { knownExploited: chance(0.6) };
      case "duty":
        return {
          duty: {
            ...(chance(0.6) ? { rule: few(["R9_1", "R9_2", "R9_3", "RA_1"] as const) } : {}),
            ...(chance(0.6) ? { standings: few(STANDINGS) } : {}),
            ...(chance(0.3) ? { due: this.period() } : {}),
            none: chance(0.3),
          },
        };
      case "obligation":
        return { obligation: { kind: one(OBLIGATION_KINDS), standings: some(STANDINGS) } };
      case "notification":
        return this.known.notifications.length > 0 && chance(0.6)
          ? { notification: { number: this.cased(one(this.known.notifications)) } }
          : { notification: { subject: one(["THREAT", "EVENT"] as const) } };
    }
  }

  private object(): NonNullable<IncidentFilter["object"]> {
    const { one, some, chance } = this.pick;
    if (chance(0.15)) return { registered: chance(0.3) };
    const set = <Value>(of: readonly Value[]) => ({ [one(["any", "all", "none"])]: [one(of), ...some(of, 0.2)] });
    const object = {
      ...(chance(0.25) ? { code: this.code(this.known.objects) } : {}),
      ...(chance(0.4) ? { owner: this.code(this.known.owners) } : {}),
      ...(chance(0.4) ? { sectors: set(SECTORS.slice(0, 4)) } : {}),
      ...(chance(0.3) ? { kinds: set(OBJECT_KINDS) } : {}),
    };
    return Object.keys(object).length === 0 ? { registered: true } : object;
  }

  private card(few: <Value>(of: readonly Value[]) => Value[]): NonNullable<IncidentFilter["card"]> {
    const { one } = this.pick;
    return one([
      { scale: one(INCIDENT_SCALES) },
      { sign: one(INCIDENT_SIGNS), recurrence: one(RECURRENCES) },
      { contours: { any: few(NETWORK_CONTOURS) } },
      { contours: { none: few(NETWORK_CONTOURS) }, scale: one(INCIDENT_SCALES) },
      { consequences: { all: few(CONSEQUENCES) } },
      { consequences: { any: few(CONSEQUENCES), none: [one(CONSEQUENCES)] } },
    ]);
  }

  private code(codes: readonly string[]): CodeComparison {
    const { one, some } = this.pick;
    const few = [one(codes), ...some(codes, 0.3)].map((code) => this.cased(code)).slice(0, 30);
    const first = one(codes);
    return one([
      { eq: this.cased(first) },
      { in: few },
      { notIn: few },
      { startsWith: this.cased(first.slice(0, -1)) },
    ]);
  }

  private cased(code: string): string {
    return this.pick.chance(0.3) ? code.toLowerCase() : code;
  }

  private period(): Period {
    const { upTo, one } = this.pick;
    const { now } = this.known;
    const length = { months: 0, days: upTo(30), milliseconds: (1 + upTo(20)) * HOUR };
    const from = instant(now - upTo(60) * DAY);
    return one<Period>([
      { from },
      { before: from },
      { from, before: instant(from + 1 + upTo(20) * DAY) },
      { last: length },
      { olderThan: length },
      { next: length },
      { from: instant(now - 300 * DAY), olderThan: length },
    ]);
  }
}

const TYPES = INCIDENT_TYPES.slice(0, 5);

const LEAVES = [
  "socs", "soc", "objects", "object", "object", "severities", "severity", "types", "type", "received", "confirmed", "occurred", "hasCard",
  "card", "retracted", "duty", "obligation", "notification", "knownExploited",
] as const; // prettier-ignore
