import pg from "pg";

/** Counts what a statement brings; throws once that is more than there may be. */
export interface RowBound {
  /** One more row, of so many bytes on the wire. */
  row(bytes: number): void;
}

/** A row as it came: `length` is its bytes. */
interface DataRow {
  readonly length: number;
}

type Answered = (error: Error | null, result: pg.QueryResult | pg.QueryResult[]) => void;

/** What @types/pg leaves out: a query is handed each row as it comes in. */
const Query = pg.Query as unknown as new (
  config: pg.QueryConfig,
) => pg.Submittable & { callback: Answered; handleDataRow(row: DataRow): void };

/**
 * A statement whose rows are kept only as long as somebody has use for them: within its bound, and until it is dropped. What
 * comes after that is read off the wire and forgotten.
 */
export class BoundedQuery<Row> extends Query {
  private isDropped = false;
  private excess: Error | null = null;
  readonly kept: Promise<Row[]>;

  constructor(
    config: pg.QueryConfig,
    private readonly bound?: RowBound,
    /** Called once where the bound is passed, with what it threw. */
    private readonly onExcess?: (excess: Error) => void,
  ) {
    super(config);
    this.kept = new Promise((resolve, reject) => {
      this.callback = (error, result) => {
        const failure = this.excess ?? error;
        // Several statements in one text have several results, which nobody reads.
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
