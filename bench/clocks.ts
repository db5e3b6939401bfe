import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { createDatabase, startCluster, withClient, type BenchCluster } from "./cluster.ts";
import type { Announced, FollowerJob } from "./followers.ts";
import { generate } from "./generate.ts";
import { endAll, endedTime, fieldsOf, processorTime, startHelper, type ServerProcess } from "./processes.ts";
import { loadProduct } from "./product.ts";
import { startOn } from "./servers.ts";
import { FIRST_PORT } from "./settings.ts";
import { percentile } from "./statistics.ts";

/**
 * What the clock costs while nothing falls due, and how late it announces deadlines: two gateways on one database. Figures go to
 * standard output. Reads /proc, so Linux only. Fails if a duty is announced twice, or not at all.
 */

const RUNNING = 100_000;
const FALLING_DUE = 10_000;
/** Seconds for which an idle gateway is observed. */
const IDLE = 30;
/** Seconds from the creation of duties to the first deadline: enough to write them all. */
const AHEAD = 15;

const tell = (line: string): void => console.error(line);

/** Duties, one per incident, with deadlines evenly spread between two moments from now; DUE_SOON counts as announced. */
async function makeDuties(client: pg.Client, count: number, from: string, until: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with made as (
       select gen_random_uuid() as id, n, now() + $2::interval + ($3::interval - $2::interval) * (n::float8 / $1::int) as due_at
       from generate_series(1, $1::int) n
     ), soc as (
       select id, row_number() over (order by code) - 1 as n from party where kind = 'SOC'
     ), incidents as (
       insert into incident (id, number, soc_id, affected, type, confirmed_at, received_at, last_revision)
       select m.id, 'CLOCK-' || m.id, s.id, '[{"description": "An office network"}]', 'OTHER', due_at - interval '72 hours',
         least(now(), due_at - interval '72 hours'), 0
       from made m join soc s on s.n = m.n % 24
     )
     insert into obligation (id, incident_id, obligor_id, kind, rule, starts_at, due_at, soon_announced_for)
     select gen_random_uuid(), m.id, s.id, 'SUBMIT_CARD', 'R9.3', due_at - interval '72 hours', due_at, due_at
     from made m join soc s on s.n = m.n % 24
     returning id`,
    [count, from, until],
  );
  return rows.map(({ id }) => id);
}

/** Processor seconds that all processes of PostgreSQL have used so far, including those that have ended. */
async function databaseTime(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number; own: number }>(
    "select pid, pg_backend_pid() as own from pg_stat_activity",
  );
  const [, postmaster = 0] = await fieldsOf(rows[0]?.own ?? 0);
  const living = await Promise.all(rows.map(({ pid }) => processorTime(pid)));
  return living.reduce((sum, time) => sum + time, await endedTime(postmaster));
}

/** Shares of one core that an idle gateway and its PostgreSQL take. */
async function idleShares(client: pg.Client, gateway: ServerProcess): Promise<{ gateway: number; database: number }> {
  // Lets the start finish its work first.
  await pause(15_000);
  const before = [await processorTime(gateway.pid), await databaseTime(client)];
  await pause(IDLE * 1_000);
  const after = [await processorTime(gateway.pid), await databaseTime(client)];
  const [own, theirs] = after.map((used, index) => (used - (before[index] ?? 0)) / IDLE);
  return { gateway: own ?? Number.NaN, database: theirs ?? Number.NaN };
}

async function idle(cluster: BenchCluster, database: string, client: pg.Client): Promise<string[]> {
  const rows: string[] = [];
  for (const count of [0, RUNNING]) {
    if (count > 0) {
      await makeDuties(client, count, "3 days", "60 days");
      await client.query("vacuum analyze");
    }
    const gateway = await startOn(cluster, database, "gateway", FIRST_PORT);
    const shares = await idleShares(client, gateway);
    await gateway.stop();
    rows.push(`| ${count.toLocaleString("en")} | ${percent(shares.gateway)} | ${percent(shares.database)} |`);
  }
  return rows;
}

/** Lets duties fall due and returns how late each announcement was received, ascending. */
async function lateness(
  cluster: BenchCluster,
  database: string,
  client: pg.Client,
  within: number,
): Promise<{ readonly received: Float64Array; readonly announced: Float64Array }> {
  const gateways = await Promise.all([0, 1].map((place) => startOn(cluster, database, "gateway", FIRST_PORT + place)));
  const followers = gateways.map(() => startHelper<FollowerJob, Announced[]>("followers.ts"));
  try {
    await Promise.all(followers.map((follower, place) => follower.run({ open: gateways[place]?.url ?? "" })));
    const made = await makeDuties(client, FALLING_DUE, `${AHEAD} seconds`, `${AHEAD + within} seconds`);
    await client.query("analyze obligation");
    const all = await Promise.all(
      followers.map((follower) => follower.run({ collect: FALLING_DUE, seconds: AHEAD + within + 30 })),
    );
    for (const announced of all) {
      const ids = new Set(announced.map(({ id }) => id));
      if (announced.length !== made.length || ids.size !== made.length)
        throw new Error(`${made.length} duties, ${announced.length} announcements of ${ids.size} duties`);
    }
    const each = all.flat();
    return {
      received: Float64Array.from(each.map(({ dueAt, arrived }) => arrived - dueAt)).toSorted(),
      announced: Float64Array.from(each.map(({ dueAt, at }) => at - dueAt)).toSorted(),
    };
  } finally {
    for (const follower of followers) await follower.stop();
    for (const gateway of gateways) await gateway.stop();
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
const milliseconds = (sorted: Float64Array, share: number): string => `${percentile(sorted, share).toFixed(0)} ms`;

async function run(): Promise<void> {
  tell("PostgreSQL starts");
  const cluster = await startCluster(null);
  const database = "clocks";
  try {
    await createDatabase(cluster, database);
    const { migrate } = await loadProduct();
    await migrate(cluster.url(database, "owner"));
    await withClient(cluster.url(database, "superuser"), async (client) => {
      await generate(client, { size: 1_000, seed: 1, now: new Date() });
      tell("Idle gateways");
      const idleRows = await idle(cluster, database, client);
      const lateRows: string[] = [];
      for (const within of [60, 1]) {
        tell(`${FALLING_DUE} duties within ${within} s`);
        const { received, announced } = await lateness(cluster, database, client, within);
        const cells = [received, announced].flatMap((sorted) => [milliseconds(sorted, 0.5), milliseconds(sorted, 1)]);
        lateRows.push(`| ${within} s | ${cells.join(" | ")} |`);
      }
      console.log(`| running duties | an idle gateway, of one core | its PostgreSQL |
| --: | --: | --: |
${idleRows.join("\n")}

${FALLING_DUE.toLocaleString("en")} duties, two gateways, a follower at each, ${RUNNING.toLocaleString("en")} running beside them; each was announced once:

| they end within | frame after the end, p50 | worst | announced (\`at\`) after the end, p50 | worst |
| --: | --: | --: | --: | --: |
${lateRows.join("\n")}`);
    });
  } finally {
    endAll();
    await cluster.stop();
  }
}

await run();
process.exit(0);
