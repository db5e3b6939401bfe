/**
 * The token within what was pasted: with `Bearer`, quotes or its whole line of a file around it, broken by the line ends or
 * invisible characters of a mail. Where there is none, what can be asked about at all: a header holds no other letters.
 */
export function tokenIn(pasted: string): string {
  const text = pasted.replaceAll(/[\s\p{Cf}]/gu, "");
  return /dabyl_[\w-]+/.exec(text)?.[0] ?? text.replace(/^Bearer/i, "").replaceAll(/[^\w.~+/=-]/g, "?");
}
