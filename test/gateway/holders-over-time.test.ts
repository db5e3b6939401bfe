import { describe, expect, test } from "vitest";
import { HOUR, MINUTE, toIso } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { changesObject, heldObject, seenBy, standingsFor } from "../support/holders.js";
import { accepted, type Person } from "../support/person.js";

const shared = sharedGateway();

const MET = { standing: "MET", metBy: "OWNER_ACKNOWLEDGEMENT" };
const reason = "As the contracts say.";

interface DutyPage {
  readonly nodes: readonly { readonly incident: { readonly number: string } }[];
  readonly pageInfo: Readonly<Record<"startCursor" | "endCursor", string>> &
    Readonly<Record<"hasPreviousPage" | "hasNextPage", boolean>>;
}

/** The incidents of all duties that somebody sees, page by page, forward or backward. */
async function dutiesOf(person: Person, orderBy: string, isForward: boolean): Promise<string[]> {
  const numbers: string[] = [];
  for (let place = ""; ;) {
    const window = isForward ? `first: 2 ${place && `after: "${place}"`}` : `last: 2 ${place && `before: "${place}"`}`;
    const { obligations } = await person.gets<
      { obligations: DutyPage },
      object
    >(`{ obligations(orderBy: ${orderBy} ${window}) {
      nodes { incident { number } } pageInfo { startCursor endCursor hasPreviousPage hasNextPage } } }`);
    const { nodes, pageInfo } = obligations;
    const found = nodes.map(({ incident }) => incident.number);
    numbers.splice(isForward ? numbers.length : 0, 0, ...found);
    if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return numbers;
    place = isForward ? pageInfo.endCursor : pageInfo.startCursor;
  }
}

/** What somebody reads of another party; null where it does not see it. */
async function contactOf(party: Person, person: Person) {
  const asked = `{ node(id: "${party.party("Owner")}") { ... on Owner { code email phone language } } }`;
  return (await person.gets<{ node: { readonly code: string; readonly email: string | null } | null }, object>(asked))
    .node;
}

describe("R9.2 a holder that is found to have been the owner at that time", () => {
  test("is one party: what is reported since is taken, and it is notified once", async () => {
    const { owner, holder, soc, report, changes, ago } = await heldObject(shared());
    accepted(await changes({ holderId: null }));
    accepted(await changes({ ownerId: holder.party("Owner"), from: toIso(ago(2 * HOUR)), reason }));
    const incident = await report(ago(HOUR));
    const deliveries = (await seenBy(soc, incident.number))?.deliveries;
    expect(deliveries?.map(({ party }) => party?.id)).toEqual([holder.party("Owner")]);
    expect(await seenBy(owner, incident.number)).toBeNull();
    expect(await dutiesOf(holder, "DUE_FIRST", true)).toEqual([incident.number]);
  });

  test("has each duty of before once in its list", async () => {
    const { holder, report, changes, ago } = await heldObject(shared());
    const incident = await report(ago(HOUR));
    accepted(await changes({ holderId: null }));
    accepted(await changes({ ownerId: holder.party("Owner"), from: toIso(ago(2 * HOUR)), reason }));
    expect(await dutiesOf(holder, "DUE_FIRST", true)).toEqual([incident.number]);
  });
});

describe("owner and holder of one object", () => {
  test("know each other's names, and not how the other one is reached; the SOC knows both", async () => {
    const { owner, holder, soc } = await heldObject(shared());
    for (const [party, other] of [
      [owner, holder],
      [holder, owner],
    ] as const) {
      const hidden = { code: expect.any(String) as string, email: null, phone: null, language: null };
      expect(await contactOf(party, other)).toEqual(hidden);
      expect(await contactOf(party, party)).toMatchObject({ email: "duty@owner.example" });
      expect(await contactOf(party, soc)).toMatchObject({ email: "duty@owner.example" });
    }
  });

  test("who was registered in error, for no time at all, and the owner know nothing of each other", async () => {
    const { world, owner, changes, ago } = await heldObject(shared());
    const wrong = await world.owner();
    accepted(await changes({ holderId: wrong.party("Owner"), from: toIso(ago(HOUR)), reason }));
    expect(await contactOf(wrong, owner)).not.toBeNull();
    accepted(await changes({ holderId: null, from: toIso(ago(HOUR)), reason }));
    expect(await contactOf(wrong, owner)).toBeNull();
    expect(await contactOf(owner, wrong)).toBeNull();
  });

  test("R9.2 who owns one object and holds another has the duties of both in one order, by page in both directions", async () => {
    const { world, holder: both, object, soc, report, ago } = await heldObject(shared());
    const own = await world.protectedObject({ owner: both });
    await world.cover(soc.partyId, own);
    const numbers: string[] = [];
    for (const minutes of [9, 7, 5]) {
      numbers.push((await report(ago(minutes * MINUTE))).number);
      const onOwn = { affectedObjects: [{ objectId: own.id }], confirmedAt: toIso(ago((minutes - 1) * MINUTE)) };
      numbers.push((await soc.sendsReport(onOwn)).incident.number);
    }
    const onBoth = {
      affectedObjects: [{ objectId: own.id }, { objectId: object.id }],
      confirmedAt: toIso(ago(MINUTE)),
    };
    const { incident } = await soc.sendsReport(onBoth);
    numbers.push(incident.number, incident.number);
    for (const isForward of [true, false]) {
      expect(await dutiesOf(both, "DUE_FIRST", isForward)).toEqual(numbers);
      expect(await dutiesOf(both, "DUE_LAST", isForward)).toEqual(numbers.toReversed());
    }
    accepted(await both.acknowledges({ incidentNumber: incident.number }));
    expect(await standingsFor(soc, incident.number)).toEqual([MET, MET]);
  });

  test("R9.2 L8 who holds an object no more, and has another one in the incident, meets by its word what is still owed to it", async () => {
    const { world, holder, object, soc, changes, ago } = await heldObject(shared());
    const other = await world.protectedObject({ owner: holder });
    await world.cover(soc.partyId, other);
    const affectedObjects = [{ objectId: object.id }, { objectId: other.id }];
    const { incident } = await soc.sendsReport({ affectedObjects, confirmedAt: toIso(ago(MINUTE)) });
    accepted(await changes({ holderId: null }));
    accepted(await soc.reviews(incident.id, "HIGH", "It spreads."));
    accepted(await holder.acknowledges({ incidentId: incident.id }));
    expect(await standingsFor(soc, incident.number)).toEqual([MET, MET]);
  });
});

describe("L23 R9.2 a corrected confirmation", () => {
  test("that falls into a holder's time is for the holder too, and that it has no address is no concern where the owner has one", async () => {
    const world = shared();
    const [holder, centre] = [await world.owner(null), await world.nationalCentre()];
    const { owner, soc, report, changes, ago } = await heldObject(world);
    accepted(await changes({ holderId: null, from: toIso(ago(10 * HOUR)), reason }));
    accepted(await changes({ holderId: holder.party("Owner"), from: toIso(ago(2 * HOUR)), reason }));
    const incident = await report(ago(3 * HOUR));
    const corrected = accepted(await centre.correctsConfirmation(incident.id, ago(HOUR)));
    // The gateway has no mail server; that is said when the owner is to be notified.
    expect(corrected.warnings.filter(({ message }) => message.includes("No address"))).toEqual([]);
    expect(await standingsFor(holder, incident.number)).toHaveLength(1);
    expect((await seenBy(soc, incident.number))?.deliveries.map(({ party }) => party?.id).toSorted()).toEqual(
      [owner.party("Owner"), holder.party("Owner")].toSorted(),
    );
    accepted(await centre.correctsConfirmation(incident.id, ago(4 * HOUR)));
    expect(await standingsFor(holder, incident.number)).toEqual([]);
    expect(await seenBy(holder, incident.number)).toMatchObject({ deliveries: [{ state: "NO_ADDRESS" }] });
  });
});

describe("L9 R9.2 hand-overs of both at one instant", () => {
  test("owner and holder change places: each keeps its duties and is notified once of each", async () => {
    const { owner, holder, report, changes, ago } = await heldObject(shared());
    const before = await report(ago(2 * HOUR));
    const ids = { ownerId: holder.party("Owner"), holderId: owner.party("Owner") };
    accepted(await changes({ ...ids, from: toIso(ago(HOUR)), reason }));
    const after = await report();
    accepted(await changes({ ...ids, from: toIso(ago(3 * HOUR)), reason }));
    for (const person of [owner, holder])
      for (const { number } of [before, after])
        expect(await seenBy(person, number)).toMatchObject({ deliveries: [{}], obligations: [{ isVoid: false }] });
    expect(await dutiesOf(owner, "DUE_FIRST", true)).toEqual([before.number, after.number]);
  });

  test("who sells an object and leases it back is notified as its holder", async () => {
    const { world, owner, object, soc, report, ago } = await heldObject(shared());
    const ids = { ownerId: (await world.owner()).party("Owner"), holderId: owner.party("Owner") };
    accepted(await changesObject(world, object.id, { ...ids, from: toIso(ago(HOUR)), reason }));
    const incident = await report();
    expect((await seenBy(soc, incident.number))?.deliveries).toHaveLength(2);
    accepted(await owner.acknowledges({ incidentId: incident.id }));
    expect(await standingsFor(soc, incident.number)).toEqual([MET]);
  });
});

describe("L9 R9.2 a description that is found to be a held object", () => {
  test("is both parties' concern, until the link is taken back, and again when it is made again", async () => {
    const { owner, holder, centre, object, soc, ago } = await heldObject(shared());
    const described = { description: "ЖЭО-3", kinds: ["CRITICAL_INFRASTRUCTURE" as const] };
    const { incident } = await soc.sendsReport({ affectedObjects: [described], confirmedAt: toIso(ago(MINUTE)) });
    await using ofOwner = await owner.watchIncidents();
    await using ofHolder = await holder.watchIncidents();
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    for (const watch of [ofOwner, ofHolder]) expect(await watch.next()).toMatchObject({ kind: "OBJECT_LINKED" });
    for (const person of [owner, holder])
      expect(await seenBy(person, incident.number)).toMatchObject({
        report: {},
        deliveries: [{}],
        obligations: [{ standing: "RUNNING" }],
      });
    accepted(await centre.unlinksObject(incident.id, "ЖЭО-3"));
    for (const watch of [ofOwner, ofHolder]) expect(await watch.next()).toMatchObject({ kind: "OBJECT_UNLINKED" });
    expect((await seenBy(soc, incident.number))?.deliveries.map(({ state }) => state)).toEqual([
      "OBSOLETE",
      "OBSOLETE",
    ]);
    for (const person of [owner, holder]) expect(await standingsFor(person, incident.number)).toEqual([]);
    accepted(await centre.linksObject(incident.id, "ЖЭО-3", object.id));
    accepted(await holder.acknowledges({ incidentId: incident.id }));
    expect(await standingsFor(soc, incident.number)).toEqual([MET]);
  });
});

describe("L18 a granted retraction", () => {
  test("is told to owner and holder, to whom resumes by a cursor as well", async () => {
    const { owner, holder, centre, soc, report } = await heldObject(shared());
    const incident = await report();
    const after = await owner.feedHead();
    accepted(await soc.asksForRetraction(incident.id));
    accepted(await centre.decidesRetraction(incident.id, true));
    for (const person of [owner, holder]) {
      await using watch = await person.watchIncidents({ after });
      expect((await watch.take(2)).map(({ kind }) => kind)).toEqual(["RETRACTION_REQUESTED", "RETRACTED"]);
      expect((await seenBy(person, incident.number))?.retractedAt).not.toBeNull();
    }
  });
});
