import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findsOverTime, LISTENERS, leaksAndLosses, speakOverTime, type OverTime } from "../support/over-time.js";

/** The first fence is taken away: every store believes that everything is in scope. */
vi.mock("../../src/access/scope-sql.js", async (original) => {
  const { incidentOf, ...fences } = await original<{ incidentOf: unknown }>();
  const none = Object.fromEntries(Object.keys(fences).map((name) => [name, () => "true"]));
  return { ...none, partsOfObligationsInScope: () => ["true"], incidentOf };
});

describe("with the scope of every store removed, row-level security still keeps what was said in its world over time", () => {
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
});

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
