import { setTimeout as pause } from "node:timers/promises";
import type { Up } from "./bring-up.js";

/** Who is told what becomes of a PostgreSQL that is kept up. Each is called once for one outage, in this order. */
export interface OutageListener {
  /** It is gone, and is being started again. */
  gone(): void;
  /** It does not start; further tries follow. Not called where the first try does it. */
  failed(error: Error): void;
  back(): void;
}

/** Milliseconds of life after which a next death counts as the first one. */
const STEADY = 60_000;
/** Milliseconds between one try and the next, at most. */
const LONGEST_DELAY = 10_000;

/**
 * Waits for the end of the session that `up` has, brings PostgreSQL up `again`, waits for the end of that session, and so on,
 * until `signal`; gives what it has then, whose session may be over. One try follows the other after one second, two, four,
 * at most ten; so it is as well where PostgreSQL comes up and does not last. `isThere` says whether that postmaster still
 * runs and only the session is over, of which nobody is told.
 */
export async function keepUp(
  up: Up,
  {
    again,
    isThere,
    listener,
    signal,
  }: {
    readonly again: () => Promise<Up>;
    readonly isThere: (up: Up) => Promise<boolean>;
    readonly listener: OutageListener;
    readonly signal: AbortSignal;
  },
): Promise<Up> {
  const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  let current = up;
  let tries = 0;
  let upSince = -Infinity;
  for (;;) {
    await Promise.race([current.presence.over, aborted]);
    if (signal.aborted) return current;
    if (performance.now() - upSince > STEADY) tries = 0;
    let isOutage = !(await isThere(current).catch(() => false));
    if (isOutage) listener.gone();
    let hasFailed = false;
    for (let next: Up | null = null; next === null; tries += 1) {
      if (tries > 0) await pause(delayAfter(tries), undefined, { signal }).catch(() => {});
      if (signal.aborted) return current;
      try {
        next = current = await again();
      } catch (error) {
        if (hasFailed || signal.aborted) continue;
        if (!isOutage) listener.gone();
        isOutage = hasFailed = true;
        listener.failed(error as Error);
      }
    }
    upSince = performance.now();
    if (isOutage) listener.back();
  }
}

/** Milliseconds to wait after so many tries. */
function delayAfter(tries: number): number {
  return Math.min(1_000 * 2 ** (tries - 1), LONGEST_DELAY);
}
