/** Milliseconds for which a duty holds others up: one that waits for a lock, or for PostgreSQL, holds up nobody. */
const HOLD = 100;
/** While duties are under way a piece of heavy work is followed by so many times its own time without one: it never stands. */
const REST = 3;
/** Milliseconds of work that make a piece. */
const PIECE = 10;

/**
 * Shares the one thread of a gateway. Duties are short and go first. Heavy work (many rows, a large body, a large answer) asks
 * between two of its pieces: it goes on when no duty is under way, one piece in a turn of the event loop, so that what comes in
 * meanwhile is heard in between.
 */
export class RightOfWay {
  private duties = 0;
  private readonly waiting: (() => void)[] = [];
  /** Until when heavy work rests where duties are under way. */
  private restsUntil = 0;
  private isGiven = false;
  private patience: NodeJS.Timeout | null = null;

  /** A duty begins; what this gives is called when it has ended. */
  begin(): () => void {
    this.duties += 1;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(held);
      this.duties -= 1;
      this.look();
    };
    const held = setTimeout(end, HOLD);
    return end;
  }

  /** Resolves when the next piece of heavy work may be done: in a later turn of the event loop. */
  give(): Promise<void> {
    return new Promise((go) => {
      this.waiting.push(go);
      this.look();
    });
  }

  /**
   * For work whose steps take who knows how long: what this gives is called after each of them, and gives way where those since it
   * last did have made a piece.
   */
  steps(): () => Promise<void> {
    let begun = performance.now();
    return async () => {
      if (performance.now() - begun < PIECE) return;
      await this.give();
      begun = performance.now();
    };
  }

  /** Gives way for work that is to begin, and begins at once where nobody goes first. */
  async giveIfBusy(): Promise<void> {
    if (this.duties > 0 || this.waiting.length > 0) await this.give();
  }

  private look(): void {
    if (this.isGiven || this.waiting.length === 0) return;
    const wait = this.duties > 0 ? this.restsUntil - performance.now() : 0;
    if (wait > 0) {
      this.patience ??= setTimeout(() => {
        this.patience = null;
        this.look();
      }, wait);
      return;
    }
    this.isGiven = true;
    setImmediate(() => {
      const begun = performance.now();
      this.waiting.shift()?.();
      // The piece is done by then.
      setImmediate(() => {
        const now = performance.now();
        this.restsUntil = now + REST * (now - begun);
        this.isGiven = false;
        this.look();
      });
    });
  }
}
