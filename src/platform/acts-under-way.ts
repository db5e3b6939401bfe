import { earlier, MINUTE, type Instant } from "../domain/instant.js";

/**
 * Milliseconds for which one act can hold back the clock: longer than an act that waits the maximum for everything it may wait
 * for. An act that never ends cannot silence the clock; if it meets a duty in time even later, the announcement is taken back.
 */
const HOLD = 2 * MINUTE;

/** When the acts in progress on this gateway were received: a duty that one of them meets is met as of then. */
export class ActsUnderWay {
  private readonly acts = new Set<{ readonly receivedAt: Instant; readonly heldUntil: number }>();

  constructor(
    /** A monotonic clock, in milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Call the returned function when the act has ended, in success or failure; calling it again is harmless. */
  begin(receivedAt: Instant): () => void {
    const act = { receivedAt, heldUntil: this.now() + HOLD };
    this.acts.add(act);
    return () => void this.acts.delete(act);
  }

  /** The earliest receipt that holds back the clock; null if there is none. */
  get earliest(): Instant | null {
    const now = this.now();
    return [...this.acts].reduce<Instant | null>((first, { receivedAt, heldUntil }) => {
      if (heldUntil <= now) return first;
      return first === null ? receivedAt : earlier(first, receivedAt);
    }, null);
  }
}
