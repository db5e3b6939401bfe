import type { DocumentKind } from "../domain/forms/documents.js";
import { say } from "../domain/wording/wording.js";
import { Unreadable, type Place } from "./decoded.js";
import { FormRefusal, readInPieces, type Format, type ReadDocument } from "./read-document.js";

/** A document of a batch, as it was cut out: its bytes, and where it began in what was sent. */
export interface Item {
  readonly bytes: Uint8Array;
  readonly at: Place;
  /** Set where something was written into its first line that was not sent: behind which column, and how many characters. */
  readonly added?: { readonly behind: number; readonly characters: number };
}

/** An item, or why it is none: then the next ones can still be read. */
export type Cut = Item | Unreadable;

/** What is sent piece by piece. */
export type Pieces = AsyncIterable<Uint8Array>;

const LINE_FEED = 10;
/** An item may come in so many pieces, and in one more for so many bytes. */
const PIECES = 1_000;
const BYTES_OF_A_PIECE = 512;

/** The lines of NDJSON that are not blank, each at most `limit` bytes: a longer one is passed over and named. */
export async function* linesOf(pieces: Pieces, limit: number): AsyncGenerator<Cut> {
  let line = 1;
  let held: Uint8Array[] = [];
  let size = 0;
  const cut = (): Cut | null => {
    const at = { line, column: 1 };
    const bytes = size > limit ? null : Buffer.concat(held);
    held = [];
    size = 0;
    line += 1;
    if (bytes === null) return new Unreadable(say("bodyTooLarge", { limit }), at, 413);
    return isBlank(bytes) ? null : { bytes, at };
  };
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= limit) held.push(piece);
    else held = [];
    if (held.length > PIECES + size / BYTES_OF_A_PIECE)
      throw new Unreadable(say("bodyInPieces", {}), { line, column: 1 });
  };
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      const isEmpty = size === 0 && end === start;
      if (!isEmpty) take(piece.subarray(start, end));
      start = end + 1;
      if (isEmpty) {
        line += 1;
        continue;
      }
      const item = cut();
      if (item) yield item;
    }
    take(piece.subarray(start));
  }
  const last = cut();
  if (last) yield last;
}

/** White space of JSON, or a byte-order mark with nothing behind it. */
function isBlank(bytes: Uint8Array): boolean {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.subarray(hasMark ? 3 : 0).every((byte) => byte === 32 || byte === 9 || byte === 13);
}

/** Reads an item as `readInPieces` does; places are those in all that was sent. */
export function* readItem(
  { bytes, at, added }: Item,
  format: Format,
  kind: DocumentKind | null,
): Generator<void, ReadDocument> {
  const placed = (place: Place | null): Place | null => {
    if (place === null) return null;
    if (place.line > 1) return { line: at.line + place.line - 1, column: place.column };
    const before = added && place.column > added.behind ? Math.min(added.characters, place.column - added.behind) : 0;
    return { line: at.line, column: at.column + place.column - 1 - before };
  };
  try {
    const document = yield* readInPieces(bytes, format, kind);
    return { ...document, placeOf: (path) => placed(document.placeOf(path)) };
  } catch (error) {
    if (error instanceof Unreadable) throw new Unreadable(error.says, placed(error.place) ?? at, error.status);
    if (error instanceof FormRefusal)
      throw new FormRefusal(
        error.faults.map((fault) => ({ ...fault, place: placed(fault.place) })),
        error.submissionKey,
      );
    throw error;
  }
}
