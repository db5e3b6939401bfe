import { earlier, type Instant } from "../domain/instant.js";

/** When the acts that this gateway has received, and not brought to their end yet, were received: what they meet is met then. */
export class ActsUnderWay {
  private readonly acts = new Set<{ readonly receivedAt: Instant }>();

  /** What it gives is called when the act has ended, whichever way; more than once does no harm. */
  begin(receivedAt: Instant): () => void {
    const act = { receivedAt };
    this.acts.add(act);
    return () => void this.acts.delete(act);
  }

  /** The earliest of them; null where there is none. */
  get earliest(): Instant | null {
    return [...this.acts].reduce<Instant | null>(
      (first, { receivedAt }) => (first === null ? receivedAt : earlier(first, receivedAt)),
      null,
    );
  }
}
