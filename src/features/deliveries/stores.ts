import type { Scope } from "../../domain/access.js";
import type { ObligationRow } from "../obligations/obligation.store.js";
import type { IncidentRow } from "../incidents/incident.store.js";
import { leadsOf, type Leads } from "../../operation/leads.js";
import { many, one } from "../../operation/loaders.js";
import type { Connection } from "../../platform/database.js";
import { AttemptStore } from "./attempt.store.js";
import { DeliveryStore, type Carrier, type DeliveryRow } from "./delivery.store.js";

/** The stores of deliveries and their attempts, on one connection, through one scope. */
export function deliveryStores(connection: Connection, scope: Scope, carrier?: Carrier) {
  return {
    deliveries: new DeliveryStore(connection, scope, carrier),
    attempts: new AttemptStore(connection, scope),
  };
}

/** Loaders for what a page needs, in batches. */
export function deliveryLoaders({ deliveries, attempts }: ReturnType<typeof deliveryStores>) {
  return {
    delivery: one((ids) => deliveries.byIds(ids)),
    deliveriesOfIncident: many(
      (ids) => deliveries.ofIncidents(ids),
      ({ incidentId }) => incidentId,
    ),
    deliveriesOfDuty: many(
      (ids) => deliveries.ofDuties(ids),
      ({ dutyId }) => dutyId,
    ),
    attemptsOfDelivery: many(
      (ids) => attempts.ofDeliveries(ids),
      ({ deliveryId }) => deliveryId,
    ),
  };
}

/** Where the fields of a delivery lead, and what leads to one (`operation/leads.ts`). */
export const DELIVERY_LEADS: Leads = {
  Incident: leadsOf<IncidentRow>({ deliveries: { to: "deliveriesOfIncident", by: "id" } }),
  Obligation: leadsOf<ObligationRow>({ deliveries: { to: "deliveriesOfDuty", by: "id" } }),
  Delivery: leadsOf<DeliveryRow>({
    incident: { to: "incident", by: "incidentId" },
    object: { to: "object", by: "objectId" },
    obligation: { to: "obligation", by: "obligationId" },
    party: { to: "party", by: "partyId" },
    attempts: { to: "attemptsOfDelivery", by: "id" },
  }),
};
