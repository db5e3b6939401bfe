import { cellOf, columnName, type Cell, type Column, type Row } from "../../domain/exports.js";
import { cellText } from "../../domain/formula.js";

/** Rows as they come, page by page. */
export type Pages = AsyncIterable<readonly Row[]>;

/** By this a spreadsheet knows UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** CSV by RFC 4180, with a head. */
export async function* csvOf(columns: readonly Column[], pages: Pages): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + lineOf(columns.map(columnName)));
  for await (const rows of pages)
    yield Buffer.from(rows.map((row) => lineOf(columns.map((column) => cellOf(row, column)))).join(""));
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

function written(cell: Cell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = cellText(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of JSON for each row. */
export async function* ndjsonOf(pages: Pages): AsyncGenerator<Buffer> {
  for await (const rows of pages)
    if (rows.length > 0) yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}
