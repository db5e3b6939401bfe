import { expect, test } from "vitest";
import { ChangeContactDocument } from "../../schema/operations.generated.js";
import { instant, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

/** Without a mail server: nothing is accepted, so that every duty stays open until somebody says otherwise. */
const shared = sharedGateway();

interface Told {
  readonly state: string;
  readonly party: { readonly code: string } | null;
  readonly object: { readonly code: string } | null;
}
interface Duty {
  readonly id: string;
  readonly rule: string;
  readonly objectCode: string | null;
  readonly deliveries: readonly Told[];
}

async function duties(person: Person, incident: string): Promise<readonly Duty[]> {
  const { obligations } = await person.gets<{ obligations: { nodes: readonly Duty[] } }, object>(
    `query ($of: [ID!]) { obligations(filter: { incidents: $of }, first: 100) {
      nodes { id rule objectCode deliveries { state party { code } object { code } } } } }`,
    { of: [incident] },
  );
  return obligations.nodes;
}

async function openTo(centre: Person, incident: string, dutyOpen: boolean): Promise<readonly string[]> {
  const { deliveries } = await centre.gets<
    {
      deliveries: {
        nodes: readonly (Told & {
          incident: { id: string } | null;
          obligation: { rule: string; incident: { id: string } } | null;
        })[];
      };
    },
    object
  >(
    `query ($dutyOpen: Boolean) { deliveries(first: 100, dutyOpen: $dutyOpen) {
      nodes { state party { code } object { code } incident { id } obligation { rule incident { id } } } } }`,
    { dutyOpen },
  );
  return deliveries.nodes
    .filter((one) => (one.incident ?? one.obligation?.incident)?.id === incident)
    .map(({ object, obligation }) => object?.code ?? obligation?.rule ?? "")
    .toSorted();
}

test("R9.2 a duty shows the deliveries that it asks for and no other's, to its SOC, its owner and the centre", async () => {
  const world = shared();
  const [one, two] = [await world.owner(), await world.owner()];
  const [first, second] = [await world.protectedObject({ owner: one }), await world.protectedObject({ owner: two })];
  const soc = await world.soc({ covering: [first, second] });
  const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: first.id }, { objectId: second.id }] });
  const shown = async (person: Person) =>
    (await duties(person, incident.id)).map(({ objectCode, deliveries }) => [
      objectCode,
      deliveries.map(({ object }) => object?.code),
    ]);
  const both = new Map([first.code, second.code].map((code) => [code, [code]]));
  for (const person of [soc, await world.nationalCentre()]) {
    const all = await shown(person);
    expect(new Map(all.filter(([code]) => code !== null) as [string, string[]][])).toEqual(both);
    expect(all.filter(([code]) => code === null)).toEqual([
      [null, []],
      [null, []],
    ]);
  }
  expect(await shown(one)).toEqual([[first.code, [first.code]]]);
  expect(await shown(two)).toEqual([[second.code, [second.code]]]);
  const duty = (await duties(soc, incident.id)).find(({ objectCode }) => objectCode === first.code);
  expect(duty?.deliveries[0]?.state).toMatch(/^NO_(ADDRESS|MAIL_SERVER)$/);
});

test("R9.2 deliveries whose duty is met can be left out: those to owners, and those to contacts about a duty", async () => {
  const world = shared();
  const [object, other] = [await world.protectedObject(), await world.protectedObject()];
  const soc = await world.soc({ covering: [object, other] });
  const centre = await world.nationalCentre();
  const contact = { partyId: soc.party("Soc"), email: "duty@soc.example" };
  accepted((await world.administrator().gets(ChangeContactDocument, { input: contact })).changeContact);
  await using announced = await centre.watchObligations({ filter: { socs: [soc.party("Soc")] } });
  const { incident } = await soc.sendsReport({
    affectedObjects: [{ objectId: object.id }, { objectId: other.id }],
    confirmedAt: toIso(instant(world.clock.now() - 20 * MINUTE)),
  });
  await world.clock.atRest();
  world.clock.advance(SECOND);
  expect((await announced.take(2)).map(({ kind }) => kind)).toEqual(["OVERDUE", "OVERDUE"]);
  const all = [object.code, other.code, "R9.2", "R9.2"].toSorted();
  expect(await openTo(centre, incident.id, true)).toEqual(all);
  accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { objectId: object.id }));
  expect(await openTo(centre, incident.id, false)).toEqual(all);
  expect(await openTo(centre, incident.id, true)).toEqual([other.code, "R9.2"].toSorted());
});
