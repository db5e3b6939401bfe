import { randomInt } from "node:crypto";
import { readFile, realpath, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { claimCluster, type ClusterFolder, endOfLog } from "./cluster-folder.js";
import {
  judgePostmaster,
  type LaunchedPostmaster,
  launchPostmaster,
  readPostmasterRecord,
  removeStaleRecord,
} from "./postmaster.js";

/** A session of the superuser. */
export interface Session {
  readonly client: Client;
  /** Resolves when the session ends: we closed it, someone terminated it, or PostgreSQL has stopped. */
  readonly over: Promise<void>;
}

/** A cluster that accepts connections. */
export interface Up {
  readonly port: number;
  /** The postmaster's process id. */
  readonly pid: number;
  /** Shows other processes that this one depends on the cluster, even while idle. */
  readonly presence: Session;
  /** False when PostgreSQL was launched here. */
  readonly adopted: boolean;
}

export interface Wishes {
  /** Server parameters for a postmaster launched here. */
  readonly settings: Readonly<Record<string, string>>;
  /** The port that PostgreSQL must use; null: any, preferably the last one. */
  readonly port: number | null;
  /** Milliseconds for the whole start. */
  readonly limit: number;
  readonly signal?: AbortSignal;
}

const POLL = 20;
/** A killed postmaster may leave sessions that keep a new one out until they notice. */
const RELAUNCH_DELAYS = [0, 100, 200, 400, 800];
/** PostgreSQL's message for that. */
const STILL_IN_USE = /shared memory block .* is still in use/;
/** How long a process that may be our postmaster has to answer, if the system does not say what it is. */
const DOUBT_LIMIT = 5_000;
/** Milliseconds in which a postmaster that could not get its port has ended. */
const FOREIGN_LIMIT = 2_000;
/** Milliseconds for connecting. */
const CONNECT_LIMIT = 5_000;
/** Outside the range of ephemeral ports, so that ours is still free at the next start. */
const PORTS = { first: 20_000, end: 30_000, tries: 100 };

// SQLSTATEs
const WRONG_PASSWORD = "28P01";
/** While it starts up, recovers or shuts down. */
export const NOT_ACCEPTING = "57P03";

/**
 * Looks at the current state and takes one step at a time until the cluster answers. The caller holds the start lock. Rejects
 * with the cause, without the end of the log.
 */
export async function bringUp(place: ClusterFolder, password: string, wishes: Wishes): Promise<Up> {
  let launched: LaunchedPostmaster | null = null;
  let launches = 0;
  let nextLaunch = 0;
  let refusal: unknown;
  /** Our process, and since when its port has answered that the password is wrong. */
  let wrong: { readonly pid: number; readonly since: number } | null = null;
  const until = performance.now() + wishes.limit;
  const doubtUntil = performance.now() + DOUBT_LIMIT;
  while (performance.now() < until) {
    wishes.signal?.throwIfAborted();
    const record = await readPostmasterRecord(place.cluster);
    const verdict = record ? await judgePostmaster(record, place.cluster) : "absent";
    if (record && verdict === "absent") {
      await removeStaleRecord(record, place.cluster);
      continue;
    }
    if (record?.port) {
      const answer = await tryConnect(place, url("postgres", password, record.port, "postgres"));
      if (!(answer instanceof Error) && (verdict === "present" || (await serves(answer, place.cluster)))) {
        if (wishes.port !== null && record.port !== wishes.port) {
          await answer.client.end();
          throw new Error(`PostgreSQL runs on port ${record.port} now, no longer on ${wishes.port}.`);
        }
        // Missing in the types.
        (answer.client as Client & { unref(): void }).unref();
        const own = launched !== null && (launched.pid === undefined || launched.pid === record.pid);
        return { port: record.port, pid: record.pid, presence: answer, adopted: !own };
      }
      if (answer instanceof Error) refusal = answer;
      else await answer.client.end();
      const isWrong = verdict === "present" && codeOf(refusal) === WRONG_PASSWORD;
      if (!isWrong || wrong?.pid !== record.pid) wrong = isWrong ? { pid: record.pid, since: performance.now() } : null;
      // Another server may have taken the port just before ours, which then ends in a moment.
      if (wrong && performance.now() - wrong.since > FOREIGN_LIMIT) {
        throw new Error(`The passwords in ${place.secretsFile} are not those of the database.`, { cause: refusal });
      }
    }
    const doubted = verdict === "unsure" && !launched && codeOf(refusal) !== NOT_ACCEPTING;
    if (record && doubted && performance.now() > doubtUntil) await removeStaleRecord(record, place.cluster);
    const ending = launched?.ending();
    if (!record && ending !== null) {
      const isWaitedFor = launches > 0 && STILL_IN_USE.test(await endOfLog(place, 3));
      const delay = RELAUNCH_DELAYS[launches] ?? (isWaitedFor ? RELAUNCH_DELAYS.at(-1) : undefined);
      if (delay === undefined) throw new Error(`PostgreSQL does not start: ${ending}.`);
      nextLaunch ||= performance.now() + delay;
      if (performance.now() >= nextLaunch) {
        const port = String(wishes.port ?? (await choosePort(place, launches === 0)));
        await claimCluster(place);
        launched = await launchPostmaster(
          place.programs,
          place.account,
          place.cluster,
          { ...wishes.settings, port },
          place.log,
        );
        launches += 1;
        nextLaunch = 0;
      }
    }
    await pause(POLL);
  }
  throw new Error(`PostgreSQL did not answer within ${Math.round(wishes.limit / 1_000)} seconds.`, { cause: refusal });
}

export async function tryConnect({ program }: ClusterFolder, connectionString: string): Promise<Session | Error> {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_LIMIT,
    application_name: `${program}-supervisor`,
  });
  // Without a listener, a connection terminated by PostgreSQL would end this process too.
  client.on("error", () => {});
  const over = new Promise<void>((resolve) => client.once("end", resolve));
  try {
    await client.connect();
    return { client, over };
  } catch (error) {
    return error as Error;
  }
}

/** Remembers the cluster's port in `dataDir`. */
export async function keepPort(place: ClusterFolder, port: number): Promise<void> {
  if ((await readKeptPort(place)) !== port) await writeFile(place.portFile, `${port}\n`, { mode: 0o600 });
}

/** Sets sslmode, so that PGSSLMODE in a shell does not apply. */
export function url(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

async function serves({ client }: Session, cluster: string): Promise<boolean> {
  const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
  const folder = rows[0] && (await realpath(rows[0].folder).catch(() => null));
  return folder === cluster;
}

async function choosePort(place: ClusterFolder, preferKept: boolean): Promise<number> {
  const kept = preferKept ? await readKeptPort(place) : null;
  if (kept && (await isFree(kept))) return kept;
  for (let tries = 0; tries < PORTS.tries; tries += 1) {
    const port = randomInt(PORTS.first, PORTS.end);
    if (await isFree(port)) return port;
  }
  throw new Error("PostgreSQL cannot be started: there is no free port on 127.0.0.1.");
}

async function readKeptPort(place: ClusterFolder): Promise<number | null> {
  const port = Number(await readFile(place.portFile, "utf8").catch(() => ""));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

/** Whether the port is free on loopback. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
