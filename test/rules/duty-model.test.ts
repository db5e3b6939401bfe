import { describe, expect, test } from "vitest";
import { asSentences } from "../support/duty-differences.js";
import type { Event, History } from "../support/duty-history.js";
import { dutiesAt } from "../support/duty-model.js";

/** The findings of the second reading with their figures, asked of the model: what the order says, before any code. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** All times are counted from here: the moment at which the notification becomes available, where there is one. */
const START = Date.parse("2026-12-10T08:58:58.777Z");
const from = (ms: number): number => START + ms;

const EMPTY: History = { inForceFrom: from(-100 * DAY), objects: [], notifications: [], events: [] };
const about = (subject: "THREAT" | "EVENT" | "INCIDENT", ...ids: string[]) => ({
  notifications: (ids.length === 0 ? ["N"] : ids).map((id) => ({ id, subject, availableAt: from(0) })),
});
const report = (at: number, confirmedAt: number, more: Partial<Event & { does: "REPORT" }> = {}): Event => ({
  does: "REPORT",
  incident: "A",
  at: from(at),
  confirmedAt: from(confirmedAt),
  severity: null,
  objects: [],
  notifications: [],
  ...more,
});
const card = (at: number, confirmedAt: number, more: Partial<Event & { does: "CARD" }> = {}): Event => ({
  does: "CARD",
  incident: "A",
  at: from(at),
  confirmedAt: from(confirmedAt),
  occurredAt: from(confirmedAt),
  severity: "LOW",
  objects: [],
  notifications: [],
  ...more,
});
const answer = (does: "THREAT_ANALYSIS" | "EVENT_ANALYSIS" | "DENIAL", at: number, notifications = ["N"]): Event => ({
  does,
  at: from(at),
  notifications,
});
const correction = (at: number, confirmedAt: number): Event => ({
  does: "CORRECTION",
  incident: "A",
  at: from(at),
  confirmedAt: from(confirmedAt),
});
const retraction = (requested: number, granted: number): Event[] => [
  { does: "RETRACTION_REQUESTED", incident: "A", at: from(requested) },
  { does: "RETRACTED", incident: "A", at: from(granted) },
];
const told = (object: string, notifiedAt: number): Event => ({
  does: "OWNER_NOTIFIED",
  incident: "A",
  object,
  at: from(notifiedAt),
  notifiedAt: from(notifiedAt),
});

function shown(history: Partial<History>, now: number): Record<string, string> {
  return asSentences(dutiesAt({ ...EMPTY, ...history }, from(now)));
}

describe("what was said or recorded in error", () => {
  const R93 = { rule: "R9.3", incident: "A", notification: null, object: null } as const;

  test("L23 R9.6 what a mistaken correction alone opened never was, and is owed again if it was right after all", () => {
    const said = [report(80 * HOUR, 80 * HOUR, { notifications: ["N"] }), correction(81 * HOUR, 60 * HOUR)];
    const at = (...more: Event[]) => shown({ ...about("EVENT"), events: [...said, ...more] }, 82 * HOUR);
    expect(at()).toMatchObject({ "R9.6 A N": `OVERDUE ${10 * HOUR}` });
    expect(at(correction(81 * HOUR, 79 * HOUR))).toMatchObject({ "R9.6 A N": "WAIVED" });
    expect(at(correction(81 * HOUR, 79 * HOUR), correction(81 * HOUR, 60 * HOUR))).toEqual(at());
  });

  test("L15 L23 by a correction to before the order was in force nothing ever was owed", () => {
    const events = [report(20 * MINUTE, 0), correction(HOUR, -101 * DAY)];
    expect(shown({ events }, HOUR)).toEqual({ "R9.1 A": "WAIVED", "R9.3 A": "WAIVED" });
  });

  test("L22 R9.3 a receipt that was taken back meets nothing", () => {
    const received: Event = { does: "RECEIVED_OTHERWISE", id: "R", at: from(HOUR), duty: R93, receivedAt: from(HOUR) };
    const taken: Event = { does: "RECEIPT_WITHDRAWN", at: from(80 * HOUR), receipt: "R" };
    expect(shown({ events: [report(0, 0), received] }, 80 * HOUR)).toMatchObject({ "R9.3 A": "MET" });
    expect(shown({ events: [report(0, 0), received, taken] }, 80 * HOUR)).toMatchObject({
      "R9.3 A": `OVERDUE ${8 * HOUR}`,
    });
  });

  test("L22 R9.3 R9.6 what came before the incident occurred meets nothing, and a card by one duty meets all", () => {
    const R96 = { rule: "R9.6", incident: "A", notification: "N", object: null } as const;
    const reported = report(2 * HOUR, HOUR, { notifications: ["N"] });
    const received: Event = {
      does: "RECEIVED_OTHERWISE",
      id: "R",
      at: from(3 * HOUR),
      duty: R96,
      receivedAt: from(HOUR),
    };
    const moved = card(4 * HOUR, 3 * HOUR, { occurredAt: from(2 * HOUR) });
    expect(shown({ ...about("EVENT"), events: [reported, received] }, 80 * HOUR)).toMatchObject({
      "R9.3 A": "MET",
      "R9.5 N": "MET",
      "R9.6 A N": "MET",
    });
    const late = { ...moved, at: from(90 * HOUR) };
    expect(shown({ ...about("EVENT"), events: [reported, received, late] }, 90 * HOUR)).toMatchObject({
      "R9.3 A": `MET_LATE ${17 * HOUR}`,
      "R9.5 N": `MET_LATE ${18 * HOUR}`,
      "R9.6 A N": `MET_LATE ${18 * HOUR}`,
    });
  });

  test("L9 R9.2 what is described is the object that it was linked to, from the start", () => {
    const objects = [{ id: "O", protectedDuring: [{ from: from(-DAY), until: null }] }];
    const described = { description: "A plant", isProtected: null };
    const link: Event = {
      does: "OBJECT_LINKED",
      at: from(2 * HOUR),
      incident: "A",
      description: "A plant",
      object: "O",
    };
    const said = [report(0, 0, { objects: [described] }), told("A plant", 30 * MINUTE)];
    expect(shown({ objects, events: said }, 3 * HOUR)).not.toHaveProperty(["R9.2 A A plant"]);
    expect(shown({ objects, events: [...said, link] }, 3 * HOUR)).toMatchObject({
      "R9.2 A O": `MET_LATE ${15 * MINUTE}`,
    });
  });
});

describe("H1 what the SOC confirms decides", () => {
  test("R9.6 the card of an incident that an event led to is due 72 hours from the notification", () => {
    const events = [
      report(69 * HOUR, 69 * HOUR, { notifications: ["N"] }),
      answer("EVENT_ANALYSIS", 69 * HOUR),
      card(79 * HOUR + 5 * MINUTE + 38_400, 69 * HOUR),
    ];
    expect(shown({ ...about("EVENT"), events }, 80 * HOUR)).toEqual({
      "R9.1 A": "MET",
      "R9.3 A": "MET",
      "R9.5 N": "MET",
      "R9.6 A N": `MET_LATE ${7 * HOUR + 5 * MINUTE + 38_400}`,
    });
  });

  test("R9.6 confirmed in the last millisecond of the 72 hours it opens, in the next it does not", () => {
    const with_ = (confirmedAt: number) =>
      shown({ ...about("THREAT"), events: [report(80 * HOUR, confirmedAt, { notifications: ["N"] })] }, 80 * HOUR);
    expect(with_(72 * HOUR)).toMatchObject({ "R9.6 A N": `OVERDUE ${8 * HOUR}` });
    expect(with_(72 * HOUR + 1)).not.toHaveProperty("R9.6 A N");
  });

  test("R9.4 neither a card nor an event analysis nor a denial answers a threat; a card answers an event", () => {
    const events = [card(HOUR, 1, { notifications: ["N"] }), answer("EVENT_ANALYSIS", HOUR), answer("DENIAL", HOUR)];
    expect(shown({ ...about("THREAT"), events }, 2 * HOUR)).toMatchObject({ "R9.4 N": "RUNNING", "R9.6 A N": "MET" });
    expect(shown({ ...about("EVENT"), events: events.slice(0, 1) }, 2 * HOUR)).toMatchObject({ "R9.5 N": "MET" });
  });

  test("R9.6 an event analysis closes a notification of an incident, for none was confirmed", () => {
    expect(shown({ ...about("INCIDENT"), events: [answer("EVENT_ANALYSIS", 2)] }, 80 * HOUR)).toEqual({
      "R9.6 N": "MET",
    });
  });
});

describe("H3 many incidents, many notifications", () => {
  test("R9.6 a card that was there before the notification meets it, and one card meets all", () => {
    const events = [card(-HOUR, -HOUR), card(90 * HOUR, -HOUR, { notifications: ["N", "M"] })];
    expect(shown({ ...about("INCIDENT", "N", "M"), events }, 100 * HOUR)).toMatchObject({
      "R9.6 N": "MET",
      "R9.6 M": "MET",
    });
  });

  test("R9.6 a notification of an incident that led to two owes both cards", () => {
    const events = [
      report(1, 0, { notifications: ["N"] }),
      report(2, 0, { incident: "B", notifications: ["N"] }),
      card(HOUR, 0),
    ];
    const before = shown({ ...about("INCIDENT"), events }, 80 * HOUR);
    expect(before).toMatchObject({ "R9.6 N": "MET", "R9.6 B N": `OVERDUE ${8 * HOUR}` });
    // The first is retracted: what its card answered stays answered (L18).
    const after = shown({ ...about("INCIDENT"), events: [...events, ...retraction(81 * HOUR, 82 * HOUR)] }, 82 * HOUR);
    expect(after).toMatchObject({ "R9.6 N": "MET", "R9.6 B N": `OVERDUE ${10 * HOUR}` });
    const cardless = [...events.slice(0, 1), ...retraction(81 * HOUR, 82 * HOUR)];
    expect(shown({ ...about("INCIDENT"), events: cardless }, 82 * HOUR)).toMatchObject({
      "R9.6 N": `MET_LATE ${9 * HOUR}`,
    });
  });

  test("R9.4 one analysis answers two notifications", () => {
    const events = [answer("THREAT_ANALYSIS", HOUR, ["N", "M"])];
    expect(shown({ ...about("THREAT", "N", "M"), events }, 80 * HOUR)).toEqual({ "R9.4 N": "MET", "R9.4 M": "MET" });
  });
});

describe("H4 the owner", () => {
  const objects = [{ id: "SCADA", protectedDuring: [{ from: from(-DAY), until: from(0) }] }];
  const standing = (events: Event[], now = 20 * MINUTE) => shown({ objects, events }, now);

  test("R9.2 told before it occurred does not count, which the card may show; before the confirmation it counts", () => {
    const events = [report(0, -MINUTE, { objects: ["SCADA"] }), told("SCADA", -400 * DAY)];
    expect(standing(events)).toMatchObject({ "R9.2 A SCADA": "MET" });
    const known = [...events, card(1, -MINUTE, { occurredAt: from(-5 * DAY) })];
    expect(standing(known)).toMatchObject({ "R9.2 A SCADA": `OVERDUE ${6 * MINUTE}` });
    expect(standing([...known, told("SCADA", -5 * DAY)])).toMatchObject({ "R9.2 A SCADA": "MET" });
  });

  test("R9.2 each protected object has its own, also one that a correction took off and one that is not registered", () => {
    const plant = { description: "ЖЭО-3", isProtected: true };
    const events = [report(0, -1, { objects: ["SCADA", plant] }), card(1, -1), told("ЖЭО-3", 2)];
    expect(standing(events)).toMatchObject({ "R9.2 A SCADA": `OVERDUE ${5 * MINUTE + 1}`, "R9.2 A ЖЭО-3": "MET" });
    const unknown = [report(0, -1, { objects: [{ description: "ЖЭО-3", isProtected: null }] })];
    expect(standing(unknown)).not.toHaveProperty("R9.2 A ЖЭО-3");
  });

  test("R9.2 an object is what it was when the incident was confirmed", () => {
    expect(standing([report(0, -1, { objects: ["SCADA"] })])).toHaveProperty("R9.2 A SCADA");
    expect(standing([report(0, 0, { objects: ["SCADA"] })])).not.toHaveProperty("R9.2 A SCADA");
    expect(standing([report(0, -DAY - 1, { objects: ["SCADA"] })])).not.toHaveProperty("R9.2 A SCADA");
  });
});

describe("H5 what was late stays late", () => {
  const lateBy = 9_403 * SECOND;
  test("R9.4 waived or withdrawn after its end, it keeps its lateness until then", () => {
    const at = from(72 * HOUR + lateBy);
    const duty = { rule: "R9.4", incident: null, notification: "N", object: null } as const;
    for (const end of [{ does: "WITHDRAWN", at, notification: "N" } as const, { does: "WAIVER", at, duty } as const]) {
      const events = [end, answer("THREAT_ANALYSIS", 90 * HOUR)];
      expect(shown({ ...about("THREAT"), events }, 99 * HOUR)).toEqual({ "R9.4 N": `WAIVED ${lateBy}` });
    }
  });

  test("R9.4 waived before its end, it is met by what still comes in time", () => {
    const events: Event[] = [{ does: "WITHDRAWN", at: from(HOUR), notification: "N" }];
    expect(shown({ ...about("THREAT"), events }, 80 * HOUR)).toEqual({ "R9.4 N": "WAIVED" });
    events.push(answer("THREAT_ANALYSIS", 72 * HOUR));
    expect(shown({ ...about("THREAT"), events }, 80 * HOUR)).toEqual({ "R9.4 N": "MET" });
  });
});

test("H6 R9.1 what was telephoned at the fifth minute counts from then", () => {
  const duty = { rule: "R9.1", incident: "A", notification: null, object: null } as const;
  const events: Event[] = [report(99 * HOUR, 0)];
  expect(shown({ events }, 99 * HOUR)).toMatchObject({ "R9.1 A": `MET_LATE ${99 * HOUR - 15 * MINUTE}` });
  events.push({ does: "RECEIVED_OTHERWISE", id: "R", at: from(100 * HOUR), duty, receivedAt: from(5 * MINUTE) });
  expect(shown({ events }, 101 * HOUR)).toMatchObject({ "R9.1 A": "MET" });
});

describe("H7 the day from which it is in force", () => {
  const inForceFrom = from(0);
  test("R9.1 R9.4 what was confirmed or became available a millisecond before opens nothing", () => {
    const events = [report(0, -1, { notifications: ["N"] }), card(1, -1)];
    const notifications = [{ id: "N", subject: "THREAT", availableAt: from(-1) } as const];
    expect(shown({ inForceFrom, notifications, events }, 99 * HOUR)).toEqual({});
  });

  test("RA.1 a correction into force opens all that was said before, met by what came before", () => {
    const plant = { description: "ЖЭО-3", isProtected: true };
    const events = [
      report(20 * MINUTE, -DAY, { severity: "UNDETERMINED", objects: [plant] }),
      card(30 * MINUTE, -DAY, { severity: "MEDIUM" }),
      correction(40 * MINUTE, 6 * MINUTE),
    ];
    expect(shown({ inForceFrom, events }, HOUR)).toEqual({
      "R9.1 A": "MET",
      "R9.2 A ЖЭО-3": `OVERDUE ${39 * MINUTE}`,
      "R9.3 A": "MET",
      "RA.1 A": "MET",
    });
  });

  test("R9.1 R9.2 a confirmation before force moves nothing: what has opened runs on, and what is named later runs beside it", () => {
    const events = [report(HOUR, HOUR), card(2 * HOUR, -32 * HOUR, { objects: ["SCADA"] })];
    const objects = [{ id: "SCADA", protectedDuring: [{ from: from(-90 * DAY), until: null }] }];
    expect(shown({ inForceFrom, objects, events }, HOUR + 15 * MINUTE)).toEqual({
      "R9.1 A": "MET",
      "R9.2 A SCADA": "RUNNING",
      "R9.3 A": "MET",
    });
  });
});

test("L15 R9.1 after a confirmation before force an earlier one under the terms moves what runs, and opens nothing by itself", () => {
  const inForceFrom = from(0);
  const before = card(4 * HOUR, -DAY);
  const events = [report(3 * HOUR, 3 * HOUR), before, card(5 * HOUR, HOUR), card(6 * HOUR, 2 * HOUR)];
  expect(shown({ inForceFrom, events }, 7 * HOUR)).toMatchObject({ "R9.1 A": `MET_LATE ${2 * HOUR - 15 * MINUTE}` });
  const old = { occurredAt: from(-2 * DAY) };
  const earlier = [before, card(5 * HOUR, HOUR, old), card(6 * HOUR, 2 * HOUR, old)];
  expect(shown({ inForceFrom, events: earlier }, 7 * HOUR)).toEqual({});
  // Where the incident itself occurred under the terms, one that is declared later opens what it would have opened.
  expect(shown({ inForceFrom, events: events.slice(1) }, 7 * HOUR)).toMatchObject({
    "R9.1 A": `MET_LATE ${3 * HOUR - 15 * MINUTE}`,
  });
});

test("F25 R9.2 what its SOC closed, as the incident named the object no more, is owed again when it is named again", () => {
  const plant = { description: "ЖЭО-3", isProtected: true };
  const duty = { rule: "R9.2", incident: "A", notification: null, object: "ЖЭО-3" } as const;
  const closed: Event = { does: "CLOSED_BY_SOC", at: from(2 * HOUR), duty };
  const events = [card(HOUR, 0, { objects: [plant] }), card(HOUR, 0), closed];
  expect(shown({ events }, 3 * HOUR)).toMatchObject({ "R9.2 A ЖЭО-3": `WAIVED ${2 * HOUR - 15 * MINUTE}` });
  events.push(card(3 * HOUR, 0, { objects: [plant] }));
  expect(shown({ events }, 3 * HOUR)).toMatchObject({ "R9.2 A ЖЭО-3": `OVERDUE ${3 * HOUR - 15 * MINUTE}` });
});

test("L22 R9.3 R9.6 a card that came by another way answers all that ask for one", () => {
  const duty = { rule: "R9.3", incident: "A", notification: null, object: null } as const;
  const events: Event[] = [
    report(HOUR, HOUR, { notifications: ["N"] }),
    { does: "RECEIVED_OTHERWISE", id: "R", at: from(80 * HOUR), duty, receivedAt: from(70 * HOUR) },
  ];
  for (const [subject, asked] of [["EVENT", "R9.5 N"], ["EVENT", "R9.6 A N"], ["INCIDENT", "R9.6 N"]] as const)
    expect(shown({ ...about(subject), events }, 80 * HOUR)).toMatchObject({ "R9.3 A": "MET", [asked]: "MET" });
}); // prettier-ignore

test("M1 R9.1 R9.3 an earlier confirmation makes late, the centre's correction undoes it, a later word of the SOC does not", () => {
  const events = [report(0, -10 * MINUTE), card(1, -10 * MINUTE), card(2, -80 * HOUR), card(3, -10 * MINUTE)];
  expect(shown({ events }, 4)).toEqual({
    "R9.1 A": `MET_LATE ${80 * HOUR - 15 * MINUTE}`,
    "R9.3 A": `MET_LATE ${8 * HOUR + 1}`,
  });
  expect(shown({ events: [...events, correction(4, -10 * MINUTE)] }, 4)).toEqual({ "R9.1 A": "MET", "R9.3 A": "MET" });
});

describe("M4 one current answer", () => {
  test("R9.5 R9.6 a denial at hour 1 does not keep in time the card of hour 100", () => {
    const denied = [answer("DENIAL", HOUR)];
    const confirmed = [...denied, report(63 * HOUR, 63 * HOUR, { notifications: ["N"] })];
    const sent = [...confirmed, card(100 * HOUR, 63 * HOUR)];
    for (const [subject, own] of [["EVENT", "R9.5 N"], ["INCIDENT", "R9.6 N"]] as const) {
      const standing = (events: Event[]) => shown({ ...about(subject), events }, 100 * HOUR)[own];
      expect([denied, confirmed, sent].map(standing)).toEqual(["MET", `OVERDUE ${28 * HOUR}`, `MET_LATE ${28 * HOUR}`]);
    }
  }); // prettier-ignore

  test("R9.5 a denial after an analysis, and a second analysis, leave the arrival of the first", () => {
    const events = [answer("EVENT_ANALYSIS", HOUR), answer("DENIAL", 80 * HOUR), answer("EVENT_ANALYSIS", 90 * HOUR)];
    expect(shown({ ...about("EVENT"), events }, 99 * HOUR)).toEqual({ "R9.5 N": "MET" });
  });

  test("L21 R9.5 R9.6 an incident confirmed after the 72 hours leaves the denial as it was", () => {
    const found = [report(90 * HOUR, 90 * HOUR, { notifications: ["N"] }), card(100 * HOUR, 90 * HOUR)];
    for (const [subject, own] of [["EVENT", "R9.5 N"], ["INCIDENT", "R9.6 N"]] as const) {
      const standing = (events: Event[]) => shown({ ...about(subject), events }, 100 * HOUR)[own];
      expect(standing([answer("DENIAL", HOUR), ...found])).toBe("MET");
      expect(standing(found)).toBe(`MET_LATE ${28 * HOUR}`);
      // Corrected into the 72 hours, it stands against the denial.
      expect(standing([answer("DENIAL", HOUR), ...found, correction(100 * HOUR, 72 * HOUR)])).toBe(`MET_LATE ${28 * HOUR}`);
    }
  }); // prettier-ignore

  test("R9.5 R9.6 a granted retraction is a denial made when it was requested", () => {
    const events = [card(60 * HOUR, HOUR, { notifications: ["N"] }), ...retraction(71 * HOUR, 99 * HOUR)];
    expect(shown({ ...about("EVENT"), events }, 99 * HOUR)).toMatchObject({ "R9.5 N": "MET", "R9.6 A N": "MET" });
    expect(shown({ ...about("INCIDENT"), events }, 99 * HOUR)).toMatchObject({ "R9.6 N": "MET" });
  });
});
