import type { Session } from "./session.js";

/** What tokens mean since rights may last have changed: looked up once for each token, however many feeds are followed with it. */
export class Confirmations {
  private readonly asked = new Map<string, Promise<Session>>();
  private seen = 0;

  constructor(
    /** Grows with everything that may have changed somebody's rights. */
    private readonly changes: () => number,
    /** Throws UNAUTHENTICATED if the token is no longer valid. */
    private readonly again: (session: Session) => Promise<Session>,
  ) {}

  /** The current session of a session's token; throws UNAUTHENTICATED if the token is no longer valid. */
  of(session: Session): Promise<Session> {
    const changes = this.changes();
    if (changes !== this.seen) this.asked.clear();
    this.seen = changes;
    const { key } = session;
    const known = this.asked.get(key) ?? this.again(session);
    this.asked.set(key, known);
    // The next caller repeats a lookup that failed.
    known.catch(() => this.asked.get(key) === known && this.asked.delete(key));
    return known;
  }
}
