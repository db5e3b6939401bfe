import { expect, test } from "vitest";
import { Habits } from "../../src/operation/habits.js";

test("a question is a habit once it came often, and another is not for that", () => {
  const habits = new Habits(2, 100);
  expect([1, 2, 3, 4].map(() => habits.isOne("dossier", 10))).toEqual([false, false, true, true]);
  expect(habits.isOne("list", 10)).toBe(false);
});

test("more questions by turns than are kept become no habits, however often they come", () => {
  const habits = new Habits(20, 100);
  const found = new Set<boolean>();
  for (let round = 0; round < 50; round += 1)
    for (let question = 0; question < 11; question += 1) found.add(habits.isOne(`question ${question}`, 10));
  expect(found).toEqual(new Set([false]));
});

test("what comes more often than others stays a habit", () => {
  const habits = new Habits(2, 100);
  const found: boolean[] = [];
  for (let other = 0; other < 100; other += 1) {
    found.push(habits.isOne("dossier", 10));
    habits.isOne(`other ${other}`, 10);
  }
  expect(found.slice(2)).not.toContain(false);
});
