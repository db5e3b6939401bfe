import type { Session } from "./authenticate.js";

/**
 * What tokens stand for since rights last may have changed: asked once for each token, however many feeds are followed with it.
 */
export class Confirmations {
  private readonly asked = new Map<string, Promise<Session>>();
  private seen = 0;

  constructor(
    /** Grows with everything that may have changed somebody's rights. */
    private readonly changes: () => number,
    /** Throws UNAUTHENTICATED where the token no longer holds. */
    private readonly again: (session: Session) => Promise<Session>,
  ) {}

  /** The session that a session's token stands for now; throws UNAUTHENTICATED where it no longer holds. */
  of(session: Session): Promise<Session> {
    const changes = this.changes();
    if (changes !== this.seen) this.asked.clear();
    this.seen = changes;
    const key = session.tokenHash.toString("hex");
    const known = this.asked.get(key) ?? this.again(session);
    this.asked.set(key, known);
    // Whoever asks after a failure asks anew.
    known.catch(() => this.asked.get(key) === known && this.asked.delete(key));
    return known;
  }
}
