import { describe, expect, test } from "vitest";
import { apply, type Dossier, type Applied, type Statement } from "../../src/domain/dossier.js";
import type { Severity } from "../../src/domain/incident-card.js";
import { after, HOUR, MINUTE, SECOND, type Instant } from "../../src/domain/instant.js";
import {
  lateness,
  REGIMES,
  standing,
  type Obligation,
  type ObligationKind,
  type Regimes,
} from "../../src/domain/obligations.js";
import { at } from "../support/drafts.js";

const CONFIRMED = at("2026-03-01T10:00:00Z");
const PORTAL = { id: "portal", isProtected: true };
const GRID = { id: "grid", isProtected: true };
const CANTEEN = { id: "canteen", isProtected: false };

/** So many milliseconds after the confirmation. */
function past(length: number): Instant {
  return after(CONFIRMED, length);
}

function report(receivedAt: Instant, more: Partial<Statement> = {}): Statement {
  return { said: "REPORT", receivedAt, confirmedAt: CONFIRMED, severity: null, object: null, ...more };
}

function card(receivedAt: Instant, more: Partial<Statement> = {}): Statement {
  const confirmedAtPath = ["card", "confirmedAt"];
  return { said: "CARD", receivedAt, confirmedAt: CONFIRMED, confirmedAtPath, severity: "HIGH", object: null, ...more };
}

function review(receivedAt: Instant, severity: Severity): Statement {
  return { said: "REVIEW", receivedAt, severity };
}

function ownerNotified(object: typeof PORTAL, notifiedAt: Instant, receivedAt: Instant = notifiedAt): Statement {
  return { said: "OWNER_NOTIFIED", receivedAt, notifiedAt, object };
}

/** What the last of these statements did to an incident of which the others were said before. */
function applied(statements: readonly Statement[], inForceFrom: Instant | null = null): Applied {
  const [first, ...rest] = statements;
  if (first === undefined) throw new Error("an incident begins with a statement");
  return rest.reduce(
    (outcome, statement) => apply(outcome.dossier, statement, inForceFrom),
    apply(null, first, inForceFrom),
  );
}

function duty({ dossier }: Applied, kind: ObligationKind, objectId: string | null = null): Obligation {
  const found = dossier.obligations.filter((each) => each.kind === kind && each.objectId === objectId);
  expect(found).toHaveLength(1);
  return found[0] as Obligation;
}

function kinds({ obligations }: Dossier): string[] {
  return obligations.map(({ kind, objectId }) => (objectId === null ? kind : `${kind} ${objectId}`)).sort();
}

describe("notifying the national centre", () => {
  test("R9.1 the first statement in the last instant of the fifteenth minute is in time", () => {
    const outcome = applied([report(past(15 * MINUTE))]);
    expect(standing(duty(outcome, "NOTIFY_CENTRE"), past(HOUR))).toBe("MET");
    expect(outcome.warnings).toEqual([]);
  });

  test("R9.1, L2 the first statement an instant later is accepted, recorded as late and warned about", () => {
    const outcome = applied([report(past(15 * MINUTE + 1))]);
    const due = past(15 * MINUTE);
    expect(standing(duty(outcome, "NOTIFY_CENTRE"), past(HOUR))).toBe("MET_LATE");
    expect(lateness(duty(outcome, "NOTIFY_CENTRE"), past(HOUR))).toBe(1);
    expect(outcome.warnings).toEqual([
      { rule: "R9.1", path: [], says: { key: "acceptedLate", about: { dueAt: due, late: 1 } } },
    ]);
  });

  test("R9.1 is met at the moment of receipt, not at the one declared (L1)", () => {
    expect(duty(applied([report(past(7 * MINUTE))]), "NOTIFY_CENTRE").dischargedAt).toBe(past(7 * MINUTE));
  });

  test("R9.1 holds for an incident of any object, and of none that is registered", () => {
    for (const object of [null, CANTEEN, PORTAL])
      expect(duty(applied([report(past(0), { object })]), "NOTIFY_CENTRE").startsAt).toBe(CONFIRMED);
  });

  test("R9.1 stays as the first statement met it when the card follows", () => {
    const outcome = applied([report(past(MINUTE)), card(past(HOUR))]);
    expect(duty(outcome, "NOTIFY_CENTRE").dischargedAt).toBe(past(MINUTE));
    expect(outcome.warnings).toEqual([]);
  });

  test("L7 a card before any report meets R9.1 when it arrives, in time", () => {
    const outcome = applied([card(past(15 * MINUTE))]);
    expect(standing(duty(outcome, "NOTIFY_CENTRE"), past(HOUR))).toBe("MET");
    expect(standing(duty(outcome, "SUBMIT_CARD"), past(HOUR))).toBe("MET");
  });

  test("L7 a card before any report meets R9.1 when it arrives, late", () => {
    const outcome = applied([card(past(2 * HOUR))]);
    expect(lateness(duty(outcome, "NOTIFY_CENTRE"), past(3 * HOUR))).toBe(105 * MINUTE);
    expect(standing(duty(outcome, "SUBMIT_CARD"), past(3 * HOUR))).toBe("MET");
    expect(outcome.warnings.map(({ rule }) => rule)).toEqual(["R9.1"]);
  });

  test("L7 a card before any report never meets R9.2", () => {
    const outcome = applied([card(past(MINUTE), { object: PORTAL })]);
    expect(standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(15 * MINUTE))).toBe("RUNNING");
    expect(standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(15 * MINUTE + 1))).toBe("OVERDUE");
  });
});

describe("notifying the owner", () => {
  const reported = report(past(MINUTE), { object: PORTAL });

  test("R9.2 an owner notified in the last instant of the fifteenth minute was notified in time", () => {
    const outcome = applied([reported, ownerNotified(PORTAL, past(15 * MINUTE), past(HOUR))]);
    expect(standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(HOUR))).toBe("MET");
    expect(outcome.warnings).toEqual([]);
  });

  test("R9.2, L2 an owner notified an instant later was notified late, which is accepted with a warning", () => {
    const outcome = applied([reported, ownerNotified(PORTAL, past(15 * MINUTE + 1))]);
    expect(standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(HOUR))).toBe("MET_LATE");
    expect(outcome.warnings).toMatchObject([{ rule: "R9.2", says: { key: "acceptedLate" } }]);
  });

  test("R9.2 an owner that knew before the confirmation was notified in time", () => {
    const outcome = applied([reported, ownerNotified(PORTAL, past(-HOUR), past(2 * MINUTE))]);
    expect(standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(HOUR))).toBe("MET");
  });

  test("L8 of several statements that the owner was notified the earliest moment counts", () => {
    const late = ownerNotified(PORTAL, past(40 * MINUTE));
    const early = ownerNotified(PORTAL, past(10 * MINUTE), past(50 * MINUTE));
    for (const order of [
      [late, early],
      [early, late],
    ])
      expect(duty(applied([reported, ...order]), "NOTIFY_OWNER", "portal").dischargedAt).toBe(past(10 * MINUTE));
  });

  test("L8 neither report nor card nor review meets R9.2", () => {
    const outcome = applied([
      reported,
      card(past(2 * MINUTE), { object: PORTAL, severity: "UNDETERMINED" }),
      review(past(3 * MINUTE), "LOW"),
    ]);
    expect(duty(outcome, "NOTIFY_OWNER", "portal").dischargedAt).toBeNull();
  });

  test("L8 the statement that one object's owner was notified meets nothing towards another's", () => {
    const outcome = applied([reported, ownerNotified(GRID, past(MINUTE))]);
    expect(duty(outcome, "NOTIFY_OWNER", "portal").dischargedAt).toBeNull();
    expect(kinds(outcome.dossier)).toEqual(["NOTIFY_CENTRE", "NOTIFY_OWNER portal", "SUBMIT_CARD"]);
  });

  test("L9 no clock runs for an object that is neither e-government nor critical", () => {
    const outcome = applied([report(past(MINUTE), { object: CANTEEN }), ownerNotified(CANTEEN, past(HOUR))]);
    expect(kinds(outcome.dossier)).toEqual(["NOTIFY_CENTRE", "SUBMIT_CARD"]);
    expect(outcome.dossier.ownersNotified).toEqual([{ objectId: "canteen", at: past(HOUR) }]);
    expect(outcome.warnings).toEqual([]);
  });

  test("L9 no clock runs for an object that is only described", () => {
    expect(kinds(applied([report(past(MINUTE))]).dossier)).not.toContainEqual(expect.stringContaining("NOTIFY_OWNER"));
  });

  test("L9 an object that counts as protected by the time of the card opens R9.2 from the confirmation", () => {
    const outcome = applied([
      report(past(MINUTE), { object: CANTEEN }),
      card(past(HOUR), { object: { ...CANTEEN, isProtected: true } }),
    ]);
    expect(duty(outcome, "NOTIFY_OWNER", "canteen").dueAt).toBe(past(15 * MINUTE));
  });

  test("L9, L14 an object that no longer counts as protected keeps the R9.2 that it opened", () => {
    const outcome = applied([reported, card(past(HOUR), { object: { ...PORTAL, isProtected: false } })]);
    expect(standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(HOUR))).toBe("OVERDUE");
  });

  test("R9.2 an object that only the card names counts from the confirmation and is overdue at once", () => {
    const outcome = applied([report(past(MINUTE)), card(past(HOUR), { object: PORTAL })]);
    expect(duty(outcome, "NOTIFY_OWNER", "portal")).toMatchObject({ startsAt: CONFIRMED, dueAt: past(15 * MINUTE) });
    expect(standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(HOUR))).toBe("OVERDUE");
    expect(outcome.warnings).toEqual([]);
  });

  test("L8 the owner, notified early, of an object that only a later card counts as protected was notified in time", () => {
    const outcome = applied([
      report(past(MINUTE), { object: CANTEEN }),
      ownerNotified(CANTEEN, past(5 * MINUTE)),
      card(past(HOUR), { object: { ...CANTEEN, isProtected: true } }),
    ]);
    expect(standing(duty(outcome, "NOTIFY_OWNER", "canteen"), past(HOUR))).toBe("MET");
    expect(outcome.warnings).toEqual([]);
  });

  test("L8, L2 the owner, notified late, of such an object was notified late, and the card that opens the duty says so", () => {
    const outcome = applied([
      report(past(MINUTE), { object: CANTEEN }),
      ownerNotified(CANTEEN, past(20 * MINUTE)),
      ownerNotified(CANTEEN, past(30 * MINUTE)),
      card(past(HOUR), { object: { ...CANTEEN, isProtected: true } }),
    ]);
    expect(lateness(duty(outcome, "NOTIFY_OWNER", "canteen"), past(HOUR))).toBe(5 * MINUTE);
    expect(outcome.warnings).toMatchObject([
      { rule: "R9.2", says: { key: "acceptedLate", about: { late: 5 * MINUTE } } },
    ]);
  });

  test("L14 a correction to another protected object opens a second R9.2 and takes none back", () => {
    const outcome = applied([reported, card(past(5 * MINUTE), { object: GRID })]);
    expect(kinds(outcome.dossier)).toEqual([
      "NOTIFY_CENTRE",
      "NOTIFY_OWNER grid",
      "NOTIFY_OWNER portal",
      "SUBMIT_CARD",
    ]);
    expect(duty(outcome, "NOTIFY_OWNER", "grid").dischargedAt).toBeNull();
  });

  test("L14 a correction back to the first object opens nothing again", () => {
    const statements = [reported, ownerNotified(PORTAL, past(2 * MINUTE)), card(past(HOUR), { object: GRID })];
    const outcome = applied([...statements, card(past(2 * HOUR), { object: PORTAL })]);
    expect(duty(outcome, "NOTIFY_OWNER", "portal").dischargedAt).toBe(past(2 * MINUTE));
    expect(outcome.dossier.obligations).toHaveLength(4);
  });

  test("L14 a correction to an object that is only described takes no duty back", () => {
    const outcome = applied([reported, card(past(HOUR), { object: null })]);
    expect(standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(HOUR))).toBe("OVERDUE");
  });
});

describe("sending the card", () => {
  test("R9.3 opens with the report and runs for seventy-two hours from the confirmation", () => {
    const outcome = applied([report(past(10 * MINUTE))]);
    expect(standing(duty(outcome, "SUBMIT_CARD"), past(72 * HOUR))).toBe("RUNNING");
    expect(standing(duty(outcome, "SUBMIT_CARD"), past(72 * HOUR + 1))).toBe("OVERDUE");
  });

  test("R9.3 the card in the last instant of the seventy-second hour is in time", () => {
    const outcome = applied([report(past(MINUTE)), card(past(72 * HOUR))]);
    expect(standing(duty(outcome, "SUBMIT_CARD"), past(100 * HOUR))).toBe("MET");
    expect(outcome.warnings).toEqual([]);
  });

  test("R9.3, L2 the card after that is accepted and its lateness reported", () => {
    const outcome = applied([report(past(MINUTE)), card(past(72 * HOUR + 90 * SECOND))]);
    expect(outcome.warnings).toEqual([
      { rule: "R9.3", path: [], says: { key: "acceptedLate", about: { dueAt: past(72 * HOUR), late: 90 * SECOND } } },
    ]);
  });

  test("L6 the first card meets R9.3, a correction moves nothing and is never late", () => {
    const outcome = applied([report(past(MINUTE)), card(past(HOUR)), card(past(100 * HOUR))]);
    expect(duty(outcome, "SUBMIT_CARD").dischargedAt).toBe(past(HOUR));
    expect(outcome.warnings).toEqual([]);
  });

  test("L6 a correction of a late card makes it no earlier and is not warned about again", () => {
    const outcome = applied([report(past(MINUTE)), card(past(80 * HOUR)), card(past(81 * HOUR))]);
    expect(lateness(duty(outcome, "SUBMIT_CARD"), past(90 * HOUR))).toBe(8 * HOUR);
    expect(outcome.warnings).toEqual([]);
  });

  test("R9.3 a report, a review and an owner notification are no card", () => {
    const outcome = applied([
      report(past(0), { object: PORTAL }),
      review(past(1), "LOW"),
      ownerNotified(PORTAL, past(2)),
    ]);
    expect(duty(outcome, "SUBMIT_CARD").dischargedAt).toBeNull();
  });
});

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
      null,
    );
    expect(outcome.dossier.confirmedAt).toBe(past(-HOUR));
    expect(duty(outcome, "NOTIFY_CENTRE").dueAt).toBe(past(-45 * MINUTE));
    expect(duty(outcome, "NOTIFY_OWNER", "portal").dueAt).toBe(past(-45 * MINUTE));
    expect(duty(outcome, "SUBMIT_CARD").dueAt).toBe(past(71 * HOUR));
    expect(duty(outcome, "REVIEW_SEVERITY").dueAt).toBe(past(47 * HOUR));
    expect(outcome.warnings).toEqual([]);
  });

  test("L4 an earlier confirmation makes late what had been in time, and moves no moment of meeting it", () => {
    const outcome = applied([report(past(10 * MINUTE)), card(past(HOUR), declared(-HOUR))]);
    expect(duty(outcome, "NOTIFY_CENTRE").dischargedAt).toBe(past(10 * MINUTE));
    expect(lateness(duty(outcome, "NOTIFY_CENTRE"), past(HOUR))).toBe(55 * MINUTE);
  });

  test("L4 a later confirmation moves nothing and gets a warning with its path", () => {
    const before = applied([report(past(10 * MINUTE), { object: PORTAL })]);
    const outcome = apply(before.dossier, card(past(HOUR), { ...declared(30 * MINUTE), object: PORTAL }), null);
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
    expect(() => apply(null, review(past(0), "LOW"), null)).toThrow("confirmation");
  });
});

describe("the level and its review", () => {
  const undetermined = report(past(MINUTE), { severity: "UNDETERMINED" });

  test("L10 the level is the latest statement of report, card and review", () => {
    const statements = [report(past(MINUTE), { severity: "LOW" }), card(past(HOUR), { severity: "MEDIUM" })];
    expect(applied(statements.slice(0, 1)).dossier.severity).toBe("LOW");
    expect(applied(statements).dossier.severity).toBe("MEDIUM");
    expect(applied([...statements, review(past(2 * HOUR), "HIGH")]).dossier.severity).toBe("HIGH");
  });

  test("L10 a report without a level leaves it unknown, which is not Undetermined", () => {
    const outcome = applied([report(past(MINUTE))]);
    expect(outcome.dossier.severity).toBeNull();
    expect(kinds(outcome.dossier)).not.toContain("REVIEW_SEVERITY");
  });

  test("L10 the statement that the owner was notified leaves the level as it was", () => {
    const outcome = applied([report(past(0), { severity: "LOW", object: PORTAL }), ownerNotified(PORTAL, past(1))]);
    expect(outcome.dossier.severity).toBe("LOW");
  });

  test("RA.1 opens where the report says Undetermined and runs for forty-eight hours from the confirmation", () => {
    const opened = duty(applied([undetermined]), "REVIEW_SEVERITY");
    expect(opened).toMatchObject({ rule: "RA.1", startsAt: CONFIRMED, dischargedAt: null });
    expect(standing(opened, past(48 * HOUR))).toBe("RUNNING");
    expect(standing(opened, past(48 * HOUR + 1))).toBe("OVERDUE");
  });

  test("RA.1 opens where a card says Undetermined first, whatever was said before", () => {
    const outcome = applied([
      report(past(MINUTE), { severity: "HIGH" }),
      card(past(HOUR), { severity: "UNDETERMINED" }),
    ]);
    expect(standing(duty(outcome, "REVIEW_SEVERITY"), past(HOUR))).toBe("RUNNING");
    expect(outcome.isReview).toBe(false);
  });

  test("RA.1 opens where a review takes a level back to Undetermined", () => {
    const outcome = applied([report(past(MINUTE), { severity: "HIGH" }), review(past(HOUR), "UNDETERMINED")]);
    expect(standing(duty(outcome, "REVIEW_SEVERITY"), past(HOUR))).toBe("RUNNING");
  });

  test("RA.1, L10 Undetermined declared later than forty-eight hours after the confirmation is overdue at once", () => {
    const outcome = applied([report(past(MINUTE)), card(past(48 * HOUR + 1), { severity: "UNDETERMINED" })]);
    expect(standing(duty(outcome, "REVIEW_SEVERITY"), past(48 * HOUR + 1))).toBe("OVERDUE");
    expect(lateness(duty(outcome, "REVIEW_SEVERITY"), past(48 * HOUR + 1))).toBe(1);
  });

  test("RA.1 a review in the last instant of the forty-eighth hour is in time", () => {
    const outcome = applied([undetermined, review(past(48 * HOUR), "MEDIUM")]);
    expect(standing(duty(outcome, "REVIEW_SEVERITY"), past(72 * HOUR))).toBe("MET");
    expect(outcome.warnings).toEqual([]);
  });

  test("RA.1, L2 a review after that is accepted and recorded as late", () => {
    const outcome = applied([undetermined, review(past(49 * HOUR), "MEDIUM")]);
    expect(standing(duty(outcome, "REVIEW_SEVERITY"), past(72 * HOUR))).toBe("MET_LATE");
    expect(outcome.warnings).toMatchObject([{ rule: "RA.1", says: { about: { late: HOUR } } }]);
  });

  test.for(["HIGH", "MEDIUM", "LOW"] as const)(
    "RA.1, L10 a card that names %s meets it and counts as a review",
    (severity) => {
      const outcome = applied([undetermined, card(past(2 * HOUR), { severity })]);
      expect(duty(outcome, "REVIEW_SEVERITY").dischargedAt).toBe(past(2 * HOUR));
      expect(outcome.isReview).toBe(true);
    },
  );

  test("L10 a card that leaves the level Undetermined is no review", () => {
    const outcome = applied([undetermined, card(past(2 * HOUR), { severity: "UNDETERMINED" })]);
    expect(duty(outcome, "REVIEW_SEVERITY").dischargedAt).toBeNull();
    expect(outcome.isReview).toBe(false);
  });

  test("L10 a card that names a level where none was Undetermined is no review", () => {
    expect(applied([report(past(MINUTE)), card(past(HOUR))]).isReview).toBe(false);
    expect(applied([undetermined, card(past(HOUR)), card(past(2 * HOUR), { severity: "LOW" })]).isReview).toBe(false);
  });

  test("L11 a review may leave the level Undetermined: it meets RA.1 and the level stays", () => {
    const outcome = applied([undetermined, review(past(HOUR), "UNDETERMINED")]);
    expect(standing(duty(outcome, "REVIEW_SEVERITY"), past(100 * HOUR))).toBe("MET");
    expect(outcome.dossier.severity).toBe("UNDETERMINED");
  });

  test("L10 RA.1 opens once: Undetermined again after a review starts no second clock", () => {
    const statements = [undetermined, review(past(HOUR), "LOW"), card(past(2 * HOUR), { severity: "UNDETERMINED" })];
    const outcome = applied(statements);
    expect(duty(outcome, "REVIEW_SEVERITY").dischargedAt).toBe(past(HOUR));
    expect(outcome.dossier.severity).toBe("UNDETERMINED");
  });

  test("RA.1 a review of a level that was never Undetermined opens and meets nothing", () => {
    const outcome = applied([report(past(MINUTE), { severity: "LOW" }), review(past(HOUR), "HIGH")]);
    expect(kinds(outcome.dossier)).toEqual(["NOTIFY_CENTRE", "SUBMIT_CARD"]);
    expect(outcome.isReview).toBe(false);
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
    expect(cardDue(apply(null, report(past(0), { confirmedAt: past(-1) }), null, regimes))).toBe(72 * HOUR);
    expect(cardDue(apply(null, report(past(0)), null, regimes))).toBe(24 * HOUR);
  });

  test("L15 R9.3 leave an older incident its older terms, whatever is said of it later", () => {
    const before = apply(null, report(past(0), { confirmedAt: past(-HOUR) }), null, regimes);
    const later = apply(before.dossier, card(past(48 * HOUR), { confirmedAt: past(HOUR) }), null, regimes);
    expect(cardDue(later)).toBe(72 * HOUR);
    expect(later.dossier.obligations.map((one) => standing(one, past(48 * HOUR)))).toEqual(["MET_LATE", "MET"]);
  });

  test("what began before the earliest of them runs under the earliest", () => {
    expect(cardDue(apply(null, report(past(0), { confirmedAt: after(now.from, -HOUR) }), null, regimes))).toBe(
      72 * HOUR,
    );
  });
});

describe("the day from which the amendment is in force", () => {
  const everything = { object: PORTAL, severity: "UNDETERMINED" } as const;

  test("L15 a confirmation before it opens nothing, and the level and the owner notification are recorded all the same", () => {
    const outcome = applied([card(past(HOUR), everything), ownerNotified(PORTAL, past(2 * HOUR))], past(1));
    expect(outcome.dossier).toEqual({
      confirmedAt: CONFIRMED,
      isCorrected: false,
      severity: "UNDETERMINED",
      obligations: [],
      ownersNotified: [{ objectId: "portal", at: past(2 * HOUR) }],
    });
    expect(outcome.warnings).toEqual([]);
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

  test("L14, L15 a confirmation corrected to before it takes back no duty that has opened", () => {
    const outcome = applied([report(past(MINUTE)), card(past(HOUR), { confirmedAt: past(-HOUR) })], CONFIRMED);
    expect(kinds(outcome.dossier)).toEqual(["NOTIFY_CENTRE", "SUBMIT_CARD"]);
    expect(duty(outcome, "SUBMIT_CARD").dischargedAt).toBe(past(HOUR));
  });

  test("L15 where no day is set the terms always hold", () => {
    const long = at("2019-01-01T00:00:00Z");
    expect(applied([card(past(0), { confirmedAt: long })], null).dossier.obligations).toHaveLength(2);
  });
});

test("applying a statement does not change the dossier before it", () => {
  const { dossier } = applied([report(past(MINUTE), { object: PORTAL, severity: "UNDETERMINED" })]);
  const copy = structuredClone(dossier);
  apply(dossier, card(past(HOUR), { confirmedAt: past(-HOUR), object: GRID }), null);
  apply(dossier, ownerNotified(PORTAL, past(HOUR)), null);
  expect(dossier).toEqual(copy);
});
