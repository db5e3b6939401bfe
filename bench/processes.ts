import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const running = new Set<ChildProcess>();

/** Stops what still runs, so that nothing outlives the benchmark. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

function watch(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

export interface ServerProcess {
  readonly url: string;
  /** Milliseconds from the start of the process until it first answers that it is ready. */
  readonly startedIn: number;
  readonly pid: number;
  /** Resident memory in MiB. */
  memory(): Promise<number>;
  /** Seconds of processor time so far; reads /proc, so Linux only. */
  processorTime(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server in its own process; resolves once `probe` is answered with 200. */
export async function startServer(
  entry: string,
  port: number,
  environment: Readonly<Record<string, string>>,
  { probe = "/health/ready", nodeArgs = [] as readonly string[] } = {},
): Promise<ServerProcess> {
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const child = watch(
    spawn(process.execPath, [...nodeArgs, entry], {
      env: { PATH: process.env["PATH"], NODE_ENV: "production", ...environment, PORT: String(port) },
      stdio: ["ignore", "ignore", "inherit"],
    }),
  );
  const ended = once(child, "exit");
  while (!(await answers(url + probe))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${entry} ended before it was ready`);
    if (performance.now() - begun > 60_000) throw new Error(`${entry} is not ready after a minute`);
    await pause(5);
  }
  const pid = child.pid ?? 0;
  return {
    url,
    pid,
    startedIn: performance.now() - begun,
    memory: () => residentMemory(pid),
    processorTime: () => processorTime(pid),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** On Linux, hundredths of a second of processor time. */
const TICKS = 100;

/** The fields of a process from the third on, as in proc(5): the name, which may contain spaces, is left out. */
export async function fieldsOf(pid: number): Promise<readonly number[]> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
}

/** Processor seconds that a process has used so far; 0 if it has ended. */
export async function processorTime(pid: number): Promise<number> {
  return sumOf(await fieldsOf(pid), 11);
}

/** The same of its children that have ended. */
export async function endedTime(pid: number): Promise<number> {
  return sumOf(await fieldsOf(pid), 13);
}

function sumOf(fields: readonly number[], first: number): number {
  return ((fields[first] ?? 0) + (fields[first + 1] ?? 0)) / TICKS;
}

async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => null);
  const kibibytes = status
    ? Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])
    : Number((await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)])).stdout);
  return kibibytes / 1_024;
}

/** The most resident memory in MiB that a process has had since this was last asked; reads /proc, so Linux only. */
export async function peakMemory(pid: number): Promise<number> {
  const most = /VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1];
  // proc_pid_clear_refs(5): 5 begins anew.
  await writeFile(`/proc/${pid}/clear_refs`, "5");
  return Number(most) / 1_024;
}

/** A module of the benchmark in its own process, which answers one message at a time. */
export interface Helper<Job, Result> {
  run(job: Job): Promise<Result>;
  stop(): Promise<void>;
}

export function startHelper<Job, Result>(module: string): Helper<Job, Result> {
  const child = watch(fork(fileURLToPath(new URL(module, import.meta.url)), { serialization: "advanced" }));
  const ended = once(child, "exit");
  return {
    async run(job) {
      child.send(job as object);
      const answer = await Promise.race([once(child, "message"), ended.then(() => [{ failed: `${module} ended` }])]);
      const [result] = answer as [{ readonly failed: string } | { readonly result: Result }];
      if ("failed" in result) throw new Error(result.failed);
      return result.result;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The other side of `startHelper`. */
export function answerJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  process.on("message", (job) => {
    work(job as Job).then(
      (result) => process.send?.({ result }),
      (error: unknown) =>
        process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on("disconnect", () => process.exit(0));
}
