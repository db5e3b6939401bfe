import fc from "fast-check";
import { expect, test } from "vitest";
import { isGivenUp, isWorthReporting, triedAgainAt } from "../../src/domain/delivery.js";
import { after, HOUR, instant, MINUTE, SECOND, type Instant } from "../../src/domain/instant.js";

const PATIENCE = { window: 24 * HOUR, firstWait: 5 * SECOND };
const SINCE = instant(Date.UTC(2026, 2, 1, 10));

/** When attempts are made that all fail at once, by the clock since the first one. */
function attempts(chance: () => number, askedFor = 0): number[] {
  const at: number[] = [];
  for (let now: Instant = SINCE, failures = 1; ; failures += 1) {
    at.push(now - SINCE);
    if (isGivenUp({ since: SINCE, failures }, now, PATIENCE)) return at;
    now = triedAgainAt({ since: SINCE, failures }, now, PATIENCE, { askedFor, chance: chance() });
  }
}

test("R9.2 what fails is tried five times within its first two minutes, then at least once in an hour, for a whole day", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (chances) => {
      const made = attempts(() => chances.next().value ?? 0);
      expect(made[5]).toBeLessThanOrEqual(155 * SECOND);
      expect(made.at(-1)).toBe(PATIENCE.window);
      made.slice(1).forEach((at, index) => expect(at - (made[index] ?? 0)).toBeLessThanOrEqual(HOUR));
      expect(made.length).toBeLessThan(70);
    }),
  );
});

test("R9.2 deliveries that failed together are tried again at different times", () => {
  const again = (chance: number) =>
    triedAgainAt({ since: SINCE, failures: 3 }, SINCE, PATIENCE, { askedFor: 0, chance });
  expect(again(0.9)).toBeGreaterThan(again(0.1));
});

test("R9.2 a receiver that asks for time is given it, and called once more at the end of the day whatever it asks for", () => {
  const again = (askedFor: number) =>
    triedAgainAt({ since: SINCE, failures: 1 }, SINCE, PATIENCE, { askedFor, chance: 0 });
  expect(again(HOUR)).toBe(after(SINCE, HOUR));
  expect(again(3 * HOUR)).toBe(after(SINCE, 3 * HOUR));
  expect(again(1_000 * HOUR)).toBe(after(SINCE, 24 * HOUR));
  // Less than we would have waited anyway is no reason to hurry.
  expect(again(0)).toBe(after(SINCE, 2.5 * SECOND));
});

test("R9.2 SOC and centre are notified after three failures or a minute, in time for a telephone call", () => {
  const notified = (failures: number, late: number) => isWorthReporting({ since: SINCE, failures }, after(SINCE, late));
  expect(notified(1, 0)).toBe(false);
  expect(notified(2, MINUTE - 1)).toBe(false);
  expect(notified(3, 10 * SECOND)).toBe(true);
  expect(notified(1, MINUTE)).toBe(true);
});
