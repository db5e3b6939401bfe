import type { Scope } from "../domain/access.js";
import { journalBounds } from "../journal/journal.store.js";
import { scopedConnection, type Connection, type RowBound } from "../platform/database.js";
import type { Pool } from "../platform/pool.js";
import { loadersOf, storesOf, type Stores } from "./stores.js";

/** Reading through one scope: stores for lists, and loaders that batch lookups for a page. */
export interface Reading extends Stores, ReturnType<typeof loadersOf> {
  /** The feed position that this reading sees. */
  feedPosition(): Promise<number>;
}

/** Reads on a connection, through a scope. */
export function readingOn(connection: Connection, scope: Scope): Reading {
  const stores = storesOf(connection, scope);
  return {
    ...stores,
    ...loadersOf(stores),
    feedPosition: async () => (await journalBounds(connection)).head,
  };
}

/** A reading in which every statement sees the latest state: for frames of a feed. */
export function latestReading(pool: Pool, scope: Scope, bound?: RowBound): Reading {
  const connection = scopedConnection(pool, scope);
  const query: Connection["query"] = (sql, parameters) => connection.query(sql, parameters, bound);
  return readingOn({ ...connection, query }, scope);
}
