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

test("of fewer than there are steps, each comes once in a round all the same", () => {
  const all = new Set(["one"]);
  const round = new Round(all, 3);
  const parts = Array.from({ length: 6 }, () => round.next());
  expect(parts).toEqual([["one"], [], [], ["one"], [], []]);
  all.clear();
  expect(round.next()).toEqual([]);
});
