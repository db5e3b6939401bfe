import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, HOUR, instant, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { ClockComparison, skewOf } from "../../src/platform/clock-comparison.js";
import { directConnection } from "../../src/platform/database.js";
import { FakeClock } from "../support/clock.js";
import { startGateway, type TestGateway } from "../support/gateway.js";

describe("the gateway's clock beside PostgreSQL's", () => {
  let world: TestGateway;
  beforeAll(async () => {
    world = await startGateway();
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  /** What is logged while a clock that shows `at` first is compared, one line for each comparison that says something. */
  async function logged(
    at: string,
    turns: readonly number[] = [],
  ): Promise<{ level: number; skewMilliseconds: number }[]> {
    const lines: { level: number; skewMilliseconds: number }[] = [];
    const stream = new Writable({
      write(line: Buffer, _, done) {
        lines.push(JSON.parse(String(line)) as (typeof lines)[number]);
        done();
      },
    });
    const clock = new FakeClock(at);
    const comparison = new ClockComparison(
      directConnection(world.gateway.pools.vital),
      clock,
      pino({ level: "info" }, stream),
    );
    comparison.start();
    await clock.armed(1, MINUTE);
    for (const turn of turns) {
      clock.advance(turn);
      await clock.armed(1, MINUTE);
    }
    await comparison.stop();
    return lines;
  }

  test("says nothing while they agree", async () => {
    expect(await logged(toIso(instant(Date.now())))).toEqual([]);
  });

  test("warns of a clock that is behind, and says when they agree again", async () => {
    const [warning, agreed] = await logged(toIso(instant(Date.now() - HOUR)), [HOUR]);
    expect(warning?.level).toBe(40);
    expect(warning?.skewMilliseconds).toBeLessThan(-HOUR + 30 * SECOND);
    expect(agreed?.level).toBe(30);
  });

  test("warns of a clock that is ahead", async () => {
    const [warning] = await logged(toIso(instant(Date.now() + HOUR)));
    expect(warning?.skewMilliseconds).toBeGreaterThan(HOUR - 30 * SECOND);
  });

  test("a slow answer is no skew: what may be right counts as right", () => {
    const asked = instant(1_000_000);
    const answered = after(asked, 5 * SECOND);
    expect(skewOf(asked, after(asked, 3 * SECOND), answered)).toBe(0);
    expect(skewOf(asked, after(asked, -SECOND), answered)).toBe(SECOND);
    expect(skewOf(asked, after(answered, 2 * SECOND), answered)).toBe(-2 * SECOND);
  });
});
