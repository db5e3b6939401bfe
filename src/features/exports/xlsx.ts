/**
 * A workbook of Office Open XML (ECMA-376), written as a stream by yazl. Its parts follow each other in the archive, each packed as it
 * comes; sheets come first, since only then is known how many there are. `test/stores/…` does not know it: `test/rules/xlsx` reads what it writes.
 */
import { once } from "node:events";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { cellOf, columnName, type Cell, type Column, type Row } from "../../domain/exports.js";
import type { Pages } from "./tables.js";

/** What Excel holds: rows of a sheet, characters (UTF-16) of a cell, digits of a number. */
const ROWS = 1_048_576;
const CHARACTERS = 32_767;
const LARGEST = 999_999_999_999_999;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface XlsxLimits {
  /** Rows of a sheet, its head included. */
  readonly rows: number;
}

/** `tooLong` is what a text says that a cell cannot hold, after as much of it as fits. */
export async function* xlsxOf(
  columns: readonly Column[],
  pages: Pages,
  tooLong: (length: number, most: number) => string,
  { rows: most }: XlsxLimits = { rows: ROWS },
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const parts = pages[Symbol.asyncIterator]();
  /** Rows that were read and are on no sheet yet. */
  let left: readonly Row[] = [];
  let isOver = false;
  const more = async (): Promise<void> => {
    while (left.length === 0 && !isOver) {
      const next = await parts.next();
      if (next.done) isOver = true;
      else left = next.value;
    }
  };
  const lineOf = (cells: readonly Cell[]): string =>
    `<row>${cells.map((cell) => cellXml(cell, tooLong)).join("")}</row>`;

  async function* sheet(number: number): AsyncGenerator<string> {
    yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${lineOf(columns.map(columnName))}`;
    for (let count = 1; ;) {
      await more();
      if (left.length === 0 || count === most) break;
      const fitting = left.slice(0, most - count);
      left = left.slice(fitting.length);
      count += fitting.length;
      yield fitting.map((row) => lineOf(columns.map((column) => cellOf(row, column)))).join("");
    }
    yield "</sheetData></worksheet>";
    if (left.length > 0) add(number + 1);
    else finish(zip, number);
  }
  let current: Readable | null = null;
  const add = (number: number): void =>
    zip.addReadStreamLazy(`xl/worksheets/sheet${number}.xml`, { compressionLevel: 1 }, (give) => {
      current = Readable.from(sheet(number), { highWaterMark: 1 });
      current.once("error", (error) => output.destroy(error));
      give(null, current);
    });
  zip.once("error", (error: Error) => output.destroy(error));
  add(1);
  try {
    for await (const piece of output) yield piece as Buffer;
  } finally {
    await ended(current);
    await parts.return?.();
  }
}

/** Lets go of the sheet that is being written, where the reader has gone. */
async function ended(sheet: Readable | null): Promise<void> {
  if (!sheet || sheet.closed) return;
  const closed = once(sheet, "close");
  sheet.destroy();
  await closed;
}

function finish(zip: ZipFile, sheets: number): void {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const part = (path: string, xml: string): void => zip.addBuffer(Buffer.from(DECLARATION + xml), path);
  part(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbers
      .map((number) => `<sheet name="${number}" sheetId="${number}" r:id="rId${number}"/>`)
      .join("")}</sheets></workbook>`,
  );
  part(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">${numbers
      .map(
        (number) =>
          `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )
      .join("")}</Relationships>`,
  );
  part(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  part(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${numbers
      .map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
      .join("")}</Types>`,
  );
  zip.end();
}

/** Texts are inline: nothing in them is a formula. */
function cellXml(cell: Cell, tooLong: (length: number, most: number) => string): string {
  if (cell === null || cell === "") return "<c/>";
  if (typeof cell === "boolean") return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number" && Math.abs(cell) <= LARGEST) return `<c><v>${cell}</v></c>`;
  const text = String(cell);
  const fitting = text.length <= CHARACTERS ? text : shortened(text, tooLong(text.length, CHARACTERS));
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(fitting)}</t></is></c>`;
}

function shortened(text: string, says: string): string {
  const kept = text.slice(0, CHARACTERS - says.length);
  // Half a character is none.
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept) + says;
}

/** ST_Xstring (ECMA-376, 22.9.2.19): what XML cannot hold is written `_xHHHH_`, and a text that looks so gets its first sign written so. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNFIT = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}|_(?=x[0-9A-Fa-f]{4}_)/gu;

function escaped(text: string): string {
  return text
    .replace(UNFIT, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
