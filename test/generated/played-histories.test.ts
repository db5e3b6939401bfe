import fc from "fast-check";
import { expect, test } from "vitest";
import { EARLIEST_IN_FORCE } from "../../src/domain/obligations.js";
import { HOUR } from "../../src/domain/instant.js";
import { differences } from "../support/duty-differences.js";
import { histories, START } from "../support/duty-histories.js";
import { startGateway } from "../support/gateway.js";
import { movedBy, Player } from "../support/played-histories.js";

/** The gateway and its tables against the model of the order: histories said to it, of which it refuses what it must. */

/** 5, in the long run 100. */
const HISTORIES = Math.ceil(Number(process.env["DABYL_GENERATED"] ?? 5_000) / 1_000);

test(
  "what a gateway has made of all that it accepted is what the model makes of it",
  { timeout: 3_600_000 },
  async () => {
    await using world = await startGateway({ at: "2026-05-01T00:00:00Z", settings: { COST_AT_ONCE: "1000000000000" } });
    const eventful = histories.filter(({ history }) => history.events.length > 5);
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(eventful, async ({ history }) => {
        // The clock goes on, so that each history comes long after the one before it.
        const by = Math.max(0, world.clock.now() + 1_000 * HOUR - START);
        const played = await Player.play(world, movedBy(history, by), EARLIEST_IN_FORCE);
        accepted += played.history.events.length;
        expect(differences(played.history, played.duties, world.clock.now())).toEqual([]);
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(2 * HISTORIES);
  },
);

test.fails("RA.1 what was said first stays first, though the clock of another gateway runs behind", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsCard({ severity: "UNDETERMINED" });
  world.clock.advance(-1_000);
  await soc.reviews(incident.id, "LOW");
  world.clock.advance(2_000);
  await soc.amends(incident.id, 1, { severity: "UNDETERMINED" });
  expect(await soc.standings(incident.number)).toMatchObject({ "RA.1": "MET" });
});
