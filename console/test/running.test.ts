import { describe, expect, it } from "vitest";
import { runningAs } from "../src/parts/running.js";
import { MINUTE } from "../src/time/almaty.js";

const NOW = Date.parse("2026-03-01T22:14:07Z");

describe("an open duty", () => {
  it("L1: is in time at the last instant of its term, and overdue a millisecond later", () => {
    expect([runningAs(NOW, NOW, false), runningAs(NOW, NOW + 1, true)]).toEqual(["DUE_SOON", "OVERDUE"]);
  });

  it("ends soon in its last fifteen minutes, or once that was announced", () => {
    const [end, later] = [NOW + 15 * MINUTE, NOW + 15 * MINUTE + 1];
    expect([runningAs(end, NOW, false), runningAs(later, NOW, false), runningAs(later, NOW, true)]).toEqual([
      "DUE_SOON",
      "RUNNING",
      "DUE_SOON",
    ]);
  });
});
