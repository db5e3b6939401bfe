import {
  notificationsInScope,
  objectsInScope,
  obligationsInScope,
  partiesInScope,
  partsInScope,
} from "../../../access/scope-sql.js";
import type { Scope } from "../../../domain/access.js";
import type { Bounds } from "../../../domain/duration.js";
import type { Instant } from "../../../domain/instant.js";
import { all, timestamp, type Parameters } from "../../../platform/sql.js";
import { standingInSql } from "../../obligations/standing-sql.js";
import { liesUnder, liesWithin, showsExploited, showsOneOf, showsSome } from "../../indicators/sighted-sql.js";
import { campaignMembers } from "../../sharing/members-sql.js";
import { withOpenQuestion } from "../open-questions-sql.js";
import type { CardWanted, Codes, Condition, DutyWanted, Leaf, ObjectWanted, SetWanted } from "./condition.js";

/** Through which scope, and at which instant, a filter is asked; `parameters` are those of its statement. */
export interface Asking {
  readonly scope: Scope;
  readonly parameters: Parameters;
  readonly now: Instant;
}

/**
 * A condition on a row `i` of the table incident, or for an owner of its own copies. What asks another table carries that table's own
 * scope: what somebody may not see never decides what they are shown. A leaf may be null, which counts as false: what is denied
 * is "is not true".
 */
export function filterSql(condition: Condition, asking: Asking): string {
  if (condition.is === "ALL") return all(condition.of.map((one) => filterSql(one, asking)));
  if (condition.is === "ANY") return condition.of.map((one) => `(${filterSql(one, asking)})`).join(" or ") || "false";
  return condition.is === "NOT" ? `(${filterSql(condition.of, asking)}) is not true` : leafSql(condition, asking);
}

const COLUMNS = { received: "i.received_at", confirmed: "i.confirmed_at", occurred: "i.occurred_at" } as const;

function leafSql(leaf: Leaf, asking: Asking): string {
  const { scope, parameters } = asking;
  switch (leaf.is) {
    case "LEVEL":
      // Written out: that leads to the index of what is undetermined.
      return leaf.levels.length === 1 && leaf.levels[0] === 1
        ? "i.severity = 'UNDETERMINED'"
        : `i.level = any (${parameters.add(leaf.levels)}::smallint[])`;
    case "TYPE":
      return `i.type = any (${parameters.add(leaf.types)}::text[])`;
    case "TIME":
      return all(boundsSql(COLUMNS[leaf.of], leaf.within, parameters));
    case "RETRACTED":
      return "i.retracted_at is not null";
    case "SOC":
      return `i.soc_id = any (${parameters.add(leaf.ids)}::uuid[])`;
    case "SOC_BEGINS":
      return `i.soc_id in (select p.id from party p where p.kind = 'SOC' and starts_with(p.code, ${parameters.add(leaf.prefix)})
        and (${partiesInScope(scope, parameters, "p")}))`;
    case "OBJECTS":
      // An owner's own copies are few; among all incidents those that name an object are looked up.
      return scope.sees === "OWNER"
        ? `i.object_ids && ${parameters.add(leaf.ids)}::uuid[]`
        : `i.id in (select m.incident_id from incident_object m where m.object_id = any (${parameters.add(leaf.ids)}::uuid[]))`;
    case "OBJECT":
      return `exists (select from protected_object o where o.id = any (i.object_ids) and ${objectSql(leaf.where, asking)})`;
    case "DESCRIBED":
      // An owner's copies name what is its own alone, which is registered.
      return scope.sees === "OWNER" ? "false" : `i.affected @> '[{"objectId": null}]'`;
    case "HAS_CARD":
      return scope.sees === "OWNER" ? cardSql({}, asking) : "i.last_revision > 0";
    case "CARD":
      return cardSql(leaf.where, asking);
    case "DUTY":
      return dutySql(leaf.where, asking);
    case "NOTIFICATION":
      return all([
        `exists (select from incident_notification l join notification n on n.id = l.notification_id where ${all([
          "l.incident_id = i.id",
          ...(leaf.ids ? [`n.id = any (${parameters.add(leaf.ids)}::uuid[])`] : []),
          ...(leaf.subject ? [`n.subject = ${parameters.add(leaf.subject)}`] : []),
          notificationsInScope(scope, parameters, "n.id"),
        ])})`,
      ]);
    case "INDICATOR":
      return showsOneOf(scope, parameters, leaf.digests, "i");
    case "CAMPAIGN":
      return `i.id in (select m.incident_id from (${campaignMembers(scope, parameters)}) m where m.campaign_id = ${parameters.add(leaf.id)})`;
    case "INDICATOR_UNDER":
      return showsSome(scope, parameters, liesUnder(parameters, leaf.host, "v"), "i");
    case "INDICATOR_WITHIN":
      return showsSome(scope, parameters, liesWithin(parameters, leaf.network, "v"), "i");
    case "KNOWN_EXPLOITED":
      return showsExploited(scope, parameters, "i");
    case "OPEN_QUESTION":
      // Of an owner's copies nothing is asked: how a SOC stands is not its concern.
      return scope.sees === "OWNER" ? "false" : withOpenQuestion(leaf.questions);
  }
}

/** A condition on a row `o` of the table protected_object. */
export function objectSql({ code, owner, sectors, kinds }: ObjectWanted, { scope, parameters }: Asking): string {
  return all([
    objectsInScope(scope, parameters, "o"),
    ...codesSql("o", code, parameters),
    ...(owner
      ? [
          `exists (select from party w where ${all([
            "w.id = o.owner_id",
            partiesInScope(scope, parameters, "w"),
            ...codesSql("w", owner, parameters),
          ])})`,
        ]
      : []),
    ...setSql("o.sectors", sectors, parameters),
    ...setSql("o.kinds", kinds, parameters),
  ]);
}

function cardSql(
  { scale, sign, recurrence, contours, consequences }: CardWanted,
  { scope, parameters }: Asking,
): string {
  const is = (column: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`c.${column} = ${parameters.add(value)}`];
  return `exists (select from incident_card c where ${all([
    "c.incident_id = i.id and c.revision = i.last_revision",
    partsInScope(scope, parameters, "c", "i"),
    ...is("scale", scale),
    ...is("sign", sign),
    ...is("recurrence", recurrence),
    ...setSql("c.contours", contours, parameters),
    ...setSql("c.consequences", consequences, parameters),
  ])})`;
}

function dutySql({ kinds, rules, standings, due }: DutyWanted, { scope, parameters, now }: Asking): string {
  const at = (): string => parameters.add(timestamp(now));
  return `exists (select from obligation o where ${all([
    "o.incident_id = i.id",
    // A SOC's incident has that SOC's duties alone.
    ...(scope.sees === "OWNER" ? [obligationsInScope(scope, parameters, "o")] : []),
    ...(kinds ? [`o.kind = any (${parameters.add(kinds)}::text[])`] : []),
    ...(rules ? [`o.rule = any (${parameters.add(rules)}::text[])`] : []),
    ...(standings ? [standings.map((one) => `(${standingInSql(one, "o", at)})`).join(" or ") || "false"] : []),
    ...(due ? boundsSql("o.due_at", due, parameters) : []),
  ])})`;
}

function boundsSql(column: string, { from, before }: Bounds, parameters: Parameters): string[] {
  return [
    ...(from === undefined ? [] : [`${column} >= ${parameters.add(timestamp(from))}`]),
    ...(before === undefined ? [] : [`${column} < ${parameters.add(timestamp(before))}`]),
    // With neither, all that have one.
    ...(from === undefined && before === undefined ? [`${column} is not null`] : []),
  ];
}

function codesSql(alias: string, codes: Codes<readonly string[]> | undefined, parameters: Parameters): string[] {
  if (!codes) return [];
  return [
    ...codes.in.map((ids) => `${alias}.id = any (${parameters.add(ids)}::uuid[])`),
    ...(codes.notIn ? [`${alias}.id <> all (${parameters.add(codes.notIn)}::uuid[])`] : []),
    ...(codes.prefix === undefined ? [] : [`starts_with(${alias}.code, ${parameters.add(codes.prefix)})`]),
  ];
}

function setSql(column: string, set: SetWanted<string> | undefined, parameters: Parameters): string[] {
  if (!set) return [];
  return [
    ...(set.any ? [`${column} && ${parameters.add(set.any)}::text[]`] : []),
    ...(set.all ? [`${column} @> ${parameters.add(set.all)}::text[]`] : []),
    ...(set.none ? [`not ${column} && ${parameters.add(set.none)}::text[]`] : []),
  ];
}
