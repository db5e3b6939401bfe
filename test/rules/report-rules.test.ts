import { describe, expect, test } from "vitest";
import { judgeReport, judgeReview, type Circumstances } from "../../src/domain/card-rules.js";
import { judgeOwnerNotification, ownersObject } from "../../src/domain/owner-notification.js";
import type { ReportDraft } from "../../src/domain/incident-card.js";
import { after, MINUTE } from "../../src/domain/instant.js";
import { affected, aReportDraft, at, circumstances, COVERED, NOW, OBJECT } from "../support/drafts.js";
import { faults, reported } from "../support/verdicts.js";

/** What is known of an object that is not registered. */
const NOWHERE = { ...COVERED, registered: null, isCovered: false };
const LIMITS = circumstances().limits;

function reportFaults(overrides: Partial<ReportDraft>, about: Partial<Circumstances> = {}): string[] {
  return faults(judgeReport(aReportDraft(overrides), circumstances(about)));
}

describe("a report", () => {
  test("L5 that holds type, summary and affected object is accepted as it is", () => {
    const draft = aReportDraft();
    expect(judgeReport(draft, circumstances())).toEqual({
      ok: true,
      accepted: {
        ...draft,
        affectedObjects: [{ objectId: OBJECT, code: "REGISTRY", description: null, kinds: null, ownerName: null }],
      },
      warnings: [],
    });
  });

  test("L5, F1, F2, F3 has a summary that can be read", () => {
    expect(reportFaults({ summary: " " })).toEqual(["F1 summary"]);
    expect(reportFaults({ summary: "a".repeat(LIMITS.summary) })).toEqual([]);
    expect(reportFaults({ summary: "a".repeat(LIMITS.summary + 1) })).toEqual(["F2 summary"]);
    expect(reportFaults({ summary: "a\u0007" })).toEqual(["F3 summary"]);
  });

  test("L5, F6, F17 has an affected object", () => {
    expect(reportFaults({ affectedObjects: [affected({ objectId: null, description: null })] })).toEqual([
      "F6 affectedObjects.0",
    ]);
    expect(reportFaults({ affectedObjects: [affected({ objectId: OBJECT, description: "x" })] })).toEqual([
      "F6 affectedObjects.0",
    ]);
    expect(reportFaults({}, { objects: [NOWHERE] })).toEqual(["F17 affectedObjects.0.objectId"]);
    expect(reportFaults({ affectedObjects: [affected({ objectId: null, description: "" })] })).toEqual([
      "F1 affectedObjects.0.description",
    ]);
    expect(
      reportFaults({ affectedObjects: [affected({ objectId: null, description: "x" })] }, { objects: [NOWHERE] }),
    ).toEqual([]);
  });

  test("L3 does not declare a confirmation in the future, past the allowance for clocks", () => {
    expect(reportFaults({ confirmedAt: after(NOW, LIMITS.clockSkew) })).toEqual([]);
    expect(reportFaults({ confirmedAt: after(NOW, LIMITS.clockSkew + 1) })).toEqual(["L3 confirmedAt"]);
  });

  test("L2 may come however late", () => {
    expect(reportFaults({ confirmedAt: at("2020-01-01T00:00:00Z") })).toEqual([]);
  });

  test("L13 is warned about an unusual level where it names one", () => {
    const judged = (severity: ReportDraft["severity"]): unknown =>
      judgeReport(aReportDraft({ type: "PHISHING", severity }), circumstances());
    expect(judged("MEDIUM")).toMatchObject({ ok: true, warnings: [{ rule: "L13", path: ["severity"] }] });
    expect(judged(null)).toMatchObject({ ok: true, warnings: [] });
  });

  test("that is wrong in several ways gets all violations", () => {
    const affectedObjects = [affected({})];
    const all = ["L3 confirmedAt", "F1 summary", "F6 affectedObjects.0"];
    expect(reportFaults({ confirmedAt: at("2027-01-01T00:00:00Z"), summary: "", affectedObjects })).toEqual(all);
  });
});

describe("a review of the level", () => {
  const judged = (severity: string, reason: string | null): string[] =>
    reported(judgeReview({ severity, reason }, LIMITS));

  test("L11 that leaves it Undetermined gives its reason in writing", () => {
    expect(judged("UNDETERMINED", null)).toEqual(["L11 reason"]);
    expect(judged("UNDETERMINED", "Журналдар әлі талданып жатыр.")).toEqual([]);
  });

  test("L11, F1 that leaves it Undetermined with a blank reason gives none", () => {
    expect(judged("UNDETERMINED", " ")).toEqual(["F1 reason"]);
  });

  test.for(["HIGH", "MEDIUM", "LOW"])("L11 that makes it %s needs no reason", (severity) => {
    expect(judged(severity, null)).toEqual([]);
  });

  test("F2, F3 its reason is a text like any other", () => {
    expect(judged("HIGH", "a".repeat(LIMITS.text + 1))).toEqual(["F2 reason"]);
    expect(judged("HIGH", "\u001b[0m")).toEqual(["F3 reason"]);
  });
});

describe("the statement that the owner was notified", () => {
  const word = { notifiedAt: at("2026-03-01T09:55:00Z"), recipient: "Кезекші, +7 701 000 00 00", note: null };
  const OCCURRED = at("2026-03-01T08:00:00Z");
  const judged = (overrides: Partial<typeof word>, occurredAt: typeof OCCURRED | null = OCCURRED): string[] =>
    reported(judgeOwnerNotification({ ...word, ...overrides }, occurredAt, NOW, LIMITS));

  test("R9.2 that says whom and when is accepted", () => {
    expect(judged({})).toEqual([]);
  });

  test("F1, F2, F3 names a recipient", () => {
    expect(judged({ recipient: "" })).toEqual(["F1 recipient"]);
    expect(judged({ recipient: "a".repeat(LIMITS.summary + 1) })).toEqual(["F2 recipient"]);
    expect(judged({ recipient: "a\u0000" })).toEqual(["F3 recipient"]);
  });

  test("F2, F3 may have a note", () => {
    const note = (text: string): string[] =>
      reported(judgeOwnerNotification({ ...word, note: text }, OCCURRED, NOW, LIMITS));
    expect(note("Хат жіберілді.")).toEqual([]);
    expect(note("a".repeat(LIMITS.text + 1))).toEqual(["F2 note"]);
    expect(note("\u0007")).toEqual(["F3 note"]);
  });

  test("F11 is about nothing in the future, past the allowance for clocks", () => {
    expect(judged({ notifiedAt: after(NOW, LIMITS.clockSkew) })).toEqual([]);
    expect(judged({ notifiedAt: after(NOW, LIMITS.clockSkew + 1) })).toEqual(["F11 notifiedAt"]);
  });

  test("L8 does not say that the owner knew before the incident occurred", () => {
    expect(judged({ notifiedAt: OCCURRED })).toEqual([]);
    expect(judged({ notifiedAt: after(OCCURRED, -1) })).toEqual(["L8 notifiedAt"]);
  });

  test("L8 may be of any time before now where nobody has said when the incident occurred", () => {
    expect(judged({ notifiedAt: after(NOW, -100_000 * MINUTE) }, null)).toEqual([]);
  });

  test("that is wrong in several ways gets all violations", () => {
    const all = ["F1 recipient", "F11 notifiedAt"];
    expect(judged({ recipient: "", notifiedAt: at("2027-01-01T00:00:00Z") })).toEqual(all);
  });

  const first = { objectId: OBJECT, description: null };
  const second = { objectId: null, description: "A boiler house" };
  const NONE = { objectId: null, description: null };
  const meant = (name: typeof first | typeof second | typeof NONE, now: readonly (typeof first | typeof second)[]) => {
    const { object, violations } = ownersObject(name, { ever: [first, second], now });
    return object ?? reported(violations);
  };

  test("F15 concerns the only object that the incident names now, or one of those that it has named", () => {
    expect(meant(NONE, [first])).toEqual(first);
    expect(meant(second, [first])).toEqual(second);
    expect(meant(first, [second])).toEqual(first);
  });

  test("F15 says which, where there are several, and names no other", () => {
    expect(meant(NONE, [first, second])).toEqual(["F15 objectId"]);
    expect(meant({ objectId: null, description: "Another" }, [first])).toEqual(["F15 objectDescription"]);
  });
});
