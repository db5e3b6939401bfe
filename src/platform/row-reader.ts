/**
 * pg-protocol's parser, made to hand on a row as the bytes that it is: it makes a string of each field, of which pg then makes a value.
 * A query of ours reads a row at once, by one reader for all rows of its statement; that takes two thirds of the time, and leaves less
 * garbage. Everybody else's queries ask the row for its `fields`, and get them as before.
 *
 * Shown by every test that reads something, and by `test/stores/sessions` ("a row is read as pg reads it").
 */
import { createRequire } from "node:module";
import pg from "pg";
import type { Parser as PgParser } from "pg-protocol/dist/parser.js";
import { instant, type Instant } from "../domain/instant.js";

const require = createRequire(import.meta.url);
/** The parser that pg itself uses, wherever it is installed, and in a bundle too. */
const { Parser } = createRequire(require.resolve("pg"))("pg-protocol/dist/parser.js") as {
  readonly Parser: typeof PgParser;
};

/** The code of a DataRow message ("D"). */
const DATA_ROW = 68;

type HandlePacket = (offset: number, code: number, length: number, bytes: Buffer) => object;
const parser = Parser.prototype as unknown as { handlePacket: HandlePacket };
const { handlePacket } = parser;
parser.handlePacket = function readPacket(offset, code, length, bytes) {
  return code === DATA_ROW ? new DataRow(length, bytes, offset) : handlePacket.call(this, offset, code, length, bytes);
};

/** A row as received. Its bytes are the parser's: they are gone once it has been handed on. */
export class DataRow {
  readonly name = "dataRow";

  constructor(
    /** Its size in bytes. */
    readonly length: number,
    readonly bytes: Buffer,
    /** Where it begins: with the number of its fields. */
    readonly at: number,
  ) {}

  /** Its fields as texts, as pg reads them. */
  get fields(): readonly (string | null)[] {
    const { bytes } = this;
    let at = this.at + 2;
    return Array.from({ length: bytes.readInt16BE(this.at) }, () => {
      const length = bytes.readInt32BE(at);
      at += 4;
      if (length < 0) return null;
      const text = bytes.toString("utf8", at, at + length);
      at += length;
      return text;
    });
  }
}

/** Reads a value out of the bytes from `start` to `end`. */
type ReadValue = (bytes: Buffer, start: number, end: number) => unknown;

const ZERO = "0".charCodeAt(0);
const MINUS = "-".charCodeAt(0);
const TRUE = "t".charCodeAt(0);

/** By the type's OID, as in pg_type: what rows are mostly made of. Anything else as pg reads it. */
const READERS = new Map<number, ReadValue>([
  [16 /* bool */, (bytes, start) => bytes[start] === TRUE],
  // Positions and counts stay far below 2^53.
  [20 /* int8 */, wholeNumber],
  [21 /* int2 */, wholeNumber],
  [23 /* int4 */, wholeNumber],
  [25 /* text */, (bytes, start, end) => bytes.toString("utf8", start, end)],
  [1082 /* date */, (bytes, start, end) => bytes.toString("latin1", start, end)],
  [1184 /* timestamptz */, (bytes, start, end) => instantOf(bytes.toString("latin1", start, end))],
  [2950 /* uuid */, (bytes, start, end) => bytes.toString("latin1", start, end)],
]);

function wholeNumber(bytes: Buffer, start: number, end: number): number {
  const isNegative = bytes[start] === MINUS;
  let value = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at += 1) value = value * 10 + (bytes[at] ?? 0) - ZERO;
  return isNegative ? -value : value;
}

/** PostgreSQL writes `2026-03-01 10:00:00.123+00`; sessions run in UTC, and years have four digits (F11). As `instantIn`. */
function instantOf(text: string): Instant {
  const two = (at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;
  const fraction = text[19] === "." ? Math.floor(Number(text.slice(19, -3)) * 1_000) : 0;
  return instant(Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17), fraction));
}

function readerOf(oid: number): ReadValue {
  const parse = pg.types.getTypeParser(oid) as (text: string) => unknown;
  return READERS.get(oid) ?? ((bytes, start, end) => parse(bytes.toString("utf8", start, end)));
}

/** What PostgreSQL tells of a column. */
export interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

/** Reads the rows of one statement. */
export class RowReader<Row> {
  private readonly names: readonly string[];
  private readonly values: readonly ReadValue[];
  /** A row without values: a copy of it has all names, in their order. */
  private readonly empty: Readonly<Record<string, unknown>>;

  constructor(columns: readonly Column[]) {
    this.names = columns.map(({ name }) => name);
    this.values = columns.map(({ dataTypeID }) => readerOf(dataTypeID));
    this.empty = Object.fromEntries(this.names.map((name) => [name, null]));
  }

  read({ bytes, at: begin }: DataRow): Row {
    const { names, values } = this;
    const row: Record<string, unknown> = { ...this.empty };
    let at = begin + 2;
    for (let place = 0; place < names.length; place += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      if (length < 0) continue;
      row[names[place] ?? ""] = values[place]?.(bytes, at, at + length);
      at += length;
    }
    return row as Row;
  }
}
