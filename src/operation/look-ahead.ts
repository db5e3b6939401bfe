import type { Connection, RowBound } from "../platform/database.js";
import { Found, Parameters, type Statement } from "../platform/sql.js";
import type { Step } from "./leads.js";
import type { Loader } from "./loaders.js";
import type { loadersOf } from "./stores.js";

type Row = Readonly<Record<string, unknown>>;

/** The rows of a question, or of a step behind it, and their place in the statement. */
interface Part {
  readonly place: number;
  readonly rows: Promise<readonly Row[]>;
}

/**
 * A connection on which a question is asked together with what it leads to, in one statement. The SQL of each part is its store's
 * own, and so is its scope: a loader is asked for keys that the parts before it find (`Found`), and what the store would send is
 * noted down. Each row comes by itself, as JSON: it is counted and bounded like any other. Must be one on which all statements see
 * the same moment, or what the loaders are given would not be what they were asked for.
 */
export class LookAhead implements Connection {
  /** Set while statements are noted down instead of sent. */
  private note: ((statement: Statement) => Promise<Row[]>) | null = null;
  readonly insert: Connection["insert"];

  constructor(private readonly connection: Connection) {
    this.insert = (table, row) => connection.insert(table, row);
  }

  query<Wanted>(sql: string, values: readonly unknown[] = [], bound?: RowBound): Promise<Wanted[]> {
    if (this.note) return this.note({ sql, values }) as Promise<unknown> as Promise<Wanted[]>;
    if (values.some((value) => value instanceof Found)) throw new Error("keys that are to be found cannot be sent");
    return this.connection.query(sql, values, bound);
  }

  /** Asks a question of at most one statement, for one row or none, and gives the loaders what the steps lead to from there. */
  async askWith<R extends object>(
    steps: readonly Step[],
    loaders: ReturnType<typeof loadersOf>,
    question: () => Promise<R | null>,
  ): Promise<R | null> {
    const statements: Statement[] = [];
    let send: (answers: Promise<Row[][]>) => void = () => undefined;
    const answers = new Promise<Row[][]>((resolve) => (send = resolve));
    const noted = <T>(ask: () => Promise<T>): Promise<T> => {
      this.note = (statement) => {
        const place = statements.push(statement) - 1;
        return answers.then((all) => all[place] ?? []);
      };
      try {
        return ask();
      } finally {
        this.note = null;
      }
    };
    const loaderOf = ({ to }: Step): Loader<unknown, Row> => loaders[to] as unknown as Loader<unknown, Row>;

    const asked = noted(question);
    if (statements.length === 0) return asked;
    const parts = new Map<Step | null, Part>();
    parts.set(null, { place: 0, rows: asked.then((row) => (row ? [row as Row] : [])) });
    for (const step of steps) {
      const keys = keysIn(step, parts);
      const place = statements.length;
      const rows = keys && noted(() => loaderOf(step).ask(keys));
      if (rows && statements.length > place) parts.set(step, { place, rows });
      // Nothing to send, or it failed before: as it is needed, its resolver asks again.
      else rows?.catch(() => undefined);
    }
    if (statements.length > parts.size) throw new Error("what is looked ahead of is one statement");
    send(this.answersTo(statements));
    const rows = await Promise.all([...parts.values()].map((part) => part.rows));
    const found = new Map([...parts.keys()].map((step, place) => [step, rows[place] ?? []]));
    for (const [step, its] of found) if (step) loaderOf(step).foresee(keysOf(step, found), its);
    return asked;
  }

  /** The rows of each of these statements, all asked for in one. */
  private async answersTo(statements: readonly Statement[]): Promise<Row[][]> {
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
function keysIn({ from }: Step, parts: ReadonlyMap<Step | null, Part>): Found | null {
  const selects = from.flatMap(({ step, by, isArray }) => {
    const part = parts.get(step);
    return part ? [`select ${isArray ? `unnest(x."${by}")` : `x."${by}"`} from ${nameOf(part.place)} x`] : [];
  });
  return selects.length === 0 ? null : new Found(`array(${selects.join(" union all ")})`);
}

/** The same keys, once the rows before it are known. */
function keysOf({ from }: Step, found: ReadonlyMap<Step | null, readonly Row[]>): string[] {
  const keys = from.flatMap(({ step, by }) =>
    (found.get(step) ?? []).flatMap((row) => row[by] as string | string[] | null),
  );
  return [...new Set(keys)].filter((key) => key !== null);
}
