import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SENDING_SOCS, type SendingSoc } from "./cards.ts";
import { createDatabase, startCluster, withClient, type BenchCluster } from "./cluster.ts";
import { generate } from "./generate.ts";
import type { Came, SocketsJob } from "./live/sockets.ts";
import type { LoadJob, LoadResult } from "./load.ts";
import { endAll, startHelper, startServer, type ServerProcess } from "./processes.ts";
import { loadProduct } from "./product.ts";
import { startOn } from "./servers.ts";
import { tokenOf } from "./servers/tokens.ts";
import { CONNECTIONS, FIRST_PORT } from "./settings.ts";
import { percentile } from "./statistics.ts";

/**
 * What one frame of the live feed costs, beside a bare `ws` broadcast of the same bytes, Mercurius, and graphql-ws on plain
 * graphql-js. Figures go to standard output. Reads /proc, so Linux only.
 */

const HELP = `node bench/live.ts [options]

  --quick           50 and 200 sockets, short: shows that everything works, not how fast
  --cases N@R,…     sockets, and facts per second (1000@20,1000@50,5000@4,10000@2)
  --seconds N       seconds of each case (15)
  --servers NAMES   some of dabyl,bare,graphql-ws,mercurius
  --node-args=ARGS  for every server, e.g. --node-args=--max-semi-space-size=2`;

const SERVERS = ["dabyl", "bare", "graphql-ws", "mercurius"] as const;
type Name = (typeof SERVERS)[number];

const NAMES: Readonly<Record<Name, string>> = {
  dabyl: "**Dabyl**",
  bare: "bare `ws` broadcast",
  "graphql-ws": "graphql-ws on graphql-js",
  mercurius: "Mercurius",
};

interface Case {
  readonly sockets: number;
  /** Facts per second. */
  readonly rate: number;
}

interface Figures extends Case {
  readonly name: Name;
  readonly facts: number;
  /** Frames that should have come and have not. */
  readonly lost: number;
  readonly closed: number;
  /** Microseconds of the server's processor time. */
  readonly perFrame: number;
  /** The same less what the submission itself costs, which is measured with one socket. */
  readonly net: number;
  /** KiB of resident memory for each socket. */
  readonly memory: number;
  /** Milliseconds to the last socket's frame: from the commit, elsewhere from the broadcast. */
  readonly last: { readonly p50: number; readonly p99: number; readonly worst: number };
}

const tell = (line: string): void => console.error(line);
const DATABASE = "dabyl_live";
/** Sockets of one party are limited otherwise. */
const MANY = { MAX_PARTY_SOCKETS: "100000", MAX_PARTY_SUBSCRIPTIONS: "100000", MAX_NAMELESS_SOCKETS: "100000" };
/** Seconds at a case's rate before anything is measured, and without anything new after which what has not come is lost. */
const WARM_UP = 4;
const PATIENCE = 5;
/** Facts per second while there is one socket. */
const ALONE = 50;

class Contest {
  /** A message of the gateway with its frame: what all others send. */
  private sample: string | null = null;
  private port = FIRST_PORT;

  private readonly cluster: BenchCluster;
  private readonly socs: readonly SendingSoc[];
  private readonly seconds: number;
  private readonly nodeArgs: readonly string[];

  constructor(cluster: BenchCluster, socs: readonly SendingSoc[], seconds: number, nodeArgs: readonly string[]) {
    this.cluster = cluster;
    this.socs = socs;
    this.seconds = seconds;
    this.nodeArgs = nodeArgs;
  }

  async measure(name: Name, { sockets: count, rate }: Case): Promise<Figures> {
    const server = await this.start(name);
    const load = startHelper<LoadJob, LoadResult>("load.ts");
    const sockets = startHelper<SocketsJob, Came>("live/sockets.ts");
    try {
      const tokens = (["CENTRE_OPERATOR", "CENTRE_ANALYST"] as const).map((role) => tokenOf("CENTRE", role));
      const sends = (seconds: number, perSecond: number): Promise<LoadResult> =>
        load.run({
          url: server.url,
          connections: CONNECTIONS,
          seconds,
          rate: perSecond,
          requests: name === "dabyl" ? null : [{ method: "POST", path: "/emit", token: "", body: "{}" }],
          socs: this.socs,
        });
      const during = async (
        seconds: number,
        perSecond = rate,
      ): Promise<Came & { readonly facts: number; readonly time: number }> => {
        const before = await server.processorTime();
        const facts = (await sends(seconds, perSecond)).count;
        const came = await sockets.run({ collect: facts, patience: PATIENCE });
        return { ...came, facts, time: (await server.processorTime()) - before };
      };
      await sockets.run({ open: { url: server.url, count: 1, tokens } });
      await during(WARM_UP, ALONE);
      const alone = await during(WARM_UP, ALONE);
      if (name === "dabyl") this.sample ??= alone.sample;
      const before = await server.memory();
      await sockets.run({ open: { url: server.url, count: count - 1, tokens } });
      await during(WARM_UP);
      await this.sentSince(name, server);
      const { facts, frames, last, time, closed } = await during(this.seconds);
      const sent = await this.sentSince(name, server, facts);
      if (sent.length !== facts) throw new Error(`${facts} facts were sent, and ${sent.length} are known`);
      const waits = Float64Array.from(sent, (at, index) => (last[index] ?? Infinity) - at).toSorted();
      const own = (alone.time / alone.facts) * facts;
      return {
        name,
        sockets: count,
        rate,
        facts,
        lost: facts * count - frames,
        closed,
        perFrame: (time * 1e6) / frames,
        net: ((time - own) * 1e6) / (frames - facts),
        memory: (((await server.memory()) - before) * 1_024) / (count - 1),
        last: { p50: percentile(waits, 0.5), p99: percentile(waits, 0.99), worst: waits.at(-1) ?? Number.NaN },
      };
    } finally {
      await load.stop();
      await sockets.stop();
      await server.stop();
    }
  }

  private start(name: Name): Promise<ServerProcess> {
    this.port += 1;
    if (name === "dabyl") return startOn(this.cluster, DATABASE, "gateway", this.port, MANY, this.nodeArgs);
    if (this.sample === null) throw new Error("the gateway comes first: the others send what it sent");
    const { data } = (JSON.parse(this.sample) as { payload: { data: { incidentFeed: { cursor: string } } } }).payload;
    // Frames of the gateway also tell what they cost.
    const missing =
      this.sample.length - JSON.stringify({ id: crypto.randomUUID(), type: "next", payload: { data } }).length;
    const frame = { ...data.incidentFeed, cursor: data.incidentFeed.cursor + "=".repeat(missing) };
    const entry = fileURLToPath(new URL(`live/${name}.ts`, import.meta.url));
    const environment = { FRAME: JSON.stringify(frame), MESSAGE: this.sample };
    return startServer(entry, this.port, environment, { nodeArgs: this.nodeArgs });
  }

  /** When the facts since the last question happened, in their order: committed by PostgreSQL, or broadcast. */
  private async sentSince(name: Name, server: ServerProcess, count = 0): Promise<readonly number[]> {
    if (name !== "dabyl") return (await (await fetch(`${server.url}/sent`)).json()) as number[];
    return withClient(this.cluster.url(DATABASE, "superuser"), async (client) => {
      // The transaction that first wrote an incident is the one that committed its first card.
      const { rows } = await client.query<{ at: number }>(
        `select at from (
           select j.position, extract(epoch from pg_xact_commit_timestamp(i.xmin))::float8 * 1000 as at
           from journal j join incident i on i.id = (j.body::jsonb ->> 'incident')::uuid
           where j.body::jsonb ->> 'fact' = 'CARD_SUBMITTED' order by j.position desc limit $1
         ) latest order by position`,
        [count],
      );
      return rows.map(({ at }) => at);
    });
  }
}

function report(figures: readonly Figures[]): string {
  const number = (value: number, digits = 1): string => value.toFixed(digits);
  const head = `| sockets, facts/s | server | µs per frame | × bare | less the submission | × bare | KiB per socket | to the last frame p50 ms | p99 | worst | lost |\n| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |`;
  const rows = figures.map((one) => {
    const bare = figures.find(
      ({ name, sockets, rate }) => name === "bare" && sockets === one.sockets && rate === one.rate,
    );
    const times = (of: "perFrame" | "net"): string => (bare ? number(one[of] / bare[of], 2) : "-");
    const { sockets, rate, name, perFrame, net, memory, last, lost, closed } = one;
    const loss = lost === 0 && closed === 0 ? "0" : `${lost} (${closed} closed)`;
    return `| ${sockets.toLocaleString("en")}, ${rate} | ${NAMES[name]} | ${number(perFrame)} | ${times("perFrame")} | ${number(net)} | ${times("net")} | ${number(memory)} | ${number(last.p50)} | ${number(last.p99)} | ${number(last.worst)} | ${loss} |`;
  });
  return [head, ...rows].join("\n");
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      cases: { type: "string" },
      seconds: { type: "string" },
      servers: { type: "string", default: SERVERS.join() },
      "node-args": { type: "string", default: "" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const cases = (values.cases ?? (values.quick ? "50@20,200@20" : "1000@20,1000@50,5000@4,10000@2"))
    .split(",")
    .map((one) => one.split("@").map(Number))
    .map(([sockets = 0, rate = 0]): Case => ({ sockets, rate }));
  const names = SERVERS.filter((name) => values.servers.split(",").includes(name));
  const seconds = Number(values.seconds ?? (values.quick ? 3 : 15));
  const nodeArgs = values["node-args"].split(" ").filter((arg) => arg !== "");
  const cluster = await startCluster(null);
  const clean = async (): Promise<void> => {
    endAll();
    await cluster.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void clean().finally(() => process.exit(1)));
  try {
    tell("The generator fills the database");
    await createDatabase(cluster, DATABASE);
    await (await loadProduct()).migrate(cluster.url(DATABASE, "owner"));
    const socs = await withClient(cluster.url(DATABASE, "superuser"), async (client) => {
      await generate(client, { size: 2_000, seed: 1, now: new Date() });
      // Owners with addresses would be sent mail meanwhile.
      await client.query("update party set email = null");
      return (await client.query<SendingSoc>(SENDING_SOCS)).rows;
    });
    const contest = new Contest(cluster, socs, seconds, nodeArgs);
    const figures: Figures[] = [];
    for (const one of cases)
      for (const name of names) {
        tell(`${name}: ${one.sockets} sockets, ${one.rate} facts a second`);
        figures.push(await contest.measure(name, one));
        tell(report(figures.slice(-1)).split("\n").at(-1) ?? "");
      }
    const [processor] = cpus();
    console.log(`Node ${process.version}, ${cpus().length} × ${processor?.model.trim() ?? "?"}; ${seconds} s each\n`);
    console.log(report(figures));
  } finally {
    await clean();
  }
}

await run();
process.exit(0);
