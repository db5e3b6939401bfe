import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { bringUp, codeOf, keepPort, NOT_ACCEPTING, type Session, tryConnect, type Up, url } from "./bring-up.js";
import {
  type ClusterFolder,
  type ClusterSecrets,
  endOfLog,
  openClusterFolder,
  prepareCluster,
} from "./cluster-folder.js";
import type { Embedding } from "./embedding.js";
import { keepUp, type OutageListener } from "./keep-up.js";
import { judgePostmaster, type PostmasterRecord, readPostmasterRecord, requestFastShutdown } from "./postmaster.js";
import { holdingStartLock } from "./start-lock.js";

/** A running PostgreSQL from the packaged binaries, on loopback only. */
export interface EmbeddedCluster<Role extends string = string> {
  /** Connection URLs of the embedding program's roles in its database. */
  readonly urls: Readonly<Record<Role, string>>;
  /** Connection URL of the superuser `postgres` in the database `postgres`. */
  readonly superuserUrl: string;
  /** True if a running postmaster was found and taken over, false if this call launched it. */
  readonly adopted: boolean;
  /**
   * From now on, until `stop`, restarts PostgreSQL whenever it has stopped, whoever started it before, with the same URLs. Any
   * number of processes may do so for one cluster.
   */
  keepUp(listener: OutageListener): void;
  /**
   * Detaches from the cluster; call it after closing your own connections. PostgreSQL is shut down, and has stopped when this
   * settles, unless somebody else is still connected: then it runs on, and the last one to stop shuts it down.
   */
  stop(): Promise<void>;
}

const POLL = 20;
const START_LIMIT = 120_000;
const STOP_LIMIT = 60_000;
/** Milliseconds for the sessions to end that the caller has just closed, or whose process was killed. */
const FAREWELL_LIMIT = 1_000;

/** Key of an advisory lock in the database `postgres`. */
const PROVISIONING = 1;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
};

/**
 * Creates the cluster in `dataDir` if there is none and starts it, or takes over the postmaster that already runs there;
 * `settings` are further server parameters, which a postmaster that is taken over does not get. Any number of processes may do so
 * for one `dataDir`, even at once: they share one postmaster. Rejects with the cause, what to do, and the end of its log.
 */
export async function startEmbeddedPostgres<Role extends string>(
  embedding: Embedding<Role>,
  options: { readonly dataDir: string; readonly settings?: Readonly<Record<string, string>> },
): Promise<EmbeddedCluster<Role>> {
  const settings: Readonly<Record<string, string>> = { ...SETTINGS, ...options.settings };
  const until = performance.now() + START_LIMIT;
  const place = await openClusterFolder(options.dataDir, embedding);
  const roles = Object.keys(embedding.roles) as Role[];
  return holdingStartLock(place, until, async () => {
    const secrets = await prepareCluster(place, roles, { sync: settings["fsync"] !== "off" });
    const wishes = { settings, port: null, limit: until - performance.now() };
    const up = await bringUp(place, secrets.superuser, wishes).catch(withEndOfLog(place));
    const { port, adopted } = up;
    const superuserUrl = url("postgres", secrets.superuser, port, "postgres");
    try {
      await provision(up.presence.client, embedding, secrets);
      await keepPort(place, port);
    } catch (error) {
      await up.presence.client.end();
      await shutDownUnlessShared(place, superuserUrl).catch(() => {});
      throw error;
    }
    const stopping = new AbortController();
    const { signal } = stopping;
    let kept: Promise<Up> | undefined;
    let stopped: Promise<void> | undefined;
    const again = (): Promise<Up> =>
      holdingStartLock(place, performance.now() + START_LIMIT, () =>
        bringUp(place, secrets.superuser, { settings, port, limit: START_LIMIT, signal }),
      );
    const isThere = async ({ pid }: Up): Promise<boolean> => (await findPostmaster(place))?.pid === pid;
    async function stop(): Promise<void> {
      stopping.abort();
      const { client } = ((await kept) ?? up).presence;
      await holdingStartLock(place, performance.now() + STOP_LIMIT, async () => {
        await client.end();
        await shutDownUnlessShared(place, superuserUrl);
      });
    }
    const urls = roles.map(
      (role) => [role, url(embedding.roles[role].name, secrets[role], port, embedding.database.name)] as const,
    );
    return {
      urls: Object.fromEntries(urls) as Record<Role, string>,
      superuserUrl,
      adopted,
      keepUp(listener) {
        kept ??= keepUp(up, { again, isThere, listener, signal });
      },
      stop: () => (stopped ??= stop()),
    };
  });
}

/** Creates the roles and the database, as far as they are missing. */
async function provision<Role extends string>(
  superuser: Client,
  { roles, groups, database }: Embedding<Role>,
  secrets: ClusterSecrets<Role>,
): Promise<void> {
  const quote = (name: string): string => superuser.escapeIdentifier(name);
  // A process killed during its start has lost the start lock, but PostgreSQL may still be running its last statement.
  await superuser.query("select pg_advisory_lock($1)", [PROVISIONING]);
  const present = await superuser.query<{ role: string | null; database: string | null }>(
    "select rolname as role, null as database from pg_roles union all select null, datname from pg_database",
  );
  for (const key of Object.keys(roles) as Role[]) {
    const { name, attributes = "" } = roles[key];
    if (present.rows.some(({ role }) => role === name)) continue;
    const password = superuser.escapeLiteral(secrets[key]);
    await superuser.query(`create role ${quote(name)} login ${attributes} password ${password}`);
  }
  for (const key of Object.keys(groups ?? {}) as Role[])
    for (const group of groups?.[key] ?? []) {
      if (present.rows.some(({ role }) => role === group)) continue;
      await superuser.query(`create role ${quote(group)}; grant ${quote(group)} to ${quote(roles[key].name)}`);
    }
  if (!present.rows.some((row) => row.database === database.name)) {
    const owner = quote(roles[database.owner].name);
    await superuser.query(`create database ${quote(database.name)} owner ${owner} template template0`);
  }
  await superuser.query("select pg_advisory_unlock($1)", [PROVISIONING]);
}

/** The caller holds the start lock, so nobody is about to connect. */
async function shutDownUnlessShared(place: ClusterFolder, superuserUrl: string): Promise<void> {
  const until = performance.now() + STOP_LIMIT;
  let isAsked = false;
  while (performance.now() < until) {
    const postmaster = await findPostmaster(place);
    if (!postmaster) return;
    if (!isAsked) {
      const session = await tryConnect(place, superuserUrl);
      if (!(session instanceof Error) && (await othersStay(session))) return;
      const code = session instanceof Error ? codeOf(session) : null;
      // A postmaster that is still starting has no port yet.
      const isComing = postmaster.isSure && code === "ECONNREFUSED";
      if (code !== null && code !== NOT_ACCEPTING && !isComing) {
        throw await failure(place, "PostgreSQL runs but does not answer, so it was not stopped.", session);
      }
      if (!isComing) requestFastShutdown(postmaster, place.programs, place.cluster);
      isAsked = !isComing;
    }
    await pause(POLL);
  }
  throw await failure(place, `PostgreSQL did not stop within ${STOP_LIMIT / 1_000} seconds.`);
}

/** Whether others are connected; ends the session used for the check. */
async function othersStay({ client }: Session): Promise<boolean> {
  const until = performance.now() + FAREWELL_LIMIT;
  try {
    do {
      const others = await client.query(
        "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
      );
      if (others.rowCount === 0) return false;
      await pause(POLL);
    } while (performance.now() < until);
    return true;
  } finally {
    await client.end();
  }
}

/** The postmaster's record, if there may be a postmaster. */
async function findPostmaster({ cluster }: ClusterFolder): Promise<(PostmasterRecord & { isSure: boolean }) | null> {
  const record = await readPostmasterRecord(cluster);
  const verdict = record ? await judgePostmaster(record, cluster) : "absent";
  return record && verdict !== "absent" ? { ...record, isSure: verdict === "present" } : null;
}

function withEndOfLog(place: ClusterFolder): (error: Error) => Promise<never> {
  return async (error) => {
    throw await failure(place, error.message, error.cause);
  };
}

async function failure(place: ClusterFolder, message: string, cause?: unknown): Promise<Error> {
  return new Error(`${message} ${await endOfLog(place, 12)}`, { cause });
}
