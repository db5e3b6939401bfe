import type { Saying } from "../domain/wording/wording.js";

/** One cell as it was read. */
export interface Cell {
  /** What it says; a date of Excel's as `2026-03-01T04:40:00`, or the part of it that the cell's format shows. */
  readonly text: string;
  /** Of a number without a format of dates: what it would be as a date, for a column that is one. */
  readonly asDate?: string | undefined;
  /** Why it says nothing that can be relied upon. */
  readonly fault?: Saying;
}

export interface SheetRow {
  /** As a spreadsheet counts it, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Cells that were made one, rows and columns from 1. */
export interface Merged {
  readonly name: string;
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** A table as rows of cells. */
export interface Sheet {
  readonly merged: readonly Merged[];
  /** From the first one on, each time it is asked for. */
  rows(): AsyncIterable<SheetRow>;
}
