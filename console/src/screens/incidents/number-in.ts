/** A number as people write it: with or without its sign, with the dashes of a text editor, in small letters. */
export function numberIn(typed: string): string {
  return typed
    .replaceAll(/[\s\p{Cf}№#«»"“”]/gu, "")
    .replaceAll(/\p{Pd}+/gu, "-")
    .toUpperCase();
}
