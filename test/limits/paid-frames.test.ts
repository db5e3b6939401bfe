import { describe, expect, test } from "vitest";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { unique, type Person } from "../support/person.js";
import { cardInput } from "../support/inputs.js";
import { RawSocket } from "../support/raw-socket.js";

const isFrame = ({ type }: { readonly type: string }): boolean => type === "next";
/** Two of them are less than what is charged for a body. */
const LONG = "я".repeat(15_000);
/** Asks for nothing of the incident. */
const AMEND = `mutation ($input: AmendIncidentCardInput!) { amendIncidentCard(input: $input) { __typename } }`;

/** A card, and what amends it with long texts. */
async function longCard(soc: Person) {
  const { incident } = await soc.sendsCard();
  let revision = 0;
  return async (): Promise<void> => {
    revision += 1;
    const card = cardInput(soc.world.clock.now(), { nature: LONG, measures: `${LONG}${revision}` });
    const input = { submissionKey: unique("key"), incidentId: incident.id, revision, card };
    expect(await soc.gets(AMEND, { input })).toEqual({ amendIncidentCard: { __typename: "CardAccepted" } });
  };
}

describe("a frame is charged to its subscriber", () => {
  // One value comes back in a minute.
  const poor = sharedGateway({ settings: { COST_AT_ONCE: "80000", COST_PER_MINUTE: "1" } });

  test("where nothing is left it waits, its socket and its party's acts go on, and so do others' feeds", async () => {
    const soc = await poor().soc();
    const other = await poor().soc();
    using socket = await RawSocket.open(soc.world.url, soc.token);
    using otherSocket = await RawSocket.open(other.world.url, other.token);
    socket.subscribe("feed", "subscription { incidentFeed { incident { cardRevisions { nature measures } } } }");
    otherSocket.follow("feed", "subscription { incidentFeed { incident { number } } }", await other.feedHead());
    for (const one of [socket, otherSocket]) await one.asks("begun", "{ __typename }");
    const amend = await longCard(soc);
    // Each frame has all revisions, of 600 values each: what an actor has is enough for some ten.
    for (let count = 0; count < 20; count += 1) await amend();
    await other.sendsReport();
    expect(await otherSocket.take(isFrame, 1)).toHaveLength(1);
    expect(await socket.asks("marker", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
    socket.close();
    const reported = await socket.take(isFrame, Infinity);
    expect(reported.length).toBeGreaterThan(1);
    expect(reported.length).toBeLessThan(15);
  });

  test("what is loaded and not shown costs as well", async () => {
    const soc = await poor().soc();
    const amend = await longCard(soc);
    for (let count = 0; count < 20; count += 1) await amend();
    const reported: object = await soc.asks("{ incidents(first: 1) { nodes { cardRevisions { revision } } } }");
    expect(reported).toMatchObject({ extensions: { cost: { produced: expect.any(Number) } } });
    const { produced } = (reported as { extensions: { cost: { produced: number } } }).extensions.cost;
    // Two texts in letters of two bytes each.
    expect(produced).toBeGreaterThan((20 * 2 * LONG.length * 2) / 400);
  });

  test("subscriptions that are woken at once have their frames made one after the other, as far as that goes", async () => {
    const soc = await poor().soc();
    const amend = await longCard(soc);
    for (let count = 0; count < 8; count += 1) await amend();
    using socket = await RawSocket.open(soc.world.url, soc.token);
    // Each asks something else, so that they share nothing.
    for (let n = 0; n < 3; n += 1)
      socket.subscribe(`feed ${n}`, `subscription { incidentFeed { a${n}: incident { cardRevisions { nature } } } }`);
    await socket.asks("begun", "{ __typename }");
    for (let count = 0; count < 8; count += 1) await amend();
    await socket.asks("marker", "{ __typename }");
    socket.close();
    const reported = await socket.take(isFrame, Infinity);
    expect(reported.length).toBeGreaterThan(1);
    expect(reported.length).toBeLessThan(20);
  });
});

test("a feed that has to wait for its budget delivers everything in order", async () => {
  // 5,000 values come back to an actor in a second, and a frame costs as much.
  await using world = await startGateway({ settings: { COST_AT_ONCE: "20000", COST_PER_MINUTE: "600000" } });
  const soc = await world.soc();
  const amend = await longCard(soc);
  for (let count = 0; count < 4; count += 1) await amend();
  using socket = await RawSocket.open(soc.world.url, soc.token);
  const feed = "subscription { incidentFeed { incident { card { revision } cardRevisions { nature } } } }";
  socket.follow("feed", feed, await soc.feedHead());
  for (let count = 0; count < 8; count += 1) await amend();
  const frames = await socket.take(isFrame, 8);
  const revisions = frames.map(
    ({ payload }) =>
      (payload as { data: { incidentFeed: { incident: { card: { revision: number } } } } }).data.incidentFeed.incident
        .card.revision,
  );
  // Each shows the incident as it is when the frame is made.
  expect(revisions).toEqual(revisions.toSorted((one, next) => one - next));
  expect(revisions.at(-1)).toBe(13);
});

test("whoever owes nothing does not wait for a colleague who asks the same and owes much", async () => {
  // One value comes back in a minute.
  await using world = await startGateway({ settings: { COST_AT_ONCE: "80000", COST_PER_MINUTE: "1" } });
  const soc = await world.soc();
  const colleague = await world.person(soc.partyId, "SOC_OPERATOR");
  const amend = await longCard(soc);
  using owing = await RawSocket.open(world.url, soc.token);
  using other = await RawSocket.open(world.url, colleague.token);
  owing.subscribe("dear", "subscription { incidentFeed { incident { cardRevisions { nature measures } } } }");
  owing.subscribe("same", "subscription { incidentFeed { incident { number } } }");
  await owing.asks("begun", "{ __typename }");
  for (let count = 0; count < 20; count += 1) await amend();
  other.follow("same", "subscription { incidentFeed { incident { number } } }", await soc.feedHead());
  for (let count = 0; count < 3; count += 1) await amend();
  expect(await other.take(({ id, type }) => id === "same" && type === "next", 3)).toHaveLength(3);
  owing.close();
  expect((await owing.take(isFrame, Infinity)).length).toBeLessThan(2 * 23);
});
