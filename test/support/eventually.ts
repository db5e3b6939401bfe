import { setTimeout } from "node:timers/promises";

/** Milliseconds before the second look, and the longest between two: looks cost what they look at processor time. */
const FIRST = 10;
const LONGEST = 200;
/** Milliseconds, far beyond what anything takes. */
const PATIENCE = 60_000;

/** Polls for a condition that cannot be waited for otherwise, ever less often. */
export async function eventually(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const since = performance.now();
  for (let wait = FIRST; !(await isSo()); wait = Math.min(LONGEST, wait * 1.4)) {
    if (performance.now() - since > PATIENCE)
      throw new Error(`it is not so after ${PATIENCE / 1_000} s: ${String(isSo)}`);
    await setTimeout(wait);
  }
}
