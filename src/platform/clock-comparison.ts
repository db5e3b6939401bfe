import { MINUTE, SECOND, type Instant } from "../domain/instant.js";
import { DatabaseAway } from "./availability.js";
import type { Clock } from "./clock.js";
import type { Connection } from "./database.js";
import type { Logger } from "./logger.js";
import { Recurring } from "./recurring.js";

/** Milliseconds between comparisons. */
const PERIOD = MINUTE;
/** Milliseconds by which the clocks may differ before it is reported. */
const TOLERANCE = SECOND;

/**
 * Compares the gateway's clock with PostgreSQL's once a minute, and reports a difference of more than a second. Terms go only by
 * the gateway's clock, but two gateways that agree with their PostgreSQL agree with each other.
 */
export class ClockComparison extends Recurring {
  private isApart = false;

  constructor(
    private readonly connection: Connection,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    super(clock, PERIOD);
  }

  /** At once, then after each period. */
  override start(): void {
    this.begin();
  }

  protected async work(): Promise<void> {
    try {
      const asked = this.clock.now();
      const [row] = await this.connection.query<{ at: Instant }>("select clock_timestamp() as at");
      const skew = skewOf(asked, row?.at ?? asked, this.clock.now());
      if (Math.abs(skew) > TOLERANCE)
        this.logger.warn(
          { skewMilliseconds: skew },
          "the gateway's clock is not PostgreSQL's: positive is ahead of it",
        );
      else if (this.isApart) this.logger.info({ skewMilliseconds: skew }, "the clocks agree again");
      this.isApart = Math.abs(skew) > TOLERANCE;
    } catch (error) {
      if (!(error instanceof DatabaseAway))
        this.logger.warn({ err: error }, "the clocks could not be compared; it is tried again");
    }
  }
}

/**
 * Milliseconds by which our clock is ahead of another that showed `there` at some moment between two readings of ours; 0 if it
 * may be right, as far as that can be known.
 */
export function skewOf(asked: Instant, there: Instant, answered: Instant): number {
  return there < asked ? asked - there : Math.min(0, answered - there);
}
