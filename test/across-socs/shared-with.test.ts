import { expect, test } from "vitest";
import { NotifySocsDocument, type IndicatorInput } from "../../schema/operations.generated.js";
import { DAY, HOUR } from "../../src/domain/instant.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { accepted, unique, type Person } from "../support/person.js";
import { takesLists, warningList } from "../support/public-lists.js";
import { sharedUp } from "../support/shared.js";

/** What a SOC is told of how many others have what it has, and what it cannot learn of them. */

const domain = (value: string): IndicatorInput => ({ type: "DOMAIN", value });
const ASKED = `query ($number: String!) { incident(number: $number) {
  sharedWith { indicator { type value } otherSocs { from to } marking } } }`;

interface Told {
  readonly indicator: { readonly value: string };
  readonly otherSocs: { readonly from: number; readonly to: number | null };
  readonly marking: string;
}
interface Numbered {
  readonly number: string;
}

/** What is said of each value, once all that is sealed is answered. */
async function told(person: Person, { number }: Numbered): Promise<Record<string, string>> {
  await sharedUp(person.world);
  const { incident } = await person.gets<{ incident: { sharedWith: Told[] } | null }, object>(ASKED, { number });
  return Object.fromEntries(
    (incident?.sharedWith ?? []).map(({ indicator, otherSocs: { from, to }, marking }) => [
      indicator.value,
      `${from}-${to ?? ""} ${marking}`,
    ]),
  );
}

async function sends(person: Person, ...values: readonly string[]) {
  return (await person.sendsCard({ indicators: values.map(domain) })).incident;
}

/** So many SOCs, the first of which asks. */
async function socsOf(world: TestGateway, count: number): Promise<readonly [Person, ...Person[]]> {
  const socs = await Promise.all(Array.from({ length: count }, () => world.soc()));
  return socs as unknown as readonly [Person, ...Person[]];
}

test("a SOC is told in bands how many others have what its card shows, the national centre sees what it was told, an owner nothing", async () => {
  await using world = await startGateway();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner, sectors: ["BANKING"] });
  const [soc, ...others] = await socsOf(world, 13);
  for (const other of others) await world.cover(other.partyId, object);
  await world.cover(soc.partyId, object);
  for (const [place, other] of others.entries())
    await sends(other, ...["one", "three", "six", "twelve"].filter((_, n) => place < [1, 3, 6, 12][n]!).map((n) => `${n}.example`)); // prettier-ignore
  const { incident } = await soc.sendsCard({
    affectedObjects: [{ objectId: object.id }],
    indicators: ["none", "one", "three", "six", "twelve"].map((name) => domain(`${name}.example`)),
  });
  const bands = {
    "none.example": "0-0 AMBER",
    "one.example": "1-2 AMBER",
    "three.example": "3-5 AMBER",
    "six.example": "6-10 AMBER",
    "twelve.example": "11- AMBER",
  };
  expect(await told(soc, incident)).toEqual(bands);
  expect(await told(await world.nationalCentre(), incident)).toEqual(bands);
  expect(await told(owner, incident)).toEqual({});
  expect(await told(others[0]!, incident)).toEqual({});
});

test("what a warning list names is told of to nobody, however new the value is; what is new waits for its judgement", async () => {
  await using world = await startGateway();
  await takesLists(world, warningList("hostname", ["listed.example"]));
  const [soc, ...others] = await socsOf(world, 4);
  for (const one of others) await sends(one, "www.listed.example", "plain.example");
  const { number } = await sends(soc, "www.listed.example", "plain.example");
  expect(await told(soc, { number })).toEqual({ "plain.example": "3-5 AMBER" });
});

test("an answer stands for the day, whatever others and the SOC itself send, and is renewed at its end", async () => {
  await using world = await startGateway();
  const [soc, ...others] = await socsOf(world, 6);
  const first = await sends(soc, "daily.example");
  expect(await told(soc, first)).toEqual({ "daily.example": "0-0 AMBER" });
  for (const other of others) await sends(other, "daily.example");
  world.clock.advance(HOUR);
  // Nor by asking anew: by another card, or one that was amended meanwhile.
  const second = await sends(soc, "daily.example", "other.example");
  accepted(await soc.amends(first.id, 1, { indicators: ["daily.example", "third.example"].map(domain) }));
  expect((await told(soc, first))["daily.example"]).toBe("0-0 AMBER");
  expect((await told(soc, second))["daily.example"]).toBe("0-0 AMBER");
  world.clock.advance(9 * HOUR);
  expect((await told(soc, first))["daily.example"]).toBe("3-5 AMBER");
  expect((await told(soc, second))["daily.example"]).toBe("3-5 AMBER");
  // After thirty days it is nobody's any more, and nothing is said of it.
  world.clock.advance(31 * DAY);
  expect(await told(soc, first)).toEqual({});
});

test("what others retract is not told at once either, and retracting one's own gives nothing back", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [soc, other] = await socsOf(world, 4);
  const theirs = await sends(other!, "taken.example");
  const mine = await sends(soc, "taken.example");
  expect(await told(soc, mine)).toEqual({ "taken.example": "1-2 AMBER" });
  accepted(await other!.asksForRetraction(theirs.id));
  accepted(await centre.decidesRetraction(theirs.id, true));
  accepted(await soc.asksForRetraction(mine.id));
  accepted(await centre.decidesRetraction(mine.id, true));
  expect(await told(soc, mine)).toEqual({});
  const again = await sends(soc, "taken.example");
  expect(await told(soc, again)).toEqual({ "taken.example": "1-2 AMBER" });
  const [allowed] = await world.database.asOwner("select answered from shared_allowance where soc_id = $1", [
    soc.partyId,
  ]);
  expect(allowed).toEqual({ answered: 1 });
  world.clock.advance(DAY);
  expect(await told(soc, again)).toEqual({ "taken.example": "0-0 AMBER" });
});

test("where fewer than three others cover the sector, none and few are one answer", async () => {
  await using world = await startGateway();
  const object = await world.protectedObject({ sectors: ["BANKING"] });
  const [soc, second, third, stranger] = await socsOf(world, 6);
  for (const one of [soc, second!, third!]) await world.cover(one.partyId, object);
  await sends(stranger!, "seen.example");
  const on = { affectedObjects: [{ objectId: object.id }] };
  const { incident } = await soc.sendsCard({ ...on, indicators: ["seen.example", "unseen.example"].map(domain) });
  expect(await told(soc, incident)).toEqual({ "seen.example": "0-2 AMBER", "unseen.example": "0-2 AMBER" });
});

test("what the national centre marked RED for somebody else looks as if nobody had it", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [soc, other] = await socsOf(world, 5);
  const named = { submissionKey: unique("key"), text: "Look for these.", to: { socs: [other!.party("Soc")] } };
  const notify = async (marking: "RED" | "GREEN", value: string, socs = named.to.socs) =>
    accepted(
      (
        await centre.gets(NotifySocsDocument, {
          input: {
            ...named,
            submissionKey: unique("key"),
            to: { socs },
            marking,
            indicators: [domain(value)],
            incidentId,
          },
        })
      ).notifySocs,
    );
  const { id: incidentId } = await sends(other!, "red.example", "green.example");
  await notify("RED", "red.example");
  await notify("GREEN", "green.example", [other!.party("Soc"), soc.party("Soc")]);
  const mine = await sends(soc, "red.example", "green.example");
  expect(await told(soc, mine)).toEqual({ "red.example": "0-0 AMBER", "green.example": "1-2 GREEN" });
});

test("of more new values than a day has answers for the others are told on the next day, the first sent first", async () => {
  await using world = await startGateway();
  const [soc, other] = await socsOf(world, 5);
  await sends(other!, "b.example");
  await world.database.asOwner("insert into shared_allowance (soc_id, day, answered) values ($1, '2026-03-01', 4999)", [
    soc.partyId,
  ]);
  const first = await sends(soc, "a.example");
  world.clock.advance(HOUR);
  const second = await sends(soc, "b.example");
  expect(await told(soc, first)).toEqual({ "a.example": "0-0 AMBER" });
  expect(await told(soc, second)).toEqual({});
  world.clock.advance(9 * HOUR);
  expect(await told(soc, second)).toEqual({ "b.example": "1-2 AMBER" });
});

test("of a value as such a SOC has the same answer, and the national centre the number", async () => {
  await using world = await startGateway();
  const [soc, ...others] = await socsOf(world, 6);
  for (const other of others.slice(1)) await sends(other, "spread.example");
  const mine = await sends(soc, "spread.example", "lone.example");
  expect((await told(soc, mine))["spread.example"]).toBe("3-5 AMBER");
  const spread = async (person: Person, value: string) => {
    const query = `query ($value: String!) { indicator(type: DOMAIN, value: $value) { spread { indicator { value } otherSocs { from to } marking } } }`;
    return (await person.gets<{ indicator: { spread: Told | null } | null }, object>(query, { value })).indicator
      ?.spread;
  };
  const answer = { indicator: { value: "spread.example" }, otherSocs: { from: 3, to: 5 }, marking: "AMBER" };
  expect(await spread(soc, "spread.example")).toEqual(answer);
  const centre = await world.nationalCentre();
  expect(await spread(centre, "spread.example")).toEqual({ ...answer, otherSocs: { from: 5, to: 5 } });
  expect((await spread(centre, "lone.example"))?.otherSocs).toEqual({ from: 1, to: 1 });
});

test("two worlds that differ in another SOC's cards below the edge of a band are one to a SOC, byte by byte", async () => {
  await using world = await startGateway();
  const [soc, ...others] = await socsOf(world, 6);
  const incident = await sends(soc, "edge.example", "lone.example");
  await sends(others[0]!, "edge.example", "theirs.example");
  const everything = `{ incidents { nodes { id number sharedWith { indicator { id value firstSeen lastSeen sightings } otherSocs { from to } marking } } }
    indicators { nodes { id value sightings firstSeen lastSeen incidents { nodes { number } } } } }`;
  const answer = async (): Promise<string> => {
    await sharedUp(world);
    return JSON.stringify((await soc.asks<object, object>(everything)).data);
  };
  await told(soc, incident);
  world.clock.advance(DAY);
  const before = await answer();
  expect(before).toContain('"from":1,"to":2');
  // A second one has it, twice, and the first has more; on that day, and on the next.
  await sends(others[1]!, "edge.example", "theirs.example");
  await sends(others[1]!, "edge.example");
  await sends(others[0]!, "edge.example", "more.example");
  expect(await answer()).toBe(before);
  world.clock.advance(DAY);
  expect(await answer()).toBe(before);
  // And it can tell: a third one is another band, on the day after.
  await sends(others[2]!, "edge.example");
  expect(await answer()).toBe(before);
  world.clock.advance(DAY);
  expect(await answer()).not.toBe(before);
});
