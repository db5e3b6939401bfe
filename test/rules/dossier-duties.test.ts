import { describe, expect, test } from "vitest";
import { HOUR, MINUTE, SECOND } from "../../src/domain/instant.js";
import { lateness, standing } from "../../src/domain/obligations.js";
import {
  applied,
  CANTEEN,
  card,
  CONFIRMED,
  duty,
  GRID,
  kinds,
  ownerNotified,
  past,
  PORTAL,
  report,
  review,
  waiver,
} from "../support/statements.js";

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
      { rule: "R9.1", path: [], says: { key: "acceptedLate", about: { dueAt: due, late: 1, object: null } } },
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
    expect(outcome.warnings).toMatchObject([
      { rule: "R9.2", says: { key: "overdueNow", about: { late: 45 * MINUTE } } },
    ]);
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

  test("R9.2 a description that a correction writes with other capitals and spaces is the same object, and no other", () => {
    const boiler = (description: string) => ({
      objects: [{ objectId: null, description, protectedIn: [{ from: past(-HOUR), until: null }] }],
    });
    const owner = {
      of: { objectId: null, description: "ТЭЦ-3" },
      notifiedAt: past(MINUTE),
      means: "SOC_STATEMENT",
    } as const;
    const told = { said: "OWNER_NOTIFIED", receivedAt: past(MINUTE), owner } as const;
    const statements = [report(past(0), boiler("ТЭЦ-3")), told, card(past(HOUR), boiler(" тэц-3 "))];
    const same = applied(statements).dossier.obligations.filter(({ rule }) => rule === "R9.2");
    expect(same.map((one) => standing(one, past(HOUR)))).toEqual(["MET"]);
    const other = applied([...statements, card(past(2 * HOUR), boiler("ТЭЦ-4"))]).dossier.obligations;
    expect(other.filter(({ rule }) => rule === "R9.2")).toHaveLength(2);
  });

  test("R9.2 L8 who was told counts as the owner at the confirmation that counts, or as whom the register named then", () => {
    const told = (ownedFrom: number, wasOwner: boolean) =>
      applied([
        reported,
        {
          said: "OWNER_NOTIFIED",
          receivedAt: past(5 * MINUTE),
          owner: {
            of: { objectId: "portal", description: null },
            notifiedAt: past(5 * MINUTE),
            means: "DELIVERY",
            told: { ownedIn: [{ from: past(ownedFrom), until: null }], wasOwner },
          },
        },
      ]);
    const standingOf = (outcome: ReturnType<typeof applied>) =>
      standing(duty(outcome, "NOTIFY_OWNER", "portal"), past(HOUR));
    expect(standingOf(told(0, false))).toBe("MET");
    expect(standingOf(told(1, false))).toBe("OVERDUE");
    expect(standingOf(told(1, true))).toBe("MET");
  });

  test("F25 R9.2 a closed duty toward the owner of what is described is owed again where it is named again as critical, not as neither", () => {
    const boiler = (isCritical: boolean) => ({
      objects: [
        { objectId: null, description: "ТЭЦ-3", protectedIn: isCritical ? [{ from: past(-HOUR), until: null }] : [] },
      ],
    });
    const [of] = boiler(true).objects;
    const closing = waiver("R9.2", past(2 * MINUTE), { of: of ?? null, isBySoc: true });
    const closed = [report(past(0), boiler(true)), card(past(MINUTE), boiler(false)), closing];
    const again = (isCritical: boolean) =>
      applied([...closed, card(past(3 * MINUTE), boiler(isCritical))]).dossier.obligations;
    expect(again(false)).toContainEqual(expect.objectContaining({ rule: "R9.2", waivedAt: past(2 * MINUTE) }));
    expect(again(true)).toContainEqual(expect.objectContaining({ rule: "R9.2", waivedAt: null }));
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
      {
        rule: "R9.3",
        path: [],
        says: { key: "acceptedLate", about: { dueAt: past(72 * HOUR), late: 90 * SECOND, object: null } },
      },
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
