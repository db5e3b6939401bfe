import type { Act } from "../domain/facts.js";
import { DatabaseAway } from "../platform/availability.js";
import type { Connection } from "../platform/database.js";
import type { Logger } from "../platform/logger.js";
import { entriesAfter, journalBounds, type SealedEntry, type SealedFact } from "./journal.store.js";

/** Entries that one statement reads. */
const BATCH = 200;
/** Milliseconds between reads without a doorbell signal. */
const BACKSTOP = 1_000;

/** Acts after which a token may have another meaning. */
const ACCESS_ACTS: readonly Act[] = ["token.revoke", "actor.change"];

/** Somebody who waits for a fact that concerns it. */
interface Waiter {
  readonly concerns: (fact: SealedFact) => boolean;
  /** Nothing up to here does. */
  upTo: number;
  readonly wake: () => void;
}

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
  private readonly waiting = new Set<Waiter>();
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
    for (const { wake } of this.waiting) wake();
  }

  /** Reads soon; a ring while reading means one more read after it. */
  ring(): void {
    this.isDue = true;
    this.running ??= this.run();
  }

  /** The first facts after a position, at most so many, or null where the ring no longer reaches that far back. */
  after(position: number, most: number): readonly SealedFact[] | null {
    if (position < this.from) return null;
    const first = firstAfter(this.recent, position);
    return this.recent.slice(first, first + most);
  }

  /**
   * Resolves when a fact after `position` concerns whoever waits, when rights have changed since `changes`, or at `signal`: with the
   * position up to which nothing concerned it. Whom nothing concerns is not woken: thousands may wait for each fact of others.
   */
  async grown(
    position: number,
    changes: number,
    signal: AbortSignal,
    concerns: (fact: SealedFact) => boolean,
  ): Promise<number> {
    if (signal.aborted || this.at > position || this.changes > changes) return position;
    return new Promise<number>((resolve) => {
      const waiter: Waiter = {
        concerns,
        upTo: position,
        wake: () => {
          this.waiting.delete(waiter);
          signal.removeEventListener("abort", waiter.wake);
          resolve(waiter.upTo);
        },
      };
      this.waiting.add(waiter);
      signal.addEventListener("abort", waiter.wake);
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
      const { changes } = this;
      entries = await entriesAfter(this.connection, this.at, BATCH);
      if (entries.length === 0) continue;
      const facts = entries.map((entry) => this.take(entry)).filter((fact) => fact !== null);
      this.wake(facts, this.changes !== changes);
      this.onGrown();
    } while (entries.length === BATCH);
  }

  /** Takes an entry into the ring; gives its fact, if it is one. */
  private take(entry: SealedEntry): SealedFact | null {
    this.at = entry.position;
    if (ACCESS_ACTS.includes(entry.act)) this.changes += 1;
    const { act: _, fact: kind, ...rest } = entry;
    if (kind === null) return null;
    const fact = { ...rest, fact: kind };
    this.recent.push(fact);
    // Cut in larger pieces: moving the rest of the array has its price.
    if (this.recent.length > this.size * 1.25) {
      const cut = this.recent.splice(0, this.recent.length - this.size);
      this.from = cut.at(-1)?.position ?? this.from;
    }
    return fact;
  }

  private wake(facts: readonly SealedFact[], haveRightsChanged: boolean): void {
    for (const waiter of this.waiting)
      if (haveRightsChanged || facts.some(waiter.concerns)) waiter.wake();
      else waiter.upTo = this.at;
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
