import { cpus, totalmem } from "node:os";
import { POSTGRES_SETTINGS } from "./cluster.ts";
import type { DutyFigures } from "./duties.ts";
import type { FeedFigures } from "./feed.ts";
import type { NotificationFigures } from "./notifications.ts";
import { SERVER_NAMES } from "./questions.ts";
import { CASES, type Case, type ReadFigures } from "./reads.ts";
import { CONNECTIONS, type Settings } from "./settings.ts";
import type { StartFigures } from "./start.ts";
import type { SubmissionFigures } from "./submissions.ts";

/** The figures as Markdown: ratios first, absolute figures beside them, including those where the gateway is slower. */

export function conditions({ sizes, rounds, seconds, seed }: Settings): string {
  const [processor] = cpus();
  const settings = Object.entries(POSTGRES_SETTINGS).map(([name, value]) => `${name} = ${value}`);
  return [
    `Node ${process.version}, ${cpus().length} × ${processor?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB;`,
    `PostgreSQL 18 (${settings.join(", ")}), server and load on the same machine;`,
    `${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s, medians; seed ${seed}; ${sizes.map(count).join(" and ")} incidents`,
  ].join("\n");
}

const NAMES: Record<(typeof SERVER_NAMES)[number], string> = {
  gateway: "**Dabyl**",
  raw: "node:http + pg (the limit)",
  mercurius: "Mercurius 16 + graphql-jit",
  postgraphile: "PostGraphile 5",
};

const TITLES: Record<Case, string> = {
  list: "List: 20 incidents, newest first, with SOC and obligations, for the national centre",
  listOfSoc: "The same list in the scope of one SOC",
  listOfOwner: "The same list in the scope of the owner with the most incidents",
  page: "Page 1,000 of the national centre's list",
  dossier: "One dossier, all of it",
  dossierOfSoc: "One dossier in the scope of its SOC",
};

export function readTables(figures: readonly ReadFigures[]): string {
  const sizes = [...new Set(figures.map(({ size }) => size))];
  const find = (size: number, name: string): ReadFigures => {
    const found = figures.find((one) => one.size === size && one.name === name);
    if (!found) throw new Error(`no figures of ${name}`);
    return found;
  };
  const measured = (size: number, name: string, which: Case) => {
    const found = find(size, name).cases[which];
    if (!found) throw new Error(`${name} has no answer: ${which}`);
    return found;
  };
  const tables = CASES.map((which) => {
    const head = `### ${TITLES[which]}\n\n| server | ${sizes.map((size) => `share of the limit, ${count(size)} | requests/s | p50 ms | p99 ms |`).join(" ")}`;
    const rule = `| --- | ${sizes.map(() => "--: | --: | --: | --: |").join(" ")}`;
    const rows = SERVER_NAMES.filter((name) => sizes.every((size) => find(size, name).cases[which])).map((name) => {
      const cells = sizes.map((size) => {
        const { perSecond, p50, p99 } = measured(size, name, which);
        const share = perSecond / measured(size, "raw", which).perSecond;
        return `${share.toFixed(2)} | ${count(perSecond)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} |`;
      });
      return `| ${NAMES[name]} | ${cells.join(" ")}`;
    });
    return [head, rule, ...rows].join("\n");
  });
  const [small, large] = sizes;
  const growth = (which: Case, name: string): string =>
    small === undefined || large === undefined || !find(large, name).cases[which]
      ? "-"
      : (measured(large, name, which).p50 / measured(small, name, which).p50).toFixed(2);
  const growths = SERVER_NAMES.map(
    (name) => `| ${NAMES[name]} | ${CASES.map((which) => growth(which, name)).join(" | ")} |`,
  );
  const memory = figures.map(
    ({ size, name, idle, loaded }) => `| ${NAMES[name]} | ${count(size)} | ${count(idle)} | ${count(loaded)} |`,
  );
  const pages = sizes.map((size) => `${count(size)}: page ${count(find(size, "raw").page)}`).join("; ");
  return [
    ...tables,
    `### Time at the larger size, as a multiple of the time at the smaller (p50)\n\nThe page that was measured: ${pages}.\n\n| server | list | of a SOC | of an owner | page | dossier | of a SOC |\n| --- | --: | --: | --: | --: | --: | --: |\n${growths.join("\n")}`,
    `### Memory (resident, MiB)\n\n| server | incidents | before the load | after it |\n| --- | --: | --: | --: |\n${memory.join("\n")}`,
  ].join("\n\n");
}

export function submissionTable({ statements, gateway, limit, loaded, moderate }: SubmissionFigures): string {
  return `### Card submissions

| | share of the limit | cards/s | lowest and highest round |
| --- | --: | --: | --: |
| **Dabyl** | ${(gateway.median / limit.median).toFixed(2)} | ${count(gateway.median)} | ${count(gateway.low)} to ${count(gateway.high)} |
| the same ${statements} statements replayed (the limit) | 1.00 | ${count(limit.median)} | ${count(limit.low)} to ${count(limit.high)} |

Submit to receipt: p50 ${ms(moderate.p50)}, p99 ${ms(moderate.p99)} at ${moderate.rate} cards/s; p50 ${ms(loaded.p50)}, p99 ${ms(loaded.p99)} under full load.`;
}

export function feedTable({
  frames,
  expected,
  p50,
  p99,
  worst,
  fromReceipt,
  submissions,
  memory,
}: FeedFigures): string {
  return `### Live feed: 100 subscribers, 50 cards/s

| | p50 | p99 | worst |
| --- | --: | --: | --: |
| from PostgreSQL's commit to the frame | ${ms(p50)} | ${ms(p99)} | ${ms(worst)} |
| from the card's arrival (\`at\`) to the frame | ${ms(fromReceipt.p50)} | ${ms(fromReceipt.p99)} | |
| the sender's receipt meanwhile | ${ms(submissions.p50)} | ${ms(submissions.p99)} | |

${count(frames)} of ${count(expected)} frames arrived. Memory of the gateway afterwards: ${count(memory)} MiB.`;
}

export function dutyTable({ duties, questions }: DutyFigures): string {
  const rows = questions.map(({ name, p50, worst }) => `| ${name} | ${ms(p50)} | ${ms(worst)} |`);
  return `### Lists of duties, and timeliness: ${count(duties)} duties, one question after another

| question | p50 | worst |
| --- | --: | --: |
${rows.join("\n")}`;
}

export function notificationTable({ recipients, rounds, statements, receipt, last, all }: NotificationFigures): string {
  return `### A notification to ${recipients} SOCs

| ${rounds} notifications | p50 | worst |
| --- | --: | --: |
| the sender's receipt | ${ms(receipt.p50)} | ${ms(receipt.worst)} |
| from the sending to a SOC's frame | ${ms(all.p50)} | ${ms(all.worst)} |
| from the sending to the last SOC's frame | ${ms(last.p50)} | ${ms(last.worst)} |

One transaction of ${statements[1]} statements for ${recipients} recipients, ${statements[0]} for one. Every frame arrived.`;
}

export function startTable({ alone, idle }: StartFigures, embedded: number): string {
  return `### Start

From process start to ready: ${count(alone)} ms on a running PostgreSQL, ${count(embedded)} ms with the embedded one to start. Memory when idle: ${count(idle)} MiB.`;
}

function count(number: number): string {
  return Math.round(number).toLocaleString("en");
}

function ms(number: number): string {
  return `${number.toFixed(1)} ms`;
}
