import { parseArgs } from "node:util";

/** The settings of a run. */
export interface Settings {
  /** Incidents in the smaller and in the larger database. */
  readonly sizes: readonly [number, number];
  readonly seed: number;
  /** Rounds of each measurement; the median is reported. */
  readonly rounds: number;
  /** Seconds of one measurement in one round, and of the warm-up before the first. */
  readonly seconds: number;
  readonly warmUp: number;
  /** The folder of a cluster that is kept, or null for a temporary one. */
  readonly dataDir: string | null;
  /** Which parts run. */
  readonly parts: readonly Part[];
}

export const PARTS = ["reads", "duties", "submissions", "feed", "notifications", "start"] as const;
export type Part = (typeof PARTS)[number];

/** Connections of the load, and of every server's pool. */
export const CONNECTIONS = 16;
/** The first of the ports that servers listen on. */
export const FIRST_PORT = Number(process.env["BENCH_PORT"] ?? 4_500);

const HELP = `node bench/main.ts [options]

  --quick            2,000 and 20,000 incidents, short rounds: shows that everything works, not how fast
  --sizes A,B        incidents of the two databases (10000,1000000)
  --rounds N         rounds of each measurement (5)
  --seconds N        seconds of one measurement in one round (5)
  --seed N           seed of the generator (1)
  --data-dir FOLDER  keeps the generated databases there for the next run
  --only PARTS       some of ${PARTS.join(",")}`;

export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      sizes: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      seed: { type: "string", default: "1" },
      "data-dir": { type: "string" },
      only: { type: "string" },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const [small, large] = (values.sizes ?? (values.quick ? "2000,20000" : "10000,1000000")).split(",").map(Number);
  const parts = values.only?.split(",") ?? [...PARTS];
  if (!small || !large || small > large) throw new Error(`--sizes: two numbers, the smaller one first\n\n${HELP}`);
  if (!parts.every((part): part is Part => PARTS.includes(part as Part))) throw new Error(`--only\n\n${HELP}`);
  return {
    sizes: [small, large],
    seed: Number(values.seed),
    rounds: Number(values.rounds ?? (values.quick ? 3 : 5)),
    seconds: Number(values.seconds ?? (values.quick ? 2 : 5)),
    warmUp: values.quick ? 1 : 3,
    dataDir: values["data-dir"] ?? null,
    parts: parts as Part[],
  };
}
