import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readdir, readFile, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { commandAs, giveTo, type PostgresAccount, postgresAccount } from "./account.js";
import type { Embedding, SettingNames } from "./embedding.js";
import { type PostgresPrograms, postgresEnvironment, postgresPrograms } from "./package.js";

/** Where a cluster and its files are kept, and how it is run. */
export interface ClusterFolder {
  readonly dataDir: string;
  /** PostgreSQL's own data directory. It exists only once it is complete. */
  readonly cluster: string;
  readonly log: string;
  readonly secretsFile: string;
  readonly portFile: string;
  readonly programs: PostgresPrograms;
  /** Null if PostgreSQL runs as this process's user. */
  readonly account: PostgresAccount | null;
  /** The name of the program that embeds it. */
  readonly program: string;
  readonly settingNames: SettingNames;
}

/** Passwords of the superuser and the roles, by the roles' keys; 32 characters of base64url each. */
export type ClusterSecrets<Role extends string> = Readonly<Record<Role | "superuser", string>>;

/** Creates `dataDir` if needed and checks that PostgreSQL can work there. Rejects with the obstacle. */
export async function openClusterFolder(
  dataDir: string,
  { program, files, settingNames }: Pick<Embedding, "program" | "files" | "settingNames">,
): Promise<ClusterFolder> {
  const programs = await postgresPrograms(settingNames);
  await makeDataDir(resolve(dataDir));
  const folder = await realpath(dataDir);
  const cluster = join(folder, files.cluster);
  const account = await postgresAccount(folder, cluster, programs, settingNames);
  return {
    dataDir: folder,
    cluster,
    log: join(folder, files.log),
    secretsFile: join(folder, files.secrets),
    portFile: join(folder, files.port),
    programs,
    account,
    program,
    settingNames,
  };
}

/**
 * Creates the cluster if there is none and returns its secrets. The caller holds the start lock. Rejects when `initdb` fails,
 * when the folder holds something else, or when a cluster's secrets are lost.
 */
export async function prepareCluster<Role extends string>(
  place: ClusterFolder,
  roles: readonly Role[],
  options: { sync: boolean },
): Promise<ClusterSecrets<Role>> {
  const names = ["superuser", ...roles] as const;
  const known = await readSecrets(place.secretsFile, names);
  if (await holdsCluster(place)) {
    if (!known) {
      throw new Error(
        `The database in ${place.cluster} cannot be opened without ${place.secretsFile}. Put that file back, or move both away to begin with an empty database.`,
      );
    }
    return known;
  }
  const secrets = known ?? (await writeSecrets(place.secretsFile, names));
  await makeCluster(place, secrets.superuser, options.sync);
  return secrets;
}

/** Gives the cluster's files to the account that PostgreSQL runs as. No postmaster may be running on them. */
export async function claimCluster({ account, cluster }: ClusterFolder): Promise<void> {
  if (account && (await stat(cluster)).uid !== account.uid) await giveTo(account, cluster);
}

/** The last `count` lines of the cluster's log, for an error message. They may contain data from statements. */
export async function endOfLog(place: ClusterFolder, count: number): Promise<string> {
  const length = 4_096;
  try {
    await using log = await open(place.log, "r");
    const { size } = await log.stat();
    const { buffer, bytesRead } = await log.read(Buffer.alloc(length), 0, length, Math.max(0, size - length));
    const lines = buffer.toString("utf8", 0, bytesRead).trimEnd().split("\n");
    return `${place.log} ends with:\n${lines.slice(-count).join("\n")}`;
  } catch {
    return `${place.log} cannot be read.`;
  }
}

async function makeDataDir(dataDir: string): Promise<void> {
  await mkdir(resolve(dataDir, ".."), { recursive: true });
  // Under root, another user has to pass through the folder to reach its own part; the rest stays unlisted.
  const mode = process.geteuid?.() === 0 ? 0o711 : 0o700;
  const made = await mkdir(dataDir).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
  if (made) await chmod(dataDir, mode);
}

async function holdsCluster({ cluster, settingNames }: ClusterFolder): Promise<boolean> {
  const entries = await readdir(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!entries) return false;
  if (entries.length === 0) {
    await rmdir(cluster);
    return false;
  }
  if (entries.includes("PG_VERSION") && entries.includes("global")) return true;
  throw new Error(
    `${cluster} holds files that are not a PostgreSQL cluster. Move them away, or set ${settingNames.dataDir} elsewhere.`,
  );
}

/**
 * Character classes for code that asks the operating system instead of the database's own provider: pg_trgm does, and without
 * this it does not recognize Cyrillic letters. Not every system has this locale.
 */
const CTYPE = ["--lc-collate=C", "--lc-ctype=C.UTF-8"];

/** A cluster gets its name by a single rename, so an interrupted creation is never mistaken for a complete one. */
async function makeCluster(place: ClusterFolder, password: string, sync: boolean): Promise<void> {
  const prefix = `${basename(place.cluster)}.new-`;
  for (const entry of await readdir(place.dataDir)) {
    if (entry.startsWith(prefix)) await discard(join(place.dataDir, entry));
  }
  const nursery = join(place.dataDir, `${prefix}${randomBytes(6).toString("hex")}`);
  const fresh = join(nursery, "cluster");
  const passwordFile = join(nursery, "password");
  try {
    await mkdir(nursery, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (place.account) await giveTo(place.account, nursery);
    const args = ["-D", fresh, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    args.push("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
    if (!sync) args.push("--no-sync");
    const run = ({ file, args: words, user }: ReturnType<typeof commandAs>): Promise<unknown> =>
      promisify(execFile)(file, words, {
        ...user,
        cwd: nursery,
        env: postgresEnvironment(),
        timeout: 120_000,
        windowsHide: true,
      });
    await run(commandAs(place.account, place.programs.initdb, [...args, ...CTYPE])).catch((error: unknown) => {
      if (!/invalid locale/.test(saidBy(error))) throw error;
      return run(commandAs(place.account, place.programs.initdb, args));
    });
    await rename(fresh, place.cluster);
  } catch (cause) {
    const said = saidBy(cause);
    const hint = /shared librar|image not found/i.test(said)
      ? ` The install script of the package in ${place.programs.initdb} has not run: npm rebuild does that.`
      : "";
    throw new Error(
      `The embedded PostgreSQL could not be set up in ${place.dataDir}: ${said || String(cause)}.${hint} Or set ${place.settingNames.server} to a PostgreSQL of your own.`,
      { cause },
    );
  } finally {
    await discard(nursery);
  }
}

/** The output of a program that failed. */
function saidBy(error: unknown): string {
  return error instanceof Error && "stderr" in error ? (error.stderr as string).trim() : "";
}

/** A killed start may have left an `initdb` that is still writing, hence the retries; leftovers are harmless. */
async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(() => {});
}

async function readSecrets<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Readonly<Record<Name, string>> | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  try {
    const secrets = JSON.parse(text) as Record<Name, string>;
    if (names.every((name) => isPassword(secrets[name]))) return secrets;
  } catch {
    // Not JSON: reported below with the other faults.
  }
  throw new Error(`${file} does not hold the database's passwords. Restore it, or move it and the database away.`);
}

async function writeSecrets<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Readonly<Record<Name, string>>> {
  const passwords = names.map((name) => [name, randomBytes(24).toString("base64url")] as const);
  const secrets = Object.fromEntries(passwords) as Record<Name, string>;
  const draft = `${file}.new`;
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx", flush: true });
  await rename(draft, file);
  return secrets;
}

function isPassword(value: unknown): boolean {
  return typeof value === "string" && value.length > 0;
}
