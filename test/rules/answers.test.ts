import { describe, expect, test } from "vitest";
import { judgeAnswer, type Answers, type LedIncident } from "../../src/domain/answers.js";
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
  return { id: `incident ${cardAt}`, confirmedAt, cardAt, retractionRequestedAt };
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
