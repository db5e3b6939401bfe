import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Value } from "./capture.ts";
import type { SendingSoc } from "./cards.ts";
import { answerJobs } from "./processes.ts";
import { loadProduct } from "./product.ts";

/**
 * The upper limit for submissions: the statements of one submission repeated through a pool with the same settings, in the same
 * order and with the same dependencies, but without HTTP, GraphQL and rules. Seals are batched as the gateway batches them: one
 * call at a time for all that wait.
 */

export interface Step {
  readonly text: string;
  readonly isPrepared: boolean;
  readonly values: readonly Value[];
  readonly session: number;
  readonly isSeal: boolean;
  /** Steps whose results it waited for. */
  readonly after: readonly number[];
}

export type Trace = readonly Step[];

export interface ReplayJob {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Two submissions of the first SOC. */
  readonly traces: readonly [Trace, Trace];
  readonly socs: readonly SendingSoc[];
  /** How the gateway opens its sessions. */
  readonly settings: PoolSettings;
}

export interface PoolSettings {
  readonly options: string;
  readonly pipeline: boolean;
}

export interface ReplayResult {
  readonly perSecond: number;
}

/** What is replaced for each replay: ids and the key, wherever they occur; and what belongs to the SOC. */
interface Template {
  readonly trace: Trace;
  readonly fresh: readonly string[];
  readonly pattern: RegExp;
}

async function replay({ url, connections, seconds, traces, socs, settings }: ReplayJob): Promise<ReplayResult> {
  const { OnePieceSocket } = await loadProduct();
  const common = { connectionString: url, stream: () => new OnePieceSocket(), ...settings };
  const pool = new pg.Pool({ ...common, max: connections } as pg.PoolConfig);
  const journal = new pg.Pool({ ...common, max: 2 } as pg.PoolConfig);
  pool.on("error", () => undefined);
  const template = templateOf(traces, socs);
  const sealer = new Sealer(journal, template.trace);
  let count = 0;
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      for (let turn = worker; performance.now() < until; turn += connections) {
        await submit(pool, sealer, template, socs, turn);
        count += 1;
      }
    }),
  );
  const perSecond = count / ((performance.now() - begun) / 1_000);
  await pause(50);
  await pool.end();
  await journal.end();
  return { perSecond };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function templateOf([one, other]: readonly [Trace, Trace], socs: readonly SendingSoc[]): Template {
  const words = (trace: Trace): Set<string> => new Set(JSON.stringify(trace).match(/[\w-]*[\w.-]{8,}/g) ?? []);
  const others = words(other);
  const ids = (JSON.stringify(one).match(UUID) ?? []).filter((id) => !others.has(id));
  const keys = [...words(one)].filter((word) => word.startsWith("card-") && !others.has(word));
  const fresh = [...new Set([...ids, ...keys])];
  const [soc] = socs;
  if (!soc || fresh.length < 4) throw new Error("the captured submissions do not differ as two submissions should");
  const own = [soc.id, soc.actorId, soc.objectId, soc.code];
  return { trace: one, fresh, pattern: new RegExp([...fresh, ...own].join("|"), "g") };
}

let made = 0;

/** A new string of the same form: a UUIDv7 of now, or another key. */
function anew(old: string): string {
  made += 1;
  if (old.startsWith("card-")) return `card-replay-${process.pid}-${Date.now()}-${made}`;
  const time = Date.now().toString(16).padStart(12, "0");
  const random = crypto.randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

async function submit(
  pool: pg.Pool,
  sealer: Sealer,
  { trace, fresh, pattern }: Template,
  socs: readonly SendingSoc[],
  turn: number,
): Promise<void> {
  const [from] = socs;
  const soc = socs[turn % socs.length];
  if (!from || !soc) throw new Error("no SOC");
  const renamed = new Map([
    ...fresh.map((word) => [word, anew(word)] as const),
    [from.id, soc.id],
    [from.actorId, soc.actorId],
    [from.objectId, soc.objectId],
    [from.code, soc.code],
  ]);
  const filled = (value: Value): unknown => {
    if (typeof value === "string") return value.replaceAll(pattern, (word) => renamed.get(word) ?? word);
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== "object" || value === null) return value;
    return "bytes" in value ? Buffer.from(value.bytes, "hex") : new Date((value as { date: string }).date);
  };
  // As in the gateway, a session is taken when its first statement is due, and released after the last one in a row.
  const answers: Promise<unknown>[] = [];
  let held: pg.PoolClient | null = null;
  for (const [index, step] of trace.entries()) {
    await Promise.all(step.after.map((earlier) => answers[earlier]));
    if (step.isSeal) {
      held?.release();
      held = null;
      answers.push(sealer.sealed(filled(step.values[0] ?? []) as string[]));
      continue;
    }
    held ??= await pool.connect();
    const values = step.values.map(filled);
    const name = step.isPrepared ? `r${index}` : undefined;
    const client = held;
    inOnePiece(client);
    const answer =
      values.length === 0 && name === undefined
        ? client.query(filled(step.text) as string)
        : client.query({ text: step.text, values, ...(name === undefined ? {} : { name }) });
    answers.push(answer);
    answer.catch(() => undefined);
  }
  await Promise.all(answers);
  held?.release();
}

/** Sends everything asked in one turn as one buffer, which is fastest and which the gateway does too. */
function inOnePiece(client: pg.PoolClient): void {
  const { stream } = client.connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** One call at a time, for all that wait. */
class Sealer {
  private waiting: {
    readonly ids: readonly string[];
    readonly done: () => void;
    readonly failed: (error: unknown) => void;
  }[] = [];
  private isRunning = false;
  private readonly pool: pg.Pool;
  private readonly text: string;

  constructor(pool: pg.Pool, trace: Trace) {
    this.pool = pool;
    this.text = trace.find(({ isSeal }) => isSeal)?.text ?? "";
  }

  sealed(ids: readonly string[]): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ ids, done, failed });
      if (this.isRunning) return;
      this.isRunning = true;
      void this.run();
    });
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const served = this.waiting;
      this.waiting = [];
      try {
        await this.pool.query({ name: "seal", text: this.text, values: [served.flatMap(({ ids }) => ids)] });
        for (const { done } of served) done();
      } catch (error) {
        for (const { failed } of served) failed(error);
      }
    }
    this.isRunning = false;
  }
}

answerJobs(replay);
