import { readFile, realpath, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import {
  type ClusterFolder,
  type ClusterSecrets,
  endOfLog,
  openClusterFolder,
  prepareCluster,
} from "./cluster-folder.js";
import {
  judgePostmaster,
  type LaunchedPostmaster,
  launchPostmaster,
  readPostmasterRecord,
  removeStaleRecord,
  requestFastShutdown,
} from "./postmaster.js";
import { holdingStartLock } from "./start-lock.js";

/** A running PostgreSQL from the packaged binaries, on loopback only. */
export interface EmbeddedCluster {
  /** Connection URL of the role that owns the database and migrates: `dabyl_owner` in the database `dabyl`. */
  readonly ownerUrl: string;
  /** Connection URL of the role that the gateway runs as: `dabyl_gateway` in the database `dabyl`. */
  readonly gatewayUrl: string;
  /** Connection URL of the superuser `postgres` in the database `postgres`. */
  readonly superuserUrl: string;
  /** True when a live postmaster was found and taken over, false when this call launched it. */
  readonly adopted: boolean;
  /**
   * Lets go of the cluster; call it after closing your own connections. PostgreSQL is shut down, and gone when this
   * settles, unless somebody else is still connected: then it runs on, and the last one to stop shuts it down.
   */
  stop(): Promise<void>;
}

const POLL = 20;
const START_LIMIT = 120_000;
const STOP_LIMIT = 60_000;
/** A postmaster that was killed may leave sessions that take a moment to notice and keep a new one out until then. */
const RELAUNCH_DELAYS = [0, 100, 200, 400, 800];
/** How long a process that may be our postmaster is given to answer, where the system does not tell what it is. */
const DOUBT_LIMIT = 5_000;
/** Sessions that the caller has just closed take a moment to go. */
const FAREWELL_LIMIT = 250;

/** Key of an advisory lock in the database `postgres`. */
const PROVISIONING = 1;

// SQLSTATEs
const WRONG_PASSWORD = "28P01";
/** While it starts up, recovers or shuts down. */
const NOT_ACCEPTING = "57P03";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
};

/**
 * Makes the cluster in `dataDir` if there is none and starts it, or takes over the postmaster that already runs there;
 * `settings` are further server parameters, which a postmaster that is taken over does not get. Any number of processes may
 * do so for one `dataDir`, at once too: they share one postmaster. Rejects with the cause, what to do, and the end of
 * `postgres.log`.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  settings?: Record<string, string>;
}): Promise<EmbeddedCluster> {
  const settings: Record<string, string> = { ...SETTINGS, ...options.settings };
  const until = performance.now() + START_LIMIT;
  const place = await openClusterFolder(options.dataDir);
  return holdingStartLock(place.cluster, until, async () => {
    const secrets = await prepareCluster(place, { sync: settings["fsync"] !== "off" });
    const { port, presence, adopted } = await bringUp(place, secrets, settings, until);
    const superuserUrl = url("postgres", secrets.superuser, port, "postgres");
    try {
      await provision(presence, secrets);
      await keepPort(place, port);
    } catch (error) {
      await presence.end();
      await shutDownUnlessShared(place, superuserUrl).catch(() => {});
      throw error;
    }
    let stopped: Promise<void> | undefined;
    async function stop(): Promise<void> {
      await holdingStartLock(place.cluster, performance.now() + STOP_LIMIT, async () => {
        await presence.end();
        await shutDownUnlessShared(place, superuserUrl);
      });
    }
    return {
      ownerUrl: url("dabyl_owner", secrets.owner, port, "dabyl"),
      gatewayUrl: url("dabyl_gateway", secrets.gateway, port, "dabyl"),
      superuserUrl,
      adopted,
      stop: () => (stopped ??= stop()),
    };
  });
}

interface Up {
  readonly port: number;
  /** A session held until `stop`: it tells other processes that this one counts on the cluster, even while it is idle. */
  readonly presence: Client;
  readonly adopted: boolean;
}

/** Looks at what is there and takes one step at a time, until the cluster answers. */
async function bringUp(
  place: ClusterFolder,
  secrets: ClusterSecrets,
  settings: Record<string, string>,
  until: number,
): Promise<Up> {
  let launched: LaunchedPostmaster | null = null;
  let launches = 0;
  let nextLaunch = 0;
  let refusal: unknown;
  const doubtUntil = performance.now() + DOUBT_LIMIT;
  while (performance.now() < until) {
    const record = await readPostmasterRecord(place.cluster);
    const verdict = record ? await judgePostmaster(record, place.cluster) : "absent";
    if (record && verdict === "absent") {
      await removeStaleRecord(record, place.cluster);
      continue;
    }
    if (record?.port) {
      const answer = await tryConnect(url("postgres", secrets.superuser, record.port, "postgres"));
      if (answer instanceof Client && (verdict === "present" || (await serves(answer, place.cluster)))) {
        // The types leave it out.
        (answer as Client & { unref(): void }).unref();
        const own = launched !== null && (launched.pid === undefined || launched.pid === record.pid);
        return { port: record.port, presence: answer, adopted: !own };
      }
      if (answer instanceof Client) await answer.end();
      else refusal = answer;
      if (verdict === "present" && codeOf(refusal) === WRONG_PASSWORD) {
        throw await failure(place, `The passwords in ${place.secretsFile} are not those of the database.`, refusal);
      }
    }
    const doubted = verdict === "unsure" && !launched && codeOf(refusal) !== NOT_ACCEPTING;
    if (record && doubted && performance.now() > doubtUntil) await removeStaleRecord(record, place.cluster);
    const ending = launched?.ending();
    if (!record && ending !== null) {
      const delay = RELAUNCH_DELAYS[launches];
      if (delay === undefined) throw await failure(place, `PostgreSQL does not start: ${ending}.`);
      nextLaunch ||= performance.now() + delay;
      if (performance.now() >= nextLaunch) {
        const port = String(await choosePort(place, launches === 0));
        const parameters = { ...settings, port };
        launched = await launchPostmaster(place.programs, place.account, place.cluster, parameters, place.log);
        launches += 1;
        nextLaunch = 0;
      }
    }
    await pause(POLL);
  }
  throw await failure(place, `PostgreSQL did not answer within ${START_LIMIT / 1_000} seconds.`, refusal);
}

/** Roles and database, whatever of them is missing. */
async function provision(superuser: Client, secrets: ClusterSecrets): Promise<void> {
  // A starter that was killed has lost the start lock while PostgreSQL may still be at work on its last statement.
  await superuser.query("select pg_advisory_lock($1)", [PROVISIONING]);
  const present = await superuser.query<{ name: string }>(
    "select rolname as name from pg_roles union all select datname from pg_database where datname = 'dabyl'",
  );
  const names = new Set(present.rows.map(({ name }) => name));
  if (!names.has("dabyl_owner")) {
    await superuser.query(`create role dabyl_owner login password ${superuser.escapeLiteral(secrets.owner)}`);
  }
  if (!names.has("dabyl_gateway")) {
    const password = superuser.escapeLiteral(secrets.gateway);
    await superuser.query(`create role dabyl_gateway login noinherit password ${password}`);
  }
  if (!names.has("dabyl")) await superuser.query("create database dabyl owner dabyl_owner template template0");
  await superuser.query("select pg_advisory_unlock($1)", [PROVISIONING]);
}

/** The caller holds the start lock, so that nobody is just about to connect. */
async function shutDownUnlessShared(place: ClusterFolder, superuserUrl: string): Promise<void> {
  const record = await readPostmasterRecord(place.cluster);
  if (!record || (await judgePostmaster(record, place.cluster)) === "absent") return;
  const until = performance.now() + STOP_LIMIT;
  const session = await tryConnect(superuserUrl);
  if (session instanceof Client) {
    let isShared: boolean;
    try {
      isShared = await othersStay(session);
    } finally {
      await session.end();
    }
    if (isShared) return;
    requestFastShutdown(record, place.programs, place.cluster);
  } else if (codeOf(session) !== NOT_ACCEPTING) {
    throw await failure(place, "PostgreSQL runs but does not answer, so it was not stopped.", session);
  }
  while (performance.now() < until) {
    if ((await judgePostmaster(record, place.cluster)) === "absent") return;
    await pause(POLL);
  }
  throw await failure(place, `PostgreSQL did not stop within ${STOP_LIMIT / 1_000} seconds.`);
}

async function othersStay(session: Client): Promise<boolean> {
  const until = performance.now() + FAREWELL_LIMIT;
  do {
    const others = await session.query(
      "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
    );
    if (others.rowCount === 0) return false;
    await pause(POLL);
  } while (performance.now() < until);
  return true;
}

async function tryConnect(connectionString: string): Promise<Client | Error> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000, application_name: "dabyl-supervisor" });
  // Without a listener, a connection that PostgreSQL ends would end this process too.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    return error as Error;
  }
}

async function serves(session: Client, cluster: string): Promise<boolean> {
  const { rows } = await session.query<{ folder: string }>("select current_setting('data_directory') as folder");
  const folder = rows[0] && (await realpath(rows[0].folder).catch(() => null));
  return folder === cluster;
}

async function choosePort(place: ClusterFolder, preferKept: boolean): Promise<number> {
  const kept = preferKept ? await readKeptPort(place) : null;
  const port = (kept && (await freePort(kept))) ?? (await freePort(0));
  if (port === null) throw new Error("PostgreSQL cannot be started: there is no free port on 127.0.0.1.");
  return port;
}

async function readKeptPort(place: ClusterFolder): Promise<number | null> {
  const port = Number(await readFile(place.portFile, "utf8").catch(() => ""));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

async function keepPort(place: ClusterFolder, port: number): Promise<void> {
  if ((await readKeptPort(place)) !== port) await writeFile(place.portFile, `${port}\n`, { mode: 0o600 });
}

/** `port` if it is free on loopback, any free one for 0, null where it is taken. */
function freePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : null));
    });
  });
}

/** A shell's PGSSLMODE must not apply here, hence the parameter. */
function url(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

async function failure(place: ClusterFolder, message: string, cause?: unknown): Promise<Error> {
  return new Error(`${message} ${await endOfLog(place)}`, { cause });
}
