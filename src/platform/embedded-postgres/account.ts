import { execFile } from "node:child_process";
import { chown, lstat, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { SettingNames } from "./embedding.js";
import { type PostgresPrograms, postgresEnvironment } from "./package.js";

/** A user of the operating system that PostgreSQL runs as. */
export interface PostgresAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** The command, run as root, that switches to this user and runs a program; empty if none is needed. */
  readonly through: readonly string[];
}

/** A program to spawn. */
interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** The options of `spawn` that select the user. */
  readonly user: { readonly uid?: number; readonly gid?: number };
}

/** Milliseconds that one check of an account's access may take, even on a busy machine. */
const LOOK_LIMIT = 30_000;

/** Capabilities that let a user pass through folders that only root may enter; many containers have only the second. */
const PASSING = ["dac_read_search", "dac_override"];

/**
 * The account to run PostgreSQL as: null for the caller's own, which is right unless the caller is root. Under root a cluster
 * keeps the account that owns it; a new one gets `postgres`, else `nobody`. If that account cannot enter `dataDir` or run the
 * programs, because only root may, `setpriv` gives it a capability for that; on a system without such capabilities, PostgreSQL
 * runs as root in its own user namespace, in which it is nobody (`unshare`). Rejects, naming both places, the account and what to
 * do, if none of this helps or there is no such account; and, for an ordinary user, if the cluster belongs to someone else.
 */
export async function postgresAccount(
  dataDir: string,
  clusterFolder: string,
  programs: PostgresPrograms,
  settingNames: SettingNames,
): Promise<PostgresAccount | null> {
  const caller = process.geteuid?.();
  if (caller === undefined) return null;
  const owner = await stat(clusterFolder).catch(() => null);
  if (caller !== 0) {
    if (!owner || owner.uid === caller) return null;
    throw new Error(
      `The database in ${clusterFolder} belongs to the user with the id ${owner.uid}, not to this one (${caller}). Start as that user or as root, or set ${settingNames.dataDir} to a folder of your own.`,
    );
  }
  const plain = await unprivileged(owner, settingNames);
  const hindrance = await hindranceOf(plain, dataDir, programs);
  if (hindrance === null) return plain;
  for (const account of [...PASSING.map((capability) => withCapability(plain, capability)), IN_NAMESPACE]) {
    if ((await hindranceOf(account, dataDir, programs)) === null) return account;
  }
  throw new Error(
    `PostgreSQL does not run as root. The user "${plain.name}", that it runs as instead, ${hindrance}, and neither setpriv nor unshare could help. Data folder: ${dataDir}. Binaries: ${dirname(programs.postgres)}. ` +
      `Move the clone to a place that "${plain.name}" can reach, set ${settingNames.dataDir} to such a place if only the data folder is out of reach, run as an ordinary user, or set ${settingNames.server}.`,
  );
}

/** How to run `program` as `account`, or as the caller if that is null. */
export function commandAs(account: PostgresAccount | null, program: string, args: readonly string[]): Command {
  if (!account) return { file: program, args, user: {} };
  const { uid, gid, through } = account;
  const [file, ...words] = [...through, program, ...args];
  return through.length > 0 && file ? { file, args: words, user: {} } : { file: program, args, user: { uid, gid } };
}

/** Under root: the cluster's owner if there is one, else the account meant for PostgreSQL, else the one meant for nothing. */
async function unprivileged(
  owner: { readonly uid: number; readonly gid: number } | null,
  settingNames: SettingNames,
): Promise<PostgresAccount> {
  const accounts = await readAccounts();
  if (owner && owner.uid !== 0) {
    const name = accounts.find((account) => account.uid === owner.uid)?.name ?? `id ${owner.uid}`;
    return { name, uid: owner.uid, gid: owner.gid, through: [] };
  }
  const account = accounts.find(({ name }) => name === "postgres") ?? accounts.find(({ name }) => name === "nobody");
  if (account && account.uid !== 0) return account;
  throw new Error(
    `PostgreSQL does not run as root, and /etc/passwd has neither a user postgres nor nobody. Run as an ordinary user, or set ${settingNames.server}.`,
  );
}

function withCapability(account: PostgresAccount, capability: string): PostgresAccount {
  const user = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  // PostgreSQL checks with access(2) whether it may run its own programs, which ignores capabilities unless told otherwise.
  const rights = ["--securebits=+no_setuid_fixup", `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  return { ...account, through: ["setpriv", ...user, ...rights] };
}

/** Root without capabilities, which appears to PostgreSQL under another user id. Its files belong to root. */
const IN_NAMESPACE: PostgresAccount = { name: "root", uid: 0, gid: 0, through: ["unshare", "--user"] };

/** Why `account` cannot work in `dataDir`, or null. Found by trying it as that account. */
async function hindranceOf(
  account: PostgresAccount,
  dataDir: string,
  programs: PostgresPrograms,
): Promise<string | null> {
  // By a shell, which has no more rights than the account: what switches to it may still run what is root's alone.
  const run = async (script: string, ...words: string[]): Promise<unknown> => {
    const { file, args, user } = commandAs(account, "/bin/sh", ["-c", script, "sh", ...words]);
    return promisify(execFile)(file, args, { ...user, cwd: "/", env: postgresEnvironment(), timeout: LOOK_LIMIT });
  };
  const [data, binaries] = await Promise.allSettled([
    run('cd "$1"', dataDir),
    run('"$1" --version && "$2" --version', programs.postgres, programs.initdb),
  ]);
  const hindrances = [
    data.status === "rejected" ? "cannot enter the data folder" : "",
    binaries.status === "rejected" ? "cannot run the binaries" : "",
  ].filter(Boolean);
  return hindrances.length > 0 ? hindrances.join(" and ") : null;
}

/** Gives `folder` and everything in it to `account`, without following links. */
export async function giveTo(account: Pick<PostgresAccount, "uid" | "gid">, folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true });
  for (const path of [...entries.map((entry) => join(folder, entry)), folder]) {
    if (!(await lstat(path)).isSymbolicLink()) await chown(path, account.uid, account.gid);
  }
}

async function readAccounts(): Promise<PostgresAccount[]> {
  const text = await readFile("/etc/passwd", "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid), through: [] }] : [];
  });
}
