import { expect, test } from "vitest";
import { Patterns } from "../../src/platform/patterns.js";

test("texts that fit an expression are told by their places", async () => {
  const patterns = new Patterns();
  expect(await patterns.fitting("/^a\\/b/i", ["A/b", "b", "a/bc"])).toEqual([0, 2]);
  expect(await patterns.fitting("/a/", [])).toEqual([]);
  await patterns.end();
});

test("an expression that takes too long, or is too large to be tried, ends alone: the next is answered", async () => {
  const patterns = new Patterns(300);
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 5);
  const evil = ["/^(a+)+$/", "/^(?:(?:a|a?)+)+$/", "/((((((a{1,30}){1,30}){1,30}){1,30}){1,30}){1,30}b/"];
  for (const pattern of evil) expect(await patterns.fitting(pattern, [`${"a".repeat(4_000)}!`])).toBeNull();
  clearInterval(turning);
  // This thread went on meanwhile.
  expect(turns).toBeGreaterThan(10);
  expect(await patterns.fitting("/!$/", ["a!", "a"])).toEqual([0]);
  await patterns.end();
  await patterns.end();
});
