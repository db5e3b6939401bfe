/** So many at once, the others in the order in which they came; nobody new while `isHeldUp`. */
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

  /** Lets in who may go now. */
  go(): void {
    while (this.free > 0 && !this.isHeldUp() && this.waiting.length > 0) {
      this.free -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Lets everybody through: there is nothing left to wait for. */
  open(): void {
    this.isOpen = true;
    for (const go of this.waiting.splice(0)) go();
  }
}
