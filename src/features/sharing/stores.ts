import type { Scope } from "../../domain/access.js";
import { leadsOf, type Leads } from "../../operation/leads.js";
import { many } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { SharingStore } from "./sharing.store.js";
import { SpreadStore, type SharedRow } from "./spread.store.js";

/** The stores of what SOCs have in common, on one connection, through one scope. */
export function sharingStores(connection: Connection, scope: Scope) {
  return { sharing: new SharingStore(connection), spreads: new SpreadStore(connection, scope) };
}

/** Loaders for what a page needs, in batches. */
export function sharingLoaders({ spreads }: ReturnType<typeof sharingStores>) {
  return {
    sharedOfIncident: many(
      (ids) => spreads.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
  };
}

/** Where the fields lead (`operation/leads.ts`). */
export const SHARING_LEADS: Leads = {
  Incident: leadsOf<IncidentRow>({ sharedWith: { to: "sharedOfIncident", by: "id" } }),
  Spread: leadsOf<SharedRow>({ indicator: { to: "indicatorValue", by: "valueId" } }),
};
