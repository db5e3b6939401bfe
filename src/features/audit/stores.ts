import type { Scope } from "../../domain/access.js";
import type { Connection } from "../../platform/database.js";
import { AuditStore } from "./audit.store.js";

/** The store of the journal as a list, on one connection, through one scope. */
export function auditStores(connection: Connection, scope: Scope) {
  return {
    audit: new AuditStore(connection, scope),
  };
}
