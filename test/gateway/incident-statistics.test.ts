import { beforeAll, expect, test } from "vitest";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { counted, DIMENSIONS, groupsOf, type Dimension, type Key } from "../../src/domain/statistics.js";
import { asGateway, countDifferences, countedUp } from "../support/counted-incidents.js";
import { lentGateway, sharedGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

interface Group {
  readonly keys: readonly { readonly value: string | null; readonly label: string | null }[];
  readonly incidents: number;
  readonly share: number;
  readonly time: { readonly measured: number; readonly medianSeconds: number | null } | null;
}
interface Statistics {
  readonly total: number;
  readonly groups: readonly Group[];
  readonly groupsLeftOut: number;
  readonly isMultiple: boolean;
}

const ASKED = `query ($by: [IncidentDimension!]!, $period: TimelinessPeriod!, $filter: IncidentFilter, $top: Int) {
  incidentStatistics(by: $by, period: $period, filter: $filter, top: $top) {
    total groupsLeftOut isMultiple
    groups { keys { value label } incidents share time(of: TIME_TO_REPORT) { measured medianSeconds } }
  }
}`;
const HOST: { readonly type: "DOMAIN"; readonly value: string } = { type: "DOMAIN", value: "counted.example" };
const YEAR = { from: "2025-06-01", before: "2026-06-01" };

/** Nobody has had it before: what the centre counts is what is sent here. Many dear questions are asked of it at once. */
const shared = sharedGateway({ settings: { COST_AT_ONCE: "1000000000000" } });
let people: Readonly<Record<"centre" | "soc" | "other" | "owner" | "nobody", Person>>;

async function statistics(person: Person, by: readonly string[], more: object = {}): Promise<Statistics> {
  const asked = { by, period: YEAR, ...more };
  return (await person.gets<{ incidentStatistics: Statistics }, object>(ASKED, asked)).incidentStatistics;
}

beforeAll(async () => {
  const world = shared();
  const [centre, owner] = [await world.nationalCentre(), await world.owner()];
  const [plant, bank] = [
    await world.protectedObject({ owner, sectors: ["ELECTRICITY_SUPPLY", "HEAT_SUPPLY"] }),
    await world.protectedObject({ sectors: ["BANKING"], kinds: ["E_GOVERNMENT", "CRITICAL_INFRASTRUCTURE"] }),
  ];
  const [soc, other] = [await world.soc({ covering: [plant, bank] }), await world.soc({ covering: [plant] })];
  people = { centre, soc, other, owner, nobody: await world.soc() };
  const ago = (hours: number) => ({ confirmedAt: toIso(instant(world.clock.now() - hours * HOUR)) });
  const on = (...objects: readonly { readonly id: string }[]) => ({
    affectedObjects: objects.map(({ id }) => ({ objectId: id })),
  });
  await soc.sendsReport({ ...on(plant), ...ago(0.1) });
  await soc.sendsReport({ ...on(plant, bank), ...ago(2), severity: "UNDETERMINED", type: "PHISHING" });
  await soc.sendsCard({
    ...on(bank),
    contours: ["INTERNAL", "EXTERNAL"],
    consequences: ["INTEGRITY"],
    sign: "ATTEMPT",
  });
  await other.sendsCard({ ...on(plant), severity: "HIGH", type: "RANSOMWARE", indicators: [HOST] });
  await other.sendsReport({ affectedObjects: [{ description: "kiosk" }], severity: null });
  world.clock.advance(40 * 24 * HOUR);
  await other.sendsReport({ ...on(plant), severity: "HIGH" });
  await countedUp(world);
});

const WAYS: readonly (readonly Dimension[])[] = [
  ...DIMENSIONS.map((dimension) => [dimension]),
  ["SEVERITY", "MONTH"],
  ["SOC", "TYPE", "MONTH"],
  ["SECTOR", "SIGN", "DAY"],
  ["CONTOUR", "CONSEQUENCE"],
  ["WEEK", "OBJECT_KIND", "SOC"],
];

test("by whatever incidents are counted, everybody gets what counting its list by hand gives", async () => {
  const world = shared();
  const ids = (await world.database.asOwner("select id from incident")).map(({ id }) => String(id));
  const facts = await asGateway(world, ({ countedIncidents }) => countedIncidents.fresh(ids));
  const codes = new Map(
    (await world.database.asOwner("select id, code from party")).map(({ id, code }) => [String(id), String(code)]),
  );
  const seenBy = {
    centre: facts,
    soc: facts.filter(({ socId }) => socId === people.soc.partyId),
    other: facts.filter(({ socId }) => socId === people.other.partyId),
    nobody: [],
  };
  for (const [name, seen] of Object.entries(seenBy))
    for (const by of WAYS) {
      const { total, groups } = await statistics(people[name as keyof typeof seenBy], by);
      const socAt = by.indexOf("SOC");
      const named = (keys: readonly Key[]) => keys.map((key, place) => (place === socAt ? codes.get(key ?? "") : key));
      const byHand = groupsOf(seen.map((fact) => counted(fact, by)));
      const inTexts = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).toSorted();
      expect([
        name,
        by,
        total,
        inTexts(groups.map(({ keys, incidents }) => [keys.map(({ value }) => value), incidents])),
      ]).toEqual(
        [name, by, seen.length, inTexts(byHand.map(({ keys, incidents }) => [named(keys), incidents]))], // prettier-ignore
      );
    }
});

test("L8 an owner counts the incidents of its objects, by what of them is its own, and is told no times of a SOC", async () => {
  const { total, groups, isMultiple } = await statistics(people.owner, ["SECTOR"]);
  expect(total).toBe(4);
  expect(isMultiple).toBe(true);
  // The bank's sector is not among them, although one of the incidents harmed it too.
  expect(groups.map(({ keys, incidents, time }) => [keys[0]?.value, incidents, time])).toEqual([
    ["HEAT_SUPPLY", 4, null],
    ["ELECTRICITY_SUPPLY", 4, null],
  ]);
});

test("R9.1 the times of a group are those of its incidents, also by sets", async () => {
  const { groups } = await statistics(people.soc, ["SECTOR"]);
  const times = groups.map(({ keys, time }) => [keys[0]?.value, time?.measured, time?.medianSeconds]);
  // 6 minutes and 2 hours at the plant; 2 hours, and at once by its card, at the bank.
  expect(times).toEqual([
    ["HEAT_SUPPLY", 2, (360 + 7200) / 2],
    ["ELECTRICITY_SUPPLY", 2, (360 + 7200) / 2],
    ["BANKING", 2, expect.any(Number)],
  ]);
});

test("groups come in the order of their keys with labels in the reader's language, what is not known last", async () => {
  const { groups, total } = await statistics(people.centre, ["SEVERITY"]);
  expect(groups.map(({ keys }) => keys[0]?.value)).toEqual(["HIGH", "UNDETERMINED", null]);
  expect(groups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  expect(groups.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(total);
  const months = await statistics(people.centre, ["MONTH"]);
  expect(months.groups.map(({ keys }) => keys[0]?.label)).toEqual(["2026-03", "2026-04"]);
});

test("with a filter the incidents are counted that the list with the same filter has", async () => {
  const filters = [
    { severity: { atLeast: "MEDIUM" } },
    { not: { type: { eq: "PHISHING" } } },
    { or: [{ severity: { isNull: true } }, { type: { in: ["RANSOMWARE", "SPAM"] }, retracted: false }] },
    { object: { sectors: { any: ["BANKING"] } } },
    { or: [{ hasCard: true }, { duty: { rule: ["R9_3"], standings: ["OVERDUE"] } }] },
    { indicator: { is: HOST } },
    { card: { sign: "ATTEMPT" } },
  ];
  const received = { from: "2025-05-31T19:00:00Z", before: "2026-05-31T19:00:00Z" };
  const list = "query ($filter: IncidentFilter) { incidents(filter: $filter) { totalCount { value } } }";
  const totals = new Set<number>();
  for (const [name, person] of Object.entries(people))
    for (const filter of filters) {
      const { incidents } = await person.gets<{ incidents: { totalCount: { value: number } } }, object>(list, {
        filter: { ...filter, received },
      });
      for (const by of [["SEVERITY"], ["SIGN", "MONTH"]]) {
        const { total, groups } = await statistics(person, by, { filter });
        const sum = groups.reduce((all, { incidents: some }) => all + some, 0);
        expect([name, filter, total, sum]).toEqual([
          name,
          filter,
          incidents.totalCount.value,
          incidents.totalCount.value,
        ]);
      }
      totals.add(incidents.totalCount.value);
    }
  expect(totals.size).toBeGreaterThan(3);
});

test("of many groups the largest alone can be asked for, and how many are left out is said", async () => {
  const { groups, groupsLeftOut } = await statistics(people.centre, ["SOC"], { top: 1 });
  expect(groups.map(({ incidents }) => incidents)).toEqual([3]);
  expect(groupsLeftOut).toBe(1);
});

test.each([
  ["by", { by: [] }],
  ["by", { by: ["SOC", "SOC"] }],
  ["by", { by: ["SOC", "TYPE", "MONTH", "SIGN"] }],
  ["top", { by: ["SOC"], top: 0 }],
  ["filter.or", { by: ["SOC"], filter: { or: [] } }],
  ["period", { by: ["SOC"], filter: { hasCard: true }, period: { from: "2020-03-01", before: "2026-03-01" } }],
  ["period.before", { by: ["SOC"], period: { from: "2026-03-01", before: "2026-03-01" } }],
  ["period", { by: ["SECTOR"], period: { from: "2020-03-01", before: "2026-03-01" } }],
])("a question that cannot be counted is refused at %s", async (path, asked) => {
  const { errors } = await people.centre.asks<unknown, object>(ASKED, { period: YEAR, ...asked });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", path: path.split(".") });
});

test("RA.1 L18 a reviewed level, an object of another kind, a retraction, a card after a report: what is kept is what a fresh count gives", async () => {
  await using world = await lentGateway();
  const [centre, plant] = [await world.nationalCentre(), await world.protectedObject({ kinds: ["E_GOVERNMENT"] })];
  const soc = await world.soc({ covering: [plant] });
  const of = (dimension: string) =>
    statistics(soc, [dimension]).then(({ groups }) =>
      Object.fromEntries(groups.map(({ keys, incidents }) => [keys[0]?.value ?? "none", incidents])),
    );
  const on = { affectedObjects: [{ objectId: plant.id }] };
  const first = (await soc.sendsReport({ ...on, severity: "UNDETERMINED" })).incident;
  const second = (await soc.sendsCard({ ...on, severity: "HIGH" })).incident;
  await countedUp(world);
  expect([await of("SEVERITY"), await of("OBJECT_KIND"), await of("SIGN")]).toEqual([
    { HIGH: 1, UNDETERMINED: 1 },
    { E_GOVERNMENT: 2 },
    { ACTUAL: 1, none: 1 },
  ]);
  accepted(await soc.reviews(first.id, "LOW"));
  accepted(await soc.submitsCard({ ...on, sign: "ATTEMPT" }, { incidentId: first.id }));
  await world.reclassify(plant, ["CRITICAL_INFRASTRUCTURE"]);
  accepted(await soc.asksForRetraction(second.id));
  accepted(await centre.decidesRetraction(second.id, true));
  expect(await countDifferences(world)).toEqual([]);
  expect([(await of("SIGN"))["ATTEMPT"], await of("OBJECT_KIND")]).toEqual([1, { CRITICAL_INFRASTRUCTURE: 2 }]);
});

test("what was there before the counting began is counted, and again where the journal no longer reaches back", async () => {
  const world = shared();
  const total = async () => (await statistics(people.centre, ["TYPE"])).total;
  const before = await total();
  await world.database.asOwner(
    "delete from counted_incident; delete from counted_day; update counting_progress set position = null",
  );
  await countedUp(world);
  expect(await total()).toBe(before);
  expect(await countDifferences(world)).toEqual([]);
});
