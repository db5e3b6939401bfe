import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { IncidentsDocument, NotificationsDocument, type NotifySocsInput } from "../../schema/operations.generated.js";
import { MINUTE, toIso } from "../../src/domain/instant.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";
import { codeOf } from "../support/inbox.js";

/** Each test has SOCs of its own, and watches from where it begins. */
const shared = sharedGateway();

describe("notificationFeed", () => {
  test("a notification is with its recipient as soon as it is acknowledged, with the answer that it asks for", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    await using watch = await soc.watchNotifications();
    await using outbox = await centre.watchNotifications();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    for (const frame of [await watch.next(), await outbox.next()])
      expect(frame).toMatchObject({
        kind: "NOTIFIED",
        at: toIso(world.clock.now()),
        notification: { id: notification.id, threat: { number: threat.number } },
        recipient: { soc: { code: await codeOf(soc) }, obligation: { rule: "R9.4", standing: "RUNNING" } },
      });
    await soc.acknowledges({ notificationId: notification.id });
    await soc.analysesThreat(notification.id);
    for (const frames of [await watch.take(2), await outbox.take(2)])
      expect(frames).toMatchObject([
        { kind: "ACKNOWLEDGED", recipient: { acknowledgedAt: toIso(world.clock.now()) } },
        { kind: "ANSWERED", recipient: { obligation: { standing: "MET" } } },
      ]);
  });

  test("a SOC receives only what is between it and the centre; an owner receives nothing of it", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner });
    const [soc, other] = [await world.soc({ covering: [object] }), await world.soc()];
    const { threat } = accepted(await centre.registersThreat({ objects: [object.id] }));
    await using watch = await soc.watchNotifications();
    await using owners = await owner.watchIncidents();
    const of = (socs: readonly Person[]) => ({
      threatId: threat.id,
      to: { socs: socs.map((one) => one.party("Soc")) },
    });
    const { notification } = await centre.sendsNotification(of([other]));
    await other.acknowledges({ notificationId: notification.id });
    await other.analysesThreat(notification.id);
    await centre.sendsNotification({ withdraws: notification.id });
    await watch.staysQuiet(() => centre.sendsNotification(of([soc, other])));
    await owners.staysQuiet(() => soc.sendsCard({ affectedObjects: [{ objectId: object.id }] }));
  });

  test("a SOC that loses its connection misses nothing and receives nothing twice", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const notify = () => centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    await using before = await soc.watchNotifications();
    await notify();
    const { cursor } = await before.next();
    before.drop();
    const sent = await Promise.all(Array.from({ length: 20 }, notify));
    await using again = await soc.watchNotifications({ after: cursor });
    const frames = await again.take(20);
    expect(new Set(frames.map((frame) => frame.notification.id))).toEqual(
      new Set(sent.map(({ notification }) => notification.id)),
    );
    expect(new Set(frames.map((frame) => frame.cursor)).size).toBe(20);
    await again.staysQuiet(notify);
  });

  test("an inbox, then the feed from its position, leave no hole", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const notify = () => centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const before = await notify();
    const { notifications } = await soc.gets(NotificationsDocument, {});
    const after = await notify();
    expect(notifications.nodes.map(({ id }) => id)).toEqual([before.notification.id]);
    await using watch = await soc.watchNotifications({ after: notifications.feedCursor });
    expect((await watch.next()).notification.id).toBe(after.notification.id);
  });

  test("both feeds are one order: a cursor of one is valid for the other, and neither delivers the other's facts", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const notify = () => centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const { notifications } = await soc.gets(NotificationsDocument, {});
    const [first, early] = [await soc.sendsReport(), await notify()];
    const [second, late] = [await soc.sendsReport(), await notify()];
    await using incidents = await soc.watchIncidents({ after: notifications.feedCursor });
    await using inbox = await soc.watchNotifications({ after: notifications.feedCursor });
    const reported = await incidents.take(2);
    const notified = await inbox.take(2);
    expect(reported.map(({ incident }) => incident.id)).toEqual([first.incident.id, second.incident.id]);
    expect(notified.map(({ notification }) => notification.id)).toEqual([early.notification.id, late.notification.id]);
    // After the first report come both notifications, after the first notification the second report alone.
    await using onward = await soc.watchNotifications({ after: reported[0]?.cursor ?? "" });
    expect((await onward.take(2)).map(({ cursor }) => cursor)).toEqual(notified.map(({ cursor }) => cursor));
    await using back = await soc.watchIncidents({ after: notified[0]?.cursor ?? "" });
    expect((await back.next()).incident.id).toBe(second.incident.id);
    const { incidents: list } = await soc.gets(IncidentsDocument, {});
    await using fromList = await soc.watchNotifications({ after: list.feedCursor });
    await fromList.staysQuiet(notify);
    await incidents.staysQuiet(() => soc.sendsReport());
  });

  test("a notification sent at one of two gateways is in the feed of the other", async () => {
    const world = shared();
    const elsewhere = await world.another();
    const centre = await world.nationalCentre();
    const soc = (await world.soc()).through(elsewhere);
    await using watch = await soc.watchNotifications();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    expect((await watch.next()).notification.id).toBe(notification.id);
  });
});

test("inbox and outbox come newest first, in pages, narrowed by subject and by what is not acknowledged", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const [soc, other] = [await world.soc(), await world.soc()];
  const { threat } = accepted(await centre.registersThreat());
  const { event } = accepted(await centre.registersEvent());
  const both = { socs: [soc.party("Soc"), other.party("Soc")] };
  const sent: string[] = [];
  for (const about of [{ threatId: threat.id }, { eventId: event.id }, { threatId: threat.id }]) {
    world.clock.advance(MINUTE);
    sent.unshift((await centre.sendsNotification({ ...about, to: both })).notification.id);
  }
  const ids = async (person: Person, variables: object) =>
    (await person.gets(NotificationsDocument, variables)).notifications.nodes.map(({ id }) => id);
  for (const person of [centre, soc]) {
    expect(await ids(person, {})).toEqual(sent);
    expect(await ids(person, { filter: { subjects: ["EVENT"] } })).toEqual([sent[1]]);
    expect(await ids(person, { filter: { subjects: [] } })).toEqual([]);
    const { notifications } = await person.gets(NotificationsDocument, { first: 2 });
    expect(notifications.pageInfo.hasNextPage).toBe(true);
    expect(await ids(person, { first: 2, after: notifications.pageInfo.endCursor })).toEqual(sent.slice(2));
  }
  const unacknowledged = { filter: { isUnacknowledged: true } };
  await soc.acknowledges({ notificationId: sent[0]! });
  expect(await ids(soc, unacknowledged)).toEqual(sent.slice(1));
  expect(await ids(centre, unacknowledged)).toEqual(sent);
  await other.acknowledges({ notificationId: sent[0]! });
  expect(await ids(centre, unacknowledged)).toEqual(sent.slice(1));
});

test("R12.1 forty SOCs are notified in as many statements as three, and each of them has its frame", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject({ sectors: ["BANKING"] });
  const socs = await Promise.all(Array.from({ length: 40 }, () => world.soc({ covering: [object] })));
  const { threat } = accepted(await centre.registersThreat());
  const { notifications } = await centre.gets(NotificationsDocument, {});
  const statements = async (notified: readonly Person[], to: NotifySocsInput["to"]): Promise<number> => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: to ?? null });
    // What comes as a bare text is asked by the queue and the sequencer, which keep their own time, as what is searched does.
    const texts = asked.mock.calls.flatMap(([query]: unknown[]) =>
      typeof query === "string" ? [] : [(query as { readonly text: string }).text],
    );
    asked.mockRestore();
    expect(notification.recipients).toHaveLength(notified.length);
    return texts.filter(
      (text) => !/^(begin|commit)|seal_journal|from journal j where|find_token|search|"subjectId"/.test(text),
    ).length;
  };
  const three = await statements(socs.slice(0, 3), { socs: socs.slice(0, 3).map((soc) => soc.party("Soc")) });
  expect(three).toBeGreaterThan(5);
  expect(await statements(socs, { sectors: ["BANKING"] })).toBe(three);
  expect(await statements(socs, { socs: socs.map((soc) => soc.party("Soc")) })).toBe(three);

  await using outbox = await centre.watchNotifications({ after: notifications.feedCursor });
  const frames = await outbox.take(83);
  const codes = await Promise.all(socs.map(codeOf));
  const reportedTwice = frames.map(({ recipient }) => recipient.soc?.code ?? "").slice(3);
  expect(reportedTwice.toSorted()).toEqual([...codes, ...codes].toSorted());
  expect(new Set(frames.map(({ cursor }) => cursor)).size).toBe(83);
  for (const [index, soc] of socs.entries()) {
    await using watch = await soc.watchNotifications({ after: notifications.feedCursor });
    const received = await watch.take(index < 3 ? 3 : 2);
    expect(received.every(({ recipient }) => recipient.soc?.code === codes[index])).toBe(true);
    expect(received.every(({ recipient }) => recipient.obligation?.standing === "RUNNING")).toBe(true);
  }
  const [{ count } = { count: 0 }] = await world.database.asOwner(
    "select count(distinct (notification_id, obligor_id))::int as count from obligation",
  );
  expect(count).toBe(83);
});
