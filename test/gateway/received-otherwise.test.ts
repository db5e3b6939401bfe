import { describe, expect, test } from "vitest";
import {
  AnswersToNotificationDocument,
  IncidentDocument,
  TimelinessDocument,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { anIncident } from "../support/mended-incidents.js";
import { aNotifiedSoc, notified, partOf } from "../support/notified-socs.js";
import { accepted, LANGUAGES, rejected } from "../support/person.js";

const shared = sharedGateway();

const RECORDED_BY = "query ($id: ID!) { node(id: $id) { ... on Obligation { receivedOtherwise { recordedBy } } } }";

describe("what reached the national centre by another way", () => {
  test("L22 H6 a telephone call at minute 5 meets R9.1, though the report came late; who, how and why is shown", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const confirmedAt = instant(world.clock.now() - HOUR);
    const { incident } = await soc.sendsReport({ confirmedAt: toIso(confirmedAt) });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.1");
    expect(duty?.standing).toBe("MET_LATE");
    await using watch = await soc.watchIncidents();
    const calledAt = instant(confirmedAt + 5 * MINUTE);
    const { obligation } = accepted(await centre.recordsReceived(duty?.id ?? "", calledAt));
    expect(obligation).toMatchObject({
      standing: "MET",
      metBy: "RECEIVED_OTHERWISE",
      dischargedAt: toIso(calledAt),
      receivedOtherwise: [
        {
          channel: "TELEPHONE",
          receivedAt: toIso(calledAt),
          receivedBy: "The duty desk",
          reason: "The gateway could not be reached.",
        },
      ],
    });
    // Who entered it, whoever took the call; the SOC sees the name as well.
    expect(obligation.receivedOtherwise[0]?.recordedBy).toMatch(/^actor/);
    expect(await soc.gets(RECORDED_BY, { id: duty?.id })).toEqual({
      node: { receivedOtherwise: [{ recordedBy: obligation.receivedOtherwise[0]?.recordedBy }] },
    });
    expect(await watch.next()).toMatchObject({ kind: "RECEIVED_OTHERWISE", incident: { id: incident.id } });
    // A later call changes nothing: the earliest receipt counts. What follows leaves it as it is.
    accepted(await centre.recordsReceived(duty?.id ?? "", world.clock.now()));
    await soc.sendsCard({ confirmedAt: toIso(confirmedAt) }, { incidentId: incident.id });
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.1": "MET", "R9.3": "MET" });
  });

  test("L22 the answer to a notification that came on paper meets it, waived or not", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "THREAT");
    const centre = await world.nationalCentre();
    const { obligation } = await partOf(soc, notificationId);
    const at = world.clock.now();
    accepted(await centre.waives(obligation.id));
    await using watch = await soc.watchNotifications();
    accepted(await centre.recordsReceived(obligation.id, at));
    expect((await partOf(soc, notificationId)).obligation).toMatchObject({
      standing: "MET",
      metBy: "RECEIVED_OTHERWISE",
      dischargedAt: toIso(at),
    });
    expect(await watch.next()).toMatchObject({
      kind: "ANSWER_RECEIVED_OTHERWISE",
      notification: { id: notificationId },
    });
  });

  test("L22 one that was recorded in error is taken back: it stays on record, and the duty is judged by all the rest", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const confirmedAt = instant(world.clock.now() - HOUR);
    const { incident } = await soc.sendsReport({ confirmedAt: toIso(confirmedAt) });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.1")?.id ?? "";
    const { obligation } = accepted(await centre.recordsReceived(duty, instant(confirmedAt + 5 * MINUTE)));
    const receipt = obligation.receivedOtherwise[0]?.id ?? "";
    await expect(soc.withdrawsReceived(receipt)).rejects.toThrow("FORBIDDEN");
    await expect(centre.withdrawsReceived(duty)).rejects.toThrow("NOT_FOUND");
    expect(rejected(await centre.withdrawsReceived(receipt, " ")).violations).toMatchObject([
      { rule: "F1", path: ["input", "reason"] },
    ]);
    await using watch = await soc.watchIncidents();
    const taken = accepted(await centre.withdrawsReceived(receipt, "The call was about another incident."));
    expect(taken.warnings).toMatchObject([{ rule: "R9.1" }]);
    // L2 What undoes it is to record it again, not to correct a time.
    expect(taken.warnings[0]?.message).toMatch(/record it again.*recordReceivedOtherwise/);
    expect(taken.obligation).toMatchObject({
      standing: "MET_LATE",
      metBy: "REPORT",
      receivedOtherwise: [
        {
          id: receipt,
          reason: "The gateway could not be reached.",
          withdrawnAt: toIso(world.clock.now()),
          withdrawnReason: "The call was about another incident.",
        },
      ],
    });
    expect(taken.obligation.receivedOtherwise[0]?.withdrawnBy).toBeTruthy();
    expect(await watch.next()).toMatchObject({ kind: "RECEIPT_WITHDRAWN", incident: { id: incident.id } });
    for (const language of LANGUAGES)
      expect(rejected(await centre.speaking(language).withdrawsReceived(receipt)).violations).toMatchObject([
        { rule: "L22", path: ["input", "receivedOtherwiseId"] },
      ]);
    // What follows leaves it as it is.
    await soc.sendsCard({ confirmedAt: toIso(confirmedAt) }, { incidentId: incident.id });
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.1": "MET_LATE" });
  });

  test("F24 L22 for a retracted incident nothing is recorded any more, and nothing taken back", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { incident } = await soc.sendsReport();
    const duty = incident.obligations.find(({ rule }) => rule === "R9.1")?.id ?? "";
    const { obligation } = accepted(await centre.recordsReceived(duty, world.clock.now()));
    accepted(await soc.asksForRetraction(incident.id));
    accepted(await centre.decidesRetraction(incident.id, true));
    expect(rejected(await centre.recordsReceived(duty, world.clock.now())).violations).toMatchObject([
      { rule: "F24", path: ["input", "obligationId"] },
    ]);
    expect(
      rejected(await centre.withdrawsReceived(obligation.receivedOtherwise[0]?.id ?? "")).violations,
    ).toMatchObject([{ rule: "F24", path: ["input", "receivedOtherwiseId"] }]);
  });

  test("L21 L22 a card by another way that is taken back answers no notification any more; nor does an answer", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const [event, threat] = [await notified(world, "EVENT", soc), await notified(world, "THREAT", soc)];
    const { incident } = await soc.sendsReport({ notificationIds: [event] });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
    const card = accepted(await centre.recordsReceived(duty, world.clock.now())).obligation.receivedOtherwise[0];
    expect((await partOf(soc, event)).obligation.standing).toBe("MET");
    accepted(await centre.withdrawsReceived(card?.id ?? ""));
    expect((await partOf(soc, event)).obligation.standing).toBe("RUNNING");
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "RUNNING", "R9.6": "RUNNING" });
    // What another incident has judged anew leaves it out as well.
    await soc.sendsReport({ notificationIds: [event] });
    expect((await partOf(soc, event)).obligation.standing).toBe("RUNNING");

    const { obligation } = await partOf(soc, threat);
    const [first, second] = [
      accepted(await centre.recordsReceived(obligation.id, world.clock.now())),
      accepted(await centre.recordsReceived(obligation.id, world.clock.now())),
    ];
    const ids = second.obligation.receivedOtherwise.map(({ id }) => id);
    expect(ids).toContain(first.obligation.receivedOtherwise[0]?.id);
    await using watch = await soc.watchNotifications();
    accepted(await centre.withdrawsReceived(ids[0] ?? ""));
    expect((await partOf(soc, threat)).obligation.standing).toBe("MET");
    expect(await watch.next()).toMatchObject({ kind: "ANSWER_RECEIPT_WITHDRAWN", notification: { id: threat } });
    accepted(await centre.withdrawsReceived(ids[1] ?? ""));
    expect((await partOf(soc, threat)).obligation).toMatchObject({ standing: "RUNNING", dischargedAt: null });
    // What is judged anew later leaves it out as well.
    await soc.reports({ notificationIds: [threat] });
    expect((await partOf(soc, threat)).obligation.standing).toBe("RUNNING");
  });

  test("L22 R9.1 R9.5 a receipt before the occurrence counts no more once the card says so, nor does it for what asked for it", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const event = await notified(world, "EVENT", soc);
    const confirmedAt = toIso(world.clock.now());
    const { incident } = await soc.sendsReport({ confirmedAt, notificationIds: [event] });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
    const { warnings } = accepted(await centre.recordsReceived(duty, instant(world.clock.now() - 400 * 24 * HOUR)));
    expect(warnings).toMatchObject([{ rule: "L22", path: ["input", "receivedAt"] }]);
    expect((await partOf(soc, event)).obligation).toMatchObject({ standing: "MET" });
    world.clock.advance(80 * HOUR);
    const card = await soc.sendsCard({ confirmedAt, occurredAt: confirmedAt }, { incidentId: incident.id });
    expect(card.warnings.map(({ rule }) => rule).toSorted()).toEqual(["R9.3", "R9.5", "R9.6"]);
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET_LATE", "R9.6": "MET_LATE" });
    expect((await partOf(soc, event)).obligation).toMatchObject({ standing: "MET_LATE", metBy: "CARD" });
  });

  test("L22 R9.3 R9.5 R9.6 a card by telephone that is recorded on R9.6 meets all that ask for it, until it is taken back", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const events = [await notified(world, "EVENT", soc), await notified(world, "EVENT", soc)];
    const { incident } = await soc.sendsReport({ notificationIds: events });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.6")?.id ?? "";
    const { obligation } = accepted(await centre.recordsReceived(duty, world.clock.now()));
    const standings = async () => [
      ...((await soc.gets(IncidentDocument, { number: incident.number })).incident?.obligations ?? []).map(
        ({ rule, standing }) => `${rule} ${standing}`,
      ),
      ...(await Promise.all(events.map(async (id) => `R9.5 ${(await partOf(soc, id)).obligation.standing}`))),
    ];
    expect((await standings()).toSorted()).toEqual([
      "R9.1 MET",
      "R9.3 MET",
      "R9.5 MET",
      "R9.5 MET",
      "R9.6 MET",
      "R9.6 MET",
    ]);
    accepted(await centre.withdrawsReceived(obligation.receivedOtherwise[0]?.id ?? ""));
    expect((await standings()).toSorted().slice(1)).toEqual([
      "R9.3 RUNNING",
      "R9.5 RUNNING",
      "R9.5 RUNNING",
      "R9.6 RUNNING",
      "R9.6 RUNNING",
    ]);
  });

  test("R9.5 R9.6 L22 a card by telephone answers what asked for it as received by another way, and is counted as that", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const [event, other] = [await notified(world, "EVENT", soc), await notified(world, "INCIDENT", soc)];
    const { incident } = await soc.sendsReport({ notificationIds: [event, other] });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
    accepted(await centre.recordsReceived(duty, world.clock.now()));
    for (const id of [event, other]) {
      expect((await partOf(soc, id)).obligation).toMatchObject({ standing: "MET", metBy: "RECEIVED_OTHERWISE" });
      const { node } = await soc.gets(AnswersToNotificationDocument, { id });
      const [part] = node && "recipients" in node ? node.recipients : [];
      const shown = part?.answers.map(({ current }) => current?.answer.__typename) ?? [];
      expect(new Set(shown)).toEqual(new Set(["ReceivedOtherwise"]));
    }
    const period = { from: toIso(world.clock.now()).slice(0, 7) + "-01", before: "2030-01-01" };
    const { timeliness } = await soc.gets(TimelinessDocument, { period, rules: ["R9.5", "R9.6"] });
    expect(timeliness.map(({ rule, receivedOtherwise }) => [rule, receivedOtherwise])).toEqual([
      ["R9.5", 1],
      ["R9.6", 2],
    ]);
  });

  test("L4 L23 R9.6 a confirmation that is corrected to after the report is warned about, and what is recorded of a duty that never was by it", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const event = await notified(world, "EVENT", soc);
    const { incident } = await soc.sendsReport({ notificationIds: [event] });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.6")?.id ?? "";
    const right = instant(Date.parse(incident.confirmedAt) - MINUTE);
    const unsuspected = accepted(await centre.correctsConfirmation(incident.id, right));
    expect(unsuspected.warnings.filter(({ rule }) => rule === "L4")).toEqual([]);
    world.clock.advance(80 * HOUR);
    const messages = new Set<string>();
    for (const [place, language] of LANGUAGES.entries()) {
      const later = instant(world.clock.now() - place * MINUTE);
      const { warnings } = accepted(await centre.speaking(language).correctsConfirmation(incident.id, later));
      const doubt = warnings.filter(({ rule }) => rule === "L4");
      expect(doubt).toMatchObject([{ path: ["input", "confirmedAt"] }]);
      messages.add(doubt[0]?.message ?? "");
      const received = accepted(await centre.speaking(language).recordsReceived(duty, world.clock.now()));
      const never = received.warnings.filter(({ rule }) => rule === "L23");
      expect(never).toMatchObject([{ path: ["input", "obligationId"] }]);
      messages.add(never[0]?.message ?? "");
    }
    expect(messages.size).toBe(6);
  });

  test("F1 F11 L22 in the future or without a reason it is refused, in three languages, and nothing is recorded", async () => {
    const { world, centre, soc, incident } = await anIncident(shared());
    const duty = incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "";
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(
        await centre.speaking(language).recordsReceived(duty, instant(world.clock.now() + HOUR), " "),
      );
      expect(violations.map(({ rule, path }) => [rule, path.at(-1)])).toEqual([
        ["F1", "reason"],
        ["F11", "receivedAt"],
      ]);
      for (const { message } of violations) messages.add(message);
    }
    expect(messages.size).toBe(6);
    await expect(soc.recordsReceived(duty, world.clock.now())).rejects.toThrow("FORBIDDEN");
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "RUNNING" });
  });
});
