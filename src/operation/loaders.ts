import DataLoader from "dataloader";
import type { Keys } from "../platform/sql.js";

/** Loads values by keys, batching all that are requested in one turn. */
export class Loader<Value, Row = unknown> {
  /** Made when it is needed: a reading has some fifty loaders, and uses three. */
  private made: DataLoader<string, Value> | null = null;

  constructor(
    /** Asks the store for the rows of these keys. */
    readonly ask: (keys: Keys) => Promise<Row[]>,
    private readonly valuesOf: (keys: readonly string[], rows: readonly Row[]) => Value[],
  ) {}

  load(key: string): Promise<Value> {
    return this.loading.load(key);
  }

  /** A failure in its place: the others are loaded all the same. */
  loadMany(keys: readonly string[]): Promise<(Value | Error)[]> {
    return this.loading.loadMany(keys);
  }

  /** Takes the rows of these keys as loaded: the store was asked for all of them, and for no others. */
  foresee(keys: readonly string[], rows: readonly Row[]): void {
    for (const [index, value] of this.valuesOf(keys, rows).entries()) this.loading.prime(keys[index] ?? "", value);
  }

  private get loading(): DataLoader<string, Value> {
    this.made ??= new DataLoader(async (keys) => this.valuesOf(keys, await this.ask(keys)));
    return this.made;
  }
}

/** One row for each key, or null. */
export type One<Row> = Loader<Row | null, Row>;
/** Every row for each key, in the store's order. */
export type Many<Row> = Loader<readonly Row[], Row>;

/** Loads rows by their own ids. */
export function one<Row extends { readonly id: string }>(load: (ids: Keys) => Promise<Row[]>): One<Row> {
  return new Loader(load, (ids, rows) => {
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** Loads rows by their parent. Rows without a parent are dropped. */
export function many<Row>(load: (ids: Keys) => Promise<Row[]>, owner: (row: Row) => string | null): Many<Row> {
  return new Loader<readonly Row[], Row>(load, (ids, rows) => {
    const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of rows) groups.get(owner(row) ?? "")?.push(row);
    return ids.map((id) => groups.get(id) ?? []);
  });
}
