import { setTimeout as after } from "node:timers/promises";
import { SECOND, type Instant } from "../domain/instant.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Clock } from "../platform/clock.js";
import type { Logger } from "../platform/logger.js";

/** Wrong tokens of an address that are answered at once: a mistake in a script, or an expired token of each client. */
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

interface Tries {
  count: number;
  since: Instant;
  waiting: number;
}

/**
 * Slows whoever tries tokens, by address. It is the refusal that waits, not the look at the token: a right token is never
 * slowed, from whatever address it comes, and those behind one NAT do not suffer for each other.
 */
export class WrongTokens {
  private readonly records = new Map<string, Tries>();
  /** Wrong tokens since the start. */
  total = 0;

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * What `look` gives. Where it throws UNAUTHENTICATED, that is thrown after a wait that grows with each wrong token of the
   * address, or RATE_LIMITED at once where too many wait already.
   */
  async slowing<T>(address: string | null, signal: AbortSignal, look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof Refusal && error.code === "UNAUTHENTICATED") await this.hold(address, signal);
      throw error;
    }
  }

  private async hold(address: string | null, signal: AbortSignal): Promise<void> {
    const record = this.recordOf(networkOf(address));
    record.count += 1;
    this.total += 1;
    // Every one of a few, then fewer and fewer: the log is not the attacker's to fill.
    const { count } = record;
    if (Number.isInteger(Math.log2(count))) this.logger.warn({ address, count }, "a wrong token");
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
      // Whoever has gone waits no longer.
    } finally {
      record.waiting -= 1;
    }
  }

  private recordOf(network: string): Tries {
    const now = this.clock.now();
    const record = this.records.get(network) ?? { count: 0, since: now, waiting: 0 };
    const forgotten = Math.floor((now - record.since) / FORGETTING);
    record.count = Math.max(0, record.count - forgotten);
    if (forgotten > 0) record.since = now;
    this.records.delete(network);
    this.records.set(network, record);
    const oldest = this.records.keys().next();
    if (this.records.size > REMEMBERED && !oldest.done) this.records.delete(oldest.value);
    return record;
  }
}

/** Whoever has one address of IPv6 has the 2^64 beside it. */
function networkOf(address: string | null): string {
  if (address === null || !address.includes(":")) return address ?? "";
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  return [...groups, ...Array<string>(Math.max(0, missing)).fill("0")].slice(0, 4).join(":");
}
