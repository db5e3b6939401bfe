import pg from "pg";
import { expect, test, vi } from "vitest";
import {
  IncidentsDocument,
  ProtectedObjectsDocument,
  SocsDocument,
  type IncidentsQuery,
  type IncidentsQueryVariables,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso } from "../../src/domain/instant.js";
import { OBLIGATION_KINDS, STANDINGS } from "../../src/domain/obligations.js";
import { sharedGateway, startGateway } from "../support/gateway.js";
import type { Person } from "../support/person.js";

/** Each test has SOCs of its own, and asks of them alone. */
const shared = sharedGateway({ at: "MOVING" });

async function numbers(person: Person, variables: IncidentsQueryVariables): Promise<string[]> {
  return (await person.gets(IncidentsDocument, variables)).incidents.nodes.map(({ number }) => number);
}

test("incidents come newest first, in pages that neither repeat nor miss, forward and backward", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const sent: string[] = [];
  for (let count = 0; count < 7; count += 1) {
    // Three at one instant: the id distinguishes them.
    if (count % 3 === 0) world.clock.advance(MINUTE);
    sent.push((await soc.sendsReport()).incident.number);
  }
  const filter = { socs: [soc.party("Soc")] };
  const all = await numbers(centre, { filter });
  expect(all.toSorted()).toEqual(sent.toSorted());
  expect(all[0]).toBe(sent[6]);

  const forward: string[] = [];
  let after: string | null = null;
  do {
    const { incidents }: IncidentsQuery = await centre.gets(IncidentsDocument, { filter, first: 3, after });
    forward.push(...incidents.nodes.map(({ number }) => number));
    expect(incidents.pageInfo.hasPreviousPage).toBe(after !== null);
    after = incidents.pageInfo.hasNextPage ? (incidents.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  expect(forward).toEqual(all);

  const { incidents: end } = await centre.gets(IncidentsDocument, { filter, last: 2 });
  expect(end.nodes.map(({ number }) => number)).toEqual(all.slice(-2));
  const before = end.pageInfo.startCursor ?? null;
  expect(await numbers(centre, { filter, last: 2, before })).toEqual(all.slice(-4, -2));
  expect(await numbers(centre, { filter, orderBy: "OLDEST_FIRST" })).toEqual(all.toReversed());
  expect(await numbers(centre, { filter, first: 0 })).toEqual([]);
});

test("a page stays where it is while new incidents arrive", async () => {
  const world = shared();
  const soc = await world.soc();
  for (let count = 0; count < 4; count += 1) {
    world.clock.advance(MINUTE);
    await soc.sendsReport();
  }
  const { incidents } = await soc.gets(IncidentsDocument, { first: 2 });
  const rest = await numbers(soc, { first: 2, after: incidents.pageInfo.endCursor ?? null });
  world.clock.advance(MINUTE);
  await soc.sendsReport();
  expect(await numbers(soc, { first: 2, after: incidents.pageInfo.endCursor ?? null })).toEqual(rest);
});

test("filters by SOC, level, type, object and time narrow the list, alone and together", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const other = await world.soc();
  const start = world.clock.now();
  const a = (await soc.sendsReport({ severity: "HIGH", affectedObjects: [{ objectId: object.id }] })).incident.number;
  world.clock.advance(HOUR);
  const b = (await soc.sendsReport({ severity: "LOW", type: "SPAM" })).incident.number;
  const c = (await other.sendsReport({ severity: "UNDETERMINED", type: "OTHER" })).incident.number;
  const cases: readonly (readonly [IncidentsQueryVariables["filter"], string[]])[] = [
    [{ socs: [soc.party("Soc")] }, [b, a]],
    [{ socs: [] }, []],
    [{ severities: ["UNDETERMINED"] }, [c]],
    [{ types: ["SPAM", "OTHER"] }, [c, b]],
    [{ objects: [object.id] }, [a]],
    [{ received: { before: toIso(instant(start + 1)) } }, [a]],
    [{ received: { from: toIso(instant(start + 1)) } }, [c, b]],
    [{ confirmed: { from: toIso(start) } }, [c, b]],
    [{ socs: [soc.party("Soc")], severities: ["LOW"] }, [b]],
    [{}, [c, b, a]],
  ];
  for (const [filter, expected] of cases)
    expect((await numbers(centre, { filter: filter ?? null })).toSorted(), JSON.stringify(filter)).toEqual(
      expected.toSorted(),
    );
});

test("the filter by the standing of an obligation says what the obligations themselves say (L1)", async () => {
  const world = shared();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  const on = { affectedObjects: [{ objectId: object.id }] };
  const first = await soc.sendsReport({ ...on, severity: "UNDETERMINED" });
  await soc.recordsOwnerNotified(first.incident.id, world.clock.now());
  await soc.sendsReport({ ...on, confirmedAt: toIso(instant(world.clock.now() - 20 * MINUTE)) });
  world.clock.advance(50 * HOUR);
  await soc.sendsReport({ severity: "UNDETERMINED", confirmedAt: toIso(instant(world.clock.now() - 49 * HOUR)) });
  await soc.sendsCard({ confirmedAt: toIso(instant(world.clock.now() - 80 * HOUR)) });
  await soc.sendsCard({ ...on, confirmedAt: toIso(instant(world.clock.now() - 15 * MINUTE)) });
  await world.database.asOwner(
    `update obligation set waived_at = now() where id =
      (select id from obligation where kind = 'SUBMIT_CARD' and discharged_at is null and obligor_id = $1 limit 1)`,
    [soc.partyId],
  );
  const { incidents } = await soc.gets(IncidentsDocument, {});
  const seen = new Set<string>();
  for (const kind of OBLIGATION_KINDS)
    for (const standing of STANDINGS) {
      const expected = incidents.nodes.filter(({ obligations }) =>
        obligations.some((one) => one.kind === kind && one.standing === standing),
      );
      if (expected.length > 0) seen.add(standing);
      const found = await numbers(soc, { filter: { obligation: { kind, standings: [standing] } } });
      expect(found, `${kind} ${standing}`).toEqual(expected.map(({ number }) => number));
    }
  expect([...seen].toSorted()).toEqual([...STANDINGS].toSorted());
});

test("nothing is N+1: a page of twenty takes as many statements as a page of two", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  for (let count = 0; count < 5; count += 1) {
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    for (let card = 0; card < 4; card += 1) {
      const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
      await soc.sendsCard({ affectedObjects: [{ objectId: object.id }] }, { incidentId: incident.id });
    }
  }
  const document = `query Everything($first: Int) { incidents(first: $first) { feedCursor nodes { number soc { code }
    affectedObjects { object { code owner { code } coverage { soc { code } } } }
    report { summary affectedObjects { object { code } } }
    card { revision indicators { value } affectedObjects { object { code } } } cardRevisions { revision }
    severityReviews { severity } ownerNotifications { channel object { code } }
    obligations { rule standing obligor { code } object { code } incident { number } } } } }`;
  const statements = async (first: number): Promise<number> => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const { incidents } = await centre.gets<{ incidents: { nodes: object[] } }, object>(document, { first });
    // Those of the snapshot alone: beside it owners are notified.
    const sent = asked.mock.calls.map(([query]: unknown[], call) => ({
      session: asked.mock.contexts[call],
      text: typeof query === "string" ? query : ((query as { readonly text?: string }).text ?? ""),
    }));
    const begun = sent.findIndex(({ text }) => text.includes("begin isolation level repeatable read read only"));
    const on = sent.slice(begun + 1).filter(({ session }) => session === sent[begun]?.session);
    // Its end goes out with what is asked next, or a little later.
    const end = on.findIndex(({ text }) => text.startsWith("commit"));
    const texts = on.slice(0, end === -1 ? undefined : end).map(({ text }) => text);
    asked.mockRestore();
    expect(incidents.nodes).toHaveLength(first);
    return texts.filter((text) => !text.includes("find_token")).length;
  };
  const two = await statements(2);
  expect(two).toBeGreaterThan(5);
  expect(await statements(20)).toBe(two);
});

test("SOCs and objects are lists by code", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  await Promise.all([world.soc(), world.soc(), world.soc()]);
  await world.protectedObject({ kinds: ["E_GOVERNMENT"] });
  await world.protectedObject({ kinds: [] });
  const { socs } = await centre.gets(SocsDocument, { first: 2 });
  expect(socs.nodes).toHaveLength(2);
  const { socs: rest } = await centre.gets(SocsDocument, { after: socs.pageInfo.endCursor ?? null });
  const codes = [...socs.nodes, ...rest.nodes].map(({ code }) => code);
  expect(codes).toEqual(codes.toSorted());
  expect(codes).toHaveLength(3);
  const { protectedObjects } = await centre.gets(ProtectedObjectsDocument, { filter: { kinds: ["E_GOVERNMENT"] } });
  expect(protectedObjects.nodes).toHaveLength(1);
});
