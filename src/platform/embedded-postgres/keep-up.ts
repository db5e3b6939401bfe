import { setTimeout as pause } from "node:timers/promises";
import type { Session } from "./bring-up.js";

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
 * Waits for the end of `session`, gets another one by `again`, waits for its end, and so on, until `signal`; gives the
 * session that is there then, which may be over. One try follows the other after one second, two, four, at most ten;
 * so it is as well where PostgreSQL comes up and does not last. `isRunning` says whether PostgreSQL is there, only the
 * session not: then nobody is told.
 */
export async function keepUp(
  session: Session,
  {
    again,
    isRunning,
    listener,
    signal,
  }: {
    readonly again: () => Promise<Session>;
    readonly isRunning: () => Promise<boolean>;
    readonly listener: OutageListener;
    readonly signal: AbortSignal;
  },
): Promise<Session> {
  const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  let current = session;
  let tries = 0;
  let upSince = -Infinity;
  for (;;) {
    await Promise.race([current.over, aborted]);
    if (signal.aborted) return current;
    if (performance.now() - upSince > STEADY) tries = 0;
    let isTold = !(await isRunning().catch(() => false));
    if (isTold) listener.gone();
    let hasFailed = false;
    for (let next: Session | null = null; next === null; tries += 1) {
      if (tries > 0) await Promise.race([pause(delayAfter(tries), undefined, { signal }).catch(() => {}), aborted]);
      if (signal.aborted) return current;
      try {
        next = await again();
        current = next;
      } catch (error) {
        if (!hasFailed && !signal.aborted) {
          if (!isTold) listener.gone();
          isTold = hasFailed = true;
          listener.failed(error as Error);
        }
      }
    }
    upSince = performance.now();
    if (isTold) listener.back();
  }
}

/** Milliseconds to wait after so many tries. */
function delayAfter(tries: number): number {
  return Math.min(1_000 * 2 ** (tries - 1), LONGEST_DELAY);
}
