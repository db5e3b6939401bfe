import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { SHARE_OF_ACTOR, type Holder } from "./shares.js";

/** Who spends. */
export type Spender = Holder;

/**
 * Acts have buckets of their own, for their values and for new documents: an act is not refused because of what queries or
 * invalid operations have used up.
 */
export type Purpose = "reading" | "frame" | "act" | "document of an act" | "body" | "message" | "fault" | "file";

export interface RateSettings {
  /** Values that a party may use at once. */
  readonly capacity: number;
  /** Values that a party regains per minute. */
  readonly perMinute: number;
}

const SECOND = 1_000;
const MINUTE = 60_000;

interface Bucket {
  used: number;
  at: number;
}

/** A leaky bucket of cost for each party and each actor, in memory; every gateway has its own. */
export class Rates {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly settings: RateSettings,
    /** A monotonic clock, in milliseconds. */
    private readonly now: () => number,
  ) {}

  /** Takes an estimate; throws RATE_LIMITED, with the time to wait, if less is left. Taking 0 always succeeds. */
  take(spender: Spender, purpose: Purpose, values: number): void {
    if (values <= 0) return;
    const { capacity } = this.settings;
    const waits = keysOf(spender, purpose).map(({ key, share }) => {
      const needed = Math.min(values, capacity * share);
      return (this.bucket(key, share).used + needed - capacity * share) / (this.perMillisecond * share);
    });
    const wait = Math.ceil(Math.max(...waits) / SECOND);
    if (wait > 0) throw rateLimited(wait);
    this.charge(spender, purpose, values);
  }

  /**
   * Charges what can no longer be refused; refunds if negative. A debt never exceeds a full bucket and belongs only to its actor:
   * colleagues keep their share of the party's budget.
   */
  charge(spender: Spender, purpose: Purpose, values: number): void {
    const [own, ofParty] = keysOf(spender, purpose);
    const share = this.settings.capacity * own.share;
    const before = this.bucket(own.key, own.share).used;
    const after = this.add(own, values);
    this.add(ofParty, Math.min(after, share) - Math.min(before, share));
    this.forget();
  }

  /** Adds to a bucket's use; returns the new use. */
  private add({ key, share }: Key, values: number): number {
    const bucket = this.bucket(key, share);
    bucket.used = Math.min(Math.max(bucket.used + values, 0), 2 * this.settings.capacity * share);
    this.buckets.delete(key);
    if (bucket.used > 0) this.buckets.set(key, bucket);
    return bucket.used;
  }

  /** Throws RATE_LIMITED, with the time to wait, if nothing is left. */
  expectLeft(spender: Spender, purpose: Purpose): void {
    const wait = this.untilLeft(spender, purpose);
    if (wait > 0) throw rateLimited(Math.ceil(wait / SECOND));
  }

  /** Milliseconds until more than this part of the whole budget is left; 0 if it is. */
  untilLeft(spender: Spender, purpose: Purpose, part = 0): number {
    const waits = keysOf(spender, purpose).map(
      ({ key, share }) =>
        (this.bucket(key, share).used - this.settings.capacity * share * (1 - part)) / (this.perMillisecond * share),
    );
    return Math.max(Math.ceil(Math.max(...waits)), 0);
  }

  /** Values that are left, at least 0. */
  left(spender: Spender, purpose: Purpose): number {
    const left = keysOf(spender, purpose).map(
      ({ key, share }) => this.settings.capacity * share - this.bucket(key, share).used,
    );
    return Math.max(Math.floor(Math.min(...left)), 0);
  }

  /** Buckets kept in memory. */
  get size(): number {
    return this.buckets.size;
  }

  private get perMillisecond(): number {
    return this.settings.perMinute / MINUTE;
  }

  private bucket(key: string, share: number): Bucket {
    const at = this.now();
    const known = this.buckets.get(key) ?? { used: 0, at };
    return { used: Math.max(known.used - (at - known.at) * this.perMillisecond * share, 0), at };
  }

  /** A bucket that has drained equals none. The longest untouched come first. */
  private forget(): void {
    for (const key of this.buckets.keys()) {
      if (this.bucket(key, key.startsWith("actor") ? SHARE_OF_ACTOR : 1).used > 0) return;
      this.buckets.delete(key);
    }
  }
}

/** The key of a bucket, and its share of the settings. */
interface Key {
  readonly key: string;
  readonly share: number;
}

function keysOf({ id, party }: Spender, purpose: Purpose): readonly [own: Key, ofParty: Key] {
  return [
    { key: `actor ${purpose} ${id}`, share: SHARE_OF_ACTOR },
    { key: `party ${purpose} ${party.id}`, share: 1 },
  ];
}

function rateLimited(retryAfterSeconds: number): Refusal {
  return new Refusal("RATE_LIMITED", say("rateLimited", { seconds: retryAfterSeconds }), [], { retryAfterSeconds });
}
