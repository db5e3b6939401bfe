import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateInAlmaty, dayInAlmaty, HOUR, instant, type LocalDate } from "../../src/domain/instant.js";
import {
  bySums,
  figuresChanged,
  figuresTogether,
  judgeDaySpan,
  monthsOf,
  shareInTime,
  total,
  type Tally,
} from "../../src/domain/timeliness.js";
import { CONFIRMATION_TERMS, discharge, open, waive } from "../../src/domain/obligations.js";
import { at, on } from "../support/drafts.js";

const span = (from: string, before: string) => ({ from: on(from), before: on(before) });

describe("a period of days", () => {
  test("F18 it ends after it begins, and ten years later at the latest", () => {
    expect(judgeDaySpan(span("2026-03-01", "2026-03-02"))).toEqual([]);
    expect(judgeDaySpan(span("2026-03-01", "2036-03-01"))).toEqual([]);
    expect(judgeDaySpan(span("2028-02-29", "2038-02-28"))).toEqual([]);
    for (const [from, before] of [
      ["2026-03-01", "2026-03-01"],
      ["2026-03-01", "2026-02-28"],
      ["2026-03-01", "2036-03-02"],
      ["2028-02-29", "2038-03-01"],
      ["1970-01-01", "9999-12-31"],
    ] as const)
      expect(judgeDaySpan(span(from, before)), `${from} ${before}`).toMatchObject([{ rule: "F18", path: ["before"] }]);
  });

  test("its months begin and end at midnight in Asia/Almaty, the first and the last where it does", () => {
    expect(monthsOf(span("2025-11-15", "2026-02-03"))).toEqual([
      { month: "2025-11-01", startsAt: at("2025-11-14T19:00:00Z"), endsAt: at("2025-11-30T19:00:00Z") },
      { month: "2025-12-01", startsAt: at("2025-11-30T19:00:00Z"), endsAt: at("2025-12-31T19:00:00Z") },
      { month: "2026-01-01", startsAt: at("2025-12-31T19:00:00Z"), endsAt: at("2026-01-31T19:00:00Z") },
      { month: "2026-02-01", startsAt: at("2026-01-31T19:00:00Z"), endsAt: at("2026-02-02T19:00:00Z") },
    ]);
    expect(monthsOf(span("9999-11-30", "9999-12-31")).map(({ month }) => month)).toEqual(["9999-11-01", "9999-12-01"]);
    expect(monthsOf(span("2026-03-01", "2026-04-01"))).toHaveLength(1);
    expect(monthsOf(span("2026-03-31", "2026-04-02"))).toHaveLength(2);
  });

  test("any instant lies in the month of its date, if its date lies in the period, and else in none", () => {
    const days = fc.integer({ min: 0, max: 4_000 }).map((day) => instant(at("2020-01-01T00:00:00Z") + day * 24 * HOUR));
    const instants = fc.oneof(
      days,
      fc.tuple(days, fc.integer({ min: -6, max: 6 })).map(([day, ms]) => instant(dayInAlmaty(dateInAlmaty(day)) + ms)),
    );
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 3_000 }), instants, (start, length, moment) => {
        const [from, before] = [dateInAlmaty(start), dateInAlmaty(instant(start + length * 24 * HOUR))];
        const date = dateInAlmaty(moment);
        const found = monthsOf({ from, before }).filter((one) => one.startsAt <= moment && moment < one.endsAt);
        const isInside = from <= date && date < before;
        expect(found.map(({ month }) => month)).toEqual(isInside ? [`${date.slice(0, 8)}01` as LocalDate] : []);
      }),
    );
  });

  test("any instant of it counts once by the sums of whole months and the parts that are added or taken off, any other not at all", () => {
    const days = fc.integer({ min: 0, max: 1_500 }).map((day) => instant(at("2022-01-01T00:00:00Z") + day * 24 * HOUR));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 200 }),
        days,
        fc.integer({ min: -1, max: 1 }),
        (start, length, day, ms) => {
          const [from, before] = [dateInAlmaty(start), dateInAlmaty(instant(start + length * 24 * HOUR))];
          const moment = instant(dayInAlmaty(dateInAlmaty(day)) + ms);
          const { tallied, parts } = bySums(monthsOf({ from, before }));
          const month = `${dateInAlmaty(moment).slice(0, 8)}01`;
          const inParts = parts.filter((part) => part.startsAt <= moment && moment < part.endsAt);
          expect(inParts.every((part) => part.month === month)).toBe(true);
          const times =
            Number(tallied.includes(month as LocalDate)) + inParts.reduce((sum, part) => sum + part.times, 0);
          const date = dateInAlmaty(moment);
          expect(times).toBe(from <= date && date < before ? 1 : 0);
          // At most half a month at each end is counted.
          for (const part of parts) expect(part.endsAt - part.startsAt).toBeLessThanOrEqual(15.5 * 24 * HOUR);
          expect(parts.length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  test("the last month that has a date is counted, and no whole one", () => {
    expect(bySums(monthsOf(span("9999-11-01", "9999-12-31")))).toMatchObject({
      tallied: ["9999-11-01"],
      parts: [{ month: "9999-12-01", times: 1 }],
    });
  });
});

describe("tallies", () => {
  const NONE: Tally = total([]);
  const tally: Tally = { ...NONE, opened: 25, met: 6, late: 3, overdue: 1, waived: 4, running: 7, waivedLate: 4 };

  test("what is waived in time or still runs has no part in the share in time; what was waived after its end has (H5, L20)", () => {
    expect(shareInTime({ ...tally, waivedLate: 0 })).toBe(0.6);
    expect(shareInTime({ ...tally, waivedLate: 5 })).toBe(0.4);
    expect(shareInTime({ ...tally, met: 0 })).toBe(0);
    expect(shareInTime({ ...tally, late: 0, overdue: 0, waivedLate: 0 })).toBe(1);
    expect(shareInTime({ ...tally, met: 0, late: 0, overdue: 0, waivedLate: 0 })).toBeNull();
  });

  test("a total adds each count by itself", () => {
    const twice = { ...NONE, opened: 50, met: 12, late: 6, overdue: 2, waived: 8, running: 14, waivedLate: 8 };
    expect(total([tally, tally])).toEqual(twice);
    expect(Object.values(NONE).every((count) => count === 0)).toBe(true);
  });
});

describe("what a correction says of months that have ended", () => {
  const { SUBMIT_CARD, NOTIFY_CENTRE } = CONFIRMATION_TERMS;
  const february = at("2026-02-10T10:00:00Z");
  const march = at("2026-03-10T10:00:00Z");
  const now = at("2026-03-20T10:00:00Z");
  const inFebruary = open(SUBMIT_CARD, february);
  const monthsBy = (...changed: Parameters<typeof figuresChanged>) =>
    figuresChanged(...changed).map(({ rule, says }) => [rule, says.about]);

  test("L4 a duty that leaves or enters one changes it; the present month has no figures yet", () => {
    const inMarch = open(SUBMIT_CARD, march);
    expect(figuresChanged([inFebruary], [inMarch], now)).toEqual([
      { rule: "R9.3", path: [], says: { key: "figuresChanged", about: { months: ["2026-02-01"] } } },
    ]);
    expect(monthsBy([inFebruary], [inMarch], at("2026-04-20T10:00:00Z"))).toEqual([
      ["R9.3", { months: ["2026-02-01", "2026-03-01"] }],
    ]);
    expect(figuresChanged([inMarch], [open(SUBMIT_CARD, at("2026-03-02T10:00:00Z"))], now)).toEqual([]);
  });

  test("a month ends at midnight in Almaty", () => {
    const start = at("2026-02-28T18:59:59.999Z");
    const [duty, end] = [open(NOTIFY_CENTRE, start), at("2026-02-28T19:00:00Z")];
    expect(figuresChanged([duty], [], start)).toEqual([]);
    expect(monthsBy([duty], [], end)).toEqual([["R9.1", { months: ["2026-02-01"] }]]);
  });

  test("H5 H6 L18 L20 L22 L23 so does another outcome: waived, met by another way, void, of a retracted incident", () => {
    const met = discharge(inFebruary, february, "CARD");
    for (const other of [
      waive(inFebruary, now),
      waive(inFebruary, february),
      met,
      discharge(inFebruary, february, "RECEIVED_OTHERWISE"),
      { ...inFebruary, isVoid: true },
      { ...inFebruary, isRetracted: true },
    ]) {
      expect(monthsBy([inFebruary], [other], now)).toEqual([["R9.3", { months: ["2026-02-01"] }]]);
      expect(figuresChanged([other], [other], now)).toEqual([]);
    }
    // Waived when it was over already is not waived in time.
    expect(monthsBy([waive(inFebruary, february)], [waive(inFebruary, now)], now)).toEqual([
      ["R9.3", { months: ["2026-02-01"] }],
    ]);
    // Lateness by other seconds, and a report in place of a card, are the same count.
    const late = discharge(inFebruary, at("2026-02-15T10:00:00Z"), "CARD");
    expect(figuresChanged([late], [discharge(inFebruary, now, "CARD")], now)).toEqual([]);
    expect(figuresChanged([met], [{ ...met, metBy: "REPORT" }], now)).toEqual([]);
  });

  test("that what was running is met in its time changes nothing that was told; that it is waived or met otherwise does", () => {
    const [running, early] = [open(SUBMIT_CARD, at("2026-02-28T10:00:00Z")), at("2026-03-01T10:00:00Z")];
    expect(figuresChanged([running], [discharge(running, early, "CARD")], early)).toEqual([]);
    for (const other of [waive(running, early), discharge(running, early, "RECEIVED_OTHERWISE")])
      expect(monthsBy([running], [other], early)).toEqual([["R9.3", { months: ["2026-02-01"] }]]);
  });

  test("one submission says it once for each rule", () => {
    const says = (rule: "R9.3" | "R9.6", ...days: string[]) =>
      ({ rule, path: [], says: { key: "figuresChanged", about: { months: days as LocalDate[] } } }) as const;
    const late = { rule: "R9.3", path: [], says: { key: "describesRegistered", about: {} } } as const;
    expect(
      figuresTogether([
        says("R9.6", "2026-03-01"),
        late,
        says("R9.6", "2026-02-01", "2026-03-01"),
        says("R9.3", "2026-02-01"),
      ]),
    ).toEqual([says("R9.6", "2026-02-01", "2026-03-01"), late, says("R9.3", "2026-02-01")]);
  });

  test("what one duty loses and another of the month gains changes no count", () => {
    const other = { ...inFebruary, objectId: "other" };
    expect(figuresChanged([inFebruary, waive(other, now)], [waive(inFebruary, now), other], now)).toEqual([]);
  });
});
