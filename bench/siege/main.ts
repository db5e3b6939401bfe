import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import { cpus } from "node:os";
import { startCluster } from "../cluster.ts";
import { endAll, startHelper, startServer, type ServerProcess } from "../processes.ts";
import { GATEWAY_ENTRY } from "../product.ts";
import { FIRST_PORT } from "../settings.ts";
import { ATTACKS, type AttackName } from "./attacks.ts";
import type { BesiegedJob, BesiegedResult } from "./besieged.ts";
import type { BesiegerJob, Outcomes } from "./besieger.ts";
import { prepareWorld, secondsUntilOver, type World } from "./world.ts";

/**
 * `npm run siege`: another SOC's cards and the gateway's readiness, undisturbed and during each attack. Progress goes to standard
 * error, the table to standard output; exits with 1 if an attack harmed the other SOC more than AIMS allow. Reads /proc, so Linux
 * only; sends to this machine only.
 */

const AIMS = {
  /** The other SOC's p99, as a multiple of the undisturbed one; and in milliseconds. */
  times: 5,
  p99: 1_000,
  /** Resident memory, MiB. */
  memory: 600,
  /** Milliseconds for a readiness probe's answer, whatever hangs. */
  readiness: 1_000,
  /** Seconds until the attacker is served again and holds nothing: the longest timeout of anything outside. */
  over: 90,
};

/**
 * While PostgreSQL is stopped or nothing can be sealed, no card can get a receipt; the aims for readiness and memory still apply.
 */
const NO_RECEIPTS: readonly AttackName[] = ["a stopped PostgreSQL", "the journal's lock held"];

interface Figures extends BesiegedResult {
  readonly attack: AttackName;
  readonly memory: number;
  readonly outcomes: Outcomes;
  /** Seconds until nothing of it is left; NaN if something stays. */
  readonly over: number;
  readonly hasEnded: boolean;
}

const tell = (line: string): void => console.error(line);
const whole = (value: number): string => (Number.isFinite(value) ? Math.round(value).toLocaleString("en") : "none");

/** The highest resident memory until `isOver`, MiB. */
async function watchMemory(gateway: ServerProcess, isOver: () => boolean): Promise<number> {
  let most = 0;
  while (!isOver()) {
    most = Math.max(most, await gateway.memory().catch(() => 0));
    await pause(100);
  }
  return most;
}

async function besiege(
  gateway: ServerProcess,
  world: World,
  attack: AttackName,
  seconds: number,
): Promise<Omit<Figures, "hasEnded" | "over">> {
  const besieged = startHelper<BesiegedJob, BesiegedResult>("siege/besieged.ts");
  const besieger = startHelper<BesiegerJob, Outcomes>("siege/besieger.ts");
  try {
    // Opens connections and compiles statements: the attack is measured, not the first request.
    await besieged.run({ world, seconds: 2 });
    let isOver = false;
    const memory = watchMemory(gateway, () => isOver);
    const attacking = besieger.run({ attack, world, seconds: seconds + 2 });
    await pause(1_000);
    const result = await besieged.run({ world, seconds });
    const outcomes = await Promise.race([attacking, pause(30_000, { "did not end": 1 })]);
    isOver = true;
    return { attack, ...result, outcomes, memory: await memory };
  } finally {
    await Promise.race([Promise.all([besieged.stop(), besieger.stop()]), pause(2_000)]);
  }
}

function faultsOf(figures: Figures, quiet: Figures | undefined): string[] {
  const { attack, p99, readiness, memory, failed, over, hasEnded } = figures;
  const limit = Math.min(AIMS.p99, AIMS.times * (quiet?.p99 ?? Number.POSITIVE_INFINITY));
  const isAboutCards = !NO_RECEIPTS.includes(attack);
  return [
    ...(hasEnded ? ["the gateway ended"] : []),
    ...(isAboutCards && !(p99 <= limit) ? [`p99 over ${whole(limit)} ms`] : []),
    ...(isAboutCards && Object.keys(failed).length > 0 ? ["cards without a receipt"] : []),
    ...(failed["INTERNAL_SERVER_ERROR"] ? ["errors of ours"] : []),
    ...(readiness > AIMS.readiness ? ["readiness over 1 s"] : []),
    ...(memory > AIMS.memory ? [`memory over ${AIMS.memory} MiB`] : []),
    ...(over <= AIMS.over ? [] : ["something is left of it"]),
  ];
}

function table(all: readonly Figures[]): string {
  const quiet = all.find(({ attack }) => attack === "quiet");
  const counts = (outcomes: Outcomes): string =>
    Object.entries(outcomes)
      .sort(([, one], [, other]) => other - one)
      .slice(0, 5)
      .map(([outcome, count]) => `${outcome} ${count.toLocaleString("en")}`)
      .join(", ");
  const rows = all.map((figures) => {
    const { attack, p50, p99, worst, accepted, failed, readiness, notReady, memory, over, outcomes } = figures;
    const faults = faultsOf(figures, quiet);
    const times = quiet && attack !== "quiet" ? (p99 / quiet.p99).toFixed(1) : "";
    const without = counts(failed);
    return `| ${attack} | ${whole(p50)} | ${whole(p99)} | ${whole(worst)} | ${times} | ${accepted}${without && ` (${without})`} | ${whole(readiness)}${notReady ? ` (${notReady} × not ready)` : ""} | ${whole(memory)} | ${whole(over)} | ${counts(outcomes)} | ${faults.length === 0 ? "held" : `**${faults.join("; ")}**`} |`;
  });
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}; gateway, PostgreSQL, the other SOC and the attack on the same machine; 20 cards a second.

| attack | card p50, ms | p99 | worst | × quiet | cards with a receipt | readiness, worst ms | memory, MiB | over after, s | what the attack was answered | |
| --- | --: | --: | --: | --: | --- | --- | --: | --: | --- | --- |
${rows.join("\n")}`;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "15" },
      only: { type: "string", multiple: true },
      list: { type: "boolean" },
    },
  });
  const names = Object.keys(ATTACKS) as AttackName[];
  if (values.list) return console.log(names.join("\n"));
  const chosen = values.only ?? names;
  const attacks: AttackName[] = ["quiet", ...names.filter((name) => name !== "quiet" && chosen.includes(name))];
  const cluster = await startCluster(null);
  const figures: Figures[] = [];
  const start = (): Promise<ServerProcess> =>
    startServer(GATEWAY_ENTRY, FIRST_PORT, {
      NODE_ENV: "",
      DATA_DIR: cluster.dataDir,
      LOG_LEVEL: "error",
      SMTP_URL: "none",
    });
  try {
    for (const attack of attacks) {
      // Each attack gets a freshly started gateway, so that memory left by one does not count for the next.
      const gateway = await start();
      const world = await prepareWorld(gateway.url, cluster.dataDir, cluster.url("dabyl", "superuser"));
      tell(`${attack} …`);
      const result = await besiege(gateway, world, attack, Number(values.seconds));
      const hasEnded = await fetch(`${gateway.url}/health/live`).then(
        () => false,
        () => true,
      );
      const over = hasEnded ? Number.NaN : await secondsUntilOver(world, AIMS.over);
      figures.push({ ...result, hasEnded, over });
      tell(
        `  p99 ${whole(result.p99)} ms, ready within ${whole(result.readiness)} ms, ${whole(result.memory)} MiB, over after ${whole(over)} s`,
      );
      await Promise.race([gateway.stop(), pause(10_000)]);
      // A gateway that cannot even be stopped must not keep the port.
      endAll();
    }
  } finally {
    endAll();
    await cluster.stop();
  }
  console.log(table(figures));
  if (figures.some((one) => faultsOf(one, figures[0]).length > 0)) process.exitCode = 1;
}

await run();
process.exit();
