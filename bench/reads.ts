import { isDeepStrictEqual } from "node:util";
import { withClient, type BenchCluster } from "./cluster.ts";
import type { LoadJob, LoadResult } from "./load.ts";
import { startHelper, type ServerProcess } from "./processes.ts";
import {
  ASKING,
  ask,
  normal,
  PAGE,
  SERVER_NAMES,
  type AskingParty,
  type Request,
  type ServerName,
} from "./questions.ts";
import { startOn } from "./servers.ts";
import { CONNECTIONS, FIRST_PORT, type Settings } from "./settings.ts";
import { median } from "./statistics.ts";

/** Lists, a deep page and dossiers: the gateway beside the raw limit, Mercurius and PostGraphile, at both sizes. */

export const CASES = ["list", "listOfSoc", "listOfOwner", "page", "dossier", "dossierOfSoc"] as const;
export type Case = (typeof CASES)[number];

/** The deep page that is measured. */
const DEPTH = 1_000;

/** One server on one database, and its queries. */
interface Seat {
  readonly size: number;
  readonly name: ServerName;
  readonly process: ServerProcess;
  readonly idle: number;
  /** None where a server has no such answer. */
  readonly requests: Readonly<Record<Case, readonly Request[]>>;
  readonly results: Record<Case, LoadResult[]>;
}

export interface ReadFigures {
  readonly size: number;
  readonly name: ServerName;
  /** Medians over the rounds; null where the server has no such answer. */
  readonly cases: Readonly<
    Record<Case, { readonly perSecond: number; readonly p50: number; readonly p99: number } | null>
  >;
  /** MiB before the load and after it. */
  readonly idle: number;
  readonly loaded: number;
  /** The page measured as page 1,000: the last one if there are fewer. */
  readonly page: number;
}

export async function measureReads(
  cluster: BenchCluster,
  databases: readonly { readonly size: number; readonly name: string }[],
  settings: Settings,
  tell: (line: string) => void,
): Promise<ReadFigures[]> {
  const load = startHelper<LoadJob, LoadResult>("load.ts");
  const seats: Seat[] = [];
  const pages = new Map<number, number>();
  try {
    for (const { size, name: database } of databases) {
      const page = Math.min(DEPTH, Math.floor(size / PAGE));
      pages.set(size, page);
      const { soc, owner, numbers, ofSoc } = await withClient(cluster.url(database, "superuser"), async (client) => {
        const party = async (text: string) => (await client.query<AskingParty>(text)).rows[0] as AskingParty;
        const rich = async (socs: string) =>
          (await client.query<{ number: string }>(RICH_DOSSIERS, [socs])).rows.map((row) => row.number);
        return {
          soc: await party("select id, code from party where code = 'SOC04'"),
          owner: await party(LARGEST_OWNER),
          numbers: await rich("%"),
          ofSoc: await rich("SOC04"),
        };
      });
      for (const name of SERVER_NAMES) {
        const process = await startOn(cluster, database, name, FIRST_PORT + seats.length);
        const asking = ASKING[name];
        const after = await cursorBefore(process.url, name, page);
        seats.push({
          size,
          name,
          process,
          idle: await process.memory(),
          requests: {
            list: [asking.list(PAGE, null)],
            listOfSoc: [asking.listOfSoc(soc)],
            listOfOwner: [asking.listOfOwner(owner)].filter((request) => request !== null),
            page: [asking.list(PAGE, after)],
            dossier: numbers.map((number) => asking.dossier(number)),
            dossierOfSoc: ofSoc.map((number) => asking.dossierOfSoc(soc, number)),
          },
          results: { list: [], listOfSoc: [], listOfOwner: [], page: [], dossier: [], dossierOfSoc: [] },
        });
      }
      await compareAnswers(seats.filter((seat) => seat.size === size));
      tell(`  ${size.toLocaleString("en")} incidents: all four servers give the same answers`);
    }
    const run = (seat: Seat, which: Case, seconds: number) =>
      load.run({
        url: seat.process.url,
        connections: CONNECTIONS,
        seconds,
        requests: seat.requests[which],
        socs: null,
        rate: null,
      });
    const asked = (which: Case): readonly Seat[] => seats.filter(({ requests }) => requests[which].length > 0);
    for (const which of CASES) for (const seat of asked(which)) await run(seat, which, settings.warmUp);
    for (let round = 0; round < settings.rounds; round += 1) {
      for (const which of CASES)
        // Each round begins with a different server.
        for (const [turn] of asked(which).entries()) {
          const seat = asked(which)[(turn + round) % asked(which).length];
          seat?.results[which].push(await run(seat, which, settings.seconds));
        }
      tell(`  round ${round + 1} of ${settings.rounds} done`);
    }
    return await Promise.all(
      seats.map(async ({ size, name, process, idle, results }) => ({
        size,
        name,
        idle,
        loaded: await process.memory(),
        page: pages.get(size) ?? 0,
        cases: Object.fromEntries(CASES.map((which) => [which, medians(results[which])])) as ReadFigures["cases"],
      })),
    );
  } finally {
    await load.stop();
    await Promise.all(seats.map(({ process }) => process.stop()));
  }
}

/** The owner with the most incidents. */
const LARGEST_OWNER = `select p.id, p.code from party p
  where p.id = (select owner_id from owner_incident group by owner_id order by count(*) desc, owner_id limit 1)`;

/** Dossiers with every part present, of the SOCs with such codes, spread over the years. */
const RICH_DOSSIERS = `select i.number from incident i join party s on s.id = i.soc_id
  where s.code like $1 and i.last_revision > 0 and exists (select 1 from incident_report r where r.incident_id = i.id)
    and exists (select 1 from owner_notification o where o.incident_id = i.id)
    and exists (select 1 from severity_review v where v.incident_id = i.id)
  order by md5(i.number) limit 200`;

/** The cursor before the page of this number, reached by paging. */
async function cursorBefore(url: string, name: ServerName, page: number): Promise<string> {
  let left = (page - 1) * PAGE;
  let after: string | null = null;
  while (left > 0) {
    const first = Math.min(left, 100);
    after = ASKING[name].readList(await ask(url, ASKING[name].list(first, after))).end;
    left -= first;
  }
  if (after === null) throw new Error("the list ends before the page that is measured");
  return after;
}

/** Every server must give the same answers before it is measured, so that they do the same work. */
async function compareAnswers(seats: readonly Seat[]): Promise<void> {
  for (const which of CASES) {
    const answering = seats.filter(({ requests }) => requests[which].length > 0);
    const answers = await Promise.all(
      answering.map(async ({ name, process, requests }) => {
        const asked = requests[which].slice(0, 20);
        const found = await Promise.all(asked.map((request) => ask(process.url, request)));
        return found.map((answer) => {
          if (which === "dossier" || which === "dossierOfSoc") return normal(ASKING[name].readDossier(answer));
          const { rows, hasNextPage } = ASKING[name].readList(answer);
          return normal({ rows, hasNextPage });
        });
      }),
    );
    for (const [index, answer] of answers.entries())
      if (!isDeepStrictEqual(answer, answers[0]))
        throw new Error(
          `${which}: ${answering[index]?.name} does not answer as the gateway does:\n${firstDifference(answer, answers[0])}`,
        );
  }
}

function firstDifference(one: unknown, other: unknown): string {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return `${a.slice(Math.max(0, at - 200), at + 100)}\nbut\n${b.slice(Math.max(0, at - 200), at + 100)}`;
}

function medians(results: readonly LoadResult[]) {
  if (results.length === 0) return null;
  return {
    perSecond: median(results.map((result) => result.perSecond)),
    p50: median(results.map((result) => result.p50)),
    p99: median(results.map((result) => result.p99)),
  };
}
