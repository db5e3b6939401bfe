import { expect, test } from "vitest";
import { RightOfWay } from "../../src/platform/right-of-way.js";

/** Turns of the event loop, counted until it is stopped. */
function turns() {
  let count = 0;
  let next = setImmediate(function again() {
    count += 1;
    next = setImmediate(again);
  });
  return { count: () => count, stop: () => clearImmediate(next) };
}

/** Keeps the thread. */
function keepsThread(milliseconds: number): void {
  const begun = performance.now();
  while (performance.now() - begun < milliseconds);
}

test("work of steps gives way after each step that takes long, and not after each that takes nothing", async () => {
  const counted = turns();
  const giveWay = new RightOfWay().steps();
  for (let step = 0; step < 5; step += 1) {
    const before = counted.count();
    keepsThread(12);
    await giveWay();
    expect(counted.count()).toBeGreaterThan(before);
  }
  const before = counted.count();
  for (let step = 0; step < 10_000; step += 1) await giveWay();
  expect(counted.count() - before).toBeLessThan(1_000);
  counted.stop();
});
