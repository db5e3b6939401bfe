import { DataSource } from "typeorm";
import { expect, test } from "vitest";
import { Indicators1764000000054 } from "../../migrations/0054-indicators.js";
import { HOUR, MINUTE, toIso } from "../../src/domain/instant.js";
import { normalIndicator } from "../../src/domain/indicator.js";
import { indicatorDigest } from "../../src/platform/hash.js";
import type { IndicatorInput } from "../../schema/operations.generated.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { accepted } from "../support/person.js";

/** What indicators are kept as things: values, where they were sighted, and how often by each SOC. */

const domain = (value: string): IndicatorInput => ({ type: "DOMAIN", value });
const [A, B, C] = [domain("a.example"), domain("b.example"), domain("c.example")];

/** Value, what it was sighted in and when, by value. */
async function sightings({ database }: TestGateway): Promise<string[]> {
  const rows = await database.asOwner(
    `select v.value, g.is_card, g.seen_at from sighting g join indicator_value v on v.id = g.value_id order by 1, 3, 2`,
  );
  return rows.map(
    (row) => `${String(row["value"])} ${row["is_card"] === true ? "card" : "analysis"} ${iso(row["seen_at"])}`,
  );
}

/** What each SOC has of each value: sightings, first, last. */
async function counts({ database }: TestGateway): Promise<string[]> {
  const rows = await database.asOwner(
    `select v.value, s.sightings, s.first_seen, s.last_seen from indicator_soc s join indicator_value v on v.id = s.value_id
     order by 1, 2, 3`,
  );
  return rows.map(
    (row) => `${String(row["value"])} ${String(row["sightings"])} ${iso(row["first_seen"])} ${iso(row["last_seen"])}`,
  );
}

function iso(at: unknown): string {
  return at instanceof Date ? at.toISOString().slice(11, 16) : String(at);
}

/** What the counts would be if the sightings were counted anew, and are not: empty if they are right. */
async function differences({ database }: TestGateway): Promise<unknown> {
  return database.asOwner(`
    (select value_id, soc_id, first_seen, last_seen, sightings from indicator_soc except
      select value_id, soc_id, min(seen_at), max(seen_at), count(*) from sighting group by 1, 2)
    union all
    (select value_id, soc_id, min(seen_at), max(seen_at), count(*) from sighting group by 1, 2 except
      select value_id, soc_id, first_seen, last_seen, sightings from indicator_soc)`);
}

test("spellings of one value on one card are one sighting, by the digest that the gateway computes", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  await soc.sendsCard({ indicators: [A, domain("A[.]example."), { type: "URL", value: "hxxp://A.example:80" }] });
  const rows = await world.database.asOwner(
    `select v.id, v.type, v.value, v.host, v.address::text, (select count(*)::int from sighting g where g.value_id = v.id) as n
     from indicator_value v order by v.type`,
  );
  expect(rows).toEqual([
    {
      id: indicatorDigest("DOMAIN", "a.example"),
      type: "DOMAIN",
      value: "a.example",
      host: "example.a.",
      address: null,
      n: 1,
    },
    {
      id: indicatorDigest("URL", "http://a.example/"),
      type: "URL",
      value: "http://a.example/",
      host: "example.a.",
      address: null,
      n: 1,
    },
  ]);
});

test("what the database computes as the digest of a value is what the gateway does", async () => {
  await using world = await startGateway();
  for (const [type, submitted] of [
    ["URL", "https://пример.қаз/ұ"],
    ["FILE_NAME", "есеп\u200b 😀.exe"],
    ["IPV6", "2001:DB8::1"],
  ] as const) {
    const known = normalIndicator(type, submitted);
    const value = known.ok ? known.value : "";
    const [row] = await world.database.asOwner("select indicator_digest($1, $2) as id", [type, value]);
    expect([value, row?.["id"]]).toEqual([value, indicatorDigest(type, value)]);
  }
});

test("a sighting belongs to the revision that stands: what it leaves out was not sighted, what it adds was with the incident", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsCard({ indicators: [A, B] });
  world.clock.advance(HOUR);
  accepted(await soc.amends(incident.id, 1, { indicators: [B, C] }));
  expect(await sightings(world)).toEqual(["b.example card 10:00", "c.example card 10:00"]);
  expect(await counts(world)).toEqual(["b.example 1 10:00 10:00", "c.example 1 10:00 10:00"]);
});

test("L18 what was retracted was not sighted; what other incidents say of the value stays", async () => {
  await using world = await startGateway();
  const [centre, soc, other] = [await world.nationalCentre(), await world.soc(), await world.soc()];
  const { incident } = await soc.sendsCard({ indicators: [A, B] });
  world.clock.advance(HOUR);
  const { incident: second } = await soc.sendsCard({ indicators: [B, C] });
  await other.sendsCard({ indicators: [A] });
  expect(await counts(world)).toEqual([
    "a.example 1 10:00 10:00",
    "a.example 1 11:00 11:00",
    "b.example 2 10:00 11:00",
    "c.example 1 11:00 11:00",
  ]);
  accepted(await soc.asksForRetraction(incident.id));
  expect(await counts(world)).toHaveLength(4);
  accepted(await centre.decidesRetraction(incident.id, true));
  expect(await counts(world)).toEqual([
    "a.example 1 11:00 11:00",
    "b.example 1 11:00 11:00",
    "c.example 1 11:00 11:00",
  ]);
  accepted(await soc.asksForRetraction(second.id));
  accepted(await centre.decidesRetraction(second.id, false));
  expect(await counts(world)).toHaveLength(3);
});

test("R9.4 the values of an analysis are sighted too: what a correction keeps at the time of the first, what it adds at its own", async () => {
  await using world = await startGateway();
  const [centre, soc] = [await world.nationalCentre(), await world.soc()];
  const { threat } = accepted(await centre.registersThreat());
  const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
  accepted(await soc.analysesThreat(notification.id, { indicators: [A, B] }));
  world.clock.advance(HOUR);
  accepted(await soc.analysesThreat(notification.id, { indicators: [B, C] }, { revision: 1 }));
  expect(await sightings(world)).toEqual(["b.example analysis 10:00", "c.example analysis 11:00"]);
  expect(await counts(world)).toEqual(["b.example 1 10:00 10:00", "c.example 1 11:00 11:00"]);
});

test("two SOCs that name the same values at once, in any order, both do", async () => {
  await using world = await startGateway();
  const socs = await Promise.all(Array.from({ length: 4 }, () => world.soc()));
  const values = Array.from({ length: 300 }, (_, place) => domain(`h${place}.example`));
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(
      socs.map((soc, place) => soc.sendsCard({ indicators: place % 2 === 0 ? values : values.toReversed() })),
    );
  }
  const [row] = await world.database.asOwner(
    "select count(*)::int as rows, sum(sightings)::int as sightings from indicator_soc",
  );
  expect(row).toEqual({ rows: 1_200, sightings: 3_600 });
  expect(await differences(world)).toEqual([]);
});

test("an older release's cards, analyses and retractions come to the same by the migration", async () => {
  await using world = await startGateway();
  const [centre, soc, other] = [await world.nationalCentre(), await world.soc(), await world.soc()];
  const { incident } = await soc.sendsCard({ indicators: [A, B, { type: "CIDR", value: "198.51.100.0/24" }, A] });
  world.clock.advance(MINUTE);
  accepted(await soc.amends(incident.id, 1, { indicators: [B, C, { type: "URL", value: "http://[2001:db8::1]/" }] }));
  const { incident: wrong } = await other.sendsCard({ indicators: [A] });
  accepted(await other.asksForRetraction(wrong.id));
  accepted(await centre.decidesRetraction(wrong.id, true));
  const { threat } = accepted(await centre.registersThreat());
  const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
  accepted(await soc.analysesThreat(notification.id, { indicators: [A] }));
  accepted(await soc.analysesThreat(notification.id, { indicators: [B] }, { revision: 1 }));
  const kept = async () => [
    await sightings(world),
    await counts(world),
    await world.database.asOwner(
      `select v.* from indicator_value v where exists (select from sighting g where g.value_id = v.id) order by id`,
    ),
  ];
  const before = await kept();
  await world.database.asOwner(`drop table indicator_value, sighting, indicator_soc, indicator_doubt cascade`);
  await world.database.asOwner(
    `drop function indicator_digest, record_sightings, drop_sightings, indicators_shown_to cascade`,
  );
  const dataSource = new DataSource({ type: "postgres", url: world.database.ownerUrl });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  await new Indicators1764000000054().up(runner);
  await runner.commitTransaction();
  await runner.release();
  await dataSource.destroy();
  expect(await kept()).toEqual(before);
  expect(await differences(world)).toEqual([]);
  // And from then on as before.
  world.clock.advance(HOUR);
  await soc.sendsCard({ indicators: [A] });
  expect(await counts(world)).toContain(
    `a.example 1 ${toIso(world.clock.now()).slice(11, 16)} ${toIso(world.clock.now()).slice(11, 16)}`,
  );
});

test("no operator and no function by which indicators are found tells row-level security to wait", async () => {
  await using world = await startGateway();
  const rows = await world.database.asOwner(
    `select o.oid::regoperator::text as name, p.proleakproof as "isLeakproof" from pg_operator o join pg_proc p on p.oid = o.oprcode
     where (o.oprname, o.oprleft::regtype::text) in (('=', 'uuid'), ('<', 'uuid'), ('>', 'uuid'), ('=', 'text'), ('>=', 'text'),
       ('<', 'text'), ('>=', 'inet'), ('<=', 'inet'), ('=', 'inet'), ('<', 'timestamp with time zone'),
       ('>=', 'timestamp with time zone'), ('>=', 'integer'), ('=', 'integer')) and o.oprleft = o.oprright`,
  );
  expect(rows).toHaveLength(13);
  expect(rows.filter(({ isLeakproof }) => isLeakproof !== true)).toEqual([]);
  // What would be the obvious thing for networks is not.
  const [within] = await world.database.asOwner(
    `select p.proleakproof as "isLeakproof" from pg_operator o join pg_proc p on p.oid = o.oprcode
     where o.oid = '<<=(inet, inet)'::regoperator`,
  );
  expect(within).toEqual({ isLeakproof: false });
});

test("the database's character type knows Kazakh letters, or no search by trigrams would find one", async () => {
  await using world = await startGateway();
  await world.database.asOwner("create extension if not exists pg_trgm");
  const [row] = await world.database.asOwner("select show_trgm('ә') <> '{}' as knows");
  expect(row).toEqual({ knows: true });
});
