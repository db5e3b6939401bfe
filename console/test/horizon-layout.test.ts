import { describe, expect, it } from "vitest";
import { horizonLayout, type HorizonMark } from "../src/parts/horizon-layout.js";

const mark = (id: string, place: number): HorizonMark => ({
  id,
  place,
  shape: "card",
  number: "GOV-0011",
  word: "card",
});

describe("marks of the horizon", () => {
  it("cover no other mark, and are counted where there is no room", () => {
    const marks = Array.from({ length: 200 }, (_, at) => mark(String(at), (at % 10) / 10));
    const { marks: placed, rest } = horizonLayout(marks, 240);
    expect(placed.length + rest).toBe(200);
    for (const one of placed) {
      const near = placed.filter((other) => other !== one && other.y === one.y && Math.abs(other.x - one.x) < 13);
      expect(near).toEqual([]);
    }
  });

  it("are labelled nearest first, so that no label meets another and no stem goes through one", () => {
    const { marks } = horizonLayout([mark("a", 0.6), mark("b", 0.3), mark("c", 0.1)], 240);
    const labels = marks.flatMap(({ x, label }) => (label ? [{ stem: x, ...label, to: label.x + 13 * 7 }] : []));
    expect(labels[0]?.stem).toBe(marks[0]?.x);
    for (const upper of labels) {
      for (const lower of labels.filter(({ y }) => y > upper.y)) {
        expect(upper.stem < lower.x || upper.stem > lower.to).toBe(true);
      }
    }
  });

  it("stay within their column wherever they are", () => {
    const { marks } = horizonLayout([mark("before", -3), mark("after", 7)], 240);
    for (const { x } of marks) expect(x >= 12 && x <= 228).toBe(true);
  });
});
