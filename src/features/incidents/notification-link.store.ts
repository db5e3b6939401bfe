import { incidentsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, timestamp } from "../../platform/sql.js";

/** A notification that led to an incident. */
interface NotificationLink {
  readonly incidentId: string;
  readonly notificationId: string;
}

/** Which notifications led to which incidents, seen through one scope; of an owner nobody was notified so. */
export class NotificationLinkStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** The notifications that led to these incidents, in the order in which they were linked. */
  async of(incidentIds: readonly string[]): Promise<NotificationLink[]> {
    if (this.scope.sees === "OWNER") return [];
    const parameters = new Parameters();
    return this.connection.query(
      `select l.incident_id as "incidentId", l.notification_id as "notificationId"
       from incident_notification l join incident i on i.id = l.incident_id
       where l.incident_id = any (${parameters.add(incidentIds)}) and ${incidentsInScope(this.scope, parameters, "i")}
       order by l.incident_id, l.place`,
      parameters.values,
    );
  }

  /** Links a locked incident to notifications that led to it; links are only added. */
  async add(incidentId: string, notificationIds: readonly string[], submissionId: string, at: Instant): Promise<void> {
    if (notificationIds.length === 0) return;
    await this.connection.query(
      `insert into incident_notification (incident_id, notification_id, submission_id, linked_at)
       select $1, n, $3, $4 from unnest($2::uuid[]) as n on conflict do nothing`,
      [incidentId, notificationIds, submissionId, timestamp(at)],
    );
  }
}
