import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { GatewayProcess } from "./process.js";
import { eventually } from "./eventually.js";
import { stateOf } from "./process-state.js";

const SUBSCRIBER = `
  import { createClient } from "graphql-ws";
  import WebSocket from "ws";
  const { URL: url, TOKEN, QUERY: query } = process.env;
  let cursor = null;
  const client = createClient({
    url, webSocketImpl: WebSocket, connectionParams: { authorization: "Bearer " + TOKEN },
    retryAttempts: Infinity, shouldRetry: () => true,
    on: { closed: ({ code }) => console.log("closed " + code) },
  });
  const variables = { get after() { return cursor; } };
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) throw new Error(errors[0].message);
    cursor = data.incidentFeed.cursor;
    console.log("frame " + cursor);
  }
`;

/** A subscriber in its own process, which can be stopped and continued. */
export class SubscriberProcess implements AsyncDisposable {
  readonly cursors: string[] = [];
  /** Close codes of its socket. */
  readonly closed: number[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(
    gateway: GatewayProcess,
    token: string,
    query: string,
    private readonly child: ChildProcess = spawn(process.execPath, ["--input-type=module", "-e", SUBSCRIBER], {
      env: {
        PATH: process.env["PATH"],
        URL: `${gateway.url.replace(/^http/, "ws")}/graphql`,
        TOKEN: token,
        QUERY: query,
      },
      stdio: ["ignore", "pipe", "inherit"],
    }),
  ) {
    if (!child.stdout) throw new Error("the subscriber says nothing");
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [what, value = ""] = line.split(" ");
      if (what === "frame") this.cursors.push(value);
      else this.closed.push(Number(value));
      for (const wake of this.waiting) wake();
      this.waiting.clear();
    });
  }

  /** Submits until the first frame has arrived: from then on it misses nothing. */
  async follows(send: () => Promise<unknown>): Promise<void> {
    await eventually(async () => {
      await send();
      return this.cursors.length > 0;
    });
  }

  /** Resolves once it has received the fact with this cursor. */
  async receives(cursor: string): Promise<void> {
    while (!this.cursors.includes(cursor)) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  async stop(): Promise<void> {
    this.child.kill("SIGSTOP");
    await eventually(async () => (await stateOf(this.child.pid ?? 0)) === "T");
  }

  continue(): void {
    this.child.kill("SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.child, "close");
    this.child.kill("SIGKILL");
    await ended;
  }
}
