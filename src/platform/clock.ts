import { instant, type Instant } from "../domain/instant.js";

/** The one clock. It is passed in wherever time matters, so that tests can set it. */
export interface Clock {
  now(): Instant;
  /** Calls `ring` once it is `at` or later; the returned function cancels the alarm. */
  alarm(at: Instant, ring: () => void): () => void;
}

/** Node's longest timer, in milliseconds. */
const LONGEST_TIMER = 2_147_483_647;

/** The shortest wait for an alarm, in milliseconds, when the clock runs faster than real time: it leaves time to work. */
const SHORTEST_WAIT = 20;

/** The machine's clock, running `speed` times as fast from now on: 1 in real use, more for training. */
export function runningClock(speed: number): Clock {
  const start = Date.now();
  const now = (): Instant => instant(Math.floor(start + (Date.now() - start) * speed));
  return {
    now,
    alarm(at, ring) {
      let timer: NodeJS.Timeout;
      const wait = (): void => {
        const left = (at - now()) / speed;
        timer =
          left > LONGEST_TIMER
            ? setTimeout(wait, LONGEST_TIMER)
            : setTimeout(ring, Math.max(speed === 1 ? 0 : SHORTEST_WAIT, left));
        timer.unref();
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}

export const systemClock: Clock = runningClock(1);
