import { describe, expect, test } from "vitest";
import { judgeCard, type Circumstances } from "../../src/domain/card-rules.js";
import type { CardDraft, Consequence, Severity } from "../../src/domain/incident-card.js";
import { after, HOUR, SECOND, type Instant } from "../../src/domain/instant.js";
import { inWords } from "../../src/domain/wording/wording.js";
import { aCardDraft, affected, at, circumstances, COVERED, NOW, OBJECT, on } from "../support/drafts.js";
import { faults, reported } from "../support/verdicts.js";

/** What is known of an object that is not registered. */
const NOWHERE = { ...COVERED, registered: null, isCovered: false };
const LIMITS = circumstances().limits;
const STACKED = `a${"\u0301".repeat(31)}`;

function cardFaults(overrides: Partial<CardDraft>, about: Partial<Circumstances> = {}): string[] {
  return faults(judgeCard(aCardDraft(overrides), circumstances(about)));
}

function warnings(overrides: Partial<CardDraft>): string[] {
  const judgement = judgeCard(aCardDraft(overrides), circumstances());
  return judgement.ok ? reported(judgement.warnings) : ["refused"];
}

describe("a card that is right", () => {
  test("is accepted as it is, its indicators in normal form beside what was submitted", () => {
    const draft = aCardDraft();
    expect(judgeCard(draft, circumstances())).toEqual({
      ok: true,
      accepted: {
        ...draft,
        indicators: [{ type: "IPV4", submitted: "192.0.2[.]17", value: "192.0.2.17" }],
        affectedObjects: [{ objectId: OBJECT, code: "REGISTRY", description: null, kinds: null, ownerName: null }],
      },
      warnings: [],
    });
  });

  test("L12 may have several contours and consequences, no note and no indicators", () => {
    const contours = ["EXTERNAL", "INTERNAL"] as const;
    const consequences = ["CONFIDENTIALITY", "INTEGRITY", "OPERABILITY"] as const;
    expect(cardFaults({ contours, consequences, note: null, indicators: [] })).toEqual([]);
  });

  test("L12 may have a note, and one in which nothing is written", () => {
    expect(cardFaults({ note: "Тергеу жүріп жатыр." })).toEqual([]);
    expect(cardFaults({ note: "" })).toEqual([]);
  });

  test("F30 may name an earlier incident where it is a repeat one, and nothing but white space where it is new", () => {
    expect(cardFaults({ recurrence: "REPEAT", earlierIncidentNumber: "KZ-2026-0001" })).toEqual([]);
    expect(cardFaults({ earlierIncidentNumber: " " })).toEqual([]);
    expect(cardFaults({ earlierIncidentNumber: "KZ-2026-0001" })).toEqual(["F30 card.earlierIncidentNumber"]);
  });

  test("L12 may be of any type, scale, recurrence and sign, and no value of these is refused", () => {
    expect(cardFaults({ type: "OTHER", scale: "MASS", recurrence: "REPEAT", sign: "SUSPICION" })).toEqual([]);
    expect(cardFaults({ sign: "ATTEMPT", consequences: ["NONE"], severity: "UNDETERMINED" })).toEqual([]);
  });

  test("L2 may come however late", () => {
    expect(cardFaults({}, { now: at("2036-03-01T10:00:00Z") })).toEqual([]);
  });
});

describe("the texts of a card", () => {
  test.for(["nature", "measures"] as const)("F1, L12 the field %s is required", (field) => {
    for (const blank of ["", " \n\t", "\u200b"]) expect(cardFaults({ [field]: blank })).toEqual([`F1 card.${field}`]);
  });

  test.for(["nature", "measures", "note"] as const)(
    "F2 the field %s has no more characters than the limit",
    (field) => {
      expect(cardFaults({ [field]: "қ".repeat(LIMITS.text) })).toEqual([]);
      expect(cardFaults({ [field]: "қ".repeat(LIMITS.text + 1) })).toEqual([`F2 card.${field}`]);
    },
  );

  test.for(["nature", "measures", "note"] as const)("F3 the field %s has no control characters", (field) => {
    expect(cardFaults({ [field]: "бір\tекі\nүш" })).toEqual([]);
    expect(cardFaults({ [field]: "бір\u0000" })).toEqual([`F3 card.${field}`]);
    expect(cardFaults({ [field]: STACKED })).toEqual([`F3 card.${field}`]);
  });
});

describe("the choices of a card", () => {
  test("F4 at least one contour", () => {
    expect(cardFaults({ contours: [] })).toEqual(["F4 card.contours"]);
  });

  test("F4 no contour twice", () => {
    expect(cardFaults({ contours: ["INTERNAL", "EXTERNAL", "INTERNAL"] })).toEqual(["F4 card.contours"]);
  });

  test("F4 at least one consequence, if only that there are none", () => {
    expect(cardFaults({ consequences: [] })).toEqual(["F4 card.consequences"]);
    expect(cardFaults({ consequences: ["NONE"] })).toEqual([]);
  });

  test("F4 no consequence twice", () => {
    expect(cardFaults({ consequences: ["INTEGRITY", "INTEGRITY"] })).toEqual(["F4 card.consequences"]);
    expect(cardFaults({ consequences: ["NONE", "NONE"] })).toEqual(["F4 card.consequences"]);
  });

  test("F5 NONE excludes the other consequences, wherever it is", () => {
    expect(cardFaults({ consequences: ["NONE", "OPERABILITY"] })).toEqual(["F5 card.consequences"]);
    expect(cardFaults({ consequences: ["INTEGRITY", "OPERABILITY", "NONE"] })).toEqual(["F5 card.consequences"]);
  });

  test("F4, F5 both are named where both are broken", () => {
    const both = ["F4 card.consequences", "F5 card.consequences"];
    expect(cardFaults({ consequences: ["NONE", "INTEGRITY", "NONE"] })).toEqual(both);
  });
});

describe("the affected object of a card", () => {
  const described = affected({ description: "Аудандық емхананың тіркеу сервері" });

  test("F6 is a registered object or a description", () => {
    expect(cardFaults({ affectedObjects: [affected({ objectId: OBJECT, description: null })] })).toEqual([]);
    expect(cardFaults({ affectedObjects: [described] })).toEqual([]);
  });

  test("F6 is not both, and the sentence says so", () => {
    const affectedObjects = [{ ...described, objectId: OBJECT }];
    const judgement = judgeCard(aCardDraft({ affectedObjects }), circumstances());
    expect(faults(judgement)).toEqual(["F6 card.affectedObjects.0"]);
    expect(judgement).toMatchObject({ violations: [{ says: { about: { both: true } } }] });
  });

  test("F6 is not neither, and the sentence says so", () => {
    const judgement = judgeCard(
      aCardDraft({ affectedObjects: [affected({ objectId: null, description: null })] }),
      circumstances(),
    );
    expect(faults(judgement)).toEqual(["F6 card.affectedObjects.0"]);
    expect(judgement).toMatchObject({ violations: [{ says: { about: { both: false } } }] });
  });

  test("F17 is one that there is", () => {
    const path = ["F17 card.affectedObjects.0.objectId"];
    expect(
      cardFaults({ affectedObjects: [affected({ objectId: OBJECT, description: null })] }, { objects: [NOWHERE] }),
    ).toEqual(path);
  });

  test("F17 does not hold for a description", () => {
    expect(cardFaults({ affectedObjects: [described] }, { objects: [NOWHERE] })).toEqual([]);
  });

  test("F1, F2, F3 hold for a description", () => {
    const path = "card.affectedObjects.0.description";
    const withDescription = (description: string): string[] =>
      cardFaults({ affectedObjects: [affected({ description })] }, { objects: [NOWHERE] });
    expect(withDescription("")).toEqual([`F1 ${path}`]);
    expect(withDescription("a".repeat(LIMITS.summary + 1))).toEqual([`F2 ${path}`]);
    expect(withDescription("a\u0007")).toEqual([`F3 ${path}`]);
  });
});

describe("the indicators of a card", () => {
  test("F8 each is what its type says, and each that is not is named by its place", () => {
    const judgement = judgeCard(
      aCardDraft({
        indicators: [
          { type: "IPV4", value: "999.0.2.17" },
          { type: "DOMAIN", value: "example.kz" },
          { type: "MD5", value: "https://example.kz/" },
        ],
      }),
      circumstances(),
    );
    expect(faults(judgement)).toEqual(["F8 card.indicators.0.value", "F8 card.indicators.2.value"]);
    expect(judgement).toMatchObject({
      violations: [
        { says: { key: "indicatorFault", about: { type: "IPV4", fault: "NOT_IPV4", suggests: null } } },
        { says: { key: "indicatorFault", about: { type: "MD5", fault: "NOT_HEX", suggests: "URL" } } },
      ],
    });
  });

  test("F9 the limit itself is not too many, one more is", () => {
    const some = (count: number): CardDraft["indicators"] =>
      Array.from({ length: count }, (_, index) => ({ type: "IPV4", value: `192.0.2.${index}` }));
    expect(cardFaults({ indicators: some(LIMITS.indicators) })).toEqual([]);
    expect(cardFaults({ indicators: some(LIMITS.indicators + 1) })).toEqual(["F9 card.indicators"]);
  });

  test("F14 the same indicator in another spelling is kept and warned about, once for each repetition", () => {
    const indicators: CardDraft["indicators"] = [
      { type: "DOMAIN", value: "example.kz" },
      { type: "DOMAIN", value: "EXAMPLE[.]kz" },
      { type: "IPV4", value: "192.0.2.17" },
      { type: "DOMAIN", value: "example.kz." },
    ];
    const judgement = judgeCard(aCardDraft({ indicators }), circumstances());
    expect(judgement).toMatchObject({
      ok: true,
      accepted: { indicators: indicators.map(({ value }) => ({ submitted: value })) },
      warnings: [
        { rule: "F14", path: ["card", "indicators", "1"], says: { about: { value: "example.kz", earlier: 0 } } },
        { rule: "F14", path: ["card", "indicators", "3"], says: { about: { value: "example.kz", earlier: 0 } } },
      ],
    });
  });

  test("F14 one text of two types is two indicators", () => {
    const value = "invoice.exe";
    expect(
      warnings({
        indicators: [
          { type: "FILE_NAME", value },
          { type: "OTHER", value },
        ],
      }),
    ).toEqual([]);
  });
});

describe("the times of a card", () => {
  const skew = LIMITS.clockSkew;

  test("L3 a confirmation may be ahead of our clock by the allowance, and by no more", () => {
    expect(cardFaults({ confirmedAt: after(NOW, skew) })).toEqual([]);
    expect(cardFaults({ confirmedAt: after(NOW, skew + 1) })).toEqual(["L3 card.confirmedAt"]);
  });

  test("L3 a confirmation is not before the occurrence; in the same instant it may be", () => {
    const occurredAt = at("2026-03-01T09:00:00Z");
    expect(cardFaults({ occurredAt, confirmedAt: occurredAt })).toEqual([]);
    expect(cardFaults({ occurredAt, confirmedAt: after(occurredAt, -1) })).toEqual(["L3 card.confirmedAt"]);
  });

  test("F11 an occurrence is not in the future", () => {
    const future = after(NOW, skew + 1);
    expect(cardFaults({ occurredAt: after(NOW, skew), confirmedAt: after(NOW, skew) })).toEqual([]);
    expect(cardFaults({ occurredAt: future, confirmedAt: future })).toEqual([
      "F11 card.occurredAt",
      "L3 card.confirmedAt",
    ]);
  });

  test("F11 the date of registration is not after today in Asia/Almaty", () => {
    expect(cardFaults({ registeredOn: on("2026-03-01") })).toEqual([]);
    expect(cardFaults({ registeredOn: on("2026-03-02") })).toEqual(["F11 card.registeredOn"]);
  });

  test("F11 where it is 23:58 in Asia/Almaty the allowance for clocks reaches tomorrow", () => {
    const almostMidnight = at("2026-03-01T18:58:00Z");
    expect(cardFaults({ registeredOn: on("2026-03-02") }, { now: almostMidnight })).toEqual([]);
    expect(cardFaults({ registeredOn: on("2026-03-02") }, { now: after(almostMidnight, -1) })).toEqual([
      "F11 card.registeredOn",
    ]);
  });

  test("M2 F29 it is not before the day of the occurrence in Asia/Almaty, and may be that day", () => {
    expect(cardFaults({ registeredOn: on("2026-02-28") })).toEqual(["F29 card.registeredOn"]);
    // It is 00:30 on 1 March in Almaty, and 19:30 on 28 February in UTC.
    const occurredAt = at("2026-02-28T19:30:00Z");
    expect(cardFaults({ occurredAt, registeredOn: on("2026-02-28") })).toEqual(["F29 card.registeredOn"]);
    expect(cardFaults({ occurredAt, registeredOn: on("2026-03-01") })).toEqual([]);
    expect(cardFaults({ occurredAt: after(occurredAt, -HOUR), registeredOn: on("2026-02-28") })).toEqual([]);
  });

  test("F29 the refusal names both dates, by the clocks that Almaty had then (UTC+6 until March 2024)", () => {
    const judged = (occurredAt: Instant) =>
      judgeCard(aCardDraft({ occurredAt, confirmedAt: occurredAt, registeredOn: on("2023-12-31") }), circumstances());
    const refused = judged(at("2023-12-31T18:00:00Z"));
    if (refused.ok) throw new Error("accepted");
    const [violation] = refused.violations;
    const SAID = {
      en: ["31 December 2023", "1 January 2024"],
      ru: ["31.12.2023", "01.01.2024"],
      kk: ["2023 жылғы 31 желтоқсан", "2024 жылғы 1 қаңтар"],
    } as const;
    for (const [locale, dates] of Object.entries(SAID))
      for (const date of dates) expect(inWords(violation!.says, locale as keyof typeof SAID)).toContain(date);
    expect(judged(at("2023-12-31T17:59:59.999Z")).ok).toBe(true);
  });
});

test("L13 a level whose row does not name the type is accepted with a warning", () => {
  expect(warnings({ severity: "HIGH", type: "SPAM" })).toEqual(["L13 card.severity"]);
  expect(warnings({ severity: "LOW", type: "SPAM" })).toEqual([]);
  expect(warnings({ severity: "UNDETERMINED", type: "SPAM" })).toEqual([]);
});

test("M6 L13 consequences that the level's criteria do not allow for are accepted with a warning", () => {
  const levels = (severity: Severity, ...consequences: Consequence[]) =>
    warnings({ severity, type: "OTHER", consequences });
  const warned = ["L13 card.severity"];
  for (const severity of ["HIGH", "MEDIUM"] as const) {
    expect(levels(severity, "NONE")).toEqual(warned);
    for (const one of ["OPERABILITY", "INTEGRITY", "CONFIDENTIALITY"] as const)
      expect(levels(severity, one)).toEqual([]);
  }
  for (const one of ["OPERABILITY", "INTEGRITY", "CONFIDENTIALITY"] as const)
    expect(levels("LOW", one)).toEqual(warned);
  expect(levels("LOW", "NONE")).toEqual([]);
  expect(levels("UNDETERMINED", "OPERABILITY", "INTEGRITY")).toEqual(warned);
  for (const one of ["NONE", "INTEGRITY", "CONFIDENTIALITY"] as const) expect(levels("UNDETERMINED", one)).toEqual([]);
});

test("a card on which everything is wrong gets every violation at once", () => {
  const future = at("2026-03-03T10:00:00Z");
  const everything: CardDraft = {
    ...aCardDraft(),
    registeredOn: on("2026-03-05"),
    occurredAt: after(future, SECOND),
    confirmedAt: future,
    indicators: [
      { type: "IPV4", value: "x" },
      { type: "CVE", value: "x" },
    ],
    contours: [],
    nature: "",
    consequences: ["NONE", "INTEGRITY"],
    affectedObjects: [affected({ objectId: null, description: null })],
    measures: "a".repeat(LIMITS.text + 1),
    note: "\u0007",
  };
  const all = [
    "F11 card.registeredOn",
    "F11 card.occurredAt",
    "L3 card.confirmedAt",
    "L3 card.confirmedAt",
    "F8 card.indicators.0.value",
    "F8 card.indicators.1.value",
    "F4 card.contours",
    "F1 card.nature",
    "F5 card.consequences",
    "F6 card.affectedObjects.0",
    "F2 card.measures",
    "F3 card.note",
  ];
  expect(faults(judgeCard(everything, circumstances())).sort()).toEqual(all.sort());
});
