import { beforeAll } from "vitest";
import { sharedGateway, type TestGateway, type TestObject } from "./gateway.js";
import type { Person } from "./person.js";

/** What fast-check finds it prints with the seed and the path that repeat it: `fc.assert(…, { seed, path })`. */
const SCALE = Math.max(1, Number(process.env["DABYL_GENERATED"] ?? 2_000) / 2_000);
export const FEW_RUNS = { numRuns: Math.floor(SCALE) };
export const RUNS = { numRuns: 24 * SCALE };
export const MANY_RUNS = { numRuns: 100 * SCALE };
export const PATIENCE = { timeout: 300_000 * SCALE };
/** When everything generated is received. */
export const AT = "2026-03-01T10:00:00.000Z";

/** A SOC and an object that it covers. */
export interface Sender {
  readonly world: TestGateway;
  readonly soc: Person;
  readonly object: TestObject;
}

/** One sender for the tests of a file, which get it by calling the returned function; nothing is too costly for it to send. */
export function sharedSender(): () => Sender {
  const shared = sharedGateway({ at: AT, settings: { COST_AT_ONCE: "1000000000000" } });
  let sender: Sender | null = null;
  beforeAll(async () => {
    const world = shared();
    const object = await world.protectedObject();
    sender = { world, object, soc: await world.soc({ covering: [object] }) };
  });
  return () => {
    if (!sender) throw new Error("the tests that share a sender have not begun");
    return sender;
  };
}
