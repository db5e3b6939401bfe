import type { Scope } from "../../domain/access.js";
import type { Connection } from "../../platform/database.js";
import { CountingStore } from "./counting.store.js";
import { CountedIncidentStore } from "./counted-incident.store.js";
import { StatisticsStore } from "./statistics.store.js";

/** The stores of what is counted of incidents, on one connection, through one scope. */
export function statisticsStores(connection: Connection, scope: Scope) {
  const incidents = new CountedIncidentStore(connection, scope);
  return {
    countedIncidents: incidents,
    counting: new CountingStore(connection, incidents),
    statistics: new StatisticsStore(connection, scope),
  };
}
