/**
 * What a request holds that others wait for. It is given back as soon as the answer is made, whoever reads that and when, or as
 * soon as nobody waits for it; what it would hold after that is given back at once.
 */
export class Holdings {
  private readonly held: (() => void)[] = [];
  private isOver = false;

  add(giveBack: () => void): void {
    if (this.isOver) giveBack();
    else this.held.push(giveBack);
  }

  /** More than once does no harm. */
  giveBack(): void {
    this.isOver = true;
    for (const giveBack of this.held.splice(0)) giveBack();
  }
}
