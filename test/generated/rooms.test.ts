import { describe, expect, test } from "vitest";
import { Chance } from "../support/chance.js";
import { FEW_RUNS, PATIENCE } from "../support/generated-runs.js";
import { RoomScene } from "../support/room-scene.js";

/** In the third scene clients lag and lose rights. */
const SEED = Number(process.env["DABYL_SEED"] ?? 3);
/** Bursts of facts in each scene; more in the long run. */
const BURSTS = FEW_RUNS.numRuns > 1 ? 10 : 6;

describe("whoever follows a feed in a room", PATIENCE, () => {
  test.each(Array.from({ length: FEW_RUNS.numRuns }, (_, index) => SEED + index))(
    "is told all that it may see, in order and nothing else, while clients come, lag and lose rights (DABYL_SEED=%i)",
    async (seed) => {
      const chance = new Chance(seed);
      await using scene = await RoomScene.begin(chance);
      for (let burst = 0; burst < BURSTS; burst += 1) await scene.goesOn();
      await scene.ends();
      console.log(JSON.stringify({ seed, ...scene.summary(), words: undefined }));
      expect(scene.differences()).toEqual([]);
      // Worded for each, though made once.
      const { en = new Set<string>(), kk = new Set<string>() } = Object.fromEntries(scene.summary().words);
      expect([...en].filter((word) => kk.has(word))).toEqual([]);
      expect(Math.max(en.size, kk.size)).toBeLessThan(2);
    },
  );
});
