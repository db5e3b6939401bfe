/**
 * What nobody can see: white space, format characters (Unicode Cf: U+200B, U+200E, the BOM, bidi controls, the soft
 * hyphen) and the letters that are drawn as nothing. Copied from Word, PDF and mail they surround values.
 */
const INVISIBLE = /^[\s\p{Z}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]$/u;
/** The same within a value, but for the space, of which WHITE_SPACE speaks. */
const HIDDEN = /[^\P{Z} ]|[\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u;
const PLAIN = /^[!-~](?:.*[!-~])?$/s;

/** The value without invisible characters at its ends, and how many code units were before it. */
export function withoutMargins(text: string): { readonly text: string; readonly start: number } {
  if (PLAIN.test(text)) return { text, start: 0 };
  let start = 0;
  let end = text.length;
  while (start < end) {
    const first = String.fromCodePoint(text.codePointAt(start) ?? 0);
    if (!INVISIBLE.test(first)) break;
    start += first.length;
  }
  while (end > start) {
    const last = text.codePointAt(end - 2);
    const size = last !== undefined && last > 0xffff ? 2 : 1;
    if (!INVISIBLE.test(text.slice(end - size, end))) break;
    end -= size;
  }
  return { text: text.slice(start, end), start };
}

/** The index of the first invisible character that is not a space; -1 if there is none. */
export function hiddenAt(text: string): number {
  return text.search(HIDDEN);
}

/** Joiners are letters' neighbours in Persian, Hindi and other scripts (RFC 5892, appendix A.1, A.2). */
export function isJoiner(character: string): boolean {
  return character === "\u200c" || character === "\u200d";
}

/** Steps of a path without empty ones, and without what nobody can see at their end. */
export function visibleSteps(steps: readonly string[]): string[] {
  const visible = steps.filter((step, index) => index === 0 || step !== "");
  while (visible.length > 1) {
    const last = withoutMargins(`.${visible.pop() ?? ""}`).text.slice(1);
    if (last !== "") return [...visible, last];
  }
  return visible;
}
