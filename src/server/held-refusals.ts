import { setTimeout as after } from "node:timers/promises";

/** Milliseconds for which a refusal is held back. */
const HELD = 1_000;
/** Refusals of one party that wait at once; further ones leave at once. */
const WAITING = 50;

/**
 * Holds back the answer RATE_LIMITED: whoever asks again as soon as it is answered asks once a second on each connection, and
 * the refusals themselves take nothing from others.
 */
export class HeldRefusals {
  private readonly waiting = new Map<string, number>();

  /** Resolves when the refusal may leave, or at `signal`. */
  async hold(party: string, signal: AbortSignal): Promise<void> {
    const count = this.waiting.get(party) ?? 0;
    if (count >= WAITING) return;
    this.waiting.set(party, count + 1);
    try {
      await after(HELD, undefined, { signal, ref: false });
    } catch {
      // Whoever has gone waits no longer.
    } finally {
      const left = (this.waiting.get(party) ?? 1) - 1;
      if (left > 0) this.waiting.set(party, left);
      else this.waiting.delete(party);
    }
  }
}
