/**
 * What a request holds that others wait for. It is released as soon as the answer is made, no matter when it is read, or as soon
 * as nobody waits for it; anything acquired later is released at once.
 */
export class Holdings {
  private readonly held: (() => void)[] = [];
  private isOver = false;

  add(giveBack: () => void): void {
    if (this.isOver) giveBack();
    else this.held.push(giveBack);
  }

  /** Calling it again is harmless. */
  giveBack(): void {
    this.isOver = true;
    for (const giveBack of this.held.splice(0)) giveBack();
  }
}
