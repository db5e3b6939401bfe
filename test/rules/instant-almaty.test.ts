import fc from "fast-check";
import { expect, test } from "vitest";
import {
  clockInAlmaty,
  dateInAlmaty,
  dayInAlmaty,
  HOUR,
  instant,
  parseLocalDate,
  type Instant,
} from "../../src/domain/instant.js";
import { at } from "../support/drafts.js";

const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** Date, time and offset as the clocks of Almaty show them. */
function shownAt(moment: Instant): string {
  const { date, time, hours } = clockInAlmaty(moment);
  return `${date} ${time} UTC+${hours}`;
}

const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Almaty", dateStyle: "short", timeStyle: "medium" });

test("the last instant there is has a year of five digits in Almaty, and is written so", () => {
  expect(shownAt(instant(LAST))).toBe("10000-01-01 04:59:59 UTC+5");
  expect(dateInAlmaty(instant(LAST))).toBe("10000-01-01");
  expect(shownAt(at("9999-12-31T18:59:59Z"))).toBe("9999-12-31 23:59:59 UTC+5");
});

test("time is what the clocks in Almaty showed, with how far that was from UTC", () => {
  const SHOWN: readonly (readonly [utc: string, shown: string])[] = [
    ["1970-01-01T00:00:00Z", "1970-01-01 06:00:00 UTC+6"],
    ["1990-07-01T00:00:00Z", "1990-07-01 07:00:00 UTC+7"],
    ["2004-10-30T19:59:59Z", "2004-10-31 02:59:59 UTC+7"],
    ["2004-10-30T20:00:00Z", "2004-10-31 02:00:00 UTC+6"],
    ["2024-02-29T17:59:59Z", "2024-02-29 23:59:59 UTC+6"],
    ["2024-02-29T18:00:00Z", "2024-02-29 23:00:00 UTC+5"],
    ["2024-02-29T19:00:00Z", "2024-03-01 00:00:00 UTC+5"],
  ];
  for (const [utc, shown] of SHOWN) expect(shownAt(at(utc))).toBe(shown);
});

test("time and date are those of the time-zone database at every instant that can be declared until 2037", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(2037, 11, 31) }).map(instant), (moment) => {
      const shown = format.format(moment);
      expect(shownAt(moment).slice(0, 19)).toBe(shown);
      expect(dateInAlmaty(moment)).toBe(shown.slice(0, 10));
    }),
    { numRuns: 2_000 },
  );
});

test("a day begins at its first instant in Almaty, whatever the clocks were turned by", () => {
  const days = fc.integer({ min: 1, max: Math.floor(LAST / (24 * HOUR)) });
  fc.assert(
    fc.property(days, (day) => {
      const date = parseLocalDate(new Date(day * 24 * HOUR).toISOString().slice(0, 10));
      if (date === null) throw new Error("no date");
      const start = dayInAlmaty(date);
      expect(dateInAlmaty(start)).toBe(date);
      expect(dateInAlmaty(instant(start - 1)) < date).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  for (const date of ["1981-04-01", "1981-10-01", "1991-09-29", "2024-02-29", "2024-03-01"]) {
    const known = parseLocalDate(date);
    if (known === null) throw new Error("no date");
    const start = dayInAlmaty(known);
    expect([dateInAlmaty(start), dateInAlmaty(instant(start - 1)) < date]).toEqual([date, true]);
  }
});
