import { withClient, type BenchCluster } from "./cluster.ts";
import type { LoadJob, LoadResult } from "./load.ts";
import { startHelper } from "./processes.ts";
import { ask, type Request } from "./questions.ts";
import { startOn } from "./servers.ts";
import { tokenOf } from "./servers/tokens.ts";
import { FIRST_PORT, type Settings } from "./settings.ts";

/** Lists of duties, and timeliness, queried one after another at the larger size. */

/** Duties in the middle period of timeliness. */
export const MIDDLE = 1_000_000;
/** The deep page of the list of all duties that is measured, and the page size. */
const DEPTH = 100;
const PAGE = 100;

export interface DutyFigures {
  readonly duties: number;
  readonly questions: readonly { readonly name: string; readonly p50: number; readonly worst: number }[];
}

const LIST = `query Duties($filter: ObligationFilter, $first: Int!, $after: String) {
  obligations(filter: $filter, first: $first, after: $after) {
    nodes { rule dueAt standing latenessSeconds obligor { code } incident { number } } pageInfo { hasNextPage endCursor } } }`;
const TIMELINESS = `query Timeliness($period: TimelinessPeriod!) { timeliness(period: $period) {
  soc { code } rule opened met late overdue running waived shareInTime lateness { medianSeconds p95Seconds worstSeconds }
  months { month opened shareInTime } } }`;

const CENTRE = tokenOf("CENTRE", "CENTRE_ANALYST");

function request(query: string, variables: object, token = CENTRE): Request {
  return { method: "POST", path: "/graphql", token, body: JSON.stringify({ query, variables }) };
}

/** The largest parties, periods and objects of this world. */
interface Subjects {
  readonly duties: number;
  readonly soc: string;
  readonly owner: string;
  /** An incident of the most affected object. */
  readonly incident: string;
  readonly today: string;
  readonly dates: Readonly<Record<"month" | "year" | "middle" | "fiveYears", string>>;
}

async function subjectsOf(url: string): Promise<Subjects> {
  return withClient(url, async (client) => {
    const one = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row> =>
      (await client.query<Row>(sql, values)).rows[0] as Row;
    const { duties } = await one<{ duties: number }>("select count(*)::int as duties from obligation");
    const { code: soc } = await one<{ code: string }>(
      `select p.code from party p join incident i on i.soc_id = p.id group by p.code order by count(*) desc limit 1`,
    );
    const { incident, owner } = await one<{ incident: string; owner: string }>(
      `select i.number as incident, p.code as owner from incident i, protected_object o join party p on p.id = o.owner_id
       where o.id = (select object_id from incident, unnest(object_ids) object_id group by object_id order by count(*) desc limit 1)
         and i.object_ids[1] = o.id
       limit 1`,
    );
    const { dates, today } = await one<Pick<Subjects, "dates" | "today">>(
      `select (d.day + 1)::text as today, json_build_object('month', (d.day - interval '1 month')::date, 'year', (d.day - interval '1 year')::date,
         'fiveYears', (d.day - interval '5 years')::date, 'middle', (select starts_at::date from obligation order by starts_at desc
           offset least($1::int, (select count(*) from obligation)) - 1 limit 1)) as dates
       from (select (now() at time zone 'Asia/Almaty')::date as day) d`,
      [MIDDLE],
    );
    return { duties, soc, owner, incident, today, dates };
  });
}

async function questionsOf(url: string, subjects: Subjects): Promise<Map<string, Request>> {
  const { soc, owner, incident, today, dates } = subjects;
  const mine = tokenOf(soc, "SOC_READER");
  const list = (filter: object, token = CENTRE): Request => request(LIST, { filter, first: 20 }, token);
  const timeliness = (from: string, token = CENTRE): Request =>
    request(TIMELINESS, { period: { from, before: today } }, token);
  const { data } = (await ask(
    url,
    request("query ($number: String!) { incident(number: $number) { affectedObjects { object { id } } } }", {
      number: incident,
    }),
  )) as { data: { incident: { affectedObjects: [{ object: { id: string } }] } } };
  return new Map([
    ["what is due next in the country", list({ standings: ["RUNNING"] })],
    ["what is overdue in the country", list({ standings: ["OVERDUE"] })],
    ["what was met late this year", list({ standings: ["MET_LATE"], due: { from: `${dates.year}T00:00:00Z` } })],
    [`page ${DEPTH} of all duties, ${PAGE} on each`, await farDown(url)],
    ["what is due next for the largest SOC", list({ standings: ["RUNNING"] }, mine)],
    ["what is overdue at the largest SOC", list({ standings: ["OVERDUE"] }, mine)],
    ["what is about the busiest object", list({ objects: [data.incident.affectedObjects[0].object.id] })],
    ["what is about the objects of its owner, asked by the owner", list({}, tokenOf(owner, "OWNER"))],
    ["timeliness of a month, all SOCs", timeliness(dates.month)],
    ["of a year", timeliness(dates.year)],
    [`of the days with the last ${MIDDLE.toLocaleString("en")} duties`, timeliness(dates.middle)],
    ["of five years, which is all of them", timeliness(dates.fiveYears)],
    ["of five years, the largest SOC for itself", timeliness(dates.fiveYears, mine)],
  ]);
}

/** Page number DEPTH, reached by paging. */
async function farDown(url: string): Promise<Request> {
  let after: string | null = null;
  const page = (): Request => request(LIST, { filter: {}, first: PAGE, after });
  for (let place = 1; place < DEPTH; place += 1) {
    const { data } = (await ask(url, page())) as { data: { obligations: { pageInfo: { endCursor: string } } } };
    after = data.obligations.pageInfo.endCursor;
  }
  return page();
}

export async function measureDuties(cluster: BenchCluster, database: string, settings: Settings): Promise<DutyFigures> {
  const subjects = await subjectsOf(cluster.url(database, "superuser"));
  const gateway = await startOn(cluster, database, "gateway", FIRST_PORT);
  const load = startHelper<LoadJob, LoadResult>("load.ts");
  try {
    const questions: DutyFigures["questions"][number][] = [];
    for (const [name, asked] of await questionsOf(gateway.url, subjects)) {
      const job = { url: gateway.url, connections: 1, requests: [asked], socs: null, rate: null };
      await load.run({ ...job, seconds: settings.warmUp });
      const { p50, worst } = await load.run({ ...job, seconds: settings.seconds });
      questions.push({ name, p50, worst });
    }
    return { duties: subjects.duties, questions };
  } finally {
    await load.stop();
    await gateway.stop();
  }
}
