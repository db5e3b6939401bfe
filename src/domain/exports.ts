import type { Json } from "./canonical.js";
import { MINUTE, type Instant } from "./instant.js";
import type { Violation } from "./verdict.js";
import { say, type Saying } from "./wording/wording.js";

/** In what a list is exported. */
export const EXPORT_FORMATS = ["CSV", "NDJSON", "XLSX"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Below which the addresses of exports are. */
export const EXPORTS = "/exports";

/** For how long the address of an export works, in milliseconds. */
export const ADDRESS_LIFE = 10 * MINUTE;
/** Exports of one person that are prepared and not fetched. */
export const MOST_PREPARED = 20;
/** Characters of the document of an export, and of its variables as JSON. */
export const LONGEST_DOCUMENT = 20_000;

/** How an export ended: all of it was given out, or why the file breaks off. */
export type ExportOutcome = "COMPLETE" | "READER_GONE" | "READER_TOO_SLOW" | "REFUSED" | "FAILED";

/** A row of an export: an object of the answer, as it was selected. */
export type Row = Readonly<Record<string, Json | undefined>>;

/** Where a column's values are in a row: the names in the answer, from the row to a value. */
export type Column = readonly string[];

/** What a column is called: its names with dots between them. */
export function columnName(column: Column): string {
  return column.join(".");
}

/** What stands between the values of a list in one cell. */
const BETWEEN = "; ";

export type Cell = string | number | boolean | null;

/** The value of a row in a column; of lists on the way, all their values as one text, where what is not there is empty. */
export function cellOf(row: Row, column: Column): Cell {
  let found: readonly (Json | undefined)[] = [row];
  let isMany = false;
  for (const name of column) {
    found = found.flatMap((one): readonly (Json | undefined)[] => {
      const value = isObject(one) ? one[name] : undefined;
      if (!Array.isArray(value)) return [value];
      isMany = true;
      // A list of lists is one list.
      return value.flat(3) as Json[];
    });
  }
  if (isMany) return found.map((one) => textOf(one)).join(BETWEEN);
  const [value] = found;
  return typeof value === "number" || typeof value === "boolean" ? value : value == null ? null : textOf(value);
}

function isObject(value: Json | undefined): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** F2: neither the document nor its variables are longer than the limit. */
export function judgeLengths(wanted: { readonly document: string; readonly variables: string | null }): Violation[] {
  const says = say("exportTooLong", { most: LONGEST_DOCUMENT });
  return (["document", "variables"] as const)
    .filter((name) => (wanted[name] ?? "").length > LONGEST_DOCUMENT)
    .map((name) => ({ rule: "F2", path: [name], says }));
}

/** F31: why a document is not one list, and where in it. */
export function notOneList(says: Saying, path: readonly string[] = []): Violation {
  return { rule: "F31", path: ["document", ...path], says };
}

/** When the address of an export that was prepared at `now` stops working. */
export function addressEnds(now: Instant): Instant {
  return (now + ADDRESS_LIFE) as Instant;
}
