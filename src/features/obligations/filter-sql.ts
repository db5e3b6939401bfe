import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import { ANSWER_TERMS, type ObligationKind, type Standing, type Term } from "../../domain/obligations.js";
import { timestamp, type Parameters } from "../../platform/sql.js";
import { standingInSql } from "./standing-sql.js";

/** What a list of duties is narrowed by; ids are internal ids. */
export interface ObligationFilter {
  readonly obligorIds?: readonly string[];
  /** Of R9.2 the object itself, of every other duty the one that its incident harmed. */
  readonly objectIds?: readonly string[];
  readonly incidentIds?: readonly string[];
  readonly notificationIds?: readonly string[];
  readonly rules?: readonly Term["rule"][];
  readonly kinds?: readonly ObligationKind[];
  readonly standings?: readonly Standing[];
  readonly dueFrom?: Instant;
  readonly dueBefore?: Instant;
}

/** The filter as conditions on a row `o` of the table obligation; `now` is the instant at which standings are judged. */
export function conditionsOf(filter: ObligationFilter, scope: Scope, parameters: Parameters, now: Instant): string[] {
  const conditions: string[] = [];
  const among = (column: string, values: readonly string[] | undefined, type: string): void => {
    if (values) conditions.push(`${column} = any (${parameters.add(values)}::${type}[])`);
  };
  among("o.obligor_id", filter.obligorIds, "uuid");
  among("o.incident_id", filter.incidentIds, "uuid");
  among("o.notification_id", filter.notificationIds, "uuid");
  among("o.rule", filter.rules, "text");
  among("o.kind", filter.kinds, "text");
  // Says nothing new, but leads to the index of answers, which are few among all duties.
  if (filter.kinds?.every((kind) => kind === "ANSWER_NOTIFICATION") || filter.rules?.every(isAnswerRule))
    conditions.push("o.notification_id is not null");
  if (filter.objectIds) {
    const ids = `${parameters.add(filter.objectIds)}::uuid[]`;
    // An owner's duties are R9.2 alone. As an array the incidents are looked up in an index.
    const ofIncidents =
      scope.sees === "OWNER"
        ? "false"
        : `o.object_id is null and o.incident_id = any (array(select incidents_naming(${ids})))`;
    conditions.push(`o.object_id = any (${ids}) or (${ofIncidents})`);
  }
  if (filter.standings) {
    const at = (): string => parameters.add(timestamp(now));
    const standings = filter.standings.map((one) => standingInSql(one, "o", at)).join(" or ");
    conditions.push(standings || "false");
  }
  if (filter.dueFrom !== undefined) conditions.push(`o.due_at >= ${parameters.add(timestamp(filter.dueFrom))}`);
  if (filter.dueBefore !== undefined) conditions.push(`o.due_at < ${parameters.add(timestamp(filter.dueBefore))}`);
  return conditions;
}

function isAnswerRule(rule: Term["rule"]): boolean {
  return Object.values(ANSWER_TERMS).some((term) => term.rule === rule);
}
