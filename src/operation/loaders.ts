import DataLoader from "dataloader";

/** One row for each key, or null. */
export type One<Row> = DataLoader<string, Row | null>;
/** Every row for each key, in the store's order. */
export type Many<Row> = DataLoader<string, readonly Row[]>;

/** Loads rows by their own ids, batching all that are requested in one turn. */
export function one<Row extends { readonly id: string }>(load: (ids: readonly string[]) => Promise<Row[]>): One<Row> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await load(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** Loads rows by their parent. Rows without a parent are dropped. */
export function many<Row>(
  load: (ids: readonly string[]) => Promise<Row[]>,
  owner: (row: Row) => string | null,
): Many<Row> {
  return new DataLoader(async (ids) => {
    const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of await load(ids)) groups.get(owner(row) ?? "")?.push(row);
    return ids.map((id) => groups.get(id) ?? []);
  });
}
