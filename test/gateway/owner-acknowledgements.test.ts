import { describe, expect, test } from "vitest";
import {
  AcknowledgeNotificationDocument,
  IncidentDeliveriesDocument,
  IncidentDocument,
} from "../../schema/operations.generated.js";
import { instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { NOTHING, sharedGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, type Person } from "../support/person.js";
import { anIncident, mendings } from "../support/mended-incidents.js";

/** For all that ask of their own parties alone, whatever time it is. */
const shared = sharedGateway({ at: "MOVING" });

describe("an owner that knows", () => {
  test("R9.2 L8 its acknowledgement meets the duty at that moment, and is a fact", async () => {
    const { world, centre, owner, soc, incident } = await anIncident(shared());
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
    const { world, owner, soc, incident } = await anIncident(shared());
    world.clock.advance(14 * MINUTE + 1);
    expect(accepted(await owner.acknowledges({ incidentId: incident.id })).warnings).toEqual([]);
    const { incident: seen } = await soc.gets(IncidentDocument, { number: incident.number });
    const duty = seen?.obligations.find(({ rule }) => rule === "R9.2");
    expect(duty).toMatchObject({ standing: "MET_LATE", latenessSeconds: 0.001 });
    // The SOC's statement that it notified the owner before counts from when the owner was notified.
    await soc.recordsOwnerNotified(incident.id, instant(world.clock.now() - MINUTE));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "MET" });
  });

  test("R9.2 L8 it says the incident by its number, as the mail has it, and the answer says which that is; whose it is, and on which object, is shown", async () => {
    const world = shared();
    const [first, second] = [await world.owner(), await world.owner()];
    const objects = [
      await world.protectedObject({ owner: first }),
      await world.protectedObject({ owner: first }),
      await world.protectedObject({ owner: second }),
    ];
    const soc = await world.soc({ covering: objects });
    const { incident } = await soc.sendsReport({ affectedObjects: objects.map(({ id }) => ({ objectId: id })) });
    const { number } = incident;
    const answer = accepted(await first.acknowledges({ incidentNumber: ` ${number.toLowerCase()}` }));
    expect(answer).toMatchObject({ notification: null, incident: { number } });
    accepted(await second.acknowledges({ incidentId: incident.id }));
    const shown = async (person: Person) =>
      ((await person.gets(IncidentDeliveriesDocument, { number })).incident?.ownerAcknowledgements ?? [])
        .map(({ owner, object }) => `${owner?.id} ${object?.code}`)
        .toSorted();
    const codes = objects.map(({ code }, place) => `${(place < 2 ? first : second).party("Owner")} ${code}`).toSorted();
    expect(await shown(soc)).toEqual(codes);
    expect(await shown(second)).toEqual([`${second.party("Owner")} ${objects[2]?.code}`]);
    for (const stranger of [await world.owner(), await world.soc()]) {
      const input = { submissionKey: "try", incidentNumber: number };
      const { errors } = await stranger.asks(AcknowledgeNotificationDocument, { input });
      expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND", path: ["input", "incidentNumber"] } }]);
    }
    await expect(soc.acknowledges({ incidentNumber: number })).rejects.toThrow("FORBIDDEN");
  });

  test("R9.2 of an object of another kind it may say so too, and no clock runs", async () => {
    const world = shared();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner, kinds: [] });
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    accepted(await owner.acknowledges({ incidentId: incident.id }));
    expect(await soc.standings(incident.number)).toEqual({ "R9.1": "MET", "R9.3": "RUNNING" });
  });

  test("R9.2 another owner's incident is answered exactly like one that does not exist, and so is one on no registered object", async () => {
    const { world, soc, incident } = await anIncident(shared());
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
    const { centre, owner, soc, incident } = await anIncident(shared());
    const { threat } = accepted(await centre.registersThreat());
    const { notification } = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const both = { notificationId: notification.id, incidentId: incident.id };
    const twice = { incidentId: incident.id, incidentNumber: incident.number };
    for (const about of [{}, both, twice, { notificationId: null, incidentId: null }])
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
