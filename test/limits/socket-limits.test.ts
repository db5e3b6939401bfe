import { once } from "node:events";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { AmendIncidentCardDocument, SubmitIncidentCardDocument } from "../../schema/operations.generated.js";
import { lentGateway, sharedGateway, startGateway, type TestGateway } from "../support/gateway.js";
import type { Person } from "../support/person.js";
import { holdIncident } from "../support/held.js";
import { cardInput } from "../support/inputs.js";
import { RawSocket } from "../support/raw-socket.js";

/** Each test has parties of its own. */
const shared = sharedGateway();
const narrow = sharedGateway({ settings: { MAX_SOCKET_OPERATIONS: "5", MAX_PARTY_SOCKETS: "2" } });

const FEED = "subscription { incidentFeed { incident { number } } }";

test.concurrent("subscriptions of a socket are limited; what is refused is named and ends nothing else", async () => {
  await using world = await startGateway({ settings: { MAX_SOCKET_SUBSCRIPTIONS: "3" } });
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  using socket = await RawSocket.open(world.url, centre.token);
  for (let id = 0; id < 1_000; id += 1) socket.subscribe(`s${id}`, FEED);
  const refused = await socket.take((message) => message.type === "error", 997);
  expect(refused[0]).toMatchObject({ payload: [{ extensions: { code: "RATE_LIMITED", retryAfterSeconds: 1 } }] });
  const { incident } = await soc.sendsCard();
  const frames = await socket.take((message) => message.type === "next", 3);
  expect(frames.map(({ payload }) => payload)).toMatchObject(
    [1, 2, 3].map(() => ({ data: { incidentFeed: { incident: { number: incident.number } } } })),
  );
  // One that has ended makes room.
  socket.complete(String(frames[0]?.id));
  await socket.asks("after", "{ __typename }");
  socket.subscribe("another", FEED);
  await socket.asks("after that", "{ __typename }");
  await soc.sendsCard();
  expect((await socket.take((message) => message.type === "next" && message.id === "another", 1)).length).toBe(1);
});

/** Acts of a SOC on a socket of its own that are carried out for as long as the incident that they are about is held. */
async function heldActs(world: TestGateway, count: number) {
  const soc = await world.soc();
  const { incident } = await soc.sendsCard();
  const socket = await RawSocket.open(world.url, soc.token);
  const held = await holdIncident(world.database, incident.number);
  const amendment = { incidentId: incident.id, revision: 1, card: cardInput(world.clock.now()) };
  const ids = Array.from({ length: count }, (_, index) => `act ${index}`);
  for (const id of ids)
    socket.subscribe(id, AmendIncidentCardDocument.toString(), { input: { ...amendment, submissionKey: id } });
  return { socket, ids, held };
}

/** A question whose answer has a quarter of a megabyte, and the indicators that are in it. */
async function muchToRead(soc: Person) {
  const indicators = Array.from({ length: 2_000 }, (_, index) => ({
    type: "DOMAIN" as const,
    value: `a${index}.test`,
  }));
  const { incident } = await soc.sendsCard({ indicators });
  const query = `{ incident(number: "${incident.number}") { cardRevisions { indicators { type value submitted } } } }`;
  return { query, indicators };
}

test.concurrent("operations under way on a socket are limited, and all that were taken are answered", async () => {
  const world = narrow();
  const { socket, held, ids } = await heldActs(world, 5);
  for (let id = 0; id < 45; id += 1) socket.subscribe(`q${id}`, "{ me { name } }");
  const refused = await socket.take(({ type }) => type === "error", 45);
  expect(refused[0]).toMatchObject({ payload: [{ message: expect.stringContaining("operations in progress (5)"), extensions: { code: "RATE_LIMITED" } }] }); // prettier-ignore
  await held.letGo();
  const ends = await socket.take(({ type }) => type === "complete", 5);
  expect(new Set(ends.map(({ id }) => id))).toEqual(new Set(ids));
  expect(await socket.asks("later", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
  socket.close();
});

test.concurrent("an operation that its client completes still counts as long as it is carried out", async () => {
  const world = narrow();
  const { socket, held, ids } = await heldActs(world, 5);
  for (const id of ids) socket.complete(id);
  socket.subscribe("last", "{ me { name } }");
  expect(await socket.take(({ id }) => id === "last", 1)).toMatchObject([{ payload: [{ extensions: { code: "RATE_LIMITED" } }] }]); // prettier-ignore
  await held.letGo();
  socket.close();
});

test.concurrent(
  "sockets of a party are limited; another party's are not touched, and one that closes makes room",
  async () => {
    const world = narrow();
    const [soc, other] = [await world.soc(), await world.soc()];
    using first = await RawSocket.open(world.url, soc.token);
    using _second = await RawSocket.open(world.url, soc.token);
    const third = await RawSocket.open(world.url, soc.token);
    expect(await third.closed).toMatchObject({ code: 1013, reason: expect.stringContaining("Too many sockets") });
    using foreign = await RawSocket.open(world.url, other.token);
    expect(await foreign.asks("1", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
    first.close();
    await first.closed;
    using again = await RawSocket.open(world.url, soc.token);
    expect(await again.asks("1", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
  },
);

test.concurrent("sockets that do not say who they are, are few for each address", async () => {
  await using world = await startGateway({ settings: { MAX_NAMELESS_SOCKETS: "3" } });
  const soc = await world.soc();
  const mute = await Promise.all([1, 2, 3].map(() => RawSocket.mute(world.url)));
  expect(await (await RawSocket.mute(world.url)).closed).toMatchObject({ code: 1006 });
  for (const socket of mute) socket.close();
  await Promise.all(mute.map(({ closed }) => closed));
  using socket = await RawSocket.open(world.url, soc.token);
  expect(await socket.asks("1", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
});

test.concurrent("those of one IPv6 network count together", async () => {
  await using world = await startGateway({ settings: { MAX_NAMELESS_SOCKETS: "2", TRUSTED_PROXIES: "127.0.0.1" } });
  const from = (address: string) => RawSocket.mute(world.url, { "x-forwarded-for": address });
  using _first = await from("2001:db8::1");
  using second = await from("2001:db8::2");
  using third = await from("2001:db8::3");
  expect(await third.closed).toMatchObject({ code: 1006 });
  using beside = await from("2001:db8:0:1::1");
  second.close();
  await second.closed;
  using again = await from("2001:db8::4");
  for (const socket of [beside, again]) {
    socket.send(JSON.stringify({ type: "ping" }));
    expect(await socket.take(({ type }) => type === "pong", 1)).toHaveLength(1);
  }
});

test.concurrent("an id that is used again after complete starts a new subscription, at once", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  using socket = await RawSocket.open(world.url, centre.token);
  for (let round = 0; round < 20; round += 1) {
    socket.subscribe("1", FEED);
    if (round % 3 === 0) await socket.asks("between", "{ __typename }");
    socket.complete("1");
  }
  socket.subscribe("1", FEED);
  await socket.asks("after", "{ __typename }");
  const { incident } = await soc.sendsCard();
  const [frame] = await socket.take(({ id }) => id === "1", 1);
  expect(frame).toMatchObject({ type: "next", payload: { data: { incidentFeed: { incident: { number: incident.number } } } } }); // prettier-ignore
});

test.concurrent("an id that is in use closes the socket with 4409", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  using socket = await RawSocket.open(world.url, centre.token);
  socket.subscribe("1", FEED);
  socket.subscribe("1", FEED);
  expect(await socket.closed).toEqual({ code: 4409, reason: "The id of an operation is in use: give each its own." });
});

test.concurrent("a socket on which nothing happens is closed when its token is revoked", async () => {
  const world = shared();
  const soc = await world.soc();
  const another = await world.person(soc.partyId, "SOC_OPERATOR");
  using idle = await RawSocket.open(world.url, another.token);
  using other = await RawSocket.open(world.url, soc.token);
  await world.revoke(another);
  expect(await idle.closed).toEqual({ code: 4403, reason: "Forbidden: the token was revoked." });
  expect(await other.asks("1", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
});

test.concurrent("a message of bytes that are not UTF-8 closes the socket, as a text and as bytes", async () => {
  const world = shared();
  const soc = await world.soc();
  const bytes = Buffer.concat([Buffer.from('{"type":"ping","payload":{"x":"'), Buffer.from("d4e8", "hex"), Buffer.from('"}}')]); // prettier-ignore
  for (const [binary, code] of [
    [false, 1007],
    [true, 4400],
  ] as const) {
    // prettier-ignore
    using socket = await RawSocket.open(world.url, soc.token);
    socket.send(bytes, binary);
    expect(await socket.closed).toMatchObject({ code });
  }
});

test.concurrent(
  "a client that does not read its results is held up, and its socket ended; others are answered meanwhile",
  async () => {
    await using world = await startGateway({
      settings: { MAX_SOCKET_BACKLOG_BYTES: "100000", MAX_SOCKET_BACKLOG_SECONDS: "5", MAX_PARTY_SOCKETS: "1" },
    });
    const [soc, other] = [await world.soc(), await world.soc()];
    const { query } = await muchToRead(soc);
    using stalled = await RawSocket.open(world.url, soc.token);
    stalled.pause();
    // 25 MB in all, a few of which the network between the two can hold.
    for (let id = 0; id < 90; id += 1) stalled.subscribe(`q${id}`, query);
    // The party may have one socket: another is let in as soon as the stalled one is ended.
    using refused = await RawSocket.open(world.url, soc.token);
    expect(await refused.closed).toMatchObject({ code: 1013 });
    for (let count = 0; count < 3; count += 1) await other.sendsCard();
    const centre = await world.nationalCentre();
    const isEnded = async () => (await centre.readsMetrics()).text.includes('dabyl_sockets{kind="known"} 0');
    await vi.waitUntil(isEnded, { timeout: 100_000, interval: 500 });
    using next = await RawSocket.open(world.url, soc.token);
    expect(await next.asks("1", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
    stalled.resume();
    expect([4290, 1006]).toContain((await stalled.closed).code);
    expect((await stalled.take(({ type }) => type === "next", 90)).length).toBeLessThan(90);
  },
);

test.concurrent(
  "a large act whose answer is not read keeps the next large request of its party waiting no longer than it takes",
  async () => {
    await using world = await startGateway({
      settings: { MAX_SOCKET_BACKLOG_BYTES: "100000000", COST_AT_ONCE: "1000000000" },
    });
    const soc = await world.soc();
    const { query, indicators } = await muchToRead(soc);
    using stalled = await RawSocket.open(world.url, soc.token);
    stalled.pause();
    for (let id = 0; id < 90; id += 1) stalled.subscribe(`q${id}`, query);
    // Until the network between the two holds no more.
    for (let count = 0; count < 60; count += 1) await soc.gets(query);
    const input = { submissionKey: "unread", card: cardInput(world.clock.now(), { indicators }) };
    const payload = { query: SubmitIncidentCardDocument.toString(), variables: { input } };
    stalled.send(JSON.stringify({ type: "subscribe", id: "act", payload }));
    const kept = async () => world.database.asOwner("select from submission where key = 'unread'");
    await vi.waitUntil(async () => (await kept()).length === 1, { timeout: 60_000, interval: 50 });
    const padding = "x".repeat(270_000);
    expect(await soc.asks("{ me { name } }", { padding })).toMatchObject({ status: 200 });
  },
);

test("an id is no longer than anybody makes it, since it is said again with each frame", async () => {
  const soc = await shared().soc();
  using socket = await RawSocket.open(soc.world.url, soc.token);
  expect(await socket.asks("i".repeat(128), "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
  socket.subscribe("i".repeat(129), "{ __typename }");
  expect(await socket.closed).toMatchObject({ code: 4400 });
});

test("what a subscription asks takes room as long as it is followed", async () => {
  // A party may have eight times as much under way.
  await using world = await lentGateway({ settings: { MAX_BODY_BYTES: "16384" } });
  const soc = await world.soc();
  using socket = await RawSocket.open(world.url, soc.token);
  const follow = (id: string): void =>
    socket.subscribe(
      id,
      "subscription ($kinds: [IncidentFactKind!]) { incidentFeed(filter: { kinds: $kinds }) { cursor } }",
      {
        kinds: ["REPORTED"],
        unused: "x".repeat(15_000),
      },
    );
  for (let count = 0; count < 9; count += 1) follow(`${count}`);
  const [refused] = await socket.take(({ type }) => type === "error" || type === "next", 1);
  expect(JSON.stringify(refused)).toContain("RATE_LIMITED");
  socket.complete("0");
  await socket.asks("marker", "{ __typename }");
  follow("again");
  await soc.sendsReport();
  expect(await socket.take(({ id, type }) => id === "again" && type === "next", 1)).toHaveLength(1);
});

test("a party's subscriptions are limited on all of its sockets, and one actor takes half of them", async () => {
  await using world = await startGateway({ settings: { MAX_PARTY_SUBSCRIPTIONS: "4" } });
  const soc = await world.soc();
  const colleague = await world.person(soc.partyId, "SOC_OPERATOR");
  using one = await RawSocket.open(world.url, soc.token);
  using another = await RawSocket.open(world.url, soc.token);
  using ofColleague = await RawSocket.open(world.url, colleague.token);
  const after = await soc.feedHead();
  for (const [socket, id] of [
    [one, "a"],
    [another, "b"],
    [another, "refused"],
  ] as const) {
    socket.follow(id, FEED, after);
    await socket.asks(`after ${id}`, "{ __typename }");
  }
  // Two that are asked for one after the other need not begin so.
  const [refused] = await another.take(({ type }) => type === "error", 1);
  expect(refused).toMatchObject({ payload: [{ extensions: { code: "RATE_LIMITED" } }] });
  const kept = ["b", "refused"].find((id) => id !== refused?.id) ?? "";
  for (const id of ["c", "d"]) ofColleague.follow(id, FEED, after);
  // One that ends makes room.
  one.complete("a");
  await one.asks("after that", "{ __typename }");
  another.follow("again", FEED, after);
  await Promise.all([another, ofColleague].map((socket) => socket.asks("begun", "{ __typename }")));
  await soc.sendsReport();
  const frames = (socket: RawSocket) =>
    socket.take(({ payload }) => JSON.stringify(payload ?? null).includes("incidentFeed"), 2);
  expect((await frames(another)).map(({ id = "" }) => id).toSorted()).toEqual(["again", kept].toSorted());
  expect((await frames(ofColleague)).map(({ id = "" }) => id).toSorted()).toEqual(["c", "d"]);
});

test("nothing is taken up of what comes on a socket that has been closed", async () => {
  const soc = await shared().soc();
  const { port, hostname } = new URL(soc.world.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(
    "GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  await once(socket, "data");
  const small = (text: string) =>
    Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
  socket.write(small(JSON.stringify({ type: "connection_init", payload: {} })));
  socket.write(small("{nonsense"));
  const closed = new Promise((resolve) => socket.once("close", resolve));
  // The head of a message of a megabyte, and more of it than is read of anybody for nothing.
  socket.write(
    Buffer.concat([Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0]), Buffer.alloc(200_000)]),
  );
  await closed;
});
