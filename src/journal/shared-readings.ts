import { scopeKey, type Scope } from "../domain/access.js";
import { Meter, type AnswerLimits } from "../platform/meter.js";
import type { Pool } from "../platform/pool.js";
import { latestReading, type Reading } from "../reading.js";
import type { Tail } from "./tail.js";

/** Readings kept for frames that are still being made. */
const KEPT = 256;

/** One reading for all who look at the same fact through the same eyes: what one of them loads, none loads again. */
export class SharedReadings {
  private readonly kept = new Map<string, Reading>();

  constructor(
    private readonly pool: Pool,
    private readonly tail: Tail,
    private readonly limits: AnswerLimits,
  ) {}

  /** One that nobody shares. */
  alone(scope: Scope): Reading {
    return latestReading(this.pool, scope, new Meter(this.limits));
  }

  /** Whatever is sealed in the meantime makes a new reading, so that nobody is shown what it may no longer see. */
  at(scope: Scope, position: number): Reading {
    const key = `${scopeKey(scope)} ${position} ${this.tail.head}`;
    const known = this.kept.get(key);
    if (known) return known;
    const reading = this.alone(scope);
    this.kept.set(key, reading);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
    return reading;
  }
}
