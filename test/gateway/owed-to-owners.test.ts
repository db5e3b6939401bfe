import { describe, expect, test } from "vitest";
import {
  ChangeProtectedObjectDocument,
  CorrectConfirmationDocument,
  RetryDeliveryDocument,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso, type Instant } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { hold, isWaiting } from "../support/held.js";
import { accepted, LANGUAGES, rejected, unique, type Person } from "../support/person.js";

const shared = sharedGateway();

const CRITICAL = ["CRITICAL_INFRASTRUCTURE" as const];

function ago(length: number): Instant {
  return instant(shared().clock.now() - length);
}

/** An object of `first`'s, reported by its SOC; `second` owns another one. */
async function reported(confirmedAt: Instant, kinds: readonly "CRITICAL_INFRASTRUCTURE"[] = CRITICAL) {
  const world = shared();
  const [first, second] = [await world.owner(), await world.owner()];
  const object = await world.protectedObject({ owner: first, kinds: [...kinds] });
  const soc = await world.soc({ covering: [object] });
  const centre = await world.nationalCentre();
  const on = { affectedObjects: [{ objectId: object.id }] };
  const report = async () => (await soc.sendsReport({ ...on, confirmedAt: toIso(confirmedAt) })).incident;
  return { world, first, second, object, soc, centre, on, report };
}

interface Seen {
  readonly retractedAt: string | null;
  readonly retractions: readonly { readonly isGranted: boolean | null; readonly reason: string | null }[];
  readonly report: { readonly summary: string } | null;
  readonly deliveries: readonly { readonly id: string; readonly state: string }[];
  readonly obligations: readonly { readonly rule: string; readonly standing: string; readonly metBy: string | null }[];
}

/** An incident as somebody sees it; null where it does not. */
async function seen(person: Person, number: string): Promise<Seen | null> {
  const asked = `query ($number: String!) { incident(number: $number) { retractedAt retractions { isGranted reason }
    report { summary } deliveries { id state } obligations { rule standing metBy } } }`;
  const { incident } = await person.gets<{ incident: Seen | null }, object>(asked, { number });
  return incident && { ...incident, obligations: incident.obligations.filter(({ rule }) => rule === "R9.2") };
}

async function standing(person: Person, number: string) {
  return (await seen(person, number))?.obligations[0] ?? null;
}

describe("who was told of an incident", () => {
  test("R9.2 L8 a former owner that acknowledges meets nothing, neither at once nor with the next statement", async () => {
    const { world, first, second, object, soc, report } = await reported(ago(HOUR));
    const incident = await report();
    await world.handOver(object, second, ago(2 * HOUR));
    accepted(await first.acknowledges({ incidentId: incident.id }));
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "OVERDUE" });
    accepted(await soc.reviews(incident.id, "HIGH", "It spreads."));
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "OVERDUE" });
    accepted(await second.acknowledges({ incidentId: incident.id }));
    expect(await standing(soc, incident.number)).toEqual({
      rule: "R9.2",
      standing: "MET_LATE",
      metBy: "OWNER_ACKNOWLEDGEMENT",
    });
  });

  test("R9.2 L8 who was registered by mistake and never was the owner meets nothing", async () => {
    const { world, first, second, object, soc, report } = await reported(ago(HOUR));
    await world.handOver(object, second, ago(2 * HOUR));
    const incident = await report();
    await world.handOver(object, first, ago(2 * HOUR));
    accepted(await second.acknowledges({ incidentId: incident.id }));
    accepted(await soc.reviews(incident.id, "HIGH", "It spreads."));
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "OVERDUE" });
  });

  test("R9.2 L8 whom the register names when it is told meets it at once, and still after the register is corrected", async () => {
    const { world, second, object, soc, report } = await reported(ago(2 * MINUTE));
    await world.handOver(object, second, ago(MINUTE));
    const incident = await report();
    accepted(await second.acknowledges({ incidentId: incident.id }));
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "MET", metBy: "OWNER_ACKNOWLEDGEMENT" });
    await world.handOver(object, await world.owner(), ago(MINUTE));
    accepted(await soc.reviews(incident.id, "HIGH", "It spreads."));
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "MET" });
  });

  test("F17 a delivery to whom R9.2 is owed no more is not retried, in three languages", async () => {
    const { world, second, object, centre, report } = await reported(ago(HOUR));
    const incident = await report();
    const [delivery] = (await seen(centre, incident.number))?.deliveries ?? [];
    await world.handOver(object, second, ago(2 * HOUR));
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const input = { submissionKey: unique("key"), deliveryId: delivery?.id ?? "" };
      const refused = rejected((await centre.speaking(language).gets(RetryDeliveryDocument, { input })).retryDelivery);
      expect(refused.violations).toMatchObject([{ rule: "F17", path: ["input", "deliveryId"] }]);
      messages.add(refused.violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(LANGUAGES.length);
    expect([...messages].join(" ")).toMatch(/not owed to this owner/);
  });
});

describe("a confirmation that moves into the time of another owner", () => {
  test("R9.2 L4 by a correction: that owner sees the incident and is notified, and the centre is warned that no mail goes out", async () => {
    const { world, first, second, object, soc, centre, report } = await reported(ago(HOUR));
    await world.handOver(object, second, ago(2 * HOUR));
    const incident = await report();
    expect(await seen(first, incident.number)).toBeNull();
    await using watch = await first.watchIncidents();
    const { warnings } = accepted(await centre.correctsConfirmation(incident.id, ago(3 * HOUR)));
    expect(warnings).toContainEqual(expect.objectContaining({ rule: "R9.2", path: ["input", "confirmedAt"] }));
    expect(await watch.next()).toMatchObject({ kind: "CONFIRMATION_CORRECTED", incident: { number: incident.number } });
    expect(await seen(first, incident.number)).toMatchObject({
      report: { summary: expect.any(String) as string },
      deliveries: [{ state: "NO_MAIL_SERVER" }],
      obligations: [{ standing: "OVERDUE" }],
    });
    accepted(await first.acknowledges({ incidentId: incident.id }));
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "MET_LATE" });
  });

  test("R9.2 L4 by an amendment it is the same, and the SOC is warned", async () => {
    const { world, first, second, object, soc, on, report } = await reported(ago(HOUR));
    await world.handOver(object, second, ago(2 * HOUR));
    const incident = await report();
    const moved = { ...on, confirmedAt: toIso(ago(3 * HOUR)), occurredAt: toIso(ago(4 * HOUR)) };
    const { warnings } = await soc.sendsCard(moved, { incidentId: incident.id });
    expect(warnings).toContainEqual(
      expect.objectContaining({ rule: "R9.2", path: ["input", "card", "affectedObjects", "0"] }),
    );
    expect(await seen(first, incident.number)).toMatchObject({
      report: { summary: expect.any(String) as string },
      deliveries: [{ state: "NO_MAIL_SERVER" }],
      obligations: [{ standing: "OVERDUE" }],
    });
    accepted(await first.acknowledges({ incidentId: incident.id }));
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "MET_LATE" });
  });

  test("R9.2 L4 a correction into the time in which an object is critical opens it, and its owner is notified", async () => {
    const { world, first, object, soc, centre, report } = await reported(ago(3 * HOUR), []);
    await world.reclassify(object, CRITICAL, ago(2 * HOUR));
    const incident = await report();
    const { warnings } = accepted(await centre.correctsConfirmation(incident.id, ago(HOUR)));
    expect(warnings.filter(({ path }) => path.at(-1) === "confirmedAt").map(({ rule }) => rule)).toContain("R9.2");
    expect(await seen(first, incident.number)).toMatchObject({
      deliveries: [{ state: "NO_MAIL_SERVER" }],
      obligations: [{ standing: "OVERDUE" }],
    });
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "OVERDUE" });
  });
});

test("L18 an owner that was told of an incident is told that it never was, though the object is another owner's by then", async () => {
  const { world, first, second, object, soc, centre, report } = await reported(ago(MINUTE));
  const incident = await report();
  await world.handOver(object, second);
  await using watch = await first.watchIncidents();
  accepted(await soc.asksForRetraction(incident.id));
  accepted(await centre.decidesRetraction(incident.id, true, "The logs say so."));
  expect(await watch.next()).toMatchObject({ kind: "RETRACTED", incident: { number: incident.number } });
  expect(await seen(first, incident.number)).toMatchObject({
    retractedAt: toIso(world.clock.now()),
    retractions: [{ isGranted: true, reason: "The logs say so." }],
    report: { summary: expect.any(String) as string },
  });
});

test("R9.2 an object that changes while a confirmation is corrected waits, and the incident is judged by the change", async () => {
  const { world, object, soc, centre, report } = await reported(ago(3 * HOUR), []);
  const incident = await report();
  await using held = await hold(world.database, "lock table confirmation_correction in share mode");
  const correction = { submissionKey: unique("key"), incidentId: incident.id, confirmedAt: toIso(ago(HOUR)) };
  const corrects = centre.begins(CorrectConfirmationDocument, { input: { ...correction, reason: "It was mistyped." } });
  await isWaiting(world.database, 1);
  const input = { objectId: object.id, kinds: CRITICAL, from: toIso(ago(2 * HOUR)), reason: "The list of then." };
  const change = world.administrator().begins(ChangeProtectedObjectDocument, { input });
  await isWaiting(world.database, 2);
  await held.letGo();
  expect(await corrects.answer).toMatchObject({
    data: { correctConfirmation: { __typename: "ConfirmationCorrected" } },
  });
  expect(await change.answer).toMatchObject({
    data: { changeProtectedObject: { obligations: [{ rule: "R9.2", standing: "OVERDUE" }] } },
  });
  expect(await standing(soc, incident.number)).toMatchObject({ standing: "OVERDUE" });
});
