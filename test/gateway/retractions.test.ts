import { describe, expect, test } from "vitest";
import {
  CorrectConfirmationDocument,
  DecideRetractionDocument,
  IncidentDocument,
  NodeDocument,
  NotificationPreviewDocument,
  RequestRetractionDocument,
  WaiveObligationDocument,
} from "../../schema/operations.generated.js";
import { HOUR, MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { lentGateway, NOTHING, sharedGateway } from "../support/gateway.js";
import { accepted, rejected, type Person, LANGUAGES } from "../support/person.js";
import { anIncident, mendings } from "../support/mended-incidents.js";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway();

describe("an incident reported in error", () => {
  test("L18 asked for, its retraction changes nothing: the clocks run on", async () => {
    const { world, centre, soc, incident } = await anIncident(shared());
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
    const { world, centre, owner, soc, incident } = await anIncident(shared());
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
      const duties = seen?.obligations.map(({ rule, standing, waivedAt }) => [rule, standing, waivedAt]);
      // How the SOC stands toward the centre is not the owner's concern.
      const toward = [["R9.2", "WAIVED", at]];
      const all = [["R9.1", "MET", null], ...toward, ["R9.3", "WAIVED", at], ["RA.1", "WAIVED", at]];
      expect(duties).toEqual(person === owner ? toward : all);
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
    const { centre, owner, soc, on, incident, confirmedAt } = await anIncident(shared());
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
    const { world, centre, soc, incident } = await anIncident(shared());
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
    const { centre, soc, incident } = await anIncident(shared());
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
    await using world = await lentGateway();
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

test("only a SOC's operators ask for a retraction, only the centre's decide, correct and waive", async () => {
  const { world, centre, owner, soc, incident } = await anIncident(shared());
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
  ];
  const waiving = (person: Person) =>
    person.asks(WaiveObligationDocument, { input: { submissionKey: "k", obligationId, reason: "x" } });
  for (const person of [...others, centre])
    expect((await asking(person)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  for (const person of [...others, soc])
    for (const act of deciding)
      expect((await act(person)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  for (const person of others)
    expect((await waiving(person)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  // A SOC closes what a correction left over, and nothing else (F25).
  expect((await waiving(soc)).data?.waiveObligation).toMatchObject({ violations: [{ rule: "F25" }] });
  for (const act of [asking, waiving, ...deciding])
    expect((await act(soc.withToken(""))).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});

test("what is to be mended exists, or the answer is NOT_FOUND; another SOC's incident does not", async () => {
  const { world, centre, incident } = await anIncident(shared());
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
  const { centre, soc, incident } = await anIncident(shared());
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
  const { world, centre, soc, incident } = await anIncident(shared());
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

describe("an incident of which SOCs were notified", () => {
  test("M11 L18 its retraction is a fact to every SOC that was notified of it, and its notifications show it", async () => {
    const { world, centre, soc, incident } = await anIncident(shared());
    const [one, other] = [await world.soc(), await world.soc()];
    const { notification } = await centre.sendsNotification({
      incidentId: incident.id,
      to: { socs: [one.party("Soc"), other.party("Soc")] },
    });
    world.clock.advance(MINUTE);
    await centre.sendsNotification({ supplements: notification.id });
    accepted(await soc.asksForRetraction(incident.id));
    await using watch = await one.watchNotifications();
    await using second = await other.watchNotifications();
    await using all = await centre.watchNotifications();
    world.clock.advance(HOUR);
    accepted(await centre.decidesRetraction(incident.id, true));
    const at = toIso(world.clock.now());
    const fact = { kind: "INCIDENT_RETRACTED", at, notification: { id: notification.id, incidentRetractedAt: at } };
    expect(await watch.next()).toMatchObject(fact);
    expect(await second.next()).toMatchObject(fact);
    expect(await all.take(2)).toMatchObject([fact, fact]);
    const query =
      "query ($number: String!) { incident(number: $number) { notificationsAbout { id incidentRetractedAt } } }";
    const { incident: seen } = await centre.gets<{ incident: { notificationsAbout: object[] } }, object>(query, {
      number: incident.number,
    });
    expect(seen.notificationsAbout).toMatchObject([{ id: notification.id, incidentRetractedAt: at }, {}]);
    // Its own SOC was not notified of it.
    const own = await soc.gets<{ incident: { notificationsAbout: object[] } }, object>(query, {
      number: incident.number,
    });
    expect(own.incident.notificationsAbout).toEqual([]);
  });

  test("L18 a refused retraction tells nobody", async () => {
    const { world, centre, soc, incident } = await anIncident(shared());
    const one = await world.soc();
    const to = { socs: [one.party("Soc")] };
    const { notification } = await centre.sendsNotification({ incidentId: incident.id, to });
    accepted(await soc.asksForRetraction(incident.id));
    await using watch = await one.watchNotifications();
    accepted(await centre.decidesRetraction(incident.id, false));
    await centre.sendsNotification({ supplements: notification.id });
    expect(await watch.next()).toMatchObject({ kind: "SUPPLEMENTED", notification: { incidentRetractedAt: null } });
  });

  test("M11 F24 R12.1 no SOC is notified of a retracted incident; what was sent about it is withdrawn, not supplemented", async () => {
    const { world, centre, soc, incident } = await anIncident(shared());
    const to = { socs: [(await world.soc()).party("Soc")] };
    const { notification } = await centre.sendsNotification({ incidentId: incident.id, to });
    accepted(await soc.asksForRetraction(incident.id));
    accepted(await centre.decidesRetraction(incident.id, true));
    for (const [about, path] of [
      [{ incidentId: incident.id, to }, "incidentId"],
      [{ supplements: notification.id }, "supplements"],
    ] as const) {
      const messages = [];
      for (const language of LANGUAGES) {
        const { violations } = rejected(await centre.speaking(language).notifies(about));
        expect(violations).toMatchObject([{ rule: "F24", path: ["input", path] }]);
        expect(violations[0]?.message).toContain("registerDetectedIncident");
        messages.push(violations[0]?.message);
      }
      expect(new Set(messages).size).toBe(3);
    }
    await centre.sendsNotification({ withdraws: notification.id, text: "It was an exercise." });
  });
});
