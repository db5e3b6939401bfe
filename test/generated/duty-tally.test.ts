import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { pino } from "pino";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { dateInAlmaty, dayInAlmaty, HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { CONFIRMATION_TERMS, MEANS, open } from "../../src/domain/obligations.js";
import { Tallies } from "../../src/features/timeliness/tally.service.js";
import { migrate } from "../../src/platform/database.js";
import { FakeClock } from "../support/clock.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { at, on } from "../support/drafts.js";
import { putDuties } from "../support/duties.js";
import { tallyDifferences } from "../support/duty-tally.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { isWaiting } from "../support/held.js";

/** The sums of timeliness are what the duties give, whoever writes duties and adds up, in whatever order. */

const SUM_UP = "set local dabyl.sees = 'EVERYTHING'; select sum_up_duty_changes()";

/** Two duties of each of two SOCs under each term of a confirmation, about the beginning of a month. */
async function putSomeDuties(world: TestGateway): Promise<void> {
  const socs = [await world.soc(), await world.soc()];
  const duties = Object.values(CONFIRMATION_TERMS).map((term) => open(term, at("2026-02-28T18:30:00Z")));
  await putDuties(
    world.database,
    socs.flatMap(({ partyId }) => [...duties, ...duties].map((duty) => ({ socId: partyId, duty }))),
  );
}

let filled: TestGateway;
beforeAll(async () => {
  filled = await startGateway();
  await putSomeDuties(filled);
  await filled.stops();
  await filled.database.close();
});
afterAll(() => filled[Symbol.asyncDispose]());

/** A test's own database with these duties, at which no gateway works. */
const someDuties = (): Promise<TestDatabase> => createDatabase(filled.database.name);

async function changes(database: TestDatabase): Promise<unknown> {
  const [row] = await database.asOwner("select count(*)::int as count from duty_tally_change");
  return row?.["count"];
}

/** A session as the owner of the tables, inside a transaction. */
async function begun(database: TestDatabase): Promise<Client> {
  const session = await database.session();
  await session.query("begin");
  return session;
}

const moments = fc.option(
  fc.integer({ min: -48, max: 200 }).map((hours) => toIso(instant(at("2026-02-28T18:00:00Z") + hours * HOUR))),
);
const written = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("update" as const),
      discharged_at: moments,
      waived_at: moments,
      starts_at: moments,
      due_at: moments,
      met_by: fc.constantFrom(...MEANS),
      is_void: fc.boolean(),
      is_retracted: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ does: "delete" as const }, { does: "copy" as const }, { does: "mark" as const }),
  },
);
const step = fc.record({
  place: fc.integer({ min: 0, max: 9 }),
  written,
  ends: fc.constantFrom("commit", "commit", "rollback"),
  sumsUp: fc.boolean(),
});

test("whatever is written of duties, or rolled back, the sums with what is still to be added are what a fresh count gives", async () => {
  await using database = await someDuties();
  const session = await database.session();
  session.on("error", () => undefined);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      // What a run that failed left open.
      await session.query("rollback");
      for (const { place, written: one, ends, sumsUp } of steps) {
        await session.query("begin");
        const which =
          "(select id from obligation order by id offset $1::int % greatest(1, (select count(*) from obligation)) limit 1)";
        if (one.does === "delete") await session.query(`delete from obligation where id = ${which}`, [place]);
        else if (one.does === "mark")
          await session.query(`update obligation set overdue_announced_for = due_at where id = ${which}`, [place]);
        else if (one.does === "copy")
          await session.query(
            `insert into obligation (id, incident_id, object_description, obligor_id, kind, rule, starts_at, due_at, discharged_at, met_by, waived_at)
               select gen_random_uuid(), incident_id, gen_random_uuid()::text, obligor_id, kind, rule, starts_at, due_at, discharged_at, met_by,
                 waived_at from obligation where id = ${which}`,
            [place],
          );
        else
          await session.query(
            `update obligation set discharged_at = $2, met_by = case when $2::timestamptz is not null then $3::text end, waived_at = $4::timestamptz,
                 starts_at = coalesce($5::timestamptz, starts_at), due_at = coalesce($6::timestamptz, due_at), is_void = $7, is_retracted = $8 where id = ${which}`,
            [
              place,
              one.discharged_at,
              one.met_by,
              one.waived_at,
              one.starts_at,
              one.due_at,
              one.is_void,
              one.is_retracted,
            ],
          );
        if (sumsUp) await session.query(SUM_UP);
        await session.query(ends);
        expect(await tallyDifferences(database)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
  await session.end();
  const [row] = await database.asOwner("select count(*)::int as count from duty_tally");
  expect(row?.["count"]).toBeGreaterThan(10);
});

test("two gateways that add up at once add each change once, and neither undoes what the other adds", async () => {
  await using database = await someDuties();
  /** One duty of each SOC and rule. */
  const meets = () =>
    database.asOwner(`update obligation set discharged_at = starts_at, met_by = 'REPORT'
      where id in (select distinct on (obligor_id, rule) id from obligation where discharged_at is null order by obligor_id, rule)`);
  await meets();
  const [one, other] = [await begun(database), await begun(database)];
  await one.query(SUM_UP);
  // Added to the same sums as the first one's.
  await meets();
  const waits = other.query(SUM_UP);
  await isWaiting(database, 1);
  expect(await tallyDifferences(database)).toEqual([]);
  await one.query("commit");
  await waits;
  expect(await tallyDifferences(database)).toEqual([]);
  await other.query("commit");
  await Promise.all([one.end(), other.end()]);
  expect(await changes(database)).toBe(0);
  expect(await tallyDifferences(database)).toEqual([]);
});

test("however many changes wait, so many are added up at once that it ends before a statement of an act times out", async () => {
  await using database = await someDuties();
  await database.asOwner("update obligation set discharged_at = starts_at, met_by = 'REPORT'");
  await database.asOwner(
    "insert into duty_tally_change select c.* from duty_tally_change c cross join generate_series(1, 9999)",
  );
  const waited = Number(await changes(database));
  const left = [];
  const session = await database.session();
  for (let times = 1; times <= 3; times += 1) {
    await session.query(`begin; ${SUM_UP}; commit`);
    left.push(await changes(database));
  }
  await session.end();
  expect(waited).toBeGreaterThan(100_000);
  expect(left).toEqual([waited - 100_000, 0, 0]);
  const [row] = await database.asOwner("select sum(duties)::int as sum from duty_tally");
  expect(row?.["sum"]).toBe(waited);
});

test("sums are added up also where every table is published to another database", async () => {
  await using database = await someDuties();
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await superuser.query("create publication everything for all tables");
  await superuser.end();
  const session = await database.session();
  for (const means of ["REPORT", "CARD"]) {
    await session.query("update obligation set discharged_at = starts_at, met_by = $1", [means]);
    await session.query(`begin; ${SUM_UP}; commit`);
  }
  await session.end();
  expect(await changes(database)).toBe(0);
  expect(await tallyDifferences(database)).toEqual([]);
});

test("what the manual says to do where the sums are doubted counts them afresh, and nobody who reads meanwhile sees none", async () => {
  await using database = await someDuties();
  const [, recipe = ""] =
    /```sql\n(begin;[^`]*count_settled_duties[^`]*)```/.exec(await readFile("docs/operations.md", "utf8")) ?? [];
  await database.asOwner("update obligation set discharged_at = starts_at, met_by = 'REPORT'");
  const reader = await database.session();
  await reader.query("begin isolation level repeatable read; select from party");
  const session = await database.session();
  await session.query(`begin; ${SUM_UP}; commit; update obligation set met_by = 'CARD' where rule = 'R9.1'`);
  await session.query(
    "update duty_tally set duties = duties + 1; insert into duty_tally_change select * from duty_tally",
  );
  await session.query(recipe);
  await session.end();
  const { rows } = await reader.query("select sum(duties)::int as duties from duty_tally_change");
  await reader.end();
  expect(rows).toEqual([{ duties: 16 }]);
  expect(await changes(database)).toBe(0);
  expect(await tallyDifferences(database)).toEqual([]);
});

test("a gateway that is lost while it adds up has added nothing", async () => {
  await using database = await someDuties();
  await database.asOwner("update obligation set discharged_at = starts_at, met_by = 'REPORT'");
  const before = await changes(database);
  expect(before).toBeGreaterThan(0);
  const lost = await begun(database);
  lost.on("error", () => undefined);
  await lost.query(SUM_UP);
  const { rows } = await lost.query<{ pid: number }>("select pg_backend_pid() as pid");
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await superuser.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
  await superuser.end();
  expect(await changes(database)).toBe(before);
  expect(await tallyDifferences(database)).toEqual([]);
});

test("a gateway adds up twice a minute, and again after a time that failed, which it reports", async () => {
  await using world = await startGateway();
  await putSomeDuties(world);
  const { database, gateway } = world;
  await database.asOwner("update obligation set discharged_at = starts_at, met_by = 'REPORT'");
  await database.asOwner("alter function sum_up_duty_changes() rename to sum_up_nothing");
  const lines: string[] = [];
  const clock = new FakeClock("2026-03-01T10:00:00Z");
  const tallies = new Tallies(gateway.unitOfWork, clock, pino({ base: null }, { write: (line) => lines.push(line) }));
  tallies.start();
  clock.advance(MINUTE / 2);
  // The next time is set once this one is over.
  await clock.armed(1, MINUTE);
  expect(lines).toHaveLength(1);
  await database.asOwner("alter function sum_up_nothing() rename to sum_up_duty_changes");
  clock.advance(MINUTE / 2);
  await clock.armed(1, MINUTE);
  await tallies.stop();
  expect(lines).toHaveLength(1);
  expect(await changes(database)).toBe(0);
  expect(await tallyDifferences(database)).toEqual([]);
});

test("what is written while the migration waits for its turn is in the sums, whatever isolation transactions have by default", async () => {
  await using database = await someDuties();
  await database.asOwner(`alter database ${database.name} set default_transaction_isolation = 'repeatable read'`);
  await database.asOwner("drop function tally_duty() cascade");
  await database.asOwner("drop table duty_tally, duty_tally_change cascade");
  await database.asOwner("drop function sum_up_duty_changes(), settled_as, almaty_month");
  await database.asOwner("drop index obligation_unsettled, obligation_late");
  await database.asOwner("delete from migration where name like 'TalliedDuties%'");
  const writer = await begun(database);
  await writer.query("update obligation set discharged_at = starts_at, met_by = 'REPORT'");
  const migrated = migrate(database.ownerUrl);
  await isWaiting(database, 1);
  await writer.query("commit");
  await writer.end();
  expect(await migrated).toHaveLength(1);
  expect(await tallyDifferences(database)).toEqual([]);
});

test("a month begins where it does in Asia/Almaty, UTC+5 since March 2024", async () => {
  await using database = await createDatabase();
  const months = Array.from({ length: 30 * 12 }, (_, month) =>
    on(`${1999 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}-01`),
  );
  const instants = months.flatMap((month) => [-HOUR, -1, 0, HOUR].map((ms) => instant(dayInAlmaty(month) + ms)));
  const rows = await database.asOwner(
    "select almaty_month(a)::text as month from unnest($1::timestamptz[]) with ordinality as u (a, place) order by place",
    [instants.map(toIso)],
  );
  expect(rows.map(({ month }) => month)).toEqual(instants.map((one) => `${dateInAlmaty(one).slice(0, 7)}-01`));
});

vi.setConfig({ testTimeout: 120_000 });
