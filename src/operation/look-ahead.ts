import type { Connection, RowBound } from "../platform/database.js";
import { Found, Parameters, type Statement } from "../platform/sql.js";
import type { Habits } from "./habits.js";
import type { Plan, Step } from "./leads.js";
import type { Loader } from "./loaders.js";
import type { loadersOf } from "./stores.js";

type Row = Readonly<Record<string, unknown>>;

/** What a store would ask: taken down, and answered later. */
interface Taken {
  readonly statement: Statement;
  /** Gives the store the rows of its statement. */
  readonly answer: (rows: Promise<Row[]>) => void;
  /** What the store makes of them. */
  readonly result: Promise<unknown>;
}

/** A question, or a step behind it, with its place in the statement. */
interface Part extends Taken {
  readonly place: number;
}

/**
 * A connection on which a question is asked together with what it leads to, in one statement. The SQL of each part is its store's
 * own, and so is its scope: a loader is asked for keys that the parts before it find (`Found`), and what the store would send is
 * taken down. Each row comes by itself, as JSON: it is counted and bounded like any other. Must be one on which all statements see
 * the same moment, or what the loaders are given would not be what they were asked for.
 */
export class LookAhead implements Connection {
  private taking: ((statement: Statement) => Promise<Row[]>) | null = null;
  readonly insert: Connection["insert"];

  constructor(
    private readonly connection: Connection,
    private readonly habits: Habits,
  ) {
    this.insert = (table, row) => connection.insert(table, row);
  }

  query<Wanted>(sql: string, values: readonly unknown[] = [], bound?: RowBound): Promise<Wanted[]> {
    if (this.taking) return this.taking({ sql, values }) as Promise<unknown> as Promise<Wanted[]>;
    if (values.some((value) => value instanceof Found)) throw new Error("keys that are to be found cannot be sent");
    return this.connection.query(sql, values, bound);
  }

  /**
   * Asks a question of at most one statement, and gives the loaders what the plan foresees behind it, if it is a habit. `most`:
   * how many of its rows are shown; null: all.
   */
  async ask<T>(
    plan: Plan,
    loaders: ReturnType<typeof loadersOf>,
    most: number | null,
    question: () => Promise<T>,
  ): Promise<T> {
    const { steps, shape } = plan;
    if (steps.length === 0) return question();
    const { taken, result } = this.take(question);
    if (!taken) return result;
    const alone = (): Promise<T> => {
      taken.answer(this.connection.query(taken.statement.sql, taken.statement.values));
      return result;
    };
    if (!this.habits.isOne(`${shape} ${taken.statement.sql}`, steps.length + 1)) return alone();
    const parts = new Map<Step | null, Part>([[null, { ...taken, place: 0 }]]);
    const loaderOf = ({ to }: Step): Loader<unknown, Row> => loaders[to] as unknown as Loader<unknown, Row>;
    for (const step of steps) {
      const keys = keysIn(step, parts, most);
      const asked = keys && this.take(() => loaderOf(step).ask(keys as unknown as readonly string[])).taken;
      if (asked) parts.set(step, { ...asked, place: parts.size });
    }
    if (parts.size === 1) return alone();
    const rows = this.rowsOf([...parts.values()].map(({ statement }) => statement));
    for (const { place, answer } of parts.values()) answer(rows.then((found) => found[place] ?? []));
    const found = new Map<Step | null, readonly Row[]>([[null, ((await rows)[0] ?? []).slice(0, most ?? undefined)]]);
    for (const [step, part] of parts) {
      if (!step) continue;
      const made = (await part.result) as Row[];
      found.set(step, made);
      loaderOf(step).foresee(keysOf(step, found), made);
    }
    return result;
  }

  /** Takes down the statement that a question begins with; null if it asks nothing. */
  private take<T>(question: () => Promise<T>): { readonly taken: Taken | null; readonly result: Promise<T> } {
    const statements: Statement[] = [];
    let answer: Taken["answer"] = () => undefined;
    const rows = new Promise<Row[]>((resolve) => (answer = resolve));
    this.taking = (statement) => {
      statements.push(statement);
      return rows;
    };
    try {
      const result = question();
      result.catch(() => undefined);
      const [statement] = statements;
      if (statements.length > 1) throw new Error("what is looked ahead of is one statement");
      return { taken: statement ? { statement, answer, result } : null, result };
    } finally {
      this.taking = null;
    }
  }

  /** The rows of each of these statements, all asked for in one. */
  private async rowsOf(statements: readonly Statement[]): Promise<Row[][]> {
    const parameters = new Parameters();
    const parts = statements.map((one, place) => `${nameOf(place)} as materialized (${parameters.embed(one)})`);
    const rows = statements.map(
      (_, place) => `select ${place} as place, row_to_json(x) as "row" from ${nameOf(place)} x`,
    );
    const found = await this.connection.query<{ readonly place: number; readonly row: Row }>(
      `with ${parts.join(", ")} ${rows.join(" union all ")}`,
      parameters.values,
    );
    const all = statements.map((): Row[] => []);
    for (const { place, row } of found) all[place]?.push(row);
    return all;
  }
}

/** What a statement calls its part at this place. */
function nameOf(place: number): string {
  return `part_${place}`;
}

/** The keys of a step in SQL; null where nothing before it was asked. */
function keysIn({ from }: Step, parts: ReadonlyMap<Step | null, Part>, most: number | null): Found | null {
  const parameters = new Parameters();
  const selects = from.flatMap(({ step, by, isArray }) => {
    const part = parts.get(step);
    if (!part) return [];
    const rows = nameOf(part.place);
    const shown = step || most === null ? rows : `(select * from ${rows} limit ${parameters.add(most)})`;
    return [`select ${isArray ? `unnest(x."${by}")` : `x."${by}"`} from ${shown} x`];
  });
  return selects.length === 0 ? null : new Found(`array(${selects.join(" union all ")})`, parameters.values);
}

/** The same keys, once the rows before it are known. */
function keysOf({ from }: Step, found: ReadonlyMap<Step | null, readonly Row[]>): string[] {
  const keys = from.flatMap(({ step, by }) =>
    (found.get(step) ?? []).flatMap((row) => row[by] as string | string[] | null),
  );
  return [...new Set(keys)].filter((key) => key !== null);
}
