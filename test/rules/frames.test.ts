import { describe, expect, test } from "vitest";
import { tooCostly } from "../../src/domain/refusal.js";
import type { SealedFact } from "../../src/journal/journal.store.js";
import type { Following } from "../../src/operation/feed-frames.js";
import { FeedTurns } from "../../src/operation/feed-turns.js";
import type { Seen } from "../../src/operation/request-context.js";
import type { SharedReading } from "../../src/operation/shared-readings.js";
import { Meter } from "../../src/platform/meter.js";
import { Rates } from "../../src/platform/rates.js";
import { Turnstile } from "../../src/platform/turnstile.js";
import type { BoundedExecution } from "../../src/server/bounded-execution.js";
import { Frames } from "../../src/server/frames.js";

const LIMITS = { cost: 100, bytes: 1_000 };
const MOST = 1_000;
const seen = {
  session: { actor: { id: "a", roles: [], party: { id: "p", kind: "NATIONAL_CENTRE" } } },
} as unknown as Seen;

/** Makes frames, each of which costs so much, of so many facts together. */
async function made({ cost = 1, count = 3, isUsedUp = false, fails = false }) {
  const shared = { meter: new Meter(LIMITS) };
  if (isUsedUp) shared.meter.count(LIMITS.cost + 1);
  const turns = new FeedTurns(
    new Turnstile({ each: 1, total: 1, waiting: 1 }),
    new Rates({ capacity: 1_000_000, perMinute: 1 }, () => 0),
  );
  /** How many were made at the same moment. */
  const rounds: number[] = [];
  let underWay = 0;
  const execution = {
    carryOut(_: unknown, { data }: { data: string }) {
      underWay -= 1;
      return Promise.resolve({ data: { of: data }, extensions: { cost: { produced: cost } } });
    },
  } as unknown as BoundedExecution;
  const payer = {
    gateway: { sharedReadings: { at: () => shared, alone: () => ({ meter: new Meter(LIMITS) }) } },
    signal: new AbortController().signal,
    frameOf({ position }: SealedFact, { meter }: SharedReading) {
      if (underWay === 0) rounds.push(0);
      underWay += 1;
      rounds.push((rounds.pop() ?? 0) + 1);
      if (fails) return Promise.reject(new Error("ours"));
      return meter.isOver ? Promise.reject(tooCostly("cost", LIMITS.cost)) : Promise.resolve({ data: `${position}` });
    },
  } as unknown as Following;
  const facts = Array.from({ length: count }, (_, index) => ({ position: index + 1 })) as unknown as [SealedFact];
  const result = await new Frames(execution, turns).together({} as never, facts, payer, seen, MOST);
  return { ...result, rounds };
}

describe("frames that are made together", () => {
  test("are of all facts, in their order, at what they cost and a little more", async () => {
    expect(await made({ count: 20 })).toMatchObject({
      made: Array.from({ length: 20 }, (_, index) => ({
        position: index + 1,
        frame: { data: { of: `${index + 1}` } },
      })),
      cost: 20 + 20 * 10,
    });
  });

  test("are no more, once those that were made at the same moment have cost enough", async () => {
    const some = await made({ count: 64, cost: 5_000 });
    expect(some.made?.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(some.cost).toBe(8 * 5_000 + 8 * 10);
  });

  test("are three times as many at the same moment as before, while they cost little, and no more than may be expected to cost enough", async () => {
    expect((await made({ count: 64, cost: 1 })).rounds).toEqual([8, 24, 32]);
    // Of 40 each, 25 make a thousand.
    expect((await made({ count: 64, cost: 30 })).rounds).toEqual([8, 17]);
    expect((await made({ count: 64, cost: 90 })).rounds).toEqual([8, 8]);
  });

  test("are made although others have used up the reading that they share", async () => {
    const some = await made({ isUsedUp: true });
    expect(some.made).toMatchObject(
      [1, 2, 3].map((position) => ({ position, frame: { data: { of: `${position}` } } })),
    );
  });

  test("are none where an error of ours is the reason", async () => {
    const some = await made({ fails: true, count: 1 });
    expect(some.made).toMatchObject([{ position: 1, failure: { message: "ours" } }]);
  });
});
