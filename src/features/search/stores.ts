import type { Connection } from "../../platform/database.js";
import { SearchStore } from "./search.store.js";

/** The store of what is found by words, on one connection. Its scope is that of the connection's transaction. */
export function searchStores(connection: Connection) {
  return { search: new SearchStore(connection) };
}
