import { cursorValues, sizeOf, toCursor, type Keyset, type Page, type Window } from "./keyset.js";
import { all, type Parameters } from "./sql.js";

/** One column of an order. */
export interface OrderColumn<Row> {
  /** Its name, without the alias of what it is read from. */
  readonly column: string;
  readonly type: string;
  readonly direction: "asc" | "desc";
  valueOf(row: Row): string;
}

/** An order over several columns, each in its direction; together they identify a row, and none is ever null. */
export interface MixedKeyset<Row> {
  readonly list: string;
  /** What this order is called in its cursors. */
  readonly order: string;
  readonly columns: readonly OrderColumn<Row>[];
}

/** What a statement needs to read a page of one order. */
export interface MixedPaging<Row> {
  /**
   * Conditions on a row of this alias, of which no row fulfils two: the rows of each can be read in an index's order, as those of an
   * "or" of them cannot.
   */
  readonly branches: (alias: string) => readonly string[];
  readonly orderBy: (alias: string) => string;
  readonly limit: string;
  readonly pageOf: (rows: readonly Row[]) => Page<Row>;
}

/**
 * How one page is read. `last` turns every direction. Throws BAD_USER_INPUT for a page size out of bounds and for a cursor of another
 * list or order.
 */
export function mixedPagingOf<Row>(
  { list, order, columns }: MixedKeyset<Row>,
  window: Window,
  parameters: Parameters,
): MixedPaging<Row> {
  const backward = typeof window.last === "number" && typeof window.first !== "number";
  const size = sizeOf(window, backward);
  const keyset: Keyset<Row> = {
    list,
    direction: order,
    columns: columns.map(({ column }) => column),
    types: columns.map(({ type }) => type),
    valuesOf: (row) => columns.map((column) => column.valueOf(row)),
  };
  const after = beyond(keyset, columns, window.after, "after", parameters);
  const before = beyond(keyset, columns, window.before, "before", parameters);
  // From where the page is read on, branch by branch; where it ends, as one condition beside.
  const [start, end] = backward ? [before, after] : [after, before];
  const cursorOf = (row: Row): string => toCursor(keyset, keyset.valuesOf(row));
  return {
    branches: (alias) => {
      const ended = end ? [end(alias).join(" or ")] : [];
      return start ? start(alias).map((branch) => all([branch, ...ended])) : [all(ended)];
    },
    orderBy: (alias) =>
      columns.map(({ column, direction }) => `${alias}.${column} ${turned(direction, backward)}`).join(", "),
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

function turned(direction: "asc" | "desc", isTurned: boolean): "asc" | "desc" {
  return (direction === "asc") === isTurned ? "desc" : "asc";
}

/** What lies beyond a cursor: for each run of columns in one direction, what is equal before it and beyond in it. */
function beyond<Row>(
  keyset: Keyset<Row>,
  columns: readonly OrderColumn<Row>[],
  cursor: string | null | undefined,
  argument: "after" | "before",
  parameters: Parameters,
): ((alias: string) => string[]) | null {
  if (cursor === null || cursor === undefined) return null;
  const values = cursorValues(keyset, cursor, argument).map(
    (value, index) => `${parameters.add(value)}::${keyset.types[index]}`,
  );
  return (alias) => {
    const branches: string[] = [];
    for (let start = 0, end = 0; start < columns.length; start = end) {
      const direction = columns[start]?.direction;
      while (end < columns.length && columns[end]?.direction === direction) end += 1;
      const names = columns.map(({ column }) => `${alias}.${column}`);
      const equal = names.slice(0, start).map((name, index) => `${name} = ${values[index]}`);
      const sign = (direction === "asc") === (argument === "after") ? ">" : "<";
      const run = `(${names.slice(start, end).join(", ")}) ${sign} (${values.slice(start, end).join(", ")})`;
      branches.push(all([...equal, run]));
    }
    return branches;
  };
}
