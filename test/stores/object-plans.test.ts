import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { fillCountry, SOCS } from "../support/country.js";

let database: TestDatabase;
let session: pg.Client;
beforeAll(async () => {
  database = await createDatabase();
  await fillCountry(database, 2_000);
  session = new pg.Client({ connectionString: database.superuserUrl });
  await session.connect();
  await session.query(`set session_replication_role = replica;
    insert into protected_object (id, code, name, kinds, sectors, owner_id, registered_at)
      select gen_random_uuid(), 'MORE-' || n, 'Object ' || n, '{CRITICAL_INFRASTRUCTURE}', '{HEALTH_CARE}', p.id, now()
      from generate_series(1, 20000) n cross join (select id from party where kind = 'OWNER' limit 1) p;
    analyze protected_object`);
  // As sessions of the gateway plan.
  await session.query("set plan_cache_mode = force_generic_plan; set dabyl.sees = 'EVERYTHING'");
});
afterAll(async () => {
  await session.end();
  await database[Symbol.asyncDispose]();
});

/** Rows that a statement reads by passing over a whole table. */
async function passedOver(sql: string, values: readonly unknown[]): Promise<number> {
  const soFar = async (): Promise<number> => {
    const { rows } = await session.query<{ read: string }>(
      "select coalesce(sum(seq_tup_read), 0) as read from pg_stat_xact_user_tables",
    );
    return Number(rows[0]?.read);
  };
  await session.query("begin");
  const before = await soFar();
  await session.query(sql, [...values]);
  const after = await soFar();
  await session.query("rollback");
  return after - before;
}

const NAMED =
  "select * from objects_named($1::uuid, array[now()], array[$2::uuid, null, null], array[null, $3::text, null], array[null, null, $4::text])";

test("F7: what is known of the objects that a card names is found by index, however many are registered", async () => {
  const { rows } = await session.query<{ id: string; code: string }>("select id, code from protected_object limit 1");
  const [object] = rows;
  expect(await passedOver(NAMED, [SOCS[0], object?.id, object?.code, "An office network"])).toBe(0);
});

test("R9.2: the codes of the objects of duties are found by index, however many duties there are", async () => {
  const { rows } = await session.query<{ id: string }>("select id from obligation where object_id is not null limit 3");
  const sql = `select c.code from object_codes_of($1::uuid[]) c join obligation o on o.id = c.obligation_id`;
  expect(await passedOver(sql, [rows.map(({ id }) => id)])).toBe(0);
});
