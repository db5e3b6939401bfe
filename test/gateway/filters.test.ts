import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import type { Person } from "../support/person.js";

const shared = sharedGateway({ at: "MOVING" });

interface Listed {
  readonly incidents: {
    readonly totalCount: { readonly value: number; readonly isExact: boolean };
    readonly nodes: readonly { readonly number: string }[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
}

const LIST = `query Listed($filter: IncidentFilter, $sortBy: [IncidentSort!], $orderBy: IncidentOrder, $first: Int, $after: String) {
  incidents(filter: $filter, sortBy: $sortBy, orderBy: $orderBy, first: $first, after: $after) {
    totalCount { value isExact } nodes { number } pageInfo { endCursor } } }`;

async function numbers(person: Person, variables: object): Promise<string[]> {
  const { incidents } = await person.gets<Listed, object>(LIST, variables);
  expect(incidents.totalCount).toEqual({ value: incidents.nodes.length, isExact: true });
  return incidents.nodes.map(({ number }) => number);
}

test("a mistake in a filter is refused where it is, and never answered with an empty list", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  await soc.sendsReport();
  const deep = { not: { not: { not: { not: { not: { retracted: true } } } } } };
  const leaves = { and: Array.from({ length: 31 }, () => ({ retracted: false })) };
  const duties = { or: Array.from({ length: 5 }, () => ({ duty: { standings: ["RUNNING"] } })) };
  const faults: readonly (readonly [object, string])[] = [
    [{ or: [] }, "filter.or"],
    [{ and: null }, "filter.and"],
    [{ severity: null }, "filter.severity"],
    [{ severity: {} }, "filter.severity"],
    [{ severity: { eq: null } }, "filter.severity.eq"],
    [{ type: { in: [] } }, "filter.type.in"],
    [{ not: { object: { sectors: { any: [] } } } }, "filter.not.object.sectors.any"],
    [{ soc: { code: { eq: "NO-SUCH-SOC" } } }, "filter.soc.code.eq"],
    [{ or: [{ soc: { code: { in: ["NO-SUCH-SOC"] } } }] }, "filter.or.0.soc.code.in.0"],
    [{ socs: ["AAAA"] }, "filter.socs.0"],
    [{ object: { owner: { notIn: ["NOBODY"] } } }, "filter.object.owner.notIn.0"],
    [{ object: { registered: false, code: { eq: object.code } } }, "filter.object.registered"],
    [{ notification: { number: "NONE-2026-0001" } }, "filter.notification.number"],
    [
      { received: { last: "P1D", olderThan: "P2D", from: "2026-03-01T00:00:00Z", before: "2020-01-01T00:00:00Z" } },
      "filter.received.before",
    ],
    [deep, "filter.not.not.not.not.not"],
    [leaves, "filter.and.30.retracted"],
    [duties, "filter"],
  ];
  for (const [filter, path] of faults) {
    const { data, errors } = await soc.asks<Listed, object>(LIST, { filter });
    expect(data ?? null, JSON.stringify(filter)).toBeNull();
    expect(errors?.[0]?.extensions, JSON.stringify(filter)).toMatchObject({
      code: "BAD_USER_INPUT",
      path: path.split("."),
    });
  }
});

test("a code that nothing has is refused with the nearest one that the asker may see, and with no other", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const stranger = await world.soc();
  const near = `${object.code.slice(0, -1)}${object.code.at(-1) === "X" ? "Y" : "X"}`;
  const filter = { object: { code: { eq: /\d/.test(object.code.at(-1) ?? "") ? `X${object.code}` : near } } };
  const said = async (person: Person): Promise<string> =>
    (await person.asks<Listed, object>(LIST, { filter })).errors?.[0]?.message ?? "";
  expect(await said(soc)).toContain(object.code);
  expect(await said(stranger)).not.toContain(object.code);
});

test("an order of several fields goes on from its cursor, and refuses that of another order", async () => {
  const world = shared();
  const soc = await world.soc();
  for (const severity of ["LOW", "HIGH", "HIGH", "MEDIUM"] as const) {
    world.clock.advance(MINUTE);
    await soc.sendsReport({ severity });
  }
  const sortBy = [
    { field: "SEVERITY", direction: "DESC" },
    { field: "CONFIRMED", direction: "ASC" },
  ];
  const all = await numbers(soc, { sortBy });
  const pages: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 4; page += 1) {
    const { incidents }: Listed = await soc.gets<Listed, object>(LIST, { sortBy, first: 1, after });
    pages.push(...incidents.nodes.map(({ number }) => number));
    expect(incidents.totalCount).toEqual({ value: 4, isExact: true });
    after = incidents.pageInfo.endCursor;
  }
  expect(pages).toEqual(all);
  for (const other of [
    { sortBy: sortBy.slice(0, 1).map((one) => ({ ...one, direction: "ASC" })) },
    { orderBy: "NEWEST_FIRST" },
  ]) {
    const { errors } = await soc.asks<Listed, object>(LIST, { ...other, first: 1, after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", path: ["after"] });
  }
  const { errors } = await soc.asks<Listed, object>(LIST, { sortBy, orderBy: "NEWEST_FIRST" });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", path: ["sortBy"] });
});

test("what somebody may not see changes nothing in what is listed for them, whatever is asked", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  await soc.sendsCard({ affectedObjects: [{ objectId: object.id }] }, { incidentId: incident.id });
  const filters: readonly object[] = [
    { soc: { code: { startsWith: "A" } } },
    { object: { registered: true } },
    { object: { owner: { startsWith: "O" } } },
    { not: { object: { sectors: { any: ["HEALTH_CARE"] } } } },
    { card: { scale: "MASS" } },
    { hasCard: true },
    { duty: { standings: ["RUNNING", "OVERDUE"] } },
    { duty: { rule: ["R9_1"], none: true } },
    { notification: { subject: "EVENT" } },
    { not: { notification: { subject: "EVENT" } } },
    { or: [{ severity: { atLeast: "LOW" } }, { object: { kinds: { any: ["E_GOVERNMENT"] } } }] },
    { received: { last: "P1Y" } },
  ];
  const answers = async (): Promise<string[][]> => {
    const lists: string[][] = [];
    for (const filter of filters) lists.push(await numbers(soc, { filter }));
    return lists;
  };
  const before = await answers();
  const hidden = await world.protectedObject();
  const other = await world.soc({ covering: [hidden] });
  const { incident: another } = await other.sendsReport({ affectedObjects: [{ objectId: hidden.id }] });
  await other.sendsCard({ affectedObjects: [{ objectId: hidden.id }] }, { incidentId: another.id });
  expect(await answers()).toEqual(before);
});

test("a SOC and an object have their own lists of incidents, by code, for at most 20 at once", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const on = { affectedObjects: [{ objectId: object.id }] };
  const first = (await soc.sendsReport({ ...on, severity: "HIGH" })).incident.number;
  world.clock.advance(HOUR);
  const second = (await soc.sendsReport({ ...on, severity: "LOW" })).incident.number;
  await soc.sendsReport();
  const document = `query Own($code: String!) { protectedObject(code: $code) { code
    all: incidents { totalCount { value } nodes { number } }
    high: incidents(filter: { severity: { atLeast: HIGH } }) { totalCount { value } nodes { number } }
    coverage { soc { incidents(first: 1, sortBy: [{ field: RECEIVED, direction: ASC }]) { totalCount { value } nodes { number } } } } } }`;
  for (const person of [centre, soc])
    expect(await person.gets(document, { code: object.code.toLowerCase() })).toMatchObject({
      protectedObject: {
        all: { totalCount: { value: 2 }, nodes: [{ number: second }, { number: first }] },
        high: { totalCount: { value: 1 }, nodes: [{ number: first }] },
        coverage: [{ soc: { incidents: { totalCount: { value: 3 }, nodes: [{ number: first }] } } }],
      },
    });
  const stranger = await world.soc();
  expect(await stranger.gets(document, { code: object.code })).toEqual({ protectedObject: null });
  for (let count = 0; count < 20; count += 1) await world.soc();
  const { errors } = await centre.asks(
    "{ socs(first: 21) { nodes { incidents(first: 1) { nodes { number } } } } }",
    {},
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
});

test("periods are told from the instant of the answer, in days of Almaty", async () => {
  const world = shared();
  const soc = await world.soc();
  const old = (await soc.sendsReport()).incident.number;
  world.clock.advance(2 * DAY);
  const late = (await soc.sendsReport()).incident.number;
  expect(await numbers(soc, { filter: { received: { last: "P1D" } } })).toEqual([late]);
  expect(await numbers(soc, { filter: { received: { olderThan: "P1D" } } })).toEqual([old]);
  expect(await numbers(soc, { filter: { duty: { rule: ["R9_3"], due: { next: "P3D" } } } })).toEqual([late, old]);
  const { errors } = await soc.asks<Listed, object>(LIST, { filter: { received: { last: "-P1D" } } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", path: ["filter", "received", "last"] });
});

test("incidents are found by what their last card shows, in any spelling, each reader within its own sight", async () => {
  const world = shared();
  const owner = await world.owner();
  const [plant, other] = [await world.protectedObject({ owner }), await world.protectedObject()];
  const [soc, stranger] = [await world.soc({ covering: [plant, other] }), await world.soc()];
  const on = (...objects: readonly { readonly id: string }[]) => ({
    affectedObjects: objects.map(({ id }) => ({ objectId: id })),
  });
  const host = { type: "DOMAIN", value: "files.shows-it.example" };
  const address = { type: "IPV4", value: "203.0.113.77" };
  const first = (await soc.sendsCard({ ...on(plant), indicators: [host] } as object)).incident.number;
  const second = (await soc.sendsCard({ ...on(other), indicators: [address] } as object)).incident.number;
  const third = (await stranger.sendsCard({ indicators: [host, address] } as object)).incident.number;
  // All of one instant: by number.
  const by = async (person: Person, indicator: object) =>
    (await numbers(person, { filter: { indicator } })).toSorted((a, b) => (a < b ? -1 : 1));
  const spelt = { type: "DOMAIN", value: "FILES[.]shows-it[.]example." };
  expect(await by(soc, { is: spelt })).toEqual([first]);
  expect(await by(soc, { under: "shows-it.example" })).toEqual([first]);
  expect(await by(soc, { within: "203.0.113.0/24" })).toEqual([second]);
  expect(await by(soc, { list: [spelt, address] })).toEqual([first, second]);
  expect(await by(soc, { is: host, within: "203.0.113.0/24" })).toEqual([]);
  expect(await by(await world.nationalCentre(), { is: host, within: "203.0.113.0/24" })).toEqual([third]);
  // What an owner does not see of an incident finds nothing for it.
  expect(await by(owner, { is: host })).toEqual([first]);
  expect(await by(owner, { within: "203.0.113.0/24" })).toEqual([]);
  const { errors } = await soc.asks<Listed, object>(LIST, {
    filter: { indicator: { list: [host, { type: "IPV4", value: "no address" }] } },
  });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "BAD_USER_INPUT",
    path: ["filter", "indicator", "list", "1", "value"],
  });
});
