/**
 * pg's query, told of each row as it arrives: pg collects the rows of a statement whole, however many they are. Its types omit the
 * method that takes a row (`handleDataRow`) and the callback.
 *
 * Shown by `test/stores/sessions` ("a statement that brings more than its bound").
 */
import pg from "pg";

/** Counts the rows of a statement; throws once a limit is exceeded. */
export interface RowBound {
  /** One more row, with its size on the wire. */
  row(bytes: number): void;
}

/** A row as received: `length` is its size in bytes. */
interface DataRow {
  readonly length: number;
}

type Answered = (error: Error | null, result: pg.QueryResult | pg.QueryResult[]) => void;

const Query = pg.Query as unknown as new (
  config: pg.QueryConfig,
) => pg.Submittable & { callback: Answered; handleDataRow(row: DataRow): void };

/**
 * A statement that keeps its rows only while they are of use: within its bound, and until it is dropped. Later rows are read off
 * the wire and discarded.
 */
export class BoundedQuery<Row> extends Query {
  private isDropped = false;
  private excess: Error | null = null;
  readonly kept: Promise<Row[]>;

  constructor(
    config: pg.QueryConfig,
    private readonly bound?: RowBound,
    /** Called once when the bound is exceeded, with the error that it threw. */
    private readonly onExcess?: (excess: Error) => void,
  ) {
    super(config);
    this.kept = new Promise((resolve, reject) => {
      this.callback = (error, result) => {
        const failure = this.excess ?? error;
        // A multi-statement string has several results, which nobody reads.
        if (failure) reject(failure);
        else resolve(Array.isArray(result) ? [] : (result.rows as Row[]));
      };
    });
  }

  drop(): void {
    this.isDropped = true;
  }

  override handleDataRow(row: DataRow): void {
    if (this.isDropped) return;
    try {
      this.bound?.row(row.length);
    } catch (error) {
      this.isDropped = true;
      this.excess = error instanceof Error ? error : new Error(String(error));
      this.onExcess?.(this.excess);
      return;
    }
    super.handleDataRow(row);
  }
}
