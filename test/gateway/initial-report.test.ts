import { expect, test } from "vitest";
import { HOUR, instant, MINUTE, parseInstant, SECOND, toIso } from "../../src/domain/instant.js";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import { accepted } from "../support/person.js";

/** Each test has a SOC of its own. */
const shared = sharedGateway({ at: "MOVING" });

test("R9.1 a report in time meets the duty to notify the national centre and starts the card's clock", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const { incident, receipt } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  expect(incident.obligations.map(({ rule, standing }) => [rule, standing])).toEqual([
    ["R9.1", "MET"],
    ["R9.2", "RUNNING"],
    ["R9.3", "RUNNING"],
  ]);
  expect(receipt.position).toBeGreaterThan(0);
  expect(receipt.receivedAt).toBe(toIso(world.clock.now()));
});

test("R9.1 the last instant of the fifteenth minute is in time, the next one is late and accepted", async () => {
  const world = shared();
  const soc = await world.soc();
  const now = world.clock.now();
  const inTime = await soc.sendsReport({ confirmedAt: toIso(instant(now - 15 * MINUTE)) });
  const late = await soc.sendsReport({ confirmedAt: toIso(instant(now - 15 * MINUTE - 1)) });
  expect(await soc.standings(inTime.incident.number)).toMatchObject({ "R9.1": "MET" });
  expect(await soc.standings(late.incident.number)).toMatchObject({ "R9.1": "MET_LATE" });
  expect(late.warnings).toMatchObject([{ rule: "R9.1" }]);
  expect(late.incident.obligations[0]?.latenessSeconds).toBe(0.001);
});

test("R9.3 L7 a card without a report before it notifies the national centre too, and never the owner", async () => {
  const world = shared();
  const object = await world.protectedObject({ kinds: ["E_GOVERNMENT"] });
  const soc = await world.soc({ covering: [object] });
  const { incident, card } = await soc.sendsCard({ affectedObjects: [{ objectId: object.id }] });
  expect(card.revision).toBe(1);
  expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.2": "RUNNING", "R9.3": "MET" });
});

test("R9.3 a card of a reported incident belongs to it, and only the first one is a first card (F13)", async () => {
  const world = shared();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  world.clock.advance(72 * HOUR);
  const sent = await soc.sendsCard({ confirmedAt: incident.confirmedAt }, { incidentId: incident.id });
  expect(sent.incident.id).toBe(incident.id);
  expect(sent.warnings).toMatchObject([{ rule: "R9.3", message: expect.stringContaining("late") }]);
  const again = await soc.submitsCard({}, { incidentId: incident.id });
  expect(again).toMatchObject({ violations: [{ rule: "F13", path: ["input", "incidentId"] }] });
});

test("L4 a later confirmation on the card moves nothing and is warned about; an earlier one moves the terms", async () => {
  const world = shared();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  const later = toIso(instant(parseInstant(incident.confirmedAt)! + 30 * SECOND));
  const sent = await soc.sendsCard({ confirmedAt: later }, { incidentId: incident.id });
  expect(sent.warnings).toMatchObject([{ rule: "L4", path: ["input", "card", "confirmedAt"] }]);
  expect(sent.incident.confirmedAt).toBe(incident.confirmedAt);
  expect(sent.card.confirmedAt).toBe(later);

  const earlier = instant(parseInstant(incident.confirmedAt)! - 20 * MINUTE);
  await soc.amends(incident.id, 1, { confirmedAt: toIso(earlier) });
  const { incident: moved } = await soc.gets(IncidentDocument, { number: incident.number });
  expect(moved?.obligations.map(({ rule, standing, dueAt }) => [rule, standing, dueAt])).toEqual([
    ["R9.1", "MET_LATE", toIso(instant(earlier + 15 * MINUTE))],
    ["R9.3", "MET", toIso(instant(earlier + 72 * HOUR))],
  ]);
});

test("RA.1 an Undetermined level is reviewed within 48 hours, and a review may leave it with a reason (L11)", async () => {
  const world = shared();
  const soc = await world.soc();
  const { incident } = await soc.sendsCard({ severity: "UNDETERMINED", type: "OTHER" });
  expect(await soc.standings(incident.number)).toMatchObject({ "RA.1": "RUNNING" });
  expect(await soc.reviews(incident.id, "UNDETERMINED")).toMatchObject({
    violations: [{ rule: "L11", path: ["input", "reason"] }],
  });
  await soc.reviews(incident.id, "UNDETERMINED", "The supplier has not answered yet.");
  const { incident: left } = await soc.gets(IncidentDocument, { number: incident.number });
  expect(left?.severity).toBe("UNDETERMINED");
  expect(left?.obligations.find(({ rule }) => rule === "RA.1")?.standing).toBe("MET");
});

test("RA.1 L10 a card that names a level at last meets the duty and is recorded as a review", async () => {
  const world = shared();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport({ severity: "UNDETERMINED" });
  world.clock.advance(49 * HOUR);
  await soc.sendsCard(
    { severity: "LOW", type: "OTHER", confirmedAt: incident.confirmedAt },
    { incidentId: incident.id },
  );
  const { incident: reported } = await soc.gets(IncidentDocument, { number: incident.number });
  expect(reported?.severityReviews).toMatchObject([{ previous: "UNDETERMINED", severity: "LOW", reason: null }]);
  expect(reported?.obligations.find(({ rule }) => rule === "RA.1")).toMatchObject({ standing: "MET_LATE" });
});

test("R9.2 L8 the SOC's statement that it notified the owner counts from when the owner was notified", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  const notifiedAt = instant(world.clock.now() + 5 * MINUTE);
  world.clock.advance(40 * MINUTE);
  expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "OVERDUE" });
  await soc.recordsOwnerNotified(incident.id, notifiedAt);
  const { incident: reported } = await soc.gets(IncidentDocument, { number: incident.number });
  expect(reported?.ownerNotifications).toMatchObject([
    { channel: "TELEPHONE", notifiedAt: toIso(notifiedAt), receivedAt: toIso(world.clock.now()) },
  ]);
  expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "MET" });
});

test("L9 the owner of any object can be notified, registered or not, and no clock runs for an ordinary one", async () => {
  const world = shared();
  const ordinary = await world.protectedObject({ kinds: [] });
  const soc = await world.soc({ covering: [ordinary] });
  const unknown = await soc.sendsReport();
  accepted(await soc.recordsOwnerNotified(unknown.incident.id, world.clock.now()));
  expect(await soc.standings(unknown.incident.number)).toEqual({ "R9.1": "MET", "R9.3": "RUNNING" });
  const known = await soc.sendsReport({ affectedObjects: [{ objectId: ordinary.id }] });
  await soc.recordsOwnerNotified(known.incident.id, world.clock.now());
  expect(await soc.standings(known.incident.number)).toEqual({ "R9.1": "MET", "R9.3": "RUNNING" });
});

test("L15 a confirmation before the amendment was in force opens no terms", async () => {
  await using world = await startGateway({ settings: { IN_FORCE_FROM: "2026-03-01T14:59:30+05:00" } });
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  expect(incident.obligations).toEqual([]);
});
