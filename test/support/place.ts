import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { Client } from "pg";
import { inject } from "vitest";
import { judgePostmaster, readPostmasterRecord } from "../../src/platform/embedded-postgres/postmaster.js";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "../../src/platform/embedded-database.js";
import { eventually } from "./eventually.js";
import { copyDataDir, removeFolder, scratchFolder } from "./scratch.js";

export interface Started extends EmbeddedDatabase {
  readonly process: ChildProcess;
}

/** A data folder of its own; at the end of the test, whatever was started in it is stopped and the folder removed. */
export class Place implements AsyncDisposable {
  readonly dataDir: string;
  readonly #starts: Promise<EmbeddedDatabase | Started>[] = [];
  readonly #children: ChildProcess[] = [];

  constructor(readonly folder: string) {
    this.dataDir = join(folder, "data");
  }

  starts(settings: Record<string, string> = {}): Promise<EmbeddedDatabase> {
    const started = startEmbeddedDatabase({ dataDir: this.dataDir, settings: { fsync: "off", ...settings } });
    this.#starts.push(started);
    return started;
  }

  /** `dist` is the folder of the compiled code to use, if not our own. */
  startsInAnotherProcess(
    environment: NodeJS.ProcessEnv = {},
    dist = new URL("../../dist/", import.meta.url),
  ): Promise<Started> {
    const script = `
      const { startEmbeddedDatabase } = await import(process.argv[1]);
      const cluster = await startEmbeddedDatabase({ dataDir: process.argv[2], settings: { fsync: "off" } });
      console.log(JSON.stringify(cluster));
      process.stdin.once("data", async () => {
        await cluster.stop();
        process.exit();
      });`;
    const module = new URL("src/platform/embedded-database.js", dist).href;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script, module, this.dataDir], {
      env: { ...process.env, ...environment },
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#children.push(child);
    const complaint = text(child.stderr);
    const started = Promise.race([
      once(createInterface(child.stdout), "line").then(([line]): Started => ({
        ...(JSON.parse(line as string) as EmbeddedDatabase),
        process: child,
        async stop() {
          const exit = once(child, "exit");
          child.stdin.write("stop\n");
          await exit;
        },
      })),
      once(child, "close").then(async (): Promise<never> => {
        throw new Error(`The other process ended before it had started PostgreSQL: ${await complaint}`);
      }),
    ]);
    this.#starts.push(started);
    return started;
  }

  async postmasterPid(): Promise<number> {
    const record = await readPostmasterRecord(join(this.dataDir, "postgres"));
    if (!record) throw new Error("There is no postmaster.pid.");
    return record.pid;
  }

  async isRunning(): Promise<boolean> {
    const cluster = join(this.dataDir, "postgres");
    const record = await readPostmasterRecord(cluster);
    return record !== null && (await judgePostmaster(record, cluster)) !== "absent";
  }

  /** Resolves once PostgreSQL is not running. */
  async isStopped(): Promise<void> {
    await eventually(async () => !(await this.isRunning()));
  }

  /** As PostgreSQL writes it; empty without a pid. */
  async leavesPidFile(pid?: number, port = "5432"): Promise<void> {
    const cluster = join(this.dataDir, "postgres");
    const lines = pid === undefined ? [] : [pid, cluster, 1_772_000_000, port, "", "127.0.0.1", " 8061 4", "ready   "];
    await writeFile(join(cluster, "postmaster.pid"), lines.map((line) => `${line}\n`).join(""), { mode: 0o600 });
  }

  /** The user that PostgreSQL runs as, for a process that is to look like it to the operating system. */
  async owner(): Promise<Pick<SpawnOptions, "uid" | "gid">> {
    const { uid, gid } = await stat(join(this.dataDir, "postgres"));
    return process.geteuid?.() === 0 ? { uid, gid } : {};
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const starts = await Promise.allSettled(this.#starts);
    for (const child of this.#children) child.kill("SIGKILL");
    // First, because a cluster that is kept up would start again.
    const own = starts.flatMap((start) =>
      start.status === "fulfilled" && !("process" in start.value) ? [start.value] : [],
    );
    await Promise.allSettled(own.map((cluster) => cluster.stop()));
    if (await this.isRunning()) {
      process.kill(await this.postmasterPid(), "SIGQUIT");
      await this.isStopped();
    }
    removeFolder(this.folder);
  }
}

export async function emptyPlace(): Promise<Place> {
  const folder = await scratchFolder("dabyl-embedded-");
  await mkdir(join(folder, "data"), { mode: 0o711 });
  return new Place(folder);
}

/** A place with a cleanly stopped cluster: a copy of one that is made once for the whole run. */
export async function stoppedPlace(): Promise<Place> {
  const place = await emptyPlace();
  copyDataDir(inject("stoppedDataDir"), place.dataDir);
  return place;
}

/** The first row of what one statement gives, in a session of its own. */
export async function one(connectionString: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}
