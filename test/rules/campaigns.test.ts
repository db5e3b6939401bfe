import { describe, expect, test } from "vitest";
import {
  campaignNumber,
  groupsOf,
  isCampaign,
  joinedTo,
  shownToSocs,
  successionOf,
  type CampaignMember,
} from "../../src/domain/campaigns.js";

const before = (...newest: readonly string[]) => ({ count: newest.length, newest });

describe("incidents that belong together", () => {
  test("share two values: one is chance", () => {
    expect(joinedTo([before("a", "b"), before("b", "c"), before("c")])).toEqual(["b", "c"]);
    expect(joinedTo([before("a"), before("b"), before()])).toEqual([]);
  });

  test("are not joined by a value that is on more than a hundred of them", () => {
    const common = (count: number) => ({ count, newest: ["a"] });
    expect(joinedTo([before("a"), common(99)])).toEqual(["a"]);
    expect(joinedTo([before("a"), common(100)])).toEqual([]);
  });

  test("are together with whatever either is together with", () => {
    const pairs = [["a", "c"], ["d", "e"], ["c", "e"]] as const; // prettier-ignore
    expect(groupsOf(["a", "b", "c", "d", "e"], pairs)).toEqual([["a", "c", "d", "e"], ["b"]]);
    expect(groupsOf([], [])).toEqual([]);
  });

  test("are a campaign from three incidents of two SOCs on", () => {
    expect([isCampaign(2, 2), isCampaign(3, 1), isCampaign(3, 2)]).toEqual([false, false, true]);
  });
});

describe("what was a group before", () => {
  const former = (id: string, places: readonly number[], campaignSince: number | null = null) => ({
    id,
    places,
    campaignSince,
  });

  test("goes on where most of it is, in the first of several alike", () => {
    expect(successionOf(3, [former("x", [2, 1, 2])])).toEqual([
      { keeps: null, takesIn: [] },
      { keeps: null, takesIn: [] },
      { keeps: "x", takesIn: [] },
    ]);
    expect(successionOf(2, [former("x", [1, 0])])[0]).toEqual({ keeps: "x", takesIn: [] });
  });

  test("is taken in by the one that has been a campaign for longer, then by the larger one", () => {
    const all = [former("young", [0, 0, 0], 2), former("none", [0, 0, 0, 0]), former("old", [0], 1)];
    expect(successionOf(1, all)).toEqual([{ keeps: "old", takesIn: ["young", "none"] }]);
    expect(successionOf(1, [former("a", [0]), former("b", [0, 0])])).toEqual([{ keeps: "b", takesIn: ["a"] }]);
  });

  test("goes on nowhere if nothing of it is left", () => {
    expect(successionOf(1, [former("x", [])])).toEqual([{ keeps: null, takesIn: [] }]);
  });
});

describe("what a SOC is shown of a campaign", () => {
  const member = (socId: string, incidentId: string, sectors = ["BANKING"]): CampaignMember => ({
    socId,
    incidentId,
    sectors,
  });
  const socs = (...banking: readonly string[]) => ({
    bySector: new Map([["BANKING", new Set(banking)]]),
    all: new Set(["a", "b", "c", "d", "e"]),
  });

  test("are its own incidents, and bands of the others", () => {
    const shown = shownToSocs([member("a", "1"), member("b", "2"), member("a", "3")], socs("a", "b", "c", "d"));
    expect(shown).toEqual([
      { socId: "a", incidentIds: ["1", "3"], otherSocs: { from: 1, to: 2 }, otherIncidents: { from: 1, to: 2 } },
      { socId: "b", incidentIds: ["2"], otherSocs: { from: 1, to: 2 }, otherIncidents: { from: 1, to: 2 } },
    ]);
  });

  test("is nothing where so few others could be in it that it would name them", () => {
    expect(shownToSocs([member("a", "1"), member("b", "2"), member("a", "3")], socs("a", "b", "c"))).toEqual([]);
  });
});

test("a campaign's number is of letters and digits that are not taken for others", () => {
  expect(campaignNumber(2026, [0, 7, 8, 31, 255])).toBe("CAMPAIGN-2026-29AZZ");
  expect(
    campaignNumber(
      2026,
      Array.from({ length: 256 }, (_, byte) => byte),
    ),
  ).not.toMatch(/-[^-]*[01IO][^-]*$/);
});
