import { describe, expect, test } from "vitest";
import { parseInstant, toIso, type Instant } from "../../src/domain/instant.js";
import { bandOf, couldHaveSeen, judgeSpread, windowStart } from "../../src/domain/sharing.js";

const at = (text: string): Instant => parseInstant(text) as Instant;

describe("how many others have what a SOC has", () => {
  test("is told in bands", () => {
    const bands = [0, 1, 2, 3, 5, 6, 10, 11, 400].map((others) => bandOf(others, 40));
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 2],
      [1, 2],
      [3, 5],
      [3, 5],
      [6, 10],
      [6, 10],
      [11, null],
      [11, null],
    ]);
  });

  test("is one answer for none and few where fewer than three could have seen it", () => {
    for (const couldHave of [0, 1, 2])
      for (const others of [0, 1, 2]) expect(bandOf(others, couldHave)).toEqual({ from: 0, to: 2 });
    expect([0, 1].map((others) => bandOf(others, 3).from)).toEqual([0, 1]);
    expect(bandOf(3, 2)).toEqual({ from: 3, to: 5 });
  });

  test("looks as if nobody had it where the national centre marked it for few, whoever was told", () => {
    const facts = { others: 4, couldHave: 9, told: [] };
    for (const strict of ["RED", "AMBER_STRICT"] as const) {
      const answer = judgeSpread({ ...facts, markings: ["CLEAR", strict, "AMBER"] });
      expect(answer).toEqual(judgeSpread({ ...facts, others: 0, markings: [] }));
      expect(answer).toEqual({ otherSocs: { from: 0, to: 0 }, marking: "AMBER" });
    }
    for (const loose of ["AMBER", "GREEN", "CLEAR"] as const)
      expect(judgeSpread({ ...facts, markings: [loose] }).otherSocs.from).toBe(3);
  });

  test("comes with the strictest marking that the SOC itself was told", () => {
    const facts = { others: 0, couldHave: 9, markings: ["GREEN", "RED"] } as const;
    expect(judgeSpread({ ...facts, told: ["CLEAR", "GREEN"] }).marking).toBe("GREEN");
    expect(judgeSpread({ ...facts, told: [] }).marking).toBe("AMBER");
  });

  test("counts from the beginning of a day in Almaty on, thirty days before today's", () => {
    const starts = ["2026-03-01T18:59:59.999Z", "2026-03-01T19:00:00Z", "2024-03-10T06:00:00Z"].map((now) =>
      toIso(windowStart(at(now))),
    );
    // In February 2024 Almaty was an hour further ahead.
    expect(starts).toEqual(["2026-01-29T19:00:00.000Z", "2026-01-30T19:00:00.000Z", "2024-02-08T18:00:00.000Z"]);
  });

  test("those who could have seen it cover the incident's sectors; of several incidents it is the one with fewest", () => {
    const bySector = new Map([
      ["BANKING", new Set(["me", "a", "b", "c"])],
      ["NUCLEAR", new Set(["me", "a"])],
    ]);
    const socs = { bySector, all: new Set(["me", "a", "b", "c", "d", "e"]) };
    expect(couldHaveSeen("me", [["BANKING"]], socs)).toBe(3);
    expect(couldHaveSeen("me", [["BANKING"], ["NUCLEAR"]], socs)).toBe(1);
    expect(couldHaveSeen("me", [["BANKING", "NUCLEAR"]], socs)).toBe(3);
    expect(couldHaveSeen("me", [["SPACE"]], socs)).toBe(0);
    // Of what is not registered no sector is known: anybody could.
    expect(couldHaveSeen("me", [[]], socs)).toBe(5);
    expect(couldHaveSeen("me", [], socs)).toBe(5);
  });
});
