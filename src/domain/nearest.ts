/** Errors that are tolerated in a name, for its length. */
const errorsIn = (length: number): number => (length <= 3 ? 1 : length <= 8 ? 2 : 3);

/** The known name that was probably meant by one that is not known; null where none is near. Capitals and underscores do not count. */
export function nearest(given: string, known: readonly string[]): string | null {
  if (given.length > 100) return null;
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const meant = plain(given);
  const [best] = known
    .map((name) => ({ name, errors: distance(meant, plain(name)) }))
    .toSorted((one, other) => one.errors - other.errors);
  return best && best.errors <= errorsIn(best.name.length) ? best.name : null;
}

/**
 * The known code that was probably meant by one that is not known. Digits tell things of one kind apart, so they have to be the same; null where
 * none is near, or several are as near.
 */
export function nearestCode(given: string, known: readonly string[]): string | null {
  const digits = (code: string): string => code.replaceAll(/\D/g, "");
  const alike = known.filter((code) => digits(code) === digits(given));
  const best = nearest(given, alike);
  if (best === null) return null;
  const errors = distance(given, best);
  return alike.some((code) => code !== best && distance(given, code) <= errors) ? null : best;
}

/** Letters to insert, delete, replace or swap with their neighbour: the Damerau distance, with each letter touched once. */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}
