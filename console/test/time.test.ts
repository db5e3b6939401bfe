import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../src/texts/languages.js";
import { atInAlmaty, clockInAlmaty, DAY, HOUR, MINUTE, SECOND } from "../src/time/almaty.js";
import { writeCountdown, writeDuration } from "../src/time/durations.js";
import { writeNumber, writeShare } from "../src/time/numbers.js";
import { parseDate, parseDateTime } from "../src/time/parse.js";
import {
  writeClock,
  writeDate,
  writeDateTime,
  writeDay,
  writeFull,
  writeMoment,
  writeMonth,
  writeShortMonth,
} from "../src/time/write.js";

/** 2 March 2026, 03:14:07 in Almaty. */
const NIGHT = Date.parse("2026-03-01T22:14:07Z");
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("clocks of Almaty", () => {
  it("show UTC+5 since March 2024, UTC+6 before, and summer time before 2005, as ICU has it", () => {
    const icu = new Intl.DateTimeFormat("ru", {
      timeZone: "Asia/Almaty",
      dateStyle: "short",
      timeStyle: "medium",
    });
    const moments = ["1999-07-01T12:00:00Z", "2004-12-01T00:00:00Z", "2023-12-31T18:30:00Z", "2024-02-29T17:59:59Z"];
    for (const at of [...moments.map((text) => Date.parse(text)), Date.parse("2024-02-29T19:00:00Z"), NIGHT]) {
      expect(`${writeDate(at)}, ${writeClock(at)}`).toBe(icu.format(at));
    }
  });

  it("are read back as the same instant, and what no calendar has is none", () => {
    for (let at = Date.parse("2003-01-01T00:30:00Z"); at < Date.parse("2027-01-01T00:00:00Z"); at += 997 * HOUR) {
      const { year, month, day, hour, minute, second, ahead } = clockInAlmaty(at);
      const read = atInAlmaty(year, month, day, hour, minute, second) ?? 0;
      expect([at, at + HOUR], `${at}, UTC+${ahead}`).toContain(read);
    }
    expect(atInAlmaty(2026, 2, 29, 0, 0, 0)).toBeNull();
    expect(atInAlmaty(2026, 3, 1, 24, 0, 0)).toBeNull();
  });
});

describe("dates", () => {
  it("name each month and day as ICU does in Kazakh, Russian and English", () => {
    for (const language of LANGUAGES) {
      const locale = language === "en" ? "en-GB" : language;
      const day = new Intl.DateTimeFormat(locale, { timeZone: "Asia/Almaty", day: "numeric", month: "long" });
      const month = new Intl.DateTimeFormat(locale, { timeZone: "Asia/Almaty", month: "short" });
      for (let number = 0; number < 12; number += 1) {
        const at = Date.UTC(2026, number, 2, 12);
        expect(plain(writeDay(at, language))).toBe(plain(day.format(at)));
        // ICU writes points behind, and some Russian months with a letter more or another case.
        const short = month.format(at).replace(".", "").slice(0, 3);
        if (!/^ма[яй]$/.test(short)) expect(writeShortMonth(number + 1, language)).toBe(short);
      }
    }
  });

  it("are written as each language writes them", () => {
    expect(LANGUAGES.map((language) => plain(writeFull(NIGHT, language)))).toEqual([
      "2026 жылғы 2 наурыз, 03:14:07 UTC+5",
      "2 марта 2026 года, 03:14:07 UTC+5",
      "2 March 2026, 03:14:07 UTC+5",
    ]);
    expect(LANGUAGES.map((language) => plain(writeMonth(NIGHT, language)))).toEqual([
      "2026 жылғы наурыз",
      "март 2026",
      "March 2026",
    ]);
    expect(writeDate(NIGHT)).toBe("02.03.2026");
  });

  it("leave out what is the same as now", () => {
    expect(writeMoment(NIGHT, NIGHT + HOUR, "ru")).toBe("03:14:07");
    expect(plain(writeMoment(NIGHT, NIGHT + DAY, "ru"))).toBe("2 марта, 03:14:07");
    expect(plain(writeMoment(NIGHT, NIGHT + 365 * DAY, "kk"))).toBe("2026 жылғы 2 наурыз, 03:14:07");
  });
});

describe("lengths of time", () => {
  it("count minutes and seconds below an hour, hours below ten days", () => {
    expect(writeCountdown(2 * MINUTE + 41 * SECOND, "ru")).toBe("2:41");
    expect(writeCountdown(-(6 * MINUTE + 18 * SECOND), "ru")).toBe("6:18");
    expect(plain(writeCountdown(31 * HOUR + 5 * MINUTE, "ru"))).toBe("31 ч 05 мин");
    expect(plain(writeCountdown(31 * HOUR + 5 * MINUTE, "kk"))).toBe("31 сағ 05 мин");
    expect(plain(writeCountdown(11 * DAY + 2 * HOUR, "en"))).toBe("11 d 2 h");
    expect(plain(writeCountdown(12 * DAY, "kk"))).toBe("12 тәулік");
    expect(writeCountdown(1, "en")).toBe("0:01");
  });

  it("are written in their two greatest units, and a moment counts as a second", () => {
    expect(plain(writeDuration(8 * MINUTE + 12 * SECOND, "ru"))).toBe("8 мин 12 с");
    expect(plain(writeDuration(24 * HOUR + 29 * MINUTE + 3 * SECOND, "kk"))).toBe("24 сағ 29 мин");
    expect(plain(writeDuration(19 * HOUR, "en"))).toBe("19 h");
    expect(plain(writeDuration(1, "en"))).toBe("1 s");
    expect(plain(writeDuration(0, "ru"))).toBe("0 с");
  });
});

describe("numbers", () => {
  it("are written as ICU writes them, but for the width of the space", () => {
    for (const language of LANGUAGES) {
      const icu = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
      for (const value of [0, 7, 1_000, 18_412, 1_234_567.5, 0.25]) {
        expect(plain(writeNumber(value, language, 1))).toBe(plain(icu.format(value)));
      }
    }
    expect(writeNumber(18_412, "kk")).toBe("18\u202f412");
    expect(writeNumber(-0.01, "ru", 1)).toBe("0");
  });

  it("never round a share to all or to nothing", () => {
    expect(writeShare(0.999, "en")).toBe("99%");
    expect(writeShare(0.001, "en")).toBe("1%");
    expect(plain(writeShare(1, "kk"))).toBe("100 %");
  });
});

describe("typed times", () => {
  const typed = (text: string) => {
    const at = parseDateTime(text, NIGHT);
    return at === null ? null : `${writeDate(at)} ${writeClock(at)}`;
  };

  it("are understood in full, in short and as digits", () => {
    for (const text of [
      "02.03.2026 03:05:00",
      "2.3.26 3:05",
      "02.03 03:05",
      "03:05",
      "0305",
      "2026-03-02T03:05",
      "02032026 0305",
    ]) {
      expect(typed(text), text).toBe("02.03.2026 03:05:00");
    }
    expect(typed("2026-03-01T22:05:00Z")).toBe("02.03.2026 03:05:00");
    expect(typed("02/03/2026, 030541")).toBe("02.03.2026 03:05:41");
  });

  it("are in the past where a field is about what has happened, but for a slip of minutes, which is to be seen", () => {
    const afternoon = Date.parse("2026-03-02T15:47:00+05:00");
    const at = (text: string, meant?: "ANY") => writeDateTime(parseDateTime(text, afternoon, meant) ?? 0);
    expect(at("3:05")).toBe("02.03.2026 03:05:00");
    expect(at("23:50")).toBe("01.03.2026 23:50:00");
    expect(at("15:59")).toBe("02.03.2026 15:59:00");
    expect(at("05.04 10:00")).toBe("05.04.2025 10:00:00");
    expect(at("3:05", "ANY")).toBe("03.03.2026 03:05:00");
    expect(at("05.04 10:00", "ANY")).toBe("05.04.2026 10:00:00");
    // What was typed in full is not changed.
    expect(at("05.04.2026 10:00")).toBe("05.04.2026 10:00:00");
  });

  it("are those nearest to now where day or year was left out", () => {
    expect(typed("23:50")).toBe("01.03.2026 23:50:00");
    expect(typed("31.12 10:00")).toBe("31.12.2025 10:00:00");
  });

  it("are none where no calendar or clock has them", () => {
    for (const text of ["", "25:00", "31.02.2026 10:00", "02.03.2026", "завтра", "1", "3:5", "02.13.2026 10:00"]) {
      expect(typed(text), text).toBeNull();
    }
  });

  it("may be a date alone where a date is asked for", () => {
    expect(parseDate("2.3.2026", NIGHT)).toBe("2026-03-02");
    expect(parseDate("02032026", NIGHT)).toBe("2026-03-02");
    expect(parseDate("01.12", NIGHT)).toBe("2025-12-01");
    expect(parseDate("31.02.2026", NIGHT)).toBeNull();
    expect(parseDate("02.03.2026 03:05", NIGHT)).toBeNull();
  });
});
