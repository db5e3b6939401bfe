import type { Scope } from "../domain/access.js";
import type { Carrier } from "../features/deliveries/delivery.store.js";
import { deliveryLoaders, deliveryStores } from "../features/deliveries/stores.js";
import { INCIDENT_ROWS, incidentLoaders, incidentStores } from "../features/incidents/stores.js";
import { NOTIFICATION_ROWS, notificationLoaders, notificationStores } from "../features/notifications/stores.js";
import { OBLIGATION_ROWS, obligationLoaders, obligationStores } from "../features/obligations/stores.js";
import { PARTY_ROWS, partyLoaders, partyStores } from "../features/parties/stores.js";
import { SUBMISSION_ROWS, submissionLoaders, submissionStores } from "../features/submissions/stores.js";
import { timelinessStores } from "../features/timeliness/stores.js";
import type { Connection } from "../platform/database.js";

/** Row classes of all features that are inserted one by one. */
export const ROWS = [...PARTY_ROWS, ...INCIDENT_ROWS, ...NOTIFICATION_ROWS, ...OBLIGATION_ROWS, ...SUBMISSION_ROWS];

/** The stores of every feature: this function and `loadersOf` name each feature, its stores are in its own folder. */
export function storesOf(connection: Connection, scope: Scope, carrier?: Carrier) {
  return {
    ...partyStores(connection, scope),
    ...incidentStores(connection, scope),
    ...notificationStores(connection, scope),
    ...obligationStores(connection, scope),
    ...deliveryStores(connection, scope, carrier),
    ...submissionStores(connection, scope),
    ...timelinessStores(connection, scope),
  };
}

export type Stores = ReturnType<typeof storesOf>;

/** The loaders of every feature. */
export function loadersOf(stores: Stores) {
  return {
    ...partyLoaders(stores),
    ...incidentLoaders(stores),
    ...notificationLoaders(stores),
    ...obligationLoaders(stores),
    ...deliveryLoaders(stores),
    ...submissionLoaders(stores),
  };
}
