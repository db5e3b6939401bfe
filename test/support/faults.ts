import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createClient, type Client as FeedClient } from "graphql-ws";
import pg from "pg";
import { vi } from "vitest";
import WebSocket from "ws";
import type { IncidentCardInput } from "../../schema/operations.generated.js";
import { composeCore } from "../../src/compose.js";
import { instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { makeDemoWorld, type DemoCredentials } from "../../src/demo-world.js";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { systemClock } from "../../src/platform/clock.js";
import { readConfig } from "../../src/platform/config.js";
import { createLogger } from "../../src/platform/logger.js";
import { cardInput, reportInput } from "./inputs.js";
import type { GatewayProcess } from "./process.js";

/** Polls for a condition that cannot be waited for otherwise. */
export function eventually(isSo: () => Promise<boolean> | boolean): Promise<unknown> {
  return vi.waitUntil(isSo, { timeout: 60_000, interval: 20 });
}

/** Numbers from 0 to below 1, repeatable by their seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The fictional SOCs and the centre, on a migrated database that is not embedded. */
export async function demoWorldOn(gatewayUrl: string): Promise<DemoCredentials> {
  const core = await composeCore(gatewayUrl, readConfig({}), systemClock, createLogger("silent"));
  try {
    return await makeDemoWorld(core, systemClock.now());
  } finally {
    await core.stop();
  }
}

export type Kind = "REPORTED" | "CARD_SUBMITTED" | "CARD_AMENDED";

interface Receipt {
  readonly id: string;
  readonly submissionKey: string;
  readonly receivedAt: string;
  readonly contentHash: string;
  readonly position: number;
  readonly entryHash: string;
}

interface Accepted {
  readonly incident: { readonly id: string; readonly number: string };
  readonly receipt: Receipt;
}

/** The outcome of a submission: a receipt, or an error's code, or that nobody answered. */
type Outcome = { readonly receipt: Receipt } | { readonly fault: string };

const NO_ANSWER = "no answer";

const ACCEPTED = "incident { id number } receipt { id submissionKey receivedAt contentHash position entryHash }";
const MUTATIONS: Readonly<Record<Kind, string>> = {
  REPORTED: `mutation ($input: ReportIncidentInput!) { done: reportIncident(input: $input) { ... on ReportAccepted { ${ACCEPTED} } } }`,
  CARD_SUBMITTED: `mutation ($input: SubmitIncidentCardInput!) { done: submitIncidentCard(input: $input) { ... on CardAccepted { ${ACCEPTED} } } }`,
  CARD_AMENDED: `mutation ($input: AmendIncidentCardInput!) { done: amendIncidentCard(input: $input) { ... on CardAccepted { ${ACCEPTED} } } }`,
};

/** What one SOC submits about one incident, in order, each step under its own key; can be sent again exactly. */
export class Chain {
  /** First receipts, by step. */
  readonly receipts: (Receipt | undefined)[] = [];
  incident: { readonly id: string; readonly number: string } | null = null;
  private readonly now = systemClock.now();

  constructor(
    private readonly name: string,
    private readonly token: string,
    readonly kinds: readonly Kind[],
    private readonly changes: Partial<IncidentCardInput> = {},
  ) {}

  get acknowledged(): number {
    return this.receipts.filter(Boolean).length;
  }

  async send(gateway: GatewayProcess, step: number): Promise<Outcome> {
    const kind = this.kinds[step];
    if (!kind) throw new Error(`${this.name} has no step ${step}`);
    const variables = { input: this.input(kind, step) };
    const answer = await gateway.asks(this.token, MUTATIONS[kind], variables).catch(() => null);
    if (!answer) return { fault: NO_ANSWER };
    const errors = answer.errors as readonly { readonly extensions: { readonly code: string } }[] | undefined;
    if (errors) return { fault: errors[0]?.extensions.code ?? "an empty list of errors" };
    const done = (answer.data as { readonly done: Partial<Accepted> } | undefined)?.done;
    if (!done?.incident || !done.receipt) return { fault: JSON.stringify(answer) };
    this.incident ??= done.incident;
    this.receipts[step] ??= done.receipt;
    return { receipt: done.receipt };
  }

  private input(kind: Kind, step: number): object {
    const submissionKey = `${this.name} ${step}`;
    const confirmedAt = toIso(instant(this.now - MINUTE));
    if (kind === "REPORTED") return { submissionKey, ...reportInput(this.now, { confirmedAt }) };
    const card = cardInput(this.now, { confirmedAt, note: submissionKey, ...this.changes });
    const incidentId = this.incident?.id ?? null;
    if (kind === "CARD_SUBMITTED") return { submissionKey, incidentId: step === 0 ? null : incidentId, card };
    const revision = this.kinds.slice(0, step).filter((before) => before !== "REPORTED").length;
    return { submissionKey, incidentId, revision, card };
  }
}

/** The result of a flood. */
export interface Flood {
  readonly faults: Readonly<Record<string, number>>;
}

/**
 * Sends the rest of all chains at once, each step by step, until `isOver`; a chain that meets a fault stops. `onReceipt` is
 * called with each receipt.
 */
export async function flood(
  gateway: GatewayProcess,
  chains: readonly Chain[],
  { isOver = () => false, onReceipt = () => undefined }: { isOver?: () => boolean; onReceipt?: () => void } = {},
): Promise<Flood> {
  const faults: Record<string, number> = {};
  await Promise.all(
    chains.map(async (chain) => {
      for (let step = chain.acknowledged; step < chain.kinds.length && !isOver(); step += 1) {
        const outcome = await chain.send(gateway, step);
        if ("fault" in outcome) {
          faults[outcome.fault] = (faults[outcome.fault] ?? 0) + 1;
          return;
        }
        onReceipt();
      }
    }),
  );
  return { faults };
}

/** Sends everything again from the first step, under the same keys. Returns the answers that differ from the first ones. */
export async function repeat(gateway: GatewayProcess, chains: readonly Chain[]): Promise<unknown[]> {
  const differences: unknown[] = [];
  await Promise.all(
    chains.map(async (chain) => {
      for (const step of chain.kinds.keys()) {
        const first = chain.receipts[step];
        const outcome = await chain.send(gateway, step);
        const isSame = "receipt" in outcome && (!first || JSON.stringify(outcome.receipt) === JSON.stringify(first));
        if (!isSame) differences.push({ step, first, outcome });
        if ("fault" in outcome) return;
      }
    }),
  );
  return differences;
}

/** A row lock on incidents, held until it is released: an amendment of one of them waits in the middle of its transaction. */
export class Hold implements AsyncDisposable {
  private constructor(private readonly client: pg.Client) {}

  static async on(ownerUrl: string, chains: readonly Chain[]): Promise<Hold> {
    const client = new pg.Client({ connectionString: ownerUrl });
    // The session may be killed with its server.
    client.on("error", () => undefined);
    await client.connect();
    await client.query("begin");
    const numbers = chains.map(({ incident }) => incident?.number);
    const { rowCount } = await client.query("select from incident where number = any ($1) for update", [numbers]);
    if (rowCount !== chains.length) throw new Error("an incident to be held is missing");
    return new Hold(client);
  }

  /** Resolves once `count` transactions wait for it. */
  async isAwaitedBy(count: number): Promise<void> {
    await eventually(async () => {
      const { rowCount } = await this.client.query(
        "select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))",
      );
      return rowCount === count;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

/** A frame as the follower keeps it. */
interface Frame {
  readonly cursor: string;
  readonly kind: Kind;
  readonly incident: { readonly number: string };
}

/** How many frames a follower goes back on every other resumption, like one that had not saved its cursor yet. */
const GOES_BACK = 5;

/**
 * A subscriber as docs/feed.md describes it, through the public client of graphql-ws: it reconnects after any end of its feed,
 * resumes after the last frame or a little before it, and drops duplicates.
 */
export class Follower implements AsyncDisposable {
  /** Each frame once, in order of first arrival. */
  readonly frames: Frame[] = [];
  /** Frames dropped as duplicates. */
  repeats = 0;
  /** Why its feed ended, except for lost connections. */
  readonly ends: unknown[] = [];
  private readonly seen = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private readonly client: FeedClient;
  private isOver = false;

  private constructor(
    private readonly gateway: () => Promise<GatewayProcess>,
    token: string,
    private readonly start: string,
  ) {
    this.client = createClient({
      url: async () => `${(await gateway()).url.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: Infinity,
      shouldRetry: () => !this.isOver,
      retryWait: () => this.isServed(),
    });
    void this.follow();
  }

  /** Follows from the cursor of a list that it reads first. */
  static async watch(gateway: () => Promise<GatewayProcess>, token: string): Promise<Follower> {
    const { data } = await (await gateway()).asks(token, "{ incidents(first: 1) { feedCursor } }");
    return new Follower(gateway, token, (data as { incidents: { feedCursor: string } }).incidents.feedCursor);
  }

  /** Resolves once it has received the fact at this position. Nothing earlier can arrive after it. */
  async reaches(position: number): Promise<void> {
    while (!this.seen.has(toFeedCursor(position))) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.isOver = true;
    this.client.terminate();
    return Promise.resolve();
  }

  private async follow(): Promise<void> {
    const query = `subscription ($after: FeedCursor) {
      incidentFeed(after: $after) { cursor kind incident { number soc { code } obligations { standing } } } }`;
    let resumptions = 0;
    // Called for each subscription, also when the client repeats it by itself.
    const cursor = (): string => {
      resumptions += 1;
      return this.frames.at(resumptions % 2 === 0 ? -1 : -1 - GOES_BACK)?.cursor ?? this.start;
    };
    const variables = {
      get after() {
        return cursor();
      },
    };
    while (!this.isOver) {
      try {
        for await (const { data, errors } of this.client.iterate<{ incidentFeed: Frame }>({ query, variables })) {
          if (errors || !data) throw errors;
          this.take(data.incidentFeed);
        }
      } catch (error) {
        if (this.isOver) return;
        this.ends.push(error);
        await this.isServed();
      }
    }
  }

  private take(frame: Frame): void {
    if (this.seen.has(frame.cursor)) {
      this.repeats += 1;
      return;
    }
    this.seen.add(frame.cursor);
    this.frames.push(frame);
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  private async isServed(): Promise<void> {
    await eventually(async () => this.isOver || (await readiness(await this.gateway())) === 200);
  }
}

/** The status of /health/ready; 0 if nobody answers. */
export async function readiness(gateway: GatewayProcess): Promise<number> {
  return fetch(`${gateway.url}/health/ready`).then(
    ({ status }) => status,
    () => 0,
  );
}

/** What must have reached a follower that watched from before the first step: every receipt's fact, once, in order. */
export function expectedFrames(chains: readonly Chain[]): Frame[] {
  return chains
    .flatMap(({ receipts, kinds, incident }) =>
      kinds.flatMap((kind, step) => {
        const receipt = receipts[step];
        return receipt && incident ? [{ kind, incident: { number: incident.number }, position: receipt.position }] : [];
      }),
    )
    .sort((one, other) => one.position - other.position)
    .map(({ position, ...frame }) => ({ cursor: toFeedCursor(position), ...frame }));
}

/** The kinds of fact about each incident, in order of arrival. */
export function storyOfEach(frames: readonly Frame[]): Record<string, Kind[]> {
  const stories: Record<string, Kind[]> = {};
  for (const { kind, incident } of frames) (stories[incident.number] ??= []).push(kind);
  return stories;
}

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

/** The peak memory of a process so far, in MiB. Linux only. */
export async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}

/** Resolves once no process has its working directory in this folder, as all of a cluster's have. Linux only. */
export async function isDeserted(folder: string): Promise<void> {
  const place = await realpath(folder);
  const worksHere = async (pid: string): Promise<boolean> =>
    (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === place;
  await eventually(async () => {
    const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
    return !(await Promise.all(pids.map(worksHere))).includes(true);
  });
}

/** The state letter of proc(5), or null if there is no such process. */
async function stateOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The name before it, in parentheses, may itself contain spaces and parentheses.
  return stat?.charAt(stat.lastIndexOf(")") + 2) ?? null;
}
