import { expect, test } from "vitest";
import { LinkSameIncidentsDocument } from "../../schema/operations.generated.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected, unique, type Person } from "../support/person.js";

const shared = sharedGateway();

async function links(centre: Person, incidentIds: readonly string[], reason = "One address, one hour.") {
  const input = { submissionKey: unique("key"), incidentIds: [...incidentIds], reason };
  return (await centre.gets(LinkSameIncidentsDocument, { input })).linkSameIncidents;
}

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
  accepted(await links(centre, [first.id, second.id]));
  expect(await watch.next()).toMatchObject({ kind: "LINKED_AS_SAME", incident: { number: first.number } });
  expect(await othersOf(centre, first.number)).toEqual([second.number]);
  accepted(await links(centre, [third.id, second.id]));
  expect(await othersOf(centre, first.number)).toEqual([second.number, third.number].toSorted());
  for (const [index, soc] of socs.entries()) {
    expect(await othersOf(soc, dossiers[index]?.number ?? "")).toEqual([]);
    // Each keeps its own duties.
    expect(await soc.standings(dossiers[index]?.number ?? "")).toMatchObject({ "R9.1": "MET", "R9.3": "RUNNING" });
  }
});

test("F17 F24 one dossier, or one that was retracted, is refused in three languages; a SOC may not link at all", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const [kept, mistaken] = [(await soc.sendsReport()).incident, (await soc.sendsReport()).incident];
  const messages = new Set<string>();
  for (const language of LANGUAGES) {
    const { violations } = rejected(await links(centre.speaking(language), [kept.id, kept.id]));
    expect(violations).toMatchObject([{ rule: "F17", path: ["input", "incidentIds"] }]);
    messages.add(violations[0]?.message ?? "");
  }
  expect(messages.size).toBe(3);
  accepted(await soc.asksForRetraction(mistaken.id));
  accepted(await centre.decidesRetraction(mistaken.id, true));
  expect(rejected(await links(centre, [kept.id, mistaken.id])).violations).toMatchObject([{ rule: "F24" }]);
  await expect(links(soc, [kept.id, mistaken.id])).rejects.toThrow("FORBIDDEN");
});
