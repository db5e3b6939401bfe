/**
 * pg's query, told of each row as it arrives: pg collects the rows of a statement whole, however many they are. Its types omit the
 * methods that take columns and rows, and the callback.
 *
 * Shown by `test/stores/sessions` ("a statement that brings more than its bound").
 */
import pg from "pg";
import { RowReader, type Column, type DataRow } from "./row-reader.js";

/** Counts the rows of a statement; throws once a limit is exceeded. */
export interface RowBound {
  /** One more row, with its size on the wire. */
  row(bytes: number): void;
}

/** A statement, under the name that it is prepared by, if it is. */
export interface Asked {
  readonly text: string;
  readonly name?: string;
  readonly values?: readonly unknown[];
}

type Answered = (error: Error | null, result: pg.QueryResult | pg.QueryResult[]) => void;

const Query = pg.Query as unknown as new (text: string) => pg.Submittable & {
  name: string | undefined;
  values: readonly unknown[] | undefined;
  callback: Answered;
  handleRowDescription(message: { readonly fields: readonly Column[] }): void;
  handleDataRow(row: DataRow): void;
};

/**
 * A statement that keeps its rows only while they are of use: within its bound, and until it is dropped. Later rows are read off
 * the wire and discarded.
 */
export class BoundedQuery<Row> extends Query {
  private readonly found: Row[] = [];
  private reader: RowReader<Row> | null = null;
  private isDropped = false;
  private excess: Error | null = null;
  readonly kept: Promise<Row[]>;

  constructor(
    { text, name, values }: Asked,
    private readonly bound?: RowBound,
    /** Called once when the bound is exceeded, with the error that it threw. */
    private readonly onExcess?: (excess: Error) => void,
  ) {
    // Given together, they would be copied, property by property.
    super(text);
    this.name = name;
    this.values = values;
    this.kept = new Promise((resolve, reject) => {
      this.callback = (error) => {
        const failure = this.excess ?? error;
        if (failure) reject(failure);
        else resolve(this.found);
      };
    });
  }

  drop(): void {
    this.isDropped = true;
  }

  override handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    this.reader = new RowReader(fields);
  }

  override handleDataRow(row: DataRow): void {
    if (this.isDropped) return;
    try {
      this.bound?.row(row.length);
      if (this.reader) this.found.push(this.reader.read(row));
    } catch (error) {
      this.isDropped = true;
      this.excess = error instanceof Error ? error : new Error(String(error));
      this.onExcess?.(this.excess);
    }
  }
}
