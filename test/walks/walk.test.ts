import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { fromGlobalId } from "../../src/platform/identity.js";
import { unique, type Person } from "../support/person.js";
import { hostileAnalysis, hostileCard, leaks, makeSecret, type Secret } from "../support/secret.js";
import { leavesOf, stepsOf } from "../support/walk.js";
import { schema, walk } from "../support/whole-walk.js";

/** Every id of the type that an act is about, then one of each other. */
function namedBy(ids: ReadonlySet<string>, about: string): string[] {
  const ofEach = new Map<string, string>();
  for (const id of ids) ofEach.set(fromGlobalId(id)?.type ?? "", id);
  ofEach.delete(about);
  return [...[...ids].filter((id) => fromGlobalId(id)?.type === about), ...ofEach.values()];
}

/** Said of who asks, before what is named is looked at. */
const WHOEVER = ["UNAUTHENTICATED", "FORBIDDEN"];

/** Submits one after another of these; where nobody of this role may, the first stands for all. */
async function triesAll(person: Person, mutation: string, inputs: readonly object[]): Promise<unknown[]> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation Try($input: ${type}!) { ${mutation}(input: $input) { __typename
    ... on SubmissionAccepted { receipt { id } warnings { message } } ... on SubmissionRejected { violations { rule path message } } } }`;
  const answers: unknown[] = [];
  for (const input of inputs) {
    const answer = await person.asks(document, { input: { submissionKey: unique("try"), ...input } });
    answers.push(answer);
    if (answer.errors?.some(({ extensions }) => WHOEVER.includes(extensions.code))) break;
  }
  return answers;
}

describe("a walk made from the schema, by everybody", () => {
  let secret: Secret;
  beforeAll(async () => {
    secret = await makeSecret();
  });
  afterAll(async () => {
    await secret.end();
  });

  test("the national centre's walk fills every leaf of the schema, and sees every canary", () => {
    const documents = [...stepsOf(schema, "Query", { id: "x", number: "x" }), ...stepsOf(schema, "Subscription", {})];
    const all = leavesOf(
      schema,
      documents.map(({ document }) => document),
    );
    expect(all.size).toBeGreaterThan(60);
    // Which indicators it has itself is a SOC's question alone (`test/gateway/notification-inbox`).
    const unseen = [...all].filter((leaf) => !secret.centre.leaves.has(leaf) && !leaf.startsWith("OwnIndicator."));
    expect(unseen).toEqual([]);
    for (const word of [
      "summary",
      "nature",
      "measures",
      "note",
      "reason",
      "description",
      "findings",
      "threat",
      "event",
    ])
      expect(secret.canaries).toContain(`canary ${word}`);
    expect(secret.canaries).toEqual(expect.arrayContaining(["canary.example", "canary[.]example", ...secret.numbers]));
  });

  test("no other party's walk sees any of them, though it knows every id and number", async () => {
    for (const [name, { person, facts }] of Object.entries(secret.strangers)) {
      const walked = await walk(person, secret.ids, secret.numbers, facts);
      // SOCs call the centre where the gateway cannot be reached.
      const given = name.includes("SOC") ? [secret.centrePhone] : [];
      expect({ name, leaks: leaks(secret, walked.wire, given) }).toEqual({ name, leaks: [] });
      // Who has a world of its own does see that one.
      expect({ name, sees: walked.leaves.has("Incident.number") }).toEqual({ name, sees: "incidentFeed" in facts });
    }
  });

  test("no mutation reveals anything to another party, whatever it names", async () => {
    const now = secret.world.clock.now();
    const before = toIso(instant(now - MINUTE));
    /** What each is about, and what it says of it. */
    const inputs: Record<string, readonly [about: string, inputOf: (id: string) => object]> = {
      amendIncidentCard: [
        "Incident",
        (incidentId) => ({ incidentId, revision: 2, card: hostileCard(now, secret.object) }),
      ],
      submitIncidentCard: ["Incident", (incidentId) => ({ incidentId, card: hostileCard(now, secret.object) })],
      reviewSeverity: ["Incident", (incidentId) => ({ incidentId, severity: "LOW" })],
      recordOwnerNotification: [
        "Incident",
        (incidentId) => ({ incidentId, channel: "OTHER", recipient: "x", notifiedAt: before }),
      ],
      requestRetraction: ["Incident", (incidentId) => ({ incidentId, grounds: "x" })],
      decideRetraction: ["Incident", (incidentId) => ({ incidentId, isGranted: true, reason: "x" })],
      correctConfirmation: ["Incident", (incidentId) => ({ incidentId, confirmedAt: before, reason: "x" })],
      withdrawCorrectionRequest: ["Incident", (incidentId) => ({ incidentId })],
      refuseConfirmationCorrection: ["Incident", (incidentId) => ({ incidentId, reason: "x" })],
      withdrawReceivedOtherwise: ["ReceivedOtherwise", (receivedOtherwiseId) => ({ receivedOtherwiseId, reason: "x" })],
      linkAffectedObject: [
        "Incident",
        (incidentId) => ({ incidentId, description: "x", objectId: secret.object.id, reason: "x" }),
      ],
      unlinkAffectedObject: ["Incident", (incidentId) => ({ incidentId, description: "x", reason: "x" })],
      waiveObligation: ["Obligation", (obligationId) => ({ obligationId, reason: "x" })],
      acknowledgeNotification: ["Incident", (incidentId) => ({ incidentId })],
      answerNotConfirmed: ["Notification", (notificationId) => ({ notificationIds: [notificationId], grounds: "x" })],
      submitThreatAnalysis: [
        "Notification",
        (notificationId) => ({ notificationIds: [notificationId], analysis: hostileAnalysis(secret.object) }),
      ],
      notifySocs: [
        "Incident",
        (incidentId) => ({ incidentId, to: { sharingIndicators: true }, text: "x", marking: "RED" }),
      ],
      retryDelivery: ["Delivery", (deliveryId) => ({ deliveryId })],
    };
    for (const [name, { person }] of Object.entries(secret.strangers))
      for (const [mutation, [about, inputOf]] of Object.entries(inputs)) {
        const ids = namedBy(secret.ids, about);
        const answers = await triesAll(person, mutation, ids.map(inputOf));
        expect({ name, mutation, leaks: leaks(secret, JSON.stringify(answers)) }).toEqual({
          name,
          mutation,
          leaks: [],
        });
      }
  });

  test("the time of an answer does not distinguish what exists from what does not", async () => {
    const { person } = secret.strangers["another SOC that was notified of one thing"] ?? {};
    if (!person) throw new Error("no stranger");
    const [number = ""] = secret.numbers;
    const ask = async (asked: string): Promise<number> => {
      const start = performance.now();
      await person.asks("query Q($number: String!) { incident(number: $number) { id nature: card { nature } } }", {
        number: asked,
      });
      return performance.now() - start;
    };
    const existing: number[] = [];
    const missing: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      existing.push(await ask(number));
      missing.push(await ask("NOBODY-2026-0001"));
    }
    const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
    const ratio = median(existing) / median(missing);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });
});

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
