import { setTimeout as after } from "node:timers/promises";
import { SECOND, type Instant } from "../domain/instant.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Clock } from "../platform/clock.js";
import type { Logger } from "../platform/logger.js";
import { networkOf } from "../platform/network.js";

/** Wrong tokens of an address that are answered at once: a mistake in a script. */
const FORGIVEN = 5;
/** One wrong token is forgotten in so many milliseconds. */
const FORGETTING = 10 * SECOND;
/** Milliseconds of the first wait, which doubles with each further wrong token, and of the longest one. */
const SHORTEST = 100;
const LONGEST = 5 * SECOND;
/** Refusals of one address that wait at once. */
const WAITING = 50;
/** Addresses that are remembered, the one that was quiet for longest leaving first. */
const REMEMBERED = 10_000;

/** Why a token is refused, in the log. A token that was valid once is not a guess. */
const MESSAGES = {
  wrong: "a wrong token",
  expired: "a token that has expired",
  revoked: "a token that was revoked",
} as const;
type Fault = keyof typeof MESSAGES;

interface Tries {
  count: number;
  since: Instant;
  waiting: number;
}

/**
 * Slows down guessing of tokens, by address. Only the refusal is delayed, not the check of the token: a valid token is never
 * slowed, from whatever address it comes, and those behind one NAT do not suffer for each other.
 */
export class WrongTokens {
  private readonly records = new Map<string, Tries>();
  /** Tokens that were refused since the start. */
  readonly totals: Record<Fault, number> = { wrong: 0, expired: 0, revoked: 0 };

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * What `look` gives. If it throws UNAUTHENTICATED for a token that was never valid, that is thrown after a wait that grows with
   * each wrong token of the address, or RATE_LIMITED at once where too many wait already.
   */
  async slowing<T>(address: string | null, signal: AbortSignal, look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof Refusal && error.code === "UNAUTHENTICATED") {
        const fault = faultOf(error);
        const record = this.note(fault, address);
        if (fault === "wrong") await this.hold(record, signal);
      }
      throw error;
    }
  }

  private note(fault: Fault, address: string | null): Tries {
    const record = this.recordOf(`${fault} ${networkOf(address)}`);
    record.count += 1;
    this.totals[fault] += 1;
    // Every one of a few, then fewer and fewer: the log is not the attacker's to fill.
    const { count } = record;
    if (Number.isInteger(Math.log2(count))) this.logger.warn({ address, count }, MESSAGES[fault]);
    return record;
  }

  private async hold(record: Tries, signal: AbortSignal): Promise<void> {
    const { count } = record;
    if (count <= FORGIVEN) return;
    const wait = Math.min(LONGEST, SHORTEST * 2 ** (count - FORGIVEN - 1));
    if (record.waiting >= WAITING) {
      const retryAfterSeconds = Math.ceil(wait / SECOND);
      throw new Refusal("RATE_LIMITED", say("tooManyWrongTokens", { seconds: retryAfterSeconds }), [], {
        retryAfterSeconds,
      });
    }
    record.waiting += 1;
    try {
      await after(wait, undefined, { signal, ref: false });
    } catch {
      // A caller that has gone waits no longer.
    } finally {
      record.waiting -= 1;
    }
  }

  private recordOf(key: string): Tries {
    const now = this.clock.now();
    const record = this.records.get(key) ?? { count: 0, since: now, waiting: 0 };
    const forgotten = Math.floor((now - record.since) / FORGETTING);
    record.count = Math.max(0, record.count - forgotten);
    if (forgotten > 0) record.since = now;
    this.records.delete(key);
    this.records.set(key, record);
    const oldest = this.records.keys().next();
    if (this.records.size > REMEMBERED && !oldest.done) this.records.delete(oldest.value);
    return record;
  }
}

function faultOf({ says }: Refusal): Fault {
  if (says.key === "tokenExpired") return "expired";
  return says.key === "tokenRevoked" ? "revoked" : "wrong";
}
