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

/** Characters between two marks of `Lines`. */
const STRETCH = 4_096;

/** The lines of a text, which end with LF, CR or CR LF: counted once, when a place is first asked for. There may be millions. */
export class Lines {
  /** For the beginning of each stretch, the line that it is in and where that begins. */
  private marks: Uint32Array | null = null;

  constructor(private readonly text: string) {}

  /** The place of the character at `offset`. */
  at(offset: number): Place {
    const marks = (this.marks ??= this.marked());
    const stretch = Math.floor(Math.min(offset, this.text.length) / STRETCH);
    const mark = { line: marks[2 * stretch] ?? 1, start: marks[2 * stretch + 1] ?? 0 };
    const { line, start } = this.passed(mark, stretch * STRETCH, offset);
    return { line, column: offset - start + 1 };
  }

  private marked(): Uint32Array {
    const marks = new Uint32Array(2 * (Math.floor(this.text.length / STRETCH) + 1));
    let mark = { line: 1, start: 0 };
    for (let stretch = 0; 2 * stretch < marks.length; stretch += 1) {
      marks.set([mark.line, mark.start], 2 * stretch);
      mark = this.passed(mark, stretch * STRETCH, (stretch + 1) * STRETCH);
    }
    return marks;
  }

  /** The line at the offset `to`, and its beginning; `line` and `start` are those at `from`. */
  private passed({ line, start }: { readonly line: number; readonly start: number }, from: number, to: number) {
    const { text } = this;
    const end = Math.min(to, text.length);
    for (let offset = from; offset < end; offset += 1) {
      const code = text.charCodeAt(offset);
      if (code !== 10 && (code !== 13 || text.charCodeAt(offset + 1) === 10)) continue;
      line += 1;
      start = offset + 1;
    }
    return { line, start };
  }
}

/** By its path, as one string: for tables of places. */
export function pointerOf(path: readonly string[]): string {
  let pointer = "";
  for (const part of path) pointer += `/${/[~/]/.test(part) ? part.replaceAll("~", "~0").replaceAll("/", "~1") : part}`;
  return pointer;
}
