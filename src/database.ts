import { existsSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import { connectionHindrance, openSession, placeOf, type Login } from "./platform/database-hindrance.js";
import { migrate, type Connection } from "./platform/database.js";
import { CLUSTER_FOLDER, startEmbeddedDatabase } from "./platform/embedded-database.js";
import type { Config } from "./platform/config.js";
import type { Logger } from "./platform/logger.js";
import { expectScopeRoles, restoredWithout } from "./platform/make-roles.js";
import { Hindrance } from "./platform/program.js";
import { SCOPE_ROLES, GATEWAY } from "./platform/roles.js";
import { newerSchema, schemaState } from "./platform/schema-state.js";

/** Where the database is, for both of its roles. */
export interface DatabaseAddress {
  readonly ownerUrl: string;
  readonly gatewayUrl: string;
  readonly isEmbedded: boolean;
  /** Starts an embedded PostgreSQL again whenever it is gone, until `stop`; does nothing to another one. */
  keepUp(logger: Logger): void;
  /** What is shown of it: server and name, or the folder; no login. */
  readonly place: string;
  /** The same two ways in, with the setting that each came from. */
  readonly logins: { readonly owner: Login; readonly gateway: Login };
  /** Stops an embedded PostgreSQL that nobody else uses; does nothing to another one. */
  stop(): Promise<void>;
}

/** The database that the settings name, or the embedded one, started. */
export async function findDatabase(config: Config): Promise<DatabaseAddress> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = config;
  if (databaseUrl !== null) {
    const gateway = { setting: "DATABASE_URL", url: databaseUrl };
    const isApart = databaseOwnerUrl !== null && databaseOwnerUrl !== databaseUrl;
    const owner = isApart ? { setting: "DATABASE_OWNER_URL", url: databaseOwnerUrl } : gateway;
    const { server, database } = placeOf(databaseUrl);
    return {
      ownerUrl: owner.url,
      gatewayUrl: databaseUrl,
      isEmbedded: false,
      keepUp: () => undefined,
      place: `${database} on ${server}`,
      logins: { owner, gateway },
      stop: () => Promise.resolve(),
    };
  }
  const cluster = await startEmbeddedDatabase({ dataDir }).catch((error: unknown) => {
    throw embeddedHindrance(error, dataDir);
  });
  const { ownerUrl, gatewayUrl } = cluster;
  const setting = "DATA_DIR";
  return {
    ownerUrl,
    gatewayUrl,
    isEmbedded: true,
    place: `embedded, in ${resolve(dataDir, CLUSTER_FOLDER)}`,
    logins: { owner: { setting, url: ownerUrl }, gateway: { setting, url: gatewayUrl } },
    keepUp: (logger) =>
      cluster.keepUp({
        gone: () => logger.error("the embedded PostgreSQL is gone and is being started again"),
        failed: (err) => logger.error({ err }, "the embedded PostgreSQL does not start; further tries follow"),
        back: () => logger.warn("the embedded PostgreSQL is back"),
      }),
    stop: () => cluster.stop(),
  };
}

/** The database for programs that look into a gateway's database: rejects with a Hindrance where there is none yet. */
export async function findExistingDatabase(config: Config): Promise<DatabaseAddress> {
  const folder = resolve(config.dataDir, CLUSTER_FOLDER);
  if (config.databaseUrl === null && !existsSync(folder))
    throw new Hindrance(
      `There is no database: DATABASE_URL is not set, and there is no embedded PostgreSQL in ${folder}. Set DATABASE_URL as it is set for the gateway, or DATA_DIR to its folder.`,
    );
  return findDatabase(config);
}

/** The supervisor's own sentences say what to do; what the operating system says needs the setting's name. */
function embeddedHindrance(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || error.name !== "Error") return error;
  if (!("syscall" in error)) return new Hindrance(error.message, { cause: error });
  return new Hindrance(
    `DATA_DIR (${resolve(dataDir)}) cannot hold the embedded PostgreSQL: ${error.message}. Set DATA_DIR to a folder that this user may write to.`,
    { cause: error },
  );
}

/**
 * Sees that the database can be used: that it is there, that its logins are let in, that its schema is this gateway's, and
 * migrates where it is behind. Only then is the owner's login needed. Rejects with a Hindrance.
 */
export async function bringUpToDate(database: DatabaseAddress): Promise<void> {
  const { owner, gateway } = database.logins;
  if (await isReady(gateway)) return;
  await migrateAsOwner(database);
  if (await isReady(gateway)) return;
  throw new Hindrance(`${owner.setting} and ${gateway.setting} do not lead to the same database: correct one of them.`);
}

/** Whether the schema is this gateway's; its login must then do for the gateway's sessions. */
function isReady(gateway: Login): Promise<boolean> {
  return withSession(gateway, async (session) => {
    await expectServer(session, gateway);
    const isCurrent = (await stateOf(session, gateway)) === "CURRENT";
    if (isCurrent) await expectRole(session, gateway);
    return isCurrent;
  });
}

/** Migrates with the owner's login alone; gives the names of what was run. */
export async function migrateAsOwner({ logins: { owner } }: DatabaseAddress): Promise<string[]> {
  await withSession(owner, (session) => expectServer(session, owner));
  return migrate(owner.url);
}

/** Rejects with a Hindrance unless the schema is this gateway's; migrates nothing. */
export async function expectCurrent(login: Login): Promise<void> {
  const state = await withSession(login, (session) => stateOf(session, login));
  if (state === "EMPTY")
    throw new Hindrance(
      "This database is empty: npm run admin:bootstrap makes the schema, the national centre and its first administrator.",
    );
  if (state === "BEHIND")
    throw new Hindrance(
      "The schema of this database is behind this gateway: run npm run migrate first, with DATABASE_OWNER_URL set to the login that owns the tables.",
    );
}

/**
 * Whether the database's character type knows letters beyond ASCII: otherwise words of Kazakh and Russian are not compared letter by
 * letter, so that a search finds no word in place of a mistyped one (docs/operations.md, "Character type").
 */
export function knowsLetters({ logins: { gateway } }: DatabaseAddress): Promise<boolean> {
  return withSession(gateway, async (session) => {
    await session.query(`set role ${GATEWAY}`);
    const { rows } = await session.query<{ knows: boolean }>("select show_trgm('ә') <> '{}' as knows");
    return rows[0]?.knows ?? false;
  });
}

/** The code of the national centre, by which a fictional world is known; null where there is none yet. */
export function centreOf({ logins: { gateway } }: DatabaseAddress): Promise<string | null> {
  return withSession(gateway, async (session) => {
    await expectRole(session, gateway);
    await session.query(`begin read only; set local role = ${SCOPE_ROLES.EVERYTHING}`);
    const { rows } = await session.query<{ code: string }>("select code from party where kind = 'NATIONAL_CENTRE'");
    await session.query("commit");
    return rows[0]?.code ?? null;
  });
}

/**
 * Runs `work` in one transaction of the role that owns the tables; undone if it throws. Rejects with a Hindrance where the login
 * is another one.
 */
export function asOwner<T>(owner: Login, work: (connection: Connection) => Promise<T>): Promise<T> {
  return withSession(owner, async (session) => {
    const { rows } = await session.query<{ isOwner: boolean }>(
      `select pg_has_role(relowner, 'usage') as "isOwner" from pg_class where oid = 'journal'::regclass`,
    );
    if (!rows[0]?.isOwner)
      throw new Hindrance(
        `"${placeOf(owner.url).user}" does not own the tables of this database: set DATABASE_OWNER_URL to the login that does.`,
      );
    await session.query("begin");
    const done = await work({
      query: async <Row>(sql: string, parameters?: readonly unknown[]) =>
        (await session.query<Row & pg.QueryResultRow>(sql, parameters as unknown[])).rows,
      insert: () => Promise.reject(new Error("the owner has no row classes")),
    });
    await session.query("commit");
    return done;
  });
}

async function withSession<T>(login: Login, work: (session: pg.Client) => Promise<T>): Promise<T> {
  const session = await openSession(login, "dabyl start", "-c statement_timeout=10s");
  try {
    return await work(session);
  } catch (error) {
    throw isOfStatement(error) ? error : connectionHindrance(error, login);
  } finally {
    await session.end();
  }
}

/** A statement that PostgreSQL refused for its own sake is our fault; a session that broke is not. */
function isOfStatement(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return !/^(08|53|57)/.test(error.code ?? "");
  return !(error instanceof Hindrance) && error instanceof Error && error.name !== "Error";
}

/** The oldest PostgreSQL that the schema works on. */
const OLDEST = 15;

async function expectServer(session: pg.Client, { setting, url }: Login): Promise<void> {
  const { rows } = await session.query<{ version: number; encoding: string; isStandby: boolean }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
       pg_is_in_recovery() as "isStandby"`,
  );
  const { version = OLDEST, encoding = "UTF8", isStandby = false } = rows[0] ?? {};
  const { server, database } = placeOf(url);
  if (version < OLDEST)
    throw new Hindrance(
      `${setting} leads to PostgreSQL ${version} at ${server}: give one of version ${OLDEST} or newer.`,
    );
  if (encoding !== "UTF8")
    throw new Hindrance(
      `The database "${database}" at ${server} keeps texts in ${encoding}: make it with encoding 'UTF8', or correct ${setting}.`,
    );
  if (isStandby)
    throw new Hindrance(
      `PostgreSQL at ${server} is a standby and takes no writes: let ${setting} lead to the primary.`,
    );
}

async function stateOf(session: pg.Client, login: Login): Promise<"EMPTY" | "BEHIND" | "CURRENT"> {
  // A login that only belongs to the gateway's role has no rights of its own; an owner that does not has enough.
  const isGateway = await session.query(`set role ${GATEWAY}`).then(
    () => true,
    () => false,
  );
  const state = await schemaState(session).catch((error: unknown) => {
    if (codeOf(error) !== "42501") throw error;
    throw isGateway ? restoredWithout(GATEWAY, login.setting) : notGranted(login);
  });
  if (state.is === "NEWER") throw newerSchema(state.by);
  return state.is;
}

/** Sees that the login may act as the roles that the sessions of the gateway run as. */
async function expectRole(session: pg.Client, login: Login): Promise<void> {
  try {
    await session.query(`set role ${GATEWAY}`);
  } catch (error) {
    if (codeOf(error) === "42501") throw notGranted(login);
    throw new Hindrance(
      `PostgreSQL at ${placeOf(login.url).server} has no role ${GATEWAY}, which the gateway runs as: as a superuser run: create role ${GATEWAY} noinherit login password '…'; then restore the backup again, with its rights.`,
      { cause: error },
    );
  }
  await expectScopeRoles(session, login.setting);
}

function notGranted({ setting, url }: Login): Hindrance {
  return new Hindrance(
    `The login of ${setting} may not act as the role ${GATEWAY}; as a superuser run: grant ${GATEWAY} to ${placeOf(url).user}`,
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
