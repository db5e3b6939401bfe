import pg from "pg";
import { DataSource, type ObjectLiteral, type QueryRunner } from "typeorm";
import { MIGRATIONS } from "../../migrations/index.js";
import type { Scope } from "../domain/access.js";
import { instant, type Instant } from "../domain/instant.js";
import { openSession } from "./database-hindrance.js";
import { OnePieceSocket } from "./one-piece-socket.js";
import { installQueue } from "./queue.js";
import { migrationHindrance, newerSchema, schemaState } from "./schema-state.js";

/** Where stores read and write: one transaction, one snapshot, or each statement for itself. */
export interface Connection {
  /** Rows as plain objects: timestamptz as Instant, bigint as number, date as text. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
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

/** By the type's OID, as in pg_type. */
const PARSERS: Record<number, (value: string) => unknown> = {
  // int8: positions and counts stay far below 2^53.
  20: Number,
  // date
  1082: (value) => value,
  // timestamptz
  1184: instantOf,
};

/** PostgreSQL writes `2026-03-01 10:00:00.123+00`; sessions run in UTC, and instants are of four-digit years (F11). */
function instantOf(text: string): Instant {
  const two = (at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;
  const fraction = text[19] === "." ? Math.floor(Number(text.slice(19, -3)) * 1_000) : 0;
  return instant(Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17), fraction));
}

const ZERO = "0".charCodeAt(0);

const TYPES = {
  getTypeParser(oid: Parameters<typeof pg.types.getTypeParser>[0], format?: "text" | "binary"): unknown {
    return (format !== "binary" ? PARSERS[oid] : undefined) ?? pg.types.getTypeParser(oid, format);
  },
};

/** The role as which every session of the gateway runs, whoever logged in. */
const GATEWAY_ROLE = "-c role=dabyl_gateway -c TimeZone=UTC -c plan_cache_mode=force_generic_plan";

/** A pool of gateway sessions. `entities` are the row classes that are written. */
export async function openDatabase(
  url: string,
  options: { readonly pool: number; readonly entities: (new () => object)[]; onPoolError(error: Error): void },
): Promise<DataSource> {
  const dataSource = new DataSource({
    type: "postgres",
    url,
    applicationName: "dabyl gateway",
    poolSize: options.pool,
    poolErrorHandler: (error: Error) => options.onPoolError(error),
    entities: options.entities,
    installExtensions: false,
    parseInt8: false,
    extra: {
      options: GATEWAY_ROLE,
      types: TYPES,
      pipeline: true,
      stream: () => new OnePieceSocket(),
      // Between the pool's listener and TypeORM's a session has none for a moment; one that breaks then would end the process.
      onConnect: (session: pg.Client) => void session.on("error", () => undefined),
    },
  });
  return dataSource.initialize();
}

/** A single session of the gateway for LISTEN. */
export function listeningClient(url: string): pg.Client {
  return new pg.Client({
    connectionString: url,
    application_name: "dabyl doorbell",
    options: GATEWAY_ROLE,
    keepAlive: true,
  });
}

/** Texts that are prepared; what comes beyond is planned each time. Each costs memory on each session. */
const MOST_PREPARED = 500;
const prepared = new Map<string, string>();

/** The name under which a text is prepared: once on each session, then only bound. */
function nameOf(sql: string): string | undefined {
  const known = prepared.get(sql);
  if (known !== undefined || prepared.size >= MOST_PREPARED) return known;
  const name = `s${prepared.size}`;
  prepared.set(sql, name);
  return name;
}

/** What is asked in one turn of the event loop goes out in one piece: each write of its own wakes PostgreSQL once. */
function inOnePiece({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const BEGIN = "begin";

/** Milliseconds for which a reading that is over stays open at the most. */
const LINGER = 2;
const lingering = new WeakMap<pg.PoolClient, NodeJS.Timeout>();

/**
 * Ends a transaction that wrote nothing, without hurry: its `commit` goes out with whatever its session is asked next, and
 * costs no message of its own; else a moment later.
 */
export async function endReading(runner: QueryRunner): Promise<void> {
  const session = (await runner.connect()) as pg.PoolClient;
  const end = (): void => {
    if (hasLingered(session)) session.query("commit").catch(() => undefined);
  };
  lingering.set(session, setTimeout(end, LINGER));
}

/** Whether a reading of this session is still to be ended; whoever asks has to end it. */
function hasLingered(session: pg.PoolClient): boolean {
  clearTimeout(lingering.get(session));
  return lingering.delete(session);
}

/** Sends one statement on the runner's session, behind those that were sent before. */
async function send<Row>(runner: QueryRunner, sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
  const session = (await runner.connect()) as pg.PoolClient;
  inOnePiece(session);
  if (hasLingered(session)) {
    if (sql.startsWith(BEGIN)) sql = `commit; ${sql}`;
    else session.query("commit").catch(() => undefined);
  }
  const { rows } = await session.query<Row & pg.QueryResultRow>(
    parameters ? ({ name: nameOf(sql), text: sql, values: parameters as unknown[] } as pg.QueryConfig) : sql,
  );
  return rows;
}

/** The statements of one transaction. */
export function connectionOf(runner: QueryRunner): Connection {
  return {
    query: (sql, parameters = []) => send(runner, sql, parameters),
    async insert(table, row) {
      const { tablePath, columns } = runner.dataSource.getMetadata(table);
      const names = columns.map((column) => `"${column.databaseName}"`).join(", ");
      const places = columns.map((_, index) => `$${index + 1}`).join(", ");
      const values = columns.map((column): unknown =>
        runner.dataSource.driver.preparePersistentValue(column.getEntityValue(row), column),
      );
      await send(runner, `insert into "${tablePath}" (${names}) values (${places})`, values);
    },
  };
}

/**
 * Begins a transaction through one pair of eyes: row-level security holds every statement of it to them, whatever it asks
 * for. `mode` is what follows `begin`.
 */
export async function beginScoped(runner: QueryRunner, scope: Scope, mode: string): Promise<void> {
  const party = scope.sees === "EVERYTHING" ? "" : scope.sees === "SOC" ? scope.soc : scope.owner;
  const local = { "dabyl.sees": scope.sees, "dabyl.party": party };
  const settings = Object.entries(local).map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`);
  await send(runner, [`${BEGIN} ${mode}`, ...settings].join("; "));
}

/** Each statement in a transaction of its own, on whichever session is free, through one pair of eyes. For reading only. */
export function scopedConnection(dataSource: DataSource, scope: Scope): Connection {
  return {
    async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
      const runner = dataSource.createQueryRunner();
      try {
        // Written behind each other without waiting: one round trip.
        const [, rows] = await Promise.all([
          beginScoped(runner, scope, "read only"),
          send<Row>(runner, sql, parameters ?? []),
          send(runner, "commit"),
        ]);
        return rows;
      } finally {
        await runner.release();
      }
    },
    insert: () => Promise.reject(new Error("rows are inserted inside a unit of work")),
  };
}

/** Statements that no scope concerns: functions that do one thing for the gateway itself. */
export function directConnection(dataSource: DataSource): Connection {
  return {
    async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
      const runner = dataSource.createQueryRunner();
      try {
        return await send<Row>(runner, sql, parameters ?? []);
      } finally {
        await runner.release();
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
