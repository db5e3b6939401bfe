import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { RightOfWay } from "../../src/platform/right-of-way.js";

/** Pieces of heavy work in the order in which they were done. */
function workshop(rightOfWay: RightOfWay) {
  const done: string[] = [];
  const works = async (name: string, pieces: number): Promise<void> => {
    for (let count = 1; count <= pieces; count += 1) {
      await rightOfWay.give();
      done.push(`${name}${count}`);
    }
  };
  return { done, works };
}

test("heavy work is done piece by piece, each in a turn of its own, and those who work take turns", async () => {
  const { done, works } = workshop(new RightOfWay());
  const all = Promise.all([works("a", 3), works("b", 2)]);
  let most = 0;
  for (let before = 0; done.length < 5; before = done.length) {
    await turn();
    most = Math.max(most, done.length - before);
  }
  await all;
  expect(most).toBe(1);
  expect(done).toEqual(["a1", "b1", "a2", "b2", "a3"]);
});

test("while a duty is under way heavy work rests for longer than its last piece took, and goes on when the duty has ended", async () => {
  const rightOfWay = new RightOfWay();
  const { done, works } = workshop(rightOfWay);
  await rightOfWay.give();
  const began = performance.now();
  // A piece that keeps the thread for a while.
  while (performance.now() - began < 30);
  const took = performance.now() - began;
  await turn();
  await turn();
  const ended = performance.now();
  const end = rightOfWay.begin();
  await works("a", 1);
  expect(performance.now() - ended).toBeGreaterThan(took);
  const work = works("b", 1);
  end();
  await work;
  expect(done).toEqual(["a1", "b1"]);
});

test("a duty that does not end holds nobody up for long, and its end counts once", async () => {
  const rightOfWay = new RightOfWay();
  const { done, works } = workshop(rightOfWay);
  const end = rightOfWay.begin();
  await works("a", 50);
  end();
  end();
  await works("b", 2);
  expect(done).toHaveLength(52);
});

test("work that is to begin waits for nobody where nothing is under way", async () => {
  const rightOfWay = new RightOfWay();
  let hasBegun = false;
  void rightOfWay.giveIfBusy().then(() => (hasBegun = true));
  await Promise.resolve();
  await Promise.resolve();
  expect(hasBegun).toBe(true);
});

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
  const heard = turns();
  const giveWay = new RightOfWay().steps();
  for (let step = 0; step < 5; step += 1) {
    const before = heard.count();
    keepsThread(12);
    await giveWay();
    expect(heard.count()).toBeGreaterThan(before);
  }
  const before = heard.count();
  for (let step = 0; step < 10_000; step += 1) await giveWay();
  expect(heard.count() - before).toBeLessThan(1_000);
  heard.stop();
});
