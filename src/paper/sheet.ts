import type { Instant } from "../domain/instant.js";
import type { SpanKind } from "../domain/text-spans.js";
import type { Locale } from "../domain/wording/wording.js";

/** A box of a choice as the form prints it; `note` is what stands below it, such as the criteria of the chosen level. */
export interface Box {
  readonly label: string;
  readonly isChosen: boolean;
  readonly note: string | null;
}

export interface Column {
  readonly label: string;
  /** Its part of the table's width, beside those of the other columns. */
  readonly share: number;
}

/** A table whose head is printed again on each page. `rows` hold a cell for each column; `nothing` is said where there is none. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly nothing: string;
}

/** A piece of a text that differs from another, or a word of ours (ASIDE) in place of what stayed. */
export interface Mark {
  readonly kind: SpanKind | "ASIDE";
  readonly text: string;
}

/** Short texts, each a paragraph of its own: a tenth of what a table takes. */
export interface Lines {
  readonly label: string;
  readonly lines: readonly string[];
}

/** What stands beside a label. `note` is said below a table, where there is something to say of it. */
export type Cell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "marks"; readonly marks: readonly Mark[] }
  | { readonly kind: "boxes"; readonly boxes: readonly Box[] }
  | { readonly kind: "table"; readonly table: Table; readonly note: string | null }
  | { readonly kind: "rows"; readonly rows: readonly Row[] };

export interface Row {
  readonly label: string;
  readonly cell: Cell;
}

/** Characters from which on a text goes on over pages: there it has the page's width, and its label at the head of each. */
const LONG = 3_000;

export function isLong({ cell }: Row): boolean {
  if (cell.kind === "marks") return cell.marks.reduce((sum, { text }) => sum + text.length, 0) > LONG;
  return cell.kind === "text" && cell.text.length > LONG;
}

/** A name with what it names, in a line. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** A QR code: where it leads, and what it is for those who cannot see it. */
export interface Code {
  readonly address: string;
  readonly caption: string;
}

/** What is printed, before it is PDF or HTML: plain data, the same for the same input. */
export interface Sheet {
  readonly locale: Locale;
  readonly title: string;
  /** Above the title: whose form it is. */
  readonly origin: string | null;
  /** At the head of every page. */
  readonly running: string;
  /** At the foot of every page, beside the page's number. */
  readonly foot: string;
  /** The date that the document bears; no clock is asked for one. */
  readonly at: Instant;
  readonly orientation: "portrait" | "landscape";
  readonly facts: readonly Fact[];
  readonly code: Code | null;
  /** A form's rows; a register has none. */
  readonly form: readonly Row[];
  /** What stands below the form, under a heading of its own. */
  readonly closing: { readonly title: string; readonly facts: readonly Fact[] } | null;
  readonly tables: readonly Titled[];
  /** What is attached to it, under a heading, and how it is to be read. */
  readonly attached: { readonly title: string; readonly note: string; readonly lists: readonly Lines[] } | null;
}

/** A table of a page's width under a heading; a register's only one has the sheet's title. */
interface Titled {
  readonly title: string | null;
  readonly table: Table;
}
