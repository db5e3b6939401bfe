import { setTimeout as after } from "node:timers/promises";
import type { Actor } from "../domain/parties.js";
import { MINUTE } from "../domain/instant.js";
import type { Rates } from "../platform/rates.js";
import type { Turnstile } from "../platform/turnstile.js";

/** Whoever follows a feed. */
interface Follower {
  readonly actor: Actor;
  /** Aborted when it has gone. */
  readonly signal: AbortSignal;
}

/** What feeds cost the database, in turns: so many of a party at once, each at the cost of whoever follows. */
export class FeedTurns {
  constructor(
    private readonly turnstile: Turnstile,
    private readonly rates: Rates,
  ) {}

  /**
   * Does what a feed needs in its party's turn, and charges what it cost, in values; null where by then the follower has gone, or
   * nothing is left of what feeds may cost it: it would keep others waiting for what it owes.
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

  /** The same once something is left; null only where the follower has gone. */
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

  /** Resolves when something is left of what feeds may cost the follower, or that has gone. */
  async untilLeft({ actor, signal }: Follower): Promise<void> {
    for (let wait = this.rates.untilLeft(actor, "frame"); wait > 0 && !signal.aborted;) {
      await after(Math.min(wait, MINUTE), undefined, { signal, ref: false }).catch(() => undefined);
      wait = this.rates.untilLeft(actor, "frame");
    }
  }
}
