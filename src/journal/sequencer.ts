import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import { DatabaseAway } from "../platform/availability.js";
import type { Connection } from "../platform/database.js";
import type { Logger } from "../platform/logger.js";

/** A sealed entry's position in the journal. */
export interface Place {
  readonly position: number;
  readonly hash: Buffer;
}

interface Waiting {
  readonly place: Promise<Place>;
  readonly settle: (place: Place) => void;
  readonly fail: (error: Error) => void;
  readonly givesUp: NodeJS.Timeout;
}

/** Milliseconds between looks at the outbox without a wake-up: covers acts of a gateway that died before it sealed. */
const BACKSTOP = 1_000;
/** Milliseconds without a seal after which the journal counts as stuck. */
const STILL = 5_000;
/** Seconds after which a caller without a receipt may ask for it again. */
const RETRY_AFTER = 5;

/**
 * Seals what has been committed: calls seal_journal one call at a time, each for everything that is waiting. Needs no
 * leader; any gateway seals for all, under the database's lock.
 */
export class Sequencer {
  private readonly waiting = new Map<string, Waiting>();
  private isPoked = false;
  private running: Promise<void> | null = null;
  private backstop: NodeJS.Timeout | null = null;
  private sealedAt = performance.now();
  private isStill = false;

  constructor(
    private readonly connection: Connection,
    private readonly logger: Logger,
    /** Milliseconds after which an act stops waiting for its seal; the act remains, and a retry gets its receipt. */
    private readonly patience: number,
    /** Called after each seal that found something this gateway waited for. */
    private readonly onSealed: () => void,
  ) {}

  start(): void {
    this.sealedAt = performance.now();
    this.backstop = setInterval(() => this.poke(), BACKSTOP);
    this.poke();
  }

  async stop(): Promise<void> {
    if (this.backstop) clearInterval(this.backstop);
    this.backstop = null;
    await this.running;
  }

  /** Acts that are committed and wait for their positions. */
  get unsealed(): number {
    return this.waiting.size;
  }

  /** Milliseconds since the last call of seal_journal that came back; an idle gateway calls once a second. */
  get sealedAgo(): number {
    return performance.now() - this.sealedAt;
  }

  /** Whether committed acts get their positions; an idle gateway tries once a second. */
  get isSealing(): boolean {
    return this.sealedAgo < STILL;
  }

  /**
   * Resolves with the entry's position. Call it after the entry's transaction has committed. Throws UNAVAILABLE where it is not
   * sealed in time, whatever the seal hangs on.
   */
  sealed(entryId: string): Promise<Place> {
    let waiting = this.waiting.get(entryId);
    if (!waiting) {
      const { promise, resolve, reject } = Promise.withResolvers<Place>();
      const givesUp = setTimeout(() => this.giveUp(entryId), this.patience);
      waiting = { place: promise, settle: resolve, fail: reject, givesUp };
      this.waiting.set(entryId, waiting);
    }
    this.poke();
    return waiting.place;
  }

  /** Seals soon; a wake-up while a call runs means one more call after it. */
  poke(): void {
    this.isPoked = true;
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    while (this.isPoked) {
      // Acts that have just committed register first: one call for all of this turn.
      await new Promise((resolve) => setImmediate(resolve));
      this.isPoked = false;
      try {
        await this.seal();
      } catch (error) {
        this.standsStill(error);
      }
    }
    // No await since the last look at the flag: no wake-up can be lost in between.
    this.running = null;
  }

  private async seal(): Promise<void> {
    const rows = await this.connection.query<{ entryId: string } & Place>(
      `select entry_id as "entryId", position, hash from seal_journal($1)`,
      [[...this.waiting.keys()]],
    );
    this.sealedAt = performance.now();
    if (this.isStill) this.logger.info("the journal is sealed again");
    this.isStill = false;
    for (const { entryId, position, hash } of rows) {
      const waiting = this.waiting.get(entryId);
      if (waiting) clearTimeout(waiting.givesUp);
      waiting?.settle({ position, hash });
      this.waiting.delete(entryId);
    }
    if (rows.length > 0) this.onSealed();
  }

  private giveUp(entryId: string): void {
    const refusal = new Refusal("UNAVAILABLE", say("unsealed", {}), [], { retryAfterSeconds: RETRY_AFTER });
    this.waiting.get(entryId)?.fail(refusal);
    this.waiting.delete(entryId);
    this.standsStill(refusal);
  }

  /** Logged once, until the journal is sealed again; a database that is away has been logged already. */
  private standsStill(error: unknown): void {
    if (this.isStill || error instanceof DatabaseAway) return;
    this.isStill = true;
    this.logger.error(
      { err: error },
      "the journal is not sealed: acts are kept but not acknowledged; it is tried again",
    );
  }
}
