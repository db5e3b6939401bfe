import { setTimeout as after } from "node:timers/promises";

/** Milliseconds by which a refusal is delayed. */
const HELD = 1_000;
/** Delayed refusals of one party at once: this many for each of its operations that may wait. */
const FOR_EACH_WAITING = 10;
const MOST = 1_000;

/**
 * Delays the answer RATE_LIMITED: a client that retries at once then asks once a second per connection, and the refusals
 * themselves take nothing from others. If too many of a party's refusals are being delayed, the next one closes its connection,
 * so nobody is refused faster than connections can be opened.
 */
export class HeldRefusals {
  private readonly held = new Map<string, number>();
  private readonly limit: number;

  /** `waiting`: how many operations of each party may wait for their turn. */
  constructor(waiting: number) {
    this.limit = Math.min(FOR_EACH_WAITING * waiting, MOST);
  }

  /** Resolves when the refusal may be sent, or at `signal`; true if its connection stays open. */
  async hold(party: string, signal: AbortSignal): Promise<boolean> {
    const count = this.held.get(party) ?? 0;
    if (count >= this.limit) return false;
    this.held.set(party, count + 1);
    try {
      await after(HELD, undefined, { signal, ref: false });
    } catch {
      // A client that has gone no longer waits.
    } finally {
      const left = (this.held.get(party) ?? 1) - 1;
      if (left > 0) this.held.set(party, left);
      else this.held.delete(party);
    }
    return true;
  }
}
