import { expect, test } from "vitest";
import { HeldRefusals } from "../../src/server/held-refusals.js";

/** Refusals that are held until they are let go, and those that were sent. */
function refusals(held: HeldRefusals) {
  const left: boolean[] = [];
  const gone = new AbortController();
  const hold = async (party: string): Promise<void> => {
    // Each has a signal of its own, as connections have.
    left.push(await held.hold(party, AbortSignal.any([gone.signal])));
  };
  return { left, hold, letGo: () => gone.abort() };
}

/** No timer has rung by then. */
async function soon(): Promise<void> {
  for (let count = 0; count < 10; count += 1) await Promise.resolve();
}

test("a thousand refusals of a party are held; one more ends its connection at once, and another party's are held", async () => {
  const held = new HeldRefusals(100);
  const { left, hold, letGo } = refusals(held);
  const all = Array.from({ length: 1_000 }, () => hold("A"));
  await soon();
  expect(left).toEqual([]);
  all.push(hold("A"), hold("B"));
  await soon();
  expect(left).toEqual([false]);
  letGo();
  await Promise.all(all);
  expect(left.filter((goesOn) => goesOn)).toHaveLength(1_001);
  const { left: later, hold: holdLater, letGo: letLaterGo } = refusals(held);
  const last = holdLater("A");
  await soon();
  expect(later).toEqual([]);
  letLaterGo();
  await last;
});

test("where few of a party may wait few refusals are held, and where many may, no more", async () => {
  for (const [waiting, limit] of [
    [1, 10],
    [100_000, 1_000],
  ] as const) {
    const { left, hold, letGo } = refusals(new HeldRefusals(waiting));
    const all = Array.from({ length: limit + 1 }, () => hold("A"));
    await soon();
    expect(left).toEqual([false]);
    letGo();
    await Promise.all(all);
  }
});
