import { describe, expect, test } from "vitest";
import {
  AcknowledgeNotificationDocument,
  IncidentDocument,
  NotificationsDocument,
  SubmitThreatAnalysisDocument,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, rejected, LANGUAGES } from "../support/person.js";
import { analysisInput, reportInput } from "../support/inputs.js";
import { aNotifiedSoc, notified, partOf, RULE_OF } from "../support/notified-socs.js";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway();

test("R9.4 an analysis is kept as it was sent, with its objects and indicators, for its SOC and the centre", async () => {
  const { world, soc, object, notificationId } = await aNotifiedSoc(shared(), "THREAT");
  const { analysis, notification, incident } = accepted(
    await soc.analysesThreat(notificationId, {
      affectedObjects: [object.id, object.id],
      indicators: [{ type: "DOMAIN", value: "Пример[.]қаз" }],
      recommendations: "Block the domain.",
    }),
  );
  expect(notification.id).toBe(notificationId);
  expect(incident).toBeNull();
  expect(analysis).toMatchObject({
    kind: "THREAT",
    revision: 1,
    affectedObjects: [{ code: object.code }],
    indicators: [{ type: "DOMAIN", value: expect.stringMatching(/^xn--/) }],
  });
  const document = `query ($id: ID!) { node(id: $id) { ... on Analysis { recommendations measures conclusions receivedAt
    indicators { submitted } affectedObjects { code } } } }`;
  for (const person of [soc, await world.nationalCentre()])
    expect(await person.gets(document, { id: analysis.id })).toEqual({
      node: {
        recommendations: "Block the domain.",
        measures: "The mail was deleted.",
        conclusions: "Nothing was opened.",
        receivedAt: toIso(world.clock.now()),
        indicators: [{ submitted: "Пример[.]қаз" }],
        affectedObjects: [{ code: object.code }],
      },
    });
});

describe("an incident that an answer confirms", () => {
  test.each(["THREAT", "EVENT"] as const)(
    "R9.1 R9.2 R9.3 the analysis of a(n) %s that confirms one opens it, with its own clocks, linked both ways",
    async (subject) => {
      const { world, soc, object, notificationId } = await aNotifiedSoc(shared(), subject);
      const availableAt = world.clock.now();
      world.clock.advance(10 * HOUR);
      await using incidents = await soc.watchIncidents();
      await using notifications = await soc.watchNotifications();
      const confirmedAt = instant(world.clock.now() - 20 * MINUTE);
      const incident = reportInput(world.clock.now(), {
        confirmedAt: toIso(confirmedAt),
        affectedObjects: [{ objectId: object.id }],
      });
      const analyse = subject === "THREAT" ? soc.analysesThreat.bind(soc) : soc.analysesEvent.bind(soc);
      const sent = accepted(await analyse(notificationId, {}, { incident }));
      expect(sent.incident?.obligations.map(({ rule, standing, dueAt }) => [rule, standing, dueAt])).toEqual([
        ["R9.1", "MET_LATE", toIso(instant(confirmedAt + 15 * MINUTE))],
        ["R9.2", "OVERDUE", toIso(instant(confirmedAt + 15 * MINUTE))],
        ["R9.3", "RUNNING", toIso(instant(confirmedAt + 72 * HOUR))],
        // L21: what the notification led to owes its card 72 hours from it.
        ["R9.6", "RUNNING", toIso(instant(availableAt + 72 * HOUR))],
      ]);
      expect(sent.warnings.map(({ rule }) => rule)).toContain("R9.1");
      const number = sent.incident?.number ?? "";
      expect(await partOf(soc, notificationId)).toMatchObject({
        obligation: { rule: RULE_OF[subject], standing: "MET" },
        analyses: [{ incident: { number } }],
        incidents: [{ number }],
      });
      const link = "query ($number: String!) { incident(number: $number) { notifications { id } report { summary } } }";
      for (const person of [soc, await world.nationalCentre()])
        expect(await person.gets(link, { number })).toEqual({
          incident: { notifications: [{ id: notificationId }], report: { summary: incident.summary } },
        });
      expect(await notifications.next()).toMatchObject({ kind: "ANSWERED", notification: { id: notificationId } });
      expect(await incidents.next()).toMatchObject({ kind: "REPORTED", incident: { number } });
    },
  );

  test("R9.3 R9.6 H1 its card meets both, and is one more answer to the notification", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
    const incident = reportInput(world.clock.now());
    const sent = accepted(await soc.analysesEvent(notificationId, {}, { incident }));
    await using watch = await soc.watchNotifications();
    const { number, id, confirmedAt } = sent.incident!;
    await soc.sendsCard({ confirmedAt }, { incidentId: id });
    expect(await soc.standings(number)).toEqual({ "R9.1": "MET", "R9.3": "MET", "R9.6": "MET" });
    expect(await watch.next()).toMatchObject({ kind: "ANSWERED", notification: { id: notificationId } });
  });

  test("R9.6 R9.3 a card that answers a notification opens the incident, and meets both duties", async () => {
    const { world, soc, object, notificationId } = await aNotifiedSoc(shared(), "INCIDENT");
    world.clock.advance(HOUR);
    await using watch = await soc.watchNotifications();
    const { incident } = await soc.sendsCard(
      { affectedObjects: [{ objectId: object.id }] },
      { notificationIds: [notificationId] },
    );
    expect(await soc.standings(incident.number)).toEqual({
      "R9.1": "MET",
      "R9.2": "RUNNING",
      "R9.3": "MET",
      "R9.6": "MET",
    });
    expect(await partOf(soc, notificationId)).toMatchObject({
      obligation: { standing: "MET", dischargedAt: toIso(world.clock.now()) },
      incidents: [{ number: incident.number }],
    });
    expect(await watch.next()).toMatchObject({ kind: "ANSWERED", notification: { id: notificationId } });
  });

  test("R9.6 R9.3 the first card of an incident that was reported by a notification meets both duties, named again or not", async () => {
    for (const isNamedAgain of [true, false]) {
      const { world, soc, notificationId } = await aNotifiedSoc(shared(), "INCIDENT");
      world.clock.advance(HOUR);
      const { incident } = await soc.sendsReport({ notificationIds: [notificationId] });
      expect(await partOf(soc, notificationId)).toMatchObject({
        obligation: { standing: "RUNNING" },
        incidents: [{ number: incident.number }],
      });
      world.clock.advance(71 * HOUR + 1);
      const sent = await soc.sendsCard(
        { confirmedAt: incident.confirmedAt },
        { incidentId: incident.id, ...(isNamedAgain ? { notificationIds: [notificationId] } : {}) },
      );
      // 72 hours from the notification have passed by a millisecond, those from the confirmation have not.
      expect(sent.warnings).toMatchObject([{ rule: "R9.6", message: expect.stringContaining("late") }]);
      expect((await partOf(soc, notificationId)).obligation).toMatchObject({
        standing: "MET_LATE",
        latenessSeconds: 0.001,
      });
      expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.3": "MET", "R9.6": "MET_LATE" });
      await soc.amends(incident.id, 1, { confirmedAt: incident.confirmedAt, note: "Nothing is answered twice." });
      expect((await partOf(soc, notificationId)).obligation.latenessSeconds).toBe(0.001);
    }
  });

  test("R9.6 a card of an incident reported without it may name the notification, and links the two", async () => {
    const { soc, notificationId } = await aNotifiedSoc(shared(), "INCIDENT");
    const { incident } = await soc.sendsReport();
    await soc.sendsCard(
      { confirmedAt: incident.confirmedAt },
      { incidentId: incident.id, notificationIds: [notificationId] },
    );
    expect(await partOf(soc, notificationId)).toMatchObject({
      obligation: { standing: "MET" },
      incidents: [{ number: incident.number }],
    });
  });

  test("R9.6 M4 what was not confirmed at first may be confirmed later, and is then judged by the arrival of the card", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "INCIDENT");
    accepted(await soc.denies(notificationId));
    world.clock.advance(100 * HOUR);
    const at = toIso(world.clock.now());
    // Confirmed within the 72 hours; after them R9.3 alone runs, and the denial stands.
    const confirmedAt = toIso(instant(world.clock.now() - 30 * HOUR));
    const { incident, warnings } = await soc.sendsCard({ confirmedAt }, { notificationIds: [notificationId] });
    expect(warnings.map(({ rule }) => rule)).toContain("R9.6");
    expect(await partOf(soc, notificationId)).toMatchObject({
      obligation: { standing: "MET_LATE", dischargedAt: at, metBy: "CARD", latenessSeconds: (28 * HOUR) / SECOND },
      incidents: [{ number: incident.number }],
    });
  });
});

describe("a second answer", () => {
  test("F23 a second analysis names the revision that it corrects; every revision is kept, and the first one counts", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "THREAT");
    const at = toIso(world.clock.now());
    const tooEarly = rejected(await soc.analysesThreat(notificationId, {}, { revision: 1 }));
    expect(tooEarly.violations).toMatchObject([{ rule: "F23", path: ["input", "revision"] }]);
    expect(rejected(await soc.analysesThreat(notificationId, {}, { revision: 0 })).violations).toMatchObject([
      { rule: "F23", path: ["input", "revision"] },
    ]);
    accepted(await soc.analysesThreat(notificationId, { findings: "first" }));
    world.clock.advance(80 * HOUR);
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(await soc.speaking(language).analysesThreat(notificationId));
      expect(violations).toMatchObject([{ rule: "F23", path: ["input", "revision"] }]);
      messages.add(violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(3);
    const second = accepted(await soc.analysesThreat(notificationId, { findings: "second" }, { revision: 1 }));
    expect(second.analysis.revision).toBe(2);
    expect(second.warnings).toEqual([]);
    expect(rejected(await soc.analysesThreat(notificationId, {}, { revision: 1 })).violations).toMatchObject([
      { rule: "F23", message: expect.stringContaining("revision 2") },
    ]);
    expect(await partOf(soc, notificationId)).toMatchObject({
      analyses: [
        { revision: 1, findings: "first" },
        { revision: 2, findings: "second" },
      ],
      obligation: { standing: "MET", dischargedAt: at },
    });
  });

  test("F23 a correction keeps the incident that the analysis confirmed", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
    const incident = reportInput(world.clock.now());
    const first = accepted(await soc.analysesEvent(notificationId, {}, { incident }));
    const second = accepted(await soc.analysesEvent(notificationId, { findings: "More." }, { revision: 1 }));
    expect(second.incident?.id).toBe(first.incident?.id);
    expect((await partOf(soc, notificationId)).incidents).toHaveLength(1);
  });

  test("F23 of two revisions of one analysis at once, and of two first ones, one is accepted", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "THREAT");
    const elsewhere = await world.another();
    const people = [soc, soc.through(elsewhere), soc, soc.through(elsewhere)];
    for (const revision of [null, 1]) {
      const sent = await Promise.all(people.map((one) => one.analysesThreat(notificationId, {}, { revision })));
      const types = sent.map(({ __typename }) => __typename);
      expect(types.filter((type) => type === "AnalysisAccepted")).toHaveLength(1);
      for (const one of sent.filter(({ __typename }) => __typename === "SubmissionRejected"))
        expect(rejected(one).violations).toMatchObject([{ rule: "F23" }]);
    }
    expect((await partOf(soc, notificationId)).analyses.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  test("F23 what was not confirmed is denied once, also by two at once, and may be analysed after all", async () => {
    const { soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
    const sent = await Promise.all([soc, soc, soc].map((one) => one.denies(notificationId)));
    expect(sent.filter(({ __typename }) => __typename === "NotConfirmedAccepted")).toHaveLength(1);
    const { violations } = rejected(await soc.denies(notificationId));
    expect(violations).toMatchObject([{ rule: "F23", path: ["input", "notificationIds", "0"] }]);
    expect(accepted(await soc.analysesEvent(notificationId)).analysis.revision).toBe(1);
    expect(
      rejected(await soc.denies(notificationId, " "))
        .violations.map(({ rule }) => rule)
        .toSorted(),
    ).toEqual(["F1", "F23"]);
  });

  test("the same key gives the same answer again; with other content it is a conflict", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "THREAT");
    const input = { submissionKey: "retry", notificationIds: [notificationId], analysis: analysisInput() };
    const first = accepted((await soc.gets(SubmitThreatAnalysisDocument, { input })).submitThreatAnalysis);
    world.clock.advance(100 * HOUR);
    const again = accepted((await soc.gets(SubmitThreatAnalysisDocument, { input })).submitThreatAnalysis);
    expect(again).toEqual(first);
    await expect(soc.analysesThreat(notificationId, { findings: "x" }, { submissionKey: "retry" })).rejects.toThrow(
      "CONFLICT",
    );
    const acknowledged = { submissionKey: "retry", notificationId };
    const { errors } = await soc.asks(AcknowledgeNotificationDocument, { input: acknowledged });
    expect(errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    expect((await partOf(soc, notificationId)).analyses).toHaveLength(1);
  });
});

test("R9.4 the centre sees of each recipient what it acknowledged and answered", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const [quick, silent] = [await world.soc(), await world.soc()];
  const notificationId = await notified(world, "EVENT", quick, silent);
  await quick.acknowledges({ notificationId });
  const incident = reportInput(world.clock.now());
  const { incident: opened } = accepted(
    await quick.analysesEvent(notificationId, { findings: "Found." }, { incident }),
  );
  world.clock.advance(73 * HOUR);
  const { notifications } = await centre.gets(NotificationsDocument, {});
  const sent = notifications.nodes.find(({ id }) => id === notificationId);
  const by = new Map(sent?.recipients.map((one) => [one.soc?.id, one]));
  expect(by.get(quick.party("Soc"))).toMatchObject({
    acknowledgedAt: expect.any(String),
    analyses: [{ findings: "Found.", incident: { number: opened?.number } }],
    obligation: { standing: "MET" },
  });
  expect(by.get(silent.party("Soc"))).toMatchObject({
    acknowledgedAt: null,
    analyses: [],
    notConfirmed: null,
    obligation: { standing: "OVERDUE", latenessSeconds: 3_600 },
  });
  const { incident: seen } = await centre.gets(IncidentDocument, { number: opened?.number ?? "" });
  expect(seen?.report?.summary).toBe(incident.summary);
});
