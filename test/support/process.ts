import { spawn, type ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { inject } from "vitest";
import { readPostmasterRecord } from "../../src/platform/embedded-postgres/postmaster.js";
import type { DemoCredentials } from "../../src/demo-world.js";
import { packedPrograms } from "./programs.js";
import { copyDataDir, removeFolder, scratchFolder } from "./scratch.js";

type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A test's own data folder, with or without a migrated, empty cluster; what still runs in it is stopped at the end. */
export async function createDataDir(
  is: "EMPTY" | "NOT_THERE" = "EMPTY",
): Promise<AsyncDisposable & { readonly path: string }> {
  const folder = await scratchFolder("dabyl-process-");
  const path = join(folder, "data");
  if (is === "EMPTY") copyDataDir(inject("stoppedDataDir"), path);
  return {
    path,
    async [Symbol.asyncDispose]() {
      // Whatever a test left behind, a start and a clean shutdown stop PostgreSQL.
      if (await readPostmasterRecord(join(path, "postgres"))) await runTool("tools/migrate", { DATA_DIR: path });
      removeFolder(folder);
    },
  };
}

/** The tokens of the demo world in a data folder. */
export async function credentialsOf(dataDir: string): Promise<DemoCredentials> {
  return JSON.parse(await readFile(join(dataDir, "demo-credentials.json"), "utf8")) as DemoCredentials;
}

/** A port on which nothing listens, and nothing will unless configured to: it is outside the range of ephemeral ports. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 20_000);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}

/** Runs a program to its end. */
export async function runTool(
  entry: string,
  environment: Environment,
  args: readonly string[] = [],
  programs?: string,
): Promise<Ended> {
  const child = start(programs ?? (await packedPrograms()), entry, environment, args);
  const output = collect(child);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output: output() };
}

/** A gateway in its own process. */
export class GatewayProcess implements AsyncDisposable {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly output: () => string,
  ) {}

  /** Resolves once it prints its address. `programs`: packed, unless it forks one of them; `entry` is the one that starts it. */
  static async start(
    environment: Environment,
    programs?: string,
    [entry, ...args]: readonly [entry: string, ...args: string[]] = ["main"],
  ): Promise<GatewayProcess> {
    const isProduction = environment["NODE_ENV"] === "production";
    const settings = {
      PORT: "0",
      LOG_LEVEL: isProduction ? "info" : "warn",
      DRAIN_SECONDS: "0",
      // Each plans every statement for itself.
      DATABASE_POOL: "6",
      ...environment,
    };
    const child = start(programs ?? (await packedPrograms()), entry, settings, args);
    const output = collect(child);
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout?.on("data", () => {
        const found = /(?:GraphiQL +|"url":")(http:\/\/[^/"]+)/.exec(output())?.[1];
        if (found) resolve(found);
      });
      child.on("close", () => reject(new Error(`the gateway ended: ${output()}`)));
    });
    return new GatewayProcess(child, url, output);
  }

  /** Everything that it has printed so far. */
  get reported(): string {
    return this.output();
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends a signal and waits for the end. */
  async end(signal: "SIGTERM" | "SIGKILL" | "SIGINT"): Promise<Ended> {
    const ended = once(this.child, "close");
    this.child.kill(signal);
    const [code] = (await ended) as [number | null];
    return { code, output: this.output() };
  }

  async asks(token: string, query: string, variables: object = {}): Promise<{ data?: unknown; errors?: unknown }> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    // Without the cost, which differs between any two answers.
    const { extensions: _, ...said } = (await answer.json()) as {
      data?: unknown;
      errors?: unknown;
      extensions?: unknown;
    };
    return said;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.isRunning) await this.end("SIGTERM");
  }
}

/** The status of /health/ready; 0 if nobody answers. */
export async function readiness(gateway: GatewayProcess): Promise<number> {
  return fetch(`${gateway.url}/health/ready`).then(
    ({ status }) => status,
    () => 0,
  );
}

/** Without source maps, unlike `npm start`: loading them is a quarter of a start. */
function start(programs: string, entry: string, environment: Environment, args: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [join(programs, "src", `${entry}.js`), ...args], {
    // Only the first process has to compile.
    env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: join(inject("runFolder"), "compiled"), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function collect(child: ChildProcess): () => string {
  let output = "";
  child.stdout?.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (output += data.toString()));
  return () => output;
}
