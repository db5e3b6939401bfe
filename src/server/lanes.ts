/** Runs a limited number at once and the rest in order of arrival; starts nothing while `isHeldUp`. */
export class Lanes {
  private readonly waiting: (() => void)[] = [];
  private isOpen = false;

  constructor(
    private free: number,
    private readonly isHeldUp: () => boolean,
  ) {}

  async enter(): Promise<void> {
    if (!this.isOpen && (this.free === 0 || this.isHeldUp()))
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
  }

  leave(): void {
    this.free += 1;
    this.go();
  }

  /** Starts as many as may run now. */
  go(): void {
    while (this.free > 0 && !this.isHeldUp() && this.waiting.length > 0) {
      this.free -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Lets everything through: there is nothing left to wait for. */
  open(): void {
    this.isOpen = true;
    for (const go of this.waiting.splice(0)) go();
  }
}
