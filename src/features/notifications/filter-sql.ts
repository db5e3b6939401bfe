import { notificationsInScope, obligationsInScope, ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Subject } from "../../domain/notification.js";
import type { Standing } from "../../domain/obligations.js";
import { timestamp, type Parameters } from "../../platform/sql.js";
import { standingInSql } from "../obligations/standing-sql.js";

/** What a list of notifications is narrowed by. */
export interface NotificationFilter {
  readonly subjects?: readonly Subject[];
  readonly isUnacknowledged?: boolean;
  readonly isUnanswered?: boolean;
  readonly standings?: readonly Standing[];
}

/** The scope and the filter as conditions on a row `n` of the table notification; `now` is the instant at which standings are judged. */
export function conditionsOf(filter: NotificationFilter, scope: Scope, parameters: Parameters, now: Instant): string[] {
  const conditions = [notificationsInScope(scope, parameters, "n.id")];
  const answered = (standings: readonly Standing[]): void => {
    const at = (): string => parameters.add(timestamp(now));
    const wanted = standings.map((one) => `(${standingInSql(one, "a", at)})`).join(" or ");
    conditions.push(`exists (select from obligation a where a.notification_id = n.id and a.incident_id is null
      and ${obligationsInScope(scope, parameters, "a")} and (${wanted || "false"}))`);
  };
  if (filter.isUnanswered) answered(["RUNNING", "OVERDUE"]);
  if (filter.standings) answered(filter.standings);
  if (filter.subjects) conditions.push(`n.subject = any (${parameters.add(filter.subjects)})`);
  if (filter.isUnacknowledged)
    conditions.push(`exists (select 1 from notification_recipient r where r.notification_id = n.id
      and r.acknowledged_at is null and ${ownRowsInScope(scope, parameters, "r")})`);
  return conditions;
}
