import type { Scope } from "../domain/access.js";
import { auditStores } from "../features/audit/stores.js";
import type { Carrier } from "../features/deliveries/delivery.store.js";
import { DELIVERY_LEADS, deliveryLoaders, deliveryStores } from "../features/deliveries/stores.js";
import { exportStores } from "../features/exports/stores.js";
import { INCIDENT_LEADS, INCIDENT_ROWS, incidentLoaders, incidentStores } from "../features/incidents/stores.js";
import { indicatorLoaders, indicatorStores } from "../features/indicators/stores.js";
import {
  NOTIFICATION_LEADS,
  NOTIFICATION_ROWS,
  notificationLoaders,
  notificationStores,
} from "../features/notifications/stores.js";
import {
  OBLIGATION_LEADS,
  OBLIGATION_ROWS,
  obligationLoaders,
  obligationStores,
} from "../features/obligations/stores.js";
import { PARTY_LEADS, PARTY_ROWS, partyLoaders, partyStores } from "../features/parties/stores.js";
import { registerStores } from "../features/registers/stores.js";
import { searchStores } from "../features/search/stores.js";
import { SHARING_LEADS, sharingLoaders, sharingStores } from "../features/sharing/stores.js";
import { statisticsStores } from "../features/statistics/stores.js";
import {
  SUBMISSION_LEADS,
  SUBMISSION_ROWS,
  submissionLoaders,
  submissionStores,
} from "../features/submissions/stores.js";
import { timelinessStores } from "../features/timeliness/stores.js";
import type { Connection } from "../platform/database.js";
import type { Leads } from "./leads.js";

/** Row classes of all features that are inserted one by one. */
export const ROWS = [...PARTY_ROWS, ...INCIDENT_ROWS, ...NOTIFICATION_ROWS, ...OBLIGATION_ROWS, ...SUBMISSION_ROWS];

/** The stores of every feature: this function and `loadersOf` name each feature, its stores are in its own folder. */
export function storesOf(connection: Connection, scope: Scope, carrier?: Carrier) {
  return {
    ...partyStores(connection, scope),
    ...incidentStores(connection, scope),
    ...indicatorStores(connection, scope),
    ...sharingStores(connection, scope),
    ...notificationStores(connection, scope),
    ...obligationStores(connection, scope),
    ...deliveryStores(connection, scope, carrier),
    ...submissionStores(connection, scope),
    ...timelinessStores(connection, scope),
    ...statisticsStores(connection, scope),
    ...registerStores(connection, scope),
    ...auditStores(connection, scope),
    ...exportStores(connection, scope),
    ...searchStores(connection),
  };
}

export type Stores = ReturnType<typeof storesOf>;

/** The loaders of every feature. */
export function loadersOf(stores: Stores) {
  return {
    ...partyLoaders(stores),
    ...incidentLoaders(stores),
    ...indicatorLoaders(stores),
    ...sharingLoaders(stores),
    ...notificationLoaders(stores),
    ...obligationLoaders(stores),
    ...deliveryLoaders(stores),
    ...submissionLoaders(stores),
  };
}

/** Where fields lead, by type: several features add to one. */
export const LEADS: Leads = merged([
  PARTY_LEADS,
  INCIDENT_LEADS,
  NOTIFICATION_LEADS,
  OBLIGATION_LEADS,
  DELIVERY_LEADS,
  SUBMISSION_LEADS,
  SHARING_LEADS,
]);

function merged(all: readonly Leads[]): Leads {
  const types = new Set(all.flatMap((leads) => Object.keys(leads)));
  return Object.fromEntries(
    [...types].map((type) => [type, Object.assign({}, ...all.map((leads) => leads[type])) as Leads[string]]),
  );
}
