import { describe, expect, test } from "vitest";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { startGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected } from "../support/person.js";

const PLANT = { description: "ЖЭО-3", kinds: ["CRITICAL_INFRASTRUCTURE" as const] };

describe("a description that the national centre links to a registered object", () => {
  test("L9 R9.2 it is that object from the start: owed at once, seen by its owner, and the texts stay as they were", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner });
    const soc = await world.soc({ covering: [object] });
    const confirmedAt = toIso(instant(world.clock.now() - HOUR));
    const on = { confirmedAt, affectedObjects: [{ description: "ЖЭО-3" }] };
    const { incident } = await soc.sendsReport({ ...on, summary: "It stands still." });
    expect(await soc.standings(incident.number)).not.toHaveProperty(["R9.2"]);
    await expect(soc.linksObject(incident.id, "ЖЭО-3", object.id)).rejects.toThrow("FORBIDDEN");
    await expect(centre.linksObject(incident.id, "ЖЭО-3", incident.id)).rejects.toThrow("NOT_FOUND");
    await using watch = await owner.watchIncidents();
    const linked = accepted(await centre.linksObject(incident.id, "жэо-3 ", object.id, "One address."));
    // It is overdue, and the gateway has no mail server to notify the owner with.
    expect(linked.warnings.map(({ rule, path }) => [rule, path])).toEqual([
      ["R9.2", []],
      ["R9.2", ["input", "objectId"]],
    ]);
    expect(linked.incident).toMatchObject({
      affectedObjects: [{ code: object.code, description: "ЖЭО-3", object: { id: object.id } }],
      objectLinks: [{ description: "ЖЭО-3", code: object.code, reason: "One address.", object: { id: object.id } }],
    });
    expect(await watch.next()).toMatchObject({ kind: "OBJECT_LINKED", incident: { number: incident.number } });
    expect(await owner.standings(incident.number)).toEqual({ "R9.2": "OVERDUE" });
    const { incident: seen } = await owner.gets(IncidentDocument, { number: incident.number });
    expect(seen?.report?.summary).toBe("It stands still.");
    const { incident: own } = await soc.gets(IncidentDocument, { number: incident.number });
    expect(own?.report?.affectedObjects).toMatchObject([{ code: null, description: "ЖЭО-3", object: null }]);
    // The list by object finds it, and a card that describes the object again names it.
    const found = `{ incidents(filter: { objects: ["${object.id}"] }) { nodes { number openQuestions } } }`;
    expect((await centre.asks(found)).data).toEqual({
      incidents: { nodes: [{ number: incident.number, openQuestions: [] }] },
    });
    await soc.sendsCard({ ...on }, { incidentId: incident.id });
    expect((await centre.asks(found)).data).toMatchObject({ incidents: { nodes: [{ number: incident.number }] } });
    const { incident: after } = await soc.gets(IncidentDocument, { number: incident.number });
    expect(after?.affectedObjects).toMatchObject([{ code: object.code, description: "ЖЭО-3" }]);
    expect(after?.obligations.filter(({ rule }) => rule === "R9.2")).toHaveLength(1);
    accepted(await owner.acknowledges({ incidentId: incident.id }));
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.2": "MET_LATE" });
  });

  test("L9 R9.2 a duty toward the owner of what was described is the same one, and so is the word to it", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc();
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT] });
    const duty = incident.obligations.find(({ rule }) => rule === "R9.2")?.id;
    accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { objectDescription: "ЖЭО-3" }));
    const linked = accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    const owed = linked.incident.obligations.filter(({ rule }) => rule === "R9.2");
    expect(owed).toMatchObject([{ id: duty, standing: "MET" }]);
    // A card that names it by its code names no second object.
    await soc.sendsCard({ affectedObjects: [{ objectCode: object.code }] }, { incidentId: incident.id });
    const { incident: after } = await soc.gets(IncidentDocument, { number: incident.number });
    expect(after?.obligations.filter(({ rule }) => rule === "R9.2")).toMatchObject([{ id: duty, standing: "MET" }]);
  });

  test("L9 R9.2 where the incident names the object too, its own duty is left, and the other never was", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT, { objectId: object.id }] });
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    // The word to either is to the one owner, by whatever name it is given.
    accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { objectDescription: "ЖЭО-3" }));
    await soc.sendsCard({ affectedObjects: [{ objectId: object.id }] }, { incidentId: incident.id });
    const asked = `{ incident(number: "${incident.number}") { obligations { rule standing isVoid object { id } } } }`;
    interface Seen {
      readonly incident: { readonly obligations: readonly { readonly rule: string; readonly isVoid: boolean }[] };
    }
    const { data } = await centre.asks<Seen, object>(asked);
    const owed = data?.incident.obligations.filter(({ rule }) => rule === "R9.2") ?? [];
    expect(owed.toSorted((one, other) => Number(one.isVoid) - Number(other.isVoid))).toMatchObject([
      { standing: "MET", isVoid: false, object: { id: object.id } },
      { standing: "WAIVED", isVoid: true, object: null },
    ]);
  });

  test("F1 F17 F24 it takes a description that the incident has, once, and a reason, in three languages", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const [object, other] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc();
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT] });
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(
        await centre.speaking(language).linksObject(incident.id, "ЖЭО-4", object.id, " "),
      );
      expect(violations.map(({ rule, path }) => [rule, path.at(-1)])).toEqual([
        ["F17", "description"],
        ["F1", "reason"],
      ]);
      for (const { message } of violations) messages.add(message);
    }
    expect(messages.size).toBe(6);
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    expect(rejected(await centre.linksObject(incident.id, "ЖЭО-3", other.id)).violations).toMatchObject([
      { rule: "F17", path: ["input", "description"] },
    ]);
    world.clock.advance(MINUTE);
    accepted(await soc.asksForRetraction(incident.id));
    accepted(await centre.decidesRetraction(incident.id, true));
    expect(rejected(await centre.linksObject(incident.id, "ЖЭО-3", other.id)).violations).toContainEqual(
      expect.objectContaining({ rule: "F24" }),
    );
  });
});
