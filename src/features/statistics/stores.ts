import type { Scope } from "../../domain/access.js";
import type { Connection } from "../../platform/database.js";
import { CountingStore } from "./counting.store.js";
import { FactStore } from "./fact.store.js";
import { StatisticsStore } from "./statistics.store.js";

/** The stores of what is counted of incidents, on one connection, through one scope. */
export function statisticsStores(connection: Connection, scope: Scope) {
  const facts = new FactStore(connection, scope);
  return {
    countedFacts: facts,
    counting: new CountingStore(connection, facts),
    statistics: new StatisticsStore(connection, scope),
  };
}
