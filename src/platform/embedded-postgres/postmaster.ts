import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { open, readFile, readlink, realpath, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { commandAs, type PostgresAccount } from "./account.js";
import { type PostgresPrograms, postgresEnvironment } from "./package.js";

/** The content of a cluster's `postmaster.pid`. */
export interface PostmasterRecord {
  readonly pid: number;
  /** Null until the postmaster has written it. */
  readonly port: number | null;
  /** The whole file, to see whether it is still the same one. */
  readonly text: string;
}

/** A postmaster spawned by this process. */
export interface LaunchedPostmaster {
  /** Unknown on Windows, where `pg_ctl` launches it. */
  readonly pid: number | undefined;
  /** Null while it runs or, on Windows, while `pg_ctl` waits for it; afterwards how it ended. */
  ending(): string | null;
}

/** The record in `clusterFolder`, or null if there is none. An unreadable one has the pid 0, which no process has. */
export async function readPostmasterRecord(clusterFolder: string): Promise<PostmasterRecord | null> {
  const text = await readFile(join(clusterFolder, "postmaster.pid"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const [pid = "", , , port = ""] = text.split("\n");
  return { pid: positive(pid) ?? 0, port: positive(port), text };
}

/**
 * Whether the process of `record` is the postmaster of `clusterFolder`. A dead one, a zombie and an unrelated process with the
 * same pid are `absent`; `unsure` is a live process on a system that does not say what it is.
 */
export async function judgePostmaster(
  record: PostmasterRecord,
  clusterFolder: string,
): Promise<"present" | "absent" | "unsure"> {
  if (record.pid === 0 || !isAlive(record.pid)) return "absent";
  if (process.platform !== "linux" || !existsSync("/proc/self/stat")) return "unsure";
  const proc = `/proc/${record.pid}`;
  const stat = await readFile(`${proc}/stat`, "utf8").catch(() => "");
  // The name in parentheses may itself contain parentheses and spaces.
  const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
  if (state === "" || state === "Z" || state === "X") return "absent";
  const [program = "", ...words] = (await readFile(`${proc}/cmdline`, "utf8").catch(() => "")).split("\0");
  if (!basename(program).startsWith("postgres")) return "absent";
  const folder = await realpath(clusterFolder);
  const named = words[words.indexOf("-D") + 1];
  if (words.includes("-D") && named && (await realpath(named).catch(() => null)) === folder) return "present";
  // A postmaster's working directory is its cluster, even if the folder was moved or is known by another path.
  return (await readlink(`${proc}/cwd`).catch(() => null)) === folder ? "present" : "absent";
}

/** Removes the file that `record` was read from, unless it has been replaced. */
export async function removeStaleRecord(record: PostmasterRecord, clusterFolder: string): Promise<void> {
  if ((await readPostmasterRecord(clusterFolder))?.text !== record.text) return;
  await rm(join(clusterFolder, "postmaster.pid"), { force: true });
}

/**
 * Spawns a postmaster for `clusterFolder` in its own process group, so that a terminal's Ctrl-C does not reach it, with
 * `settings` as server parameters and its log appended to `logFile`.
 */
export async function launchPostmaster(
  programs: PostgresPrograms,
  account: PostgresAccount | null,
  clusterFolder: string,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): Promise<LaunchedPostmaster> {
  const words = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  // Windows administrators may not run postgres directly: pg_ctl gives it a restricted token.
  const [program, args] =
    process.platform === "win32"
      ? [programs.pg_ctl, ["start", "-w", "-D", clusterFolder, "-o", words.join(" ")]]
      : [programs.postgres, ["-D", clusterFolder, ...words]];
  const { file, args: given, user } = commandAs(account, program, args);
  const log = await open(logFile, "a", 0o600);
  try {
    const child = spawn(file, given, {
      ...user,
      cwd: clusterFolder,
      env: postgresEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    let ending: string | null = null;
    child.once("error", (error) => (ending = error.message));
    child.once("exit", (code, signal) => (ending ??= signal ? `ended by ${signal}` : `ended with code ${code}`));
    child.unref();
    return { pid: process.platform === "win32" ? undefined : child.pid, ending: () => ending };
  } finally {
    await log.close();
  }
}

/** Asks the postmaster for a fast shutdown: sessions are terminated, committed data is kept. Does not wait for the end. */
export function requestFastShutdown(record: PostmasterRecord, programs: PostgresPrograms, clusterFolder: string): void {
  if (process.platform === "win32") {
    const args = ["stop", "-W", "-m", "fast", "-D", clusterFolder];
    execFile(programs.pg_ctl, args, { env: postgresEnvironment(), windowsHide: true }, () => {});
  } else if (isAlive(record.pid)) {
    process.kill(record.pid, "SIGINT");
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function positive(text: string): number | null {
  return /^\s*[1-9]\d*\s*$/.test(text) ? Number(text) : null;
}
