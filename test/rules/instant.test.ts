import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  after,
  dateInAlmaty,
  HOUR,
  instant,
  MINUTE,
  parseInstant,
  parseLocalDate,
  toIso,
} from "../../src/domain/instant.js";
import { at } from "../support/drafts.js";

const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const instants = fc.integer({ min: 0, max: LAST }).map(instant);

/** How `moment` is written by someone whose clock shows `offset` minutes more than UTC. */
function writtenAt(moment: number, offset: number): string {
  const sign = offset < 0 ? "-" : "+";
  const two = (number: number): string => String(number).padStart(2, "0");
  const hours = two(Math.floor(Math.abs(offset) / 60));
  const local = new Date(moment + offset * MINUTE).toISOString().slice(0, -1);
  return `${local}${sign}${hours}:${two(Math.abs(offset) % 60)}`;
}

describe("reading a date and time", () => {
  const READ: readonly (readonly [text: string, utc: string])[] = [
    ["1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520Z"],
    ["1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57.000Z"],
    ["2026-03-01T15:00:00+05:00", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01t10:00:00z", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T10:00:00-00:00", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T00:00:00+23:59", "2026-02-28T00:01:00.000Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["2000-02-29T23:59:59Z", "2000-02-29T23:59:59.000Z"],
    ["2026-03-01T10:00:00.0Z", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T10:00:00.1239Z", "2026-03-01T10:00:00.123Z"],
    ["2026-03-01T10:00:00.999999999Z", "2026-03-01T10:00:00.999Z"],
    ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ];
  test.for(READ)("%s is %s", ([text, utc]) => {
    expect(toIso(at(text))).toBe(utc);
  });

  const REFUSED = [
    "",
    "2026-03-01",
    "2026-03-01T10:00:00",
    "2026-03-01T10:00Z",
    "2026-03-01 10:00:00Z",
    "2026-03-01T10:00:00+05",
    "2026-03-01T10:00:00+0500",
    "2026-03-01T10:00:00+24:00",
    "2026-03-01T10:00:00+05:60",
    "2026-03-01T10:00:00.Z",
    "2026-03-01T10:00:00,5Z",
    "2026-3-1T10:00:00Z",
    "2026-02-29T10:00:00Z",
    "2100-02-29T10:00:00Z",
    "2026-02-30T10:00:00Z",
    "2026-04-31T10:00:00Z",
    "2026-13-01T10:00:00Z",
    "2026-00-01T10:00:00Z",
    "2026-01-00T10:00:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T10:60:00Z",
    "2026-03-01T10:00:61Z",
    "1990-12-31T23:59:60Z",
    "1937-01-01T12:00:27.87+00:20",
    "1970-01-01T00:00:00+05:00",
    "9999-12-31T23:00:00-05:00",
    "+010000-01-01T00:00:00Z",
    "-000001-01-01T00:00:00Z",
    " 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00Z\n",
    "2026-03-01T10:00:00Zulu",
    "２026-03-01T10:00:00Z",
    "1772359200000",
    "March 1, 2026 10:00 UTC",
  ];
  test.for(REFUSED)("%j is none", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test("what is written in UTC is read again as it was", () => {
    fc.assert(
      fc.property(instants, (moment) => {
        expect(parseInstant(toIso(moment))).toBe(moment);
      }),
    );
  });

  test("the same moment is read from any offset", () => {
    const offsets = fc.integer({ min: -(23 * 60 + 59), max: 23 * 60 + 59 });
    fc.assert(
      fc.property(fc.integer({ min: 24 * HOUR, max: LAST - 24 * HOUR }), offsets, (moment, offset) => {
        expect(parseInstant(writtenAt(moment, offset))).toBe(moment);
      }),
    );
  });

  test("digits past the millisecond are cut off and round nothing up", () => {
    fc.assert(
      fc.property(instants, fc.stringMatching(/^\d{1,6}$/), (moment, digits) => {
        expect(parseInstant(toIso(moment).replace("Z", `${digits}Z`))).toBe(moment);
      }),
    );
  });

  test("no text makes it fail: it gives null or an instant within 1970 to 9999", () => {
    const pieces = fc.constantFrom(
      "2026",
      "9999",
      "-",
      "03",
      "31",
      "T",
      "t",
      "24",
      ":",
      "59",
      ".",
      "123",
      "Z",
      "+",
      "05",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 16 }).map((all) => all.join("")),
        ),
        (text) => {
          const moment = parseInstant(text);
          expect(moment === null || (Number.isInteger(moment) && moment >= 0 && moment <= LAST)).toBe(true);
        },
      ),
    );
  });

  test("a text that is no day of the calendar is no moment of it either", () => {
    const numbers = fc.tuple(fc.integer({ min: 1970, max: 9999 }), fc.nat(19), fc.nat(39));
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const isDay = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(parseLocalDate(date)).toBe(isDay ? date : null);
        expect(parseInstant(`${date}T12:00:00Z`) !== null).toBe(isDay);
      }),
    );
  });
});

describe("reading a date", () => {
  test.for(["1970-01-01", "2024-02-29", "2026-03-01", "9999-12-31"])("%s is one", (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  const REFUSED = [
    "",
    "1969-12-31",
    "2025-02-29",
    "2026-04-31",
    "2026-3-1",
    "01.03.2026",
    "2026-03-01Z",
    "2026-03-01\n",
  ];
  test.for(REFUSED)("%j is none", (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });
});

test("the day changes in Almaty at 19:00 UTC", () => {
  expect(dateInAlmaty(at("2026-03-01T18:59:59.999Z"))).toBe("2026-03-01");
  expect(dateInAlmaty(at("2026-03-01T19:00:00Z"))).toBe("2026-03-02");
});

test("after adds milliseconds and carries them over", () => {
  expect(toIso(after(at("2026-02-28T23:59:59.999Z"), 1))).toBe("2026-03-01T00:00:00.000Z");
  expect(toIso(after(at("2026-03-01T00:00:00Z"), 72 * HOUR))).toBe("2026-03-04T00:00:00.000Z");
});
