import { describe, expect, test } from "vitest";
import { ChangeProtectedObjectDocument, IncidentDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { writeDuration } from "../../src/domain/wording/times.js";
import { lentGateway, startGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected } from "../support/person.js";

const PLANT = { description: "ЖЭО-3", kinds: ["CRITICAL_INFRASTRUCTURE" as const] };

describe("a description that the national centre links to a registered object", () => {
  test("L9 R9.2 it is that object from the start: owed at once, seen by its owner, and the texts stay as they were", async () => {
    await using world = await lentGateway();
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
    await using world = await lentGateway();
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
    await using world = await lentGateway();
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
    await using world = await lentGateway();
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

  test("L9 F25 R9.2 a SOC does not close what it describes by a registered name, which is an open question; a link reopens what it closed", async () => {
    await using world = await lentGateway();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const owed = async (number: string) => {
      const { incident } = await soc.gets(IncidentDocument, { number });
      return incident?.obligations.filter(({ rule }) => rule === "R9.2") ?? [];
    };
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    const [duty] = await owed(incident.number);
    const asCode = { description: object.code.toLowerCase(), kinds: [] };
    await soc.sendsCard({ affectedObjects: [asCode] }, { incidentId: incident.id });
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(await soc.speaking(language).waives(duty?.id ?? ""));
      expect(violations.map(({ rule, path }) => [rule, path.at(-1)])).toEqual([["F25", "obligationId"]]);
      for (const { message } of violations) messages.add(message);
    }
    expect(messages.size).toBe(3);
    const asked = `{ incidents(filter: { openQuestions: [DESCRIBED_BY_REGISTERED_NAME] }) { nodes { number openQuestions } } }`;
    for (const person of [centre, soc])
      expect((await person.asks(asked)).data).toEqual({
        incidents: { nodes: [{ number: incident.number, openQuestions: ["DESCRIBED_BY_REGISTERED_NAME"] }] },
      });
    // A description that is no registered name closes it, until the centre finds that it is that object.
    accepted(await soc.amends(incident.id, 1, { affectedObjects: [{ description: "A pump house", kinds: [] }] }));
    accepted(await soc.waives(duty?.id ?? ""));
    expect(await owed(incident.number)).toMatchObject([{ id: duty?.id, standing: "WAIVED" }]);
    accepted(await centre.linksObject(incident.id, "A pump house", object.id));
    expect(await owed(incident.number)).toMatchObject([{ id: duty?.id, standing: "RUNNING" }]);
    expect((await centre.asks(asked)).data).toEqual({ incidents: { nodes: [] } });
  });

  test("L9 L23 R9.2 a wrong link is taken back, as if it had never been: its duty is void, and nobody is notified any more", async () => {
    await using world = await lentGateway();
    const centre = await world.nationalCentre();
    const [object, other] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc({ covering: [object] });
    const kiosk = { description: "A kiosk", kinds: null };
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT, kiosk] });
    const asked = `{ incident(number: "${incident.number}") { affectedObjects { code description }
      obligations { rule standing isVoid objectDescription objectCode } objectLinks { code unlinkedReason } } }`;
    interface Seen {
      readonly incident: { readonly obligations: readonly { readonly rule: string; readonly objectCode: string }[] };
    }
    const seen = async () => {
      const found = (await soc.asks<Seen, object>(asked)).data?.incident;
      return { ...found, obligations: found?.obligations.filter(({ rule }) => rule === "R9.2") };
    };
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    accepted(await centre.linksObject(incident.id, "A kiosk", other.id));
    // The code is known of an object that the SOC does not cover, too.
    expect((await seen()).obligations?.map(({ objectCode }) => objectCode).toSorted()).toEqual(
      [object.code, other.code].toSorted(),
    );
    // The word to the owner of what was described is the one of no registered object.
    accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { objectDescription: "ЖЭО-3" }));
    accepted(await centre.unlinksObject(incident.id, "жэо-3"));
    const { incident: now } = accepted(await centre.unlinksObject(incident.id, "A kiosk", "Another address."));
    expect(now.objectLinks).toMatchObject([{ code: object.code }, { unlinkedReason: "Another address." }]);
    const after = await seen();
    expect(after).toMatchObject({
      affectedObjects: [
        { code: null, description: "ЖЭО-3" },
        { code: null, description: "A kiosk" },
      ],
    });
    expect(after.obligations).toHaveLength(3);
    expect(after.obligations).toEqual(
      expect.arrayContaining([
        { rule: "R9.2", standing: "MET", isVoid: false, objectDescription: "ЖЭО-3", objectCode: null },
        { rule: "R9.2", standing: "WAIVED", isVoid: true, objectDescription: null, objectCode: object.code },
        { rule: "R9.2", standing: "WAIVED", isVoid: true, objectDescription: null, objectCode: other.code },
      ]),
    );
    expect(rejected(await centre.unlinksObject(incident.id, "A kiosk")).violations).toMatchObject([
      { rule: "F17", path: ["input", "description"] },
    ]);
    // It may be linked to what it is.
    accepted(await centre.linksObject(incident.id, "A kiosk", object.id));
    expect((await seen()).obligations).toContainEqual(
      expect.objectContaining({ standing: "RUNNING", isVoid: false, objectCode: object.code }),
    );
    // Its owner is notified once more: what was begun by the wrong link had become obsolete.
    const states = `{ incident(number: "${incident.number}") { deliveries { state object { id } } } }`;
    interface Sent {
      readonly incident: { readonly deliveries: readonly { readonly state: string; readonly object: object }[] };
    }
    const sent = (await centre.asks<Sent, object>(states)).data?.incident.deliveries ?? [];
    const begun = sent.flatMap((one) => ("id" in one.object && one.object.id === object.id ? [one.state] : []));
    expect(begun.toSorted()).toEqual(["NO_MAIL_SERVER", "OBSOLETE"]);
  });

  test("L2 R9.2 of a duty that was overdue before, and that a link meets, it is said that it is met and how late, in three languages", async () => {
    await using world = await startGateway();
    const centre = await world.nationalCentre();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner });
    const soc = await world.soc();
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT] });
    world.clock.advance(HOUR);
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    accepted(await owner.acknowledges({ incidentId: incident.id }));
    const due = Date.parse(incident.obligations.find(({ rule }) => rule === "R9.2")?.dueAt ?? "");
    const late = world.clock.now() - due;
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      accepted(await centre.unlinksObject(incident.id, "ЖЭО-3"));
      world.clock.advance(HOUR);
      const linked = accepted(await centre.speaking(language).linksObject(incident.id, "ЖЭО-3", object.id));
      const said = linked.warnings.filter(({ rule, path }) => rule === "R9.2" && path.length === 0);
      expect(said).toHaveLength(1);
      expect(said[0]?.message).toContain(writeDuration(late, language));
      // It was later before: nothing is to be undone.
      expect(said[0]?.message).not.toContain("unlinkAffectedObject");
      messages.add(said[0]?.message ?? "");
    }
    expect(messages.size).toBe(3);
    const { incident: seen } = await soc.gets(IncidentDocument, { number: incident.number });
    const duties = seen?.obligations.filter(({ rule }) => rule === "R9.2");
    expect(duties?.map(({ standing, latenessSeconds }) => [standing, latenessSeconds])).toContainEqual([
      "MET_LATE",
      late / SECOND,
    ]);
  });

  test("L9 a link is shown to whose the object was when it was described, not to its later owner", async () => {
    await using world = await lentGateway();
    const centre = await world.nationalCentre();
    const [first, second] = [await world.owner(), await world.owner()];
    const object = await world.protectedObject({ owner: first });
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [{ description: "A pump house" }] });
    await soc.reviews(incident.id, "HIGH", "The logs were read.");
    world.clock.advance(2 * HOUR);
    const input = { objectId: object.id, ownerId: second.party("Owner") };
    const changed = await world.administrator().gets(ChangeProtectedObjectDocument, { input });
    expect(changed.changeProtectedObject.__typename).toBe("ProtectedObjectChanged");
    world.clock.advance(HOUR);
    accepted(await centre.linksObject(incident.id, "A pump house", object.id));
    const { incident: seen } = await first.gets(IncidentDocument, { number: incident.number });
    expect(seen?.report).not.toBeNull();
    const links = `{ incident(number: "${incident.number}") { objectLinks { code } } }`;
    expect((await first.asks(links)).data).toEqual({ incident: { objectLinks: [{ code: object.code }] } });
    expect((await second.gets(IncidentDocument, { number: incident.number })).incident).toBeNull();
  });

  test("L8 F15 R9.2 the owner of another SOC's object is told by its code; of what is described nobody but the SOC tells", async () => {
    await using world = await lentGateway();
    const [first, second] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc();
    const affectedObjects = [{ objectCode: first.code }, { objectCode: second.code }, PLANT];
    const { incident, warnings } = await soc.sendsReport({ affectedObjects });
    expect(warnings).toContainEqual(
      expect.objectContaining({
        rule: "R9.2",
        path: ["input", "affectedObjects", "2"],
        message: expect.stringContaining("only described"),
      }),
    );
    const now = world.clock.now();
    for (const more of [{ objectCode: "NONE" }, { objectCode: first.code, objectId: second.id }])
      expect(rejected(await soc.recordsOwnerNotified(incident.id, now, more)).violations).toMatchObject([
        { rule: "F15" },
      ]);
    accepted(await soc.recordsOwnerNotified(incident.id, now, { objectCode: second.code.toLowerCase() }));
    const asked = `{ incident(number: "${incident.number}") { obligations { rule standing objectCode object { id } } } }`;
    interface Seen {
      readonly incident: { readonly obligations: readonly { readonly rule: string }[] };
    }
    const owed = (await soc.asks<Seen, object>(asked)).data?.incident.obligations.filter(({ rule }) => rule === "R9.2");
    expect(owed).toEqual(
      expect.arrayContaining([
        { rule: "R9.2", standing: "RUNNING", objectCode: first.code, object: null },
        { rule: "R9.2", standing: "MET", objectCode: second.code, object: null },
      ]),
    );
  });
});
