import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { SECOND } from "../../src/domain/instant.js";
import { Refusal } from "../../src/domain/refusal.js";
import { say } from "../../src/domain/wording/wording.js";
import { Availability } from "../../src/platform/availability.js";
import { instantIn } from "../../src/platform/columns.js";
import { loneClient } from "../../src/platform/database.js";
import { createLogger } from "../../src/platform/logger.js";
import { OnePieceSocket } from "../../src/platform/one-piece-socket.js";
import { Pool } from "../../src/platform/pool.js";
import { createDatabase, type TestDatabase } from "../support/database.js";

const EVERYTHING = { sees: "EVERYTHING" } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

async function open(size: number, times: Partial<Record<"connect" | "statement" | "lock", number>> = {}) {
  const url = database.gatewayUrl;
  const availability = new Availability(() => loneClient(url, "test", SECOND), createLogger("silent"));
  const options = { size, connect: 30 * SECOND, statement: 60 * SECOND, lock: 60 * SECOND, ...times };
  const pool = Pool.open(url, availability, options);
  return Object.assign(pool, {
    [Symbol.asyncDispose]: async () => {
      availability.stop();
      await pool.destroy();
    },
  });
}

/** How many sessions of the pools run this statement. */
async function running(sql: string): Promise<number> {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  const { rowCount } = await client.query(
    "select from pg_stat_activity where datname = current_database() and state = 'active' and query = $1",
    [sql],
  );
  await client.end();
  return rowCount ?? 0;
}

test("a statement that comes after the end of its transaction finds it ended, and touches nobody else's", async () => {
  await using pool = await open(1);
  for (const end of ["commit", "rollback", "endReading", "release"] as const) {
    const session = pool.session("ACT");
    await session.begin(EVERYTHING, "read only");
    await session[end]();
    await expect(session.query("select 1")).rejects.toThrow("the transaction has ended");
    if (end !== "release") await session.release();
  }
});

test("what is cancelled stops in PostgreSQL, with whatever was sent behind it, and the session serves the next one", async () => {
  await using pool = await open(1);
  const session = pool.session("READING");
  const sleep = "select pg_sleep(100)";
  const begun = session.begin(EVERYTHING, "read only");
  const sent = [session.query(sleep), session.query("select pg_sleep(101)"), begun];
  const ended = Promise.allSettled(sent);
  await vi.waitUntil(async () => (await running(sleep)) === 1, { timeout: 60_000 });
  session.cancel(new Error("nobody waits"));
  await session.endReading();
  await session.release();
  for (const end of (await ended).slice(0, 2)) expect(end).toMatchObject({ reason: { message: "nobody waits" } });
  expect(await running(sleep)).toBe(0);
  const next = pool.session("READING");
  expect(await next.query("select 1 as one")).toEqual([{ one: 1 }]);
  await next.release();
});

test("a session that is given back while a statement of it runs keeps nobody waiting", async () => {
  await using pool = await open(1);
  const session = pool.session("READING");
  const sleep = "select pg_sleep(102)";
  await session.begin(EVERYTHING, "read only");
  session.query(sleep).catch(() => undefined);
  await vi.waitUntil(async () => (await running(sleep)) === 1, { timeout: 60_000 });
  await session.endReading();
  await session.release();
  const next = pool.session("READING");
  await next.query("select 1");
  await next.release();
});

test("a cancellation meets nobody who has the session next, whenever it comes", async () => {
  await using pool = await open(1);
  const failures: unknown[] = [];
  for (let round = 0; round < 300; round += 1) {
    const reading = pool.session("READING");
    const begun = reading.begin(EVERYTHING, "read only");
    const read = Promise.allSettled([begun, reading.query("select pg_sleep(0.001 * $1)", [round % 4])]);
    if (round % 2 === 0) await new Promise((resolve) => setTimeout(resolve, round % 5));
    reading.cancel(new Error("nobody waits"));
    await reading.endReading();
    await reading.release();
    const act = pool.session("ACT");
    try {
      await Promise.all([act.begin(EVERYTHING, "read write"), act.query("select 1"), act.query("select 2")]);
      await act.commit();
    } catch (error) {
      failures.push(error);
    }
    await act.release();
    await read;
  }
  expect(failures).toEqual([]);
});

test("a statement that brings more than its bound is stopped with what the bound says", async () => {
  await using pool = await open(1);
  const session = pool.session("READING");
  let rows = 0;
  let bytes = 0;
  const refusal = new Refusal("QUERY_TOO_COSTLY", say("answerTooCostly", { measure: "cost", limit: 1_000 }));
  const bound = {
    row(more: number): void {
      rows += 1;
      bytes += more;
      if (rows > 1_000) throw refusal;
    },
  };
  await session.begin(EVERYTHING, "read only");
  const many = "select repeat('x', 100) as x from generate_series(1, 5000000)";
  await expect(session.query(many, [], bound)).rejects.toBe(refusal);
  expect(rows).toBe(1_001);
  expect(bytes).toBeGreaterThan(100_000);
  await expect(session.query("select 1")).rejects.toBe(refusal);
  await session.endReading();
  await session.release();
  expect(await running(many)).toBe(0);
});

test("a lock that is not to be had in time is BUSY: another message for an act than for a reading", async () => {
  await using pool = await open(2, { lock: 200 });
  await using holder = Object.assign(await database.session(), {
    [Symbol.asyncDispose]: () => holder.end(),
  });
  await holder.query("select pg_advisory_lock(17)");
  for (const [purpose, key] of [
    ["ACT", "actHeldUp"],
    ["READING", "readingHeldUp"],
  ] as const) {
    const session = pool.session(purpose);
    await session.begin(EVERYTHING, "read write");
    await expect(session.query("select pg_advisory_xact_lock(17)")).rejects.toMatchObject({
      code: "BUSY",
      says: { key },
      details: { retryAfterSeconds: 5 },
    });
    await session.rollback();
    await session.release();
  }
});

test("a statement that runs into its time is too costly for a reading, and comes again for an act", async () => {
  await using pool = await open(2, { statement: 200 });
  for (const [purpose, code] of [
    ["ACT", "BUSY"],
    ["READING", "QUERY_TOO_COSTLY"],
  ] as const) {
    const session = pool.session(purpose);
    await session.begin(EVERYTHING, "read only");
    await expect(session.query("select pg_sleep(60)")).rejects.toMatchObject({ code });
    await session.rollback();
    await session.release();
  }
});

test("a session that is ended in the middle is UNAVAILABLE, and the pool goes on with another", async () => {
  await using pool = await open(1);
  const session = pool.session("ACT");
  await session.begin(EVERYTHING, "read write");
  const [row] = await session.query<{ pid: number }>("select pg_backend_pid() as pid");
  await database.asOwner("select 1");
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query("select pg_terminate_backend($1, 5000)", [row?.pid]);
  await client.end();
  await expect(session.query("select 1")).rejects.toMatchObject({
    code: "UNAVAILABLE",
    says: { key: "actUnavailable" },
    details: { retryAfterSeconds: 5 },
  });
  await session.rollback();
  await session.release();
  const next = pool.session("READING");
  expect(await next.query("select 1 as one")).toEqual([{ one: 1 }]);
  await next.release();
});

test("a caller waits for a session of an exhausted pool for so long and no longer", async () => {
  await using pool = await open(1, { connect: 300 });
  const first = pool.session("READING");
  await first.query("select 1");
  const second = pool.session("READING");
  await expect(second.query("select 1")).rejects.toMatchObject({ code: "BUSY" });
  await second.release();
  await first.release();
});

test("of more texts than are kept prepared those used last stay so, and a session forgets the others", async () => {
  await using pool = await open(1);
  const hot = "select $1::int as hot";
  for (let round = 0; round < 2; round += 1) {
    const session = pool.session("READING");
    await session.begin(EVERYTHING, "isolation level repeatable read read only");
    for (let n = 0; n < 600; n += 1) {
      await session.query(`select $1::int as n${round * 600 + n}`, [n]);
      if (n % 100 === 0) await session.query(hot, [n]);
    }
    await session.commit();
    await session.release();
  }
  const session = pool.session("READING");
  await session.begin(EVERYTHING, "isolation level repeatable read read only");
  const rows = await session.query<{ statement: string; times: number }>(
    "select statement, generic_plans::int + custom_plans::int as times from pg_prepared_statements where $1",
    [true],
  );
  expect(rows.length).toBeLessThanOrEqual(501);
  // Prepared once, and bound ever since.
  expect(rows.find(({ statement }) => statement === hot)).toMatchObject({ times: 12 });
  await session.commit();
  await session.release();
});

test("a session also forgets statements that are together longer than is kept: what they take grows with their text", async () => {
  await using pool = await open(1);
  const long = `/* ${"-".repeat(50_000)} */`;
  for (let round = 0; round < 2; round += 1) {
    const session = pool.session("READING");
    await session.begin(EVERYTHING, "read only");
    for (let n = 0; n < 30; n += 1) await session.query(`select $1::int as long_${round * 30 + n} ${long}`, [n]);
    await session.commit();
    await session.release();
  }
  const session = pool.session("READING");
  await session.begin(EVERYTHING, "read only");
  const [row] = await session.query(
    "select sum(length(statement))::int as length from pg_prepared_statements where $1",
    [true],
  );
  await session.commit();
  await session.release();
  expect(row).toEqual({ length: expect.toSatisfy((length: number) => length > 500_000 && length <= 1_000_100) });
});

test("each kind of scope has a role of its own until the transaction ends, and prepares its statements for that role", async () => {
  await using pool = await open(1);
  const party = "01a20653-0000-7000-8000-000000000001";
  const whose = "select current_user as role, $1::int as n";
  const roles: unknown[] = [];
  for (let round = 0; round < 2; round += 1)
    for (const scope of [EVERYTHING, { sees: "SOC", soc: party }, { sees: "OWNER", owner: party }] as const) {
      const session = pool.session("READING");
      await Promise.all([
        session.begin(scope, "read only"),
        session.query(whose, [1]).then((rows) => roles.push(...rows)),
      ]);
      await session.widen();
      roles.push(...(await session.query(whose, [2])));
      await session.commit();
      await session.release();
    }
  const everything = { role: "dabyl_sees_everything", n: 2 };
  const seen = [
    { ...everything, n: 1 },
    everything,
    { role: "dabyl_sees_soc", n: 1 },
    everything,
    { role: "dabyl_sees_owner", n: 1 },
    everything,
  ];
  expect(roles).toEqual([...seen, ...seen]);
  const after = pool.session("READING");
  const outside = await after.query(whose, [3]);
  const prepared = await after.query("select name from pg_prepared_statements where statement = $1", [whose]);
  await after.release();
  expect(outside).toEqual([{ role: "dabyl_gateway", n: 3 }]);
  expect(prepared).toHaveLength(4);
});

test("an instant is the same, read as text or as a number: the millisecond that it is in", async () => {
  await using pool = await open(1);
  const session = pool.session("READING");
  const rows = await session.query<{ text: number; number: number }>(
    `select at as text, ${instantIn("at")} as number from (select timestamptz '2026-03-01 10:00:00Z'
       + n * interval '1 hour 1.000999 s' + n % 3 * interval '0.5 ms' as at from generate_series(-20000, 20000) n) x`,
  );
  await session.release();
  expect(rows).toHaveLength(40_001);
  expect(rows.filter(({ text, number }) => text !== number)).toEqual([]);
});

test("a row is read as pg reads it", async () => {
  await using pool = await open(1);
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    const sql = `select n as int4, -n::int8 as int8, n::int2 as int2, n > 1 as bool, 'Ақтау, мұнай № ' || n as text, ''::text as empty,
        '01890a5d-ac96-774b-bcce-b302099a8057'::uuid as uuid, array['01890a5d-ac96-774b-bcce-b302099a8057']::uuid[] as uuids,
        '{}'::uuid[] as none, array['қ', null, 'a,"b'] as texts, '{"ключ": [1, null, "ё"]}'::jsonb as json, 1.5::float8 as float8,
        12.340::numeric as numeric, '\\x00ff'::bytea as bytes, case when n > 1 then 'there' end as absent, 'a'::varchar as varchar
      from generate_series(1, $1::int) n`;
    const { rows } = await client.query(sql, [3]);
    expect(rows).toHaveLength(3);
    const session = pool.session("READING");
    await session.begin(EVERYTHING, "isolation level repeatable read read only");
    for (let time = 0; time < 2; time += 1) {
      const read = await session.query<Record<string, unknown>>(sql, [3]);
      // pg leaves int8 as a text.
      expect(read).toEqual(rows.map((row: Record<string, unknown>) => ({ ...row, int8: Number(row["int8"]) })));
      expect(Object.keys(read[0] ?? {})).toEqual(Object.keys(rows[0] as object));
    }
    await session.commit();
    await session.release();
  } finally {
    await client.end();
  }
});

test("what a transaction asks in one turn goes out in one piece", async () => {
  await using pool = await open(1);
  const connected = pool.session("READING");
  await connected.query("select 1");
  await connected.release();
  const session = pool.session("READING");
  const pieces = vi.spyOn(OnePieceSocket.prototype, "_writev");
  const writes = vi.spyOn(OnePieceSocket.prototype, "_write");
  try {
    const begun = session.begin(EVERYTHING, "read only");
    await Promise.all([begun, ...[1, 2, 3].map((n) => session.query("select $1::int as n", [n]))]);
    expect(pieces).toHaveBeenCalledTimes(1);
    expect(writes).toHaveBeenCalledTimes(1);
  } finally {
    pieces.mockRestore();
    writes.mockRestore();
    await session.rollback();
    await session.release();
  }
});
