import { instant, type Instant } from "../domain/instant.js";

/** The one clock. Passed in wherever time matters, so that tests can turn it. */
export interface Clock {
  now(): Instant;
  /** Calls `ring` once it is `at` or later; the returned function takes that back. */
  alarm(at: Instant, ring: () => void): () => void;
}

/** Node's longest timer, in milliseconds. */
const LONGEST_TIMER = 2_147_483_647;

export const systemClock: Clock = {
  now: () => instant(Date.now()),
  alarm(at, ring) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = at - Date.now();
      timer = left > LONGEST_TIMER ? setTimeout(wait, LONGEST_TIMER) : setTimeout(ring, Math.max(0, left));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
