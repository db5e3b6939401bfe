/** Goes round what a set has, in parts of one size: each once in so many steps, and who has only just come in the next ones. */
export class Round<T> {
  private step = 0;
  private rest: Iterator<T> | null = null;

  constructor(
    private readonly all: ReadonlySet<T>,
    private readonly steps: number,
  ) {}

  next(): readonly T[] {
    this.rest ??= this.all.values();
    const part: T[] = [];
    for (let left = Math.ceil(this.all.size / this.steps); left > 0; left -= 1) {
      const { value, done } = this.rest.next();
      if (done) break;
      part.push(value);
    }
    this.step = (this.step + 1) % this.steps;
    if (this.step === 0) this.rest = null;
    return part;
  }
}
