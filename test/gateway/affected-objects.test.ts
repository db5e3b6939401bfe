import { describe, expect, test } from "vitest";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected, unique, type Person } from "../support/person.js";

const shared = sharedGateway();

const BOILER = {
  description: "Қазандық, тіркелмеген",
  kinds: ["CRITICAL_INFRASTRUCTURE" as const],
  ownerName: "A heat plant",
};

/** R9.2 of an incident, by object or description. */
async function ownersOf(person: Person, number: string) {
  const asked = `query ($number: String!) { incident(number: $number) {
    obligations { rule standing object { id } objectDescription } } }`;
  interface Seen {
    readonly incident: {
      readonly obligations: readonly {
        readonly rule: string;
        readonly standing: string;
        readonly object: { readonly id: string } | null;
        readonly objectDescription: string | null;
      }[];
    };
  }
  const { incident } = await person.gets<Seen, object>(asked, { number });
  return Object.fromEntries(
    incident.obligations
      .filter(({ rule }) => rule === "R9.2")
      .map(({ object, objectDescription, standing }) => [object?.id ?? objectDescription, standing]),
  );
}

describe("an incident that harms several objects", () => {
  test("M7 R9.2 owes each owner its notification, and what one is told meets nothing toward another", async () => {
    const world = shared();
    const [grid, water] = [await world.protectedObject(), await world.protectedObject()];
    const canteen = await world.protectedObject({ kinds: [] });
    const soc = await world.soc({ covering: [grid, water, canteen] });
    const affectedObjects = [
      { objectId: grid.id },
      { objectCode: water.code.toLowerCase() },
      { objectId: canteen.id },
      BOILER,
    ];
    const { incident } = await soc.sendsReport({ affectedObjects });
    expect(await ownersOf(soc, incident.number)).toEqual({
      [grid.id]: "RUNNING",
      [water.id]: "RUNNING",
      [BOILER.description]: "RUNNING",
    });
    const now = world.clock.now();
    expect(rejected(await soc.recordsOwnerNotified(incident.id, now)).violations).toMatchObject([
      { rule: "F15", path: ["input", "objectId"] },
    ]);
    accepted(await soc.recordsOwnerNotified(incident.id, now, { objectId: water.id }));
    accepted(await soc.recordsOwnerNotified(incident.id, now, { objectDescription: BOILER.description }));
    expect(await ownersOf(soc, incident.number)).toEqual({
      [grid.id]: "RUNNING",
      [water.id]: "MET",
      [BOILER.description]: "MET",
    });
    const { incident: seen } = await soc.gets(IncidentDocument, { number: incident.number });
    expect(seen?.affectedObjects).toMatchObject([
      { code: grid.code, object: { id: grid.id } },
      { code: water.code, object: { id: water.id } },
      { code: canteen.code },
      BOILER,
    ]);
  });

  test("R9.2 each owner sees its own object and duty, and nothing of the others; each acknowledges for itself", async () => {
    const world = shared();
    const [first, second] = [await world.owner(), await world.owner()];
    const [mine, theirs] = [
      await world.protectedObject({ owner: first }),
      await world.protectedObject({ owner: second }),
    ];
    const soc = await world.soc({ covering: [mine, theirs] });
    await using watch = await first.watchIncidents();
    const { incident } = await soc.sendsReport({
      affectedObjects: [{ objectId: mine.id }, { objectId: theirs.id }, BOILER],
    });
    expect(await watch.next()).toMatchObject({ kind: "REPORTED", incident: { number: incident.number } });
    for (const [owner, object, other] of [
      [first, mine, theirs],
      [second, theirs, mine],
    ] as const) {
      expect(await ownersOf(owner, incident.number)).toEqual({ [object.id]: "RUNNING" });
      const { incident: seen } = await owner.gets(IncidentDocument, { number: incident.number });
      expect(seen?.affectedObjects).toMatchObject([{ object: { id: object.id } }]);
      expect(seen?.report?.affectedObjects).toMatchObject([{ object: { id: object.id } }]);
      expect(JSON.stringify(seen)).not.toContain(other.code);
      expect(JSON.stringify(seen)).not.toContain(BOILER.description);
    }
    accepted(await second.acknowledges({ incidentId: incident.id }));
    expect(await ownersOf(soc, incident.number)).toMatchObject({ [mine.id]: "RUNNING", [theirs.id]: "MET" });
  });

  test("H4b L14 a duty toward an object that a correction took off is met by the word to its owner, or closed with a reason", async () => {
    const world = shared();
    const [first, second] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc({ covering: [first, second] });
    const confirmedAt = toIso(instant(world.clock.now() - MINUTE));
    const { incident } = await soc.sendsReport({ confirmedAt, affectedObjects: [{ objectId: first.id }] });
    await soc.sendsCard({ confirmedAt, affectedObjects: [{ objectId: second.id }] }, { incidentId: incident.id });
    expect(await ownersOf(soc, incident.number)).toEqual({ [first.id]: "RUNNING", [second.id]: "RUNNING" });
    accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { objectId: first.id }));
    expect(await ownersOf(soc, incident.number)).toEqual({ [first.id]: "MET", [second.id]: "RUNNING" });
  });

  test("H4b a SOC closes a duty toward an object that its card names no more, with a reason, and no other duty", async () => {
    const world = shared();
    const [first, second] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc({ covering: [first, second] });
    const confirmedAt = toIso(instant(world.clock.now() - MINUTE));
    const { incident } = await soc.sendsReport({ confirmedAt, affectedObjects: [{ objectId: first.id }] });
    const duty = (rule: string) => incident.obligations.find((one) => one.rule === rule)?.id ?? "";
    expect(rejected(await soc.waives(duty("R9.2"))).violations).toMatchObject([{ rule: "F25" }]);
    await soc.sendsCard({ confirmedAt, affectedObjects: [{ objectId: second.id }] }, { incidentId: incident.id });
    expect(accepted(await soc.waives(duty("R9.2"), "It was the wrong object.")).obligation.standing).toBe("WAIVED");
    expect(rejected(await soc.waives(duty("R9.3"))).violations).toMatchObject([{ rule: "F25" }]);
    // It is owed again once the incident names the object again, and can be closed once more.
    await soc.amends(incident.id, 1, { confirmedAt, affectedObjects: [{ objectId: first.id }] });
    expect(await ownersOf(soc, incident.number)).toMatchObject({ [first.id]: "RUNNING" });
    await soc.amends(incident.id, 2, { confirmedAt, affectedObjects: [{ objectId: second.id }] });
    const again = accepted(await soc.waives(duty("R9.2"), "It was the wrong object again.")).obligation;
    expect(again).toMatchObject({
      standing: "WAIVED",
      waivedReason: "It was the wrong object again.",
      waivedBy: "SOC",
    });
  });
});

describe("objects that are not the SOC's, or not registered", () => {
  test("H4c F7 any registered object may be named: that the SOC does not cover it is warned about, and R9.2 runs", async () => {
    const world = shared();
    const foreign = await world.protectedObject();
    const soc = await world.soc();
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const sent = await soc.speaking(language).sendsReport({ affectedObjects: [{ objectCode: foreign.code }] });
      const warning = sent.warnings.find(({ rule }) => rule === "F7");
      expect(warning).toMatchObject({ path: ["input", "affectedObjects", "0"] });
      messages.add(warning?.message ?? "");
      expect(sent.incident.obligations.map(({ rule }) => rule)).toContain("R9.2");
    }
    expect(messages.size).toBe(3);
  });

  test("H4e F7 coverage at the confirmation, at the occurrence or now is enough", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const soc = await world.soc();
    const now = world.clock.now();
    const coverage = await world.cover(soc.partyId, object, instant(now - 10 * HOUR));
    await world.endCoverage(coverage, instant(now - HOUR));
    const warned = async (occurred: number, confirmed: number): Promise<boolean> => {
      const [occurredAt, confirmedAt] = [toIso(instant(now - occurred)), toIso(instant(now - confirmed))];
      const sent = await soc.sendsCard({ affectedObjects: [{ objectId: object.id }], occurredAt, confirmedAt });
      return sent.warnings.some(({ rule }) => rule === "F7");
    };
    expect(await warned(2 * HOUR, MINUTE)).toBe(false);
    expect(await warned(11 * HOUR, 10 * HOUR)).toBe(false);
    expect(await warned(11 * HOUR, MINUTE)).toBe(true);
  });

  test("H4c R9.2 a described object owes its owner where it is critical, nothing where it is neither or not known", async () => {
    const soc = await shared().soc();
    const rules = async (kinds: ("E_GOVERNMENT" | "CRITICAL_INFRASTRUCTURE")[] | null) =>
      (
        await soc.sendsReport({ affectedObjects: [{ description: unique("A server"), kinds }] })
      ).incident.obligations.map(({ rule }) => rule);
    expect(await rules(["CRITICAL_INFRASTRUCTURE"])).toEqual(["R9.1", "R9.2", "R9.3"]);
    expect(await rules([])).toEqual(["R9.1", "R9.3"]);
    expect(await rules(null)).toEqual(["R9.1", "R9.3"]);
  });

  test("H4c R9.2 a description that is a registered object's code or name is warned about", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const soc = await world.soc();
    for (const description of [object.code, ` ${object.code.toLowerCase()}.`]) {
      const { warnings } = await soc.sendsReport({ affectedObjects: [{ description }] });
      expect(warnings).toMatchObject([{ rule: "R9.2", message: expect.stringContaining("objectCode") }]);
    }
  });

  test("F4 F6 F9 F17 none, none of the three, the same one twice, what does not exist, and more than the limit are refused", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const soc = await world.soc();
    const faults = async (affectedObjects: object[]) =>
      rejected(await soc.reports({ affectedObjects })).violations.map(
        ({ rule, path }) => `${rule} ${path.slice(1).join(".")}`,
      );
    expect(await faults([])).toEqual(["F4 affectedObjects"]);
    expect(await faults([{}])).toEqual(["F6 affectedObjects.0"]);
    expect(await faults([{ objectId: object.id, kinds: [] }])).toEqual(["F6 affectedObjects.0"]);
    expect(await faults([{ objectId: object.id }, { objectCode: object.code }])).toEqual(["F4 affectedObjects.1"]);
    expect(await faults([{ objectCode: "NO-SUCH-THING" }])).toEqual(["F17 affectedObjects.0.objectCode"]);
    const many = Array.from({ length: 101 }, (_, index) => ({ description: `Server ${index}` }));
    expect(await faults(many)).toEqual(["F9 affectedObjects"]);
  });
});
