import pg from "pg";
import { DataSource, type ObjectLiteral } from "typeorm";
import { MIGRATIONS } from "../../migrations/index.js";
import type { Scope } from "../domain/access.js";
import type { Purpose } from "./availability.js";
import type { RowBound } from "./bounded-query.js";
import { openSession } from "./database-hindrance.js";
import { GATEWAY_ROLE, KEEP_ALIVE, type Pool } from "./pool.js";
import { installQueue } from "./queue.js";
import { migrationHindrance, newerSchema, schemaState } from "./schema-state.js";

export type { RowBound };

/** Where stores read and write: one transaction, one snapshot, or each statement for itself. */
export interface Connection {
  /** Rows as plain objects: timestamptz as Instant, bigint as number, date as text; no more of them than `bound` allows. */
  query<Row>(sql: string, parameters?: readonly unknown[], bound?: RowBound): Promise<Row[]>;
  /** Inserts one row of a row class. */
  insert<Row extends ObjectLiteral>(table: new () => Row, row: Row): Promise<void>;
}

/**
 * Waits for statements of one transaction that were sent behind each other without waiting. Where some fail, the first one
 * of them is the cause: PostgreSQL turns away whatever comes after it.
 */
export async function together(statements: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(statements);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** A statement that PostgreSQL turned away because of a constraint of this name. */
export function violates(error: unknown, constraint: string): boolean {
  const cause: unknown = error instanceof Error && "driverError" in error ? error.driverError : error;
  return cause instanceof Error && "constraint" in cause && cause.constraint === constraint;
}

/** A single session of the gateway beside its pools: to listen, or to see whether the database is there. */
export function loneClient(url: string, name: string, timeout: number): pg.Client {
  return new pg.Client({
    connectionString: url,
    application_name: name,
    options: GATEWAY_ROLE,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE,
    connectionTimeoutMillis: timeout,
    query_timeout: timeout,
  });
}

/** Each statement in a transaction of its own, on whichever session is free, through one pair of eyes. For reading only. */
export function scopedConnection(pool: Pool, scope: Scope): Connection {
  return {
    async query<Row>(sql: string, parameters?: readonly unknown[], bound?: RowBound): Promise<Row[]> {
      const session = pool.session("READING");
      try {
        // Written behind each other without waiting: one round trip.
        const begun = session.begin(scope, "read only");
        const rows = session.query<Row>(sql, parameters, bound);
        await together([begun, rows, session.commit()]);
        return await rows;
      } finally {
        await session.release();
      }
    },
    insert: () => Promise.reject(new Error("rows are inserted inside a unit of work")),
  };
}

/** Statements that no scope concerns: functions that do one thing for the gateway itself. */
export function directConnection(pool: Pool, purpose: Purpose = "READING"): Connection {
  return {
    async query<Row>(sql: string, parameters?: readonly unknown[], bound?: RowBound): Promise<Row[]> {
      const session = pool.session(purpose);
      try {
        return await session.query<Row>(sql, parameters, bound);
      } finally {
        await session.release();
      }
    },
    insert: () => Promise.reject(new Error("rows are inserted inside a unit of work")),
  };
}

/** Milliseconds that migrating waits for a lock: for another migration to end, or for a table that is in use. */
const MIGRATION_PATIENCE = 60_000;

/**
 * Brings the schema up to date as its owner. Two at once wait for each other, for `patience` milliseconds. Returns the names
 * of what it ran. Rejects with a Hindrance where somebody newer has migrated it.
 */
export async function migrate(ownerUrl: string, patience = MIGRATION_PATIENCE): Promise<string[]> {
  const options = `-c lock_timeout=${patience}`;
  const lock = await openSession({ setting: "DATABASE_OWNER_URL", url: ownerUrl }, "dabyl migration lock", options);
  try {
    if (await isUpToDate(lock)) return [];
    await lock.query("select pg_advisory_lock(hashtext('dabyl migrations'))");
    // Whoever held it has done the work, or was newer.
    if (await isUpToDate(lock)) return [];
    const dataSource = new DataSource({
      type: "postgres",
      url: ownerUrl,
      applicationName: "dabyl migrations",
      poolSize: 2,
      migrations: MIGRATIONS,
      migrationsTableName: "migration",
      installExtensions: false,
      extra: { options },
    });
    await dataSource.initialize();
    try {
      const done = await dataSource.runMigrations({ transaction: "each" });
      await installQueue(ownerUrl);
      await grantGatewayRole(lock);
      return done.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } catch (error) {
    throw migrationHindrance(error, patience) ?? error;
  } finally {
    await lock.end();
  }
}

async function isUpToDate(session: pg.Client): Promise<boolean> {
  const state = await schemaState(session);
  if (state.is === "NEWER") throw newerSchema(state.by);
  return state.is === "CURRENT";
}

/** One URL for both roles works too: the owner may then become the gateway's role. */
async function grantGatewayRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not pg_has_role(current_user, 'dabyl_gateway',
      case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
      grant dabyl_gateway to current_user;
    end if;
  exception when insufficient_privilege then null;
  end $$`);
}
