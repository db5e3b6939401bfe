import type { Scope } from "../../domain/access.js";
import { leadsOf, type Leads } from "../../operation/leads.js";
import { Loader, many, one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { CampaignStore } from "./campaign.store.js";
import { CampaigningStore } from "./campaigning.store.js";
import { ComponentStore } from "./component.store.js";
import { SharingStore } from "./sharing.store.js";
import { SpreadStore, type SharedRow, type SpreadQuestion, type SpreadRow } from "./spread.store.js";

/** The stores of what SOCs have in common, on one connection, through one scope. */
export function sharingStores(connection: Connection, scope: Scope) {
  const components = new ComponentStore(connection);
  return {
    sharing: new SharingStore(connection),
    spreads: new SpreadStore(connection, scope),
    components,
    campaigning: new CampaigningStore(connection, components),
    campaigns: new CampaignStore(connection, scope),
  };
}

/** Loaders for what a page needs, in batches. */
export function sharingLoaders({ spreads, campaigns }: ReturnType<typeof sharingStores>) {
  return {
    sharedOfIncident: many(
      (ids) => spreads.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    /** By a question (`spreadKey`). */
    spreadOfValue: new Loader<SpreadRow | null, SpreadRow>(
      (keys) => spreads.ofValues(keys as readonly string[]),
      (keys, rows) =>
        keys.map((key) => rows.find(({ valueId }) => valueId === (JSON.parse(key) as SpreadQuestion).valueId) ?? null),
    ),
    campaign: one((ids) => campaigns.byIds(ids)),
    campaignsOfIncident: many(
      (ids) => campaigns.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    socsOfCampaign: many(
      (ids) => campaigns.socsOf(ids),
      ({ campaignId }) => campaignId,
    ),
  };
}

/** Where the fields lead (`operation/leads.ts`). */
export const SHARING_LEADS: Leads = {
  Incident: leadsOf<IncidentRow>({ sharedWith: { to: "sharedOfIncident", by: "id" } }),
  Spread: leadsOf<SharedRow>({ indicator: { to: "indicatorValue", by: "valueId" } }),
};
