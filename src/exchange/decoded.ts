import type { DocumentKind } from "../domain/forms/documents.js";
import type { Likeness } from "../domain/wording/document-sentences.js";
import { say, type Saying } from "../domain/wording/wording.js";

/** A place in a text: line and column from 1, a column for each UTF-16 code unit. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A fault of what was sent: where, by its path and its place; `says` what and how to correct it. */
export interface DocumentFault {
  readonly path: readonly string[];
  readonly place: Place | null;
  readonly says: Saying;
}

/** A document whose bytes could be read. Whether it is of its form has not been asked yet. */
export interface Decoded {
  readonly kind: DocumentKind;
  /** As JSON would give it, whatever the format. */
  readonly value: unknown;
  /** What is of no form in its format: in XML an order, a repetition. */
  readonly faults: readonly DocumentFault[];
  /** Where a path stands, or the nearest above it that does. Sought only when it is asked for. */
  placeOf(path: readonly string[]): Place | null;
}

/** Bytes that are no document. Nothing of them was judged. */
export class Unreadable extends Error {
  constructor(
    readonly says: Saying,
    readonly place: Place | null = null,
    /** Set where another type of media was meant (RFC 9110, section 15.5.16). */
    readonly status: 400 | 413 | 415 = 400,
  ) {
    super(says.key);
  }
}

/** What was sent as something else. */
export function looksLike(is: Likeness, place: Place = { line: 1, column: 1 }): Unreadable {
  return new Unreadable(say("documentLooksLike", { is }), place, 415);
}

/** The offset of the next character that is white space neither in XML nor in JSON. */
export function skipSpace(text: string, offset: number): number {
  let next = offset;
  while (isSpace(text.charCodeAt(next))) next += 1;
  return next;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** A text without such white space around it. */
export function trimmed(text: string): string {
  const start = skipSpace(text, 0);
  let end = text.length;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Levels that a document may be nested. */
export const DEEPEST = 16;

/** Elements of XML, names and items of JSON. */
export const MOST_ELEMENTS = 100_000;

/** Different names in JSON: each takes as long as fifty items to parse. The forms have a hundred. */
export const MOST_NAMES = 1_000;

/** Where the lines of a text begin (LF, CR, CR LF): counted once, when a place is first asked for. */
export class Lines {
  private starts: Uint32Array | null = null;

  constructor(private readonly text: string) {}

  /** The place of the character at `offset`. */
  at(offset: number): Place {
    const starts = (this.starts ??= startsOfLines(this.text));
    let [first, behind] = [0, starts.length];
    while (behind - first > 1) {
      const middle = (first + behind) >> 1;
      if ((starts[middle] ?? 0) <= offset) first = middle;
      else behind = middle;
    }
    return { line: first + 1, column: offset - (starts[first] ?? 0) + 1 };
  }
}

/** Typed, since there may be millions. */
function startsOfLines(text: string): Uint32Array {
  let starts = new Uint32Array(1_024);
  let count = 1;
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code !== 10 && (code !== 13 || text.charCodeAt(offset + 1) === 10)) continue;
    if (count === starts.length) {
      const longer = new Uint32Array(2 * count);
      longer.set(starts);
      starts = longer;
    }
    starts[count] = offset + 1;
    count += 1;
  }
  return starts.subarray(0, count);
}

/** By its path, as one string: for tables of places. */
export function pointerOf(path: readonly string[]): string {
  let pointer = "";
  for (const part of path) pointer += `/${/[~/]/.test(part) ? part.replaceAll("~", "~0").replaceAll("/", "~1") : part}`;
  return pointer;
}
