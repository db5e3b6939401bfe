import { ownRowsInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Parameters } from "../../platform/sql.js";

/** Which incidents are in which campaigns, as columns incident_id and campaign_id: for a SOC its own, as it was shown them. */
export function campaignMembers(scope: Scope, parameters: Parameters): string {
  return scope.sees === "EVERYTHING"
    ? `select k.incident_id, n.id as campaign_id from campaign n join incident_component k on k.component = n.component`
    : `select n.incident_id, n.campaign_id from campaign_shown_incident n where ${ownRowsInScope(scope, parameters, "n")}`;
}
