import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { instant, MINUTE } from "../../src/domain/instant.js";
import { toFeedCursor } from "../../src/journal/live-feed.js";
import { startGateway, type TestGateway } from "./gateway.js";
import { accepted, type Person } from "./person.js";
import { stepsOf } from "./walk.js";
import { LARGE, schema, walk } from "./whole-walk.js";

/** The subscribers: owners, SOCs, and the centre, which sees everything. */
export const LISTENERS = ["one", "two", "three", "tenant", "socA", "socB", "analyst"] as const;
type Listener = (typeof LISTENERS)[number];

/** Canaries that were submitted, and who may ever find them. */
type Canaries = ReadonlyMap<string, readonly string[]>;

export interface OverTime {
  readonly world: TestGateway;
  readonly people: Readonly<Record<Listener, Person>>;
  readonly canaries: Canaries;
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  /** For each person, the number of the last incident reported of its own: the end of its feed. */
  readonly last: Readonly<Record<Listener, string>>;
}

/**
 * A world in which cards come to name other objects, objects change owners and coverage ends; every kind of act is done before
 * and after each change, each time with its own canary.
 */
export async function speakOverTime(): Promise<OverTime> {
  const world = await startGateway({ settings: LARGE });
  const centre = await world.nationalCentre();
  const [one, two, three] = [await world.owner(null), await world.owner(null), await world.owner(null)];
  const objects = [];
  for (const owner of [one, two, one, one, one]) objects.push(await world.protectedObject({ owner }));
  const [x, y, z, v, w] = objects as [TestObject, TestObject, TestObject, TestObject, TestObject];
  const socA = await world.soc({ covering: [x, y, z, w] });
  const socB = await world.soc();
  const coverage = await world.cover(socB.partyId, v);
  const analyst = await world.nationalCentre("CENTRE_ANALYST");
  const tenant = await world.owner(null);
  const people: OverTime["people"] = { one, two, three, tenant, socA, socB, analyst };

  const canaries = new Map<string, readonly string[]>();
  const say = (what: string, ...to: Listener[]): string => {
    const canary = `canary${String(canaries.size).padStart(2, "0")}-${what}.`;
    canaries.set(canary, ["analyst", ...to]);
    return canary;
  };
  const now = () => world.clock.now();

  // An incident whose card comes to name another owner's object, and then an unregistered one.
  const onX = { affectedObjects: [{ objectId: x.id }], severity: "UNDETERMINED" as const };
  const first = await socA.sendsReport({ ...onX, summary: say("report-of-x", "one", "socA") });
  const { id, number, confirmedAt } = first.incident;
  const cardOf = (label: string, to: "one" | "two" | null) => ({
    confirmedAt,
    nature: say(`nature-${label}`, ...(to ? [to] : []), "socA"),
    measures: say(`measures-${label}`, ...(to ? [to] : []), "socA"),
    note: say(`note-${label}`, ...(to ? [to] : []), "socA"),
    indicators: [{ type: "OTHER" as const, value: say(`indicator-${label}`, ...(to ? [to] : []), "socA") }],
  });
  await socA.sendsCard({ ...onX, ...cardOf("of-x", "one") }, { incidentId: id });
  accepted(await centre.waives(await dutyOf(socA, number, "R9.2"), say("waiver-of-x", "one", "socA")));
  // An owner sees duties towards the national centre for as long as its object is named.
  accepted(await centre.waives(await dutyOf(socA, number, "RA.1"), say("waiver-toward-the-centre", "socA")));
  accepted(await socA.reviews(id, "LOW", say("review-of-x", "one", "socA")));
  accepted(await socA.asksForRetraction(id, say("grounds-of-x", "one", "socA")));
  accepted(await centre.decidesRetraction(id, false, say("refusal-of-x", "one", "socA")));
  accepted(await centre.correctsConfirmation(id, instant(now() - 2 * MINUTE), say("correction-of-x", "one", "socA")));
  accepted(await socA.recordsOwnerNotified(id, now(), { note: say("call-of-x", "one", "socA") }));
  accepted(await socA.asksForRetraction(id, say("late-grounds-of-x", "one", "socA")));

  const onY = { affectedObjects: [{ objectId: y.id }], severity: "MEDIUM" as const };
  accepted(await socA.amends(id, 1, { ...onY, ...cardOf("of-y", "two") }));
  accepted(await socA.reviews(id, "HIGH", say("review-of-y", "two", "socA")));
  accepted(await centre.decidesRetraction(id, false, say("refusal-of-y", "two", "socA")));
  accepted(await centre.correctsConfirmation(id, instant(now() - 3 * MINUTE), say("correction-of-y", "two", "socA")));
  accepted(await socA.recordsOwnerNotified(id, now(), { note: say("call-of-y", "two", "socA") }));
  accepted(await socA.asksForRetraction(id, say("grounds-of-y", "two", "socA")));

  const nowhere = { affectedObjects: [{ description: say("description-of-none", "socA") }], type: "BOTNET" as const };
  accepted(await socA.amends(id, 2, { ...nowhere, ...cardOf("of-none", null) }));
  accepted(await socA.reviews(id, "LOW", say("review-of-none", "socA")));
  accepted(await centre.decidesRetraction(id, true, say("grant-of-none", "one", "two", "socA")));

  // An incident that names the other owner's object to the end.
  const moved = await socA.sendsReport({ ...onX, summary: say("moved-report", "one", "socA") });
  const { id: movedId } = moved.incident;
  accepted(await socA.reviews(movedId, "HIGH", say("moved-review", "one", "socA")));
  accepted(await socA.asksForRetraction(movedId, say("moved-grounds", "one", "socA")));
  accepted(await centre.decidesRetraction(movedId, false, say("moved-refusal", "one", "socA")));
  accepted(
    await centre.correctsConfirmation(movedId, instant(now() - 2 * MINUTE), say("moved-correction", "one", "socA")),
  );
  const movedCard = { ...onY, confirmedAt: moved.incident.confirmedAt, nature: say("moved-card", "two", "socA") };
  await socA.sendsCard(movedCard, { incidentId: movedId });

  // An object that changes owners.
  const onZ = { affectedObjects: [{ objectId: z.id }] };
  const second = await socA.sendsReport({ ...onZ, summary: say("report-to-one", "one", "socA") });
  await socA.reviews(second.incident.id, "UNDETERMINED", say("review-to-one", "one", "socA"));
  await world.handOver(z, two);
  const sold = { incidentId: second.incident.id };
  const later = { ...onZ, confirmedAt: second.incident.confirmedAt };
  await socA.sendsCard({ ...later, nature: say("card-to-two", "two", "socA") }, sold);
  await socA.reviews(second.incident.id, "LOW", say("review-to-two", "two", "socA"));
  // What is confirmed in the time of an owner concerns that owner.
  world.clock.advance(5 * MINUTE);
  const silent = await socA.sendsReport({ ...onZ, summary: say("report-to-two", "two", "socA") });

  // An object of which the centre learns late that it was another owner's already: who was told keeps that, and hears no more.
  const onW = { affectedObjects: [{ objectId: w.id }] };
  const misled = await socA.sendsReport({ ...onW, summary: say("report-to-both", "one", "two", "socA") });
  await world.handOver(w, two, instant(now() - 2 * MINUTE));
  const right = { incidentId: misled.incident.id };
  await socA.sendsCard(
    { ...onW, confirmedAt: misled.incident.confirmedAt, nature: say("card-of-w", "two", "socA") },
    right,
  );

  // Coverage that ends, and an object whose next owner has nothing to do with the first SOC.
  const onV = { affectedObjects: [{ objectId: v.id }] };
  const third = await socB.sendsReport({ ...onV, summary: say("report-of-b", "one", "socB") });
  world.clock.advance(MINUTE);
  await world.endCoverage(coverage, now());
  await world.cover(socA.partyId, v, now());
  world.clock.advance(5 * MINUTE);
  await world.handOver(v, three);
  const email = say("address-of-three", "three", "socA");
  const contact = { partyId: three.party("Owner"), email: `${email}@example.kz`.replace(".@", "@") };
  canaries.delete(email);
  canaries.set(contact.email, ["analyst", "three", "socA"]);
  await world.administrator().gets(CHANGE_CONTACT, { input: contact });
  world.clock.advance(5 * MINUTE);
  const fourth = await socA.sendsReport({ ...onV, summary: say("report-of-a", "three", "socA") });
  await socB.reviews(third.incident.id, "HIGH", say("late-review-of-b", "three", "socB"));

  // An object that is let for some time, of which the centre learns late: what was said while it was let, or of an incident that was
  // confirmed then, is for both; a word that was said after it is for its owner alone.
  const u = await world.protectedObject({ owner: one });
  await world.cover(socA.partyId, u);
  const onU = { affectedObjects: [{ objectId: u.id }] };
  const unlet = await socA.sendsReport({ ...onU, summary: say("report-before-the-lease", "one", "socA") });
  world.clock.advance(5 * MINUTE);
  await world.lets(u, tenant);
  world.clock.advance(5 * MINUTE);
  const leased = await socA.sendsReport({ ...onU, summary: say("report-of-the-let", "one", "tenant", "socA") });
  const { id: letId, number: letNumber } = leased.incident;
  const letCard = { ...onU, confirmedAt: leased.incident.confirmedAt };
  await socA.sendsCard({ ...letCard, nature: say("card-of-the-let", "one", "tenant", "socA") }, { incidentId: letId });
  accepted(await socA.reviews(letId, "HIGH", say("review-of-the-let", "one", "tenant", "socA")));
  const letDuty = await dutyOf(socA, letNumber, "R9.2");
  accepted(await centre.waives(letDuty, say("waiver-of-the-let", "one", "tenant", "socA")));
  accepted(await socA.recordsOwnerNotified(letId, now(), { note: say("call-of-the-let", "one", "tenant", "socA") }));
  accepted(await socA.asksForRetraction(letId, say("grounds-of-the-let", "one", "tenant", "socA")));
  accepted(await centre.decidesRetraction(letId, false, say("refusal-of-the-let", "one", "tenant", "socA")));
  world.clock.advance(5 * MINUTE);
  await world.lets(u, null);
  accepted(await socA.reviews(letId, "LOW", say("review-after-the-lease", "one", "socA")));
  accepted(await socA.asksForRetraction(letId, say("grounds-after-the-lease", "one", "socA")));
  world.clock.advance(5 * MINUTE);
  const relet = await socA.sendsReport({ ...onU, summary: say("report-after-the-lease", "one", "socA") });

  // What each of them receives last.
  const lastOf = async (owner: Person): Promise<string> => {
    const own = await world.protectedObject({ owner, kinds: [] });
    await world.cover(socA.partyId, own);
    return (await socA.sendsReport({ affectedObjects: [{ objectId: own.id }] })).incident.number;
  };
  const ends = {
    one: await lastOf(one),
    two: await lastOf(two),
    three: await lastOf(three),
    tenant: await lastOf(tenant),
  };
  const endOfB = (await socB.sendsReport()).incident.number;
  const end = (await socA.sendsReport()).incident.number;
  const last = { ...ends, socB: endOfB, socA: end, analyst: end };

  const incidents = [first, moved, second, silent, misled, third, fourth, unlet, leased, relet].map(
    ({ incident }) => incident,
  );
  const { wire } = await walk(analyst, [], [], {});
  const ids = [...new Set(wire.match(/"(?:Incident|IncidentCard|Obligation|Delivery)_id":"[^"]+"/g))];
  return {
    world,
    people,
    canaries,
    ids: ids
      .map((found) => JSON.parse(`{${found}}`) as Record<string, string>)
      .flatMap((found) => Object.values(found)),
    numbers: incidents.map((incident) => incident.number),
    last,
  };
}

/** The id of an incident's duty. */
async function dutyOf(soc: Person, number: string, rule: string): Promise<string> {
  const asked = "query ($number: String!) { incident(number: $number) { obligations { id rule } } }";
  const { incident } = await soc.gets<{ incident: { obligations: readonly { id: string; rule: string }[] } }, object>(
    asked,
    {
      number,
    },
  );
  return incident.obligations.find((duty) => duty.rule === rule)?.id ?? "";
}

type TestObject = Awaited<ReturnType<TestGateway["protectedObject"]>>;

const CHANGE_CONTACT = `mutation ($input: ChangeContactInput!) { changeContact(input: $input) { __typename } }`;

/** Everything that a person can find: by each query, by every id and number, and in the whole feed. */
export async function findsOverTime({ people, ids, numbers, last }: OverTime, name: Listener): Promise<string> {
  const person = people[name];
  const { wire } = await walk(person, ids, numbers, {});
  return `${wire}\n${await feedUntil(person, last[name])}`;
}

/** The incident feed from its beginning to the report of this incident. */
async function feedUntil(person: Person, number: string): Promise<string> {
  const step = stepsOf(schema, "Subscription", { after: toFeedCursor(0) }).find((one) => one.name === "incidentFeed");
  if (!step) throw new Error("there is no incidentFeed");
  const client = createClient({
    url: `${person.world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${person.token}` },
  });
  const frames: string[] = [];
  await new Promise<void>((resolve, reject) => {
    client.subscribe(
      { query: step.document, variables: step.variables },
      {
        next(frame) {
          frames.push(JSON.stringify(frame));
          if (frames.at(-1)?.includes(`"${number}"`)) resolve();
        },
        error: reject,
        complete: resolve,
      },
    );
  });
  await client.dispose();
  return frames.join("\n");
}

/** Canaries that a person found but should not have, and those that it missed. */
export function leaksAndLosses({ canaries }: OverTime, name: Listener, found: string) {
  const all = [...canaries];
  return {
    name,
    leaks: all.flatMap(([canary, to]) => (!to.includes(name) && found.includes(canary) ? [canary] : [])),
    lost: all.flatMap(([canary, to]) => (to.includes(name) && !found.includes(canary) ? [canary] : [])),
  };
}
