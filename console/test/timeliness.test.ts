import { describe, expect, it } from "vitest";
import { isPeriod, moved, periodAt, shareOf, sum } from "../src/screens/timeliness/shares.js";

describe("timeliness", () => {
  it("counts what was late, is overdue, or was waived after its end against the share", () => {
    const counts = sum([{ opened: 10, met: 6, late: 1, overdue: 1, waivedLate: 1, running: 1 }]);
    expect([counts.late, shareOf(counts)]).toEqual([3, 6 / 9]);
    expect(shareOf(sum([{ opened: 1, met: 0, late: 0, overdue: 0, waivedLate: 0, running: 1 }]))).toBeNull();
  });

  it("takes months by the days of Almaty: there it is March when it is February in Greenwich", () => {
    const now = Date.parse("2026-02-28T20:00:00Z");
    expect(periodAt(now, 1)).toEqual({ from: "2026-03-01", before: "2026-04-01" });
    expect(periodAt(now, 12)).toEqual({ from: "2025-04-01", before: "2026-04-01" });
    expect(moved("2026-03-01", -1)).toBe("2026-02-28");
    expect([isPeriod({ from: "2026-03-01", before: "2026-03-01" }), isPeriod(periodAt(now, 12))]).toEqual([
      false,
      true,
    ]);
  });
});
