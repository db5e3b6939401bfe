/** Milliseconds for which an act holds up heavy work, so that one that waits for a lock or for PostgreSQL does not. */
const HOLD = 100;
/**
 * While acts are in progress, each piece of heavy work is followed by a pause this many times as long: it never stops altogether.
 */
const REST = 3;
/** Milliseconds of work in one piece. */
const PIECE = 10;

/**
 * Shares a gateway's only thread. Acts are short and go first. Heavy work (many rows, a large body, a large answer) asks between
 * pieces: it continues when no act is in progress, one piece per turn of the event loop, so that new input is read in between.
 */
export class RightOfWay {
  private acts = 0;
  private readonly waiting: (() => void)[] = [];
  /** Until when heavy work pauses if acts are in progress. */
  private restsUntil = 0;
  private isGiven = false;
  private patience: NodeJS.Timeout | null = null;

  /** Starts an act; call the returned function when it has ended. */
  begin(): () => void {
    this.acts += 1;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(held);
      this.acts -= 1;
      this.look();
    };
    const held = setTimeout(end, HOLD);
    return end;
  }

  /** Resolves when the next piece of heavy work may run, in a later turn of the event loop. */
  give(): Promise<void> {
    return new Promise((go) => {
      this.waiting.push(go);
      this.look();
    });
  }

  /**
   * For work whose steps take an unknown time: call the returned function after each step; it gives way once the steps since the
   * last time add up to a piece.
   */
  steps(): () => Promise<void> {
    let begun = performance.now();
    return async () => {
      if (performance.now() - begun < PIECE) return;
      await this.give();
      begun = performance.now();
    };
  }

  /**
   * For work whose parts are counted and may all become ready at once: call the returned function with the size of each part, which
   * waits for the promise, if there is one. Parts of `piece` in all go on in one turn, those that are ready after them in later ones.
   */
  pieces(piece: number): (size: number) => Promise<void> | null {
    let left = piece;
    let turn: Promise<void> | null = null;
    return (size) => {
      left -= size;
      if (left < 0) {
        left = piece - size;
        turn = (turn ?? Promise.resolve()).then(() => this.give());
      }
      return turn;
    };
  }

  /** Whether an act is in progress. */
  get isBusy(): boolean {
    return this.acts > 0;
  }

  /** Gives way before work starts; returns at once if nothing has precedence. */
  async giveIfBusy(): Promise<void> {
    if (this.acts > 0 || this.waiting.length > 0) await this.give();
  }

  private look(): void {
    if (this.isGiven || this.waiting.length === 0) return;
    const wait = this.acts > 0 ? this.restsUntil - performance.now() : 0;
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
      // By then the piece is done.
      setImmediate(() => {
        const now = performance.now();
        this.restsUntil = now + REST * (now - begun);
        this.isGiven = false;
        this.look();
      });
    });
  }
}
