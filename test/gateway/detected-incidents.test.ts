import { describe, expect, test } from "vitest";
import { NodeDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, toIso } from "../../src/domain/instant.js";
import { inbox } from "../support/inbox.js";
import { partOf } from "../support/notified-socs.js";
import { LANGUAGES, accepted, rejected, type Person } from "../support/person.js";
import { sharedGateway, type TestGateway } from "../support/gateway.js";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway({ at: "MOVING" });

interface Listed {
  readonly id: string;
  readonly number: string;
  readonly summary: string;
  readonly notifications: readonly { readonly subject: string }[];
}

async function detectedIncidents(person: Person): Promise<readonly Listed[]> {
  const query = "{ detectedIncidents(first: 100) { nodes { id number summary notifications { subject } } } }";
  return (await person.gets<{ detectedIncidents: { nodes: Listed[] } }, object>(query, {})).detectedIncidents.nodes;
}

/** A SOC that the centre has notified of an incident that it detected itself. */
async function aNotifiedSoc(world: TestGateway) {
  const [centre, soc] = [await world.nationalCentre(), await world.soc()];
  const { detectedIncident } = accepted(
    await centre.registersDetectedIncident({ summary: "A shell on a public server." }),
  );
  const { notification } = await centre.sendsNotification({
    detectedIncidentId: detectedIncident.id,
    to: { socs: [soc.party("Soc")] },
  });
  return { centre, soc, detectedIncident, notification };
}

describe("an incident that the national centre itself detects", () => {
  test("H2 R12.1 is recorded and listed without a SOC's dossier, duty or number", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const count =
      "select (select count(*) from incident)::int as incidents, (select count(*) from obligation)::int as duties";
    const before = await world.database.asOwner(count, []);
    const { detectedIncident, receipt } = accepted(await centre.registersDetectedIncident({ summary: "Seen by us." }));
    expect(detectedIncident.number).toMatch(/^DETECTED-INCIDENT-2026-\d{4}$/);
    expect(receipt.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await world.database.asOwner(count, [])).toEqual(before);
    expect(await detectedIncidents(centre)).toContainEqual({
      ...detectedIncident,
      summary: "Seen by us.",
      notifications: [],
    });
    const { node } = await centre.gets(NodeDocument, { id: detectedIncident.id });
    expect(node).toMatchObject({ __typename: "DetectedIncident" });
  });

  test("R12.1 is seen by the SOCs that were notified of it and by nobody else", async () => {
    const world = shared();
    const { soc, detectedIncident } = await aNotifiedSoc(world);
    const [stranger, owner] = [await world.soc(), await world.owner()];
    expect(await detectedIncidents(soc)).toEqual([
      { ...detectedIncident, summary: "A shell on a public server.", notifications: [{ subject: "INCIDENT" }] },
    ]);
    for (const person of [stranger, owner]) {
      expect(await detectedIncidents(person)).toEqual([]);
      expect(await person.gets(NodeDocument, { id: detectedIncident.id })).toEqual({ node: null });
      await expect(person.registersDetectedIncident()).rejects.toThrow("FORBIDDEN");
    }
  });

  test("H2 R9.6 a SOC that is notified of it owes the card within 72 hours, and the card of its own incident is the answer", async () => {
    const world = shared();
    const { soc, detectedIncident, notification } = await aNotifiedSoc(world);
    expect(notification).toMatchObject({
      subject: "INCIDENT",
      incident: null,
      detectedIncident: { id: detectedIncident.id, number: detectedIncident.number },
    });
    const dueAt = toIso(instant(world.clock.now() + 72 * HOUR));
    expect((await partOf(soc, notification.id)).obligation).toMatchObject({ rule: "R9.6", dueAt, standing: "RUNNING" });
    world.clock.advance(HOUR);
    accepted(await soc.submitsCard({}, { notificationIds: [notification.id] }));
    expect(await partOf(soc, notification.id)).toMatchObject({ obligation: { standing: "MET" }, incidents: [{}] });
  });

  test("R9.6 it is answered by a denial, acknowledged, supplemented and withdrawn like the others", async () => {
    const world = shared();
    const { centre, soc, detectedIncident, notification } = await aNotifiedSoc(world);
    accepted(await soc.acknowledges({ notificationId: notification.id }));
    const supplement = await centre.sendsNotification({ supplements: notification.id, text: "And more." });
    expect(supplement.notification).toMatchObject({ detectedIncident: { id: detectedIncident.id } });
    accepted(await soc.denies(notification.id));
    expect((await partOf(soc, notification.id)).obligation).toMatchObject({ standing: "MET" });
    const withdrawal = await centre.sendsNotification({ withdraws: notification.id, text: "An error." });
    expect((await inbox(soc)).find(({ id }) => id === notification.id)).toMatchObject({
      withdrawal: { id: withdrawal.notification.id, sentAt: withdrawal.notification.sentAt },
    });
  });

  test("F22 it is one of the things that a notification is about exactly one of", async () => {
    const world = shared();
    const { centre, soc, detectedIncident } = await aNotifiedSoc(world);
    const { threat } = accepted(await centre.registersThreat());
    const to = { socs: [soc.party("Soc")] };
    const both = { threatId: threat.id, detectedIncidentId: detectedIncident.id, to };
    for (const language of LANGUAGES) {
      const { violations } = rejected(await centre.speaking(language).notifies(both));
      expect(violations).toMatchObject([{ rule: "F22", message: expect.stringContaining("detectedIncidentId") }]);
    }
    const { errors } = await centre.asks(
      "mutation ($input: NotifySocsInput!) { notifySocs(input: $input) { __typename } }",
      {
        input: { submissionKey: "no such", text: "x", marking: "AMBER", detectedIncidentId: threat.id, to },
      },
    );
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND", path: ["input", "detectedIncidentId"] } }]);
  });
});

describe("a marking", () => {
  test("M12 F28 R12.1 is never looser than that of what is told, whichever kind of thing that is", async () => {
    const world = shared();
    const [centre, soc] = [await world.nationalCentre(), await world.soc()];
    const to = { socs: [soc.party("Soc")] };
    const marking = "AMBER_STRICT" as const;
    const told = [
      { threatId: accepted(await centre.registersThreat({ marking })).threat.id },
      { eventId: accepted(await centre.registersEvent({ marking })).event.id },
      { detectedIncidentId: accepted(await centre.registersDetectedIncident({ marking })).detectedIncident.id },
    ];
    for (const about of told) {
      for (const looser of ["CLEAR", "GREEN", "AMBER"] as const) {
        const messages = [];
        for (const language of LANGUAGES) {
          const { violations } = rejected(await centre.speaking(language).notifies({ ...about, to, marking: looser }));
          expect(violations).toMatchObject([{ rule: "F28", path: ["input", "marking"] }]);
          expect(violations[0]?.message).toContain(looser);
          expect(violations[0]?.message).toContain("AMBER_STRICT, RED");
          messages.push(violations[0]?.message);
        }
        expect(new Set(messages).size).toBe(3);
      }
      for (const fit of ["AMBER_STRICT", "RED"] as const)
        expect((await centre.sendsNotification({ ...about, to, marking: fit })).notification.marking).toBe(fit);
    }
    expect(await inbox(soc)).toHaveLength(6);
  });

  test("M12 F28 what follows a notification is never looser than what it follows", async () => {
    const world = shared();
    const [centre, soc] = [await world.nationalCentre(), await world.soc()];
    const { threat } = accepted(await centre.registersThreat({ marking: "GREEN" }));
    const to = { socs: [soc.party("Soc")] };
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to, marking: "AMBER" });
    const looser = { text: "More.", marking: "GREEN" as const };
    for (const follows of [{ supplements: notification.id }, { withdraws: notification.id }])
      expect(rejected(await centre.notifies({ ...follows, ...looser })).violations).toMatchObject([
        { rule: "F28", path: ["input", "marking"] },
      ]);
    const supplement = await centre.sendsNotification({ supplements: notification.id, marking: "RED" });
    const withdraws = supplement.notification.id;
    expect(rejected(await centre.notifies({ withdraws, marking: "AMBER" })).violations).toMatchObject([
      { rule: "F28" },
    ]);
    await centre.sendsNotification({ withdraws, marking: "RED" });
    await centre.sendsNotification({ supplements: notification.id, marking: "AMBER" });
  });

  test("F28 an incident of a SOC has no marking: the first notification of it may have any", async () => {
    const world = shared();
    const [centre, soc, other] = [await world.nationalCentre(), await world.soc(), await world.soc()];
    const { incident } = await soc.sendsReport();
    const to = { socs: [other.party("Soc")] };
    const { notification } = await centre.sendsNotification({ incidentId: incident.id, to, marking: "CLEAR" });
    expect(notification.marking).toBe("CLEAR");
  });
});
