import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RightOfWay } from "../../src/platform/right-of-way.js";

/** Time passes when a piece of work takes it, or a test lets it pass; turns of the event loop are real. */
beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => vi.useRealTimers());

const passes = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);

/** Milliseconds for which a piece of heavy work keeps the thread. */
const PIECE = 10;

/** Pieces of heavy work in the order in which they were done. */
function workshop(rightOfWay: RightOfWay) {
  const done: string[] = [];
  const works = async (name: string, pieces: number): Promise<void> => {
    for (let count = 1; count <= pieces; count += 1) {
      await rightOfWay.give();
      passes(PIECE);
      done.push(`${name}${count}`);
    }
  };
  return { done, works };
}

/** More turns of the event loop than what may go on needs. */
async function turns(): Promise<void> {
  for (let count = 0; count < 20; count += 1) await turn();
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

test("while a duty is under way heavy work rests for longer than its last piece took, and never stops", async () => {
  const rightOfWay = new RightOfWay();
  const { done, works } = workshop(rightOfWay);
  rightOfWay.begin();
  void works("a", 3);
  await turns();
  expect(done).toEqual(["a1"]);
  passes(PIECE);
  await turns();
  expect(done).toEqual(["a1"]);
  passes(3 * PIECE);
  await turns();
  expect(done).toEqual(["a1", "a2"]);
});

test("it goes on when the duty has ended", async () => {
  const rightOfWay = new RightOfWay();
  const { done, works } = workshop(rightOfWay);
  const end = rightOfWay.begin();
  void works("a", 3);
  await turns();
  expect(done).toEqual(["a1"]);
  end();
  await turns();
  expect(done).toEqual(["a1", "a2", "a3"]);
});

test("a duty that does not end holds nobody up for long", async () => {
  const rightOfWay = new RightOfWay();
  const { done, works } = workshop(rightOfWay);
  rightOfWay.begin();
  passes(100);
  await works("a", 1);
  void works("b", 2);
  await turns();
  expect(done).toEqual(["a1", "b1", "b2"]);
});

test.each([
  ["twice", (end: () => void) => end()],
  ["after it has held others up for too long", () => passes(100)],
])("a duty that ends %s counts once: the next one has the right of way", async (_when, endsBefore) => {
  const rightOfWay = new RightOfWay();
  const { done, works } = workshop(rightOfWay);
  const end = rightOfWay.begin();
  endsBefore(end);
  end();
  rightOfWay.begin();
  void works("a", 2);
  await turns();
  expect(done).toEqual(["a1"]);
});

test("work that is to begin waits for nobody where nothing is under way", async () => {
  const rightOfWay = new RightOfWay();
  let hasBegun = false;
  void rightOfWay.giveIfBusy().then(() => (hasBegun = true));
  await Promise.resolve();
  await Promise.resolve();
  expect(hasBegun).toBe(true);
});

test("parts that become ready at once go on piece by piece, each piece in a turn of its own", async () => {
  const turnFor = new RightOfWay().pieces(100);
  const done: number[] = [];
  const go = (part: number, size: number): void => {
    const turnOf = turnFor(size);
    if (turnOf) void turnOf.then(() => done.push(part));
    else done.push(part);
  };
  for (const part of [1, 2, 3, 4, 5]) go(part, 50);
  expect(done).toEqual([1, 2]);
  await turns();
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test("a part that is larger than a piece goes on alone, and small ones after it in the turn after", () => {
  const turnFor = new RightOfWay().pieces(100);
  const turnsTaken = [turnFor(10), turnFor(1_000), turnFor(10), turnFor(10)];
  expect(turnsTaken[0]).toBeNull();
  expect(new Set(turnsTaken.slice(1)).size).toBe(2);
});
