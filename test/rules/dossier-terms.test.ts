import { describe, expect, test } from "vitest";
import { apply, type Applied, type Statement } from "../../src/domain/dossier.js";
import { after, HOUR, MINUTE, type Instant } from "../../src/domain/instant.js";
import { lateness, REGIMES, standing, type Regimes } from "../../src/domain/obligations.js";
import { at } from "../support/drafts.js";
import {
  applied,
  card,
  CONFIRMED,
  corrected,
  duty,
  GRID,
  kinds,
  named,
  ownerNotified,
  past,
  PORTAL,
  report,
  review,
  TERMS,
  waiver,
} from "../support/statements.js";

describe("the confirmation that the clocks run from", () => {
  const declared = (length: number): Partial<Statement> => ({ confirmedAt: past(length) });

  test("L3 the clocks run from the declared confirmation, however late it is declared", () => {
    const outcome = applied([card(past(100 * HOUR), { object: PORTAL, severity: "UNDETERMINED" })]);
    for (const { startsAt } of outcome.dossier.obligations) expect(startsAt).toBe(CONFIRMED);
    expect(outcome.dossier.confirmedAt).toBe(CONFIRMED);
  });

  test("L4 an earlier confirmation in a later card moves every due time", () => {
    const before = applied([report(past(10 * MINUTE), { object: PORTAL, severity: "UNDETERMINED" })]);
    const outcome = apply(
      before.dossier,
      card(past(HOUR), { ...declared(-HOUR), object: PORTAL, severity: "UNDETERMINED" }),
      TERMS,
    );
    expect(outcome.dossier.confirmedAt).toBe(past(-HOUR));
    expect(duty(outcome, "NOTIFY_CENTRE").dueAt).toBe(past(-45 * MINUTE));
    expect(duty(outcome, "NOTIFY_OWNER", "portal").dueAt).toBe(past(-45 * MINUTE));
    expect(duty(outcome, "SUBMIT_CARD").dueAt).toBe(past(71 * HOUR));
    expect(duty(outcome, "REVIEW_SEVERITY").dueAt).toBe(past(47 * HOUR));
    // M1: each duty that becomes late by it is warned about.
    expect(outcome.warnings.map(({ rule, says }) => [rule, says.key])).toEqual([
      ["R9.1", "madeLate"],
      ["R9.2", "overdueNow"],
    ]);
  });

  test("L4 an earlier confirmation makes late what had been in time, and moves no moment of meeting it", () => {
    const outcome = applied([report(past(10 * MINUTE)), card(past(HOUR), declared(-HOUR))]);
    expect(duty(outcome, "NOTIFY_CENTRE").dischargedAt).toBe(past(10 * MINUTE));
    expect(lateness(duty(outcome, "NOTIFY_CENTRE"), past(HOUR))).toBe(55 * MINUTE);
  });

  test("L4 a later confirmation moves nothing and gets a warning with its path", () => {
    const before = applied([report(past(10 * MINUTE), { object: PORTAL })]);
    const outcome = apply(before.dossier, card(past(HOUR), { ...declared(30 * MINUTE), object: PORTAL }), TERMS);
    expect(outcome.dossier.confirmedAt).toBe(CONFIRMED);
    expect(duty(outcome, "SUBMIT_CARD").dueAt).toBe(past(72 * HOUR));
    expect(outcome.warnings).toEqual([
      {
        rule: "L4",
        path: ["card", "confirmedAt"],
        says: { key: "confirmationLater", about: { declared: past(30 * MINUTE), counted: CONFIRMED } },
      },
    ]);
  });

  test("L4 a duty that opens under a later confirmation still counts from the earliest", () => {
    const outcome = applied([
      report(past(10 * MINUTE)),
      card(past(HOUR), { ...declared(50 * MINUTE), object: PORTAL }),
    ]);
    expect(duty(outcome, "NOTIFY_OWNER", "portal").dueAt).toBe(past(15 * MINUTE));
  });

  test("L4 a confirmation between two others moves nothing either", () => {
    const statements = [report(past(10 * MINUTE)), card(past(HOUR), declared(-HOUR))];
    const outcome = applied([...statements, card(past(2 * HOUR), declared(-MINUTE))]);
    expect(outcome.dossier.confirmedAt).toBe(past(-HOUR));
    expect(outcome.warnings).toMatchObject([{ rule: "L4", says: { about: { counted: past(-HOUR) } } }]);
  });

  test("L4 the same confirmation again is nothing to warn about", () => {
    expect(applied([report(past(MINUTE)), card(past(HOUR)), card(past(2 * HOUR))]).warnings).toEqual([]);
  });

  test("a first statement that declares no confirmation is a mistake of ours", () => {
    expect(() => apply(null, review(past(0), "LOW"), TERMS)).toThrow("confirmation");
  });
});

describe("what a word makes late", () => {
  const told = [report(past(MINUTE), { object: PORTAL }), ownerNotified(PORTAL, past(HOUR))];
  // Which ended months they change is said besides (L23).
  const keys = ({ warnings }: Applied) =>
    warnings.filter(({ says }) => says.key !== "figuresChanged").map(({ rule, says }) => [rule, says.key]);

  test("L2 R9.2 is said of what was met late and is open again", () => {
    expect(keys(applied([...told, card(past(2 * HOUR), { object: PORTAL, occurredAt: past(90 * MINUTE) })]))).toEqual([
      ["L3", "countedBeforeOccurrence"],
      ["R9.2", "overdueNow"],
    ]);
  });

  test("L2 F25 R9.2 is said of what its SOC closed late, once its object is named again", () => {
    const closing = waiver("R9.2", past(HOUR), { of: named(PORTAL), isBySoc: true });
    const again = card(past(2 * HOUR), { object: PORTAL });
    expect(keys(applied([...told.slice(0, 1), closing, again]))).toEqual([["R9.2", "overdueNow"]]);
  });

  test("L2 L4 R9.3 is said of what was waived in time, and of what was late and is later now", () => {
    const { dossier } = applied([...told, waiver("R9.3", past(HOUR))]);
    const moved = { said: "CORRECTION", receivedAt: past(3 * HOUR), confirmedAt: past(-80 * HOUR) } as const;
    expect(keys(apply(dossier, moved, TERMS))).toEqual([
      ["R9.1", "madeLate"],
      ["R9.3", "madeLate"],
      ["R9.2", "madeLate"],
    ]);
    const back = apply(apply(dossier, moved, TERMS).dossier, { ...moved, confirmedAt: CONFIRMED }, TERMS);
    expect(keys(back)).toEqual([]);
  });

  test("L23 R9.1 nothing arrives by a correction that opens again what was void", () => {
    const terms = { inForceFrom: past(-2 * HOUR) };
    const { dossier } = applied([report(past(HOUR))], terms.inForceFrom);
    const back = corrected(dossier, past(-3 * HOUR), terms);
    expect(
      keys(apply(back, { said: "CORRECTION", receivedAt: past(2 * HOUR), confirmedAt: CONFIRMED }, terms)),
    ).toEqual([["R9.1", "madeLate"]]);
  });
});

describe("terms that change with a later order", () => {
  const [now] = REGIMES;
  const day = { ...now.confirmation.SUBMIT_CARD, length: 24 * HOUR };
  const stricter = { ...now, from: past(0), confirmation: { ...now.confirmation, SUBMIT_CARD: day } };
  const regimes: Regimes = [now, stricter];
  const cardDue = ({ dossier }: Applied): number =>
    (dossier.obligations.find(({ kind }) => kind === "SUBMIT_CARD")?.dueAt ?? 0) - dossier.confirmedAt;

  test("L15 R9.3 hold for what is confirmed from their day on, to the millisecond", () => {
    expect(cardDue(apply(null, report(past(0), { confirmedAt: past(-1) }), { ...TERMS, regimes }))).toBe(72 * HOUR);
    expect(cardDue(apply(null, report(past(0)), { ...TERMS, regimes }))).toBe(24 * HOUR);
  });

  test("L15 R9.3 leave an older incident its older terms, whatever is said of it later", () => {
    const before = apply(null, report(past(0), { confirmedAt: past(-HOUR) }), { ...TERMS, regimes });
    const later = apply(before.dossier, card(past(48 * HOUR), { confirmedAt: past(HOUR) }), { ...TERMS, regimes });
    expect(cardDue(later)).toBe(72 * HOUR);
    expect(later.dossier.obligations.map((one) => standing(one, past(48 * HOUR)))).toEqual(["MET_LATE", "MET"]);
  });

  test("L15 L21 R9.6 a card that a notification asks for has the terms of the notification's day, not of the confirmation's", () => {
    const answer = { ...now.answer, INCIDENT: { ...now.answer.INCIDENT, length: 24 * HOUR } };
    const terms = { ...TERMS, regimes: [now, { ...stricter, answer }] as const };
    const led = (id: string, availableAt: Instant): Statement => ({
      said: "LED_BY",
      receivedAt: past(HOUR),
      notification: { id, availableAt, isOwed: true, withdrawnAt: null },
    });
    const reported = apply(null, report(past(0), { confirmedAt: past(-1) }), terms);
    const notified = apply(apply(reported.dossier, led("old", past(-1)), terms).dossier, led("new", past(0)), terms);
    const cards = ({ dossier }: Applied) =>
      dossier.obligations.filter(({ rule }) => rule === "R9.6").map(({ startsAt, dueAt }) => (dueAt - startsAt) / HOUR);
    expect(cards(notified)).toEqual([72, 24]);
    // They stay so, whatever confirmation counts afterwards.
    const later = { said: "CORRECTION", receivedAt: past(HOUR), confirmedAt: past(1) } as const;
    expect(cards(apply(notified.dossier, later, terms))).toEqual([72, 24]);
  });

  test("what began before the earliest of them runs under the earliest", () => {
    expect(cardDue(apply(null, report(past(0), { confirmedAt: after(now.from, -HOUR) }), { ...TERMS, regimes }))).toBe(
      72 * HOUR,
    );
  });
});

describe("the day from which the amendment is in force", () => {
  const everything = { object: PORTAL, severity: "UNDETERMINED" } as const;

  test("L15 a confirmation before it opens nothing, and the level and the owner notification are recorded all the same", () => {
    const outcome = applied([card(past(HOUR), everything), ownerNotified(PORTAL, past(2 * HOUR))], past(1));
    expect(outcome.dossier).toMatchObject({ confirmedAt: CONFIRMED, severity: "UNDETERMINED", obligations: [] });
    expect(applied([card(past(HOUR), everything)], past(1)).warnings).toEqual([
      {
        rule: "L15",
        path: ["card", "confirmedAt"],
        says: { key: "confirmedBeforeForce", about: { confirmedAt: CONFIRMED, inForceFrom: past(1) } },
      },
    ]);
  });

  test("L15 a confirmation in its first instant opens every duty", () => {
    expect(kinds(applied([card(past(HOUR), everything)], CONFIRMED).dossier)).toEqual([
      "NOTIFY_CENTRE",
      "NOTIFY_OWNER portal",
      "REVIEW_SEVERITY",
      "SUBMIT_CARD",
    ]);
  });

  test("L15 a later confirmation of an incident confirmed before it opens nothing", () => {
    const outcome = applied(
      [report(past(MINUTE)), card(past(HOUR), { confirmedAt: past(30 * MINUTE) })],
      past(10 * MINUTE),
    );
    expect(outcome.dossier.obligations).toEqual([]);
  });

  test("L15 one that is declared later opens every duty where the incident itself occurred under the terms", () => {
    const terms = past(10 * MINUTE);
    const later = { confirmedAt: past(30 * MINUTE) };
    const told = [report(past(MINUTE)), card(past(HOUR), { ...later, occurredAt: past(-HOUR) })];
    expect(applied(told, terms).dossier.obligations).toEqual([]);
    const outcome = applied([...told, card(past(2 * HOUR), { ...later, occurredAt: past(20 * MINUTE) })], terms);
    expect(outcome.dossier).toMatchObject({ isBeforeTerms: true, runsFrom: past(30 * MINUTE) });
    expect(duty(outcome, "NOTIFY_CENTRE")).toMatchObject({
      startsAt: past(30 * MINUTE),
      dischargedAt: past(MINUTE),
    });
    expect(duty(outcome, "SUBMIT_CARD").dischargedAt).toBe(past(HOUR));
    // In whatever order it is said.
    const other = applied([told[1]!, card(past(2 * HOUR), { occurredAt: past(20 * MINUTE) })], terms);
    expect(duty(other, "SUBMIT_CARD").startsAt).toBe(past(30 * MINUTE));
    // What the national centre corrects to before the terms stays there.
    const back = corrected(outcome.dossier, CONFIRMED, { inForceFrom: terms });
    const again = card(past(3 * HOUR), { ...later, occurredAt: past(20 * MINUTE) });
    expect(apply(back, again, { inForceFrom: terms }).dossier.runsFrom).toBeNull();
  });

  test("L4 L15 after one before it, words go by the confirmation that duties run from", () => {
    const terms = past(-HOUR);
    const told = [report(past(MINUTE)), card(past(HOUR), { confirmedAt: past(-9 * HOUR) })];
    const keys = (statement: Statement) =>
      applied([...told, statement], terms).warnings.map(({ rule, says }) => [rule, says]);
    const runs = (runsFrom: Instant) => ({
      key: "declaredUnderForce",
      about: { confirmedAt: past(-9 * HOUR), inForceFrom: terms, runsFrom },
    });
    expect(keys(card(past(2 * HOUR)))).toEqual([["L15", runs(CONFIRMED)]]);
    expect(keys(card(past(2 * HOUR), { confirmedAt: past(MINUTE), occurredAt: past(-2 * HOUR) }))).toEqual([
      ["L4", { key: "confirmationLater", about: { declared: past(MINUTE), counted: CONFIRMED } }],
      ["L15", runs(CONFIRMED)],
    ]);
    expect(keys(card(past(2 * HOUR), { confirmedAt: past(-30 * MINUTE) }))).toEqual([
      ["L15", runs(past(-30 * MINUTE))],
      [
        "R9.1",
        { key: "madeLate", about: { dueAt: past(-15 * MINUTE), late: 16 * MINUTE, object: null, cause: "TIMES" } },
      ],
    ]);
  });

  test("H7e L14 L15 a confirmation corrected to before it takes back no duty that has opened", () => {
    const outcome = applied([report(past(MINUTE)), card(past(HOUR), { confirmedAt: past(-HOUR) })], CONFIRMED);
    expect(kinds(outcome.dossier)).toEqual(["NOTIFY_CENTRE", "SUBMIT_CARD"]);
    expect(duty(outcome, "SUBMIT_CARD").dischargedAt).toBe(past(HOUR));
  });

  test("L4 L15 one before it hides none after it: the earliest of those counts, however many are declared since", () => {
    const declared = (hours: number, received: number) =>
      card(past(received * HOUR), { confirmedAt: past(hours * HOUR) });
    const hidden = [report(past(2 * HOUR), { confirmedAt: past(2 * HOUR) }), declared(-1, 3)];
    const startOf = (statements: Statement[]) => duty(applied(statements, CONFIRMED), "NOTIFY_CENTRE").startsAt;
    expect(startOf(hidden)).toBe(past(2 * HOUR));
    expect(startOf([...hidden, declared(5, 6)])).toBe(past(2 * HOUR));
    expect(startOf([...hidden, declared(1, 6)])).toBe(past(HOUR));
    expect(startOf([...hidden, declared(1, 6), declared(3, 7)])).toBe(past(HOUR));
  });

  test("L15 the terms hold from whatever day is set", () => {
    const long = at("2019-01-01T00:00:00Z");
    expect(applied([card(past(0), { confirmedAt: long })]).dossier.obligations).toHaveLength(2);
  });
});

test("L21 R9.6 an incident that is confirmed in the last instant of the notification's 72 hours owes its card, one after it does not", () => {
  const notification = { id: "notification", availableAt: past(-72 * HOUR), isOwed: true, withdrawnAt: null };
  const rules = (confirmedAt: Instant) =>
    applied([
      report(confirmedAt, { confirmedAt }),
      { said: "LED_BY", receivedAt: confirmedAt, notification },
    ]).dossier.obligations.map(({ rule }) => rule);
  expect(rules(CONFIRMED)).toEqual(["R9.1", "R9.3", "R9.6"]);
  expect(rules(past(1))).toEqual(["R9.1", "R9.3"]);
});

test("applying a statement does not change the dossier before it", () => {
  const { dossier } = applied([report(past(MINUTE), { object: PORTAL, severity: "UNDETERMINED" })]);
  const copy = structuredClone(dossier);
  apply(dossier, card(past(HOUR), { confirmedAt: past(-HOUR), object: GRID }), TERMS);
  apply(dossier, ownerNotified(PORTAL, past(HOUR)), TERMS);
  expect(dossier).toEqual(copy);
});
