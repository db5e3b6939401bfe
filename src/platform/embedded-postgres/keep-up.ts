import { setTimeout as pause } from "node:timers/promises";
import type { Up } from "./bring-up.js";

/** Receives what happens to a PostgreSQL that is kept running. Each method is called once per outage, in this order. */
export interface OutageListener {
  /** It has stopped and is being restarted. */
  gone(): void;
  /** The first attempt to start it failed; more follow. Not called if the first one succeeds. */
  failed(error: Error): void;
  back(): void;
}

/** Milliseconds of uptime after which the next outage counts as the first one again. */
const STEADY = 60_000;
/** The longest pause between attempts, in milliseconds. */
const LONGEST_DELAY = 10_000;

/**
 * Waits for the end of the session in `up`, brings PostgreSQL up with `again`, waits for the end of that session, and so on,
 * until `signal`; returns the latest one, whose session may have ended. Attempts follow after one second, two, four, at most ten;
 * also when PostgreSQL comes up but does not last. `isThere` says whether that postmaster still runs and only the session has
 * ended, which is not reported to the listener.
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

/** Milliseconds to wait after this many attempts. */
function delayAfter(tries: number): number {
  return Math.min(1_000 * 2 ** (tries - 1), LONGEST_DELAY);
}
