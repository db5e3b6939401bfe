import { describe, expect, test } from "vitest";
import type { Severity } from "../../src/domain/incident-card.js";
import { HOUR, MINUTE } from "../../src/domain/instant.js";
import { lateness, standing } from "../../src/domain/obligations.js";
import {
  applied,
  card,
  CONFIRMED,
  duty,
  kinds,
  ownerNotified,
  past,
  PORTAL,
  report,
  review,
} from "../support/statements.js";

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
  });

  test("M5 L10 once it was Undetermined, a card that changes the level again is a review too; one that repeats it is none", () => {
    const again = (severity: Severity) =>
      applied([undetermined, card(past(HOUR)), card(past(2 * HOUR), { severity })]).isReview;
    expect([again("LOW"), again("HIGH"), again("UNDETERMINED")]).toEqual([true, false, false]);
  });

  test("M5 L11 a review may leave the level Undetermined: it meets RA.1 and the level stays", () => {
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
