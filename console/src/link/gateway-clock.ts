import { Store } from "../store.js";

/** Samples of which the median counts: one slow answer moves nothing. */
const KEPT = 9;
/** Milliseconds by which a computer's clock may differ before its person is told, and by which one of the two may step. */
const TOLERATED = 2_000;

/** What the gateway's clock says, by this computer's. Every term and every "now" on the page is by the gateway's. */
export class GatewayClock {
  private samples: readonly number[] = [];
  /** Milliseconds that the gateway's clock is ahead of this computer's; 0 until it was heard. */
  readonly offset = new Store(0);
  /** False until it was heard: what a person writes down as now waits for it. */
  readonly isKnown = new Store(false);

  constructor(private readonly local: () => number = Date.now) {}

  /** Takes what the gateway's clock showed while a question was under way (milliseconds of the local clock). */
  sample(at: string, asked: number, answered: number): void {
    const shown = Date.parse(at);
    if (Number.isNaN(shown)) return;
    const sample = shown - (asked + answered) / 2;
    // An answer is off by half its way at most: beyond that one of the clocks was set, and what was heard before holds no more.
    const isSet = Math.abs(sample - this.offset.get()) > (answered - asked) / 2 + TOLERATED;
    this.samples = [...(isSet ? [] : this.samples), sample].slice(-KEPT);
    this.offset.set(median(this.samples));
    this.isKnown.set(true);
  }

  /** Carries `act` out once the gateway's clock is known: what is judged old by a computer's own may be a minute old. */
  whenKnown(act: () => void): void {
    if (this.isKnown.get()) return act();
    const forget = this.isKnown.subscribe(() => {
      forget();
      act();
    });
  }

  /** Milliseconds since 1970 by the gateway's clock. */
  readonly now = (): number => this.local() + this.offset.get();
}

/** Seconds that this computer is slow (or, below zero, fast), where that is worth telling; else null. */
export function wrongBy(offset: number): number | null {
  return Math.abs(offset) > TOLERATED ? Math.round(offset / 1_000) : null;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
