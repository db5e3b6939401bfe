import { scopeKey, type Scope } from "../domain/access.js";
import { Meter, type AnswerLimits } from "../platform/meter.js";
import type { Pool } from "../platform/pool.js";
import { latestReading, type Reading } from "./reading.js";
import type { Tail } from "../journal/tail.js";

/** Readings kept for frames still being made: at most this many, and only if begun within so many milliseconds. */
const KEPT = 256;
const KEPT_FOR = 2_000;

/** A reading that frames share, and what was loaded through it. */
export interface SharedReading {
  readonly reading: Reading;
  readonly meter: Meter;
}

/** One reading for all who look at the same fact through the same scope: what one of them loads, none loads again. */
export class SharedReadings {
  private readonly kept = new Map<string, SharedReading & { readonly begun: number }>();

  constructor(
    private readonly pool: Pool,
    private readonly tail: Tail,
    private readonly limits: AnswerLimits,
    /** A monotonic clock, in milliseconds. */
    private readonly now: () => number,
  ) {}

  /** A reading that nobody shares. */
  alone(scope: Scope): SharedReading {
    const meter = new Meter(this.limits);
    return { reading: latestReading(this.pool, scope, meter), meter };
  }

  /** Anything sealed in the meantime makes a new reading, so that nobody is shown what it may no longer see. */
  at(scope: Scope, position: number): SharedReading {
    const key = `${scopeKey(scope)} ${position} ${this.tail.head}`;
    const known = this.kept.get(key);
    if (known) return known;
    const begun = this.now();
    const made = { ...this.alone(scope), begun };
    this.kept.set(key, made);
    for (const [oldest, { begun: then }] of this.kept) {
      if (this.kept.size <= KEPT && begun - then < KEPT_FOR) break;
      this.kept.delete(oldest);
    }
    return made;
  }
}
