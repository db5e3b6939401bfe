/** A statement and its parameters. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Keys that a statement finds itself: `Parameters.add` writes this SQL instead of a placeholder. */
export class Found {
  constructor(readonly sql: string) {}
}

/** Keys that a loader asks its store for: a store adds them to the parameters of its statement, and cannot look at them. */
export type Keys = readonly string[] | Found;

/** True where it is known that there are no keys, so that no statement is needed. */
export function areNone(keys: Keys): boolean {
  return !(keys instanceof Found) && keys.length === 0;
}

/** Collects the parameters of a statement while its SQL is written. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and returns its placeholder: `$1`, `$2`, … */
  add(value: unknown): string {
    if (value instanceof Found) return value.sql;
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds the parameters of another statement and returns its SQL with their placeholders here. */
  embed({ sql, values }: Statement): string {
    const before = this.values.length;
    this.values.push(...values);
    return before === 0 ? sql : sql.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + before}`);
  }
}

/** Conditions that must all hold; an empty list holds for every row. */
export function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? "true" : conditions.map((condition) => `(${condition})`).join(" and ");
}

/** An instant as PostgreSQL takes it. */
export function timestamp(at: number): Date {
  return new Date(at);
}
