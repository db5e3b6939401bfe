import { pino } from "pino";
import { Client } from "pg";
import { expect, test } from "vitest";
import { Availability, DatabaseAway } from "../../src/platform/availability.js";

const TIMED_OUT = Object.assign(new Error("canceling statement due to statement timeout"), { code: "57014" });

test("a statement that was under way when the database stood still, and times out when it goes on, is part of the outage", () => {
  const logged: string[] = [];
  const logger = pino({}, { write: (line: string) => void logged.push(line) });
  // Nobody answers there.
  const availability = new Availability(() => new Client({ host: "/nowhere" }), logger);
  expect(availability.refusalFor(TIMED_OUT, "ACT")).toMatchObject({ code: "BUSY" });
  availability.notesSilence(2_000);
  for (const purpose of ["ACT", "READING", "TOKEN"] as const)
    expect(availability.refusalFor(TIMED_OUT, purpose)).toBeInstanceOf(DatabaseAway);
  availability.stop();
  expect(logged).toHaveLength(1);
});
