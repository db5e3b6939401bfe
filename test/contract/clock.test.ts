import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { after, HOUR, instant, MINUTE, SECOND } from "../../src/domain/instant.js";
import { runningClock } from "../../src/platform/clock.js";

const START = Date.parse("2026-03-01T10:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

test("at speed 1 the clock is the machine's, and rings at the millisecond", () => {
  const clock = runningClock(1);
  const rung: number[] = [];
  clock.alarm(after(clock.now(), 15 * MINUTE), () => rung.push(clock.now()));
  vi.advanceTimersByTime(15 * MINUTE - 1);
  expect(rung).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual([START + 15 * MINUTE]);
});

test("at speed 3,600 an hour is a second, and 72 hours ring after 72", () => {
  const clock = runningClock(3_600);
  const rung: number[] = [];
  clock.alarm(after(instant(START), 72 * HOUR), () => rung.push(clock.now()));
  vi.advanceTimersByTime(SECOND);
  expect(clock.now()).toBe(START + HOUR);
  vi.advanceTimersByTime(71 * SECOND - 1);
  expect(rung).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual([START + 72 * HOUR]);
});

test("an alarm that was taken back does not ring", () => {
  const clock = runningClock(1);
  let rung = 0;
  clock.alarm(after(clock.now(), SECOND), () => (rung += 1))();
  vi.advanceTimersByTime(MINUTE);
  expect(rung).toBe(0);
});
