/** Numbers from 0 to below 1, repeatable by their seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Choices that are repeatable by their seed. */
export class Chance {
  /** At least 0, less than 1. */
  readonly fraction: () => number;

  constructor(seed: number) {
    this.fraction = seeded(seed);
  }

  is(likelihood: number): boolean {
    return this.fraction() < likelihood;
  }

  /** From 0 to `most`, inclusive. */
  upTo(most: number): number {
    return Math.floor(this.fraction() * (most + 1));
  }

  one<T>(things: readonly T[]): T {
    const thing = things[this.upTo(things.length - 1)];
    if (thing === undefined) throw new Error("nothing to choose from");
    return thing;
  }

  some<T>(things: readonly T[], likelihood: number): T[] {
    return things.filter(() => this.is(likelihood));
  }
}
