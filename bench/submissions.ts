import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Answered, Asked, Opened } from "./capture.ts";
import { cardRequest, SENDING_SOCS, type SendingSoc } from "./cards.ts";
import { withClient, type BenchCluster } from "./cluster.ts";
import type { LoadJob, LoadResult } from "./load.ts";
import { startHelper } from "./processes.ts";
import { ask } from "./questions.ts";
import type { PoolSettings, ReplayJob, ReplayResult, Trace } from "./replay.ts";
import { startOn } from "./servers.ts";
import { CONNECTIONS, FIRST_PORT, type Settings } from "./settings.ts";
import { median, spread } from "./statistics.ts";

/** Card submissions through the gateway, beside the same statements without it. */

/**
 * Statements that PostgreSQL gets for one submission, including the seal but not what the feed reads afterwards. A change that
 * alters this number updates it here and says why.
 */
const STATEMENTS = 22;

export interface SubmissionFigures {
  readonly statements: number;
  /** Cards per second: median, lowest and highest round. */
  readonly gateway: ReturnType<typeof spread>;
  readonly limit: ReturnType<typeof spread>;
  /** From the request to the receipt, in milliseconds: under full load, and at a moderate rate. */
  readonly loaded: { readonly p50: number; readonly p99: number };
  readonly moderate: { readonly p50: number; readonly p99: number; readonly rate: number };
}

/** Cards per second that count as moderate. */
const MODERATE = 50;

export async function measureSubmissions(
  cluster: BenchCluster,
  database: string,
  settings: Settings,
  tell: (line: string) => void,
): Promise<SubmissionFigures> {
  const socs = await withClient(
    cluster.url(database, "superuser"),
    async (client) => (await client.query<SendingSoc>(SENDING_SOCS)).rows,
  );
  const { traces, settings: poolSettings } = await captureTwo(cluster, database, socs);
  const statements = traces[0].length;
  tell(`  one submission: ${statements} statements`);
  if (statements !== STATEMENTS) {
    for (const { text } of traces[0]) console.error(`    ${text.replaceAll(/\s+/g, " ").slice(0, 110)}`);
    throw new Error(`a submission takes ${statements} statements; the bench knows ${STATEMENTS}`);
  }
  const load = startHelper<LoadJob, LoadResult>("load.ts");
  const replay = startHelper<ReplayJob, ReplayResult>("replay.ts");
  const gateway = await startOn(cluster, database, "gateway", FIRST_PORT);
  try {
    const cards = (seconds: number, connections: number, rate: number | null) =>
      load.run({ url: gateway.url, connections, seconds, requests: null, socs, rate });
    const limit = (seconds: number) =>
      replay.run({
        url: cluster.url(database, "gateway"),
        connections: CONNECTIONS,
        seconds,
        traces,
        socs,
        settings: poolSettings,
      });
    await cards(settings.warmUp, CONNECTIONS, null);
    await limit(settings.warmUp);
    const through: LoadResult[] = [];
    const without: ReplayResult[] = [];
    for (let round = 0; round < settings.rounds; round += 1) {
      through.push(await cards(settings.seconds, CONNECTIONS, null));
      without.push(await limit(settings.seconds));
    }
    const moderate = await cards(settings.seconds * 2, 4, MODERATE);
    return {
      statements,
      gateway: spread(through.map(({ perSecond }) => perSecond)),
      limit: spread(without.map(({ perSecond }) => perSecond)),
      loaded: { p50: median(through.map(({ p50 }) => p50)), p99: median(through.map(({ p99 }) => p99)) },
      moderate: { p50: moderate.p50, p99: moderate.p99, rate: MODERATE },
    };
  } finally {
    await load.stop();
    await replay.stop();
    await gateway.stop();
  }
}

/** Statements of the feed, the sequencer and the clock that nobody waits for are not part of a submission. */
const APART =
  /from journal j where j\.position >|listen |queue\.|with bound as|announced_for = null|as r \(rule\), lateral/i;

/** The statements of two submissions of one SOC: what differs between them has to be replaced for each replay. */
async function captureTwo(
  cluster: BenchCluster,
  database: string,
  socs: readonly SendingSoc[],
): Promise<{ readonly traces: readonly [Trace, Trace]; readonly settings: PoolSettings }> {
  const file = join(tmpdir(), `dabyl-bench-capture-${process.pid}.jsonl`);
  await writeFile(file, "");
  const capture = fileURLToPath(new URL("capture.ts", import.meta.url));
  const environment = {
    BENCH_CAPTURE: file,
    ...(process.env["BENCH_DIST"] ? { BENCH_DIST: process.env["BENCH_DIST"] } : {}),
  };
  const gateway = await startOn(cluster, database, "gateway", FIRST_PORT, environment, ["--import", capture]);
  try {
    const one = async (): Promise<Trace> => {
      const before = (await readFile(file)).length;
      await ask(gateway.url, cardRequest(socs.slice(0, 1), Math.floor(Math.random() * 1e9)));
      await pause(100);
      return traceOf((await readFile(file)).subarray(before).toString());
    };
    // The first ones open sessions, and operations are compiled when they repeat.
    for (let count = 0; count < 3; count += 1) await one();
    const traces: [Trace, Trace] = [await one(), await one()];
    return { traces, settings: poolSettingsOf(await readFile(file, "utf8")) };
  } finally {
    await gateway.stop();
    await rm(file, { force: true });
  }
}

function eventsOf(log: string): (Opened | Asked | Answered)[] {
  return log
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Opened | Asked | Answered);
}

/** How the sessions that submissions use are opened. */
function poolSettingsOf(log: string): PoolSettings {
  const events = eventsOf(log);
  const session = events.find((event) => event.event === "asked" && /insert into outbox/i.test(event.text)) as
    Asked | undefined;
  const opened = events.find((event) => event.event === "opened" && event.session === session?.session) as
    Opened | undefined;
  if (!opened) throw new Error("no session was seen to submit");
  return { options: opened.options ?? "", pipeline: opened.isPipelined };
}

function traceOf(log: string): Trace {
  const events = eventsOf(log);
  const asked = events.filter((event) => event.event === "asked");
  // A session that reads the journal's end is the feed's, one that looks at deadlines the clock's.
  const apart = new Set(
    asked
      .filter((one, index) => APART.test(one.text) || isBackstop(one) || isOfTheFeed(asked, index, one.session))
      .map(({ statement }) => statement),
  );
  const answered = new Set<number>();
  const trace: Asked[] = [];
  const waits: number[][] = [];
  for (const event of events) {
    if (event.event === "answered") answered.add(event.statement);
    else if (event.event === "asked" && !apart.has(event.statement)) {
      trace.push(event);
      waits.push(trace.map((one, index) => (answered.has(one.statement) ? index : -1)).filter((index) => index >= 0));
    }
  }
  const sessions = [...new Set(trace.map(({ session }) => session))];
  return trace.map(({ text, name, values, session }, index) => ({
    text,
    isPrepared: name !== null,
    values,
    session: sessions.indexOf(session),
    isSeal: text.includes("seal_journal"),
    after: waits[index] ?? [],
  }));
}

/** A seal that nobody waits for: the sequencer asks for it from time to time, of no entry in particular. */
function isBackstop({ text, values }: Asked): boolean {
  return text.includes("seal_journal") && Array.isArray(values[0]) && values[0].length === 0;
}

/** `begin`, `set_config` and `commit` around a reading of the journal's end, or a look of the clock. */
function isOfTheFeed(asked: readonly Asked[], index: number, session: number): boolean {
  const near = asked.slice(Math.max(0, index - 2), index + 3).filter((one) => one.session === session);
  return (
    near.some(({ text }) => APART.test(text)) && /^(begin|commit|select set_config)/.test(asked[index]?.text ?? "")
  );
}
