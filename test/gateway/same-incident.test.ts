import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import { hold, isWaiting } from "../support/held.js";
import { accepted, LANGUAGES, rejected, type Person } from "../support/person.js";

const shared = sharedGateway({ at: "MOVING" });

async function othersOf(person: Person, number: string): Promise<string[]> {
  const asked = "query ($number: String!) { incident(number: $number) { sameAs { number } } }";
  interface Seen {
    readonly incident: { readonly sameAs: readonly { readonly number: string }[] };
  }
  const { incident } = await person.gets<Seen, object>(asked, { number });
  return incident.sameAs.map(({ number: other }) => other).toSorted();
}

test("M8 the centre links dossiers of several SOCs that are of one incident; groups grow together, and a SOC sees its own alone", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const socs = [await world.soc(), await world.soc(), await world.soc()] as const;
  const dossiers = await Promise.all(socs.map(async (soc) => (await soc.sendsReport()).incident));
  const [first, second, third] = dossiers as [(typeof dossiers)[0], (typeof dossiers)[0], (typeof dossiers)[0]];
  await using watch = await socs[0].watchIncidents();
  accepted(await centre.links([first.id, second.id]));
  expect(await watch.next()).toMatchObject({ kind: "LINKED_AS_SAME", incident: { number: first.number } });
  expect(await othersOf(centre, first.number)).toEqual([second.number]);
  accepted(await centre.links([third.id, second.id]));
  expect(await othersOf(centre, first.number)).toEqual([second.number, third.number].toSorted());
  for (const [index, soc] of socs.entries()) {
    expect(await othersOf(soc, dossiers[index]?.number ?? "")).toEqual([]);
    // Each keeps its own duties.
    expect(await soc.standings(dossiers[index]?.number ?? "")).toMatchObject({ "R9.1": "MET", "R9.3": "RUNNING" });
  }
});

test("two links at once that name different members of one group make one group of all", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const report = async () => (await soc.sendsReport()).incident;
  const [first, second, third, fourth] = [await report(), await report(), await report(), await report()];
  accepted(await centre.links([first.id, second.id]));
  await using held = await hold(world.database, "select from same_incident for update");
  const links = [centre.links([first.id, third.id])];
  await isWaiting(world.database, 1);
  links.push(centre.links([second.id, fourth.id]));
  await isWaiting(world.database, 2);
  await held.letGo();
  for (const done of await Promise.all(links)) accepted(done);
  expect(await othersOf(centre, first.number)).toEqual([second.number, third.number, fourth.number].toSorted());
});

test("F17 F24 one dossier, or one that was retracted, is refused in three languages; a SOC may not link at all", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const [kept, mistaken] = [(await soc.sendsReport()).incident, (await soc.sendsReport()).incident];
  const messages = new Set<string>();
  for (const language of LANGUAGES) {
    const { violations } = rejected(await centre.speaking(language).links([kept.id, kept.id]));
    expect(violations).toMatchObject([{ rule: "F17", path: ["input", "incidentIds"] }]);
    messages.add(violations[0]?.message ?? "");
  }
  expect(messages.size).toBe(3);
  accepted(await soc.asksForRetraction(mistaken.id));
  accepted(await centre.decidesRetraction(mistaken.id, true));
  expect(rejected(await centre.links([kept.id, mistaken.id])).violations).toMatchObject([{ rule: "F24" }]);
  await expect(soc.links([kept.id, mistaken.id])).rejects.toThrow("FORBIDDEN");
});

interface Decided {
  readonly isLinked: boolean;
  readonly by: string;
  readonly reason: string;
  readonly decidedAt: string;
  readonly incidents: readonly { readonly number: string }[];
}

async function decisionsAbout(person: Person, number: string): Promise<readonly Decided[]> {
  const asked = `query ($number: String!) { incident(number: $number) { sameAsDecisions {
    isLinked by reason decidedAt incidents { number } } } }`;
  const answer = await person.gets<{ incident: { sameAsDecisions: readonly Decided[] } }, object>(asked, { number });
  return answer.incident.sameAsDecisions;
}

test("M8 a wrong link is taken back: who is named stands alone, the others stay linked, and the centre reads who decided what and why", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const socs = [await world.soc(), await world.soc(), await world.soc()] as const;
  const [first, second, third] = [
    (await socs[0].sendsReport()).incident,
    (await socs[1].sendsReport()).incident,
    (await socs[2].sendsReport()).incident,
  ];
  accepted(await centre.links([first.id, second.id, third.id]));
  await using watch = await socs[2].watchIncidents();
  world.clock.advance(1_000);
  accepted(await centre.unlinks([third.id], "Another address after all."));
  expect(await watch.next()).toMatchObject({ kind: "UNLINKED_AS_SAME", incident: { number: third.number } });
  expect(await othersOf(centre, third.number)).toEqual([]);
  expect(await othersOf(centre, first.number)).toEqual([second.number]);
  const { me } = await centre.gets<{ me: { name: string } }, object>("{ me { name } }");
  const decisions = await decisionsAbout(centre, third.number);
  expect(decisions).toMatchObject([
    { isLinked: true, by: me.name, reason: "One address, one hour." },
    { isLinked: false, by: me.name, reason: "Another address after all.", incidents: [{ number: third.number }] },
  ]);
  expect(decisions[0]?.incidents.map(({ number }) => number).toSorted()).toEqual(
    [first.number, second.number, third.number].toSorted(),
  );
  expect(await decisionsAbout(centre, first.number)).toHaveLength(1);
  // Reasons may speak of other SOCs' dossiers.
  expect(await decisionsAbout(socs[2], third.number)).toEqual([]);
  // Linked again, it comes back alone; and what was linked before may be taken apart though it was retracted since.
  accepted(await centre.links([third.id, second.id]));
  expect(await othersOf(centre, third.number)).toEqual([first.number, second.number].toSorted());
  accepted(await socs[0].asksForRetraction(first.id));
  accepted(await centre.decidesRetraction(first.id, true));
  accepted(await centre.unlinks([first.id, second.id]));
  for (const { number } of [first, second, third]) expect(await othersOf(centre, number)).toEqual([]);
});

test("F4 F17 what is linked with nothing is not taken apart, in three languages; a SOC may not at all", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const [first, second, alone] = [
    (await soc.sendsReport()).incident,
    (await soc.sendsReport()).incident,
    (await soc.sendsReport()).incident,
  ];
  accepted(await centre.links([first.id, second.id]));
  const messages = new Set<string>();
  for (const language of LANGUAGES) {
    const { violations } = rejected(await centre.speaking(language).unlinks([first.id, alone.id]));
    expect(violations).toMatchObject([{ rule: "F17", path: ["input", "incidentIds", "1"] }]);
    messages.add(violations[0]?.message ?? "");
  }
  expect(messages.size).toBe(3);
  // Named twice, the first one moves no place.
  const twice = rejected(await centre.unlinks([first.number, first.id, alone.id])).violations;
  expect(twice).toMatchObject([{ rule: "F17", path: ["input", "incidentIds", "2"] }]);
  expect(rejected(await centre.unlinks([])).violations).toMatchObject([{ rule: "F4" }]);
  accepted(await centre.unlinks([first.id]));
  // The other one stands alone by that, too.
  expect(rejected(await centre.unlinks([second.id])).violations).toMatchObject([{ rule: "F17" }]);
  await expect(soc.unlinks([first.id])).rejects.toThrow("FORBIDDEN");
});
