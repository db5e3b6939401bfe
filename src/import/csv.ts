import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { say } from "../domain/wording/wording.js";
import { headOf } from "./head.js";
import type { Mapping } from "./mapping.js";
import { obstacle } from "./obstacle.js";
import type { Sheet, SheetRow } from "./sheet.js";

/** Characters of one row: a quotation mark that is never closed takes in all that follows. */
const LONGEST_ROW = 4_194_304;
/** Bytes in which the separator is looked for. */
const HEAD = 65_536;

/** Reads a table of separated values (RFC 4180): rows are counted as a spreadsheet does, whatever line breaks stand in quotation marks. */
export async function openCsv(file: string, { separator, encoding, headerRow }: Mapping): Promise<Sheet> {
  const head = await headOf(file, HEAD);
  const decoding = encodingOf(head, encoding);
  const delimiter = separator ?? separatorIn(new TextDecoder(decoding).decode(head), headerRow);
  return { merged: [], rows: () => rowsOf(file, decoding, delimiter) };
}

async function* rowsOf(file: string, encoding: string, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  });
  const text = Readable.from(decoded(file, encoding));
  text.once("error", (error) => parser.destroy(error)).pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      row += 1;
      yield { row, cells: cells.map((one) => ({ text: one })) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE";
    throw obstacle(say("importCsvRow", { path: file, row: row + 1, why: isOpen ? null : error.message }));
  } finally {
    text.destroy();
    parser.destroy();
  }
}

/** Text without its byte-order mark. */
async function* decoded(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  try {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      const text = decoder.decode(piece, { stream: true });
      lines += text.split("\n").length - 1;
      if (text !== "") yield text;
    }
    yield decoder.decode();
  } catch (error) {
    if ((error as { readonly code?: string }).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    throw obstacle(say("importEncoding", { path: file, encoding: encoding.toUpperCase(), line: lines }));
  }
}

/** Excel's "Unicode text" is UTF-16, and says so by its mark. */
function encodingOf(head: Buffer, encoding: string): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  return encoding;
}

/** The one that the row of names has most, outside of quotation marks. */
function separatorIn(head: string, headerRow: number): string {
  const rows = head.replaceAll(/"[^"]*"/g, "").split(/\r\n|\r|\n/);
  const names = rows[headerRow - 1] ?? "";
  const counted = [";", ",", "\t"].map((one) => ({ one, count: names.split(one).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.one ?? ";";
}
