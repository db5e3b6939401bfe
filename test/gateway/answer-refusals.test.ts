import { describe, expect, test } from "vitest";
import {
  AcknowledgeNotificationDocument,
  AnswerNotConfirmedDocument,
  SubmitIncidentCardDocument,
  SubmitThreatAnalysisDocument,
  type AnalysisInput,
} from "../../schema/operations.generated.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { sharedGateway, NOTHING } from "../support/gateway.js";
import { accepted, rejected, type Person, LANGUAGES } from "../support/person.js";
import { analysisInput, cardInput, reportInput } from "../support/inputs.js";
import { aNotifiedSoc, partOf, RULE_OF, SUBJECTS } from "../support/notified-socs.js";

const UNKNOWN = toGlobalId("Notification", NOTHING);

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway();

describe("answers of the wrong kind", () => {
  const given = {
    THREAT_ANALYSIS: (soc: Person, id: string) => soc.analysesThreat(id),
    EVENT_ANALYSIS: (soc: Person, id: string) => soc.analysesEvent(id),
    INCIDENT_CARD: (soc: Person, id: string) => soc.submitsCard({}, { notificationIds: [id] }),
    NOT_CONFIRMED: (soc: Person, id: string) => soc.denies(id),
  };
  const FITTING = {
    THREAT: ["submitThreatAnalysis"],
    EVENT: ["submitEventAnalysis", "submitIncidentCard", "answerNotConfirmed"],
    INCIDENT: ["submitIncidentCard", "submitEventAnalysis", "answerNotConfirmed"],
  } as const;
  const WRONG = [
    ["THREAT", "NOT_CONFIRMED"],
    ["EVENT", "THREAT_ANALYSIS"],
    ["INCIDENT", "THREAT_ANALYSIS"],
  ] as const;

  test.each(WRONG)(
    "R9.4 R9.5 R9.6 L17 of a(n) %s: %s is refused, and the right mutation named in three languages",
    async (subject, answer) => {
      const { world, soc, notificationId } = await aNotifiedSoc(shared(), subject);
      const messages = new Set<string>();
      for (const language of LANGUAGES) {
        const { violations } = rejected(await given[answer](soc.speaking(language), notificationId));
        expect(violations).toMatchObject([{ rule: RULE_OF[subject], path: ["input", "notificationIds", "0"] }]);
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
  const { world, soc, object, notificationId } = await aNotifiedSoc(shared(), "EVENT");
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
    affectedObjects: [{ objectId: foreign.id }],
  });
  const { violations } = rejected(await soc.analysesEvent(notificationId, { findings: "" }, { incident }));
  expect(violations.map(({ rule, path }) => `${rule} ${path.join(".")}`).toSorted()).toEqual([
    "F1 input.analysis.findings",
    "F1 input.incident.summary",
    "L3 input.incident.confirmedAt",
  ]);
  expect((await partOf(soc, notificationId)).obligation.standing).toBe("RUNNING");
  expect(await kept()).toEqual(before);
});

/** What each way of answering gives where it is refused before it is judged. */
async function refusals(person: Person, notificationId: string): Promise<readonly unknown[]> {
  const notificationIds = [notificationId];
  const submissionKey = "try";
  const inputs = [
    [AcknowledgeNotificationDocument, { submissionKey, notificationId }],
    [SubmitThreatAnalysisDocument, { submissionKey, notificationIds, analysis: analysisInput() }],
    [AnswerNotConfirmedDocument, { submissionKey, notificationIds, grounds: "None." }],
    [SubmitIncidentCardDocument, { submissionKey, notificationIds, card: cardInput(person.world.clock.now()) }],
  ] as const;
  const given = [];
  for (const [document, input] of inputs) {
    const { data, errors } = await person.asks(document.toString(), { input });
    given.push({ data, refused: errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path })) });
  }
  const summary = { ...reportInput(person.world.clock.now()), notificationIds, submissionKey };
  const { errors } = await person.asks(
    "mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { __typename } }",
    { input: summary },
  );
  given.push(errors?.map(({ message, extensions: { code, path } }) => ({ message, code, path })));
  return given;
}

test("another SOC's notification is answered exactly like one that does not exist", async () => {
  for (const subject of SUBJECTS) {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), subject);
    const stranger = await world.soc();
    const given = await refusals(stranger, notificationId);
    expect(given).toEqual(await refusals(stranger, UNKNOWN));
    expect(JSON.stringify(given).match(/"NOT_FOUND"/g)).toHaveLength(5);
    expect(JSON.stringify(given).match(/\["input","notificationId(?:s","0)?"\]/g)).toHaveLength(5);
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
  const { world, soc, object, notificationId } = await aNotifiedSoc(shared(), "THREAT");
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

test("F23 who denied, then confirmed an incident and denies again, is told to ask for its retraction", async () => {
  const { soc, notificationId } = await aNotifiedSoc(shared(), "EVENT");
  accepted(await soc.denies(notificationId));
  expect(rejected(await soc.denies(notificationId)).violations[0]?.message).toContain("already said");
  await soc.sendsCard({}, { notificationIds: [notificationId] });
  expect(rejected(await soc.denies(notificationId)).violations).toMatchObject([
    { rule: "F23", message: expect.stringContaining("requestRetraction") },
  ]);
});
