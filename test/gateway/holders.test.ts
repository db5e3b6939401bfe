import { describe, expect, test } from "vitest";
import { ChangeProtectedObjectDocument, type ChangeProtectedObjectInput } from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso, type Instant } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected, type Person } from "../support/person.js";

const shared = sharedGateway();

function ago(length: number): Instant {
  return instant(shared().clock.now() - length);
}

/** A critical object with an owner and a holder, and the SOC that covers it. */
async function held() {
  const world = shared();
  const [owner, holder, centre] = [await world.owner(), await world.owner(), await world.nationalCentre()];
  const object = await world.protectedObject({ owner, holder });
  const soc = await world.soc({ covering: [object] });
  const report = async (confirmedAt = ago(MINUTE)) =>
    (await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], confirmedAt: toIso(confirmedAt) })).incident;
  return { world, owner, holder, centre, object, soc, report };
}

async function changes(objectId: string, input: Omit<ChangeProtectedObjectInput, "objectId">) {
  const administrator = shared().administrator();
  const answer = await administrator.gets(ChangeProtectedObjectDocument, { input: { objectId, ...input } });
  return answer.changeProtectedObject;
}

interface Seen {
  readonly report: object | null;
  readonly ownerNotifications: readonly object[];
  readonly deliveries: readonly { readonly state: string; readonly party: { readonly id: string } | null }[];
  readonly obligations: readonly {
    readonly rule: string;
    readonly standing: string;
    readonly metBy: string | null;
    readonly waivedReason: string | null;
  }[];
}

/** An incident as somebody sees it, of its duties R9.2 alone; null where it does not. */
async function seen(person: Person, number: string): Promise<Seen | null> {
  const asked = `query ($number: String!) { incident(number: $number) { report { summary } ownerNotifications { recipient }
    deliveries { state party { id } } obligations { rule standing metBy waivedReason } } }`;
  const { incident } = await person.gets<{ incident: Seen | null }, object>(asked, { number });
  return incident && { ...incident, obligations: incident.obligations.filter(({ rule }) => rule === "R9.2") };
}

async function standing(person: Person, number: string) {
  const {
    rule: _,
    waivedReason: __,
    ...duty
  } = (await seen(person, number))?.obligations[0] ?? {
    rule: "",
    waivedReason: null,
  };
  return duty;
}

describe("R9.2 an object with an owner and a holder", () => {
  test("is one duty, of which both are notified and which both see", async () => {
    const { owner, holder, soc, report } = await held();
    await using watch = await holder.watchIncidents();
    const incident = await report();
    expect(await watch.next()).toMatchObject({ kind: "REPORTED", incident: { number: incident.number } });
    const bySoc = await seen(soc, incident.number);
    expect(bySoc?.obligations).toHaveLength(1);
    expect(bySoc?.deliveries.map(({ party }) => party?.id).toSorted()).toEqual(
      [owner.party("Owner"), holder.party("Owner")].toSorted(),
    );
    for (const person of [owner, holder])
      expect(await seen(person, incident.number)).toMatchObject({
        report: { summary: expect.any(String) as string },
        deliveries: [{ party: { id: person.party("Owner") } }],
        obligations: [{ standing: "RUNNING" }],
      });
  });

  test("L8 the acknowledgement of either meets it", async () => {
    const { owner, holder, soc, report } = await held();
    for (const [person, other] of [
      [owner, holder],
      [holder, owner],
    ] as const) {
      const incident = await report();
      await using watch = await other.watchIncidents();
      accepted(await person.acknowledges({ incidentId: incident.id }));
      expect(await standing(soc, incident.number)).toEqual({ standing: "MET", metBy: "OWNER_ACKNOWLEDGEMENT" });
      // The duty was toward both.
      expect(await watch.next()).toMatchObject({ kind: "OWNER_ACKNOWLEDGED", incident: { number: incident.number } });
    }
  });

  test("L8 the SOC's word meets it, and both read whom it told", async () => {
    const { owner, holder, soc, report } = await held();
    const incident = await report();
    accepted(await soc.recordsOwnerNotified(incident.id, ago(0)));
    for (const person of [owner, holder])
      expect(await seen(person, incident.number)).toMatchObject({
        ownerNotifications: [{ recipient: expect.any(String) as string }],
        obligations: [{ standing: "MET", metBy: "SOC_STATEMENT" }],
      });
  });

  test("F25 both read why it was waived", async () => {
    const { owner, holder, centre, report } = await held();
    const incident = await report();
    const asked = `query ($number: String!) { incident(number: $number) { obligations { id rule } } }`;
    const { obligations } = (
      await centre.gets<{ incident: { obligations: readonly { id: string; rule: string }[] } }, object>(asked, {
        number: incident.number,
      })
    ).incident;
    accepted(await centre.waives(obligations.find(({ rule }) => rule === "R9.2")?.id ?? "", "It is the same party."));
    for (const person of [owner, holder])
      expect(await seen(person, incident.number)).toMatchObject({
        obligations: [{ standing: "WAIVED", waivedReason: "It is the same party." }],
      });
  });

  test("each sees the object, and who has it beside itself; nobody else does", async () => {
    const { world, owner, holder, object } = await held();
    const asked = `{ protectedObjects { nodes { code owner { id } holder { id } ownerships { capacity owner { id } from until } } } }`;
    const ids = { owner: { id: owner.party("Owner") }, holder: { id: holder.party("Owner") } };
    const nodesFor = async (person: Person) =>
      (await person.gets<{ protectedObjects: { nodes: readonly object[] } }, object>(asked)).protectedObjects.nodes;
    const always = { from: null, until: null };
    expect(await nodesFor(owner)).toEqual([
      { code: object.code, ...ids, ownerships: [{ capacity: "OWNER", owner: ids.owner, ...always }] },
    ]);
    expect(await nodesFor(holder)).toEqual([
      { code: object.code, ...ids, ownerships: [{ capacity: "HOLDER", owner: ids.holder, ...always }] },
    ]);
    expect(await nodesFor(await world.owner())).toEqual([]);
  });

  test("no duty is asked of a stranger: who holds another object sees and meets nothing", async () => {
    const { soc, report } = await held();
    const other = await held();
    const incident = await report();
    expect(await seen(other.holder, incident.number)).toBeNull();
    expect(await standing(soc, incident.number)).toEqual({ standing: "RUNNING", metBy: null });
  });
});

describe("L9 R9.2 a holder has its time", () => {
  test("who holds it since before the confirmation is notified and sees the incident, though registered later", async () => {
    const world = shared();
    const holder = await world.owner();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    const reported = async (confirmedAt: Instant) =>
      (await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], confirmedAt: toIso(confirmedAt) })).incident;
    const [earlier, incident] = [await reported(ago(3 * HOUR)), await reported(ago(HOUR))];
    expect(await seen(holder, incident.number)).toBeNull();
    const reason = "It was let two hours ago.";
    const holderId = holder.party("Owner");
    const done = accepted(await changes(object.id, { holderId, from: toIso(ago(2 * HOUR)), reason }));
    expect(done.obligationCount).toBe(1);
    expect(await seen(holder, earlier.number)).toBeNull();
    expect(await seen(holder, incident.number)).toMatchObject({
      report: { summary: expect.any(String) as string },
      deliveries: [{ party: { id: holderId } }],
      obligations: [{ standing: "OVERDUE" }],
    });
    accepted(await holder.acknowledges({ incidentId: incident.id }));
    expect(await standing(soc, incident.number)).toMatchObject({ standing: "MET_LATE" });
    // The same once more is no change.
    expect(accepted(await changes(object.id, { holderId })).obligationCount).toBe(0);
  });

  test("who holds it no more is not told of what is confirmed since, and of what came before only what it was told", async () => {
    const { owner, holder, object, soc, report } = await held();
    const before = await report(ago(2 * HOUR));
    accepted(await changes(object.id, { holderId: null, from: toIso(ago(HOUR)), reason: "The lease ended." }));
    const after = await report();
    expect(await seen(holder, after.number)).toBeNull();
    expect(await seen(holder, before.number)).toMatchObject({ obligations: [{ standing: "OVERDUE" }] });
    expect((await seen(soc, after.number))?.deliveries.map(({ party }) => party?.id)).toEqual([owner.party("Owner")]);
    accepted(await holder.acknowledges({ incidentId: before.id }));
    expect(await standing(soc, before.number)).toMatchObject({ standing: "MET_LATE" });
  });

  test("a holder that was registered in error never was: its word meets nothing", async () => {
    const { holder, object, soc, report } = await held();
    const incident = await report();
    accepted(await changes(object.id, { holderId: null, from: toIso(ago(24 * HOUR)), reason: "Another building." }));
    expect(await standing(soc, incident.number)).toEqual({ standing: "RUNNING", metBy: null });
    // What it was shown it still sees, and may say that it knows of it.
    accepted(await holder.acknowledges({ incidentId: incident.id }));
    accepted(await soc.reviews(incident.id, "HIGH", "It spreads."));
    expect(await standing(soc, incident.number)).toEqual({ standing: "RUNNING", metBy: null });
  });

  test("one follows another, and the past is corrected: no two hold it at once", async () => {
    const { world, holder, object } = await held();
    const second = await world.owner();
    const asked = `query ($id: ID!) { node(id: $id) { ... on ProtectedObject { holder { id }
      ownerships { capacity owner { id } from until } } } }`;
    const periods = async () => {
      const { node } = await world
        .administrator()
        .gets<{ node: { ownerships: readonly { capacity: string }[] } }, object>(asked, { id: object.id });
      return node.ownerships.filter(({ capacity }) => capacity === "HOLDER");
    };
    const [four, three, two] = [4, 3, 2].map((hours) => toIso(ago(hours * HOUR)));
    const reason = "As the contracts say.";
    const [a, b] = [{ id: holder.party("Owner") }, { id: second.party("Owner") }];
    accepted(await changes(object.id, { holderId: null, from: two ?? "", reason }));
    accepted(await changes(object.id, { holderId: b.id, from: three ?? "", reason }));
    expect(await periods()).toMatchObject([
      { owner: a, until: three },
      { owner: b, from: three, until: null },
    ]);
    accepted(await changes(object.id, { holderId: a.id, from: four ?? "", reason }));
    expect(await periods()).toMatchObject([{ owner: a, from: null, until: null }]);
  });

  test("F17 its owner is no holder beside itself, nor is a SOC one, in three languages", async () => {
    const { world, owner, holder, object, soc } = await held();
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const input = { objectId: object.id, holderId: owner.party("Owner") };
      const administrator = world.administrator().speaking(language);
      const refused = rejected(
        (await administrator.gets(ChangeProtectedObjectDocument, { input })).changeProtectedObject,
      );
      expect(refused.violations).toMatchObject([{ rule: "F17", path: ["input", "holderId"] }]);
      messages.add(refused.violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(LANGUAGES.length);
    expect(rejected(await changes(object.id, { holderId: soc.party("Soc") })).violations).toMatchObject([
      { rule: "F17", path: ["input", "holderId"] },
    ]);
    // The holder becomes the owner: that it holds it no more is said with it.
    const ownerId = holder.party("Owner");
    expect(rejected(await changes(object.id, { ownerId })).violations).toMatchObject([
      { rule: "F17", path: ["input", "ownerId"] },
    ]);
    accepted(await changes(object.id, { ownerId, holderId: null }));
  });
});
