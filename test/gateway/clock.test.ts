import { describe, expect, test } from "vitest";
import { SubmitIncidentCardDocument } from "../../schema/operations.generated.js";
import { after, HOUR, instant, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { lentGateway, sharedGateway, type TestGateway } from "../support/gateway.js";
import { unique, type Person } from "../support/person.js";
import { HEAVY, HELD, heldAmendment, hold, isWaiting } from "../support/held.js";
import { cardInput } from "../support/inputs.js";
import { head, RawConnection } from "../support/raw.js";
import type { ObligationFrame, Watch } from "../support/watch.js";

/** What the clock announces in `obligationFeed`, seen from outside. */

/** Turns the clock once every gateway's clock has its next look set, and lets it look. */
async function passes(world: TestGateway, milliseconds: number, gateways = 1): Promise<void> {
  await world.clock.atRest(gateways);
  world.clock.advance(milliseconds);
}

/** Nothing is announced before the duty of a report of what was confirmed long ago, which a SOC sends now. */
async function nothingMore(duties: Watch<ObligationFrame>, silent: Person): Promise<void> {
  const { clock } = silent.world;
  await silent.sendsReport({ confirmedAt: toIso(after(clock.now(), -80 * HOUR)) });
  await passes(silent.world, SECOND);
  expect(await duties.next()).toMatchObject({ kind: "OVERDUE", obligation: { latenessSeconds: 8 * 3_600 + 1 } });
}

/** Rules of an incident's duties of which everybody is told that they are due soon. */
async function dueSoon(person: Person, incidentId: string): Promise<readonly string[]> {
  const { obligations } = await person.gets<
    { obligations: { nodes: readonly { rule: string; isDueSoon: boolean }[] } },
    { incidents: readonly string[] }
  >("query ($incidents: [ID!]) { obligations(filter: { incidents: $incidents }) { nodes { rule isDueSoon } } }", {
    incidents: [incidentId],
  });
  return obligations.nodes.filter(({ isDueSoon }) => isDueSoon).map(({ rule }) => rule);
}

describe("the clock", () => {
  /** Each test has SOCs of its own, and turns the clock on. One of them keeps a reading waiting meanwhile. */
  const shared = sharedGateway();

  test("R9.3 a card that stays away is due soon twelve hours before its end, overdue at its end, and late when it comes", async () => {
    const world = shared();
    const soc = await world.soc();
    const centre = await world.nationalCentre();
    await using duties = await centre.watchObligations({ filter: { socs: [soc.party("Soc")] } });
    const { incident } = await soc.sendsReport();
    const dueAt = toIso(instant(world.clock.now() - MINUTE + 72 * HOUR));

    expect(await dueSoon(soc, incident.id)).toEqual([]);
    await passes(world, 60 * HOUR);
    expect(await duties.next()).toMatchObject({
      kind: "DUE_SOON",
      obligation: { rule: "R9.3", dueAt, standing: "RUNNING", latenessSeconds: 0 },
    });
    // A screen that is opened only now knows it from the duty itself.
    expect(await dueSoon(soc, incident.id)).toEqual(["R9.3"]);
    await passes(world, 12 * HOUR);
    expect(await dueSoon(soc, incident.id)).toEqual([]);
    expect(await duties.next()).toMatchObject({
      kind: "OVERDUE",
      at: toIso(world.clock.now()),
      obligation: { rule: "R9.3", dueAt, standing: "OVERDUE", latenessSeconds: 60 },
    });
    await soc.sendsCard({}, { incidentId: incident.id });
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET_LATE" });
  });

  test("R9.3 a card in time leaves nothing to announce", async () => {
    const world = shared();
    const [prompt, silent] = [await world.soc(), await world.soc()];
    const centre = await world.nationalCentre();
    const filter = { socs: [prompt.party("Soc"), silent.party("Soc")] };
    await using duties = await centre.watchObligations({ filter });
    await prompt.sendsCard();
    await silent.sendsReport();
    await passes(world, 60 * HOUR);
    await passes(world, 12 * HOUR);
    // Two announcements, both of the one that stayed silent.
    const [soon, overdue] = await duties.take(2);
    expect([soon?.kind, overdue?.kind]).toEqual(["DUE_SOON", "OVERDUE"]);
    expect(overdue?.obligation.id).toBe(soon?.obligation.id);
    await nothingMore(duties, silent);
  });

  test("R9.3 a card that came in the last instant and waits beyond it for its turn is not announced as overdue", async () => {
    await using world = await lentGateway({ settings: { MAX_PARTY_ACTS: "1", MAX_PARTY_WAITING: "1" } });
    const [soc, silent] = [await world.soc(), await world.soc()];
    const centre = await world.nationalCentre();
    const { incident } = await soc.sendsReport();
    await silent.sendsReport({ confirmedAt: toIso(after(world.clock.now(), -MINUTE - SECOND / 10)) });
    await using duties = await centre.watchObligations({ filter: { kinds: ["OVERDUE"] } });
    await passes(world, 72 * HOUR - MINUTE);
    // It comes in the last instant, and waits until another one of its SOC is done.
    await using before = await heldAmendment(soc);
    const input = { submissionKey: unique("key"), incidentId: incident.id, card: cardInput(world.clock.now()) };
    // Twice, with one key: once one of them is turned away, the other one is known to wait.
    const twice = [1, 2].map(() => soc.asks(SubmitIncidentCardDocument, { input }));
    expect(await Promise.race(twice)).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
    await passes(world, SECOND);
    // What ended just before is announced, and this is not.
    const [mate] = await duties.take(1);
    expect(mate).toMatchObject({ kind: "OVERDUE", obligation: { rule: "R9.3", latenessSeconds: 1.1 } });
    await before.letGo();
    await before.answer;
    await Promise.all(twice);
    expect(await soc.standings(incident.number)).toMatchObject({ "R9.3": "MET" });
    await nothingMore(duties, silent);
  });

  test("R9.2 what was announced as overdue is taken back if the owner had been notified in time", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    await using duties = await soc.watchObligations({ filter: { kinds: ["OVERDUE", "NOT_OVERDUE"] } });
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    const notifiedAt = world.clock.now();
    await passes(world, 20 * MINUTE);
    expect(await duties.next()).toMatchObject({ kind: "OVERDUE", obligation: { rule: "R9.2", standing: "OVERDUE" } });
    await soc.recordsOwnerNotified(incident.id, notifiedAt);
    await passes(world, SECOND);
    expect(await duties.next()).toMatchObject({ kind: "NOT_OVERDUE", obligation: { rule: "R9.2", standing: "MET" } });
  });

  test("an answer that nobody fetches holds up no announcement", async () => {
    const world = shared();
    const [soc, silent] = [await world.soc(), await world.soc()];
    const centre = await world.nationalCentre();
    await soc.sendsCard();
    await silent.sendsReport();
    const filter = { kinds: ["OVERDUE"], socs: [soc.party("Soc"), silent.party("Soc")] };
    await using duties = await centre.watchObligations({ filter });
    await using lock = await hold(world.database, HELD);
    using connection = await RawConnection.to(world.url);
    const slow = encodeURIComponent(HEAVY);
    const bearer = `authorization: Bearer ${soc.token}`;
    connection.send(head(`GET /graphql?query=${slow}`, bearer));
    await isWaiting(world.database, 1);
    // Large, so that it may be an act until it is read; its answer has to wait for the one before.
    const body = JSON.stringify({ query: "{ me { name } }", variables: { padding: "x".repeat(270_000) } });
    const fields = [bearer, "content-type: application/json", `content-length: ${body.length}`];
    connection.send(head("POST /graphql", ...fields) + body);
    await soc.asks("{ me { name } }", { padding: "x".repeat(270_000) });
    await passes(world, 72 * HOUR);
    expect(await duties.next()).toMatchObject({ kind: "OVERDUE", obligation: { rule: "R9.3" } });
    expect(connection.answer).toBe("");
    await lock.letGo();
  });

  test("RA.1 a review that stays away is due soon four hours before its end, and overdue at its end", async () => {
    const world = shared();
    const soc = await world.soc();
    await using duties = await soc.watchObligations();
    await soc.sendsCard({ severity: "UNDETERMINED" });
    await passes(world, 44 * HOUR);
    expect(await duties.next()).toMatchObject({ kind: "DUE_SOON", obligation: { rule: "RA.1" } });
    await passes(world, 4 * HOUR);
    expect(await duties.next()).toMatchObject({ kind: "OVERDUE", obligation: { rule: "RA.1" } });
  });

  test("a gateway that was away over a deadline announces it at once when it is back, with the deadline", async () => {
    await using world = await lentGateway();
    const soc = await world.soc();
    const { incident } = await soc.sendsReport();
    const dueAt = toIso(instant(world.clock.now() - MINUTE + 72 * HOUR));
    await world.clock.atRest();
    await world.stops();
    world.clock.advance(73 * HOUR);
    const back = await world.another();
    const returning = soc.through(back);
    // Before anything was announced, the duty stands as arithmetic says.
    expect(await returning.standings(incident.number)).toMatchObject({ "R9.3": "OVERDUE" });
    await using duties = await returning.watchObligations();
    await passes(world, SECOND / 2);
    expect(await duties.next()).toMatchObject({
      kind: "OVERDUE",
      at: toIso(world.clock.now()),
      obligation: { rule: "R9.3", dueAt, standing: "OVERDUE", latenessSeconds: HOUR / SECOND + 60.5 },
    });
  });

  test("two gateways announce each duty once", async () => {
    await using world = await lentGateway();
    const second = await world.another();
    const soc = await world.soc();
    await using duties = await soc.watchObligations();
    await using there = await soc.through(second).watchObligations();
    const incidents = 20;
    for (let count = 0; count < incidents; count += 1) await soc.sendsReport();
    await passes(world, 73 * HOUR, 2);
    const received = await duties.take(incidents);
    expect(new Set(received.map(({ obligation }) => obligation.id)).size).toBe(incidents);
    expect(received.map(({ kind }) => kind)).toEqual(received.map(() => "OVERDUE"));
    // The same feed at the other, and after it nothing but what comes next.
    expect(await there.take(incidents)).toEqual(received);
    await soc.sendsReport();
    await passes(world, 62 * HOUR, 2);
    expect(await duties.next()).toMatchObject({ kind: "DUE_SOON" });
  });

  test("everybody receives announcements of duties in their own scope alone", async () => {
    const world = shared();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner });
    const [soc, other] = [await world.soc({ covering: [object] }), await world.soc()];
    await using mine = await soc.watchObligations();
    await using theirs = await other.watchObligations();
    await using owners = await owner.watchObligations();
    await soc.sendsReport({ affectedObjects: [{ objectId: object.id }] });
    await other.sendsReport();
    await passes(world, 10 * MINUTE);
    const notified = await mine.next();
    expect(notified).toMatchObject({ kind: "DUE_SOON", obligation: { rule: "R9.2" } });
    expect(await owners.next()).toEqual(notified);
    await passes(world, 60 * HOUR);
    expect(await theirs.next()).toMatchObject({ kind: "DUE_SOON", obligation: { rule: "R9.3" } });
  });
});
