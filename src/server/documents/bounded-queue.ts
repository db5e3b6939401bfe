/** What is between reading and its answer, in order: at most so many, and so many bytes in all. */
export class BoundedQueue<One extends { readonly bytes: number }> {
  private readonly waiting: One[] = [];
  private count = 0;
  private bytes = 0;
  private isEnded = false;
  private isLeft = false;
  private changed = (): void => undefined;

  constructor(private readonly most: { readonly count: number; readonly bytes: number }) {}

  /** Waits until there is room for one more; false where nobody takes any more. One that is larger than all of the room gets it alone. */
  async room(): Promise<boolean> {
    while (!this.isLeft && (this.count >= this.most.count || this.bytes >= this.most.bytes)) await this.change();
    return !this.isLeft;
  }

  push(one: One): void {
    this.waiting.push(one);
    this.count += 1;
    this.bytes += one.bytes;
    this.changed();
  }

  /** No more will come. */
  end(): void {
    this.isEnded = true;
    this.changed();
  }

  /** The next one; null behind the last. It keeps its room until it is done. */
  async next(): Promise<One | null> {
    while (this.waiting.length === 0 && !this.isEnded) await this.change();
    return this.waiting.shift() ?? null;
  }

  done({ bytes }: One): void {
    this.count -= 1;
    this.bytes -= bytes;
    this.changed();
  }

  /** Nobody takes any more. */
  leave(): void {
    this.isLeft = true;
    this.changed();
  }

  /** One reads and one answers: each may wait, never both. */
  private change(): Promise<void> {
    return new Promise((resolve) => (this.changed = resolve));
  }
}
