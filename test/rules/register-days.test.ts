import { expect, test } from "vitest";
import { DAY, toIso } from "../../src/domain/instant.js";
import { expectDays, spanOf } from "../../src/domain/registers.js";
import { on } from "../support/drafts.js";

/** R13.2: the days of a register, as instants. */

test.for([
  // As it ended, the clocks of Almaty were put back an hour.
  ["2024-02-29", "2024-02-29", "2024-02-28T18:00:00.000Z", "2024-02-29T19:00:00.000Z"],
  ["2026-03-01", "2026-03-31", "2026-02-28T19:00:00.000Z", "2026-03-31T19:00:00.000Z"],
] as const)("R13.2 the days from %s until %s begin and end with those of Almaty", ([from, until, begins, ends]) => {
  const span = spanOf({ from: on(from), until: on(until) });
  expect([toIso(span.begins), toIso(span.ends)]).toEqual([begins, ends]);
});

test("R13.2 the last day that a calendar of four digits has is a day like others", () => {
  const last = on("9999-12-31");
  const { begins, ends } = spanOf({ from: last, until: last });
  expect(ends - begins).toBe(DAY);
});

test.for([
  ["2026-03-01", "2026-03-01", true],
  ["2024-01-01", "2024-12-31", true],
  ["2026-01-01", "2027-01-01", true],
  ["2026-01-01", "2027-01-02", false],
  ["2026-03-02", "2026-03-01", false],
] as const)("R13.2 from %s until %s is a period: %s", ([from, until, isOne]) => {
  const asking = (): void => expectDays({ from: on(from), until: on(until) });
  if (isOne) asking();
  else expect(asking).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT", inputPath: ["until"] }) as Error);
});
