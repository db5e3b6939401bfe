import { parseInstant } from "../domain/instant.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Parameters } from "./sql.js";

/** Relay's arguments of a connection. */
export interface Window {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** The columns that order a list and identify its rows, and how a row's values become a cursor and back. */
export interface Keyset<Row> {
  /** The list's name in the schema: a cursor belongs to one list, in one order. */
  readonly list: string;
  readonly columns: readonly string[];
  /** The SQL type of each column, for the comparison with a cursor's values. */
  readonly types: readonly string[];
  /** Of all columns; for `mixed-keyset`, what its order is called. */
  readonly direction: string;
  /** A row's values in these columns. */
  valuesOf(row: Row): readonly string[];
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** A row's place in the list, as an opaque string. */
  cursorOf(row: Row): string;
}

/** The default page size, and the largest. */
export const USUAL_PAGE = 20;
export const LARGEST_PAGE = 100;

/** A row's place in a list, as an opaque string. */
export function toCursor({ list, direction }: Keyset<never>, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, direction, ...values])).toString("base64url");
}

/** What a statement needs to read a page, and what makes the page of its rows. */
export interface Paging<Row> {
  readonly where: string;
  readonly orderBy: string;
  readonly limit: string;
  readonly pageOf: (rows: readonly Row[]) => Page<Row>;
}

/**
 * Reads one page. `select` gets the window's condition, the order and the row limit, and runs the statement. Throws
 * BAD_USER_INPUT for a page size out of bounds and for a cursor of another list or order.
 */
export async function readPage<Row>(
  keyset: Keyset<Row>,
  window: Window,
  parameters: Parameters,
  select: (clauses: Paging<Row>) => Promise<Row[]>,
): Promise<Page<Row>> {
  const paging = pagingOf(keyset, window, parameters);
  return paging.pageOf(await select(paging));
}

/** The same where one statement reads the page of each of many lists. Throws as `readPage` does. */
export function pagingOf<Row>(keyset: Keyset<Row>, window: Window, parameters: Parameters): Paging<Row> {
  const backward = typeof window.last === "number" && typeof window.first !== "number";
  const size = sizeOf(window, backward);
  const descending = (keyset.direction === "desc") !== backward;
  const conditions = [
    beyond(keyset, window.after, "after", keyset.direction === "desc" ? "<" : ">", parameters),
    beyond(keyset, window.before, "before", keyset.direction === "desc" ? ">" : "<", parameters),
  ].filter((condition) => condition !== null);
  const cursorOf = (row: Row): string => toCursor(keyset, keyset.valuesOf(row));
  return {
    where: conditions.length === 0 ? "true" : conditions.join(" and "),
    orderBy: keyset.columns.map((column) => `${column} ${descending ? "desc" : "asc"}`).join(", "),
    limit: parameters.add(size + 1),
    pageOf: (rows) => {
      const isMore = rows.length > size;
      const page = rows.slice(0, size);
      return backward
        ? { rows: page.reverse(), hasNextPage: Boolean(window.before), hasPreviousPage: isMore, cursorOf }
        : { rows: page, hasNextPage: isMore, hasPreviousPage: Boolean(window.after), cursorOf };
    },
  };
}

/** The rows of a page. Throws BAD_USER_INPUT for a number out of bounds. */
export function sizeOf(window: Window, backward: boolean): number {
  const size = (backward ? window.last : window.first) ?? USUAL_PAGE;
  if (size < 0 || size > LARGEST_PAGE)
    throw new Refusal("BAD_USER_INPUT", say("pageSize", { most: LARGEST_PAGE }), [backward ? "last" : "first"]);
  return size;
}

function beyond(
  keyset: Keyset<never>,
  cursor: string | null | undefined,
  argument: string,
  comparison: "<" | ">",
  parameters: Parameters,
): string | null {
  if (cursor === null || cursor === undefined) return null;
  const values = cursorValues(keyset, cursor, argument);
  const places = values.map((value, index) => `${parameters.add(value)}::${keyset.types[index]}`);
  return `(${keyset.columns.join(", ")}) ${comparison} (${places.join(", ")})`;
}

/** The values of a cursor. Throws BAD_USER_INPUT for one of another list or order. */
export function cursorValues(keyset: Keyset<never>, cursor: string, argument: string): string[] {
  const values = readCursor(keyset, cursor);
  if (values === null) throw new Refusal("BAD_USER_INPUT", say("listCursor", {}), [argument]);
  return values;
}

const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ["timestamptz", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
  ["uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ["text", /^[\x20-\x7E]{0,200}$/],
  ["smallint", /^\d{1,2}$/],
  ["bigint", /^[1-9]\d{0,15}$/],
]);

/** The values of a cursor; null if it belongs to another list or order. */
function readCursor(keyset: Keyset<never>, cursor: string): string[] | null {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
  if (!Array.isArray(read)) return null;
  const [list, direction, ...values]: unknown[] = read;
  const { types } = keyset;
  if (list !== keyset.list || direction !== keyset.direction || values.length !== types.length) return null;
  const fits = values.every((value, index) => {
    const type = types[index] ?? "";
    if (typeof value !== "string" || FORMS.get(type)?.test(value) !== true) return false;
    return type !== "timestamptz" || parseInstant(value) !== null;
  });
  return fits ? (values as string[]) : null;
}
