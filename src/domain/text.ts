import type { Violation } from "./verdict.js";
import { say } from "./wording/wording.js";

/** More combining marks in a row than any script needs (UAX #15, stream-safe text); NFC takes quadratic time on them. */
const STACKED_MARKS = /\p{M}{31}/u;

/**
 * Unicode NFC with line feeds: the form in which texts are compared, hashed and kept. A text that F3 will refuse for its
 * stacked marks is left as it is.
 */
export function canonicalText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n");
  return STACKED_MARKS.test(lines) ? lines : lines.normalize("NFC");
}

/** True where a reader would see nothing: white space and invisible format characters only. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u.test(text);
}

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Surrogate}]/u;

/** The code point of the first character that a text may not hold (F3), as `U+0007`; null where there is none. */
export function forbiddenCharacter(text: string): string | null {
  const found = FORBIDDEN.exec(text.replace(/\r\n?/g, "\n"))?.[0];
  return found === undefined ? null : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** F1, F2, F3: what is wrong with a required text. `limit` counts characters (Unicode code points). */
export function judgeText(text: string, path: readonly string[], limit: number): Violation[] {
  if (isBlank(text)) return [{ rule: "F1", path, says: say("textEmpty", {}) }];
  return judgeOptionalText(text, path, limit);
}

/** F2, F3: what is wrong with a text that may also be absent. */
export function judgeOptionalText(text: string | null, path: readonly string[], limit: number): Violation[] {
  if (text === null) return [];
  const violations: Violation[] = [];
  const length = lengthOf(text);
  if (length > limit) violations.push({ rule: "F2", path, says: say("textTooLong", { length, limit }) });
  const character = forbiddenCharacter(text);
  if (character !== null) violations.push({ rule: "F3", path, says: say("textControl", { character }) });
  if (STACKED_MARKS.test(text)) violations.push({ rule: "F3", path, says: say("textStacked", {}) });
  return violations;
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
