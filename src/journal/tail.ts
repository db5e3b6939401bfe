import type { Act } from "../domain/facts.js";
import { DatabaseAway } from "../platform/availability.js";
import type { Connection } from "../platform/database.js";
import type { Logger } from "../platform/logger.js";
import { entriesAfter, journalBounds, type SealedEntry, type SealedFact } from "./journal.store.js";

/** Entries that one statement reads. */
const BATCH = 1_000;
/** Milliseconds between reads without a doorbell signal. */
const BACKSTOP = 1_000;

/** Acts after which a token may have another meaning. */
const ACCESS_ACTS: readonly Act[] = ["token.revoke", "actor.change"];

/**
 * The one reader of the journal's end in this gateway. Keeps recent facts in a bounded ring, in order and without gaps,
 * and wakes those who wait for more.
 */
export class Tail {
  private readonly recent: SealedFact[] = [];
  /** Everything after this position up to `head` is in the ring. */
  private from = 0;
  private at = 0;
  private changes = 0;
  private waiting = new Set<() => void>();
  private isDue = false;
  private running: Promise<void> | null = null;
  private backstop: NodeJS.Timeout | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly logger: Logger,
    private readonly size: number,
    /** Called after each read that found something. */
    private readonly onGrown: () => void,
  ) {}

  /** The last position read. */
  get head(): number {
    return this.at;
  }

  /** Grows with every sealed act that may have changed somebody's rights. */
  get accessChanges(): number {
    return this.changes;
  }

  async start(): Promise<void> {
    this.at = this.from = (await journalBounds(this.connection)).head;
    this.backstop = setInterval(() => this.ring(), BACKSTOP);
  }

  async stop(): Promise<void> {
    if (this.backstop) clearInterval(this.backstop);
    await this.running;
    this.wake();
  }

  /** Reads soon; a ring while reading means one more read after it. */
  ring(): void {
    this.isDue = true;
    this.running ??= this.run();
  }

  /** The facts after a position, or null where the ring no longer reaches that far back. */
  after(position: number): readonly SealedFact[] | null {
    if (position < this.from) return null;
    return this.recent.slice(firstAfter(this.recent, position));
  }

  /** Resolves when the journal has grown past `position`, or at `signal`. */
  async grown(position: number, changes: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.at > position || this.changes > changes) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        signal.removeEventListener("abort", done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener("abort", done);
    });
  }

  private async run(): Promise<void> {
    while (this.isDue) {
      this.isDue = false;
      try {
        await this.read();
      } catch (error) {
        if (!(error instanceof DatabaseAway))
          this.logger.warn({ err: error }, "reading the journal failed; it is tried again");
      }
    }
    // No await since the last look at the flag: no wake-up can be lost in between.
    this.running = null;
  }

  private async read(): Promise<void> {
    let entries: SealedEntry[];
    do {
      entries = await entriesAfter(this.connection, this.at, BATCH);
      for (const entry of entries) this.take(entry);
      if (entries.length === 0) continue;
      this.wake();
      this.onGrown();
    } while (entries.length === BATCH);
  }

  private take(entry: SealedEntry): void {
    this.at = entry.position;
    if (ACCESS_ACTS.includes(entry.act)) this.changes += 1;
    const { act: _, fact, ...rest } = entry;
    if (fact === null) return;
    this.recent.push({ ...rest, fact });
    // Cut in larger pieces: moving the rest of the array has its price.
    if (this.recent.length <= this.size * 1.25) return;
    const cut = this.recent.splice(0, this.recent.length - this.size);
    this.from = cut.at(-1)?.position ?? this.from;
  }

  private wake(): void {
    const woken = this.waiting;
    this.waiting = new Set();
    for (const done of woken) done();
  }
}

/** The index of the first fact after a position, by halving. */
function firstAfter(facts: readonly SealedFact[], position: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((facts[middle]?.position ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
