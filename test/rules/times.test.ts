import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, HOUR, instant, MINUTE, SECOND } from "../../src/domain/instant.js";
import { writeDuration, writeTime, writeTimeInTable, writeTimeShort } from "../../src/domain/wording/times.js";
import { LOCALES } from "../../src/domain/wording/wording.js";
import { at } from "../support/drafts.js";

describe("a date and time for people", () => {
  const TIMES: readonly (readonly [utc: string, kk: string, ru: string, en: string])[] = [
    [
      "2026-03-01T10:00:00.999Z",
      "2026 жылғы 1 наурыз, 15:00:00 UTC+5",
      "01.03.2026, 15:00:00 UTC+5",
      "1 March 2026, 15:00:00 UTC+5",
    ],
    [
      "2026-12-31T19:00:00Z",
      "2027 жылғы 1 қаңтар, 00:00:00 UTC+5",
      "01.01.2027, 00:00:00 UTC+5",
      "1 January 2027, 00:00:00 UTC+5",
    ],
    [
      "2024-02-29T17:59:59Z",
      "2024 жылғы 29 ақпан, 23:59:59 UTC+6",
      "29.02.2024, 23:59:59 UTC+6",
      "29 February 2024, 23:59:59 UTC+6",
    ],
    [
      "9999-12-31T23:59:59Z",
      "10000 жылғы 1 қаңтар, 04:59:59 UTC+5",
      "01.01.10000, 04:59:59 UTC+5",
      "1 January 10000, 04:59:59 UTC+5",
    ],
  ];
  test.for(TIMES)("%s is written as people write it in each language, with the offset", ([utc, kk, ru, en]) => {
    expect(writeTime(at(utc), "kk")).toBe(kk);
    expect(writeTime(at(utc), "ru")).toBe(ru);
    expect(writeTime(at(utc), "en")).toBe(en);
  });

  test("each month has its name, that of the calendar", () => {
    for (const locale of ["kk", "en"] as const) {
      const names = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
      for (let month = 0; month < 12; month += 1) {
        const middle = instant(Date.UTC(2026, month, 15));
        expect(writeTime(middle, locale).toLowerCase()).toContain(` ${names.format(middle).toLowerCase()}`);
      }
    }
  });

  test("the short form has minute, day and month, the same in each language", () => {
    expect(writeTimeShort(at("2026-03-01T10:00:59Z"))).toBe("15:00, 01.03");
    expect(writeTimeShort(at("2026-12-31T19:05:00Z"))).toBe("00:05, 01.01");
  });

  test("in a cell of a table the month is short", () => {
    const cells = LOCALES.map((locale) => writeTimeInTable(at("2026-03-01T10:00:00.999Z"), locale));
    expect(cells).toEqual(["01.03.2026, 15:00:00 UTC+5", "01.03.2026, 15:00:00 UTC+5", "1 Mar 2026, 15:00:00 UTC+5"]);
  });

  test("what is written can be read back to the second", () => {
    fc.assert(
      fc.property(fc.integer({ min: at("2024-03-01T00:00:00Z"), max: at("9999-12-31T18:59:59Z") }), (ms) => {
        const [, day, month, year, time] =
          /^(\d\d)\.(\d\d)\.(\d{4}), ([\d:]{8}) UTC\+5$/.exec(writeTime(instant(ms), "ru")) ?? [];
        expect(Date.parse(`${year}-${month}-${day}T${time}+05:00`)).toBe(Math.floor(ms / SECOND) * SECOND);
      }),
    );
  });
});

describe("a length of time for people", () => {
  const LENGTHS: readonly (readonly [milliseconds: number, kk: string, ru: string, en: string])[] = [
    [0, "0 с", "0 с", "0 s"],
    [1, "1 с", "1 с", "1 s"],
    [1_000, "1 с", "1 с", "1 s"],
    [1_001, "2 с", "2 с", "2 s"],
    [59_001, "1 мин", "1 мин", "1 min"],
    [90 * SECOND, "1 мин 30 с", "1 мин 30 с", "1 min 30 s"],
    [HOUR + 5 * SECOND, "1 сағ 5 с", "1 ч 5 с", "1 h 5 s"],
    [79 * HOUR + 45 * MINUTE + 8 * SECOND, "79 сағ 45 мин 8 с", "79 ч 45 мин 8 с", "79 h 45 min 8 s"],
    [10 * DAY - SECOND, "239 сағ 59 мин 59 с", "239 ч 59 мин 59 с", "239 h 59 min 59 s"],
    [10 * DAY, "10 тәулік", "10 сут", "10 d"],
    [31 * DAY + 2 * HOUR, "31 тәулік 2 сағ", "31 сут 2 ч", "31 d 2 h"],
  ];
  test.for(LENGTHS)("%d ms is written with the units of each language, in days from ten on", ([ms, kk, ru, en]) => {
    expect(writeDuration(ms, "kk")).toBe(kk);
    expect(writeDuration(ms, "ru")).toBe(ru);
    expect(writeDuration(ms, "en")).toBe(en);
  });

  test("no second is left out, and less than one is added", () => {
    const size: Readonly<Record<string, number>> = { d: DAY, h: HOUR, min: MINUTE, s: SECOND };
    fc.assert(
      fc.property(fc.nat(10_000 * HOUR), (milliseconds) => {
        const parts = writeDuration(milliseconds, "en").matchAll(/(\d+) (d|h|min|s)/g);
        const sum = Array.from(parts, ([, count, unit = ""]) => Number(count) * (size[unit] ?? 0)).reduce(
          (total, part) => total + part,
          0,
        );
        expect(sum - milliseconds).toBeGreaterThanOrEqual(0);
        expect(sum - milliseconds).toBeLessThan(SECOND);
        for (const locale of LOCALES) expect(writeDuration(milliseconds, locale)).not.toMatch(/(^| )0 \S+ /);
      }),
    );
  });
});
