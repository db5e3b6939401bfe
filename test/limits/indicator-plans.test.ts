import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import type { Scope } from "../../src/domain/access.js";
import { instant } from "../../src/domain/instant.js";
import { indicatorDigest } from "../../src/platform/hash.js";
import { IndicatorStore, keyOf, type IndicatorFilter } from "../../src/features/indicators/indicator.store.js";
import { showsOneOf } from "../../src/features/indicators/sighted-sql.js";
import { Parameters } from "../../src/platform/sql.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { rowsLookedAt } from "../support/plans.js";

/** 40,000 values, 20 SOCs with a twentieth of them each, and a name that all of them sighted a hundred times. */
const VALUES = 40_000;
const COMMON = indicatorDigest("DOMAIN", "everywhere.example");
const soc = (number: number): string => `10000000-0000-0000-0000-${String(number).padStart(12, "0")}`;
const SOC: Scope = { sees: "SOC", soc: soc(7) };
const CENTRE: Scope = { sees: "EVERYTHING" };

let database: TestDatabase;
let session: pg.Client;
beforeAll(async () => {
  database = await createDatabase();
  session = new pg.Client({ connectionString: database.superuserUrl });
  await session.connect();
  await session.query(`
    insert into indicator_value (id, type, value, host, address)
    select indicator_digest(v.type, v.value), v.type, v.value, v.host, v.address from (
      select 'DOMAIN' as type, 'everywhere.example' as value, 'example.everywhere.' as host, null::inet as address
      union all
      select 'DOMAIN', 'h' || n || '.z' || n % 400 || '.example', 'example.z' || n % 400 || '.h' || n || '.', null
      from generate_series(1, ${VALUES / 2}) n
      union all
      select 'IPV4', host('10.0.0.0'::inet + n), null, '10.0.0.0'::inet + n from generate_series(1, ${VALUES / 2}) n
    ) v;
    insert into sighting (value_id, soc_id, seen_at, source_id, is_card)
    select v.id, ('10000000-0000-0000-0000-' || lpad((row_number() over (order by v.id) % 20)::text, 12, '0'))::uuid,
      timestamptz '2026-01-01T00:00:00Z' + (row_number() over (order by v.id)) * interval '1 minute', gen_random_uuid(), true
    from indicator_value v where v.id <> '${COMMON}';
    insert into sighting (value_id, soc_id, seen_at, source_id, is_card)
    select '${COMMON}', ('10000000-0000-0000-0000-' || lpad((n % 20)::text, 12, '0'))::uuid,
      timestamptz '2026-01-01T00:00:00Z' + n * interval '1 hour', gen_random_uuid(), true from generate_series(1, 2000) n;
    insert into indicator_soc (value_id, soc_id, type, first_seen, last_seen, sightings)
    select g.value_id, g.soc_id, v.type, min(g.seen_at), max(g.seen_at), count(*)
    from sighting g join indicator_value v on v.id = g.value_id group by 1, 2, 3;
    analyze indicator_value, sighting, indicator_soc`);
});
afterAll(async () => {
  await session.end();
  await database[Symbol.asyncDispose]();
});

/** A page of 20, and at most 50 rows looked at for each. */
const MOST = 1_000;
const day = (number: number) => instant(Date.parse("2026-01-01T00:00:00Z") + number * 86_400_000);

test.each<[string, IndicatorFilter]>([
  ["all", {}],
  ["a name's", { under: "example.z7." }],
  ["of a whole zone, with a type", { under: "example.z39.", types: ["DOMAIN"] }],
  ["a network's", { within: "10.0.4.0/24" }],
  ["those last seen in a month", { seenFrom: day(20) }],
])("a page of indicators, last seen first, is found by an index: %s", async (_, filter) => {
  for (const scope of [SOC, CENTRE]) {
    const looked = await rowsLookedAt(session, scope, (connection) =>
      new IndicatorStore(connection, scope).page(filter, "LAST_SEEN", {}),
    );
    expect({ scope: scope.sees, isFew: looked < MOST, looked }).toEqual({ scope: scope.sees, isFew: true, looked });
  }
});

test("a SOC's page of those with most sightings, and a page deep in its list, are found by an index", async () => {
  const asked = (order: "LAST_SEEN" | "MOST_SIGHTINGS", after?: string) =>
    rowsLookedAt(session, SOC, (connection) =>
      new IndicatorStore(connection, SOC).page({}, order, after === undefined ? {} : { after }),
    );
  expect(await asked("MOST_SIGHTINGS")).toBeLessThan(MOST);
  const deep = JSON.stringify(["indicators LAST_SEEN", "desc", new Date(day(3)).toISOString(), COMMON]);
  expect(await asked("LAST_SEEN", Buffer.from(deep).toString("base64url"))).toBeLessThan(MOST);
});

test("one value is found by its digest, and the incidents of one that is everywhere by SOC", async () => {
  for (const scope of [SOC, CENTRE]) {
    const store = (connection: ConstructorParameters<typeof IndicatorStore>[0]) =>
      new IndicatorStore(connection, scope);
    expect(await rowsLookedAt(session, scope, (connection) => store(connection).byIds([COMMON]))).toBeLessThan(50);
    const question = keyOf({ valueId: COMMON, window: { first: 20 } });
    // Of each of 20 SOCs a page.
    expect(await rowsLookedAt(session, scope, (connection) => store(connection).incidents([question]))).toBeLessThan(
      scope === SOC ? 100 : 1_000,
    );
  }
});

test("what lies under names and within networks is found by an index", async () => {
  const questions = [
    keyOf({ id: COMMON, host: "example.z7.", address: null }),
    keyOf({ id: COMMON, host: null, address: "10.0.4.0/25" }),
  ];
  for (const scope of [SOC, CENTRE])
    expect(
      await rowsLookedAt(session, scope, (connection) => new IndicatorStore(connection, scope).under(questions)),
    ).toBeLessThan(MOST);
});

test("the incidents that show one of a few values are found by an index", async () => {
  const few = [1, 2, 3].map((n) => indicatorDigest("IPV4", `10.0.0.${n}`));
  for (const scope of [SOC, CENTRE])
    expect(
      await rowsLookedAt(session, scope, (connection) => {
        const parameters = new Parameters();
        const condition = showsOneOf(scope, parameters, few, "i");
        return connection.query(`select i.id from incident i where ${condition}`, parameters.values);
      }),
    ).toBeLessThan(50);
});
