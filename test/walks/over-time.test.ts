import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { tallyDifferences } from "../support/duty-tally.js";
import { findsOverTime, LISTENERS, leaksAndLosses, speakOverTime, type OverTime } from "../support/over-time.js";

describe("what was said before and after a card names another object, an object changes hands, or coverage ends is found by those alone for whom it was", () => {
  let scene: OverTime;
  beforeAll(async () => {
    scene = await speakOverTime();
  });
  afterAll(async () => {
    await scene.world[Symbol.asyncDispose]();
  });

  test.for(LISTENERS)("%s", async (name) => {
    expect(leaksAndLosses(scene, name, await findsOverTime(scene, name))).toEqual({ name, leaks: [], lost: [] });
  });

  test("M5 and the sums of timeliness are what the duties give", async () => {
    expect(await tallyDifferences(scene.world.database)).toEqual([]);
  });
});

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
