/** Whose share it is: a party's, and of that an actor's. */
export interface Holder {
  readonly id: string;
  readonly party: { readonly id: string };
}

/** What one actor may hold, or use, of what its party may. */
export const SHARE_OF_ACTOR = 1 / 2;

/**
 * What parties hold at once of something that runs out: each at most `size`, and one of its actors half of that, so that nobody
 * locks its colleagues out.
 */
export class Shares {
  private readonly held = new Map<string, number>();

  constructor(private readonly size: number) {}

  /** Whether so much more is left for the party and the actor. */
  isLeft(holder: Holder, amount: number): boolean {
    const isLeft = (key: string, size: number): boolean => this.of(key) + amount <= size;
    return isLeft(holder.party.id, this.size) && isLeft(holder.id, Math.ceil(this.size * SHARE_OF_ACTOR));
  }

  /** Counts what is held, whether that much is left or not; what it gives is called once it is gone, and more than once does no harm. */
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

  /** What all parties hold. Each amount stands under its actor and its party. */
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
