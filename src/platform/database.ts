import pg from "pg";
import { DataSource, type ObjectLiteral } from "typeorm";
import { MIGRATIONS } from "../../migrations/index.js";
import type { Scope } from "../domain/access.js";
import type { Purpose } from "./availability.js";
import type { RowBound } from "./bounded-query.js";
import { openSession } from "./database-hindrance.js";
import { makeRoles } from "./make-roles.js";
import { GATEWAY_ROLE, KEEP_ALIVE, type Pool } from "./pool.js";
import { installQueue } from "./queue.js";
import { GATEWAY } from "./roles.js";
import { migrationHindrance, newerSchema, schemaState } from "./schema-state.js";

export type { RowBound };

/** Where stores read and write: one transaction, one snapshot, or a transaction per statement. */
export interface Connection {
  /** Rows as plain objects: timestamptz as Instant, bigint as number, date as string; at most as many as `bound` allows. */
  query<Row>(sql: string, parameters?: readonly unknown[], bound?: RowBound): Promise<Row[]>;
  /** Inserts one row of a row class. */
  insert<Row extends ObjectLiteral>(table: new () => Row, row: Row): Promise<void>;
}

/**
 * Waits for statements of one transaction that were pipelined. If some fail, the first of them is the cause: PostgreSQL rejects
 * everything after it.
 */
export async function together(statements: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(statements);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** Whether a statement was rejected because of the constraint of this name. */
export function violates(error: unknown, constraint: string): boolean {
  const cause: unknown = error instanceof Error && "driverError" in error ? error.driverError : error;
  return cause instanceof Error && "constraint" in cause && cause.constraint === constraint;
}

/** A single session of the gateway outside its pools: to listen, or to check whether the database is available. */
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

/** Each statement in its own transaction, on any free session, with the scope's visibility. Read-only. */
export function scopedConnection(pool: Pool, scope: Scope): Connection {
  return {
    async query<Row>(sql: string, parameters?: readonly unknown[], bound?: RowBound): Promise<Row[]> {
      const session = pool.session("READING");
      try {
        // Pipelined: one round trip.
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

/** Statements that need no scope: functions that each do one thing for the gateway itself. */
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

/** Milliseconds that a migration waits for a lock: for another migration to end, or for a table in use. */
const MIGRATION_PATIENCE = 60_000;

/**
 * Migrates the schema as its owner. Concurrent calls wait for each other, up to `patience` milliseconds. Returns the names of the
 * migrations that it ran. Rejects with a Hindrance if a newer version has migrated it.
 */
export async function migrate(ownerUrl: string, patience = MIGRATION_PATIENCE): Promise<string[]> {
  const options = `-c lock_timeout=${patience}`;
  const lock = await openSession({ setting: "DATABASE_OWNER_URL", url: ownerUrl }, "dabyl migration lock", options);
  try {
    if (await isUpToDate(lock)) return [];
    await lock.query("select pg_advisory_lock(hashtext('dabyl migrations'))");
    // Whoever held the lock has done the work, or was newer.
    if (await isUpToDate(lock)) return [];
    await makeRoles(lock);
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

/** One URL for both roles works too, because the owner is granted the gateway's role. */
async function grantGatewayRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not pg_has_role(current_user, '${GATEWAY}',
      case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
      grant ${GATEWAY} to current_user;
    end if;
  exception when insufficient_privilege then null;
  end $$`);
}
