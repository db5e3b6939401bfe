import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected, type Person } from "../support/person.js";

const shared = sharedGateway({ at: "MOVING" });

interface Seen {
  readonly incident: { readonly takenBy: { readonly by: string; readonly isMine: boolean } | null };
}

async function takenBy(person: Person, number: string) {
  const asked = "query ($number: String!) { incident(number: $number) { takenBy { by isMine } } }";
  return (await person.gets<Seen, object>(asked, { number })).incident.takenBy;
}

test("an officer of the centre takes an incident in hand, another takes it over and is told of it, and it is released; no duty changes", async () => {
  const world = shared();
  const [first, second] = [await world.nationalCentre(), await world.nationalCentre()];
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  const before = await soc.standings(incident.number);
  await using watch = await first.watchIncidents({ filter: { socs: [soc.party("Soc")] } });

  expect(accepted(await first.takes(incident.id))).toMatchObject({ warnings: [] });
  expect(await takenBy(first, incident.number)).toMatchObject({ isMine: true });
  expect(await takenBy(second, incident.number)).toMatchObject({ isMine: false });

  const over = accepted(await second.takes(incident.id));
  expect(over.warnings).toMatchObject([{ rule: "F17", path: ["input", "incidentId"] }]);
  expect(await takenBy(second, incident.number)).toMatchObject({ isMine: true });
  expect(accepted(await first.releases(incident.id)).warnings).toHaveLength(1);
  expect(await takenBy(first, incident.number)).toBeNull();

  const facts = await watch.take(3);
  expect(facts.map(({ kind }) => kind)).toEqual(["TAKEN", "TAKEN", "RELEASED"]);
  expect(await soc.standings(incident.number)).toEqual(before);
});

test("who of the centre is on an incident is shown to no SOC and no owner, by no query and no feed", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const { incident } = await soc.sendsCard({ affectedObjects: [{ objectId: object.id }] });
  await using ofSoc = await soc.watchIncidents();
  await using ofOwner = await owner.watchIncidents();
  accepted(await centre.takes(incident.id));
  for (const person of [soc, owner]) expect(await takenBy(person, incident.number)).toBeNull();
  accepted(await centre.releases(incident.id));
  await ofSoc.staysQuiet(() => soc.sendsCard());
  await ofOwner.staysQuiet(() => soc.sendsCard({ affectedObjects: [{ objectId: object.id }] }));
});

test("F17 what nobody has taken is not released, in three languages; a SOC takes nothing, and what is not there is not found", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport();
  const messages = new Set<string>();
  for (const language of LANGUAGES) {
    const { violations } = rejected(await centre.speaking(language).releases(incident.id));
    expect(violations).toMatchObject([{ rule: "F17", path: ["input", "incidentId"] }]);
    for (const { message } of violations) messages.add(message);
  }
  expect(messages.size).toBe(3);
  await expect(soc.takes(incident.id)).rejects.toThrow("FORBIDDEN");
  await expect(centre.takes("no such id")).rejects.toThrow("NOT_FOUND");
});
