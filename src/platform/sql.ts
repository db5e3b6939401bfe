/** Collects the parameters of a statement while its SQL is written. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and returns its placeholder: `$1`, `$2`, … */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
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
