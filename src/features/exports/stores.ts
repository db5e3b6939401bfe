import type { Scope } from "../../domain/access.js";
import type { Connection } from "../../platform/database.js";
import { ExportStore } from "./export.store.js";

/** The stores of exports, on one connection, through one scope. */
export function exportStores(connection: Connection, scope: Scope) {
  return {
    exports: new ExportStore(connection, scope),
  };
}
