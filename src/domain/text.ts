import type { Violation, Warning } from "./verdict.js";
import { say } from "./wording/wording.js";

/** More combining marks in a row than any script needs (UAX #15, stream-safe text); NFC takes quadratic time on them. */
const STACKED_MARKS = /\p{M}{31}/u;

/** Ends of lines: CR, CR LF, Word's soft line break (U+000B), NEL of mainframes (U+0085). LS and PS stay what they are. */
const LINE_ENDS = /\r\n?|[\v\u0085]/g;
/** Code units above which a text is gone through by hand: for a million replacements in one text V8 takes up to a second. */
const LONG = 65_536;
/** Code units that are put together at once. */
const PIECE = 8_192;

function withLineFeeds(text: string): string {
  if (text.length <= LONG) return text.replace(LINE_ENDS, "\n");
  if (text.search(LINE_ENDS) < 0) return text;
  const units = new Uint16Array(PIECE);
  let [lines, count] = ["", 0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isEnd = unit === 13 || unit === 11 || unit === 0x85;
    // The line feed behind it ends the line.
    if (unit === 13 && text.charCodeAt(index + 1) === 10) continue;
    units[count] = isEnd ? 10 : unit;
    count += 1;
    if (count < PIECE) continue;
    lines += textOf(units);
    count = 0;
  }
  return lines + textOf(units.subarray(0, count));
}

/** To spread them would take ten times as long. */
function textOf(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, null, units);
}

/**
 * Unicode NFC with line feeds: the form in which texts are compared, hashed and kept. A text that F3 will refuse for its
 * stacked marks is left as it is.
 */
export function canonicalText(text: string): string {
  const lines = withLineFeeds(text);
  return STACKED_MARKS.test(lines) ? lines : lines.normalize("NFC");
}

/** A text that may be absent, in canonical form. */
export function optionalText(text: string | null | undefined): string | null {
  return typeof text === "string" ? canonicalText(text) : null;
}

/** True where a reader would see nothing: white space and invisible format characters only. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u.test(text);
}

/** Control characters, and what XML 1.0 cannot hold. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Surrogate}\uFFFE\uFFFF]/u;

/** The first character that a text may not hold in its canonical form (F3), and where; null where there is none. */
export function forbiddenCharacter(text: string): { readonly character: string; readonly place: number } | null {
  const lines = withLineFeeds(text);
  const index = lines.search(FORBIDDEN);
  return index < 0 ? null : { character: codePointName(lines, index), place: placeOf(lines, index) };
}

/** The code point at `index`, as `U+0007`. */
export function codePointName(text: string, index: number): string {
  return `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The place of the character at `index`, counted in characters (Unicode code points) from 1. */
export function placeOf(text: string, index: number): number {
  return lengthOf(text.slice(0, index)) + 1;
}

/** Texts that their author always knows; others may be known only later. */
const KNOWN: ReadonlySet<string> = new Set(["name", "reason", "grounds", "recipient"]);

/** F1, F2, F3: what is wrong with a required text. `limit` counts characters (Unicode code points). */
export function judgeText(text: string, path: readonly string[], limit: number): Violation[] {
  if (isBlank(text))
    return [{ rule: "F1", path, says: say("textEmpty", { mayBeUnknown: !KNOWN.has(path.at(-1) ?? "") }) }];
  return judgeOptionalText(text, path, limit);
}

/** F2, F3: what is wrong with a text that may also be absent. */
export function judgeOptionalText(text: string | null, path: readonly string[], limit: number): Violation[] {
  if (text === null) return [];
  const violations: Violation[] = [];
  const length = lengthOf(text);
  if (length > limit) violations.push({ rule: "F2", path, says: say("textTooLong", { length, limit }) });
  const forbidden = forbiddenCharacter(text);
  if (forbidden !== null) violations.push({ rule: "F3", path, says: say("textControl", forbidden) });
  if (STACKED_MARKS.test(text)) violations.push({ rule: "F3", path, says: say("textStacked", {}) });
  return violations;
}

/**
 * F26: a warning for each text in `said`, at whatever depth, that holds U+FFFD: what a decoder writes for bytes that it
 * cannot read. What was there is lost, and only its sender can correct it.
 */
export function spoiledTexts(said: object, path: readonly string[]): Warning[] {
  const warnings: Warning[] = [];
  const way = [...path];
  const look = (part: unknown): void => {
    if (typeof part === "string") {
      const index = part.indexOf("\ufffd");
      if (index >= 0)
        warnings.push({ rule: "F26", path: [...way], says: say("textReplaced", { place: placeOf(part, index) }) });
    } else if (typeof part === "object" && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        way.push(name);
        look(inner);
        way.pop();
      }
    }
  };
  look(said);
  return warnings;
}

/** In characters (Unicode code points); half of a pair is one. */
function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 1; index < text.length; index += 1)
    if (isSurrogate(text, index - 1, 0xd8_00) && isSurrogate(text, index, 0xdc_00)) length -= 1;
  return length;
}

/** `first`: of the high ones, or of the low ones. */
function isSurrogate(text: string, index: number, first: 0xd8_00 | 0xdc_00): boolean {
  return (text.charCodeAt(index) & 0xfc_00) === first;
}
