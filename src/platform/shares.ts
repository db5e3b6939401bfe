/** Who holds a share: an actor, and its party. */
export interface Holder {
  readonly id: string;
  readonly party: { readonly id: string };
}

/** The part of its party's amount that one actor may hold or use. */
export const SHARE_OF_ACTOR = 1 / 2;

/**
 * How much of a limited resource each party holds at once: at most `size`, and each of its actors half of that, so that nobody
 * locks out colleagues.
 */
export class Shares {
  private readonly held = new Map<string, number>();

  constructor(private readonly size: number) {}

  /** Whether this much more is left for the party and the actor. */
  isLeft(holder: Holder, amount: number): boolean {
    const isLeft = (key: string, size: number): boolean => this.of(key) + amount <= size;
    return isLeft(holder.party.id, this.size) && isLeft(holder.id, Math.ceil(this.size * SHARE_OF_ACTOR));
  }

  /**
   * Counts an amount, whether that much is left or not; call the returned function once it is free. Calling it again is harmless.
   */
  hold({ id, party }: Holder, amount: number): () => void {
    this.add(id, amount);
    this.add(party.id, amount);
    let isGone = false;
    return () => {
      if (isGone) return;
      isGone = true;
      this.add(id, -amount);
      this.add(party.id, -amount);
    };
  }

  /** What all parties hold. Each amount is counted under its actor and its party. */
  get total(): number {
    return [...this.held.values()].reduce((sum, amount) => sum + amount, 0) / 2;
  }

  private of(key: string): number {
    return this.held.get(key) ?? 0;
  }

  private add(key: string, amount: number): void {
    const left = this.of(key) + amount;
    if (left > 0) this.held.set(key, left);
    else this.held.delete(key);
  }
}
