import type pg from "pg";
import { MIGRATIONS } from "../../migrations/index.js";
import { Hindrance } from "./program.js";
import { QUEUE_VERSION } from "./pg-boss-rows.js";
import { VERSION } from "./version.js";

/** How a database's schema compares with the one that this gateway was built for. */
export type SchemaState =
  | { readonly is: "EMPTY" | "BEHIND" | "CURRENT" }
  /** A newer version has migrated it: `by` is the migration that this gateway does not know. */
  | { readonly is: "NEWER"; readonly by: string };

/** Works with any privileges; the gateway's role has enough. */
export async function schemaState(session: pg.Client): Promise<SchemaState> {
  const { rows } = await session.query<{ hasMigrations: boolean; hasQueue: boolean }>(
    `select to_regclass('migration') is not null as "hasMigrations", exists (
       select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'queue' and c.relname = 'version') as "hasQueue"`,
  );
  if (!rows[0]?.hasMigrations) return { is: "EMPTY" };
  const done = (await session.query<{ name: string }>("select name from migration order by id")).rows;
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const stranger = done.find(({ name }) => !known.has(name));
  if (stranger) return { is: "NEWER", by: `the migration ${stranger.name}` };
  if (!rows[0].hasQueue || done.length < MIGRATIONS.length) return { is: done.length === 0 ? "EMPTY" : "BEHIND" };
  const queue = (await session.query<{ version: number }>("select version from queue.version")).rows[0]?.version ?? 0;
  if (queue > QUEUE_VERSION) return { is: "NEWER", by: `tables of the queue in version ${queue}` };
  return { is: queue === QUEUE_VERSION ? "CURRENT" : "BEHIND" };
}

/** The error of an old gateway that finds a schema migrated by a newer one. */
export function newerSchema(by: string): Hindrance {
  return new Hindrance(
    `The schema of this database is newer than this gateway (${VERSION}): it has ${by}, which this one does not know. Start the gateway that migrated it, or a later one; to go back, restore the backup from before the upgrade.`,
  );
}

/** The error for a migration that PostgreSQL rejected for lack of privileges or of a lock; null if the fault is ours. */
export function migrationHindrance(error: unknown, patience: number): Hindrance | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  switch (error.code) {
    // The second code: none of the schemas on the path is one that it may create in.
    case "42501":
    case "3F000":
      return new Hindrance(
        `The schema of this database is behind this gateway (${VERSION}), and the login may not migrate it (${error.message}): set DATABASE_OWNER_URL to the login that owns the tables, and run npm run migrate.`,
        { cause: error },
      );
    case "55P03":
      return new Hindrance(
        `Migrating waited ${patience / 1_000} seconds in vain for a lock: another migration runs, or somebody holds a table in a long transaction (pg_stat_activity tells who). Nothing half-done was kept: try again once that has ended.`,
        { cause: error },
      );
    default:
      return null;
  }
}
