import { describe, expect, test, vi } from "vitest";
import { ReportIncidentDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { hold, isWaiting, waiting } from "../support/held.js";
import { reportInput } from "../support/inputs.js";
import { aNotifiedSoc, notified } from "../support/notified-socs.js";
import { accepted, rejected, unique, type Person } from "../support/person.js";
import { codeOf, inbox, whys } from "../support/inbox.js";

/** Each test has SOCs, objects and indicators of its own. */
const shared = sharedGateway();

describe("what follows a notification", () => {
  test("L19 a supplement goes to the original recipients, restarts nothing and edits nothing", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const [soc, stranger] = [await world.soc(), await world.soc()];
    const { threat } = accepted(await centre.registersThreat());
    const to = { socs: [soc.party("Soc")] };
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to, text: "At first." });
    const dueAt = toIso(instant(world.clock.now() + 72 * HOUR));
    world.clock.advance(HOUR);
    await using watch = await soc.watchNotifications();
    await using other = await stranger.watchNotifications();
    const supplement = await centre.sendsNotification({
      supplements: notification.id,
      text: "And more.",
      marking: "RED",
    });
    expect(supplement.notification).toMatchObject({ follows: { id: notification.id }, isWithdrawal: false });
    const frame = await watch.next();
    expect(frame).toMatchObject({ kind: "SUPPLEMENTED", notification: { id: supplement.notification.id } });
    expect(frame.recipient).toMatchObject({ availableAt: toIso(world.clock.now()), obligation: null });
    expect(await inbox(soc)).toMatchObject([
      { text: "And more.", marking: "RED", threat: { id: threat.id } },
      {
        text: "At first.",
        marking: "AMBER",
        followedBy: [{ text: "And more.", isWithdrawal: false }],
        recipients: [{ obligation: { dueAt, standing: "RUNNING" } }],
      },
    ]);
    const owed = "select count(*)::int as count from obligation where obligor_id = $1";
    expect(await world.database.asOwner(owed, [soc.partyId])).toEqual([{ count: 1 }]);
    const marker = { threatId: threat.id, to: { socs: [stranger.party("Soc")] } };
    await other.staysQuiet(() => centre.sendsNotification(marker));
  });

  test("L19 a withdrawal waives what is open and leaves what was answered; the text stays", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const [quick, slow] = [await world.soc(), await world.soc()];
    const { event } = accepted(await centre.registersEvent());
    const to = { socs: [quick.party("Soc"), slow.party("Soc")] };
    const { notification } = await centre.sendsNotification({ eventId: event.id, to, text: "At first." });
    world.clock.advance(HOUR);
    accepted(await quick.denies(notification.id));
    await using watch = await slow.watchNotifications();
    world.clock.advance(HOUR);
    const sent = await centre.sendsNotification({ withdraws: notification.id, text: "A false alarm." });
    expect(sent.notification).toMatchObject({ isWithdrawal: true, event: { id: event.id } });
    expect(await watch.next()).toMatchObject({ kind: "WITHDRAWN", notification: { text: "A false alarm." } });
    const of = async (soc: Person) => (await inbox(soc)).at(-1);
    expect(await of(quick)).toMatchObject({ recipients: [{ obligation: { standing: "MET", waivedAt: null } }] });
    expect(await of(slow)).toMatchObject({
      text: "At first.",
      followedBy: [{ isWithdrawal: true, text: "A false alarm." }],
      recipients: [{ obligation: { standing: "WAIVED", waivedAt: toIso(world.clock.now()), dischargedAt: null } }],
    });
    world.clock.advance(100 * HOUR);
    expect(await of(slow)).toMatchObject({ recipients: [{ obligation: { standing: "WAIVED", latenessSeconds: 0 } }] });
  });

  test("L19 an answer to what was withdrawn in the meantime is kept, and said to be no longer owed", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    world.clock.advance(MINUTE);
    await centre.sendsNotification({ withdraws: notification.id });
    const answer = accepted(await soc.analysesThreat(notification.id, { findings: "On its way already." }));
    expect(answer.warnings).toMatchObject([{ rule: "L19", path: ["input", "notificationIds"] }]);
    expect((await inbox(soc)).at(-1)?.recipients).toMatchObject([{ analyses: [{ findings: "On its way already." }] }]);
  });

  test("L19 only who names what was withdrawn is told that it is not owed, not who corrects or retracts the incident later", async () => {
    const world = shared();
    const centre = await world.nationalCentre("CENTRE_ADMINISTRATOR");
    await world.giveRoles(centre, ["CENTRE_ADMINISTRATOR", "CENTRE_OPERATOR"]);
    const soc = await world.soc();
    const { event } = accepted(await centre.registersEvent());
    const { notification } = await centre.sendsNotification({ eventId: event.id, to: { socs: [soc.party("Soc")] } });
    world.clock.advance(MINUTE);
    await centre.sendsNotification({ withdraws: notification.id });
    const reported = await soc.sendsReport({ notificationIds: [notification.id] });
    expect(reported.warnings.map(({ rule }) => rule)).toContain("L19");
    const { id, confirmedAt } = reported.incident;
    const sooner = instant(Date.parse(confirmedAt) - MINUTE);
    const corrected = accepted(await centre.correctsConfirmation(id, sooner, "The logs say so."));
    accepted(await soc.asksForRetraction(id));
    const retracted = accepted(await centre.decidesRetraction(id, true));
    const later = [...corrected.warnings, ...retracted.warnings];
    expect(later.map(({ rule }) => rule)).not.toContain("L19");
  });

  test("L19 nor is a card told that names no notification, though one that led to its incident was withdrawn", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
    const centre = await world.nationalCentre();
    const other = await notified(world, "EVENT", soc);
    const { incident } = await soc.sendsReport({ notificationIds: [notificationId, other] });
    await centre.sendsNotification({ withdraws: notificationId });
    const { warnings } = await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
    expect(warnings).toEqual([]);
  });

  test("R9.6 L19 a report that leads from a notification and its withdrawal beside it do not overlook each other", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
    const centre = await world.nationalCentre();
    await using held = await hold(world.database, "lock table incident_report in share mode");
    const draft = { ...reportInput(world.clock.now()), notificationIds: [notificationId] };
    const report = soc.begins(ReportIncidentDocument, { input: { submissionKey: unique("key"), ...draft } });
    await isWaiting(world.database, 1);
    let isDone = false;
    const withdrawal = centre.sendsNotification({ withdraws: notificationId }).finally(() => (isDone = true));
    await vi.waitUntil(async () => isDone || (await waiting(world.database)) >= 2, { timeout: 60_000, interval: 50 });
    await held.letGo();
    const answer = await report.answer;
    expect(answer).toMatchObject({ data: { reportIncident: { __typename: "ReportAccepted" } } });
    await withdrawal;
    const { number } = (answer as { data: { reportIncident: { incident: { number: string } } } }).data.reportIncident
      .incident;
    expect(await soc.standings(number)).toMatchObject({ "R9.3": "RUNNING", "R9.6": "WAIVED" });
  });

  test("M3 L19 withdrawing a supplement withdraws that alone: the original, its answers and its clock stay", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const [quick, slow] = [await world.soc(), await world.soc()];
    const { event } = accepted(await centre.registersEvent());
    const to = { socs: [quick.party("Soc"), slow.party("Soc")] };
    const { notification } = await centre.sendsNotification({ eventId: event.id, to, text: "At first." });
    accepted(await quick.denies(notification.id));
    const wrong = await centre.sendsNotification({ supplements: notification.id, text: "A wrong address." });
    const right = await centre.sendsNotification({ supplements: notification.id, text: "The right address." });
    await using watch = await slow.watchNotifications();
    const sent = await centre.sendsNotification({ withdraws: wrong.notification.id, text: "It was wrong." });
    expect(sent.notification).toMatchObject({ follows: { id: wrong.notification.id }, isWithdrawal: true });
    expect(await watch.next()).toMatchObject({ kind: "WITHDRAWN", notification: { text: "It was wrong." } });
    for (const [soc, standing] of [
      [quick, "MET"],
      [slow, "RUNNING"],
    ] as const) {
      const seen = await inbox(soc);
      const of = (id: string) => seen.find((one) => one.id === id);
      expect(of(notification.id)).toMatchObject({ withdrawal: null, recipients: [{ obligation: { standing } }] });
      expect(of(wrong.notification.id)).toMatchObject({ withdrawal: { id: sent.notification.id } });
      expect(of(right.notification.id)).toMatchObject({ withdrawal: null });
    }
    // What was withdrawn is not followed any more; the original is.
    for (const follows of [{ supplements: wrong.notification.id }, { withdraws: wrong.notification.id }])
      expect(rejected(await centre.notifies(follows)).violations).toMatchObject([{ rule: "F22" }]);
    expect(rejected(await centre.notifies({ withdraws: sent.notification.id })).violations).toMatchObject([
      { rule: "F22" },
    ]);
    await centre.sendsNotification({ supplements: notification.id, text: "Still about it." });
    accepted(await slow.analysesEvent(notification.id));
  });

  test("L19 withdrawing the original withdraws its supplements with it", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const supplement = await centre.sendsNotification({ supplements: notification.id });
    const sent = await centre.sendsNotification({ withdraws: notification.id });
    const withdrawal = { id: sent.notification.id };
    const seen = await inbox(soc);
    for (const id of [supplement.notification.id, notification.id])
      expect(seen.find((one) => one.id === id)).toMatchObject({ withdrawal });
    expect(seen.find(({ id }) => id === sent.notification.id)).toMatchObject({ withdrawal: null });
    for (const withdraws of [supplement.notification.id, sent.notification.id])
      expect(rejected(await centre.notifies({ withdraws })).violations).toMatchObject([{ rule: "F22" }]);
  });

  test("L19 a supplement of a supplement follows the first, and a SOC registered since is not notified", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { threat } = accepted(await centre.registersThreat());
    const first = await centre.sendsNotification({ threatId: threat.id, to: { objects: [object.id] } });
    world.clock.advance(MINUTE);
    const supplement = await centre.sendsNotification({ supplements: first.notification.id });
    const late = await world.soc({ covering: [object] });
    const second = await centre.sendsNotification({ supplements: supplement.notification.id });
    expect(second.notification.follows?.id).toBe(first.notification.id);
    expect(whys(second.notification.recipients)).toEqual({ [await codeOf(soc)]: [`COVERS_OBJECT ${object.code}`] });
    expect(await inbox(soc)).toHaveLength(3);
    expect(await inbox(late)).toEqual([]);
  });

  test("F22 of two withdrawals at once one is accepted", async () => {
    const world = shared();
    const elsewhere = await world.another();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const answers = await Promise.all(
      [centre, centre.through(elsewhere), centre].map((one) => one.notifies({ withdraws: notification.id })),
    );
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      "SocsNotified",
      "SubmissionRejected",
      "SubmissionRejected",
    ]);
    expect(await inbox(soc)).toHaveLength(2);
  });
});
