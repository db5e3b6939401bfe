import { describe, expect, test } from "vitest";
import { AnswersToNotificationDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { aNotifiedSoc, notified, partOf } from "../support/notified-socs.js";
import { accepted, LANGUAGES, rejected, type Person } from "../support/person.js";

const shared = sharedGateway({ at: "MOVING" });

/** What a SOC has answered a notification with, each as what it is, the one that stands first; and by how much it is late. */
async function answersTo(soc: Person, id: string) {
  const { node } = await soc.gets(AnswersToNotificationDocument, { id });
  const [part] = node && "recipients" in node ? node.recipients : [];
  return (part?.answers ?? []).map(({ rule, current, others }) => [
    rule,
    current?.answer.__typename ?? null,
    ...others.map(({ answer }) => answer.__typename),
  ]);
}

describe("a card that came by telephone or on paper", () => {
  test("L22 R9.3 R9.6 recorded as the answer to a notification of the SOC's own incident meets all that ask for the card, until it is taken back", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const event = await notified(world, "EVENT", soc);
    const { incident } = await soc.sendsReport({ notificationIds: [event] });
    world.clock.advance(HOUR);
    const to = { socs: [soc.party("Soc")] };
    const own = (await centre.sendsNotification({ incidentId: incident.id, to })).notification.id;
    world.clock.advance(HOUR);
    const at = world.clock.now();
    const duty = (await partOf(soc, own)).obligation.id;
    await using incidents = await soc.watchIncidents();
    await using notifications = await soc.watchNotifications();
    const recorded = accepted(await centre.recordsReceived(duty, at));
    const met = { standing: "MET", metBy: "RECEIVED_OTHERWISE", dischargedAt: toIso(at) };
    expect(recorded.obligation).toMatchObject(met);
    expect(await incidents.next()).toMatchObject({ kind: "RECEIVED_OTHERWISE", incident: { id: incident.id } });
    expect(await notifications.next()).toMatchObject({ kind: "ANSWER_RECEIVED_OTHERWISE", notification: { id: own } });
    expect((await partOf(soc, own)).obligation).toMatchObject(met);
    expect((await partOf(soc, event)).obligation).toMatchObject(met);
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET", "R9.6": "MET" });
    expect(await answersTo(soc, own)).toEqual([["R9.6", "ReceivedOtherwise"]]);
    // A later one changes nothing, and is shown beside it.
    accepted(await centre.recordsReceived(duty, world.clock.now()));
    expect(await answersTo(soc, own)).toEqual([["R9.6", "ReceivedOtherwise", "ReceivedOtherwise"]]);
    world.clock.advance(80 * HOUR);
    const receipts = (await receivedOf(centre, duty)).map(({ id }) => id);
    accepted(await centre.withdrawsReceived(receipts[0] ?? ""));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET", "R9.6": "MET" });
    const taken = accepted(await centre.withdrawsReceived(receipts[1] ?? ""));
    expect(taken.warnings.map(({ rule }) => rule).toSorted()).toEqual(["R9.3", "R9.5", "R9.6", "R9.6"]);
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "OVERDUE", "R9.6": "OVERDUE" });
    for (const id of [own, event]) expect((await partOf(soc, id)).obligation.standing).toBe("OVERDUE");
    // What is judged later leaves it out as well.
    await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET_LATE", "R9.6": "MET_LATE" });
  });

  test("L7 L22 R9.1 so it is for an incident that a notification led to; nothing is received before that occurred", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
    world.clock.advance(HOUR);
    const confirmedAt = world.clock.now();
    world.clock.advance(HOUR);
    const { incident } = await soc.sendsReport({
      confirmedAt: toIso(confirmedAt),
      notificationIds: [notificationId],
    });
    const duty = (await partOf(soc, notificationId)).obligation.id;
    accepted(await centre.recordsReceived(duty, instant(confirmedAt + 1)));
    expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.3": "MET", "R9.6": "MET" });
    world.clock.advance(80 * HOUR);
    // The card says that the incident occurred after that: it counts no more, for nothing.
    const card = await soc.sendsCard(
      { confirmedAt: toIso(instant(confirmedAt + HOUR)), occurredAt: toIso(instant(confirmedAt + 2)) },
      { incidentId: incident.id },
    );
    expect(card.warnings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["R9.1", "R9.3", "R9.6"]));
    const late = { "R9.1": "MET_LATE", "R9.3": "MET_LATE", "R9.6": "MET_LATE" };
    expect(await soc.standings(incident.number)).toEqual(late);
    expect((await partOf(soc, notificationId)).obligation).toMatchObject({ standing: "MET_LATE", metBy: "CARD" });
    expect(rejected(await centre.recordsReceived(duty, instant(confirmedAt + 1))).violations).toMatchObject([
      { rule: "L22", path: ["input", "receivedAt"] },
    ]);
  });

  test("L18 L22 R9.6 where the notification led to no incident of that SOC, or to one that was retracted, it is an answer and no more", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
    const duty = (await partOf(soc, notificationId)).obligation.id;
    const { incident } = await soc.sendsReport({ notificationIds: [notificationId] });
    accepted(await soc.asksForRetraction(incident.id));
    accepted(await centre.decidesRetraction(incident.id, true));
    const second = await soc.sendsReport({ notificationIds: [notificationId] });
    accepted(await centre.recordsReceived(duty, world.clock.now()));
    expect(await soc.standings(second.incident.number)).toMatchObject({ "R9.3": "RUNNING", "R9.6": "RUNNING" });
    const alone = await notified(world, "INCIDENT", soc);
    const { id } = (await partOf(soc, alone)).obligation;
    const { obligation } = accepted(await centre.recordsReceived(id, world.clock.now()));
    expect(obligation.standing).toBe("MET");
    accepted(await centre.withdrawsReceived(obligation.receivedOtherwise[0]?.id ?? ""));
    expect((await partOf(soc, alone)).obligation.standing).toBe("RUNNING");
  });

  test("L17 L21 L22 R9.6 an answer by telephone stands below the card that is owed since; if it was the card, that is recorded of the incident", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
    const duty = (await partOf(soc, notificationId)).obligation.id;
    world.clock.advance(3 * HOUR);
    const at = world.clock.now();
    accepted(await centre.recordsReceived(duty, at, "It found nothing."));
    world.clock.advance(57 * HOUR);
    const confirmedAt = world.clock.now();
    world.clock.advance(20 * HOUR);
    const report = await soc.sendsReport({ confirmedAt: toIso(confirmedAt), notificationIds: [notificationId] });
    // R9.1 is late as well.
    expect(report.warnings.map(({ rule }) => rule)).toEqual(["R9.1", "R9.6"]);
    expect((await partOf(soc, notificationId)).obligation).toMatchObject({ standing: "OVERDUE", metBy: null });
    expect(await answersTo(soc, notificationId)).toEqual([["R9.6", null, "ReceivedOtherwise"]]);
    const times = { confirmedAt: toIso(confirmedAt), occurredAt: toIso(instant(at - HOUR)) };
    await soc.sendsCard(times, { incidentId: report.incident.id });
    expect((await partOf(soc, notificationId)).obligation).toMatchObject({ standing: "MET_LATE", metBy: "CARD" });
    expect(await answersTo(soc, notificationId)).toEqual([["R9.6", "Incident", "ReceivedOtherwise"]]);
    const card = report.incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
    accepted(await centre.recordsReceived(card, at));
    expect((await partOf(soc, notificationId)).obligation).toMatchObject({
      standing: "MET",
      metBy: "RECEIVED_OTHERWISE",
    });
  });

  test("L17 L21 L22 R9.6 what came before the incident was confirmed is an answer whenever it is recorded, and the centre is told so in three languages", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const messages = new Set<string>();
    // Confirmed within the time for the answer, a card is owed in place of it; confirmed later, the answer stands.
    for (const [confirmedAfter, standing] of [
      [60, "OVERDUE"],
      [74, "MET"],
    ] as const)
      for (const language of LANGUAGES) {
        const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
        const began = world.clock.now();
        const at = instant(began + 10 * HOUR);
        world.clock.advance(75 * HOUR);
        const confirmedAt = toIso(instant(began + confirmedAfter * HOUR));
        const { incident } = await soc.sendsReport({ confirmedAt, notificationIds: [notificationId] });
        const before = await soc.standings(incident.number);
        const duty = (await partOf(soc, notificationId)).obligation.id;
        const recorded = accepted(await centre.speaking(language).recordsReceived(duty, at, "It found nothing."));
        expect(recorded.obligation.standing).toBe(standing);
        expect(recorded.warnings).toMatchObject([{ rule: "L22", path: ["input", "receivedAt"] }]);
        messages.add(recorded.warnings[0]?.message.replaceAll(/\d/g, "") ?? "");
        // R9.1 stays late, and the card owed.
        const late = before["R9.1"] === "MET_LATE" && before["R9.3"] === "RUNNING";
        expect([late, await soc.standings(incident.number)]).toEqual([true, { ...before, "R9.6": standing }]);
        expect(await answersTo(soc, notificationId)).toEqual([
          standing === "MET" ? ["R9.6", "ReceivedOtherwise"] : ["R9.6", null, "ReceivedOtherwise"],
        ]);
        accepted(await centre.withdrawsReceived(recorded.obligation.receivedOtherwise[0]?.id ?? ""));
        expect(await soc.standings(incident.number)).toEqual(before);
        // If it was the card, that is recorded of the incident, and counts.
        const own = incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
        accepted(await centre.recordsReceived(own, at));
        expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.3": "MET", "R9.6": "MET" });
      }
    expect(messages.size).toBeGreaterThanOrEqual(LANGUAGES.length);
  });
});

async function receivedOf(person: Person, id: string): Promise<readonly { readonly id: string }[]> {
  interface Seen {
    readonly node: { readonly receivedOtherwise: readonly { readonly id: string }[] };
  }
  const asked = "query ($id: ID!) { node(id: $id) { ... on Obligation { receivedOtherwise { id } } } }";
  return (await person.gets<Seen, object>(asked, { id })).node.receivedOtherwise;
}
