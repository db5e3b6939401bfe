import type { DataSource } from "typeorm";
import type { Logger } from "../platform/logger.js";

/** A sealed entry's place in the journal. */
export interface Place {
  readonly position: number;
  readonly hash: Buffer;
}

interface Waiting {
  readonly place: Promise<Place>;
  readonly settle: (place: Place) => void;
  readonly fail: (error: Error) => void;
  readonly givesUpAt: number;
}

/** Milliseconds after which an act stops waiting for its seal; the act stands, and a retry gets its receipt. */
const PATIENCE = 15_000;
/** Milliseconds between looks at the outbox when nobody pokes: covers acts of a gateway that died before it sealed. */
const BACKSTOP = 1_000;

/**
 * Seals what has been committed: calls seal_journal one call at a time, each for everything that is waiting. Needs no
 * leader; any gateway seals for all, under the database's lock.
 */
export class Sequencer {
  private readonly waiting = new Map<string, Waiting>();
  private isPoked = false;
  private running: Promise<void> | null = null;
  private backstop: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
    /** Called after each seal that found something this gateway waited for. */
    private readonly onSealed: () => void,
  ) {}

  start(): void {
    this.backstop = setInterval(() => this.poke(), BACKSTOP);
    this.poke();
  }

  async stop(): Promise<void> {
    if (this.backstop) clearInterval(this.backstop);
    this.backstop = null;
    await this.running;
  }

  /** Resolves with the entry's place. Call it after the entry's transaction has committed. */
  sealed(entryId: string): Promise<Place> {
    let waiting = this.waiting.get(entryId);
    if (!waiting) {
      const seal = withResolvers();
      waiting = {
        place: seal.promise,
        settle: seal.resolve,
        fail: seal.reject,
        givesUpAt: performance.now() + PATIENCE,
      };
      this.waiting.set(entryId, waiting);
    }
    this.poke();
    return waiting.place;
  }

  /** Seals soon; a poke while a call runs means one more call after it. */
  poke(): void {
    this.isPoked = true;
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    while (this.isPoked) {
      // Whoever has just committed says first what it waits for: one call for all of this turn.
      await new Promise((resolve) => setImmediate(resolve));
      this.isPoked = false;
      try {
        await this.seal();
      } catch (error) {
        this.logger.warn({ err: error }, "sealing failed; it is tried again");
        this.giveUp();
      }
    }
    // Without an await since the last look at the flag: nobody's wish can fall in between.
    this.running = null;
  }

  private async seal(): Promise<void> {
    const rows = await this.dataSource.query<{ entryId: string; position: number; hash: Buffer }[]>(
      `select entry_id as "entryId", position, hash from seal_journal($1)`,
      [[...this.waiting.keys()]],
    );
    for (const { entryId, position, hash } of rows) {
      this.waiting.get(entryId)?.settle({ position, hash });
      this.waiting.delete(entryId);
    }
    if (rows.length > 0) this.onSealed();
    this.giveUp();
  }

  private giveUp(): void {
    const now = performance.now();
    for (const [entryId, { fail, givesUpAt }] of this.waiting) {
      if (givesUpAt > now) continue;
      this.waiting.delete(entryId);
      fail(new Error("the entry was committed but not sealed in time"));
    }
  }
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers(): {
  readonly promise: Promise<Place>;
  readonly resolve: (place: Place) => void;
  readonly reject: (error: Error) => void;
} {
  let resolve: (place: Place) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Place>((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  return { promise, resolve, reject };
}
