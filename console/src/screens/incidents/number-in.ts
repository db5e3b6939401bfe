/** A number as people write it: with or without its sign, with the dashes of a text editor, in small letters. */
export function numberIn(typed: string): string {
  return typed
    .replaceAll(/[\s\p{Cf}№#«»"“”]/gu, "")
    .replaceAll(/\p{Pd}+/gu, "-")
    .toUpperCase();
}

/** The number that is meant by its end, as one says it by telephone: the only one of these that ends so, else what was given. */
export function completed(number: string, known: Iterable<string>): string {
  const [only, ...others] = [...known].filter((one) => one === number || one.endsWith(`-${number}`));
  return only !== undefined && others.length === 0 ? only : number;
}
