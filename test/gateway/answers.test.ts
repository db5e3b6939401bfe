import { describe, expect, test } from "vitest";
import {
  AcknowledgeNotificationDocument,
  AnswerNotConfirmedDocument,
  IncidentDocument,
  NotificationsDocument,
  SubmitIncidentCardDocument,
  SubmitThreatAnalysisDocument,
  type AnalysisInput,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import type { Subject } from "../../src/domain/notification.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { accepted, rejected, sharedGateway, type Language, type Person, type TestGateway } from "../support/gateway.js";
import { analysisInput, cardInput, reportInput } from "../support/inputs.js";

const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
const SUBJECTS: readonly Subject[] = ["THREAT", "EVENT", "INCIDENT"];
const RULE_OF = { THREAT: "R9.4", EVENT: "R9.5", INCIDENT: "R9.6" } as const;
const UNKNOWN = toGlobalId("Notification", "01a20653-0000-7000-8000-000000000000");

/** Notifies SOCs of something of this kind; gives the notification's id. */
async function notified(world: TestGateway, subject: Subject, ...socs: readonly Person[]): Promise<string> {
  const centre = await world.nationalCentre();
  const to = { socs: socs.map((soc) => soc.party("Soc")) };
  const about = async () => {
    if (subject === "THREAT") return { threatId: accepted(await centre.registersThreat()).threat.id };
    if (subject === "EVENT") return { eventId: accepted(await centre.registersEvent()).event.id };
    const elsewhere = await world.soc();
    return { incidentId: (await elsewhere.sendsReport()).incident.id };
  };
  return (await centre.sendsNotification({ ...(await about()), to })).notification.id;
}

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway();

/** A SOC of the shared world that was notified of something of this kind. */
async function aNotifiedSoc(subject: Subject) {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  return { world, soc, object, notificationId: await notified(world, subject, soc) };
}

/** The SOC's part in a notification. */
async function partOf(soc: Person, notificationId: string) {
  const { notifications } = await soc.gets(NotificationsDocument, {});
  const found = notifications.nodes.find(({ id }) => id === notificationId);
  const [part] = found?.recipients ?? [];
  if (!found || !part?.obligation) throw new Error("the SOC was not notified");
  return { ...part, obligation: part.obligation, incidents: found.incidents };
}

/** The answer that the rule of each kind asks for. */
function answers(soc: Person, subject: Subject, notificationId: string) {
  if (subject === "THREAT") return soc.analysesThreat(notificationId);
  if (subject === "EVENT") return soc.analysesEvent(notificationId);
  return soc.submitsCard({}, { notificationId });
}

describe("the clock of an answer", () => {
  test.each(SUBJECTS)(
    "R9.4 R9.5 R9.6 L16 notified of a(n) %s, each SOC has 72 hours from then, the last instant included",
    async (subject) => {
      const world = shared();
      const [soc, late] = [await world.soc(), await world.soc()];
      const notificationId = await notified(world, subject, soc, late);
      const notifiedAt = world.clock.now();
      const dueAt = toIso(instant(notifiedAt + 72 * HOUR));
      for (const one of [soc, late]) {
        const { availableAt, obligation } = await partOf(one, notificationId);
        expect(availableAt).toBe(toIso(notifiedAt));
        expect(obligation).toMatchObject({
          rule: RULE_OF[subject],
          kind: "ANSWER_NOTIFICATION",
          startsAt: toIso(notifiedAt),
        });
        expect(obligation).toMatchObject({ dueAt, standing: "RUNNING", dischargedAt: null });
      }
      world.clock.advance(72 * HOUR);
      expect((await partOf(late, notificationId)).obligation.standing).toBe("RUNNING");
      const inTime = accepted(await answers(soc, subject, notificationId));
      expect(inTime.warnings).toEqual([]);
      world.clock.advance(1);
      expect((await partOf(late, notificationId)).obligation.standing).toBe("OVERDUE");
      const tooLate = accepted(await answers(late, subject, notificationId));
      expect(tooLate.warnings).toMatchObject([{ rule: RULE_OF[subject], message: expect.stringContaining("late") }]);
      expect((await partOf(soc, notificationId)).obligation).toMatchObject({ standing: "MET", latenessSeconds: 0 });
      expect((await partOf(late, notificationId)).obligation).toMatchObject({
        standing: "MET_LATE",
        latenessSeconds: 0.001,
      });
    },
  );

  test("R9.5 R9.6 L17 what was not confirmed is answered by saying so with its grounds, late or not", async () => {
    for (const subject of ["EVENT", "INCIDENT"] as const) {
      const { world, soc, notificationId } = await aNotifiedSoc(subject);
      world.clock.advance(73 * HOUR);
      const denied = accepted(await soc.denies(notificationId, "The address is that of our own scanner."));
      expect(denied.warnings).toMatchObject([{ rule: RULE_OF[subject] }]);
      expect(await partOf(soc, notificationId)).toMatchObject({
        obligation: { standing: "MET_LATE", latenessSeconds: 3_600 },
        notConfirmed: { grounds: "The address is that of our own scanner.", receivedAt: toIso(world.clock.now()) },
        analyses: [],
        incidents: [],
      });
    }
  });

  test("L16 an acknowledgement is recorded once and moves no deadline", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc("THREAT");
    const before = (await partOf(soc, notificationId)).obligation;
    world.clock.advance(HOUR);
    const at = toIso(world.clock.now());
    const { notification } = accepted(await soc.acknowledges({ notificationId }));
    expect(notification?.id).toBe(notificationId);
    world.clock.advance(HOUR);
    accepted(await soc.acknowledges({ notificationId }));
    const colleague = await world.person(soc.partyId, "SOC_OPERATOR");
    accepted(await colleague.acknowledges({ notificationId }));
    expect(await partOf(soc, notificationId)).toMatchObject({ acknowledgedAt: at, obligation: before });
    world.clock.advance(70 * HOUR + 1);
    expect((await partOf(soc, notificationId)).obligation.standing).toBe("OVERDUE");
  });

  test("L16 one recipient's acknowledgement and answer are not another's", async () => {
    const world = shared();
    const [soc, other] = [await world.soc(), await world.soc()];
    const notificationId = await notified(world, "THREAT", soc, other);
    await soc.acknowledges({ notificationId });
    accepted(await soc.analysesThreat(notificationId));
    const part = await partOf(other, notificationId);
    expect(part).toMatchObject({ acknowledgedAt: null, analyses: [], obligation: { standing: "RUNNING" } });
  });

  test("L19 an answer that names a supplement answers the notification that it supplements", async () => {
    for (const subject of SUBJECTS) {
      const { world, soc, notificationId } = await aNotifiedSoc(subject);
      const centre = await world.nationalCentre();
      world.clock.advance(MINUTE);
      const { notification } = await centre.sendsNotification({ supplements: notificationId });
      accepted(await answers(soc, subject, notification.id));
      const part = await partOf(soc, notificationId);
      expect(part.obligation.standing).toBe("MET");
      expect([...part.analyses, ...part.incidents]).toHaveLength(1);
    }
  });

  test("L19 R9.6 a report that names a supplement is linked to the notification that it supplements, and its card answers that", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc("INCIDENT");
    const centre = await world.nationalCentre();
    world.clock.advance(MINUTE);
    const { notification } = await centre.sendsNotification({ supplements: notificationId });
    const { incident } = await soc.sendsReport({ notificationId: notification.id });
    expect((await partOf(soc, notificationId)).incidents).toMatchObject([{ number: incident.number }]);
    await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
    expect((await partOf(soc, notificationId)).obligation.standing).toBe("MET");
  });

  test("L19 L2 what was withdrawn is never answered late, and in time it is answered in time", async () => {
    const world = shared();
    const [quick, slow] = [await world.soc(), await world.soc()];
    const notificationId = await notified(world, "THREAT", quick, slow);
    const centre = await world.nationalCentre();
    world.clock.advance(MINUTE);
    await centre.sendsNotification({ withdraws: notificationId });
    accepted(await quick.analysesThreat(notificationId));
    world.clock.advance(72 * HOUR);
    const { warnings } = accepted(await slow.analysesThreat(notificationId));
    expect(warnings.map(({ rule }) => rule)).toEqual(["L19"]);
    expect((await partOf(quick, notificationId)).obligation.standing).toBe("MET");
    expect(await partOf(slow, notificationId)).toMatchObject({
      analyses: [{ revision: 1 }],
      obligation: { standing: "WAIVED", latenessSeconds: 0 },
    });
  });
});

describe("answers of the wrong kind", () => {
  const given = {
    THREAT_ANALYSIS: (soc: Person, id: string) => soc.analysesThreat(id),
    EVENT_ANALYSIS: (soc: Person, id: string) => soc.analysesEvent(id),
    INCIDENT_CARD: (soc: Person, id: string) => soc.submitsCard({}, { notificationId: id }),
    NOT_CONFIRMED: (soc: Person, id: string) => soc.denies(id),
  };
  const FITTING = {
    THREAT: ["submitThreatAnalysis"],
    EVENT: ["submitEventAnalysis", "answerNotConfirmed"],
    INCIDENT: ["submitIncidentCard", "answerNotConfirmed"],
  } as const;
  const WRONG = [
    ["THREAT", "EVENT_ANALYSIS"],
    ["THREAT", "INCIDENT_CARD"],
    ["THREAT", "NOT_CONFIRMED"],
    ["EVENT", "THREAT_ANALYSIS"],
    ["EVENT", "INCIDENT_CARD"],
    ["INCIDENT", "THREAT_ANALYSIS"],
    ["INCIDENT", "EVENT_ANALYSIS"],
  ] as const;

  test.each(WRONG)(
    "R9.4 R9.5 R9.6 L17 of a(n) %s: %s is refused, and the right mutation named in three languages",
    async (subject, answer) => {
      const { world, soc, notificationId } = await aNotifiedSoc(subject);
      const messages = new Set<string>();
      for (const language of LANGUAGES) {
        const { violations } = rejected(await given[answer](soc.speaking(language), notificationId));
        expect(violations).toMatchObject([{ rule: RULE_OF[subject], path: ["input", "notificationId"] }]);
        for (const mutation of FITTING[subject]) expect(violations[0]?.message).toContain(mutation);
        messages.add(violations[0]?.message ?? "");
      }
      expect(messages.size).toBe(3);
      const part = await partOf(soc, notificationId);
      expect(part).toMatchObject({
        analyses: [],
        notConfirmed: null,
        obligation: { standing: "RUNNING" },
        incidents: [],
      });
      expect(
        await world.database.asOwner("select count(*)::int as count from incident where soc_id = $1", [soc.partyId]),
      ).toEqual([{ count: 0 }]);
    },
  );
});

const REFUSED: readonly (readonly [what: string, changes: Partial<AnalysisInput>, rule: string, path: string])[] = [
  ["no findings", { findings: "\n" }, "F1", "input.analysis.findings"],
  ["no measures", { measures: "" }, "F1", "input.analysis.measures"],
  ["too long conclusions", { conclusions: "x".repeat(20_001) }, "F2", "input.analysis.conclusions"],
  ["a control character", { recommendations: "\u0007" }, "F3", "input.analysis.recommendations"],
  [
    "an indicator that is none",
    { indicators: [{ type: "CVE", value: "CVE-26-1" }] },
    "F8",
    "input.analysis.indicators.0.value",
  ],
  ["an object that is none", { affectedObjects: ["nonsense"] }, "F17", "input.analysis.affectedObjects.0"],
];

test("F17 an analysis that breaks a rule is refused with rule, path and remedy, and answers nothing", async () => {
  const { world, soc, object, notificationId } = await aNotifiedSoc("EVENT");
  const mine = "select count(*)::int as count from incident where soc_id = $1";
  const kept = () => world.database.asOwner(mine, [soc.partyId]);
  const before = await kept();
  const foreign = await world.protectedObject();
  const cases = [
    ...REFUSED,
    ["another's object", { affectedObjects: [object.id, foreign.id] }, "F17", "input.analysis.affectedObjects.1"],
  ] as const;
  for (const [what, changes, rule, path] of cases) {
    const { violations } = rejected(await soc.analysesEvent(notificationId, changes));
    expect(violations, what).toMatchObject([{ rule, path: path.split(".") }]);
  }
  // One's own incident is judged with it, and its faults are reported beside the analysis' own.
  const incident = reportInput(world.clock.now(), {
    summary: "",
    confirmedAt: toIso(instant(world.clock.now() + HOUR)),
    affectedObject: { objectId: foreign.id },
  });
  const { violations } = rejected(await soc.analysesEvent(notificationId, { findings: "" }, { incident }));
  expect(violations.map(({ rule, path }) => `${rule} ${path.join(".")}`).toSorted()).toEqual([
    "F1 input.analysis.findings",
    "F1 input.incident.summary",
    "F7 input.incident.affectedObject.objectId",
    "L3 input.incident.confirmedAt",
  ]);
  expect((await partOf(soc, notificationId)).obligation.standing).toBe("RUNNING");
  expect(await kept()).toEqual(before);
});

test("R9.4 an analysis is kept as it was sent, with its objects and indicators, for its SOC and the centre", async () => {
  const { world, soc, object, notificationId } = await aNotifiedSoc("THREAT");
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
      const { world, soc, object, notificationId } = await aNotifiedSoc(subject);
      world.clock.advance(10 * HOUR);
      await using incidents = await soc.watchIncidents();
      await using notifications = await soc.watchNotifications();
      const confirmedAt = instant(world.clock.now() - 20 * MINUTE);
      const incident = reportInput(world.clock.now(), {
        confirmedAt: toIso(confirmedAt),
        affectedObject: { objectId: object.id },
      });
      const analyse = subject === "THREAT" ? soc.analysesThreat.bind(soc) : soc.analysesEvent.bind(soc);
      const sent = accepted(await analyse(notificationId, {}, { incident }));
      expect(sent.incident?.obligations.map(({ rule, standing, dueAt }) => [rule, standing, dueAt])).toEqual([
        ["R9.1", "MET_LATE", toIso(instant(confirmedAt + 15 * MINUTE))],
        ["R9.2", "OVERDUE", toIso(instant(confirmedAt + 15 * MINUTE))],
        ["R9.3", "RUNNING", toIso(instant(confirmedAt + 72 * HOUR))],
      ]);
      expect(sent.warnings.map(({ rule }) => rule)).toContain("R9.1");
      const number = sent.incident?.number ?? "";
      expect(await partOf(soc, notificationId)).toMatchObject({
        obligation: { rule: RULE_OF[subject], standing: "MET" },
        analyses: [{ incident: { number } }],
        incidents: [{ number }],
      });
      const link = "query ($number: String!) { incident(number: $number) { notification { id } report { summary } } }";
      for (const person of [soc, await world.nationalCentre()])
        expect(await person.gets(link, { number })).toEqual({
          incident: { notification: { id: notificationId }, report: { summary: incident.summary } },
        });
      expect(await notifications.next()).toMatchObject({ kind: "ANSWERED", notification: { id: notificationId } });
      expect(await incidents.next()).toMatchObject({ kind: "REPORTED", incident: { number } });
    },
  );

  test("R9.3 its card meets R9.3 and has nothing more to answer", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc("EVENT");
    const incident = reportInput(world.clock.now());
    const sent = accepted(await soc.analysesEvent(notificationId, {}, { incident }));
    await using watch = await soc.watchNotifications();
    const { number, id, confirmedAt } = sent.incident!;
    await soc.sendsCard({ confirmedAt }, { incidentId: id });
    expect(await soc.standings(number)).toEqual({ "R9.1": "MET", "R9.3": "MET" });
    await watch.staysQuiet(async () => accepted(await soc.acknowledges({ notificationId })));
  });

  test("R9.6 R9.3 a card that answers a notification opens the incident, and meets both duties", async () => {
    const { world, soc, object, notificationId } = await aNotifiedSoc("INCIDENT");
    world.clock.advance(HOUR);
    await using watch = await soc.watchNotifications();
    const { incident } = await soc.sendsCard({ affectedObject: { objectId: object.id } }, { notificationId });
    expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.2": "RUNNING", "R9.3": "MET" });
    expect(await partOf(soc, notificationId)).toMatchObject({
      obligation: { standing: "MET", dischargedAt: toIso(world.clock.now()) },
      incidents: [{ number: incident.number }],
    });
    expect(await watch.next()).toMatchObject({ kind: "ANSWERED", notification: { id: notificationId } });
  });

  test("R9.6 R9.3 the first card of an incident that was reported by a notification meets both duties, named again or not", async () => {
    for (const isNamedAgain of [true, false]) {
      const { world, soc, notificationId } = await aNotifiedSoc("INCIDENT");
      world.clock.advance(HOUR);
      const { incident } = await soc.sendsReport({ notificationId });
      expect(await partOf(soc, notificationId)).toMatchObject({
        obligation: { standing: "RUNNING" },
        incidents: [{ number: incident.number }],
      });
      world.clock.advance(71 * HOUR + 1);
      const sent = await soc.sendsCard(
        { confirmedAt: incident.confirmedAt },
        { incidentId: incident.id, ...(isNamedAgain ? { notificationId } : {}) },
      );
      // 72 hours from the notification have passed by a millisecond, those from the confirmation have not.
      expect(sent.warnings).toMatchObject([{ rule: "R9.6", message: expect.stringContaining("late") }]);
      expect((await partOf(soc, notificationId)).obligation).toMatchObject({
        standing: "MET_LATE",
        latenessSeconds: 0.001,
      });
      expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.3": "MET" });
      await soc.amends(incident.id, 1, { confirmedAt: incident.confirmedAt, note: "Nothing is answered twice." });
      expect((await partOf(soc, notificationId)).obligation.latenessSeconds).toBe(0.001);
    }
  });

  test("R9.6 a card of an incident reported without it may name the notification, and links the two", async () => {
    const { soc, notificationId } = await aNotifiedSoc("INCIDENT");
    const { incident } = await soc.sendsReport();
    await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id, notificationId });
    expect(await partOf(soc, notificationId)).toMatchObject({
      obligation: { standing: "MET" },
      incidents: [{ number: incident.number }],
    });
  });

  test("R9.6 what was not confirmed at first may be confirmed later: the answer stays as it was first given", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc("INCIDENT");
    accepted(await soc.denies(notificationId));
    const at = toIso(world.clock.now());
    world.clock.advance(100 * HOUR);
    const { incident, warnings } = await soc.sendsCard({}, { notificationId });
    expect(warnings).toEqual([]);
    expect(await partOf(soc, notificationId)).toMatchObject({
      obligation: { standing: "MET", dischargedAt: at },
      incidents: [{ number: incident.number }],
    });
  });
});

describe("a second answer", () => {
  test("F23 a second analysis names the revision that it corrects; every revision is kept, and the first one counts", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc("THREAT");
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
    const { world, soc, notificationId } = await aNotifiedSoc("EVENT");
    const incident = reportInput(world.clock.now());
    const first = accepted(await soc.analysesEvent(notificationId, {}, { incident }));
    const second = accepted(await soc.analysesEvent(notificationId, { findings: "More." }, { revision: 1 }));
    expect(second.incident?.id).toBe(first.incident?.id);
    expect((await partOf(soc, notificationId)).incidents).toHaveLength(1);
  });

  test("F23 of two revisions of one analysis at once, and of two first ones, one is accepted", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc("THREAT");
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
    const { soc, notificationId } = await aNotifiedSoc("EVENT");
    const sent = await Promise.all([soc, soc, soc].map((one) => one.denies(notificationId)));
    expect(sent.filter(({ __typename }) => __typename === "NotConfirmedAccepted")).toHaveLength(1);
    const { violations } = rejected(await soc.denies(notificationId));
    expect(violations).toMatchObject([{ rule: "F23", path: ["input", "notificationId"] }]);
    expect(accepted(await soc.analysesEvent(notificationId)).analysis.revision).toBe(1);
    expect(
      rejected(await soc.denies(notificationId, " "))
        .violations.map(({ rule }) => rule)
        .toSorted(),
    ).toEqual(["F1", "F23"]);
  });

  test("the same key gives the same answer again; with other content it is a conflict", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc("THREAT");
    const input = { submissionKey: "retry", notificationId, analysis: analysisInput() };
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

/** What each way of answering gives where it is refused before it is judged. */
async function refusals(person: Person, notificationId: string): Promise<readonly unknown[]> {
  const submissionKey = "try";
  const inputs = [
    [AcknowledgeNotificationDocument, { submissionKey, notificationId }],
    [SubmitThreatAnalysisDocument, { submissionKey, notificationId, analysis: analysisInput() }],
    [AnswerNotConfirmedDocument, { submissionKey, notificationId, grounds: "None." }],
    [SubmitIncidentCardDocument, { submissionKey, notificationId, card: cardInput(person.world.clock.now()) }],
  ] as const;
  const given = [];
  for (const [document, input] of inputs) {
    const { data, errors } = await person.asks(document.toString(), { input });
    given.push({ data, refused: errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path })) });
  }
  const summary = { ...reportInput(person.world.clock.now()), notificationId, submissionKey };
  const { errors } = await person.asks(
    "mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { __typename } }",
    { input: summary },
  );
  given.push(errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path })));
  return given;
}

test("another SOC's notification is answered exactly like one that does not exist", async () => {
  for (const subject of SUBJECTS) {
    const { world, soc, notificationId } = await aNotifiedSoc(subject);
    const stranger = await world.soc();
    const given = await refusals(stranger, notificationId);
    expect(given).toEqual(await refusals(stranger, UNKNOWN));
    expect(JSON.stringify(given).match(/"NOT_FOUND"/g)).toHaveLength(5);
    expect(JSON.stringify(given).match(/\["input","notificationId"\]/g)).toHaveLength(5);
    expect(await partOf(soc, notificationId)).toMatchObject({
      acknowledgedAt: null,
      obligation: { standing: "RUNNING" },
    });
    expect(
      await world.database.asOwner("select count(*)::int as count from incident where soc_id = $1", [stranger.partyId]),
    ).toEqual([{ count: 0 }]);
  }
});

test("owners, readers and the centre answer nothing", async () => {
  const { world, soc, object, notificationId } = await aNotifiedSoc("THREAT");
  const owner = await world.person(object.ownerId, "OWNER");
  const people = [owner, await world.person(soc.partyId, "SOC_READER"), await world.nationalCentre()];
  for (const person of people)
    expect(JSON.stringify(await refusals(person, notificationId)).match(/"FORBIDDEN"/g)).toHaveLength(5);
  expect(JSON.stringify(await refusals(soc.withToken(""), notificationId)).match(/"UNAUTHENTICATED"/g)).toHaveLength(5);
  expect(await partOf(soc, notificationId)).toMatchObject({
    acknowledgedAt: null,
    obligation: { standing: "RUNNING" },
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
