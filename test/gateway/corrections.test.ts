import { describe, expect, test } from "vitest";
import {
  AcknowledgeNotificationDocument,
  CorrectConfirmationDocument,
  DecideRetractionDocument,
  IncidentDocument,
  NodeDocument,
  NotificationPreviewDocument,
  NotificationsDocument,
  RequestRetractionDocument,
  WaiveObligationDocument,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, parseInstant, SECOND, toIso, type Instant } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { accepted, rejected, sharedGateway, startGateway, type Language, type Person } from "../support/gateway.js";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const NOTHING = "01a20653-0000-7000-8000-000000000000";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway();

/** An incident on a protected object of which there is only the report. */
async function anIncident(world = shared()) {
  const centre = await world.nationalCentre();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const on = { affectedObject: { objectId: object.id } };
  const { incident } = await soc.sendsReport({ ...on, severity: "UNDETERMINED" });
  const confirmedAt = parseInstant(incident.confirmedAt)!;
  return { world, centre, owner, object, soc, on, incident, confirmedAt };
}

/** What was done to an incident, as its readers see it. */
async function mendings(person: Person, number: string) {
  const query = `query ($number: String!) { incident(number: $number) { retractedAt confirmedAt
    retractions { grounds requestedAt isGranted reason decidedAt }
    confirmationCorrections { previous confirmedAt reason receivedAt }
    ownerAcknowledgements { receivedAt } } }`;
  interface Mended {
    readonly incident: {
      readonly retractedAt: string | null;
      readonly confirmedAt: string;
      readonly retractions: readonly object[];
      readonly confirmationCorrections: readonly object[];
      readonly ownerAcknowledgements: readonly object[];
    };
  }
  return (await person.gets<Mended, object>(query, { number })).incident;
}

/** The due times of an incident's duties, by rule. */
async function dueTimes(person: Person, number: string): Promise<Record<string, string>> {
  const { incident } = await person.gets(IncidentDocument, { number });
  return Object.fromEntries((incident?.obligations ?? []).map(({ rule, dueAt }) => [rule, dueAt]));
}

describe("an incident reported in error", () => {
  test("L18 asked for, its retraction changes nothing: the clocks run on", async () => {
    const { world, centre, soc, incident } = await anIncident();
    await using watch = await centre.watchIncidents();
    const before = await soc.standings(incident.number);
    const asked = accepted(await soc.asksForRetraction(incident.id, "It was an exercise."));
    expect(asked.incident.id).toBe(incident.id);
    expect(await watch.next()).toMatchObject({ kind: "RETRACTION_REQUESTED", incident: { id: incident.id } });
    expect(await soc.standings(incident.number)).toEqual(before);
    expect(await mendings(centre, incident.number)).toMatchObject({
      retractedAt: null,
      retractions: [
        {
          grounds: "It was an exercise.",
          requestedAt: toIso(world.clock.now()),
          isGranted: null,
          reason: null,
          decidedAt: null,
        },
      ],
    });
    world.clock.advance(73 * HOUR);
    expect(await soc.standings(incident.number)).toEqual({
      "R9.1": "MET",
      "R9.2": "OVERDUE",
      "R9.3": "OVERDUE",
      "RA.1": "OVERDUE",
    });
    await soc.sendsCard(
      { confirmedAt: incident.confirmedAt, severity: "LOW", type: "OTHER" },
      { incidentId: incident.id },
    );
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET_LATE", "RA.1": "MET_LATE" });
  });

  test("L18 granted, what is open is waived and what was met stays; the dossier stays readable for all who saw it", async () => {
    const { world, centre, owner, soc, incident } = await anIncident();
    accepted(await soc.asksForRetraction(incident.id));
    await using watch = await soc.watchIncidents();
    world.clock.advance(HOUR);
    const granted = accepted(await centre.decidesRetraction(incident.id, true, "The logs say so."));
    const at = toIso(world.clock.now());
    expect(granted.incident.retractedAt).toBe(at);
    expect(await watch.next()).toMatchObject({ kind: "RETRACTED", incident: { id: incident.id } });
    world.clock.advance(100 * HOUR);
    for (const person of [soc, centre, owner]) {
      const { incident: seen } = await person.gets(IncidentDocument, { number: incident.number });
      expect(seen?.report?.summary).toBe("Files are being encrypted.");
      expect(seen?.obligations.map(({ rule, standing, waivedAt }) => [rule, standing, waivedAt])).toEqual([
        ["R9.1", "MET", null],
        ["R9.2", "WAIVED", at],
        ["R9.3", "WAIVED", at],
        ["RA.1", "WAIVED", at],
      ]);
      expect(await mendings(person, incident.number)).toMatchObject({
        retractedAt: at,
        retractions: [{ isGranted: true, reason: "The logs say so.", decidedAt: at }],
      });
    }
    const filter = { obligation: { kind: "SUBMIT_CARD", standings: ["OVERDUE", "RUNNING"] } };
    expect(
      await centre.gets("query ($filter: IncidentFilter) { incidents(filter: $filter) { nodes { id } } }", { filter }),
    ).toEqual({ incidents: { nodes: [] } });
  });

  test("F24 of what was retracted nothing more is said, by SOC, owner or centre", async () => {
    const { centre, owner, soc, on, incident, confirmedAt } = await anIncident();
    const other = await soc.sendsReport({ ...on, severity: "UNDETERMINED" });
    await soc.sendsCard({ confirmedAt: incident.confirmedAt, ...on }, { incidentId: incident.id });
    accepted(await soc.asksForRetraction(incident.id));
    accepted(await centre.decidesRetraction(incident.id, true));
    const before = await mendings(centre, incident.number);
    const standings = await soc.standings(incident.number);
    const answers = [
      await soc.submitsCard(on, { incidentId: incident.id }),
      await soc.amends(incident.id, 1, on),
      await soc.reviews(incident.id, "LOW"),
      await soc.recordsOwnerNotified(incident.id, confirmedAt),
      await soc.asksForRetraction(incident.id),
      await centre.decidesRetraction(incident.id, false),
      await centre.correctsConfirmation(incident.id, confirmedAt),
      await owner.acknowledges({ incidentId: incident.id }),
    ];
    for (const [index, answer] of answers.entries())
      expect(rejected(answer).violations, String(index)).toContainEqual(
        expect.objectContaining({ rule: "F24", path: ["input", "incidentId"] }),
      );
    expect(await mendings(centre, incident.number)).toEqual(before);
    expect(await soc.standings(incident.number)).toEqual(standings);
    // The dossier beside it is open.
    expect((await soc.reviews(other.incident.id, "LOW")).__typename).toBe("SeverityReviewAccepted");
  });

  test("L18 refused, the incident remains, with the reason; and a retraction may be requested again", async () => {
    const { world, centre, soc, incident } = await anIncident();
    accepted(await soc.asksForRetraction(incident.id, "It was an exercise."));
    await using watch = await soc.watchIncidents();
    const refused = accepted(await centre.decidesRetraction(incident.id, false, "Nobody knew of an exercise."));
    expect(refused.incident.retractedAt).toBeNull();
    expect(await watch.next()).toMatchObject({ kind: "RETRACTION_REFUSED" });
    expect(await soc.standings(incident.number)).toMatchObject({
      "R9.2": "RUNNING",
      "R9.3": "RUNNING",
      "RA.1": "RUNNING",
    });
    world.clock.advance(MINUTE);
    accepted(await soc.asksForRetraction(incident.id, "Here is the order for it."));
    accepted(await centre.decidesRetraction(incident.id, true));
    expect((await mendings(soc, incident.number)).retractions).toMatchObject([
      { grounds: "It was an exercise.", isGranted: false, reason: "Nobody knew of an exercise." },
      { grounds: "Here is the order for it.", isGranted: true },
    ]);
  });

  test("F24 it is asked for once at a time, and what nobody has asked for is not decided, in three languages", async () => {
    const { centre, soc, incident } = await anIncident();
    const messages = new Set<string>();
    for (const language of LANGUAGES)
      for (const isGranted of [true, false]) {
        const { violations } = rejected(await centre.speaking(language).decidesRetraction(incident.id, isGranted));
        expect(violations).toMatchObject([{ rule: "F24", path: ["input", "incidentId"] }]);
        messages.add(violations[0]?.message ?? "");
      }
    const asked = await Promise.all(Array.from({ length: 4 }, () => soc.asksForRetraction(incident.id)));
    expect(asked.filter(({ __typename }) => __typename === "RetractionRequested")).toHaveLength(1);
    for (const language of LANGUAGES) {
      const { violations } = rejected(await soc.speaking(language).asksForRetraction(incident.id));
      expect(violations).toMatchObject([{ rule: "F24", path: ["input", "incidentId"] }]);
      messages.add(violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(6);
    const decided = await Promise.all([true, false, true].map((one) => centre.decidesRetraction(incident.id, one)));
    expect(decided.filter(({ __typename }) => __typename === "RetractionDecided")).toHaveLength(1);
    expect((await mendings(soc, incident.number)).retractions).toHaveLength(1);
  });

  test("R12.1 L18 a SOC that shared an indicator with it alone is not notified because of it any more", async () => {
    await using world = await startGateway();
    const { centre, soc } = await anIncident(world);
    const indicators = [{ type: "DOMAIN" as const, value: "exercise.example" }];
    const { incident } = await soc.sendsCard({ indicators });
    const preview = async () => {
      const input = { to: { sharingIndicators: true }, indicators };
      return (await centre.gets(NotificationPreviewDocument, { input })).notificationPreview.map((one) => one.soc?.id);
    };
    expect(await preview()).toEqual([soc.party("Soc")]);
    accepted(await soc.asksForRetraction(incident.id));
    expect(await preview()).toEqual([soc.party("Soc")]);
    accepted(await centre.decidesRetraction(incident.id, true));
    expect(await preview()).toEqual([]);
  });
});

describe("a confirmation that the centre corrects", () => {
  const within = (confirmedAt: Instant) => ({
    "R9.1": toIso(instant(confirmedAt + 15 * MINUTE)),
    "R9.2": toIso(instant(confirmedAt + 15 * MINUTE)),
    "R9.3": toIso(instant(confirmedAt + 72 * HOUR)),
    "RA.1": toIso(instant(confirmedAt + 48 * HOUR)),
  });

  test("L4 every term of the incident moves with it, forward and back, and the reason is kept", async () => {
    const { world, centre, soc, incident, confirmedAt } = await anIncident();
    await using watch = await soc.watchIncidents();
    expect(await dueTimes(soc, incident.number)).toEqual(within(confirmedAt));
    const earlier = instant(confirmedAt - 2 * HOUR);
    const corrected = accepted(await centre.correctsConfirmation(incident.id, earlier, "Its log says so."));
    expect(corrected.incident.confirmedAt).toBe(toIso(earlier));
    expect(await watch.next()).toMatchObject({ kind: "CONFIRMATION_CORRECTED", incident: { id: incident.id } });
    expect(await dueTimes(soc, incident.number)).toEqual(within(earlier));
    expect(await soc.standings(incident.number)).toEqual({
      "R9.1": "MET_LATE",
      "R9.2": "OVERDUE",
      "R9.3": "RUNNING",
      "RA.1": "RUNNING",
    });

    world.clock.advance(MINUTE);
    const later = instant(confirmedAt + 30 * SECOND);
    accepted(await centre.correctsConfirmation(incident.id, later, "Its clock was slow."));
    expect(await dueTimes(soc, incident.number)).toEqual(within(later));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.1": "MET", "R9.2": "RUNNING" });
    expect(await mendings(soc, incident.number)).toMatchObject({
      confirmedAt: toIso(later),
      confirmationCorrections: [
        { previous: toIso(confirmedAt), confirmedAt: toIso(earlier), reason: "Its log says so." },
        {
          previous: toIso(earlier),
          confirmedAt: toIso(later),
          reason: "Its clock was slow.",
          receivedAt: toIso(world.clock.now()),
        },
      ],
    });
  });

  test("L4 after that a SOC's statements move nothing, earlier or later, and get a warning", async () => {
    const { centre, soc, on, incident, confirmedAt } = await anIncident();
    const counted = instant(confirmedAt - HOUR);
    accepted(await centre.correctsConfirmation(incident.id, counted));
    const messages = new Set<string>();
    const declared = [confirmedAt, instant(counted - 10 * HOUR), instant(counted + MINUTE)];
    for (const [index, language] of LANGUAGES.entries()) {
      const changes = {
        ...on,
        confirmedAt: toIso(declared[index]!),
        severity: "UNDETERMINED" as const,
        type: "OTHER" as const,
      };
      const speaker = soc.speaking(language);
      const sent =
        index === 0
          ? await speaker.sendsCard(changes, { incidentId: incident.id })
          : accepted(await speaker.amends(incident.id, index, changes));
      const warning = sent.warnings.find(({ rule }) => rule === "L4");
      expect(warning?.path).toEqual(["input", "card", "confirmedAt"]);
      messages.add(warning?.message ?? "");
      expect(sent.card.confirmedAt).toBe(toIso(declared[index]!));
      expect(sent.incident.confirmedAt).toBe(toIso(counted));
    }
    expect(messages.size).toBe(3);
    expect(await dueTimes(soc, incident.number)).toEqual(within(counted));
    const same = accepted(await soc.amends(incident.id, 3, { ...on, confirmedAt: toIso(counted) }));
    expect(same.warnings.map(({ rule }) => rule)).not.toContain("L4");
  });

  test("L4 a duty that opens after it counts from the corrected confirmation", async () => {
    const { centre, soc } = await anIncident();
    const { incident } = await soc.sendsReport();
    const counted = instant(parseInstant(incident.confirmedAt)! - 49 * HOUR);
    accepted(await centre.correctsConfirmation(incident.id, counted));
    const changes = { confirmedAt: incident.confirmedAt, severity: "UNDETERMINED" as const, type: "OTHER" as const };
    await soc.sendsCard(changes, { incidentId: incident.id });
    expect((await dueTimes(soc, incident.number))["RA.1"]).toBe(toIso(instant(counted + 48 * HOUR)));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET", "RA.1": "OVERDUE" });
  });

  test("L3 it is neither in the future nor before the occurrence, and needs its reason", async () => {
    const { world, centre, soc, on, incident, confirmedAt } = await anIncident();
    const { incident: carded } = await soc.sendsCard(
      { ...on, confirmedAt: incident.confirmedAt },
      { incidentId: incident.id },
    );
    const cases = [
      [await centre.correctsConfirmation(incident.id, instant(world.clock.now() + HOUR)), "L3", "confirmedAt"],
      [await centre.correctsConfirmation(incident.id, instant(confirmedAt - 31 * MINUTE)), "L3", "confirmedAt"],
      [await centre.correctsConfirmation(incident.id, confirmedAt, " "), "F1", "reason"],
      [await centre.correctsConfirmation(incident.id, confirmedAt, "x".repeat(20_001)), "F2", "reason"],
    ] as const;
    for (const [answer, rule, path] of cases)
      expect(rejected(answer).violations).toMatchObject([{ rule, path: ["input", path] }]);
    expect(await mendings(soc, carded.number)).toMatchObject({
      confirmedAt: incident.confirmedAt,
      confirmationCorrections: [],
    });
    accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - 30 * MINUTE)));
  });

  test("L4 what was waived stays waived when the terms move", async () => {
    const { centre, soc, incident, confirmedAt } = await anIncident();
    const duty = incident.obligations.find(({ rule }) => rule === "R9.2");
    accepted(await centre.waives(duty?.id ?? ""));
    accepted(await centre.correctsConfirmation(incident.id, instant(confirmedAt - HOUR)));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.1": "MET_LATE", "R9.2": "WAIVED" });
  });
});

describe("a duty that the centre waives", () => {
  test("F25 one of an incident, with its reason; the others run on", async () => {
    const { world, centre, soc, incident } = await anIncident();
    const duty = incident.obligations.find(({ rule }) => rule === "R9.2");
    await using watch = await soc.watchIncidents();
    world.clock.advance(20 * MINUTE);
    const { obligation } = accepted(await centre.waives(duty?.id ?? "", "The owner was in the room."));
    expect(obligation).toMatchObject({
      id: duty?.id,
      standing: "WAIVED",
      waivedAt: toIso(world.clock.now()),
      waivedReason: "The owner was in the room.",
      latenessSeconds: 0,
    });
    expect(await watch.next()).toMatchObject({ kind: "OBLIGATION_WAIVED", incident: { id: incident.id } });
    expect(await soc.standings(incident.number)).toEqual({
      "R9.1": "MET",
      "R9.2": "WAIVED",
      "R9.3": "RUNNING",
      "RA.1": "RUNNING",
    });
    const seen = await soc.gets("query ($id: ID!) { node(id: $id) { ... on Obligation { waivedReason } } }", {
      id: duty?.id,
    });
    expect(seen).toEqual({ node: { waivedReason: "The owner was in the room." } });
  });

  test("F25 the answer to a notification, of one SOC alone", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const [soc, other] = [await world.soc(), await world.soc()];
    const { threat } = accepted(await centre.registersThreat());
    const to = { socs: [soc.party("Soc"), other.party("Soc")] };
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to });
    const asked = notification.recipients.find((one) => one.soc?.id === soc.party("Soc"))?.obligation;
    await using watch = await soc.watchNotifications();
    await using others = await other.watchNotifications();
    const { obligation } = accepted(await centre.waives(asked?.id ?? "", "It was notified by telephone."));
    expect(obligation).toMatchObject({
      rule: "R9.4",
      standing: "WAIVED",
      waivedReason: "It was notified by telephone.",
    });
    expect(await watch.next()).toMatchObject({
      kind: "ANSWER_WAIVED",
      notification: { id: notification.id },
      recipient: { obligation: { standing: "WAIVED" } },
    });
    const { notifications } = await other.gets(NotificationsDocument, {});
    expect(notifications.nodes[0]?.recipients[0]?.obligation?.standing).toBe("RUNNING");
    await others.staysQuiet(() => centre.sendsNotification({ threatId: threat.id, to }));
  });

  test("F25 an answer that comes although the centre waived it is kept, and nobody says that it was withdrawn", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    accepted(await centre.waives(notification.recipients[0]?.obligation?.id ?? ""));
    const { warnings, analysis } = accepted(await soc.analysesThreat(notification.id));
    expect(analysis.revision).toBe(1);
    expect(warnings).toEqual([]);
  });

  test("F25 L2 a duty of an incident that was waived is never met late", async () => {
    const { world, centre, soc, on, incident } = await anIncident();
    for (const { id, standing } of incident.obligations) if (standing === "RUNNING") accepted(await centre.waives(id));
    world.clock.advance(100 * HOUR);
    const sent = await soc.sendsCard({ ...on, confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
    expect(sent.warnings).toEqual([]);
    await soc.recordsOwnerNotified(incident.id, world.clock.now());
    expect(await soc.standings(incident.number)).toEqual({
      "R9.1": "MET",
      "R9.2": "WAIVED",
      "R9.3": "WAIVED",
      "RA.1": "WAIVED",
    });
  });

  test("F25 only one that is open: neither met nor waived before, in three languages", async () => {
    const { world, centre, soc, incident } = await anIncident();
    const idOf = (rule: string): string => incident.obligations.find((one) => one.rule === rule)?.id ?? "";
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const asked = notification.recipients[0]?.obligation?.id ?? "";
    accepted(await soc.analysesThreat(notification.id));
    const at = toIso(world.clock.now());
    accepted(await centre.waives(idOf("R9.3"), "The first reason."));
    world.clock.advance(HOUR);
    for (const id of [idOf("R9.1"), idOf("R9.3"), asked]) {
      const messages = new Set<string>();
      for (const language of LANGUAGES) {
        const { violations } = rejected(await centre.speaking(language).waives(id));
        expect(violations).toMatchObject([{ rule: "F25", path: ["input", "obligationId"] }]);
        messages.add(violations[0]?.message ?? "");
      }
      expect(messages.size).toBe(3);
    }
    const kept = "query ($id: ID!) { node(id: $id) { ... on Obligation { waivedAt waivedReason } } }";
    expect(await centre.gets(kept, { id: idOf("R9.3") })).toEqual({
      node: { waivedAt: at, waivedReason: "The first reason." },
    });
    expect(rejected(await centre.waives(idOf("R9.2"), "\u200B")).violations).toMatchObject([
      { rule: "F1", path: ["input", "reason"] },
    ]);
    const { notification: second } = await centre.sendsNotification({
      threatId: threat.id,
      to: { socs: [soc.party("Soc")] },
    });
    for (const id of [idOf("R9.2"), second.recipients[0]?.obligation?.id ?? ""]) {
      const waived = await Promise.all(Array.from({ length: 6 }, () => centre.waives(id)));
      expect(waived.filter(({ __typename }) => __typename === "ObligationWaived")).toHaveLength(1);
    }
  });
});

describe("an owner that knows", () => {
  test("R9.2 L8 its acknowledgement meets the duty at that moment, and is a fact", async () => {
    const { world, centre, owner, soc, incident } = await anIncident();
    await using watch = await centre.watchIncidents();
    await using socs = await soc.watchIncidents();
    world.clock.advance(14 * MINUTE);
    const answer = accepted(await owner.acknowledges({ incidentId: incident.id }));
    expect(answer).toMatchObject({ notification: null, warnings: [] });
    expect(answer.receipt.receivedAt).toBe(toIso(world.clock.now()));
    for (const one of [watch, socs])
      expect(await one.next()).toMatchObject({ kind: "OWNER_ACKNOWLEDGED", incident: { id: incident.id } });
    const { incident: seen } = await soc.gets(IncidentDocument, { number: incident.number });
    expect(seen?.obligations.find(({ rule }) => rule === "R9.2")).toMatchObject({
      standing: "MET",
      dischargedAt: toIso(world.clock.now()),
    });
    for (const person of [soc, centre, owner])
      expect((await mendings(person, incident.number)).ownerAcknowledgements).toEqual([
        { receivedAt: toIso(world.clock.now()) },
      ]);
  });

  test("R9.2 L2 an acknowledgement after the fifteenth minute is accepted and the duty met late; the owner sees no lateness", async () => {
    const { world, owner, soc, incident } = await anIncident();
    world.clock.advance(14 * MINUTE + 1);
    expect(accepted(await owner.acknowledges({ incidentId: incident.id })).warnings).toEqual([]);
    const { incident: seen } = await soc.gets(IncidentDocument, { number: incident.number });
    const duty = seen?.obligations.find(({ rule }) => rule === "R9.2");
    expect(duty).toMatchObject({ standing: "MET_LATE", latenessSeconds: 0.001 });
    // The SOC's statement that it notified the owner before counts from when the owner was notified.
    await soc.recordsOwnerNotified(incident.id, instant(world.clock.now() - MINUTE));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "MET" });
  });

  test("R9.2 of an object of another kind it may say so too, and no clock runs", async () => {
    const world = shared();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner, kinds: [] });
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObject: { objectId: object.id } });
    accepted(await owner.acknowledges({ incidentId: incident.id }));
    expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.3": "RUNNING" });
  });

  test("R9.2 another owner's incident is answered exactly like one that does not exist, and so is one on no registered object", async () => {
    const { world, soc, incident } = await anIncident();
    const stranger = await world.owner();
    await world.protectedObject({ owner: stranger });
    const described = await soc.sendsReport();
    const refusals = [];
    for (const incidentId of [toGlobalId("Incident", NOTHING), incident.id, described.incident.id, "nonsense"]) {
      const input = { submissionKey: "try", incidentId };
      const { data, errors } = await stranger.asks(AcknowledgeNotificationDocument, { input });
      refusals.push({
        data,
        refused: errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path })),
      });
    }
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]?.refused).toMatchObject([{ code: "NOT_FOUND", path: ["input", "incidentId"] }]);
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "RUNNING" });
  });

  test("exactly one is acknowledged: neither or both is bad input, and each by whom it concerns", async () => {
    const { centre, owner, soc, incident } = await anIncident();
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const both = { notificationId: notification.id, incidentId: incident.id };
    for (const about of [{}, both, { notificationId: null, incidentId: null }])
      for (const person of [soc, owner]) {
        const messages = new Set<string>();
        for (const language of LANGUAGES) {
          const input = { submissionKey: "try", ...about };
          const { errors } = await person.speaking(language).asks(AcknowledgeNotificationDocument, { input });
          expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["input"] } }]);
          messages.add(errors?.[0]?.message ?? "");
        }
        expect(messages.size).toBe(3);
      }
    await expect(soc.acknowledges({ incidentId: incident.id })).rejects.toThrow("FORBIDDEN");
    await expect(owner.acknowledges({ notificationId: notification.id })).rejects.toThrow("FORBIDDEN");
    accepted(await soc.acknowledges({ notificationId: notification.id }));
    accepted(await owner.acknowledges({ incidentId: incident.id }));
  });
});

test("only a SOC's operators ask for a retraction, only the centre's decide, correct and waive", async () => {
  const { world, centre, owner, soc, incident } = await anIncident();
  const incidentId = incident.id;
  const obligationId = incident.obligations[0]?.id ?? "";
  const confirmedAt = incident.confirmedAt;
  const others = [
    owner,
    await world.person(soc.partyId, "SOC_READER"),
    await world.nationalCentre("CENTRE_ANALYST"),
    await world.nationalCentre("CENTRE_ADMINISTRATOR"),
  ];
  const asking = (person: Person) =>
    person.asks(RequestRetractionDocument, { input: { submissionKey: "k", incidentId, grounds: "x" } });
  const deciding = [
    (person: Person) =>
      person.asks(DecideRetractionDocument, {
        input: { submissionKey: "k", incidentId, isGranted: true, reason: "x" },
      }),
    (person: Person) =>
      person.asks(CorrectConfirmationDocument, { input: { submissionKey: "k", incidentId, confirmedAt, reason: "x" } }),
    (person: Person) =>
      person.asks(WaiveObligationDocument, { input: { submissionKey: "k", obligationId, reason: "x" } }),
  ];
  for (const person of [...others, centre])
    expect((await asking(person)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  for (const person of [...others, soc])
    for (const act of deciding)
      expect((await act(person)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  for (const act of [asking, ...deciding])
    expect((await act(soc.withToken(""))).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});

test("what is to be mended exists, or the answer is NOT_FOUND; another SOC's incident does not", async () => {
  const { world, centre, incident } = await anIncident();
  const stranger = await world.soc();
  const unknown = toGlobalId("Incident", NOTHING);
  for (const id of [incident.id, unknown]) {
    const input = { submissionKey: "k", incidentId: id, grounds: "x" };
    const { errors } = await stranger.asks(RequestRetractionDocument, { input });
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND", path: ["input", "incidentId"] } }]);
  }
  const reason = { submissionKey: "k", reason: "x" };
  const decision = { ...reason, incidentId: unknown, isGranted: true };
  const correction = { ...reason, incidentId: unknown, confirmedAt: incident.confirmedAt };
  const waiver = { ...reason, obligationId: toGlobalId("Obligation", NOTHING) };
  for (const { errors } of [
    await centre.asks(DecideRetractionDocument, { input: decision }),
    await centre.asks(CorrectConfirmationDocument, { input: correction }),
  ])
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND", path: ["input", "incidentId"] } }]);
  expect((await centre.asks(WaiveObligationDocument, { input: waiver })).errors).toMatchObject([
    { extensions: { code: "NOT_FOUND", path: ["input", "obligationId"] } },
  ]);
});

test("F1 F3 grounds and reasons are required and readable", async () => {
  const { centre, soc, incident } = await anIncident();
  expect(rejected(await soc.asksForRetraction(incident.id, "\u200B \n")).violations).toMatchObject([
    { rule: "F1", path: ["input", "grounds"] },
  ]);
  expect(rejected(await soc.asksForRetraction(incident.id, "bell \u0007")).violations).toMatchObject([
    { rule: "F3", path: ["input", "grounds"] },
  ]);
  const markup = "<b>It was an exercise</b> & nothing else";
  accepted(await soc.asksForRetraction(incident.id, markup));
  for (const reason of ["", "\u0000"])
    expect(rejected(await centre.decidesRetraction(incident.id, true, reason)).violations).toMatchObject([
      { path: ["input", "reason"] },
    ]);
  expect(await mendings(centre, incident.number)).toMatchObject({
    retractedAt: null,
    retractions: [{ grounds: markup, decidedAt: null }],
  });
});

test("the same key gives the same answer again, whatever was decided since; with other content it is a conflict", async () => {
  const { world, centre, soc, incident } = await anIncident();
  const asked = { submissionKey: "ask", incidentId: incident.id, grounds: "An exercise." };
  const decided = { submissionKey: "decide", incidentId: incident.id, isGranted: true, reason: "So it was." };
  const first = accepted((await soc.gets(RequestRetractionDocument, { input: asked })).requestRetraction);
  const granted = accepted((await centre.gets(DecideRetractionDocument, { input: decided })).decideRetraction);
  world.clock.advance(HOUR);
  const again = accepted((await soc.gets(RequestRetractionDocument, { input: asked })).requestRetraction);
  expect(again.receipt).toEqual(first.receipt);
  const grantedAgain = accepted((await centre.gets(DecideRetractionDocument, { input: decided })).decideRetraction);
  expect(grantedAgain.receipt).toEqual(granted.receipt);
  expect(grantedAgain.incident.retractedAt).toBe(granted.incident.retractedAt);
  const { errors } = await centre.asks(DecideRetractionDocument, { input: { ...decided, isGranted: false } });
  expect(errors).toMatchObject([{ extensions: { code: "CONFLICT", path: ["input", "submissionKey"] } }]);
  expect((await mendings(soc, incident.number)).retractions).toHaveLength(1);
  expect(await soc.gets(NodeDocument, { id: incident.id })).toMatchObject({ node: { id: incident.id } });
});
