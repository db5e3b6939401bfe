import { describe, expect, test } from "vitest";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, rejected, type Person } from "../support/person.js";

const shared = sharedGateway({ at: "MOVING" });
const PLANT = { description: "ЖЭО-3", kinds: ["CRITICAL_INFRASTRUCTURE" as const] };

interface Duty {
  readonly id: string;
  readonly rule: string;
  readonly standing: string;
  readonly isVoid: boolean;
  readonly metBy: string | null;
  readonly waivedReason: string | null;
  readonly objectCode: string | null;
  readonly objectDescription: string | null;
}

async function ownersDuties(person: Person, number: string): Promise<readonly Duty[]> {
  const { data } = await person.asks<{ readonly incident: { readonly obligations: readonly Duty[] } }, object>(
    `{ incident(number: "${number}") { obligations {
        id rule standing isVoid metBy waivedReason objectCode objectDescription } } }`,
  );
  return data?.incident.obligations.filter(({ rule }) => rule === "R9.2") ?? [];
}

describe("an object that an incident names and describes too", () => {
  test("L9 R9.2 is notified of once, by whatever act it is owed: a link, a correction, a card", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const plain = await world.protectedObject({ kinds: [] });
    const handedOver = await world.protectedObject();
    const soc = await world.soc({ covering: [plain, handedOver] });
    const confirmedAt = toIso(instant(world.clock.now() - MINUTE));
    const first = await soc.sendsReport({ affectedObjects: [{ objectId: plain.id }, PLANT] });
    accepted(await centre.linksObject(first.incident.id, "ЖЭО-3", plain.id));
    const second = await soc.sendsReport({ affectedObjects: [{ objectId: handedOver.id }, PLANT], confirmedAt });
    const third = await soc.sendsReport({ affectedObjects: [PLANT] });
    for (const { incident } of [second, third]) accepted(await centre.linksObject(incident.id, "ЖЭО-3", handedOver.id));
    world.clock.advance(HOUR);
    await world.handOver(handedOver, await world.owner());
    world.clock.advance(MINUTE);
    accepted(await centre.correctsConfirmation(second.incident.id, world.clock.now()));
    const both = { affectedObjects: [{ objectId: handedOver.id }, PLANT], confirmedAt };
    await soc.sendsCard(both, { incidentId: third.incident.id });
  });

  test("L9 F25 its own duty stays as it stands, whatever was waived of the description, linked and taken back", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT, { objectId: object.id }] });
    const own = async () =>
      (await ownersDuties(soc, incident.number)).find(({ objectCode }) => objectCode === object.code);
    const described = (await ownersDuties(soc, incident.number)).find(({ objectCode }) => objectCode === null);
    accepted(await centre.waives(described?.id ?? "", "It was told in the room."));
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    expect(await own()).toMatchObject({ standing: "RUNNING", waivedReason: null });
    accepted(await centre.unlinksObject(incident.id, "ЖЭО-3"));
    expect(await own()).toMatchObject({ standing: "RUNNING", waivedReason: null });
    expect(await ownersDuties(soc, incident.number)).toContainEqual(
      expect.objectContaining({ objectDescription: "ЖЭО-3", waivedReason: "It was told in the room." }),
    );
  });

  test("L23 the description's own duty never was once it is linked: nothing has met it", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT, { objectId: object.id }] });
    accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { objectDescription: "ЖЭО-3" }));
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    const never = (await ownersDuties(soc, incident.number)).filter(({ isVoid }) => isVoid);
    expect(never).toMatchObject([{ standing: "WAIVED", metBy: null }]);
  });
});

describe("a link that is taken back", () => {
  test("L2 L9 what was waived while it stood is owed again, and whoever takes it back is told so", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT] });
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    const [linked] = await ownersDuties(soc, incident.number);
    accepted(await centre.waives(linked?.id ?? "", "It was told in the room."));
    const { warnings } = accepted(await centre.unlinksObject(incident.id, "ЖЭО-3"));
    expect(warnings).toMatchObject([{ rule: "R9.2", message: expect.stringContaining("open again") as string }]);
  });

  test("L2 L9 R9.2 says nothing of what was met late by the word to its owner, and is so still", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const { incident } = await soc.sendsReport({ affectedObjects: [PLANT] });
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    world.clock.advance(HOUR);
    accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { objectDescription: "ЖЭО-3" }));
    expect(accepted(await centre.unlinksObject(incident.id, "ЖЭО-3")).warnings).toEqual([]);
  });
});

test("L9 a description is a registered code or name however it is written, and its SOC is told so", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const { code } = object;
  const dashed = code.replaceAll("-", "\u2011");
  const written = [code, ` ${code}.`, `\u00AB${code}\u00BB`, `"${code}"`, `${code},`, dashed, `${code}\u00A0`];
  for (const description of [...written, code.toLowerCase()]) {
    const sent = await soc.sendsReport({ affectedObjects: [{ description, kinds: [] }] });
    expect([description, sent.warnings.map(({ rule }) => rule)]).toEqual([description, ["R9.2"]]);
  }
  const other = await soc.sendsReport({ affectedObjects: [{ description: `${code} annex`, kinds: [] }] });
  expect(other.warnings).toEqual([]);
});

test("L9 R9.2 the owner of what only an earlier card described is notified as well, once it is linked", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsReport({ affectedObjects: [PLANT] });
  await soc.sendsCard({ affectedObjects: [{ description: "A kiosk", kinds: [] }] }, { incidentId: incident.id });
  accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
  const { data } = await centre.asks<{ readonly incident: object }, object>(
    `{ incident(number: "${incident.number}") { deliveries { object { id } } } }`,
  );
  expect(data?.incident).toEqual({ deliveries: [{ object: { id: object.id } }] });
});

test("F25 R9.2 what its SOC closed is owed again where the object is described again, of kinds not known", async () => {
  const world = shared();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport({ affectedObjects: [PLANT] });
  const unknown = { description: "ЖЭО-3", kinds: null };
  await soc.sendsCard({ affectedObjects: [unknown] }, { incidentId: incident.id });
  const [duty] = await ownersDuties(soc, incident.number);
  // While it is named it is not closed.
  expect(rejected(await soc.waives(duty?.id ?? "")).violations).toMatchObject([{ rule: "F25" }]);
  accepted(await soc.amends(incident.id, 1, { affectedObjects: [{ description: "A kiosk", kinds: [] }] }));
  accepted(await soc.waives(duty?.id ?? "", "It was not harmed."));
  accepted(await soc.amends(incident.id, 2, { affectedObjects: [unknown] }));
  expect(await ownersDuties(soc, incident.number)).toMatchObject([{ standing: "RUNNING" }]);
});
