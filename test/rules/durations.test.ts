import { expect, test } from "vitest";
import { boundsOf, moved, parseDuration } from "../../src/domain/duration.js";
import { parseInstant, toIso, type Instant } from "../../src/domain/instant.js";

const at = (text: string): Instant => parseInstant(text) ?? (0 as Instant);
const back = (from: string, length: string): string => {
  const read = parseDuration(length);
  return read ? toIso(moved(at(from), read, -1)) : "no duration";
};

test("a duration is in whole numbers and without a sign, and never nothing", () => {
  for (const text of ["P30D", "PT2H", "P1Y6M", "P1W", "P1DT12H", "pt90m"])
    expect(parseDuration(text), text).not.toBeNull();
  for (const text of ["", "P", "PT", "-P1D", "P-1D", "P1.5D", "P0D", "1D", "P1H", "PT1D", "P1D ", "P99999999999D"])
    expect(parseDuration(text), text).toBeNull();
});

test("months and days go by the calendar of Almaty, hours are exact", () => {
  expect(back("2026-03-31T07:00:00+05:00", "P1M")).toBe("2026-02-28T02:00:00.000Z");
  expect(back("2026-03-01T00:30:00+05:00", "P1D")).toBe("2026-02-27T19:30:00.000Z");
  expect(back("2026-03-01T00:30:00+05:00", "PT24H")).toBe("2026-02-27T19:30:00.000Z");
  // On 1 March 2024 the clocks were put back by an hour: the same time of day is 25 hours before.
  expect(back("2024-03-01T12:00:00+05:00", "P1D")).toBe("2024-02-29T06:00:00.000Z");
  expect(back("1970-03-01T00:00:00Z", "P9999Y")).toBe("1970-01-01T00:00:00.000Z");
});

test("last and next include both ends, and what is given beside each other must hold together", () => {
  const now = at("2026-03-10T12:00:00Z");
  const days = (count: number) => parseDuration(`P${count}D`);
  expect(boundsOf({ last: days(1) }, now)).toEqual({ from: now - 86_400_000, before: now + 1 });
  expect(boundsOf({ next: days(1) }, now)).toEqual({ from: now, before: now + 86_400_001 });
  expect(boundsOf({ last: days(30), olderThan: days(7) }, now)).toEqual({
    from: now - 30 * 86_400_000,
    before: now - 7 * 86_400_000,
  });
});
