import { describe, expect, test } from "vitest";
import { apply, judge, retract, type Dossier, type Period } from "../../src/domain/dossier.js";
import { HOUR, MINUTE, type Instant } from "../../src/domain/instant.js";
import { isOpen, lateness, standing, waive, type Obligation } from "../../src/domain/obligations.js";
import {
  card,
  CONFIRMED,
  corrected as correct,
  GRID,
  named,
  ownerNotified,
  past,
  PORTAL,
  report,
  TERMS,
} from "../support/statements.js";

/** An incident reported a minute after its confirmation. */
function reported(terms = TERMS, receivedAt = past(MINUTE)): Dossier {
  return apply(null, report(receivedAt, { severity: "UNDETERMINED", object: PORTAL }), terms).dossier;
}

function undetermined(receivedAt: Instant, more: Parameters<typeof card>[1] = {}) {
  return card(receivedAt, { severity: "UNDETERMINED", ...more });
}

function duty({ obligations }: Dossier, rule: string): Obligation {
  const found = obligations.filter((each) => each.rule === rule);
  expect(found).toHaveLength(1);
  return found[0] as Obligation;
}

function standings({ obligations }: Dossier, now: Instant): Record<string, string> {
  return Object.fromEntries(obligations.map((one) => [one.rule, standing(one, now)]));
}

function namesOf(obligations: readonly Obligation[]): string[] {
  return obligations
    .map(({ rule, objectId, notificationId }) => [rule, objectId ?? notificationId ?? []].flat().join(" "))
    .toSorted();
}

function voidOnes({ obligations }: Dossier): string[] {
  return namesOf(obligations.filter(({ isVoid }) => isVoid));
}

function openOnes({ obligations }: Dossier): string[] {
  return namesOf(obligations.filter(isOpen));
}

describe("the national centre's correction of a confirmation", () => {
  test.for([-HOUR, 30 * MINUTE])(
    "L4 %s milliseconds away: every term moves with it, and keeps its length",
    (length) => {
      const corrected = correct(reported(), past(length));
      expect(corrected).toMatchObject({ confirmedAt: past(length), isCorrected: true, severity: "UNDETERMINED" });
      const due = corrected.obligations.map(({ rule, startsAt, dueAt }) => [
        rule,
        { startsAt, length: dueAt - startsAt },
      ]);
      const startsAt = past(length);
      expect(Object.fromEntries(due)).toEqual({
        "R9.1": { startsAt, length: 15 * MINUTE },
        "R9.2": { startsAt, length: 15 * MINUTE },
        "R9.3": { startsAt, length: 72 * HOUR },
        "RA.1": { startsAt, length: 48 * HOUR },
      });
    },
  );

  test("L4 it moves no moment at which a duty was met: what was late may be in time, and the other way round", () => {
    const late = reported(TERMS, past(20 * MINUTE));
    expect(lateness(duty(late, "R9.1"), past(HOUR))).toBe(5 * MINUTE);
    const inTime = correct(late, past(10 * MINUTE));
    expect(duty(inTime, "R9.1").dischargedAt).toBe(past(20 * MINUTE));
    expect(standing(duty(inTime, "R9.1"), past(HOUR))).toBe("MET");
    expect(lateness(duty(correct(inTime, past(-HOUR)), "R9.1"), past(HOUR))).toBe(65 * MINUTE);
  });

  test("L4 a second one counts, and the same one again changes nothing", () => {
    const once = correct(reported(), past(-HOUR));
    expect(correct(once, past(-HOUR)).obligations).toEqual(once.obligations);
    expect(correct(once, CONFIRMED).obligations).toEqual(reported().obligations);
  });

  test.for([
    ["earlier", -10 * HOUR],
    ["later", 40 * MINUTE],
    ["as the SOC declared it first", 0],
  ] as const)("L4 a SOC's statement after it, %s, moves nothing and is warned about", ([, length]) => {
    const corrected = correct(reported(), past(-HOUR));
    const outcome = apply(corrected, undetermined(past(HOUR), { confirmedAt: past(length) }), TERMS);
    expect(outcome.dossier.confirmedAt).toBe(past(-HOUR));
    expect(duty(outcome.dossier, "R9.3").dueAt).toBe(past(71 * HOUR));
    expect(outcome.warnings).toEqual([
      {
        rule: "L4",
        path: ["card", "confirmedAt"],
        says: { key: "confirmationCorrected", about: { declared: past(length), counted: past(-HOUR) } },
      },
    ]);
  });

  test("L4 a SOC's statement that declares what the centre has corrected it to is nothing to warn about", () => {
    const corrected = correct(reported(), past(-HOUR));
    expect(apply(corrected, undetermined(past(MINUTE), { confirmedAt: past(-HOUR) }), TERMS).warnings).toEqual([]);
  });

  test("L4 a duty that opens after it counts from the corrected confirmation, and stays corrected", () => {
    const corrected = correct(reported(), past(-HOUR));
    const outcome = apply(corrected, undetermined(past(HOUR), { object: GRID }), TERMS).dossier;
    expect(outcome.obligations.find(({ objectId }) => objectId === "grid")).toMatchObject({ startsAt: past(-HOUR) });
    expect(outcome.isCorrected).toBe(true);
  });

  test("L15 L23 by one to before the amendment was in force no duty ever was, and by one back all are as they were", () => {
    const terms = { inForceFrom: CONFIRMED };
    const dossier = reported(terms);
    const taken = correct(dossier, past(-HOUR), terms);
    expect(taken).toMatchObject({ confirmedAt: past(-HOUR), isBeforeTerms: true });
    expect(taken.obligations.map(({ rule, isVoid, metBy }) => [rule, isVoid, metBy])).toEqual(
      dossier.obligations.map(({ rule }) => [rule, true, null]),
    );
    const later = past(1_000 * HOUR);
    expect(new Set(taken.obligations.map((one) => standing(one, later)))).toEqual(new Set(["WAIVED"]));
    expect(taken.obligations.map((one) => lateness(one, later))).toEqual([0, 0, 0, 0]);
    expect(correct(taken, CONFIRMED, terms).obligations).toEqual(dossier.obligations);
  });

  test("L23 R9.2 R9.6 what a mistaken one alone had opened never was; what others opened, or was waived before, stays so", () => {
    const soon = { ...named(PORTAL), protectedIn: [{ from: past(-10 * HOUR), until: past(-HOUR) }] };
    const notification = { id: "N", availableAt: past(-80 * HOUR), isOwed: true, withdrawnAt: null };
    const before = [
      report(past(MINUTE), { objects: [soon, named(GRID)] }),
      { said: "LED_BY", receivedAt: past(MINUTE), notification } as const,
    ].reduce<Dossier | null>((dossier, statement) => apply(dossier, statement, TERMS).dossier, null)!;
    expect(voidOnes(before)).toEqual([]);
    const mistaken = correct(before, past(-9 * HOUR));
    expect(openOnes(mistaken)).toEqual(["R9.2 grid", "R9.2 portal", "R9.3", "R9.6 N"]);
    const second = apply(mistaken, { said: "CORRECTION", receivedAt: past(HOUR), confirmedAt: CONFIRMED }, TERMS);
    // What is void is in no count of February any more, when the notification became available.
    expect(second.warnings).toMatchObject([{ rule: "R9.6", says: { key: "figuresChanged" } }]);
    expect(openOnes(second.dossier)).toEqual(["R9.2 grid", "R9.3"]);
    expect(voidOnes(second.dossier)).toEqual(["R9.2 portal", "R9.6 N"]);
    // What owes nothing is met by nothing, and waived by nobody.
    const told = apply(second.dossier, ownerNotified(PORTAL, past(2 * HOUR)), TERMS).dossier;
    expect(voidOnes(retract(told, past(3 * HOUR)))).toEqual(["R9.2 portal", "R9.6 N"]);
    const waived = {
      ...mistaken,
      obligations: mistaken.obligations.map((one) => (one.rule === "R9.6" ? waive(one, past(MINUTE)) : one)),
    };
    const back = correct(correct(waived, CONFIRMED), past(-9 * HOUR));
    expect(voidOnes(back)).toEqual([]);
    expect(openOnes(back)).toEqual(["R9.2 grid", "R9.2 portal", "R9.3"]);
  });

  test("L23 R9.2 what a register entry alone opened and a later one unsays never was, and is owed again if that says so again", () => {
    const registered = (dossier: Dossier, protectedIn: readonly Period[]): Dossier => {
      const statements = dossier.statements.map((one) =>
        one.objects ? { ...one, objects: [{ ...named(PORTAL), protectedIn }] } : one,
      );
      return judge(statements, dossier.obligations, TERMS);
    };
    const always = named(PORTAL).protectedIn;
    const before = apply(null, report(past(MINUTE), { object: PORTAL }), TERMS).dossier;
    const unsaid = registered(before, []);
    expect(voidOnes(unsaid)).toEqual(["R9.2 portal"]);
    expect(openOnes(unsaid)).toEqual(["R9.3"]);
    expect(openOnes(registered(unsaid, always))).toEqual(["R9.2 portal", "R9.3"]);
    expect(voidOnes(registered(correct(before, past(-HOUR)), []))).toEqual(["R9.2 portal"]);
    // An earlier confirmation that its SOC declares takes nothing back by itself (L14); the register does.
    const since = [{ from: CONFIRMED, until: null }];
    const earlier = apply(registered(before, since), card(past(HOUR), { confirmedAt: past(-HOUR) }), TERMS).dossier;
    expect(voidOnes(earlier)).toEqual([]);
    expect(voidOnes(registered(earlier, [{ from: past(MINUTE), until: null }]))).toEqual(["R9.2 portal"]);
  });

  test("L4 L15 one to after it opens every duty that was said before, as if it had been known from the start (H7d)", () => {
    const terms = { inForceFrom: past(1) };
    const before = reported(terms);
    expect(before.obligations).toEqual([]);
    const after = apply(before, card(past(HOUR), { severity: "MEDIUM", object: PORTAL }), terms).dossier;
    const opened = correct(after, past(2), terms);
    expect(opened.obligations.map(({ rule, dischargedAt }) => [rule, dischargedAt])).toEqual([
      ["R9.1", past(MINUTE)],
      ["R9.3", past(HOUR)],
      ["R9.2", null],
      ["RA.1", past(HOUR)],
    ]);
  });

  test("L4 what was waived stays waived, and nothing of what was known before is changed", () => {
    const dossier = reported();
    const waived = { ...dossier, obligations: dossier.obligations.map((one) => waive(one, past(MINUTE))) };
    const copy = structuredClone(waived);
    const corrected = correct(waived, past(-HOUR));
    expect(standings(corrected, past(100 * HOUR))).toEqual({
      "R9.1": "MET_LATE",
      "R9.2": "WAIVED",
      "R9.3": "WAIVED",
      "RA.1": "WAIVED",
    });
    expect(waived).toEqual(copy);
  });
});

describe("a retraction that is granted", () => {
  test("L18 what is open is waived from that moment, what was met stays met, overdue or not", () => {
    const dossier = reported();
    const copy = structuredClone(dossier);
    const retracted = retract(dossier, past(50 * HOUR));
    expect(standings(retracted, past(1_000 * HOUR))).toEqual({
      "R9.1": "MET",
      "R9.2": "WAIVED",
      "R9.3": "WAIVED",
      "RA.1": "WAIVED",
    });
    for (const rule of ["R9.2", "R9.3", "RA.1"]) expect(duty(retracted, rule).waivedAt).toBe(past(50 * HOUR));
    expect(duty(retracted, "R9.1").waivedAt).toBeNull();
    expect(dossier).toEqual(copy);
  });

  test("L18 what was waived before keeps its moment, and what was met late stays late", () => {
    const dossier = reported(TERMS, past(HOUR));
    const waived = {
      ...dossier,
      obligations: dossier.obligations.map((one) => (one.rule === "R9.3" ? waive(one, past(2 * HOUR)) : one)),
    };
    const retracted = retract(waived, past(3 * HOUR));
    expect(duty(retracted, "R9.3").waivedAt).toBe(past(2 * HOUR));
    expect(duty(retracted, "RA.1").waivedAt).toBe(past(3 * HOUR));
    expect(standing(duty(retracted, "R9.1"), past(4 * HOUR))).toBe("MET_LATE");
  });

  test("L18 level, confirmation and the owners that were notified stay as they were", () => {
    const { obligations: _, ...before } = apply(reported(), ownerNotified(PORTAL, past(5 * MINUTE)), TERMS).dossier;
    expect(retract({ ...before, obligations: [] }, past(HOUR))).toEqual({ ...before, obligations: [] });
  });
});
