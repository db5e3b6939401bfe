import { readdir } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { SENDING_SOCS, type SendingSoc } from "./cards.ts";
import { createDatabase, startCluster, withClient } from "./cluster.ts";
import { generate } from "./generate.ts";
import type { LoadJob, LoadResult } from "./load.ts";
import {
  endAll,
  endedTime,
  fieldsOf,
  peakMemory,
  processorTime,
  startHelper,
  type ServerProcess,
} from "./processes.ts";
import { loadProduct } from "./product.ts";
import { startOn } from "./servers.ts";
import { FIRST_PORT } from "./settings.ts";
import { median } from "./statistics.ts";
import { WAYS, type Way, type WaysJob, type WaysResult } from "./ways.ts";

/**
 * What a card costs by each way of one SOC into the gateway: mutation, documents one by one, batches. Processor time and cards per second,
 * as ratios to the mutation in the same rounds; what a single card waits beside a batch and without one, in turn; memory while a long
 * batch runs. Figures go to standard output. Reads /proc, so Linux only.
 */

const HELP = `node bench/documents.ts [options]

  --quick      few cards: shows that everything works, not how fast
  --cards N    cards of each way in each round (2000)
  --rounds N   rounds; medians are reported (5)
  --seconds N  seconds for which single cards are sent, in each round, beside a batch and without one (15)
  --items N    cards of the long batch (100000); 0: none`;

/** Single cards per second beside a batch. */
const BESIDE = 20;
const DATABASE = "dabyl_documents";

interface Cost {
  /** Milliseconds for a card: all of it, and processor time of the gateway and of PostgreSQL. */
  readonly elapsed: number;
  readonly gateway: number;
  readonly postgres: number;
}

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
    cards: { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string" },
    items: { type: "string" },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const CARDS = Number(values.cards ?? (values.quick ? 200 : 2_000));
const ROUNDS = Number(values.rounds ?? (values.quick ? 2 : 5));
const SECONDS = Number(values.seconds ?? (values.quick ? 3 : 15));
const ITEMS = Number(values.items ?? (values.quick ? 2_000 : 100_000));

const tell = (line: string): void => console.error(line);

class Bench {
  private readonly sender = startHelper<WaysJob, WaysResult>("sender.ts");
  private readonly load = startHelper<LoadJob, LoadResult>("load.ts");
  private readonly gateway: ServerProcess;
  private readonly postmaster: number;
  private readonly soc: SendingSoc;
  private readonly other: SendingSoc;

  constructor(gateway: ServerProcess, postmaster: number, [soc, other]: readonly SendingSoc[]) {
    if (!soc || !other) throw new Error("no SOCs to send as");
    this.gateway = gateway;
    this.postmaster = postmaster;
    this.soc = soc;
    this.other = other;
  }

  /** All ways in turn, so that whatever else the machine does meets them alike. */
  async ways(): Promise<ReadonlyMap<Way, Cost>> {
    const costs = new Map<Way, Cost[]>(WAYS.map((way) => [way, []]));
    for (const way of WAYS) await this.send(way, { cards: Math.ceil(CARDS / 4) });
    for (let round = 0; round < ROUNDS; round += 1)
      for (const way of WAYS) {
        const cost = await this.cost(way);
        tell(`  ${way}: ${JSON.stringify(cost)}`);
        costs.get(way)?.push(cost);
      }
    const middle = (all: readonly Cost[], name: keyof Cost): number => median(all.map((one) => one[name]));
    return new Map(
      [...costs].map(([way, all]) => [
        way,
        { elapsed: middle(all, "elapsed"), gateway: middle(all, "gateway"), postgres: middle(all, "postgres") },
      ]),
    );
  }

  /** What single cards wait, in turn: with nothing else, beside a batch of another SOC, beside one of their own. */
  async singles(): Promise<ReadonlyMap<string, readonly LoadResult[]>> {
    const waits = new Map<string, LoadResult[]>();
    const cases = [
      ["without a batch", this.other, null],
      ["beside a batch of another SOC", this.other, "JSON batch"],
      ["beside a batch of the same SOC", this.soc, "JSON batch"],
    ] as const;
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [name, soc, way] of cases) {
        const batch = way && this.send(way, { seconds: SECONDS });
        const wait = await this.load.run({
          url: this.gateway.url,
          connections: 16,
          seconds: SECONDS,
          requests: null,
          socs: [soc],
          rate: BESIDE,
        });
        tell(`  a single card ${name}: ${JSON.stringify({ ...wait, ...(await batch) })}`);
        waits.set(name, [...(waits.get(name) ?? []), wait]);
      }
    return waits;
  }

  /** Resident memory in MiB before and, at its most, during a long batch. */
  async long(): Promise<{ readonly before: number; readonly most: number; readonly perSecond: number }> {
    const before = await this.gateway.memory();
    await peakMemory(this.gateway.pid);
    const begun = performance.now();
    await this.send("JSON batch", { cards: ITEMS });
    const perSecond = (ITEMS * 1_000) / (performance.now() - begun);
    return { before, most: await peakMemory(this.gateway.pid), perSecond };
  }

  async stop(): Promise<void> {
    await this.sender.stop();
    await this.load.stop();
  }

  private async cost(way: Way): Promise<Cost> {
    const [gateway, postgres, at] = [await this.gateway.processorTime(), await this.postgresTime(), performance.now()];
    const { cards } = await this.send(way, { cards: CARDS });
    const each = (seconds: number): number => (seconds * 1_000) / cards;
    return {
      elapsed: (performance.now() - at) / cards,
      gateway: each((await this.gateway.processorTime()) - gateway),
      postgres: each((await this.postgresTime()) - postgres),
    };
  }

  private send(way: Way, until: WaysJob["until"]): Promise<WaysResult> {
    return this.sender.run({ url: this.gateway.url, way, soc: this.soc, until });
  }

  /** Seconds of processor time of PostgreSQL and all its processes, those that have ended too. */
  private async postgresTime(): Promise<number> {
    const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
    let seconds = (await processorTime(this.postmaster)) + (await endedTime(this.postmaster));
    for (const pid of pids) if ((await fieldsOf(pid))[1] === this.postmaster) seconds += await processorTime(pid);
    return seconds;
  }
}

function costTable(costs: ReadonlyMap<Way, Cost>): string {
  const rows = [...costs].map(([way, { elapsed, gateway, postgres }]) => {
    const [byTime, byClock] = [timesAsMany(costs, way, "mutation"), timesByClock(costs, way, "mutation")];
    return `| ${way} | ${byTime.toFixed(2)} | ${byClock.toFixed(2)} | ${gateway.toFixed(2)} | ${postgres.toFixed(2)} | ${(1_000 / elapsed).toFixed(0)} |`;
  });
  return [
    "| way | cards for a mutation's processor time | in its time by the clock | gateway, ms of processor time | PostgreSQL, ms | cards/s |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

/** How many cards one way takes in, for the processor time of gateway and PostgreSQL that another needs for one. */
function timesAsMany(costs: ReadonlyMap<Way, Cost>, way: Way, other: Way): number {
  const of = (one: Way): number => (costs.get(one)?.gateway ?? Number.NaN) + (costs.get(one)?.postgres ?? Number.NaN);
  return of(other) / of(way);
}

function timesByClock(costs: ReadonlyMap<Way, Cost>, way: Way, other: Way): number {
  return (costs.get(other)?.elapsed ?? Number.NaN) / (costs.get(way)?.elapsed ?? Number.NaN);
}

function aimTable(costs: ReadonlyMap<Way, Cost>): string {
  const rows = (
    [
      ["JSON batch", "mutation", 2],
      ["XML batch", "JSON batch", 0.8],
      ["JSON", "mutation", 1],
      ["XML", "JSON", 0.8],
    ] as const
  ).map(([way, other, aim]) => {
    const times = timesAsMany(costs, way, other);
    return `| ${way}, of ${other} | ${aim} | ${times < aim ? "**missed**: " : ""}${times.toFixed(2)} | ${timesByClock(costs, way, other).toFixed(2)} |`;
  });
  return ["| what | aim | by processor time | by the clock |", "| --- | ---: | ---: | ---: |", ...rows].join("\n");
}

function singleTable(waits: ReadonlyMap<string, readonly LoadResult[]>): string {
  const middle = (of: readonly LoadResult[] | undefined, name: "p50" | "p99" | "worst"): number =>
    median((of ?? []).map((one) => one[name]));
  const quiet = middle(waits.get("without a batch"), "p99");
  const rows = [...waits].map(([name, of]) => {
    const [p50, p99, worst] = [middle(of, "p50"), middle(of, "p99"), middle(of, "worst")];
    return `| ${name} | ${p50.toFixed(0)} | ${p99.toFixed(0)} | ${(p99 / quiet).toFixed(1)} | ${worst.toFixed(0)} |`;
  });
  return [
    `| a single card, ${BESIDE}/s | p50, ms | p99 | × without | worst |`,
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

const product = await loadProduct();
const cluster = await startCluster(null);
const end = (problem: unknown): void => {
  console.error(problem);
  endAll();
  void cluster.stop().finally(() => process.exit(1));
};
process.on("SIGINT", end).on("SIGTERM", end).on("uncaughtException", end);
try {
  await createDatabase(cluster, DATABASE);
  await product.migrate(cluster.url(DATABASE, "owner"));
  const { socs, postmaster } = await withClient(cluster.url(DATABASE, "superuser"), async (client) => {
    await generate(client, { size: 500, seed: 1, now: new Date() });
    await client.query("update party set email = null");
    const found = await client.query<SendingSoc>(SENDING_SOCS);
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return { socs: found.rows, postmaster: (await fieldsOf(rows[0]?.pid ?? 0))[1] ?? 0 };
  });
  const gateway = await startOn(cluster, DATABASE, "gateway", FIRST_PORT);
  const bench = new Bench(gateway, postmaster, socs);
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}; ${CARDS.toLocaleString("en")} cards of each way, ${ROUNDS} rounds, medians\n`,
  );
  const costs = await bench.ways();
  console.log(`${costTable(costs)}\n\n${aimTable(costs)}\n`);
  console.log(singleTable(await bench.singles()));
  if (ITEMS > 0) {
    const { before, most, perSecond } = await bench.long();
    console.log(
      `\nA batch of ${ITEMS.toLocaleString("en")} in JSON: ${perSecond.toFixed(0)} cards/s; memory of the gateway ${before.toFixed(0)} MiB before, ${most.toFixed(0)} MiB at the most.`,
    );
  }
  await bench.stop();
  await gateway.stop();
} finally {
  endAll();
  await cluster.stop();
}
process.exit(0);
