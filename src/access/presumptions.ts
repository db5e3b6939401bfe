import type { Instant } from "../domain/instant.js";
import type { Session } from "./session.js";

/** Sessions that are remembered. */
const REMEMBERED = 1_000;

/**
 * Sessions as they were last checked: enough to begin a reading with, whose answer is sent only when the proof, checked again
 * within the same transaction, still stands.
 */
export class Presumptions {
  private readonly sessions = new Map<string, Session>();
  private seen = 0;

  /** `changes` grows with everything that may have changed somebody's rights: then all are checked again. */
  constructor(private readonly changes: () => number = () => 0) {}

  remember(session: Session): void {
    this.sessions.delete(session.key);
    this.sessions.set(session.key, session);
    const oldest = this.sessions.keys().next();
    if (this.sessions.size > REMEMBERED && !oldest.done) this.sessions.delete(oldest.value);
  }

  forget({ key }: Session): void {
    this.sessions.delete(key);
  }

  of(key: string, now: Instant): Session | null {
    const changes = this.changes();
    if (changes !== this.seen) this.sessions.clear();
    this.seen = changes;
    const known = this.sessions.get(key);
    return known && known.expiresAt > now ? known : null;
  }
}
