import { describe, expect, test } from "vitest";
import type { Judgement } from "../../src/domain/card-rules.js";
import { after, MINUTE } from "../../src/domain/instant.js";
import {
  ANSWERS,
  factOf,
  judgeAnalysis,
  judgeAnalysisRevision,
  judgeAnswers,
  judgeDetection,
  judgeNotification,
  type AnalysisDraft,
  type Answer,
  type DetectionDraft,
  type NotificationDraft,
  type Subject,
} from "../../src/domain/notification.js";
import { ANSWER_TERMS } from "../../src/domain/obligations.js";
import { byId, type Meant } from "../../src/domain/references.js";
import type { Violation } from "../../src/domain/verdict.js";
import { at, circumstances, NOW } from "../support/drafts.js";

const { limits } = circumstances();
const MINE = "018f0000-0000-7000-8000-000000000001";

function aDetection(overrides: Partial<DetectionDraft> = {}): DetectionDraft {
  return {
    summary: "Мұрағаты бар хаттар тарап жатыр.",
    observedAt: at("2026-03-01T09:00:00Z"),
    source: "Шетелдік серіктес",
    marking: "AMBER",
    indicators: [{ type: "DOMAIN", value: "пример[.]қаз" }],
    types: ["RANSOMWARE"],
    sectors: ["BANKING"],
    objectIds: [byId(MINE)],
    ...overrides,
  };
}

function anAnalysis(overrides: Partial<AnalysisDraft> = {}): AnalysisDraft {
  return {
    findings: "Екі пошта жәшігінде табылды.",
    objectIds: [{ by: "ID", value: MINE }],
    indicators: [{ type: "IPV4", value: "192.0.2[.]17" }],
    measures: "Хаттар жойылды.",
    conclusions: "Ештеңе ашылмаған.",
    recommendations: null,
    ...overrides,
  };
}

/** Rule and path of what breaks one. */
function reported(all: readonly Violation[]): string[][] {
  return all.map(({ rule, path }) => [rule, path.join(".")]);
}

function faults(judgement: Judgement<unknown>): string[][] {
  return judgement.ok ? [] : reported(judgement.violations);
}

describe("which answer fits what a notification is about", () => {
  const TABLE: Readonly<Record<Answer, readonly [threat: string, event: string, incident: string]>> = {
    THREAT_ANALYSIS: [
      "fits",
      "submitEventAnalysis, submitIncidentCard, answerNotConfirmed",
      "submitIncidentCard, submitEventAnalysis, answerNotConfirmed",
    ],
    EVENT_ANALYSIS: ["fits", "fits", "fits"],
    INCIDENT_CARD: ["fits", "fits", "fits"],
    NOT_CONFIRMED: ["submitThreatAnalysis", "fits", "fits"],
  };
  const SUBJECTS: readonly Subject[] = ["THREAT", "EVENT", "INCIDENT"];

  test.for(Object.entries(TABLE) as [Answer, readonly string[]][])("R9.4 R9.5 R9.6 L17 %s", ([answer, row]) => {
    for (const [index, subject] of SUBJECTS.entries()) {
      const mutations = row[index];
      const { rule } = ANSWER_TERMS[subject];
      const says = { key: "answerOfOtherKind", about: { subject, mutations: mutations?.split(", ") } };
      const named = [
        { subject: "INCIDENT", place: 0 },
        { subject, place: 2 },
      ] as const;
      expect(judgeAnswers(named, answer).filter(({ path }) => path[1] === "2")).toEqual(
        mutations === "fits" ? [] : [{ rule, path: ["notificationIds", "2"], says }],
      );
    }
  });

  test("L17 each kind has the answer of its rule first, and a threat cannot go unconfirmed", () => {
    expect(SUBJECTS.map((subject) => [ANSWER_TERMS[subject].rule, ANSWERS[subject][0]])).toEqual([
      ["R9.4", "THREAT_ANALYSIS"],
      ["R9.5", "EVENT_ANALYSIS"],
      ["R9.6", "INCIDENT_CARD"],
    ]);
    expect(SUBJECTS.filter((subject) => ANSWERS[subject].includes("NOT_CONFIRMED"))).toEqual(["EVENT", "INCIDENT"]);
  });
});

/** Objects that there are. */
const OBJECTS = new Set([MINE]);

/** What is named, as it was found; by a code that is not known, with the one that was probably meant. */
const NAMED: readonly Meant[] = [{ id: MINE, near: null }];
const MISSPELT: Meant = { id: "nobody", near: "DEMO-GRID" };

describe("a threat or event as it is recorded", () => {
  test("R12.1 one that breaks no rule is accepted with its indicators in normal form", () => {
    const judged = judgeDetection(aDetection(), NAMED, OBJECTS, NOW, limits);
    expect(judged).toMatchObject({ ok: true, warnings: [], accepted: { objectIds: [MINE], sectors: ["BANKING"] } });
    expect(judged.ok && judged.accepted.indicators).toEqual([
      { type: "DOMAIN", submitted: "пример[.]қаз", value: expect.stringMatching(/^xn--\S+\.xn--\S+$/) },
    ]);
  });

  test("R12.1 it may name no indicators, types, sectors and objects", () => {
    const draft = aDetection({ indicators: [], types: [], sectors: [], objectIds: [] });
    expect(judgeDetection(draft, [], OBJECTS, NOW, limits)).toMatchObject({ ok: true, accepted: { objectIds: [] } });
  });

  test.for<readonly [string, Partial<DetectionDraft>, string, string]>([
    ["no summary", { summary: " \u200B" }, "F1", "summary"],
    ["no source", { source: "" }, "F1", "source"],
    ["a summary past the limit of texts", { summary: "x".repeat(limits.text + 1) }, "F2", "summary"],
    ["a source past the limit of summaries", { source: "x".repeat(limits.summary + 1) }, "F2", "source"],
    ["a control character", { summary: "bell \u0007" }, "F3", "summary"],
    ["an indicator that is none", { indicators: [{ type: "IPV4", value: "1.2.3" }] }, "F8", "indicators.0.value"],
    [
      "too many indicators",
      { indicators: Array.from({ length: limits.indicators + 1 }, () => ({ type: "OTHER", value: "x" })) },
      "F9",
      "indicators",
    ],
    ["an observation in the future", { observedAt: after(NOW, limits.clockSkew + 1) }, "F11", "observedAt"],
  ])("%s is refused", ([, changes, rule, path]) => {
    expect(faults(judgeDetection(aDetection(changes), NAMED, OBJECTS, NOW, limits))).toEqual([[rule, path]]);
  });

  test("F17 an object that there is not is refused at its place, with the code that was probably meant", () => {
    const judged = judgeDetection(aDetection(), [...NAMED, MISSPELT], OBJECTS, NOW, limits);
    expect(judged).toMatchObject({
      violations: [{ rule: "F17", path: ["objects", "1"], says: { about: { near: "DEMO-GRID" } } }],
    });
  });

  test("F11 an observation within the allowance for clocks is none of the future", () => {
    expect(
      judgeDetection(aDetection({ observedAt: after(NOW, limits.clockSkew) }), NAMED, OBJECTS, NOW, limits).ok,
    ).toBe(true);
  });

  test("every fault is reported at once", () => {
    const draft = aDetection({ summary: "", source: "", observedAt: after(NOW, 60 * MINUTE) });
    expect(faults(judgeDetection(draft, NAMED, OBJECTS, NOW, limits))).toEqual([
      ["F1", "summary"],
      ["F1", "source"],
      ["F11", "observedAt"],
    ]);
  });
});

describe("what a notification says", () => {
  const notice: NotificationDraft = { text: "Іздеңіз.", marking: "RED", indicators: [] };

  test("R12.1 a text is required, indicators are not", () => {
    expect(judgeNotification(notice, limits)).toEqual({ indicators: [], violations: [], warnings: [] });
    expect(reported(judgeNotification({ ...notice, text: "" }, limits).violations)).toEqual([["F1", "text"]]);
  });

  test("F8 its indicators are judged and brought to normal form", () => {
    const indicators = [
      { type: "CVE", value: "cve-2026-0001" },
      { type: "CVE", value: "CVE-26" },
    ] as const;
    const judged = judgeNotification({ ...notice, indicators }, limits);
    expect(judged.indicators[0]?.value).toBe("CVE-2026-0001");
    expect(reported(judged.violations)).toEqual([["F8", "indicators.1.value"]]);
  });

  test("L19 each recipient receives its own fact for a first notification, a supplement and a withdrawal", () => {
    expect(
      [null, "SUPPLEMENT", "WITHDRAWAL"].map((follows) => factOf(follows as Parameters<typeof factOf>[0])),
    ).toEqual(["NOTIFIED", "SUPPLEMENTED", "WITHDRAWN"]);
  });
});

describe("the results of an analysis", () => {
  test("R9.4 R9.5 one that breaks no rule is accepted, with recommendations or without", () => {
    for (const recommendations of [null, "Доменді бұғаттаңыз."]) {
      const judged = judgeAnalysis(anAnalysis({ recommendations }), NAMED, OBJECTS, limits);
      expect(judged).toMatchObject({ ok: true, warnings: [], accepted: { recommendations, objectIds: [MINE] } });
      expect(judged.ok && judged.accepted.indicators[0]).toMatchObject({
        submitted: "192.0.2[.]17",
        value: "192.0.2.17",
      });
    }
  });

  test.for<readonly [string, Partial<AnalysisDraft>, string, string]>([
    ["no findings", { findings: "" }, "F1", "analysis.findings"],
    ["no measures", { measures: "\n" }, "F1", "analysis.measures"],
    ["no conclusions", { conclusions: "\u2800" }, "F1", "analysis.conclusions"],
    [
      "recommendations that are too long",
      { recommendations: "x".repeat(limits.text + 1) },
      "F2",
      "analysis.recommendations",
    ],
    ["a control character", { measures: "a\u0000" }, "F3", "analysis.measures"],
    ["an indicator that is none", { indicators: [{ type: "MD5", value: "ab" }] }, "F8", "analysis.indicators.0.value"],
  ])("%s is refused", ([, changes, rule, path]) => {
    expect(faults(judgeAnalysis(anAnalysis(changes), NAMED, OBJECTS, limits))).toEqual([[rule, path]]);
  });

  test("F17 an object that is not the SOC's is refused at its place", () => {
    const judged = judgeAnalysis(anAnalysis(), [...NAMED, MISSPELT], OBJECTS, limits);
    expect(faults(judged)).toEqual([["F17", "analysis.affectedObjects.1"]]);
    expect(judged).toMatchObject({ violations: [{ says: { about: { near: "DEMO-GRID" } } }] });
  });

  test("F17 the same object twice, by its id and by its code, is kept once", () => {
    expect(judgeAnalysis(anAnalysis(), [...NAMED, ...NAMED], OBJECTS, limits)).toMatchObject({
      accepted: { objectIds: [MINE] },
    });
  });

  test("F17 it may affect no object", () => {
    expect(judgeAnalysis(anAnalysis({ objectIds: [] }), [], OBJECTS, limits).ok).toBe(true);
  });
});

describe("the revision that an analysis names", () => {
  test.for<readonly [named: number | null, last: number, key: string | null]>([
    [null, 0, null],
    [1, 1, null],
    [7, 7, null],
    [null, 1, "answerExists"],
    [0, 0, "answerMissing"],
    [1, 0, "answerMissing"],
    [0, 1, "answerRevisionNotLast"],
    [1, 2, "answerRevisionNotLast"],
    [3, 2, "answerRevisionNotLast"],
    [-1, 1, "answerRevisionNotLast"],
  ])("F23 %s where the last is %s: %s", ([named, last, key]) => {
    const expected = key === null ? [] : [{ rule: "F23", path: ["revision"], says: { key } }];
    expect(judgeAnalysisRevision(named, last)).toMatchObject(expected);
    expect(judgeAnalysisRevision(named, last)).toHaveLength(expected.length);
  });
});
