import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  currentAnswers,
  standsBelowCard,
  judgeAnswer,
  type Answers,
  type AnswersGiven,
  type GivenAnswer,
  type Statement,
  type LedIncident,
} from "../../src/domain/answers.js";
import { after, HOUR, type Instant } from "../../src/domain/instant.js";
import type { Subject } from "../../src/domain/notification.js";
import { ANSWER_TERMS, lateness, open, standing, waive } from "../../src/domain/obligations.js";
import { at } from "../support/drafts.js";

const AVAILABLE = at("2026-12-10T08:58:58.777Z");
const NOTHING: Answers = { analyses: [], denials: [], incidents: [], otherwise: [], withdrawnAt: null };

function past(hours: number): Instant {
  return after(AVAILABLE, hours * HOUR);
}

function incident(
  cardAt: Instant | null,
  retractionRequestedAt: Instant | null = null,
  confirmedAt: Instant = AVAILABLE,
): LedIncident {
  return { id: `incident ${cardAt}`, confirmedAt, cardAt, receiptId: null, retractionRequestedAt };
}

function owed(subject: Subject) {
  return open(ANSWER_TERMS[subject], AVAILABLE, { notificationId: "notification" });
}

/** How an answer stands: what met it, by how many hours it was late. */
function judged(subject: Subject, given: Partial<Answers>, duty = owed(subject)) {
  const answer = judgeAnswer(duty, subject, { ...NOTHING, ...given });
  return [standing(answer, past(1_000)), answer.metBy, lateness(answer, answer.dischargedAt ?? past(72)) / HOUR];
}

const threat = (hours: number) => ({ kind: "THREAT", receivedAt: past(hours) }) as const;
const event = (hours: number) => ({ kind: "EVENT", receivedAt: past(hours) }) as const;

describe("the answer to a threat", () => {
  test("R9.4 L17 is its own analysis alone: neither a card nor an event's analysis is one", () => {
    expect(judged("THREAT", { analyses: [event(1)], incidents: [incident(past(2))] })).toEqual(["OVERDUE", null, 0]);
    expect(judged("THREAT", { analyses: [event(1), threat(73)] })).toEqual(["MET_LATE", "ANALYSIS", 1]);
  });
});

test("R9.6 L16 L18 a retraction that was asked for before the notification denies it when that becomes available", () => {
  const asked = incident(null, past(-1));
  for (const one of [asked, { ...asked, cardAt: past(-2) }])
    expect(judgeAnswer(owed("INCIDENT"), "INCIDENT", { ...NOTHING, incidents: [one] })).toMatchObject({
      metBy: "DENIAL",
      dischargedAt: AVAILABLE,
    });
});

describe("the answer to an event", () => {
  test("R9.5 L17 is its analysis or the card of the incident that it was, whichever came first", () => {
    expect(judged("EVENT", { analyses: [event(10)], incidents: [incident(past(80))] })).toEqual(["MET", "ANALYSIS", 0]);
    expect(judged("EVENT", { analyses: [event(80)], incidents: [incident(past(10))] })).toEqual(["MET", "CARD", 0]);
  });

  test("R9.5 M4 is no denial any more once an analysis or an incident stands against it, and is judged by that one's arrival", () => {
    const denials = [past(1)];
    expect(judged("EVENT", { denials })).toEqual(["MET", "DENIAL", 0]);
    expect(judged("EVENT", { denials, analyses: [event(100)] })).toEqual(["MET_LATE", "ANALYSIS", 28]);
    expect(judged("EVENT", { denials, incidents: [incident(null)] })).toEqual(["OVERDUE", null, 0]);
    expect(judged("EVENT", { denials, incidents: [incident(past(100))] })).toEqual(["MET_LATE", "CARD", 28]);
  });

  test("R9.5 a denial after an analysis is a revision of it and keeps its arrival", () => {
    expect(judged("EVENT", { analyses: [event(10)], denials: [past(100)] })).toEqual(["MET", "ANALYSIS", 0]);
  });
});

describe("the answer to an incident", () => {
  test("R9.6 M4 is its card, judged by its own arrival, however early it was denied", () => {
    const denials = [past(1)];
    expect(judged("INCIDENT", { denials })).toEqual(["MET", "DENIAL", 0]);
    expect(judged("INCIDENT", { denials, incidents: [incident(past(63))] })).toEqual(["MET", "CARD", 0]);
    expect(judged("INCIDENT", { denials, incidents: [incident(past(100))] })).toEqual(["MET_LATE", "CARD", 28]);
  });

  test("R9.6 H1 is an event's analysis where only an event was confirmed", () => {
    expect(judged("INCIDENT", { analyses: [event(10)], denials: [past(1)] })).toEqual(["MET", "ANALYSIS", 0]);
    expect(judged("INCIDENT", { analyses: [event(10)], incidents: [incident(null)] })).toEqual(["OVERDUE", null, 0]);
  });

  test("R9.6 H3 a card that was there before it became available meets it at that moment", () => {
    const answer = judgeAnswer(owed("INCIDENT"), "INCIDENT", { ...NOTHING, incidents: [incident(past(-10))] });
    expect(answer).toMatchObject({ dischargedAt: AVAILABLE, metBy: "CARD" });
  });

  test("R9.6 L18 M11 a granted retraction is the denial, from when the SOC asked for it; what it had answered by then stays answered", () => {
    expect(judged("INCIDENT", { incidents: [incident(null, past(20))] })).toEqual(["MET", "DENIAL", 0]);
    expect(judged("INCIDENT", { incidents: [incident(null, past(75))] })).toEqual(["MET_LATE", "DENIAL", 3]);
    // A card in time, and the honest word ten days later that it was none.
    for (const subject of ["INCIDENT", "EVENT"] as const)
      expect(judged(subject, { incidents: [incident(past(5), past(245))] })).toEqual(["MET", "DENIAL", 0]);
    // Every other incident owes a card of its own (L21); one that came before answers as well.
    expect(judged("INCIDENT", { incidents: [incident(null, past(20)), incident(null)] })).toEqual(["MET", "DENIAL", 0]);
    expect(judged("INCIDENT", { incidents: [incident(null, past(100)), incident(past(1))] })).toEqual([
      "MET",
      "CARD",
      0,
    ]);
  });

  test("L21 R9.5 R9.6 an incident that is confirmed after the notification's 72 hours leaves a denial as it was", () => {
    for (const subject of ["INCIDENT", "EVENT"] as const) {
      const late = incident(past(100), null, past(90));
      expect(judged(subject, { denials: [past(1)], incidents: [late] })).toEqual(["MET", "DENIAL", 0]);
      expect(judged(subject, { denials: [past(1)], incidents: [incident(null, null, past(90))] })).toEqual([
        "MET",
        "DENIAL",
        0,
      ]);
      expect(judged(subject, { incidents: [late] })).toEqual(["MET_LATE", "CARD", 28]);
    }
  });
});

test("L21 R9.5 R9.6 an incident that is confirmed in the last instant of the 72 hours takes the place of a denial", () => {
  for (const subject of ["INCIDENT", "EVENT"] as const)
    expect(judged(subject, { denials: [past(1)], incidents: [incident(null, null, past(72))] })[0]).toBe("OVERDUE");
});

test("L22 what was received by another way counts from when it reached the centre, also where the duty was met late", () => {
  expect(judged("THREAT", { analyses: [threat(80)], otherwise: [past(71)] })).toEqual(["MET", "RECEIVED_OTHERWISE", 0]);
  expect(judged("THREAT", { analyses: [threat(80)], otherwise: [past(90)] })).toEqual(["MET_LATE", "ANALYSIS", 8]);
});

test("L19 what was withdrawn asks for nothing again, though what had answered it is taken back", () => {
  const withdrawnAt = past(2);
  expect(judged("EVENT", { denials: [past(1)], withdrawnAt })).toEqual(["MET", "DENIAL", 0]);
  expect(judged("EVENT", { denials: [past(1)], withdrawnAt, incidents: [incident(null)] })).toEqual([
    "WAIVED",
    null,
    0,
  ]);
  expect(judged("EVENT", { withdrawnAt, analyses: [event(3)] })).toEqual(["MET", "ANALYSIS", 0]);
});

test("L19 L20 what was withdrawn is met by what came in time, and by nothing that came after both", () => {
  const withdrawn = waive(owed("EVENT"), past(80));
  expect(judged("EVENT", { analyses: [event(81)] }, withdrawn)).toEqual(["WAIVED", null, 8]);
  expect(judged("EVENT", { analyses: [event(79)] }, withdrawn)).toEqual(["MET_LATE", "ANALYSIS", 7]);
});

describe("of what was answered", () => {
  const given = (said: GivenAnswer["said"], hours: number, id = `${said} ${hours}`): Statement => ({
    said,
    id,
    at: past(hours),
    incidentId: null,
  });
  /** By rule: what stands, and the others, as `CARD 5`. */
  const shown = (subject: Subject, statements: readonly Statement[], incidents: readonly LedIncident[] = []) => {
    const named = ({ said, at: when }: GivenAnswer): string => `${said} ${(when - AVAILABLE) / HOUR}`;
    return currentAnswers(subject, { availableAt: AVAILABLE, dueAt: past(72) }, { statements, incidents }).map(
      ({ rule, incidentId, current, others }) => [
        incidentId === null ? rule : `${rule} ${incidentId}`,
        current && named(current),
        ...others.map(named),
      ],
    );
  };
  const led = (id: string, cardAt: number | null, retractedAt: number | null = null, confirmedAt = 0): LedIncident => ({
    ...incident(
      cardAt === null ? null : past(cardAt),
      retractedAt === null ? null : past(retractedAt),
      past(confirmedAt),
    ),
    id,
  });

  test("R9.4 a threat's own analysis stands for R9.4, an event's and a card beside it", () => {
    const statements = [given("THREAT_ANALYSIS", 1), given("THREAT_ANALYSIS", 9), given("EVENT_ANALYSIS", 3)];
    expect(shown("THREAT", statements, [led("A", 5)])).toEqual([
      ["R9.4", "THREAT_ANALYSIS 9", "THREAT_ANALYSIS 1"],
      ["R9.5", "EVENT_ANALYSIS 3"],
      ["R9.6 A", "CARD 5"],
    ]);
    expect(shown("THREAT", [], [led("A", 5)])).toEqual([["R9.6 A", "CARD 5"]]);
    expect(shown("THREAT", [], [led("A", null)])).toEqual([]);
  });

  test("R9.5 R9.6 M4 a card stands over an analysis of an event, its latest revision over a denial", () => {
    const statements = [given("DENIAL", 1), given("EVENT_ANALYSIS", 4), given("EVENT_ANALYSIS", 6)];
    expect(shown("EVENT", statements.slice(0, 1))).toEqual([["R9.5", "DENIAL 1"]]);
    expect(shown("EVENT", statements)).toEqual([["R9.5", "EVENT_ANALYSIS 6", "DENIAL 1", "EVENT_ANALYSIS 4"]]);
    expect(shown("EVENT", statements, [led("A", 5)])).toEqual([
      ["R9.5", "CARD 5", "DENIAL 1", "EVENT_ANALYSIS 4", "EVENT_ANALYSIS 6"],
      ["R9.6 A", "CARD 5"],
    ]);
    // The second incident owes a card of its own; the first one's is that of the notification.
    expect(shown("INCIDENT", statements, [led("A", 5), led("B", 7)])).toEqual([
      ["R9.6", "CARD 5", "DENIAL 1", "EVENT_ANALYSIS 4", "EVENT_ANALYSIS 6"],
      ["R9.6 B", "CARD 7"],
    ]);
  });

  test("R9.6 M4 while an incident that was confirmed owes its card nothing stands; where it is confirmed too late, the denial does (L21)", () => {
    expect(shown("INCIDENT", [given("DENIAL", 1)], [led("A", null)])).toEqual([["R9.6", null, "DENIAL 1"]]);
    expect(shown("INCIDENT", [given("DENIAL", 1)], [led("A", null, null, 80)])).toEqual([["R9.6", "DENIAL 1"]]);
    expect(shown("EVENT", [given("EVENT_ANALYSIS", 1)], [led("A", null)])).toEqual([["R9.5", "EVENT_ANALYSIS 1"]]);
  });

  test("R9.6 L18 a granted retraction is the denial, and replaces the card; H3 a card from before counts from when it became available", () => {
    expect(shown("INCIDENT", [], [led("A", -5, 20)])).toEqual([["R9.6", "RETRACTION 20", "CARD 0"]]);
    expect(shown("EVENT", [], [led("A", 5, 20), led("B", 30)])).toEqual([
      ["R9.5", "CARD 30", "CARD 5", "RETRACTION 20"],
      ["R9.6 A", "RETRACTION 20", "CARD 5"],
      ["R9.6 B", "CARD 30"],
    ]);
  });

  test("L15 L21 whether a card is owed in place of an analysis is judged by the end of the term that the notification has", () => {
    const all: AnswersGiven = {
      statements: [{ said: "EVENT_ANALYSIS", id: "analysis", at: past(4), incidentId: null }],
      incidents: [led("A", null, null, 30)],
    };
    const stands = (hours: number) =>
      currentAnswers("INCIDENT", { availableAt: AVAILABLE, dueAt: past(hours) }, all)[0]?.current?.said ?? null;
    expect(stands(72)).toBeNull();
    expect(stands(24)).toBe("EVENT_ANALYSIS");
  });

  test("L17 L18 the time is judged by the first revision of an analysis, and of a retraction by a card that was earlier", () => {
    const statements = [given("EVENT_ANALYSIS", 4), given("EVENT_ANALYSIS", 90)];
    const countsFrom = (incidents: readonly LedIncident[]) =>
      currentAnswers("EVENT", { availableAt: AVAILABLE, dueAt: past(72) }, { statements, incidents }).map(
        ({ current }) => current?.countsFrom,
      );
    expect(countsFrom([])).toEqual([past(4)]);
    expect(countsFrom([led("A", 5, 80)])).toEqual([past(4), past(5)]);
    expect(countsFrom([led("A", null, 80)])).toEqual([past(4), past(80)]);
  });

  test("L17 an analysis of an event stands below a card, and one of an incident also below a card that is owed", () => {
    const below = (subject: Subject, ...incidents: LedIncident[]) =>
      standsBelowCard(subject, { ...NOTHING, incidents }, owed(subject));
    expect(below("EVENT")).toBe(false);
    expect(below("EVENT", led("A", null))).toBe(false);
    expect(below("EVENT", led("A", 5))).toBe(true);
    expect(below("EVENT", led("A", 5, 20))).toBe(false);
    expect(below("INCIDENT", led("A", null))).toBe(true);
    // Confirmed after the time for the answer, it is owed under R9.3 alone (L21).
    expect(below("INCIDENT", led("A", null, null, 80))).toBe(false);
    expect(below("THREAT", led("A", 5))).toBe(false);
  });

  test("L22 what came by another way stands until something comes through the gateway, for the notification or for an incident's card", () => {
    const called = given("RECEIVED_OTHERWISE", 1);
    expect(shown("EVENT", [called])).toEqual([["R9.5", "RECEIVED_OTHERWISE 1"]]);
    expect(shown("EVENT", [called, given("EVENT_ANALYSIS", 5)])).toEqual([
      ["R9.5", "EVENT_ANALYSIS 5", "RECEIVED_OTHERWISE 1"],
    ]);
    // Of several the last one stands.
    const twice = [called, given("RECEIVED_OTHERWISE", 2)];
    for (const subject of ["THREAT", "EVENT"] as const)
      expect(shown(subject, twice)[0]?.slice(1)).toEqual(["RECEIVED_OTHERWISE 2", "RECEIVED_OTHERWISE 1"]);
    const cards = twice.map((one) => ({ ...one, incidentId: "A" }));
    expect(shown("THREAT", cards, [led("A", null)])).toEqual([
      ["R9.6 A", "RECEIVED_OTHERWISE 2", "RECEIVED_OTHERWISE 1"],
    ]);
    expect(shown("THREAT", [{ ...called, incidentId: "A" }], [led("A", 7)])).toEqual([
      ["R9.6 A", "CARD 7", "RECEIVED_OTHERWISE 1"],
    ]);
    // Where it was the first card, it is shown as what it was, and once.
    const byTelephone = { ...led("A", 1), receiptId: called.id };
    expect(shown("EVENT", [{ ...called, incidentId: "A" }], [byTelephone])).toEqual([
      ["R9.5", "RECEIVED_OTHERWISE 1"],
      ["R9.6 A", "RECEIVED_OTHERWISE 1"],
    ]);
    expect(judged("EVENT", { incidents: [byTelephone] })).toEqual(["MET", "RECEIVED_OTHERWISE", 0]);
    expect(judged("EVENT", { incidents: [{ ...byTelephone, receiptId: null }] })).toEqual(["MET", "CARD", 0]);
  });

  test("R9.4 R9.5 R9.6 one thing stands exactly where the duty is met, and what met it stands or was replaced", () => {
    const MEANS_OF: Readonly<Record<GivenAnswer["said"], string>> = {
      THREAT_ANALYSIS: "ANALYSIS",
      EVENT_ANALYSIS: "ANALYSIS",
      DENIAL: "DENIAL",
      RETRACTION: "DENIAL",
      CARD: "CARD",
      RECEIVED_OTHERWISE: "RECEIVED_OTHERWISE",
    };
    const hour = fc.integer({ min: -3, max: 110 });
    const ledIncidents = fc
      .array(fc.tuple(fc.option(hour, { nil: null }), fc.option(hour, { nil: null }), hour), { maxLength: 3 })
      .map((all) =>
        all.map(([cardAt, retractedAt, confirmedAt], index) => led(`${index}`, cardAt, retractedAt, confirmedAt)),
      );
    const said = (subject: Subject) =>
      fc.array(
        fc.tuple(
          fc.constantFrom(
            ...(["EVENT_ANALYSIS", "RECEIVED_OTHERWISE"] as const),
            subject === "THREAT" ? "THREAT_ANALYSIS" : "DENIAL",
          ),
          hour.map((one) => Math.max(0, one)),
        ),
        { maxLength: 4 },
      );
    const answered = fc
      .constantFrom<Subject>("THREAT", "EVENT", "INCIDENT")
      .chain((subject) => fc.tuple(fc.constant(subject), said(subject), ledIncidents));
    const seen = new Set<string>();
    fc.assert(
      fc.property(answered, ([subject, all, incidents]) => {
        const statements = all
          .toSorted(([, a], [, b]) => a - b)
          .map(([name, hours], index) => given(name, hours, `${index}`));
        const of = (name: GivenAnswer["said"]): Instant[] =>
          statements.filter((one) => one.said === name).map((one) => one.at);
        const analyses = [
          ...of("THREAT_ANALYSIS").map((receivedAt) => ({ kind: "THREAT", receivedAt }) as const),
          ...of("EVENT_ANALYSIS").map((receivedAt) => ({ kind: "EVENT", receivedAt }) as const),
        ];
        const answers = { ...NOTHING, analyses, denials: of("DENIAL"), otherwise: of("RECEIVED_OTHERWISE"), incidents };
        const { dischargedAt, metBy } = judgeAnswer(owed(subject), subject, answers);
        const record: AnswersGiven = { statements, incidents };
        const own = currentAnswers(subject, { availableAt: AVAILABLE, dueAt: past(72) }, record).find(
          ({ rule, incidentId }) => rule === ANSWER_TERMS[subject].rule && incidentId === null,
        );
        expect((own?.current ?? null) === null).toBe(dischargedAt === null);
        if (!own?.current || metBy === null) return;
        const shownMeans = [own.current, ...own.others].map((one) => MEANS_OF[one.said]);
        expect(shownMeans).toContain(metBy);
        // Each is shown once.
        expect(new Set([own.current, ...own.others]).size).toBe(own.others.length + 1);
        seen.add(`${subject} ${metBy}`);
      }),
      { numRuns: 2_000 },
    );
    expect([...seen].toSorted()).toEqual([
      "EVENT ANALYSIS",
      "EVENT CARD",
      "EVENT DENIAL",
      "EVENT RECEIVED_OTHERWISE",
      "INCIDENT ANALYSIS",
      "INCIDENT CARD",
      "INCIDENT DENIAL",
      "INCIDENT RECEIVED_OTHERWISE",
      "THREAT ANALYSIS",
      "THREAT RECEIVED_OTHERWISE",
    ]);
  });
});
