import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { after, HOUR, MINUTE, SECOND, type Instant } from "../../src/domain/instant.js";
import {
  CONFIRMATION_TERMS,
  discharge as dischargeBy,
  judgedAnew,
  lateness,
  OBLIGATION_KINDS,
  open,
  standing,
  STANDINGS,
  stillHolds,
  waive,
  type Obligation,
  type Standing,
  type Term,
} from "../../src/domain/obligations.js";
import { at } from "../support/drafts.js";

/** A duty met by whatever meets it. */
function discharge(duty: Obligation, metAt: Instant): Obligation {
  return dischargeBy(duty, metAt, "REPORT");
}

/** The lengths of the terms, in milliseconds, as the order gives them. */
const LENGTHS = {
  "R9.1": 900_000,
  "R9.2": 900_000,
  "R9.3": 259_200_000,
  "R9.4": 259_200_000,
  "R9.5": 259_200_000,
  "R9.6": 259_200_000,
  "RA.1": 172_800_000,
};

const CONFIRMED = at("2026-03-01T10:00:00Z");
const TERMS: readonly Term[] = Object.values(CONFIRMATION_TERMS);

describe("the terms", () => {
  test("R9.1 the national centre is notified within fifteen minutes", () => {
    expect(open(CONFIRMATION_TERMS.NOTIFY_CENTRE, CONFIRMED)).toEqual({
      kind: "NOTIFY_CENTRE",
      rule: "R9.1",
      objectId: null,
      objectDescription: null,
      notificationId: null,
      startsAt: CONFIRMED,
      dueAt: at("2026-03-01T10:15:00Z"),
      dischargedAt: null,
      metBy: null,
      waivedAt: null,
      isVoid: false,
    });
  });

  test("R9.2 the owner of an object is notified within fifteen minutes", () => {
    const duty = open(CONFIRMATION_TERMS.NOTIFY_OWNER, CONFIRMED, { objectId: "object" });
    expect(duty).toMatchObject({ rule: "R9.2", objectId: "object", dueAt: at("2026-03-01T10:15:00Z") });
  });

  test("R9.3 the card is sent within seventy-two hours", () => {
    const duty = open(CONFIRMATION_TERMS.SUBMIT_CARD, CONFIRMED);
    expect(duty).toMatchObject({ rule: "R9.3", dueAt: at("2026-03-04T10:00:00Z") });
  });

  test("RA.1 an Undetermined level is reviewed within forty-eight hours", () => {
    const duty = open(CONFIRMATION_TERMS.REVIEW_SEVERITY, CONFIRMED);
    expect(duty).toMatchObject({ rule: "RA.1", dueAt: at("2026-03-03T10:00:00Z") });
  });

  test("every term has a kind of its own, and every kind is one that the contract names", () => {
    const kinds = TERMS.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(TERMS.length);
    expect(OBLIGATION_KINDS).toEqual(expect.arrayContaining(kinds));
  });
});

describe("a duty's standing", () => {
  const duty = open(CONFIRMATION_TERMS.NOTIFY_CENTRE, CONFIRMED);
  const due = duty.dueAt;

  test("L1 the last instant of the term is in time, the next one is not", () => {
    expect(standing(duty, due)).toBe("RUNNING");
    expect(standing(duty, after(due, 1))).toBe("OVERDUE");
    expect(standing(discharge(duty, due), due)).toBe("MET");
    expect(standing(discharge(duty, after(due, 1)), after(due, 1))).toBe("MET_LATE");
  });

  test("L2 what was met late keeps its lateness, however much time goes by", () => {
    const met = discharge(duty, after(due, 90 * SECOND));
    for (const now of [after(due, 90 * SECOND), after(due, 1_000 * HOUR)]) {
      expect(standing(met, now)).toBe("MET_LATE");
      expect(lateness(met, now)).toBe(90 * SECOND);
    }
  });

  test("L2 the lateness of a duty that nobody meets grows with the clock", () => {
    expect(lateness(duty, due)).toBe(0);
    expect(lateness(duty, after(due, 1))).toBe(1);
    expect(lateness(duty, after(due, 3 * HOUR))).toBe(3 * HOUR);
  });

  test("a duty met before it began, by an owner who knew already, is met in time", () => {
    const met = discharge(
      open(CONFIRMATION_TERMS.NOTIFY_OWNER, CONFIRMED, { objectId: "object" }),
      after(CONFIRMED, -HOUR),
    );
    expect(standing(met, CONFIRMED)).toBe("MET");
    expect(lateness(met, after(due, HOUR))).toBe(0);
  });

  test("H5 L20 what is waived after its end was late until then, and no longer; what is waived before it was never late", () => {
    const waived: Obligation = { ...duty, waivedAt: after(due, HOUR) };
    expect(standing(waived, after(due, 2 * HOUR))).toBe("WAIVED");
    expect(lateness(waived, after(due, 2 * HOUR))).toBe(HOUR);
    expect(lateness({ ...duty, waivedAt: after(due, -1) }, after(due, 2 * HOUR))).toBe(0);
  });

  test("L20 what comes after both its end and the waiver meets a duty no more, what came before either does", () => {
    const waived: Obligation = { ...duty, waivedAt: after(due, HOUR) };
    expect(standing(discharge(waived, after(due, HOUR + 1)), after(due, 2 * HOUR))).toBe("WAIVED");
    expect(standing(discharge(waived, after(due, HOUR)), after(due, 2 * HOUR))).toBe("MET_LATE");
    expect(standing(discharge(waived, due), after(due, 2 * HOUR))).toBe("MET");
  });

  test("what was met stays met when the rest is waived", () => {
    const waived: Obligation = { ...discharge(duty, after(due, 1)), waivedAt: after(due, HOUR) };
    expect(standing(waived, after(due, 2 * HOUR))).toBe("MET_LATE");
    expect(lateness(waived, after(due, 2 * HOUR))).toBe(1);
  });
});

describe("what the clock announced", () => {
  const duty = open(CONFIRMATION_TERMS.SUBMIT_CARD, CONFIRMED);
  const { dueAt } = duty;
  const soon = { announcement: "DUE_SOON", dueAt } as const;
  const overdue = { announcement: "OVERDUE", dueAt } as const;

  test("R9.3 is so no more once the duty is met or waived, runs out, or ends at another time", () => {
    expect(stillHolds(soon, duty, dueAt)).toBe(true);
    expect(stillHolds(soon, duty, after(dueAt, 1))).toBe(false);
    expect(stillHolds(overdue, duty, dueAt)).toBe(false);
    expect(stillHolds(overdue, duty, after(dueAt, 1))).toBe(true);
    const moved = open(CONFIRMATION_TERMS.SUBMIT_CARD, after(CONFIRMED, 1));
    for (const changed of [discharge(duty, dueAt), waive(duty, dueAt), moved]) {
      expect(stillHolds(soon, changed, dueAt)).toBe(false);
      expect(stillHolds(overdue, changed, after(dueAt, 2))).toBe(false);
    }
    expect(stillHolds(overdue, discharge(duty, after(dueAt, HOUR)), after(dueAt, 2 * HOUR))).toBe(false);
  });
});

describe("meeting and moving a duty", () => {
  const duty = open(CONFIRMATION_TERMS.NOTIFY_OWNER, CONFIRMED, { objectId: "object" });

  test("L8 a duty met twice was met at the earlier moment, whichever is recorded first", () => {
    const early = after(CONFIRMED, 5 * MINUTE);
    const late = after(CONFIRMED, 50 * MINUTE);
    expect(discharge(discharge(duty, late), early).dischargedAt).toBe(early);
    expect(discharge(discharge(duty, early), late).dischargedAt).toBe(early);
  });

  test("L19 what was met stays met where two gateways' clocks differ, though that is the later instant of the two", () => {
    const withdrawnAt = after(CONFIRMED, 5 * MINUTE);
    const meet = (one: Obligation) => discharge(one, after(withdrawnAt, SECOND));
    expect(judgedAnew(meet(duty), withdrawnAt, meet)).toEqual(meet(duty));
    expect(judgedAnew(duty, withdrawnAt, (one) => one).waivedAt).toBe(withdrawnAt);
  });
});

function asFound(term: Term, start: Instant, dischargedAt: Instant | null, waivedAt: Instant | null): Obligation {
  return { ...open(term, start), dischargedAt, waivedAt, metBy: null };
}

describe("for any duty at any moment", () => {
  const moments = fc.integer({ min: -200 * HOUR, max: 200 * HOUR }).map((offset) => after(CONFIRMED, offset));
  const duties = fc
    .tuple(fc.constantFrom(...TERMS), moments, fc.option(moments, { nil: null }), fc.option(moments, { nil: null }))
    .map(([term, start, met, waived]) => asFound(term, start, met, waived));
  // Half of the moments are within a few milliseconds of the due time, where mistakes live.
  const cases = duties.chain((duty) =>
    fc.tuple(
      fc.constant(duty),
      fc.oneof(
        moments,
        fc.integer({ min: -2, max: 2 }).map((ms) => after(duty.dueAt, ms)),
      ),
    ),
  );

  test("its standing is what the arithmetic says", () => {
    fc.assert(
      fc.property(cases, ([duty, now]) => {
        const { dischargedAt, waivedAt, startsAt, rule } = duty;
        const due = startsAt + LENGTHS[rule];
        const stands = new Map<Standing, boolean>([
          ["MET", dischargedAt !== null && dischargedAt - due <= 0],
          ["MET_LATE", dischargedAt !== null && dischargedAt - due > 0],
          ["WAIVED", dischargedAt === null && waivedAt !== null],
          ["RUNNING", dischargedAt === null && waivedAt === null && now - due <= 0],
          ["OVERDUE", dischargedAt === null && waivedAt === null && now - due > 0],
        ]);
        expect(STANDINGS.filter((each) => stands.get(each))).toEqual([standing(duty, now)]);
      }),
    );
  });

  test("it is late exactly where its standing says so", () => {
    fc.assert(
      fc.property(cases, ([duty, now]) => {
        const isWaivedLate = standing(duty, now) === "WAIVED" && (duty.waivedAt ?? 0) > duty.dueAt;
        expect(lateness(duty, now) > 0).toBe(isWaivedLate || ["MET_LATE", "OVERDUE"].includes(standing(duty, now)));
      }),
    );
  });

  test("once it is overdue it is never in time again", () => {
    const pending = fc.tuple(fc.constantFrom(...TERMS), moments).map(([term, start]) => open(term, start));
    fc.assert(
      fc.property(pending, fc.integer({ min: 1 }), fc.nat(), (duty, late, later) => {
        const now = after(duty.dueAt, late);
        expect(standing(duty, now)).toBe("OVERDUE");
        expect(standing(duty, after(now, later))).toBe("OVERDUE");
        expect(standing(discharge(duty, now), after(now, later))).toBe("MET_LATE");
      }),
    );
  });
});
