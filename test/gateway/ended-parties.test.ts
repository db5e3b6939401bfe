import { describe, expect, test } from "vitest";
import {
  EndCoverageDocument,
  EndProtectedObjectDocument,
  EndSocDocument,
  StartCoverageDocument,
} from "../../schema/operations.generated.js";
import { HOUR, instant, MINUTE, toIso, type Instant } from "../../src/domain/instant.js";
import { writeTime } from "../../src/domain/wording/times.js";
import { sharedGateway, type TestObject } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected, type Language, type Person } from "../support/person.js";

const shared = sharedGateway();

function ago(length: number): Instant {
  return instant(shared().clock.now() - length);
}

async function endsSoc(soc: Person, successor: Person | null = null, endsAt = ago(0), language: Language = "en") {
  const replacedById = successor && successor.party("Soc");
  const input = { socId: soc.party("Soc"), endsAt: toIso(endsAt), reason: "Its licence ended.", replacedById };
  return (await shared().administrator().speaking(language).gets(EndSocDocument, { input })).endSoc;
}

async function endsObject(object: TestObject, successor: TestObject | null = null, endsAt = ago(0)) {
  const input = {
    objectId: object.id,
    endsAt: toIso(endsAt),
    reason: "It was switched off.",
    replacedById: successor?.id ?? null,
  };
  return (await shared().administrator().gets(EndProtectedObjectDocument, { input })).endProtectedObject;
}

async function startsCoverage(soc: Person, object: TestObject, startsAt = ago(0)) {
  const input = { socId: soc.party("Soc"), objectId: object.id, startsAt: toIso(startsAt) };
  return (await shared().administrator().gets(StartCoverageDocument, { input })).startCoverage;
}

describe("a SOC that has ended", () => {
  test("F17 is not notified of anything new, and who names it is told of its successor", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const [soc, successor] = [await world.soc({ covering: [object] }), await world.soc()];
    const { threat } = accepted(await centre.registersThreat());
    const before = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
    const done = accepted(await endsSoc(soc, successor));
    expect(done.soc).toMatchObject({ endedAt: toIso(ago(0)), replacedBy: { id: successor.party("Soc") } });
    const to = { socs: [successor.party("Soc"), soc.party("Soc")] };
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(await centre.speaking(language).notifies({ threatId: threat.id, to }));
      expect(violations).toMatchObject([{ rule: "F17", path: ["input", "to", "socs", "1"] }]);
      expect(violations[0]?.message).toContain(done.soc.replacedBy?.code);
      messages.add(violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(LANGUAGES.length);
    // Nor by its objects, which it covers no more.
    const byObject = rejected(await centre.notifies({ threatId: threat.id, to: { objects: [object.id] } }));
    expect(byObject.violations).toMatchObject([{ rule: "F22" }]);
    // What it owes it can still do, and what it was told goes on.
    await centre.sendsNotification({ supplements: before.notification.id });
    accepted(await soc.analysesThreat(before.notification.id));
  });

  test("F17 still reports and sends a card, with a warning that says that it has ended", async () => {
    const soc = await shared().soc();
    shared().clock.advance(MINUTE);
    const { incident, warnings: before } = await soc.sendsReport();
    expect(before.filter(({ rule }) => rule === "F17")).toEqual([]);
    accepted(await endsSoc(soc));
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { warnings } = await soc.speaking(language).sendsReport();
      const said = warnings.filter(({ rule }) => rule === "F17");
      expect(said).toMatchObject([{ path: [] }]);
      messages.add(said[0]?.message ?? "");
    }
    expect(messages.size).toBe(3);
    const card = await soc.sendsCard({}, { incidentId: incident.id });
    expect(card.warnings.filter(({ rule }) => rule === "F17")).toHaveLength(1);
  });

  test("F17 covers nothing from its end on, and takes no coverage beyond it", async () => {
    const world = shared();
    const [object, other] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc({ covering: [object] });
    accepted(await endsSoc(soc, null, ago(-HOUR)));
    const asked = "{ protectedObjects { nodes { coverage { id endsAt } } } }";
    const seen = await soc.gets<
      { protectedObjects: { nodes: readonly { coverage: readonly { id: string; endsAt: string }[] }[] } },
      object
    >(asked);
    const [coverage] = seen.protectedObjects.nodes[0]?.coverage ?? [];
    expect(coverage?.endsAt).toBe(toIso(ago(-HOUR)));
    expect(rejected(await startsCoverage(soc, other)).violations).toMatchObject([
      { rule: "F17", path: ["input", "socId"] },
    ]);
    const input = { coverageId: coverage?.id ?? "", endsAt: toIso(ago(-2 * HOUR)) };
    const longer = (await world.administrator().gets(EndCoverageDocument, { input })).endCoverage;
    expect(rejected(longer).violations).toMatchObject([{ rule: "F17", path: ["input", "endsAt"] }]);
  });

  test("F17 coverage that would last beyond an end that is still to come is told until when it may, of SOC and object, in three languages", async () => {
    const world = shared();
    const [object, soc] = [await world.protectedObject(), await world.soc()];
    const ending = accepted(await endsSoc(soc, null, ago(-3 * HOUR))).soc;
    accepted(await endsObject(object, null, ago(-2 * HOUR)));
    const input = { socId: soc.party("Soc"), objectId: object.id, startsAt: toIso(ago(0)) };
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const administrator = world.administrator().speaking(language);
      for (const endsAt of [null, toIso(ago(-3 * HOUR - 1))]) {
        const { startCoverage } = await administrator.gets(StartCoverageDocument, { input: { ...input, endsAt } });
        const { violations } = rejected(startCoverage);
        expect(violations.map(({ rule, path }) => [rule, path])).toEqual([
          ["F17", ["input", "socId"]],
          ["F17", ["input", "objectId"]],
        ]);
        for (const [place, { code, at }] of [
          { code: ending.code, at: ago(-3 * HOUR) },
          { code: object.code, at: ago(-2 * HOUR) },
        ].entries()) {
          expect(violations[place]?.message).toContain(code);
          expect(violations[place]?.message).toContain(writeTime(at, language));
          expect(violations[place]?.message).toContain("`endsAt`");
          messages.add(violations[place]?.message ?? "");
        }
      }
    }
    expect(messages.size).toBe(6);
    const kept = { ...input, endsAt: toIso(ago(-2 * HOUR)) };
    accepted((await world.administrator().gets(StartCoverageDocument, { input: kept })).startCoverage);
  });

  test("F17 owes what it owed: whoever ends it is told of each kind of duty that is open, how many and the earliest end", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const [object, soc, other] = [await world.protectedObject(), await world.soc(), await world.soc()];
    const on = { affectedObjects: [{ objectId: object.id }] };
    const first = await soc.sendsReport({ ...on, confirmedAt: toIso(ago(HOUR)) });
    await soc.sendsReport({ ...on, confirmedAt: toIso(ago(0)) });
    await other.sendsReport({ ...on, confirmedAt: toIso(ago(0)) });
    // What was waived, retracted or never was is not owed.
    const waived = await soc.sendsReport({ ...on, confirmedAt: toIso(ago(2 * HOUR)) });
    for (const { id, standing } of waived.incident.obligations)
      if (standing !== "MET" && standing !== "MET_LATE") accepted(await centre.waives(id));
    const dueAt = (rule: string) =>
      instant(Date.parse(first.incident.obligations.find((one) => one.rule === rule)!.dueAt));
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { warnings } = accepted(await endsSoc(soc, null, ago(0), language));
      expect(warnings.map(({ rule, path }) => [rule, path])).toEqual([
        ["R9.2", ["input", "socId"]],
        ["R9.3", ["input", "socId"]],
      ]);
      for (const { rule, message } of warnings) {
        expect(message).toMatch(/: 2, /u);
        expect(message).toContain(writeTime(dueAt(rule), language));
        messages.add(message);
      }
    }
    expect(messages.size).toBe(6);
    // Toward the owner of an object it is R9.2, whichever SOC owes it.
    const { warnings } = accepted(await endsObject(object));
    expect(warnings).toMatchObject([{ rule: "R9.2", path: ["input", "objectId"] }]);
    expect(warnings[0]?.message).toContain(": 3, ");
    expect(accepted(await endsSoc(await world.soc())).warnings).toEqual([]);
  });

  test("F18 whose end was mistyped gets the right one: it moves, earlier or later; coverage that it cut stays cut", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const [soc, successor] = [await world.soc({ covering: [object] }), await world.soc()];
    world.clock.advance(4 * HOUR);
    accepted(await endsSoc(soc, null, ago(3 * HOUR)));
    const moved = accepted(await endsSoc(soc, successor, ago(HOUR))).soc;
    expect(moved).toMatchObject({ endedAt: toIso(ago(HOUR)), replacedBy: { id: successor.party("Soc") } });
    const asked = "{ protectedObjects { nodes { coverage { endsAt } } } }";
    expect(await soc.gets(asked)).toMatchObject({
      protectedObjects: { nodes: [{ coverage: [{ endsAt: toIso(ago(3 * HOUR)) }] }] },
    });
    // What replaces it may have ended since.
    accepted(await endsSoc(successor, null, ago(0)));
    expect(accepted(await endsSoc(soc, successor, ago(2 * HOUR))).soc.endedAt).toBe(toIso(ago(2 * HOUR)));
    accepted(await endsObject(object, null, ago(HOUR)));
    expect(accepted(await endsObject(object, null, ago(2 * HOUR))).object.endedAt).toBe(toIso(ago(2 * HOUR)));
    // It existed when it was registered.
    const messages = new Set<string>();
    for (const language of LANGUAGES) {
      const { violations } = rejected(await endsSoc(soc, null, ago(4 * HOUR + MINUTE), language));
      expect(violations).toMatchObject([{ rule: "F18", path: ["input", "endsAt"] }]);
      messages.add(violations[0]?.message ?? "");
    }
    expect(messages.size).toBe(3);
    expect(rejected(await endsObject(object, null, ago(5 * HOUR))).violations).toMatchObject([{ rule: "F18" }]);
  });

  test("F17 of two that name each other as what replaces them, at one time, one ends", async () => {
    const world = shared();
    for (let pair = 0; pair < 5; pair++) {
      const [one, other] = [await world.soc(), await world.soc()];
      const done = await Promise.all([endsSoc(one, other), endsSoc(other, one)]);
      expect(done.filter(({ __typename }) => __typename === "SocEnded")).toHaveLength(1);
      const refused = done.find(({ __typename }) => __typename === "SubmissionRejected");
      expect(refused).toMatchObject({ violations: [{ rule: "F17", path: ["input", "replacedById"] }] });
    }
  });

  test("F17 F18 is not replaced by itself or by one that ends, and does not end before its coverage begins", async () => {
    const world = shared();
    const object = await world.protectedObject();
    const [soc, ended] = [await world.soc({ covering: [object] }), await world.soc()];
    accepted(await endsSoc(ended, null, ago(-HOUR)));
    for (const successor of [soc, ended])
      expect(rejected(await endsSoc(soc, successor)).violations).toMatchObject([
        { rule: "F17", path: ["input", "replacedById"] },
      ]);
    expect(rejected(await endsSoc(soc, null, ago(2_000 * HOUR))).violations).toMatchObject([
      { rule: "F18", path: ["input", "endsAt"] },
    ]);
  });

  test("is among the SOCs that have ended, and not among the others", async () => {
    const world = shared();
    const soc = await world.soc();
    world.clock.advance(HOUR);
    accepted(await endsSoc(soc, null, ago(MINUTE)));
    const codes = async (isEnded: boolean) => {
      const asked = "query ($isEnded: Boolean) { socs(first: 100, filter: { isEnded: $isEnded }) { nodes { id } } }";
      const { socs } = await (
        await world.nationalCentre()
      ).gets<{ socs: { nodes: readonly { id: string }[] } }, object>(asked, { isEnded });
      return socs.nodes.map(({ id }) => id);
    };
    expect(await codes(true)).toContain(soc.party("Soc"));
    expect(await codes(false)).not.toContain(soc.party("Soc"));
  });
});

describe("an object that has ended", () => {
  test("F7 is named in a card with a warning that names its successor, unless the incident was confirmed before", async () => {
    const world = shared();
    const [object, successor] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc({ covering: [object] });
    world.clock.advance(2 * HOUR);
    expect(accepted(await endsObject(object, successor, ago(HOUR))).object).toMatchObject({
      endedAt: toIso(ago(HOUR)),
      replacedBy: { code: successor.code },
    });
    const affectedObjects = [{ objectCode: object.code }];
    const { warnings } = await soc.sendsReport({ affectedObjects, confirmedAt: toIso(ago(MINUTE)) });
    const warning = warnings.find(({ rule }) => rule === "F7");
    expect(warning?.message).toContain(successor.code);
    expect(warning?.path).toEqual(["input", "affectedObjects", "0"]);
    const earlier = await soc.sendsReport({ affectedObjects, confirmedAt: toIso(ago(HOUR + MINUTE)) });
    expect(earlier.warnings.find(({ message }) => message.includes(successor.code))).toBeUndefined();
  });

  test("F7 L9 is linked to a description with the same warning, as long as the confirmation was after its end", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const [object, successor] = [await world.protectedObject(), await world.protectedObject()];
    const soc = await world.soc();
    world.clock.advance(2 * HOUR);
    accepted(await endsObject(object, successor, ago(HOUR)));
    const affectedObjects = [{ description: "ЖЭО-3" }];
    const described = async (confirmedAt: Instant) =>
      (await soc.sendsReport({ affectedObjects, confirmedAt: toIso(confirmedAt) })).incident.id;
    const doubts = (warnings: readonly { readonly rule: string; readonly message: string }[]) =>
      warnings.filter(({ rule }) => rule === "F7").map(({ message }) => message);
    const late = accepted(await centre.linksObject(await described(ago(MINUTE)), "ЖЭО-3", object.id));
    expect(doubts(late.warnings)).toEqual([expect.stringContaining(successor.code)]);
    expect(late.warnings.find(({ rule }) => rule === "F7")?.path).toEqual(["input", "objectId"]);
    const early = accepted(await centre.linksObject(await described(ago(HOUR + MINUTE)), "ЖЭО-3", object.id));
    expect(doubts(early.warnings)).toEqual([]);
  });

  test("F17 is covered and addressed no more, and is on the list of those that have ended", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    accepted(await endsObject(object));
    expect(rejected(await startsCoverage(await world.soc(), object)).violations).toMatchObject([
      { rule: "F17", path: ["input", "objectId"] },
    ]);
    const { threat } = accepted(await centre.registersThreat());
    expect(
      rejected(await centre.notifies({ threatId: threat.id, to: { objects: [object.id] } })).violations,
    ).toMatchObject([{ rule: "F17", path: ["input", "to", "objects", "0"] }]);
    const asked = "query ($isEnded: Boolean) { protectedObjects(filter: { isEnded: $isEnded }) { nodes { id } } }";
    expect(await soc.gets(asked, { isEnded: true })).toEqual({ protectedObjects: { nodes: [{ id: object.id }] } });
    expect(await soc.gets(asked, { isEnded: false })).toEqual({ protectedObjects: { nodes: [] } });
  });
});

test("M10 R12.1 whoever lets a SOC cover an object is told which notifications about it another SOC has not answered yet", async () => {
  const world = shared();
  const centre = await world.nationalCentre();
  const object = await world.protectedObject();
  const [before, after] = [await world.soc({ covering: [object] }), await world.soc()];
  const notify = async (to: object) => {
    const { threat } = accepted(await centre.registersThreat({ objects: [object.id] }));
    return (await centre.sendsNotification({ threatId: threat.id, to })).notification;
  };
  const open = await notify({ objects: [object.id] });
  const answered = await notify({ objects: [object.id] });
  accepted(await before.analysesThreat(answered.id));
  const withdrawn = await notify({ objects: [object.id] });
  await centre.sendsNotification({ withdraws: withdrawn.id });
  await notify({ socs: [before.party("Soc"), after.party("Soc")] });
  const { threat: elsewhere } = accepted(await centre.registersThreat());
  await centre.sendsNotification({ threatId: elsewhere.id, to: { socs: [before.party("Soc")] } });
  const { incident } = await before.sendsReport({ affectedObjects: [{ objectId: object.id }] });
  const told = await centre.sendsNotification({ incidentId: incident.id, to: { socs: [before.party("Soc")] } });
  const { liveNotifications, liveNotificationCount } = accepted(await startsCoverage(after, object));
  expect(liveNotificationCount).toBe(2);
  expect(liveNotifications.map(({ id }) => id).toSorted()).toEqual([open.id, told.notification.id].toSorted());
});
