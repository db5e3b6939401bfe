import { setTimeout as after } from "node:timers/promises";

/** Milliseconds for which a refusal is held back. */
const HELD = 1_000;
/** Refusals of one party that are held at once: so many for each of its operations that may wait, and never more. */
const FOR_EACH_WAITING = 10;
const MOST = 1_000;

/**
 * Holds back the answer RATE_LIMITED: whoever asks again as soon as it is answered asks once a second on each connection, and
 * the refusals themselves take nothing from others. Where a party has too many of them held, a refusal ends its connection: nobody
 * is refused faster than connections can be opened.
 */
export class HeldRefusals {
  private readonly held = new Map<string, number>();
  private readonly limit: number;

  /** `waiting` operations of each party may wait for their turn. */
  constructor(waiting: number) {
    this.limit = Math.min(FOR_EACH_WAITING * waiting, MOST);
  }

  /** Resolves when the refusal may leave, or at `signal`: with whether its connection goes on after it. */
  async hold(party: string, signal: AbortSignal): Promise<boolean> {
    const count = this.held.get(party) ?? 0;
    if (count >= this.limit) return false;
    this.held.set(party, count + 1);
    try {
      await after(HELD, undefined, { signal, ref: false });
    } catch {
      // Whoever has gone waits no longer.
    } finally {
      const left = (this.held.get(party) ?? 1) - 1;
      if (left > 0) this.held.set(party, left);
      else this.held.delete(party);
    }
    return true;
  }
}
