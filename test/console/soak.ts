import { expect, test } from "vitest";
import { MINUTE } from "../../src/domain/instant.js";
import { Night, type Soc } from "../support/night.js";
import { spread, Watched, wallTime, type Weight } from "../support/watched.js";

/**
 * `npm run soak:console`: the wall stays open while facts come, and is asked what it holds. `SOAK_MINUTES` is how long (480, a shift),
 * `SOAK_RATE` how many facts come a minute (500).
 */
const MINUTES = Number(process.env["SOAK_MINUTES"] ?? 480);
const RATE = Number(process.env["SOAK_RATE"] ?? 500);

const SOCS: readonly Soc[] = ["ENERGY", "HEALTH", "WATER", "GOV"];
/** Each incident is reported, its owner is told, and its card comes: nothing stays open of it. */
const FACTS_EACH = 3;
/** Facts after which the ring is full and the code is warm. */
const WARM = Math.min(20_000, (MINUTES * RATE) / 3);
/** What the heap may grow by after that, in bytes, and the document by, as a share. */
const MOST_GROWTH = 5e6;
const MOST_MORE_NODES = 0.1;

test(
  `a wall that is open for ${MINUTES} minutes at ${RATE} facts a minute grows no further`,
  { timeout: 0 },
  async () => {
    await using night = await Night.begin();
    await using window = await night.wall();
    const watched = await Watched.page(window.page);
    const began = performance.now();
    const from = night.clock.now();
    const delays: number[] = [];
    const last = new Map<Soc, string>();
    let facts = 0;
    let warm: Weight | null = null;
    let told = began;

    const isOver = (): boolean => performance.now() > began + MINUTES * MINUTE;
    async function drive(soc: Soc): Promise<void> {
      while (!isOver()) {
        const due = began + (facts / RATE) * MINUTE;
        facts += FACTS_EACH;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
        night.clock.advance(Math.max(0, Math.round(performance.now() - began) - (night.clock.now() - from)));
        const { id, number } = await night.reports(soc, { severity: "LOW", ago: 0 });
        const answered = wallTime();
        delays.push((await watched.shown(number)) - answered);
        await night.ownerKnows(soc, id);
        await night.soc(soc).sendsCard({ severity: "LOW" }, { incidentId: id });
        last.set(soc, number);
      }
    }
    async function weigh(): Promise<void> {
      while (!isOver()) {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        if (warm === null && facts >= WARM) warm = await watched.weight();
        if (performance.now() - told < MINUTE) continue;
        told = performance.now();
        console.log(
          `${facts} facts: ${written(await watched.weight())}; from the answer to the row ${spread(delays.splice(0))}`,
        );
      }
    }
    await Promise.all([...SOCS.map(drive), weigh()]);

    const { page } = window;
    for (const number of last.values())
      await page.getByRole("list", { name: "Feed" }).getByText(number).first().waitFor();
    const after = await watched.weight();
    console.log(`${facts} facts in ${MINUTES} minutes: warm ${warm && written(warm)}; at the end ${written(after)}`);
    expect(await page.locator("[data-link=LIVE]").count()).toBe(1);
    const before = warm as Weight | null;
    if (before === null) throw new Error(`The page never became warm: fewer than ${WARM} facts came.`);
    expect(after.heap - before.heap).toBeLessThan(MOST_GROWTH);
    expect(after.nodes / before.nodes - 1).toBeLessThan(MOST_MORE_NODES);
  },
);

function written({ heap, nodes }: Weight): string {
  return `${(heap / 1e6).toFixed(2)} MB, ${nodes} nodes`;
}
