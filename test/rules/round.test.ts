import { expect, test } from "vitest";
import { Round } from "../../src/server/round.js";

test("a round comes to each once, in parts of one size, whoever comes or goes meanwhile, and then begins anew", () => {
  const all = new Set([1, 2, 3, 4, 5, 6]);
  const round = new Round(all, 3);
  expect([round.next(), round.next(), round.next()]).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(round.next()).toEqual([1, 2]);
  all.delete(1);
  all.delete(4);
  for (const one of [7, 8, 9]) all.add(one);
  expect([round.next(), round.next()]).toEqual([
    [3, 5, 6],
    [7, 8, 9],
  ]);
});

test("in a round in which many go, those who are left come in it all the same", () => {
  const all = new Set(Array.from({ length: 240 }, (_, n) => n));
  const round = new Round(all, 24);
  const seen = new Set<number>();
  for (let step = 0; step < 24; step += 1) {
    for (const one of round.next()) {
      expect(seen.has(one)).toBe(false);
      seen.add(one);
    }
    if (step === 11) for (let gone = 0; gone < 110; gone += 1) all.delete(gone);
  }
  expect([...all].filter((one) => !seen.has(one))).toEqual([]);
});

test("of fewer than there are steps, each comes once in a round all the same", () => {
  const all = new Set(["one"]);
  const round = new Round(all, 3);
  const parts = Array.from({ length: 6 }, () => round.next());
  expect(parts).toEqual([["one"], [], [], ["one"], [], []]);
  all.clear();
  expect(round.next()).toEqual([]);
});
