import { execFile } from "node:child_process";
import { chown, lstat, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type PostgresPrograms, postgresEnvironment } from "./package.js";

/** An unprivileged user of the operating system that PostgreSQL runs as. */
export interface PostgresAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account to run PostgreSQL as: null for the caller's own, which is right unless the caller is root. Under root a
 * cluster keeps the account that owns it; a new one gets `postgres`, else `nobody`. Rejects where neither exists and,
 * for an ordinary user, where the cluster is somebody else's.
 */
export async function postgresAccount(clusterFolder: string): Promise<PostgresAccount | null> {
  const caller = process.geteuid?.();
  if (caller === undefined) return null;
  const owner = await stat(clusterFolder).catch(() => null);
  if (caller !== 0) {
    if (!owner || owner.uid === caller) return null;
    throw new Error(
      `The database in ${clusterFolder} belongs to the user with the id ${owner.uid}, not to this one (${caller}). Start as that user or as root, or set DATA_DIR to a folder of your own.`,
    );
  }
  const accounts = await readAccounts();
  if (owner && owner.uid !== 0) {
    const name = accounts.find((account) => account.uid === owner.uid)?.name ?? `id ${owner.uid}`;
    return { name, uid: owner.uid, gid: owner.gid };
  }
  const account = accounts.find(({ name }) => name === "postgres") ?? accounts.find(({ name }) => name === "nobody");
  if (account && account.uid !== 0) return account;
  throw new Error(
    "PostgreSQL does not run as root, and /etc/passwd has neither a user postgres nor nobody. Run as an ordinary user, or set DATABASE_URL.",
  );
}

/** The part of the options of `spawn` that makes a child run as `account`. */
export function runningAs(account: PostgresAccount | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/**
 * Rejects, naming both places, the account and what to do, unless `account` can enter `dataDir` and run the programs.
 * Asks the operating system by doing both as that account.
 */
export async function checkReach(account: PostgresAccount, dataDir: string, programs: PostgresPrograms): Promise<void> {
  const options = { ...runningAs(account), cwd: "/", env: postgresEnvironment(), timeout: 10_000 };
  const run = promisify(execFile);
  const [data, binaries] = await Promise.allSettled([
    run("/bin/sh", ["-c", 'cd "$1"', "sh", dataDir], options),
    Promise.all([run(programs.postgres, ["--version"], options), run(programs.initdb, ["--version"], options)]),
  ]);
  if (data.status === "fulfilled" && binaries.status === "fulfilled") return;
  const folder = dirname(programs.postgres);
  const hindrances = [
    data.status === "rejected" ? "cannot enter the data folder" : "",
    binaries.status === "rejected" ? "cannot run the binaries" : "",
  ].filter(Boolean);
  throw new Error(
    `PostgreSQL does not run as root, and the user "${account.name}", that it runs as instead, ${hindrances.join(" and ")}. Data folder: ${dataDir}. Binaries: ${folder}. ` +
      `Move the clone to a place that "${account.name}" can reach, set DATA_DIR to such a place if only the data folder is out of reach, run as an ordinary user, or set DATABASE_URL.`,
    { cause: data.status === "rejected" ? data.reason : binaries.status === "rejected" ? binaries.reason : undefined },
  );
}

/** Gives `folder` and everything in it to `account`, without following links. */
export async function giveTo(account: PostgresAccount, folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true });
  for (const path of [...entries.map((entry) => join(folder, entry)), folder]) {
    if (!(await lstat(path)).isSymbolicLink()) await chown(path, account.uid, account.gid);
  }
}

async function readAccounts(): Promise<PostgresAccount[]> {
  const text = await readFile("/etc/passwd", "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
