import { describe, expect, it } from "vitest";
import { runningAs } from "../src/parts/running.js";
import { MINUTE } from "../src/time/almaty.js";

const NOW = Date.parse("2026-03-01T22:14:07Z");

describe("an open duty", () => {
  it("L1: is in time at the last instant of its term, and overdue a millisecond later", () => {
    expect([runningAs(NOW, NOW, true), runningAs(NOW, NOW + 1, true)]).toEqual(["DUE_SOON", "OVERDUE"]);
  });

  it("is due soon once that was announced, however long it has still to run, and not before", () => {
    const [end, later] = [NOW + MINUTE, NOW + 720 * MINUTE];
    expect([runningAs(end, NOW, false), runningAs(later, NOW, true)]).toEqual(["RUNNING", "DUE_SOON"]);
  });
});
