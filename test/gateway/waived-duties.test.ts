import { describe, expect, test } from "vitest";
import { NotificationsDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { scopedConnection } from "../../src/platform/database.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, rejected, LANGUAGES, type Person } from "../support/person.js";
import { anIncident } from "../support/mended-incidents.js";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway({ at: "MOVING" });

describe("a duty that the centre waives", () => {
  test("F25 one of an incident, with its reason; the others run on", async () => {
    const { world, centre, soc, incident } = await anIncident(shared());
    const duty = incident.obligations.find(({ rule }) => rule === "R9.2");
    await using watch = await soc.watchIncidents();
    world.clock.advance(20 * MINUTE);
    const { obligation } = accepted(await centre.waives(duty?.id ?? "", "The owner was in the room."));
    expect(obligation).toMatchObject({
      id: duty?.id,
      standing: "WAIVED",
      waivedAt: toIso(world.clock.now()),
      waivedReason: "The owner was in the room.",
      waivedBy: "NATIONAL_CENTRE",
      // L20: it was over for so long when it was waived.
      latenessSeconds: 6 * 60,
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

  test("F25 L8 why it was waived is behind row-level security with the duty, where that is owed to another owner since", async () => {
    const world = shared();
    const [first, second] = [await world.owner(), await world.owner()];
    const object = await world.protectedObject({ owner: first });
    const [centre, soc] = [await world.nationalCentre(), await world.soc({ covering: [object] })];
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.2");
    accepted(await centre.waives(duty?.id ?? ""));
    const seenBy = (owner: Person) =>
      scopedConnection(world.gateway.pools.vital, { sees: "OWNER", owner: owner.partyId }).query(
        "select reason from waiver",
      );
    expect(await seenBy(first)).toHaveLength(1);
    await world.handOver(object, second, instant(Date.parse(incident.confirmedAt) - HOUR));
    expect([await seenBy(first), await seenBy(second)]).toEqual([[], []]);
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
    const { world, centre, soc, on, incident } = await anIncident(shared());
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

  test("L23 a duty that never was is waived by nobody, at no time and for no reason, until it is owed again", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    const id = incident.obligations.find(({ rule }) => rule === "R9.2")?.id ?? "";
    accepted(await centre.waives(id, "Told in the room."));
    const waivedAt = toIso(world.clock.now());
    world.clock.advance(HOUR);
    const asked = `query ($id: ID!) { node(id: $id) {
      ... on Obligation { standing isVoid waivedAt waivedBy waivedReason latenessSeconds } } }`;
    const waived = await centre.gets(asked, { id });
    expect(waived).toMatchObject({ node: { isVoid: false, waivedAt, waivedBy: "NATIONAL_CENTRE" } });
    const since = instant(Date.parse(incident.confirmedAt) - HOUR);
    await world.reclassify(object, [], since);
    for (const person of [centre, soc])
      expect(await person.gets(asked, { id })).toEqual({
        node: {
          standing: "WAIVED",
          isVoid: true,
          waivedAt: null,
          waivedBy: null,
          waivedReason: null,
          latenessSeconds: 0,
        },
      });
    await world.reclassify(object, ["CRITICAL_INFRASTRUCTURE"], since);
    expect(await centre.gets(asked, { id })).toEqual(waived);
  });

  test("F25 only one that is open: neither met nor waived before, in three languages", async () => {
    const { world, centre, soc, incident } = await anIncident(shared());
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
