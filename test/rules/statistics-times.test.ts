import { expect, test } from "vitest";
import type { LocalDate } from "../../src/domain/instant.js";
import { beginningOf, nameOfTime, type TimeDimension } from "../../src/domain/statistics.js";

test.for([
  ["2026-03-05", "DAY", "2026-03-05"],
  ["2026-03-05", "MONTH", "2026-03"],
  ["2026-03-31", "QUARTER", "2026-Q1"],
  ["2026-12-31", "QUARTER", "2026-Q4"],
  ["2026-03-05", "YEAR", "2026"],
  ["2026-03-05", "WEEK", "2026-W10"],
  // A week belongs to the year of its Thursday (ISO 8601).
  ["2026-01-01", "WEEK", "2026-W01"],
  ["2025-12-29", "WEEK", "2026-W01"],
  ["2027-01-03", "WEEK", "2026-W53"],
  ["2027-01-04", "WEEK", "2027-W01"],
] satisfies [string, TimeDimension, string][])("%s lies in the %s %s", ([day, dimension, name]) => {
  expect(nameOfTime(dimension, beginningOf(dimension, day as LocalDate))).toBe(name);
});
