import type { DocumentKind } from "../domain/forms/documents.js";
import type { Saying } from "../domain/wording/wording.js";

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

/** Levels that a document may be nested. */
export const DEEPEST = 16;

/** Faults that are named at once; whoever sends more has another form in mind. */
export const MOST_FAULTS = 100;

/** By its path, as one string: for tables of places. */
export function pointerOf(path: readonly string[]): string {
  return path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
