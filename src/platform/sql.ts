/** A statement and its parameters. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A parameter that is found by a statement: `add` writes its SQL instead of a placeholder. */
export class Found implements Statement {
  constructor(
    readonly sql: string,
    readonly values: readonly unknown[],
  ) {}
}

/** Collects the parameters of a statement while its SQL is written. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and returns its placeholder: `$1`, `$2`, … */
  add(value: unknown): string {
    if (value instanceof Found) return this.embed(value);
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
