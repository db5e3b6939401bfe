import { beforeAll, expect, test } from "vitest";
import { HOUR, instant } from "../../src/domain/instant.js";
import { IncidentsDocument } from "../../schema/operations.generated.js";
import { lentGateway, sharedGateway, startGateway } from "../support/gateway.js";
import { RawSocket } from "../support/raw-socket.js";

/** Each test has a SOC of its own, and watches from where it begins. */
const shared = sharedGateway();
/** A second gateway on the same database, by its address. */
let elsewhere: string;
beforeAll(async () => {
  elsewhere = await shared().another();
});

test("a card is on the national centre's screen as soon as it is acknowledged", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  await using watch = await centre.watchIncidents();
  const { incident } = await soc.sendsCard();
  expect(await watch.next()).toMatchObject({ kind: "CARD_SUBMITTED", incident: { id: incident.id, severity: "HIGH" } });
});

test("a centre that loses its connection misses nothing and receives nothing twice", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  await using before = await centre.watchIncidents();
  await soc.sendsCard();
  const { cursor } = await before.next();
  before.drop();
  const sent = await Promise.all(Array.from({ length: 20 }, () => soc.sendsCard()));
  await using again = await centre.watchIncidents({ after: cursor });
  const frames = await again.take(20);
  expect(new Set(frames.map((frame) => frame.incident.id))).toEqual(new Set(sent.map(({ incident }) => incident.id)));
  await again.staysQuiet(() => soc.sendsCard());
});

test("a card sent to one of two gateways on one database is in the feed of the other", async () => {
  const world = shared();
  const centre = (await world.nationalCentre()).through(elsewhere);
  const soc = await world.soc();
  await using watch = await centre.watchIncidents();
  const { incident } = await soc.sendsCard();
  expect((await watch.next()).incident.id).toBe(incident.id);
  const amended = await soc.through(elsewhere).amends(incident.id, 1, { severity: "LOW", type: "SPAM" });
  expect(amended.__typename).toBe("CardAccepted");
  expect(await watch.next()).toMatchObject({ kind: "CARD_AMENDED", incident: { id: incident.id, severity: "LOW" } });
});

test("two gateways deliver the same facts in the same order under concurrent writers", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const socs = await Promise.all(Array.from({ length: 4 }, () => world.soc()));
  await using here = await centre.watchIncidents();
  await using there = await centre.through(elsewhere).watchIncidents();
  await Promise.all(
    socs.flatMap((soc, index) =>
      Array.from({ length: 8 }, async () => {
        const sender = index % 2 === 0 ? soc : soc.through(elsewhere);
        const { incident } = await sender.sendsReport();
        await sender.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
      }),
    ),
  );
  const frames = await here.take(64);
  expect((await there.take(64)).map(({ cursor }) => cursor)).toEqual(frames.map(({ cursor }) => cursor));
  for (const id of new Set(frames.map((frame) => frame.incident.id)))
    expect(frames.filter((frame) => frame.incident.id === id).map(({ kind }) => kind)).toEqual([
      "REPORTED",
      "CARD_SUBMITTED",
    ]);
});

test("a list then a subscription from its position leave no hole", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const before = await soc.sendsCard();
  const { incidents } = await centre.gets(IncidentsDocument, { filter: { socs: [soc.party("Soc")] } });
  const after = await soc.sendsCard();
  expect(incidents.nodes.map(({ id }) => id)).toEqual([before.incident.id]);
  await using watch = await centre.watchIncidents({ after: incidents.feedCursor });
  expect((await watch.next()).incident.id).toBe(after.incident.id);
});

test("a watch that receives what it should not makes its test fail", async () => {
  const world = shared();
  const soc = await world.soc();
  await using watch = await soc.watchIncidents();
  await soc.sendsCard();
  await expect(watch.staysQuiet(() => soc.sendsCard())).rejects.toThrow("not quiet");
});

test("a SOC receives facts of its own incidents only, and an owner of those on its own objects", async () => {
  const world = shared();
  const owner = await world.owner();
  const mine = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [mine] });
  const other = await world.soc({ covering: [await world.protectedObject()] });
  await using socWatch = await soc.watchIncidents();
  await using ownerWatch = await owner.watchIncidents();
  await other.sendsCard();
  await other.sendsReport();
  await socWatch.staysQuiet(() => soc.sendsCard());
  await ownerWatch.staysQuiet(() => soc.sendsCard({ affectedObjects: [{ objectId: mine.id }] }));
});

test("facts about an object that changes hands go to its owner of that moment", async () => {
  const world = shared();
  const [first, second] = [await world.owner(), await world.owner()];
  const object = await world.protectedObject({ owner: first });
  const soc = await world.soc({ covering: [object] });
  await using watch = await first.watchIncidents();
  const { incident } = await soc.sendsCard({ affectedObjects: [{ objectId: object.id }] });
  await watch.next();
  await world.handOver(object, second);
  await soc.amends(incident.id, 1, {
    affectedObjects: [{ objectId: object.id }],
    note: "Seen by the second owner only.",
  });
  const own = await world.protectedObject({ owner: first });
  await world.cover(soc.partyId, own);
  await watch.staysQuiet(() => soc.sendsCard({ affectedObjects: [{ objectId: own.id }] }));
  await using late = await second.watchIncidents({ after: watch.cursor as string });
  await late.staysQuiet(() => soc.sendsCard({ affectedObjects: [{ objectId: object.id }] }));
});

test("filters are on what never changes about a fact: SOC, kind, object", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const other = await world.soc();
  await using ofSoc = await centre.watchIncidents({ filter: { socs: [soc.party("Soc")] } });
  await using ofKind = await centre.watchIncidents({ filter: { kinds: ["CARD_AMENDED"] } });
  await using ofObject = await centre.watchIncidents({ filter: { objects: [object.id] } });
  await other.sendsCard();
  const { incident } = await soc.sendsCard({ affectedObjects: [{ objectId: object.id }] });
  await soc.amends(incident.id, 1, { severity: "MEDIUM" });
  expect((await ofSoc.take(2)).map(({ kind }) => kind)).toEqual(["CARD_SUBMITTED", "CARD_AMENDED"]);
  expect((await ofObject.next()).incident.id).toBe(incident.id);
  expect((await ofKind.next()).incident.id).toBe(incident.id);
});

test("a card that reviews the level by the way is two facts, in their order", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  await using watch = await centre.watchIncidents();
  const { incident } = await soc.sendsReport({ severity: "UNDETERMINED" });
  await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
  expect((await watch.take(3)).map(({ kind }) => kind)).toEqual(["REPORTED", "CARD_SUBMITTED", "SEVERITY_REVIEWED"]);
});

test("a revoked token closes an idle feed with 4403, so that the client comes back with a fresh one", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  await using watch = await centre.watchIncidents();
  await world.revoke(centre);
  expect(await watch.closed()).toMatchObject({ code: 4403 });
});

test("a token that expires closes its socket with 4403", async () => {
  const world = shared();
  const { partyId } = await world.nationalCentre();
  const centre = await world.person(partyId, "CENTRE_OPERATOR", instant(world.clock.now() + HOUR));
  await using watch = await centre.watchIncidents();
  world.clock.advance(HOUR);
  expect(await watch.closed()).toMatchObject({ code: 4403 });
});

test("an actor that loses its roles gets an error and receives no more", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  await using watch = await centre.watchIncidents();
  await world.giveRoles(centre, []);
  expect(await watch.end()).toMatchObject({ error: [{ extensions: { code: "FORBIDDEN" } }] });
});

test.for([
  ["incidentFeed", ""],
  ["incidentFeed", '(filter: { socs: ["DEMO-NOBODY"] })'],
  ["obligationFeed", ""],
  ["obligationFeed", '(filter: { objects: ["DEMO-NOTHING"] })'],
  ["notificationFeed", ""],
])(
  "whoever has no role any more when it begins gets the same error, and its feed ends: %s%s",
  async ([feed, filter]) => {
    const world = shared();
    const centre = await world.nationalCentre();
    await world.giveRoles(centre, []);
    using socket = await RawSocket.open(world.url, centre.token);
    socket.subscribe("feed", `subscription { ${feed}${filter} { cursor } }`);
    const [first] = await socket.take(({ id }) => id === "feed", 1);
    expect(first).toMatchObject({ type: "error", payload: [{ extensions: { code: "FORBIDDEN" } }] });
  },
);

test("a socket without a token is closed with 4401, one with a wrong token with 4403", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  await using nobody = await centre.withToken("").watchIncidents();
  expect(await nobody.closed()).toMatchObject({ code: 4401 });
  await using stranger = await centre.withToken("wrong").watchIncidents();
  expect(await stranger.closed()).toMatchObject({ code: 4403 });
});

test("a cursor that is none, one ahead of the journal, one that is no longer kept: each is named", async () => {
  await using world = await lentGateway();
  const centre = await world.nationalCentre();
  const cursorOf = (position: number): string => Buffer.from(`feed:${position}`).toString("base64url");
  const code = async (after: string): Promise<unknown> => {
    await using watch = await centre.watchIncidents({ after });
    const { error } = (await watch.end()) as { error: [{ extensions: { code: string; path: string[] } }] };
    return [error[0].extensions.code, error[0].extensions.path];
  };
  expect(await code("nonsense")).toEqual(["BAD_USER_INPUT", ["after"]]);
  expect(await code(`${cursorOf(1)}=`)).toEqual(["BAD_USER_INPUT", ["after"]]);
  expect(await code(cursorOf(1_000_000))).toEqual(["CURSOR_AHEAD", ["after"]]);
  await world.database.asOwner(
    `with kept as (select position, hash from journal where position = 2),
       gone as (delete from journal where position <= 2)
     update journal_anchor set position = kept.position, hash = kept.hash from kept`,
  );
  expect(await code(cursorOf(1))).toEqual(["CURSOR_EXPIRED", ["after"]]);
});

test("a slow reader delays nobody, and past the bound it is closed with 4290 and resumes by cursor", async () => {
  const room = { MAX_SOCKET_BACKLOG_BYTES: "8000000", COST_AT_ONCE: "10000000" };
  const large = { MAX_TEXT: "1000000", MAX_BODY_BYTES: "8000000", ...room };
  await using world = await startGateway({ settings: { FEED_RING: "10", ...large } });
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  await using quick = await centre.watchIncidents();
  await using slow = await centre.watchIncidents({ also: "card { nature } b: card { nature } c: card { nature }" });
  await soc.sendsCard();
  const seen = await slow.next();
  await quick.next();
  slow.stall();
  // Frames of one and a half megabytes, more than the network between the two can hold, and few: a client that is silent
  // for much longer is taken for dead, and gets nothing.
  const nature = "n".repeat(500_000);
  for (let count = 0; count < 20; count += 1) {
    await soc.sendsCard({ nature });
    await quick.next();
  }
  slow.resume();
  expect(await slow.closed()).toMatchObject({ code: 4290, reason: expect.stringContaining("resume") });
  await using again = await centre.watchIncidents({ after: seen.cursor });
  expect(await again.take(20)).toHaveLength(20);
});

test("a gateway that shuts down closes its sockets with 1001", async () => {
  const world = shared();
  const leaving = await world.another();
  const centre = (await world.nationalCentre()).through(leaving);
  await using watch = await centre.watchIncidents();
  await world.others.pop()?.stop();
  expect(await watch.closed()).toMatchObject({ code: 1001 });
});
