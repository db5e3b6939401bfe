import { pino } from "pino";
import { describe, expect, test } from "vitest";
import {
  ChangeProtectedObjectDocument,
  RegisterProtectedObjectDocument,
  ReportIncidentDocument,
  type ChangeProtectedObjectInput,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso, type Instant } from "../../src/domain/instant.js";
import { LeftChanges } from "../../src/features/incidents/left-changes.js";
import { FakeClock } from "../support/clock.js";
import { sharedGateway, type TestObject } from "../support/gateway.js";
import { hold, isWaiting } from "../support/held.js";
import { reportInput } from "../support/inputs.js";
import { accepted, LANGUAGES, rejected, unique, type Language, type Person } from "../support/person.js";

const shared = sharedGateway({ at: "MOVING" });

const CRITICAL = ["CRITICAL_INFRASTRUCTURE" as const];

function ago(length: number): Instant {
  return instant(shared().clock.now() - length);
}

async function changes(
  objectId: string,
  input: Omit<ChangeProtectedObjectInput, "objectId">,
  language: Language = "en",
) {
  const administrator = shared().administrator().speaking(language);
  const answer = await administrator.gets(ChangeProtectedObjectDocument, {
    input: { objectId, reason: "The register was in error.", ...input },
  });
  return answer.changeProtectedObject;
}

interface Toward {
  readonly standing: string;
  readonly isVoid: boolean;
  readonly dueAt: string;
  readonly owner: { readonly id: string } | null;
}

/** R9.2 of an incident; null where there is none, or no such incident. */
async function toward(person: Person, number: string): Promise<Toward | null> {
  const asked = `query ($number: String!) { incident(number: $number) { obligations { rule standing isVoid dueAt object { owner { id } } } } }`;
  const { incident } = await person.gets<
    { incident: { obligations: readonly (Toward & { rule: string })[] } | null },
    object
  >(asked, { number });
  return incident?.obligations.find(({ rule }) => rule === "R9.2") ?? null;
}

describe("an object that is critical from a time that has passed", () => {
  test("R9.2 L9 opens for the incidents that were confirmed since then, overdue at once, and for no earlier one", async () => {
    const world = shared();
    const object = await world.protectedObject({ kinds: [] });
    const soc = await world.soc({ covering: [object] });
    const affectedObjects = [{ objectId: object.id }];
    const report = async (length: number) =>
      (await soc.sendsReport({ affectedObjects, confirmedAt: toIso(ago(length)) })).incident;
    const [earlier, late, fresh] = [await report(3 * HOUR), await report(2 * HOUR), await report(MINUTE)];
    await using watch = await soc.watchIncidents();
    const done = accepted(await changes(object.id, { kinds: CRITICAL, from: toIso(ago(2 * HOUR)) }));
    expect(done.obligationCount).toBe(2);
    expect(done.obligations).toMatchObject([
      { rule: "R9.2", standing: "OVERDUE", incident: { number: late.number } },
      { rule: "R9.2", standing: "RUNNING", incident: { number: fresh.number } },
    ]);
    const seen = [await watch.next(), await watch.next()];
    expect(seen).toMatchObject([{ kind: "OBJECT_CHANGED" }, { kind: "OBJECT_CHANGED" }]);
    expect(await toward(soc, late.number)).toMatchObject({
      standing: "OVERDUE",
      dueAt: toIso(ago(2 * HOUR - 15 * MINUTE)),
    });
    expect(await toward(soc, earlier.number)).toBeNull();
    // What was told of an object counts, whatever it was then.
    accepted(await soc.recordsOwnerNotified(late.id, ago(2 * HOUR)));
    expect(await toward(soc, late.number)).toMatchObject({ standing: "MET" });
    // What the register unsays never was (L23), and what it does not touch stays.
    accepted(await changes(object.id, { kinds: [], from: toIso(ago(HOUR)) }));
    expect(await toward(soc, fresh.number)).toMatchObject({ standing: "WAIVED", isVoid: true });
    expect(await toward(soc, late.number)).toMatchObject({ standing: "MET", isVoid: false });
    const { nodes } = (
      await soc.gets<{ protectedObjects: { nodes: readonly object[] } }, object>(
        "{ protectedObjects { nodes { kinds kindPeriods { kinds from until } } } }",
      )
    ).protectedObjects;
    expect(nodes).toEqual([
      {
        kinds: [],
        kindPeriods: [
          { kinds: [], from: null, until: toIso(ago(2 * HOUR)) },
          { kinds: CRITICAL, from: toIso(ago(2 * HOUR)), until: toIso(ago(HOUR)) },
          { kinds: [], from: toIso(ago(HOUR)), until: null },
        ],
      },
    ]);
  });

  test("R9.2 an incident that named it before a correction owes it too, a retracted one nothing", async () => {
    const world = shared();
    const [object, other] = [await world.protectedObject({ kinds: [] }), await world.protectedObject({ kinds: [] })];
    const soc = await world.soc({ covering: [object, other] });
    const centre = await world.nationalCentre();
    const confirmedAt = toIso(ago(HOUR));
    const report = async () =>
      (await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], confirmedAt })).incident;
    const [corrected, retracted] = [await report(), await report()];
    await soc.sendsCard({ affectedObjects: [{ objectId: other.id }], confirmedAt }, { incidentId: corrected.id });
    accepted(await soc.asksForRetraction(retracted.id));
    accepted(await centre.decidesRetraction(retracted.id, true));
    const done = accepted(await changes(object.id, { kinds: CRITICAL, from: confirmedAt }));
    expect(done.obligations.map(({ incident }) => incident?.number)).toEqual([corrected.number]);
    expect(await toward(soc, retracted.number)).toBeNull();
  });

  test("R9.2 its owner is notified of what opened and is still owed", async () => {
    const world = shared();
    const owner = await world.owner();
    const object = await world.protectedObject({ kinds: [], owner });
    const soc = await world.soc({ covering: [object] });
    const confirmedAt = toIso(ago(HOUR));
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], confirmedAt });
    accepted(await changes(object.id, { kinds: CRITICAL, from: confirmedAt }));
    const asked = "query ($number: String!) { incident(number: $number) { deliveries { channel } } }";
    expect(await soc.gets(asked, { number: incident.number })).toEqual({
      incident: { deliveries: [{ channel: "EMAIL" }] },
    });
  });

  test("R9.2 a report that is being taken when the object changes is judged by the change", async () => {
    const world = shared();
    const object = await world.protectedObject({ kinds: [] });
    const soc = await world.soc({ covering: [object] });
    const confirmedAt = toIso(ago(HOUR));
    await using held = await hold(world.database, "lock table incident_report in share mode");
    const draft = reportInput(world.clock.now(), { confirmedAt, affectedObjects: [{ objectId: object.id }] });
    const report = soc.begins(ReportIncidentDocument, { input: { submissionKey: unique("key"), ...draft } });
    await isWaiting(world.database, 1);
    const input = { objectId: object.id, kinds: CRITICAL, from: confirmedAt, reason: "It was critical then." };
    const change = world.administrator().begins(ChangeProtectedObjectDocument, { input });
    await isWaiting(world.database, 2);
    await held.letGo();
    expect(await report.answer).toMatchObject({ data: { reportIncident: { __typename: "ReportAccepted" } } });
    expect(await change.answer).toMatchObject({
      data: { changeProtectedObject: { obligations: [{ rule: "R9.2", standing: "OVERDUE" }] } },
    });
  });

  test("F11 F1 a time in the future is refused, and one without a reason", async () => {
    const object = await shared().protectedObject({ kinds: [] });
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const future = rejected(await changes(object.id, { kinds: CRITICAL, from: toIso(ago(-HOUR)) }, language));
      expect(future.violations).toMatchObject([{ rule: "F11", path: ["input", "from"] }]);
      messages.add(future.violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(LANGUAGES.length);
    const silent = rejected(await changes(object.id, { kinds: CRITICAL, from: toIso(ago(HOUR)), reason: null }));
    expect(silent.violations).toMatchObject([{ rule: "F1", path: ["input", "reason"] }]);
  });

  test("L9 L23 what was registered too late, or in error, is corrected: its time begins earlier, and what was before ends then", async () => {
    const world = shared();
    const owner = await world.owner();
    const object = await world.protectedObject({ kinds: [] });
    const soc = await world.soc({ covering: [object] });
    const affectedObjects = [{ objectId: object.id }];
    const { incident } = await soc.sendsReport({ affectedObjects, confirmedAt: toIso(ago(2 * HOUR)) });
    accepted(await changes(object.id, { kinds: CRITICAL, from: toIso(ago(HOUR)) }));
    expect(await toward(soc, incident.number)).toBeNull();
    // The same with an earlier time, and the new owner with it.
    const changed = { kinds: CRITICAL, ownerId: owner.party("Owner"), from: toIso(ago(2 * HOUR)) };
    const moved = accepted(await changes(object.id, changed));
    expect(moved.obligations).toMatchObject([{ standing: "OVERDUE", incident: { number: incident.number } }]);
    expect(await owner.standings(incident.number)).toEqual({ "R9.2": "OVERDUE" });
    // It was never critical at all: the duty never was; and it was after all.
    const taken = accepted(await changes(object.id, { kinds: [], from: toIso(ago(3 * HOUR)) }));
    expect(taken.obligationCount).toBe(1);
    expect(await toward(soc, incident.number)).toMatchObject({ standing: "WAIVED", isVoid: true });
    accepted(await changes(object.id, { kinds: CRITICAL, from: toIso(ago(3 * HOUR)) }));
    expect(await toward(soc, incident.number)).toMatchObject({ standing: "OVERDUE", isVoid: false });
    const asked = "{ protectedObjects { nodes { kindPeriods { kinds from until } ownerships { from until } } } }";
    const answer = await soc.gets<{ protectedObjects: { nodes: readonly object[] } }, object>(asked);
    expect(answer.protectedObjects.nodes).toEqual([
      {
        kindPeriods: [
          { kinds: [], from: null, until: toIso(ago(3 * HOUR)) },
          { kinds: CRITICAL, from: toIso(ago(3 * HOUR)), until: null },
        ],
        ownerships: [
          { from: null, until: toIso(ago(2 * HOUR)) },
          { from: toIso(ago(2 * HOUR)), until: null },
        ],
      },
    ]);
  });

  test("R9.2 no number of incidents keeps a change out: they are judged part by part", async () => {
    const world = shared();
    const object = await world.protectedObject({ kinds: [] });
    const soc = await world.soc({ covering: [object] });
    const said = { affectedObjects: [{ objectId: object.id }], confirmedAt: toIso(ago(HOUR)) };
    for (let count = 0; count < 52; count += 1) await soc.sendsReport(said);
    const done = accepted(await changes(object.id, { kinds: CRITICAL, from: toIso(ago(HOUR)) }));
    expect(done.obligationCount).toBe(52);
  });

  test("R9.2 incidents that a lost gateway had not judged by its change are judged by another one", async () => {
    const world = shared();
    const object = await world.protectedObject({ kinds: [] });
    const soc = await world.soc({ covering: [object] });
    const confirmedAt = toIso(ago(HOUR));
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], confirmedAt });
    const told = [object.innerId, confirmedAt];
    const { database } = world;
    await database.asOwner("update object_kinds set ends_at = $2 where object_id = $1", told);
    const kinds = `insert into object_kinds (object_id, ordinal, kinds, starts_at) values ($1, 2, '{E_GOVERNMENT}', $2)`;
    await database.asOwner(kinds, told);
    await database.asOwner(
      `insert into object_change (id, object_id, since, is_of_owner, judged_up_to, judged_at)
       values (gen_random_uuid(), $1, $2, false, '00000000-0000-0000-0000-000000000000', $2)`,
      told,
    );
    await using watch = await soc.watchIncidents();
    world.clock.advance(MINUTE);
    expect(await watch.next()).toMatchObject({ kind: "OBJECT_CHANGED", incident: { number: incident.number } });
    expect(await toward(soc, incident.number)).toMatchObject({ standing: "OVERDUE" });
  });

  test("R9.2 a change that cannot be judged holds up no other, and is logged by its id", async () => {
    const world = shared();
    const { database } = world;
    const [broken, sound] = [await world.protectedObject({ kinds: [] }), await world.protectedObject({ kinds: [] })];
    await database.asOwner(`create function fail() returns trigger language plpgsql as $$ begin
      if new.object_id = '${broken.innerId}' then raise exception 'broken'; end if; return new; end $$`);
    await database.asOwner("create trigger fail before update on object_change for each row execute function fail()");
    const left = async (object: TestObject, since: Instant) => {
      const [change] = await database.asOwner(
        `insert into object_change (id, object_id, since, is_of_owner, judged_up_to, judged_at)
         values (gen_random_uuid(), $1, $2, false, '00000000-0000-0000-0000-000000000000', $2) returning id`,
        [object.innerId, toIso(since)],
      );
      return change?.["id"];
    };
    const [failing, other] = [await left(broken, ago(2 * HOUR)), await left(sound, ago(HOUR))];
    const lines: string[] = [];
    const clock = new FakeClock(toIso(world.clock.now()));
    const logger = pino({ base: null }, { write: (line) => lines.push(line) });
    const leftChanges = new LeftChanges(world.gateway.unitOfWork, clock, logger, { inForceFrom: instant(0) });
    leftChanges.start();
    clock.advance(MINUTE);
    // The next look is set once this one is over.
    await clock.armed(1, MINUTE);
    await leftChanges.stop();
    expect(
      await database.asOwner("select id from object_change where is_judged and id = any ($1)", [[failing, other]]),
    ).toEqual([{ id: other }]);
    expect(lines.map((line) => (JSON.parse(line) as { change: unknown }).change)).toEqual([failing]);
    await database.asOwner("drop trigger fail on object_change");
    await database.asOwner("update object_change set is_judged = true where id = $1", [failing]);
  });

  test("L9 the same kinds in another order are no change", async () => {
    const world = shared();
    const object = await world.protectedObject({ kinds: ["E_GOVERNMENT", "CRITICAL_INFRASTRUCTURE"] });
    await world.reclassify(object, ["CRITICAL_INFRASTRUCTURE", "E_GOVERNMENT"]);
    await world.reclassify(object, ["E_GOVERNMENT", "CRITICAL_INFRASTRUCTURE"]);
    const { database } = world;
    expect(await database.asOwner("select from object_change where object_id = $1", [object.innerId])).toEqual([]);
    expect(await database.asOwner("select from object_kinds where object_id = $1", [object.innerId])).toHaveLength(1);
  });

  test("L9 an object may be registered with the time since when it is what it is", async () => {
    const world = shared();
    const owner = await world.owner();
    const since = toIso(ago(HOUR));
    const draft = { code: unique("OBJECT"), name: "A list's object", sectors: [], kinds: CRITICAL, from: since };
    const input = { ...draft, ownerId: owner.party("Owner") };
    const { object } = accepted(
      (await world.administrator().gets(RegisterProtectedObjectDocument, { input })).registerProtectedObject,
    );
    const soc = await world.soc();
    const affectedObjects = [{ objectId: object.id }];
    const before = await soc.sendsReport({ affectedObjects, confirmedAt: toIso(ago(HOUR + 1)) });
    const after = await soc.sendsReport({ affectedObjects, confirmedAt: since });
    expect(await toward(soc, before.incident.number)).toBeNull();
    expect(await toward(soc, after.incident.number)).toMatchObject({ standing: "OVERDUE" });
  });
});

describe("an object that is another owner's from a time that has passed", () => {
  test("R9.2 is owed to the owner at the confirmation; the former one keeps what it was told, the new one sees what is its own", async () => {
    const world = shared();
    const [first, second] = [await world.owner(), await world.owner()];
    const object = await world.protectedObject({ owner: first });
    const soc = await world.soc({ covering: [object] });
    const affectedObjects = [{ objectId: object.id }];
    const report = async (length: number) =>
      (await soc.sendsReport({ affectedObjects, confirmedAt: toIso(ago(length)) })).incident;
    const [old, recent] = [await report(3 * HOUR), await report(HOUR)];
    await using watch = await second.watchIncidents();
    const done = accepted(await changes(object.id, { ownerId: second.party("Owner"), from: toIso(ago(2 * HOUR)) }));
    expect(done.obligations).toMatchObject([{ standing: "OVERDUE", incident: { number: recent.number } }]);
    expect(await watch.next()).toMatchObject({ kind: "OBJECT_CHANGED", incident: { number: recent.number } });
    const seen = async (person: Person, number: string) => {
      const asked =
        "query ($number: String!) { incident(number: $number) { report { summary } obligations { rule standing } } }";
      return (await person.gets<{ incident: object | null }, object>(asked, { number })).incident;
    };
    expect(await seen(second, recent.number)).toEqual({
      report: { summary: expect.any(String) as string },
      obligations: [{ rule: "R9.2", standing: "OVERDUE" }],
    });
    expect(await seen(second, old.number)).toBeNull();
    expect(await seen(first, old.number)).toMatchObject({ obligations: [{ rule: "R9.2" }] });
    expect(await seen(first, recent.number)).toEqual({
      report: { summary: expect.any(String) as string },
      obligations: [],
    });
    accepted(await second.acknowledges({ incidentId: recent.id }));
    expect(await toward(soc, recent.number)).toMatchObject({ standing: "MET_LATE" });
    const asked = "{ protectedObjects { nodes { ownerships { from until owner { id } } } } }";
    const answer = await soc.gets<{ protectedObjects: { nodes: readonly object[] } }, object>(asked);
    expect(answer.protectedObjects.nodes).toEqual([
      {
        ownerships: [
          { from: null, until: toIso(ago(2 * HOUR)), owner: { id: first.party("Owner") } },
          { from: toIso(ago(2 * HOUR)), until: null, owner: { id: second.party("Owner") } },
        ],
      },
    ]);
  });

  test("R9.2 what is confirmed in the time of an owner and reported in that of the next is owed to the first, and both see it", async () => {
    const world = shared();
    const [first, second] = [await world.owner(), await world.owner()];
    const object = await world.protectedObject({ owner: first });
    const soc = await world.soc({ covering: [object] });
    await world.handOver(object, second, ago(MINUTE));
    const confirmedAt = toIso(ago(2 * MINUTE));
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], confirmedAt });
    expect(await toward(first, incident.number)).toMatchObject({ standing: "RUNNING" });
    expect(await first.standings(incident.number)).toEqual({ "R9.2": "RUNNING" });
    expect(await second.standings(incident.number)).toEqual({});
    // What the SOC says of its word to the owner is about the one whom it had to tell.
    accepted(await soc.recordsOwnerNotified(incident.id, world.clock.now(), { note: "The former owner was called." }));
    const asked = "query ($number: String!) { incident(number: $number) { ownerNotifications { note } } }";
    const notes = async (person: Person) => person.gets(asked, { number: incident.number });
    expect(await notes(first)).toEqual({
      incident: { ownerNotifications: [{ note: "The former owner was called." }] },
    });
    expect(await notes(second)).toEqual({ incident: { ownerNotifications: [] } });
    expect(await first.standings(incident.number)).toEqual({ "R9.2": "MET" });
  });

  test("R9.2 that opens late for the time of a former owner is shown to that owner, with its incident", async () => {
    const world = shared();
    const [first, second] = [await world.owner(), await world.owner()];
    const object = await world.protectedObject({ owner: first, kinds: [] });
    const soc = await world.soc({ covering: [object] });
    await world.handOver(object, second, ago(MINUTE));
    const confirmedAt = toIso(ago(2 * MINUTE));
    const { incident } = await soc.sendsReport({ affectedObjects: [{ objectId: object.id }], confirmedAt });
    expect(await toward(first, incident.number)).toBeNull();
    accepted(await changes(object.id, { kinds: CRITICAL, from: confirmedAt }));
    expect(await first.standings(incident.number)).toEqual({ "R9.2": "RUNNING" });
    expect(await second.standings(incident.number)).toEqual({});
  });
});
