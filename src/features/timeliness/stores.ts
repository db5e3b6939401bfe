import type { Scope } from "../../domain/access.js";
import type { Connection } from "../../platform/database.js";
import { TimelinessStore } from "./timeliness.store.js";

/** The stores of timeliness, on one connection, through one scope. */
export function timelinessStores(connection: Connection, scope: Scope) {
  return {
    timeliness: new TimelinessStore(connection, scope),
  };
}
