import { MINUTE, SECOND, type Instant } from "../domain/instant.js";
import { DatabaseAway } from "../platform/availability.js";
import type { Clock } from "../platform/clock.js";
import type { Connection } from "../platform/database.js";
import type { Logger } from "../platform/logger.js";
import { Recurring } from "../platform/recurring.js";
import { timestamp } from "../platform/sql.js";
import type { Session } from "./session.js";

/** Milliseconds between two writings of what was used meanwhile. */
const PERIOD = MINUTE;
/** Seconds by which what is kept may lag: a token in steady use is written six times an hour, by however many gateways. */
const COARSENESS = (10 * MINUTE) / SECOND;

/**
 * When each token was last used. A request only notes it in memory; what was noted is written once a minute in one statement, apart
 * from every request, and what a gateway that ends has not written is lost.
 */
export class TokenUses extends Recurring {
  private uses = new Map<string, Instant>();
  private standing: () => Iterable<Session> = () => [];

  constructor(
    private readonly connection: Connection,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    super(clock, PERIOD);
  }

  note({ tokenHash }: Session): void {
    if (tokenHash) this.uses.set(tokenHash.toString("hex"), this.clock.now());
  }

  /** From now on each of these sessions counts as used as long as it is given. */
  alsoOf(standing: () => Iterable<Session>): void {
    this.standing = standing;
  }

  protected async work(): Promise<void> {
    for (const session of this.standing()) this.note(session);
    if (this.uses.size === 0) return;
    const uses = [...this.uses];
    this.uses.clear();
    try {
      await this.connection.query("select note_token_uses($1, $2, make_interval(secs => $3))", [
        uses.map(([hash]) => Buffer.from(hash, "hex")),
        uses.map(([, at]) => timestamp(at)),
        COARSENESS,
      ]);
    } catch (error) {
      if (!(error instanceof DatabaseAway))
        this.logger.warn({ err: error }, "when tokens were last used could not be kept; what comes next is");
    }
  }
}
