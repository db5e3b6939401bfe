import { notificationsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Indicator } from "../../domain/incident-card.js";
import type { Connection } from "../../platform/database.js";
import { Parameters, type Keys } from "../../platform/sql.js";

/** An indicator that a notification shows and that is on cards of the SOC that reads it. */
export interface OwnIndicatorRow extends Pick<Indicator, "type" | "value"> {
  readonly notificationId: string;
  /** Newest first. */
  readonly incidentIds: readonly string[];
}

/** Incidents of one indicator that are named; a value that is everywhere is on very many. */
const MOST = 20;

/** What a SOC has of what it was notified of. */
export class OwnIndicatorStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /**
   * The indicators of these notifications, and of what was detected, that the SOC's own incidents have on their last cards; retracted
   * ones do not count. Whoever is no SOC has none.
   */
  async of(notificationIds: Keys): Promise<OwnIndicatorRow[]> {
    if (this.scope.sees !== "SOC") return [];
    const parameters = new Parameters();
    const [ids, soc] = [parameters.add(notificationIds), parameters.add(this.scope.soc)];
    const seen = notificationsInScope(this.scope, parameters, "n.id");
    return this.connection.query(
      `with told as (
         select n.id, i.type, i.value from notification n join notification_indicator i on i.notification_id = n.id
         where n.id = any (${ids}) and ${seen}
         union
         select n.id, c.type, c.value from notification n join concern_indicator c on c.concern_id = n.concern_id
         where n.id = any (${ids}) and ${seen}
       )
       select t.id as "notificationId", t.type, t.value, own.ids as "incidentIds" from told t cross join lateral (
         select (array_agg(f.id order by f.received_at desc, f.id))[:${MOST}] as ids from (
           select i.id, i.received_at from indicator x join incident_card c on c.id = x.card_id
             join incident i on i.id = c.incident_id and i.last_revision = c.revision
           where md5(x.value) = md5(t.value) and x.value = t.value and x.type = t.type and i.soc_id = ${soc} and i.retracted_at is null
         ) f
       ) own
       where own.ids is not null order by t.id, t.type, t.value`,
      parameters.values,
    );
  }
}
