import { request } from "node:http";
import { readdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { cardRequest, SENDING_SOCS, type SendingSoc } from "./cards.ts";
import { createDatabase, startCluster, withClient } from "./cluster.ts";
import { generate } from "./generate.ts";
import { endAll, endedTime, fieldsOf, processorTime, type ServerProcess } from "./processes.ts";
import { loadProduct, type Product } from "./product.ts";
import { startOn } from "./servers.ts";
import { tokenOf } from "./servers/tokens.ts";
import { FIRST_PORT } from "./settings.ts";
import { median, percentile } from "./statistics.ts";

/**
 * What a card costs by each way of one SOC into the gateway: mutation, documents one by one, batches. Processor time and cards per second,
 * as ratios to the mutation in the same rounds; memory while a long batch runs; what a single card waits beside one. Figures go to
 * standard output. Reads /proc, so Linux only.
 */

const HELP = `node bench/documents.ts [options]

  --quick      few cards: shows that everything works, not how fast
  --cards N    cards of each way in each round (2000)
  --rounds N   rounds; medians are reported (5)
  --items N    cards of the long batch (100000)`;

const WAYS = ["mutation", "JSON", "XML", "JSON batch", "XML batch", "XML batch, minimal"] as const;
type Way = (typeof WAYS)[number];

/** Connections of what is sent one by one. */
const CONNECTIONS = 16;
/** Single cards per second beside a batch. */
const BESIDE = 10;
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
    items: { type: "string" },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const CARDS = Number(values.cards ?? (values.quick ? 200 : 2_000));
const ROUNDS = Number(values.rounds ?? (values.quick ? 2 : 5));
const ITEMS = Number(values.items ?? (values.quick ? 2_000 : 100_000));

let sent = 0;

class Bench {
  private readonly product: Product;
  private readonly gateway: ServerProcess;
  private readonly postmaster: number;
  private readonly socs: readonly SendingSoc[];

  constructor(product: Product, gateway: ServerProcess, postmaster: number, socs: readonly SendingSoc[]) {
    this.product = product;
    this.gateway = gateway;
    this.postmaster = postmaster;
    this.socs = socs;
  }

  /** All ways in turn, so that whatever else the machine does meets them alike. */
  async ways(): Promise<ReadonlyMap<Way, Cost>> {
    const costs = new Map<Way, Cost[]>(WAYS.map((way) => [way, []]));
    for (const way of WAYS) await this.cost(way, Math.ceil(CARDS / 4));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const way of WAYS) {
        const cost = await this.cost(way, CARDS);
        console.error(`  ${way}: ${JSON.stringify(cost)}`);
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

  /** Resident memory in MiB before and, at its most, during a long batch; single cards of another SOC beside it. */
  async long(): Promise<{
    readonly before: number;
    readonly most: number;
    readonly perSecond: number;
    readonly alone: number;
    readonly beside: number;
  }> {
    const alone = await this.singles(pause(10_000));
    const before = await this.gateway.memory();
    let most = before;
    const begun = performance.now();
    const batch = this.batch("json", ITEMS, false);
    let isOver = false;
    const watching = (async () => {
      while (!isOver) {
        most = Math.max(most, await this.gateway.memory());
        await pause(200);
      }
    })();
    const beside = await this.singles(batch);
    const seconds = (performance.now() - begun) / 1_000;
    isOver = true;
    await watching;
    return { before, most, perSecond: ITEMS / seconds, alone, beside };
  }

  /** The 99th percentile of single cards of another SOC until something is over, in milliseconds. */
  private async singles(until: Promise<unknown>): Promise<number> {
    const times: number[] = [];
    let isOver = false;
    const over = until.finally(() => (isOver = true));
    const begun = performance.now();
    for (let count = 0; !isOver; count += 1) {
      const due = begun + (count * 1_000) / BESIDE;
      if (due > performance.now()) await pause(due - performance.now());
      const at = performance.now();
      await this.single("mutation", this.socs.slice(1, 2));
      times.push(performance.now() - at);
    }
    await over;
    return percentile(
      times.toSorted((one, other) => one - other),
      0.99,
    );
  }

  private async cost(way: Way, cards: number): Promise<Cost> {
    const [gateway, postgres, at] = [await this.gateway.processorTime(), await this.postgresTime(), performance.now()];
    if (way === "JSON batch") await this.batch("json", cards, false);
    else if (way === "XML batch") await this.batch("xml", cards, false);
    else if (way === "XML batch, minimal") await this.batch("xml", cards, true);
    else await this.oneByOne(way, cards);
    const each = (seconds: number): number => (seconds * 1_000) / cards;
    return {
      elapsed: (performance.now() - at) / cards,
      gateway: each((await this.gateway.processorTime()) - gateway),
      postgres: each((await this.postgresTime()) - postgres),
    };
  }

  private async oneByOne(way: "mutation" | "JSON" | "XML", cards: number): Promise<void> {
    let left = cards;
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => {
        while (left > 0) {
          left -= 1;
          await this.single(way, this.socs.slice(0, 1));
        }
      }),
    );
  }

  private async single(way: "mutation" | "JSON" | "XML", socs: readonly SendingSoc[]): Promise<void> {
    const { path, token, body } = cardRequest(socs, (sent += 1));
    const isMutation = way === "mutation";
    const answer = await fetch(`${this.gateway.url}${isMutation ? path : "/exchange/incident-cards"}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": way === "XML" ? "application/xml" : "application/json",
      },
      body: isMutation ? body : this.document(body ?? "", way === "XML" ? "xml" : "json"),
    });
    const text = await answer.text();
    if (answer.status !== 200 || /"errors":|SubmissionRejected/.test(text))
      throw new Error(`${way} answers ${answer.status}: ${text.slice(0, 500)}`);
  }

  /** The same card as a document. */
  private document(mutation: string, format: "json" | "xml"): string {
    const { variables } = JSON.parse(mutation) as { readonly variables: { readonly input: never } };
    return this.product.writeDocument("incidentCard", variables.input, format);
  }

  private async batch(format: "json" | "xml", cards: number, isMinimal: boolean): Promise<void> {
    const soc = this.socs[0];
    if (!soc) throw new Error("no SOC to send as");
    const sending = request(`${this.gateway.url}/exchange/incident-cards`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${tokenOf(soc.code, "SOC_OPERATOR")}`,
        "content-type": format === "json" ? "application/x-ndjson" : "application/xml",
        ...(isMinimal ? { prefer: "return=minimal" } : {}),
      },
    });
    const answered = new Promise<string>((resolve, reject) => {
      sending.once("error", reject);
      sending.once("response", (answer) => {
        let end = "";
        answer.setEncoding("utf8").on("data", (piece: string) => (end = (end + piece).slice(-500)));
        answer.once("end", () => resolve(end));
        answer.once("error", reject);
      });
    });
    const write = async (text: string): Promise<void> => {
      if (!sending.write(text)) await new Promise((resolve) => sending.once("drain", resolve));
    };
    if (format === "xml") await write('<batch xmlns="urn:dabyl:exchange:1" version="1.0">');
    for (let count = 0; count < cards; count += 1) {
      const text = this.document(cardRequest([soc], (sent += 1)).body ?? "", format);
      await write(`${format === "json" ? text : text.replace(/^<\?xml.*\?>\n/, "")}\n`);
    }
    sending.end(format === "xml" ? "</batch>" : "");
    const end = await answered;
    if (!new RegExp(`"accepted":${cards},|accepted="${cards}"`).test(end)) throw new Error(`the batch ended ${end}`);
  }

  /** Seconds of processor time of PostgreSQL and all its processes, those that have ended too. */
  private async postgresTime(): Promise<number> {
    const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
    let seconds = (await processorTime(this.postmaster)) + (await endedTime(this.postmaster));
    for (const pid of pids) if ((await fieldsOf(pid))[1] === this.postmaster) seconds += await processorTime(pid);
    return seconds;
  }
}

function table(costs: ReadonlyMap<Way, Cost>): string {
  const mutation = costs.get("mutation");
  const rows = [...costs].map(([way, { elapsed, gateway, postgres }]) => {
    const ratio = ((mutation?.elapsed ?? 0) / elapsed).toFixed(2);
    const cost = (mutation ? (mutation.gateway + mutation.postgres) / (gateway + postgres) : 0).toFixed(2);
    return `| ${way} | ${(1_000 / elapsed).toFixed(0)} | ${ratio} | ${gateway.toFixed(2)} | ${postgres.toFixed(2)} | ${cost} |`;
  });
  return [
    "| way | cards/s | of the mutation's rate | gateway, ms of processor time | PostgreSQL, ms | cards for the mutation's processor time |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
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
  const bench = new Bench(product, gateway, postmaster, socs);
  console.log(table(await bench.ways()));
  const { before, most, perSecond, alone, beside } = await bench.long();
  console.log(
    `\nA batch of ${ITEMS.toLocaleString("en")}: ${perSecond.toFixed(0)} cards/s; memory ${before.toFixed(0)} MiB before, at most ${most.toFixed(0)} MiB.\n` +
      `A single card of another SOC, p99: ${alone.toFixed(0)} ms alone, ${beside.toFixed(0)} ms beside it.`,
  );
  await gateway.stop();
} finally {
  endAll();
  await cluster.stop();
}
process.exit(0);
