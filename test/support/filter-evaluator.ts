import type { Scope } from "../../src/domain/access.js";
import { SEVERITIES } from "../../src/domain/incident-card.js";
import { DAY, type Instant } from "../../src/domain/instant.js";
import type { SortKey } from "../../src/features/incidents/filter/order.js";
import type { IncidentFilter } from "../../src/features/incidents/incident-filter.types.js";
import type { Period } from "../../src/graph/period.js";
import {
  EXPLOITED_CVES,
  type IncidentWorld,
  type Named,
  type WorldDuty,
  type WorldIncident,
  type WorldObject,
} from "./incident-world.js";

/** What a filter means, written from the descriptions of the schema: one incident at a time, without a database. */
export class Evaluator {
  constructor(
    private readonly world: IncidentWorld,
    private readonly scope: Scope,
  ) {}

  /** All that fit, in order. */
  list(filter: IncidentFilter, sortBy: readonly SortKey[]): WorldIncident[] {
    return this.world.incidents
      .filter((one) => this.seesIncident(one) && this.fits(one, filter))
      .toSorted((a, b) => compare(a, b, sortBy));
  }

  private seesIncident({ soc, objects }: WorldIncident): boolean {
    const { scope } = this;
    if (scope.sees === "EVERYTHING") return true;
    return scope.sees === "SOC" ? soc.id === scope.soc : objects.some(({ owner }) => owner.id === scope.owner);
  }

  private seesObject({ coveredBy, owner }: WorldObject): boolean {
    const { scope } = this;
    if (scope.sees === "EVERYTHING") return true;
    return scope.sees === "SOC" ? coveredBy.some(({ id }) => id === scope.soc) : owner.id === scope.owner;
  }

  private seesOwner(owner: Named): boolean {
    const { scope } = this;
    if (scope.sees === "OWNER") return owner.id === scope.owner;
    return this.world.objects.some((object) => object.owner === owner && this.seesObject(object));
  }

  /** Whether an incident fits; every field of the filter that is there must hold. */
  private fits(one: WorldIncident, filter: IncidentFilter): boolean {
    return Object.entries(filter).every(
      ([name, asked]) => asked === null || this.holds(one, name as keyof IncidentFilter, filter),
    );
  }

  private holds(one: WorldIncident, name: keyof IncidentFilter, filter: IncidentFilter): boolean {
    switch (name) {
      case "and":
        return filter.and!.every((inner) => this.fits(one, inner));
      case "or":
        return filter.or!.some((inner) => this.fits(one, inner));
      case "not":
        return !this.fits(one, filter.not!);
      case "socs":
        return filter.socs!.some((code) => code.toUpperCase() === one.soc.code);
      case "soc":
        return isCode(one.soc.code, filter.soc!.code!);
      case "objects":
        return one.objects.some(
          (object) => this.seesObject(object) && filter.objects!.some((code) => code.toUpperCase() === object.code),
        );
      case "object": {
        const { registered, ...rest } = filter.object!;
        if (registered === false) return one.isDescribed && this.scope.sees !== "OWNER";
        return one.objects.some((object) => this.seesObject(object) && this.isObject(object, rest));
      }
      case "severities":
        return filter.severities!.some((level) => level === one.severity);
      case "severity": {
        const { eq, in: some, notIn, atLeast, isNull } = filter.severity!;
        const rank = SEVERITIES.findIndex((level) => level === one.severity);
        return (
          (!eq || one.severity === eq) &&
          (!some || some.some((level) => level === one.severity)) &&
          !notIn?.some((level) => level === one.severity) &&
          (!atLeast || (rank >= 0 && rank <= SEVERITIES.indexOf(atLeast))) &&
          (isNull === undefined || isNull === (one.severity === null))
        );
      }
      case "types":
        return filter.types!.some((type) => type === one.type);
      case "type": {
        const { eq, in: some, notIn } = filter.type!;
        const isOneOf = (types: readonly string[]): boolean => types.includes(one.type);
        return (!eq || isOneOf([eq])) && (!some || isOneOf(some)) && !(notIn && isOneOf(notIn));
      }
      case "received":
        return this.within(one.receivedAt, filter.received!);
      case "confirmed":
        return this.within(one.confirmedAt, filter.confirmed!);
      case "occurred":
        return this.within(one.occurredAt, filter.occurred!);
      case "hasCard":
        return (one.card !== null) === filter.hasCard;
      case "card": {
        const { card } = one;
        if (!card) return false;
        const { contours, consequences, ...rest } = filter.card!;
        return (
          Object.entries(rest).every(([field, value]) => card[field as "scale"] === value) &&
          isSet(card.contours, contours) &&
          isSet(card.consequences, consequences)
        );
      }
      case "retracted":
        return (one.retractedAt !== null) === filter.retracted;
      case "duty": {
        const { none, ...rest } = filter.duty!;
        return one.duties.some((duty) => this.isDuty(duty, rest)) !== (none ?? false);
      }
      case "obligation":
        return one.duties.some(
          (duty) =>
            duty.kind === filter.obligation!.kind && this.isDuty(duty, { standings: filter.obligation!.standings }),
        );
      case "notification": {
        const { number, subject } = filter.notification!;
        return one.notifications.some(
          (told) =>
            (this.scope.sees === "EVERYTHING" ||
              told.told.some(({ id }) => this.scope.sees === "SOC" && id === this.scope.soc)) &&
            (!number || number.toUpperCase() === told.number) &&
            (!subject || subject === told.subject),
        );
      }
      case "knownExploited":
        return (
          (one.retractedAt === null && one.cves.some((cve) => EXPLOITED_CVES.includes(cve))) === filter.knownExploited
        );
      case "indicator":
        throw new Error("not generated here: test/gateway/filters");
      case "openQuestions":
        throw new Error("not generated here: test/gateway/open-questions");
    }
  }

  private isObject(
    object: WorldObject,
    { code, owner, sectors, kinds }: NonNullable<IncidentFilter["object"]>,
  ): boolean {
    return (
      (!code || isCode(object.code, code)) &&
      (!owner || (this.seesOwner(object.owner) && isCode(object.owner.code, owner))) &&
      isSet(object.sectors, sectors) &&
      isSet(object.kinds, kinds)
    );
  }

  private isDuty(duty: WorldDuty, { rule, standings, due }: NonNullable<IncidentFilter["duty"]>): boolean {
    if (this.scope.sees === "OWNER" && duty.object?.owner.id !== this.scope.owner) return false;
    const { now } = this.world;
    const standing =
      duty.dischargedAt !== null
        ? duty.dischargedAt <= duty.dueAt
          ? "MET"
          : "MET_LATE"
        : duty.waivedAt !== null
          ? "WAIVED"
          : duty.dueAt >= now
            ? "RUNNING"
            : "OVERDUE";
    return (
      (!rule || rule.some((name) => name.replace("_", ".") === duty.rule)) &&
      (!standings || standings.includes(standing)) &&
      (!due || this.within(duty.dueAt, due))
    );
  }

  private within(at: Instant | null, { from, before, last, next, olderThan }: Period): boolean {
    if (at === null) return false;
    const { now } = this.world;
    // The generated lengths are of days and hours alone, of which no clock of Almaty skipped one in 2026.
    const length = (of: { readonly days: number; readonly milliseconds: number }): number =>
      of.days * DAY + of.milliseconds;
    return (
      (from === undefined || from === null || at >= from) &&
      (before === undefined || before === null || at < before) &&
      (!last || (at >= now - length(last) && at <= now)) &&
      (!next || (at >= now && at <= now + length(next))) &&
      (!olderThan || at < now - length(olderThan))
    );
  }
}

function isCode(
  code: string,
  {
    eq,
    in: some,
    notIn,
    startsWith,
  }: { eq?: string | null; in?: string[] | null; notIn?: string[] | null; startsWith?: string | null },
): boolean {
  const isOneOf = (codes: readonly string[]): boolean => codes.some((one) => one.toUpperCase() === code);
  return (
    (!eq || isOneOf([eq])) &&
    (!some || isOneOf(some)) &&
    !(notIn && isOneOf(notIn)) &&
    (!startsWith || code.startsWith(startsWith.toUpperCase()))
  );
}

function isSet(
  values: readonly string[],
  set: { any?: string[] | null; all?: string[] | null; none?: string[] | null } | null | undefined,
): boolean {
  if (!set) return true;
  const has = (value: string): boolean => values.includes(value);
  return (!set.any || set.any.some(has)) && (!set.all || set.all.every(has)) && !set.none?.some(has);
}

/** By each field in turn; then, as the schema says, by a time in the other direction, and by id in that one. */
function compare(a: WorldIncident, b: WorldIncident, sortBy: readonly SortKey[]): number {
  const last = sortBy.at(-1)!;
  const isTimed = sortBy.some(({ field }) => field === "RECEIVED" || field === "CONFIRMED");
  const isLevelAlone = sortBy.length === 1 && last.field === "SEVERITY";
  const time: SortKey = {
    field: isLevelAlone ? "CONFIRMED" : "RECEIVED",
    direction: last.direction === "ASC" ? "DESC" : "ASC",
  };
  const all = isTimed ? sortBy : [...sortBy, time];
  for (const { field, direction } of all) {
    const [one, other] = [valueOf(a, field), valueOf(b, field)];
    if (one !== other) return (one < other ? -1 : 1) * (direction === "ASC" ? 1 : -1);
  }
  return (a.id < b.id ? -1 : 1) * (all.at(-1)!.direction === "ASC" ? 1 : -1);
}

function valueOf(one: WorldIncident, field: SortKey["field"]): number | string {
  switch (field) {
    case "RECEIVED":
      return one.receivedAt;
    case "CONFIRMED":
      return one.confirmedAt;
    case "TYPE":
      return one.type;
    case "SEVERITY":
      return one.severity === null ? 0 : SEVERITIES.length - SEVERITIES.findIndex((level) => level === one.severity);
  }
}
