import { beforeAll, describe, expect, test } from "vitest";
import {
  ObligationsDocument,
  type ObligationsQuery,
  type ObligationsQueryVariables,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { OBLIGATION_KINDS, STANDINGS, TERM_RULES } from "../../src/domain/obligations.js";
import { sharedGateway, type TestGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

type Filter = NonNullable<ObligationsQueryVariables["filter"]>;
type Duty = ObligationsQuery["obligations"]["nodes"][number];

async function duties(person: Person, variables: ObligationsQueryVariables = {}): Promise<readonly Duty[]> {
  return (await person.gets(ObligationsDocument, { first: 100, ...variables })).obligations.nodes;
}

async function ids(person: Person, variables: ObligationsQueryVariables = {}): Promise<string[]> {
  return (await duties(person, variables)).map(({ id }) => id);
}

/** Two SOCs, one of them on an owner's object, with duties of every kind and standing. */
async function busyWorld(world: TestGateway) {
  const centre = await world.nationalCentre();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  const other = await world.soc();
  const on = { affectedObjects: [{ objectId: object.id }] };
  const ago = (milliseconds: number) => ({ confirmedAt: toIso(instant(world.clock.now() - milliseconds)) });
  const { incident } = await soc.sendsReport({ ...on, severity: "UNDETERMINED" });
  await soc.recordsOwnerNotified(incident.id, world.clock.now());
  await soc.sendsReport({ ...on, ...ago(20 * MINUTE) });
  await other.sendsCard({ ...ago(80 * HOUR), severity: "UNDETERMINED" });
  const { threat } = accepted(await centre.registersThreat());
  const { notification } = await centre.sendsNotification({
    threatId: threat.id,
    to: { socs: [soc.party("Soc"), other.party("Soc")] },
  });
  const waived = await other.sendsReport();
  await centre.waives(waived.incident.obligations.find(({ rule }) => rule === "R9.3")?.id ?? "");
  return { centre, owner, object, soc, other, incident, notification };
}

describe("the list of everybody's duties", () => {
  const shared = sharedGateway("NEW");
  let busy: Awaited<ReturnType<typeof busyWorld>>;
  beforeAll(async () => {
    busy = await busyWorld(shared());
  });

  test("the centre sees everybody's, a SOC its own, an owner those toward itself", async () => {
    const world = shared();
    const { centre, owner, object, soc, other, incident } = busy;
    const all = await duties(centre);
    const of = (person: Person) => all.filter(({ obligor }) => obligor?.id === person.party("Soc"));
    expect(of(soc).length + of(other).length).toBe(all.length);
    expect(await ids(soc)).toEqual(of(soc).map(({ id }) => id));
    expect(await ids(other)).toEqual(of(other).map(({ id }) => id));
    const owned = await duties(owner);
    expect(owned.map(({ id }) => id)).toEqual(
      of(soc)
        .filter((duty) => duty.rule === "R9.2")
        .map(({ id }) => id),
    );
    expect(owned.find((duty) => duty.rule === "R9.2")).toMatchObject({ object: { id: object.id } });
    expect(owned.map((duty) => duty.incident?.id)).toContain(incident.id);
    expect(await ids(await world.owner())).toEqual([]);
    expect((await soc.withToken("").asks(ObligationsDocument)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  test("every filter says what the duties themselves say, for everybody, alone and together (L1, L2)", async () => {
    const { clock } = shared();
    const { centre, owner, object, soc, other, incident, notification } = busy;
    // The last instant of the answers' term is still in time.
    clock.advance(72 * HOUR);
    const seen = new Set<string>();
    for (const person of [centre, soc, other, owner]) {
      const all = await duties(person);
      const dueAt = all[Math.floor(all.length / 2)]?.dueAt ?? toIso(clock.now());
      const standings = (of: readonly Duty["standing"][]) => (duty: Duty) => of.includes(duty.standing);
      const cases: readonly (readonly [Filter, (duty: Duty) => boolean])[] = [
        ...STANDINGS.map((one) => [{ standings: [one] }, standings([one])] as const),
        [{ standings: ["RUNNING", "OVERDUE"] }, standings(["RUNNING", "OVERDUE"])],
        [{ standings: ["MET_LATE", "WAIVED"] }, standings(["MET_LATE", "WAIVED"])],
        [{ standings: [] }, () => false],
        ...OBLIGATION_KINDS.map((kind) => [{ kinds: [kind] }, (duty: Duty) => duty.kind === kind] as const),
        ...TERM_RULES.map((rule) => [{ rules: [rule] }, (duty: Duty) => duty.rule === rule] as const),
        [{ rules: ["r9.1", "R9.4"] }, ({ rule }) => rule === "R9.1" || rule === "R9.4"],
        [{ socs: [soc.party("Soc")] }, ({ obligor }) => obligor?.id === soc.party("Soc")],
        [{ socs: [soc.party("Soc"), other.party("Soc")] }, () => true],
        [{ socs: [] }, () => false],
        [{ incidents: [incident.id] }, (duty) => duty.incident?.id === incident.id],
        [{ notifications: [notification.id] }, (duty) => duty.notification?.id === notification.id],
        [{ incidents: [incident.id], notifications: [notification.id] }, () => false],
        [{ due: { from: dueAt } }, (duty) => duty.dueAt >= dueAt],
        [{ due: { before: dueAt } }, (duty) => duty.dueAt < dueAt],
        [{ due: { from: dueAt, before: toIso(instant(Date.parse(dueAt) + 1)) } }, (duty) => duty.dueAt === dueAt],
        [
          { socs: [other.party("Soc")], rules: ["R9.4"], standings: ["RUNNING"], due: { from: dueAt } },
          (duty) =>
            duty.obligor?.id === other.party("Soc") &&
            duty.rule === "R9.4" &&
            duty.standing === "RUNNING" &&
            duty.dueAt >= dueAt,
        ],
      ];
      for (const [filter, fits] of cases) {
        const expected = all.filter(fits);
        expect(await ids(person, { filter }), JSON.stringify(filter)).toEqual(expected.map(({ id }) => id));
        expect((await ids(person, { filter, orderBy: "DUE_LAST" })).toReversed(), JSON.stringify(filter)).toEqual(
          expected.map(({ id }) => id),
        );
        for (const { standing } of expected) seen.add(standing);
      }
      const onObject = await duties(person, { filter: { objects: [object.id] } });
      const expected = all.filter((duty) => duty.obligor?.id === soc.party("Soc") && duty.incident !== null);
      expect(onObject.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }
    expect([...seen].toSorted()).toEqual([...STANDINGS].toSorted());
  });
});

describe("the list of duties", () => {
  /** Each test has a SOC of its own. */
  const shared = sharedGateway();

  test("L14 a duty toward the owner of an object that the card no longer names is found by that object", async () => {
    const world = shared();
    const owner = await world.owner();
    const [first, second] = [await world.protectedObject({ owner }), await world.protectedObject()];
    const soc = await world.soc({ covering: [first, second] });
    const { incident } = await soc.sendsCard({ affectedObjects: [{ objectId: first.id }] });
    await soc.amends(incident.id, 1, { affectedObjects: [{ objectId: second.id }] });
    const rules = async (person: Person, object: string) =>
      (await duties(person, { filter: { objects: [object] } })).map(({ rule }) => rule).toSorted();
    expect(await rules(soc, first.id)).toEqual(["R9.2"]);
    expect(await rules(soc, second.id)).toEqual(["R9.1", "R9.2", "R9.3"]);
    // The incident is on somebody else's object now; what is owed to this owner it still sees, and nothing else.
    expect(await rules(owner, first.id)).toEqual(["R9.2"]);
    expect((await duties(owner)).map(({ rule }) => rule)).toEqual(["R9.2"]);
  });

  test("duties come by due time, in pages that neither repeat nor miss, forward and backward", async () => {
    const world = shared();
    const soc = await world.soc();
    for (let count = 0; count < 9; count += 1) {
      // Three at one instant: the id distinguishes them.
      if (count % 3 === 0) world.clock.advance(MINUTE);
      await soc.sendsReport();
    }
    const all = await duties(soc);
    expect(all).toHaveLength(18);
    const places = all.map(({ dueAt }) => dueAt);
    expect(places).toEqual(places.toSorted());
    const wanted = all.map(({ id }) => id);
    for (const orderBy of ["DUE_FIRST", "DUE_LAST"] as const) {
      const expected = orderBy === "DUE_FIRST" ? wanted : wanted.toReversed();
      const forward: string[] = [];
      let after: string | null = null;
      do {
        const { obligations }: ObligationsQuery = await soc.gets(ObligationsDocument, { orderBy, first: 4, after });
        forward.push(...obligations.nodes.map(({ id }) => id));
        expect(obligations.pageInfo.hasPreviousPage).toBe(after !== null);
        after = obligations.pageInfo.hasNextPage ? (obligations.pageInfo.endCursor ?? null) : null;
      } while (after !== null);
      expect(forward).toEqual(expected);
      const backward: string[] = [];
      let before: string | null = null;
      do {
        const { obligations }: ObligationsQuery = await soc.gets(ObligationsDocument, { orderBy, last: 4, before });
        backward.unshift(...obligations.nodes.map(({ id }) => id));
        before = obligations.pageInfo.hasPreviousPage ? (obligations.pageInfo.startCursor ?? null) : null;
      } while (before !== null);
      expect(backward).toEqual(expected);
    }
    const refused = await soc.asks(ObligationsDocument, { first: 101 });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", path: ["first"] });
  });

  test("what the clock announces after a list was read follows its feed cursor", async () => {
    const world = shared();
    const soc = await world.soc();
    await soc.sendsReport({ confirmedAt: toIso(instant(world.clock.now() - 72 * HOUR)) });
    const { obligations } = await soc.gets(ObligationsDocument, { filter: { standings: ["RUNNING"] } });
    const [running] = obligations.nodes;
    expect(obligations.nodes).toMatchObject([{ rule: "R9.3", dueAt: toIso(world.clock.now()), latenessSeconds: 0 }]);
    await world.clock.atRest();
    world.clock.advance(SECOND);
    await using watch = await soc.watchObligations({ after: obligations.feedCursor });
    expect(await watch.next()).toMatchObject({ kind: "OVERDUE", obligation: { id: running?.id } });
    expect(await duties(soc, { filter: { standings: ["OVERDUE"] } })).toMatchObject([
      { id: running?.id, latenessSeconds: 1 },
    ]);
  });
});
