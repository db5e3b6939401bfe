import { describe, expect, test } from "vitest";
import {
  apply,
  firstCardOf,
  linkedIn,
  withoutLink,
  withoutReceipt,
  type Dossier,
  type Statement,
} from "../../src/domain/dossier.js";
import {
  judgeObjectLink,
  judgeReceiptWithdrawal,
  judgeReceivedOtherwise,
  judgeWaiver,
} from "../../src/domain/incident-rules.js";
import { HOUR, MINUTE, type Instant } from "../../src/domain/instant.js";
import { standing, waive, type Obligation } from "../../src/domain/obligations.js";
import type { ObjectKind } from "../../src/domain/parties.js";
import { circumstances } from "../support/drafts.js";
import {
  applied,
  CANTEEN,
  card,
  GRID,
  named,
  ownerNotified,
  past,
  PORTAL,
  report,
  TERMS,
  waiver,
} from "../support/statements.js";

function ofRule({ obligations }: Dossier, rule: string): Obligation {
  const found = obligations.filter((each) => each.rule === rule);
  expect(found).toHaveLength(1);
  return found[0] as Obligation;
}

function received(rule: "R9.1" | "R9.3", id: string, minute: number): Statement {
  const duty = { rule, objectId: null, objectDescription: null, notificationId: null };
  return { said: "RECEIVED_OTHERWISE", receivedAt: past(HOUR), otherwise: { id, duty, at: past(minute * MINUTE) } };
}

describe("a receipt by another way that was recorded in error", () => {
  test("L22 R9.1 R9.3 what it met is met by all the rest, or open again and warned about", () => {
    const { dossier } = applied([report(past(HOUR)), received("R9.1", "call", 5), received("R9.3", "paper", 30)]);
    expect(ofRule(dossier, "R9.1")).toMatchObject({ dischargedAt: past(5 * MINUTE), metBy: "RECEIVED_OTHERWISE" });
    const first = withoutReceipt(dossier, "call", past(80 * HOUR), TERMS);
    // The paper is a card, which notifies the centre too (L7).
    expect(ofRule(first.dossier, "R9.1").dischargedAt).toBe(past(30 * MINUTE));
    expect(ofRule(first.dossier, "R9.3").metBy).toBe("RECEIVED_OTHERWISE");
    expect(first.warnings).toMatchObject([{ rule: "R9.1", says: { key: "madeLate" } }]);
    const both = withoutReceipt(first.dossier, "paper", past(80 * HOUR), TERMS);
    expect(standing(ofRule(both.dossier, "R9.3"), past(80 * HOUR))).toBe("OVERDUE");
    expect(ofRule(both.dossier, "R9.1")).toMatchObject({ dischargedAt: past(HOUR), metBy: "REPORT" });
    expect(both.warnings).toMatchObject([
      { rule: "R9.1", says: { key: "madeLate" } },
      { rule: "R9.3", says: { key: "overdueNow" } },
    ]);
    expect(withoutReceipt(first.dossier, "paper", past(2 * HOUR), TERMS).warnings).toMatchObject([
      { rule: "R9.1", says: { key: "madeLate" } },
      { rule: "R9.3", says: { key: "noLongerMet" } },
    ]);
  });

  test("L20 L22 what was waived before it is waived again", () => {
    const { dossier } = applied([report(past(MINUTE))]);
    const waived = { ...dossier, obligations: dossier.obligations.map((one) => waive(one, past(HOUR))) };
    const met = apply(waived, received("R9.3", "paper", 30), TERMS).dossier;
    expect(ofRule(met, "R9.3").metBy).toBe("RECEIVED_OTHERWISE");
    const after = withoutReceipt(met, "paper", past(2 * HOUR), TERMS);
    expect(standing(ofRule(after.dossier, "R9.3"), past(80 * HOUR))).toBe("WAIVED");
    expect(after.warnings).toEqual([]);
  });

  test("L22 it is taken back once", () => {
    expect(judgeReceiptWithdrawal({ withdrawnAt: null })).toEqual([]);
    expect(judgeReceiptWithdrawal({ withdrawnAt: past(0) })).toMatchObject([
      { rule: "L22", path: ["receivedOtherwiseId"] },
    ]);
  });
});

describe("a receipt by another way that cannot be", () => {
  test("L22 R9.1 R9.3 one before the occurrence meets nothing any more once that is known, and again once it moves back", () => {
    const told = [report(past(MINUTE)), received("R9.1", "call", -30), received("R9.3", "paper", -20)];
    const occurred = (minute: number, hour: number) =>
      card(past(hour * HOUR), { occurredAt: past(minute * MINUTE), confirmedAt: past(0) });
    expect(ofRule(applied(told).dossier, "R9.1").metBy).toBe("RECEIVED_OTHERWISE");
    const { dossier } = applied([...told, occurred(-10, 80)]);
    expect(ofRule(dossier, "R9.1")).toMatchObject({ metBy: "REPORT", dischargedAt: past(MINUTE) });
    expect(ofRule(dossier, "R9.3")).toMatchObject({ metBy: "CARD", dischargedAt: past(80 * HOUR) });
    expect(firstCardOf(dossier)).toBe(past(80 * HOUR));
    const back = applied([...told, occurred(-10, 80), occurred(-25, 81)]).dossier;
    expect(ofRule(back, "R9.1").dischargedAt).toBe(past(-20 * MINUTE));
    expect(ofRule(back, "R9.3").metBy).toBe("RECEIVED_OTHERWISE");
    expect(firstCardOf(back)).toBe(past(-20 * MINUTE));
  });

  test("L22 one before the confirmation, or before the terms, counts and is warned about", () => {
    const keys = (minute: number) =>
      applied([report(past(MINUTE)), received("R9.1", "call", minute)]).warnings.map(({ rule, path }) => [rule, path]);
    expect(keys(-1)).toEqual([["L22", ["receivedAt"]]]);
    expect(keys(0)).toEqual([]);
  });

  test("L22 R9.6 is not before the incident occurred either", () => {
    const draft = {
      channel: "LETTER",
      receivedAt: past(HOUR),
      receivedBy: "The desk",
      reason: "It came by post.",
    } as const;
    const judged = (occurredAt: Instant | null) =>
      judgeReceivedOtherwise(
        draft,
        { kind: "ANSWER_NOTIFICATION", startsAt: past(0) },
        occurredAt,
        past(2 * HOUR),
        circumstances().limits,
      );
    expect(judged(null)).toEqual([]);
    expect(judged(past(HOUR + 1))).toMatchObject([{ rule: "L22", path: ["receivedAt"] }]);
  });
});

describe("a description that is a registered object", () => {
  const described = (isProtected: boolean) => ({
    objectId: null,
    description: "The  Plant",
    protectedIn: isProtected ? named(PORTAL).protectedIn : [],
  });
  const link = (object: typeof PORTAL, description = "the plant"): Statement => ({
    said: "OBJECT_LINKED",
    receivedAt: past(2 * HOUR),
    link: { description, objectId: object.id, protectedIn: named(object).protectedIn, takenBackAt: null },
  });
  const toldAt = (notifiedAt: Instant): Statement => ({
    said: "OWNER_NOTIFIED",
    receivedAt: past(HOUR),
    owner: { of: { objectId: null, description: "the plant" }, notifiedAt, means: "SOC_STATEMENT" },
  });
  const told = toldAt(past(10 * MINUTE));
  const reported = report(past(MINUTE), { objects: [described(false)] });

  test("L9 R9.2 it is that object from the start: overdue at once, and warned about", () => {
    const { dossier, warnings } = applied([reported, link(PORTAL)]);
    expect(ofRule(dossier, "R9.2")).toMatchObject({ objectId: "portal", dueAt: past(15 * MINUTE), dischargedAt: null });
    expect(warnings).toMatchObject([{ rule: "R9.2", path: [], says: { key: "overdueNow" } }]);
  });

  test("L9 R9.2 a link makes late what was said of the description: nothing arrives by it", () => {
    const { dossier, warnings } = applied([reported, toldAt(past(40 * MINUTE)), link(PORTAL)]);
    expect(ofRule(dossier, "R9.2")).toMatchObject({ dischargedAt: past(40 * MINUTE) });
    expect(warnings).toMatchObject([{ rule: "R9.2", says: { key: "madeLate", about: { late: 25 * MINUTE } } }]);
  });

  test("L9 R9.2 the word to the owner of what was described counts for it, before and after", () => {
    for (const statements of [
      [reported, told, link(PORTAL)],
      [reported, link(PORTAL), told],
      [reported, link(PORTAL), ownerNotified(PORTAL, past(10 * MINUTE))],
    ])
      expect(ofRule(applied(statements).dossier, "R9.2")).toMatchObject({
        objectId: "portal",
        dischargedAt: past(10 * MINUTE),
      });
  });

  test("L9 R9.2 a duty that opened for the description is the same one, waived where it was", () => {
    const { dossier } = applied([report(past(MINUTE), { objects: [described(true)] })]);
    const waived = { ...dossier, obligations: dossier.obligations.map((one) => waive(one, past(HOUR))) };
    const after = apply(waived, link(PORTAL), TERMS).dossier;
    expect(ofRule(after, "R9.2")).toMatchObject({
      objectId: "portal",
      objectDescription: null,
      waivedAt: past(HOUR),
    });
    // Named by its registration later on, it is no second one either.
    const again = apply(after, card(past(3 * HOUR), { object: PORTAL }), TERMS).dossier;
    expect(again.obligations.filter(({ rule }) => rule === "R9.2")).toHaveLength(1);
  });

  test("L9 R9.2 where the object has a duty of its own, that one is left, as it stands", () => {
    const { dossier } = applied([report(past(MINUTE), { objects: [described(true), named(PORTAL)] })]);
    const obligations = dossier.obligations.map((one) => (one.objectId === null ? waive(one, past(HOUR)) : one));
    const after = apply({ ...dossier, obligations }, link(PORTAL), TERMS).dossier;
    expect(ofRule(after, "R9.2")).toMatchObject({ objectId: "portal", waivedAt: null });
  });

  test("L9 another description stays what it is, and so does the object of another link", () => {
    const objects = [described(true), { objectId: null, description: "A kiosk", protectedIn: [] }];
    const { dossier } = applied([report(past(MINUTE), { objects }), link(PORTAL), link(GRID, "a kiosk")]);
    expect(dossier.obligations.flatMap(({ objectId }) => objectId ?? []).toSorted()).toEqual(["grid", "portal"]);
  });

  test("F25 R9.2 a link reopens what its SOC closed, where the incident describes it now, or did when that was closed", () => {
    const kiosk = { objectId: null, description: "A kiosk", protectedIn: [] };
    const closing = waiver("R9.2", past(HOUR), { of: named(PORTAL), isBySoc: true });
    const first = report(past(MINUTE), { object: PORTAL });
    const closed = [first, { ...card(past(HOUR)), objects: [described(false)] }, closing];
    const waivedAt = (statements: Statement[]) => ofRule(applied(statements).dossier, "R9.2").waivedAt;
    expect(waivedAt(closed)).toEqual(past(HOUR));
    expect(waivedAt([...closed, link(PORTAL)])).toBeNull();
    const amended = [...closed, { ...card(past(90 * MINUTE)), objects: [kiosk] }];
    expect(waivedAt(amended)).toEqual(past(HOUR));
    expect(waivedAt([...amended, link(PORTAL)])).toBeNull();
    // What was described neither now nor then leaves it closed.
    const before = { ...first, objects: [described(false), named(PORTAL)] };
    const other = [before, { ...card(past(HOUR)), objects: [kiosk] }, closing, link(PORTAL)];
    expect(waivedAt(other)).toEqual(past(HOUR));
    // A link that is taken back has reopened nothing.
    const { dossier } = applied([...closed, link(PORTAL)]);
    expect(ofRule(withoutLink(dossier, "the plant", past(3 * HOUR), TERMS).dossier, "R9.2").waivedAt).toEqual(
      past(HOUR),
    );
  });

  test("L2 L9 R9.2 a link that is taken back again says that what was waived meanwhile is open again", () => {
    const first = applied([report(past(MINUTE), { objects: [described(true)] }), link(PORTAL)]).dossier;
    const once = withoutLink(first, "the plant", past(MINUTE), TERMS).dossier;
    const again = apply(once, link(PORTAL), TERMS).dossier;
    const waived = apply(again, waiver("R9.2", past(2 * MINUTE), { of: named(PORTAL) }), TERMS).dossier;
    expect(withoutLink(waived, "the plant", past(3 * MINUTE), TERMS).warnings).toMatchObject([
      { rule: "R9.2", says: { key: "noLongerMet" } },
    ]);
  });

  test("F25 R9.2 what its SOC closed, and was owed again, is closed once more", () => {
    const closing = (hours: number) => waiver("R9.2", past(hours * HOUR), { of: named(PORTAL), isBySoc: true });
    const naming = (hours: number, object: typeof PORTAL) => card(past(hours * HOUR), { object });
    const twice = [
      naming(1, PORTAL),
      naming(2, CANTEEN),
      closing(3),
      naming(4, PORTAL),
      naming(5, CANTEEN),
      closing(6),
    ];
    const states = twice.map((_, place) => ofRule(applied(twice.slice(0, place + 1)).dossier, "R9.2").waivedAt);
    expect(states).toEqual([null, null, past(3 * HOUR), null, null, past(6 * HOUR)]);
  });

  test("L9 L23 a link that is taken back never was: its duty is void, the description's is owed again, waived where it was", () => {
    const linked = applied([
      report(past(MINUTE), { objects: [described(true)] }),
      waiver("R9.2", past(HOUR), { of: described(true) }),
      link(PORTAL),
    ]).dossier;
    const after = withoutLink(linked, "THE PLANT", past(3 * HOUR), TERMS).dossier;
    const owed = after.obligations.filter(({ rule }) => rule === "R9.2");
    expect(owed).toMatchObject([
      { objectId: "portal", isVoid: true },
      { objectDescription: "The  Plant", isVoid: false, waivedAt: past(HOUR) },
    ]);
    // Where the incident names the object itself, that one's duty stays.
    const both = applied([report(past(MINUTE), { objects: [described(false), named(PORTAL)] }), link(PORTAL)]).dossier;
    expect(ofRule(withoutLink(both, "the plant", past(3 * HOUR), TERMS).dossier, "R9.2")).toMatchObject({
      objectId: "portal",
      isVoid: false,
    });
  });

  test("F25 one that was linked to an object is named as long as its description is", () => {
    const { dossier } = applied([reported, link(PORTAL)]);
    const linked = { objectId: "portal", code: "PORTAL", description: "The  Plant", kinds: [], ownerName: null };
    expect(judgeWaiver(ofRule(dossier, "R9.2"), "SOC", [linked])).toMatchObject([{ rule: "F25" }]);
    expect(judgeWaiver(ofRule(dossier, "R9.2"), "SOC", [])).toEqual([]);
    expect(judgeWaiver(ofRule(dossier, "R9.2"), "SOC", [], true)).toMatchObject([
      { rule: "F25", says: { key: "describedAsRegistered" } },
    ]);
  });

  test("F25 what is described and said to be of neither kind by now owes its owner nothing either", () => {
    const { dossier } = applied([report(past(MINUTE), { objects: [described(true)] })]);
    const now = { objectId: null, code: null, description: "The  Plant", ownerName: null };
    const judged = (kinds: readonly ObjectKind[] | null) =>
      judgeWaiver(ofRule(dossier, "R9.2"), "SOC", [{ ...now, kinds }], false);
    expect(judged([])).toEqual([]);
    for (const kinds of [null, ["E_GOVERNMENT"] as const])
      expect(judged(kinds)).toMatchObject([{ rule: "F25", says: { key: "notYoursToWaive" } }]);
  });

  test("F17 a description is linked that the incident has, and once", () => {
    const ever = [described(false), named(PORTAL)];
    expect(judgeObjectLink("THE PLANT", ever, new Map())).toEqual([]);
    expect(judgeObjectLink("portal", ever, new Map())).toMatchObject([
      { rule: "F17", path: ["description"], says: { key: "descriptionUnknown" } },
    ]);
    expect(judgeObjectLink("The plant ", ever, linkedIn([link(PORTAL)]))).toMatchObject([
      { rule: "F17", path: ["description"], says: { key: "descriptionLinkedBefore" } },
    ]);
  });
});
