import { expect, test } from "vitest";
import { NotifySocsDocument, type IndicatorInput } from "../../schema/operations.generated.js";
import { DAY, HOUR } from "../../src/domain/instant.js";
import { campaignsUp } from "../support/campaigns.js";
import { startGateway, type TestGateway, type TestObject } from "../support/gateway.js";
import { accepted, unique, type Person } from "../support/person.js";
import { takesLists, warningList } from "../support/public-lists.js";
import { sharedUp } from "../support/shared.js";

/** Campaigns: what makes one, what becomes of it, and what a SOC is shown of it. */

interface Band {
  readonly from: number;
  readonly to: number | null;
}
interface Campaign {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly state: string;
  readonly openedAt: string;
  readonly lastCardAt: string;
  readonly incidentCount: Band;
  readonly socCount: Band;
  readonly socs: readonly { readonly id: string }[] | null;
  readonly indicators: { readonly nodes: readonly { readonly value: string }[] };
  readonly incidents: {
    readonly nodes: readonly { readonly number: string }[];
    readonly totalCount: { value: number };
  };
}
const FIELDS = `id number name state openedAt lastCardAt incidentCount { from to } socCount { from to } socs { id }
  indicators { nodes { value } } incidents { totalCount { value } nodes { number campaigns { number } } }`;

async function campaigns(person: Person, states = ""): Promise<readonly Campaign[]> {
  await sharedUp(person.world);
  await campaignsUp(person.world);
  const list = `{ campaigns${states} { nodes { ${FIELDS} } } }`;
  return (await person.gets<{ campaigns: { nodes: Campaign[] } }, object>(list)).campaigns.nodes;
}

const inOrder = (texts: readonly string[]): string[] => texts.toSorted();
const domains = (names: readonly string[]): IndicatorInput[] =>
  names.map((name) => ({ type: "DOMAIN", value: `${name}.example` }));

async function sends(person: Person, ...names: readonly string[]) {
  return (await person.sendsCard({ indicators: domains(names) })).incident;
}

async function retracts(world: TestGateway, person: Person, { id }: { readonly id: string }): Promise<void> {
  accepted(await person.asksForRetraction(id));
  accepted(await (await world.nationalCentre()).decidesRetraction(id, true));
}

/** A world with so many SOCs; the one who asks, another, and the national centre. */
async function castOf(world: TestGateway, count = 6) {
  const centre = await world.nationalCentre();
  const socs = await Promise.all(Array.from({ length: count }, () => world.soc()));
  const [soc, other, third] = socs;
  if (!soc || !other || !third) throw new Error("there are three or more");
  return { centre, soc, other, third };
}

test("a value that a warning list names joins nothing", async () => {
  await using world = await startGateway();
  await takesLists(world, warningList("hostname", ["listed.example"]));
  const { centre, soc, other, third } = await castOf(world);
  for (const one of [soc, other, third]) await sends(one, "listed", "one");
  expect(await campaigns(centre)).toEqual([]);
  for (const one of [soc, other, third]) await sends(one, "listed", "one", "two");
  expect(await campaigns(centre)).toHaveLength(1);
});

test("three incidents of two SOCs that share two values are a campaign: at once for the national centre, from the next day on for its SOCs", async () => {
  await using world = await startGateway();
  const { centre, soc, other, third } = await castOf(world);
  const first = await sends(soc, "a", "b", "own");
  const second = await sends(soc, "b", "c", "a");
  expect(await campaigns(centre)).toEqual([]);
  world.clock.advance(HOUR);
  const theirs = await sends(other, "c", "b", "theirs");
  await sends(third, "a", "alone");
  const [campaign, ...rest] = await campaigns(centre);
  expect(rest).toEqual([]);
  expect(campaign).toMatchObject({
    name: null,
    state: "OPEN",
    lastCardAt: "2026-03-01T11:00:00.000Z",
    incidentCount: { from: 3, to: 3 },
    socCount: { from: 2, to: 2 },
    incidents: { totalCount: { value: 3 } },
  });
  expect(campaign?.number).toMatch(/^CAMPAIGN-2026-[2-9A-HJ-NP-Z]{5}$/);
  expect(campaign?.incidents.nodes.map(({ number }) => number)[0]).toBe(theirs.number);
  expect(inOrder((campaign?.socs ?? []).map(({ id }) => id))).toEqual(inOrder([soc.party("Soc"), other.party("Soc")]));
  expect(inOrder((campaign?.indicators.nodes ?? []).map(({ value }) => value))).toEqual([
    "a.example",
    "b.example",
    "c.example",
  ]);
  expect(await campaigns(soc)).toEqual([]);

  world.clock.advance(DAY);
  const [mine] = await campaigns(soc);
  expect(mine).toMatchObject({
    id: campaign?.id,
    number: campaign?.number,
    state: "OPEN",
    // The beginning of the day in Almaty; its own last card.
    openedAt: "2026-03-01T19:00:00.000Z",
    lastCardAt: "2026-03-01T10:00:00.000Z",
    incidentCount: { from: 3, to: 4 },
    socCount: { from: 2, to: 3 },
    socs: null,
    incidents: { totalCount: { value: 2 } },
  });
  expect(inOrder((mine?.incidents.nodes ?? []).map(({ number }) => number))).toEqual(
    inOrder([first.number, second.number]),
  );
  // Of its own values those that it is told others have.
  expect(inOrder((mine?.indicators.nodes ?? []).map(({ value }) => value))).toEqual([
    "a.example",
    "b.example",
    "c.example",
  ]);
  expect((await campaigns(other))[0]?.incidents.nodes.map(({ number }) => number)).toEqual([theirs.number]);
  for (const nobody of [third, await world.owner()]) expect(await campaigns(nobody)).toEqual([]);
  const ask = `query ($number: String!, $id: ID!) { campaign(number: $number) { number } node(id: $id) { id } }`;
  const named = { number: mine?.number.toLowerCase(), id: mine?.id };
  expect(await soc.gets<object, object>(ask, named)).toEqual({
    campaign: { number: mine?.number },
    node: { id: mine?.id },
  });
  expect(await third.gets<object, object>(ask, named)).toEqual({ campaign: null, node: null });
});

test("what is retracted or corrected leaves its campaign, which is closed while too few are left", async () => {
  await using world = await startGateway();
  const { centre, soc, other } = await castOf(world);
  await sends(soc, "a", "b");
  const second = await sends(soc, "a", "b");
  const theirs = await sends(other, "a", "b");
  const [before] = await campaigns(centre);
  await retracts(world, soc, second);
  expect(await campaigns(centre)).toMatchObject([
    { number: before?.number, state: "CLOSED", incidentCount: { from: 2, to: 2 } },
  ]);
  expect(await campaigns(centre, "(states: [OPEN])")).toEqual([]);
  await sends(other, "a", "b");
  expect(await campaigns(centre)).toMatchObject([{ number: before?.number, state: "OPEN" }]);
  accepted(await other.amends(theirs.id, 1, { indicators: domains(["a"]) }));
  expect(await campaigns(centre)).toMatchObject([{ number: before?.number, state: "CLOSED" }]);
});

test("an incident that joins two campaigns makes them the older one; without it they are two again", async () => {
  await using world = await startGateway();
  const { centre, soc, other } = await castOf(world);
  for (const one of [soc, soc, other]) await sends(one, "a", "b");
  const [older] = await campaigns(centre);
  world.clock.advance(HOUR);
  for (const one of [soc, soc, other, other]) await sends(one, "c", "d");
  const younger = (await campaigns(centre)).find(({ number }) => number !== older?.number);
  const bridge = await sends(other, "a", "b", "c", "d");
  const byNumber = async () =>
    Object.fromEntries((await campaigns(centre)).map((one) => [one.number, [one.state, one.incidentCount.from]]));
  expect(await byNumber()).toEqual({ [older?.number ?? ""]: ["OPEN", 8], [younger?.number ?? ""]: ["MERGED", 0] });
  await retracts(world, other, bridge);
  const apart = await byNumber();
  expect(inOrder(Object.values(apart).map(String))).toEqual(["MERGED,0", "OPEN,3", "OPEN,4"]);
  expect(apart[younger?.number ?? ""]).toEqual(["MERGED", 0]);
  expect(apart[older?.number ?? ""]?.[0]).toBe("OPEN");
});

test("a value that the national centre marked RED joins nothing, nor one alone, nor what is thirty days apart", async () => {
  await using world = await startGateway();
  const { centre, soc, other } = await castOf(world);
  const { id: incidentId } = await sends(other, "red", "plain");
  const asked = { submissionKey: unique("key"), text: "For you alone.", marking: "RED" as const, incidentId };
  const told = { ...asked, to: { socs: [other.party("Soc")] }, indicators: domains(["red"]) };
  accepted((await centre.gets(NotifySocsDocument, { input: told })).notifySocs);
  for (const one of [soc, other, soc]) await sends(one, "red", "plain");
  for (const one of [soc, other, soc]) await sends(one, "plain", unique("own"));
  for (const one of [soc, other, soc]) {
    await sends(one, "x", "y");
    world.clock.advance(31 * DAY);
  }
  expect(await campaigns(centre)).toEqual([]);
});

test("a SOC whose sector has too few others is not shown a campaign that would name them", async () => {
  await using world = await startGateway();
  const { centre, soc, other, third } = await castOf(world);
  const plant = await world.protectedObject({ sectors: ["GAS_SUPPLY"] });
  for (const one of [soc, other, third]) await world.cover(one.partyId, plant);
  const on = (object: TestObject) => ({ affectedObjects: [{ objectId: object.id }] });
  for (const one of [soc, other, soc]) await one.sendsCard({ ...on(plant), indicators: domains(["a", "b"]) });
  world.clock.advance(DAY);
  expect(await campaigns(centre)).toHaveLength(1);
  expect(await campaigns(soc)).toEqual([]);
});

test("two worlds that differ in another SOC's cards below the edge of a band have one campaign to a SOC, byte by byte", async () => {
  await using world = await startGateway();
  const { centre, soc, other, third } = await castOf(world);
  for (const one of [soc, other, soc]) await sends(one, "a", "b");
  // Alone, and not yet joined to anything.
  await sends(soc, "c", "d");
  world.clock.advance(DAY);
  const everything = `{ campaigns { edges { cursor } pageInfo { hasNextPage endCursor } nodes { ${FIELDS} } }
    incidents { nodes { number campaigns { number } sharedWith { otherSocs { from to } } } } }`;
  const answer = async (): Promise<string> => {
    await sharedUp(world);
    await campaignsUp(world);
    return JSON.stringify((await soc.asks<object, object>(everything)).data);
  };
  const before = await answer();
  expect(before).toContain("CAMPAIGN-2026-");
  // One more SOC is in it, whose card comes on the next day.
  world.clock.advance(HOUR);
  const theirs = await sends(third, "a", "b", "theirs");
  expect(await answer()).toBe(before);
  world.clock.advance(DAY);
  expect(await answer()).toBe(before);
  await retracts(world, third, theirs);
  expect(await answer()).toBe(before);
  // What brings another of its incidents into one, or another band, is told on the day after.
  await sends(other, "a", "b", "c", "d");
  await sends(other, "a", "b");
  expect((await campaigns(centre))[0]?.incidentCount.from).toBe(6);
  expect(await answer()).toBe(before);
  world.clock.advance(DAY);
  const after = await answer();
  expect(after).not.toBe(before);
  expect(after).toContain('"incidentCount":{"from":6,"to":8}');
});

test("what was there before campaigns were kept up is looked at too", async () => {
  await using world = await startGateway();
  const { centre, soc, other } = await castOf(world);
  for (const one of [soc, other, soc]) await sends(one, "a", "b");
  const [before] = await campaigns(centre);
  await world.database.asOwner(
    `delete from campaign; delete from incident_component;
     update campaign_progress set walked_to = '00000000-0000-0000-0000-000000000000'`,
  );
  const [after] = await campaigns(centre);
  expect(after).toMatchObject({ incidentCount: before?.incidentCount, state: "OPEN" });
});
