import { earlier, MINUTE, type Instant } from "../domain/instant.js";

/**
 * Milliseconds for which one act holds up the clock: longer than one that waits for whatever it may wait for, each time to the
 * end. Nobody silences the clock by an act that does not end; what is met in time even later takes the announcement back.
 */
const HOLD = 2 * MINUTE;

/** When the acts that this gateway has received, and not brought to their end yet, were received: what they meet is met then. */
export class ActsUnderWay {
  private readonly acts = new Set<{ readonly receivedAt: Instant; readonly heldUntil: number }>();

  constructor(
    /** Milliseconds from any beginning, which never go back. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** What it gives is called when the act has ended, whichever way; more than once does no harm. */
  begin(receivedAt: Instant): () => void {
    const act = { receivedAt, heldUntil: this.now() + HOLD };
    this.acts.add(act);
    return () => void this.acts.delete(act);
  }

  /** The earliest of them that holds up the clock; null where there is none. */
  get earliest(): Instant | null {
    const now = this.now();
    return [...this.acts].reduce<Instant | null>((first, { receivedAt, heldUntil }) => {
      if (heldUntil <= now) return first;
      return first === null ? receivedAt : earlier(first, receivedAt);
    }, null);
  }
}
