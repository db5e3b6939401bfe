import { setTimeout as after } from "node:timers/promises";
import type { Actor } from "../domain/parties.js";
import { MINUTE } from "../domain/instant.js";
import type { Rates } from "../platform/rates.js";
import type { Turnstile } from "../platform/turnstile.js";

/** A subscriber of a feed. */
interface Follower {
  readonly actor: Actor;
  /** Aborted when it has gone. */
  readonly signal: AbortSignal;
}

/** Work of feeds on the database, in turns: a limited number per party at once, each at its subscriber's cost. */
export class FeedTurns {
  constructor(
    private readonly turnstile: Turnstile,
    private readonly rates: Rates,
  ) {}

  /**
   * Runs a feed's work in its party's turn and charges its cost, in values. Null if by then the subscriber has gone, or has used
   * up its budget for feeds: it would keep others waiting until it has some again.
   */
  async take<T>(
    { actor, signal }: Follower,
    work: () => Promise<{ readonly result: T; readonly cost: number }>,
  ): Promise<T | null> {
    const leave = await this.turnstile.enter(actor, signal).catch(() => null);
    if (!leave) return null;
    try {
      if (this.rates.untilLeft(actor, "frame") > 0) return null;
      const { result, cost } = await work();
      this.rates.charge(actor, "frame", cost);
      return result;
    } finally {
      leave();
    }
  }

  /** The same once there is budget; null only if the subscriber has gone. */
  async takeLater<T>(
    follower: Follower,
    work: () => Promise<{ readonly result: T; readonly cost: number }>,
  ): Promise<T | null> {
    for (;;) {
      await this.untilLeft(follower);
      const result = await this.take(follower, work);
      if (result !== null || follower.signal.aborted) return result;
    }
  }

  /** Whether an actor has any budget for feeds. */
  hasLeft(actor: Actor): boolean {
    return this.rates.untilLeft(actor, "frame") === 0;
  }

  /** Resolves when the subscriber has budget for feeds again, or has gone. */
  async untilLeft({ actor, signal }: Follower): Promise<void> {
    for (let wait = this.rates.untilLeft(actor, "frame"); wait > 0 && !signal.aborted;) {
      await after(Math.min(wait, MINUTE), undefined, { signal, ref: false }).catch(() => undefined);
      wait = this.rates.untilLeft(actor, "frame");
    }
  }
}
