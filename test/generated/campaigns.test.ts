import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { DAY, instant } from "../../src/domain/instant.js";
import { keptTogether, togetherOf, type Shown } from "../support/campaigns.js";
import { seeded } from "../support/chance.js";
import { asGateway } from "../support/counted-incidents.js";
import { startGateway } from "../support/gateway.js";

const SEED = Number(process.env["DABYL_SEED"] ?? 1);
const HISTORIES = 3;
const INCIDENTS = 260;
/** What is there at first, and what comes, is amended or is retracted afterwards. */
const LATER = 200;
const LOOKS = 25;

test("L18 what is kept of which incidents belong together is what a fresh computation gives, whatever comes, is amended or retracted", async () => {
  await using world = await startGateway();
  const start = Number(world.clock.now());
  const socs = [randomUUID(), randomUUID(), randomUUID()];
  let grown = 0;
  for (let history = 0; history < HISTORIES; history += 1) {
    const chance = seeded(SEED + history);
    const some = (count: number): number => Math.floor(chance() * count);
    await world.database.asOwner("delete from sighting; delete from incident_component");
    const pool = Array.from({ length: 400 }, () => randomUUID());
    // A few values are everywhere, some are often seen, most are rare.
    const value = (): string =>
      pool[chance() < 0.3 ? some(2) : chance() < 0.5 ? 2 + some(30) : some(pool.length)] ?? "";
    const values = (): string[] => [...new Set(Array.from({ length: 1 + some(6) }, value))];
    const shown = new Map<string, Shown & { readonly soc: string }>();
    const say = async (one: Shown & { readonly soc: string }): Promise<void> => {
      shown.set(one.id, one);
      await world.database.asOwner("delete from sighting where source_id = $1", [one.id]);
      await world.database.asOwner(
        `insert into sighting (value_id, soc_id, seen_at, source_id, is_card)
         select v, $2, $3, $1, true from unnest($4::uuid[]) v`,
        [one.id, one.soc, new Date(one.at), one.values],
      );
    };
    const fresh = () => ({
      id: randomUUID(),
      soc: socs[some(3)] ?? "",
      at: start + Math.floor(chance() * 45 * DAY),
      values: values(),
    });
    const look = (ids: readonly string[]) =>
      asGateway(world, ({ components }) => components.lookAt(ids, instant(start)));
    const first = Array.from({ length: INCIDENTS }, fresh);
    for (const one of first) await say(one);
    // In another order than they came.
    const order = first.map(({ id }) => id).toSorted();
    for (let place = 0; place < order.length; place += LOOKS) await look(order.slice(place, place + LOOKS));
    expect(await keptTogether(world)).toEqual(togetherOf([...shown.values()]));
    let due: string[] = [];
    for (let act = 0; act < LATER; act += 1) {
      const known = [...shown.values()][some(shown.size)];
      const kind = some(4);
      const one = kind === 0 || !known ? fresh() : { ...known, values: kind === 1 ? [] : values() };
      await say(one);
      due.push(one.id);
      if (chance() < 0.2) {
        await look(due);
        due = [];
        expect(await keptTogether(world)).toEqual(togetherOf([...shown.values()]));
      }
    }
    grown = Math.max(grown, ...togetherOf([...shown.values()]).map((group) => group.length));
  }
  // Or nothing was proven.
  expect(grown).toBeGreaterThan(3);
});

vi.setConfig({ testTimeout: 300_000 });
