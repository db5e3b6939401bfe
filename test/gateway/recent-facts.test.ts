import { expect, test } from "vitest";
import { DAY, HOUR, instant, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { fromFeedCursor } from "../../src/journal/live-feed.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

/** Each test has a SOC of its own; its clock goes on from where the one before left it. */
const shared = sharedGateway();

const ago = (milliseconds: number): string => toIso(instant(shared().clock.now() - milliseconds));

async function cursorOf(person: Person, list: string, bounds: string): Promise<string> {
  const data = await person.gets<Record<string, { feedCursor: string }>, object>(
    `{ ${list}(first: 0) { feedCursor${bounds && `(${bounds})`} } }`,
  );
  return data[list]?.feedCursor ?? "";
}

test("a feed that begins at a time tells what was received from then on, in order, and then is live", async () => {
  const { clock } = shared();
  const soc = await shared().soc();
  await soc.sendsReport();
  clock.advance(HOUR);
  const [first, second] = [await soc.sendsReport(), await soc.sendsReport()];
  clock.advance(10 * MINUTE);
  await using watch = await soc.watchIncidents({
    after: await cursorOf(soc, "incidents", `since: "${ago(30 * MINUTE)}"`),
  });
  expect((await watch.take(2)).map(({ incident }) => incident.id)).toEqual([first.incident.id, second.incident.id]);
  await watch.staysQuiet(() => soc.sendsReport());
});

test("a feed may begin with the last facts of its own, however many of other feeds came between", async () => {
  const world = shared();
  const [centre, soc] = [await world.nationalCentre(), await world.soc()];
  await soc.sendsReport();
  const { incident } = await soc.sendsReport();
  const { threat } = accepted(await centre.registersThreat());
  for (let count = 0; count < 3; count += 1)
    await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
  await using watch = await soc.watchIncidents({ after: await cursorOf(soc, "incidents", "last: 1") });
  expect((await watch.next()).incident.id).toBe(incident.id);
  await using inbox = await soc.watchNotifications({ after: await cursorOf(soc, "notifications", "last: 2") });
  await inbox.take(2);
  await inbox.staysQuiet(() => centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } }));
});

test("both bounds hold: facts since a time, and of these the last alone", async () => {
  const world = shared();
  const soc = await world.soc();
  await soc.sendsReport();
  world.clock.advance(HOUR);
  const sent = [await soc.sendsReport(), await soc.sendsReport(), await soc.sendsReport()];
  const since = `since: "${ago(MINUTE)}"`;
  await using two = await soc.watchIncidents({ after: await cursorOf(soc, "incidents", `${since}, last: 2`) });
  expect((await two.take(2)).map(({ incident }) => incident.id)).toEqual(
    sent.slice(1).map(({ incident }) => incident.id),
  );
  await using all = await soc.watchIncidents({ after: await cursorOf(soc, "incidents", `${since}, last: 500`) });
  expect((await all.take(3)).map(({ incident }) => incident.id)).toEqual(sent.map(({ incident }) => incident.id));
});

test("where nothing that one may see has happened, a feed begins where the list was read", async () => {
  const world = shared();
  const [quiet, soc] = [await world.soc(), await world.soc()];
  await soc.sendsReport();
  for (const list of ["incidents", "notifications", "obligations"])
    expect(await cursorOf(quiet, list, `since: "${ago(HOUR)}", last: 10`)).toBe(await cursorOf(quiet, list, ""));
  // A time that is still to come.
  expect(await cursorOf(soc, "incidents", `since: "${ago(-MINUTE)}"`)).toBe(await cursorOf(soc, "incidents", ""));
});

test("where a feed begins tells a SOC and an owner no more than the places of their own facts, however much others did", async () => {
  const world = shared();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const [soc, other, centre] = [
    await world.soc({ covering: [object] }),
    await world.soc(),
    await world.nationalCentre(),
  ];
  const since = `since: "${ago(0)}"`;
  for (let count = 0; count < 5; count += 1) await other.sendsReport();
  await using watch = await soc.watchIncidents();
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  const own = fromFeedCursor((await watch.next()).cursor);
  for (const person of [soc, owner]) expect(fromFeedCursor(await cursorOf(person, "incidents", since))).toBe(own - 1);
  // That an officer of the centre has it in hand is told to the centre alone, so it is nobody else's place either.
  accepted(await centre.takes(incident.id));
  await other.sendsReport();
  expect(fromFeedCursor(await cursorOf(soc, "incidents", "last: 1"))).toBe(own - 1);
  expect(fromFeedCursor(await cursorOf(centre, "incidents", "last: 1"))).toBeGreaterThan(own);
});

test("a time of more than a day ago and a number out of bounds are refused where they stand, by the gateway's clock", async () => {
  const soc = await shared().soc();
  const refusal = async (bounds: string) =>
    (await soc.asks(`{ incidents(first: 0) { feedCursor(${bounds}) } }`)).errors?.map(({ message, extensions }) => ({
      message,
      code: extensions.code,
      path: extensions.path,
    }));
  expect(await refusal(`since: "${ago(DAY + SECOND)}"`)).toMatchObject([
    { code: "BAD_USER_INPUT", path: ["since"], message: expect.stringContaining("at most a day ago") as unknown },
  ]);
  expect(await refusal(`since: "${ago(DAY)}"`)).toBe(undefined);
  for (const last of [0, -1, 501])
    expect(await refusal(`last: ${last}`)).toMatchObject([{ code: "BAD_USER_INPUT", path: ["last"] }]);
  expect(await refusal(`since: null, last: null`)).toBe(undefined);
});
