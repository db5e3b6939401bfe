/** Goes round what a set has, in parts of about one size: in so many steps each comes once, whoever else comes or goes. */
export class Round<T> {
  private step = 0;
  private passed = 0;
  private rest: Iterator<T> | null = null;

  constructor(
    private readonly all: ReadonlySet<T>,
    private readonly steps: number,
  ) {}

  next(): readonly T[] {
    this.rest ??= this.all.values();
    this.step += 1;
    const isLast = this.step === this.steps;
    const part: T[] = [];
    // How many of those that passed are still there is not known: what remains by then belongs to the last part.
    const most = isLast ? Infinity : Math.ceil((this.all.size - this.passed) / (this.steps - this.step + 1));
    while (part.length < most) {
      const { value, done } = this.rest.next();
      if (done) break;
      part.push(value);
    }
    this.passed += part.length;
    if (isLast) [this.step, this.passed, this.rest] = [0, 0, null];
    return part;
  }
}
