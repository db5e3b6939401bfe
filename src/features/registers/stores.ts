import type { Scope } from "../../domain/access.js";
import type { Connection } from "../../platform/database.js";
import { RegisterStore } from "./register.store.js";

/** The stores of registers, on one connection, through one scope. */
export function registerStores(connection: Connection, scope: Scope) {
  return {
    registers: new RegisterStore(connection, scope),
  };
}
