import type { DocumentKind } from "../domain/forms/documents.js";
import type { JsonObject } from "../domain/forms/read-form.js";

/** Something in what is imported that has to be mended, by the names of whoever keeps it. */
export interface Fault {
  /** `row 14, column "Дата"`, or `cards.ndjson, line 3, column 15`. */
  readonly where: string;
  readonly message: string;
  /** The same for whatever differs in row and values alone. */
  readonly kind: string;
}

/** One document of what is imported, or why it is none. */
export interface Entry {
  /** By which it is found again: `14`, or `cards.ndjson:3`. */
  readonly row: string;
  readonly key: string | null;
  /** Of its form, with its key; null where it has faults. */
  readonly document: { readonly kind: DocumentKind; readonly content: JsonObject } | null;
  readonly faults: readonly Fault[];
  /** Where a member of the document came from, by its path in it. */
  where(path: readonly string[]): string;
}

/** What can be read from the beginning as often as one likes. */
export interface Source {
  entries(): AsyncIterable<Entry>;
  /** Said before anything else: what goes where, what goes nowhere. Known once it was read for the first time. */
  about(): readonly string[];
}
