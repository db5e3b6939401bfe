/**
 * pg's prepared statements, bounded. pg keeps the names that it has prepared on a connection (`parsedStatements`, which its types
 * omit) and never forgets one; what is deallocated is taken off there, or pg would bind what PostgreSQL no longer has.
 *
 * Shown by `test/stores/sessions` ("of more texts than are kept prepared", "together longer than is kept").
 */
import type pg from "pg";

/** Prepared statements kept. Each takes memory on every session. */
const MOST = 500;
/** Characters of their texts: a session takes about 130 bytes for each, most of them for the plan. */
const LONGEST = 1_000_000;

/** What begins a statement that is not prepared but planned with its values each time, where no one plan suits them all. */
export const PLANNED_EACH_TIME = "/* planned each time */ ";

/** The statements that PostgreSQL has prepared on a connection, by name. */
interface Prepared {
  readonly parsedStatements: Record<string, string>;
}

/**
 * The names of prepared statements: parsed once per session, then only bound. The most recently used are kept. A plan under
 * row-level security belongs to the role that it was made for, so each role has its own names: under one name PostgreSQL would plan
 * anew at each change of the role.
 */
export class PreparedStatements {
  /** By role, then by SQL text: a key of both would be a new string of the text's length for each statement, to be hashed anew. */
  private readonly names = new Map<string, Map<string, string>>();
  /** What each name stands for; the least recently used first. */
  private readonly kept = new Map<string, { readonly text: string; readonly role: string }>();
  private made = 0;
  /** Characters of what is kept. */
  private length = 0;
  /**
   * How many names had been made when a session was last looked at: until there is another one, none is dropped, so a session may hold what went stale since beside all that is kept: twice the bounds at
   * the most.
   */
  private readonly looked = new WeakMap<Prepared["parsedStatements"], number>();

  /** A name stands for one SQL text forever: a session that still knows it for another would reject it. */
  nameOf(text: string, role: string): string {
    const ofRole = this.names.get(role) ?? new Map<string, string>();
    const name = ofRole.get(text) ?? `s${(this.made += 1)}`;
    this.names.set(role, ofRole.set(text, name));
    if (!this.kept.delete(name)) this.length += text.length;
    this.kept.set(name, { text, role });
    for (const [oldest, of] of this.kept) {
      if (this.kept.size <= MOST && this.length <= LONGEST) break;
      this.kept.delete(oldest);
      this.names.get(of.role)?.delete(of.text);
      this.length -= of.text.length;
    }
    return name;
  }

  /** What a session should `deallocate` now and then: the statements prepared on it that are no longer kept. */
  stale({ connection }: pg.PoolClient): readonly string[] {
    const { parsedStatements } = connection as unknown as Prepared;
    if (this.looked.get(parsedStatements) === this.made) return [];
    this.looked.set(parsedStatements, this.made);
    const known = Object.keys(parsedStatements);
    const length = known.reduce((sum, name) => sum + (parsedStatements[name]?.length ?? 0), 0);
    if (known.length <= MOST && length <= LONGEST) return [];
    const stale = known.filter((name) => !this.kept.has(name));
    for (const name of stale) delete parsedStatements[name];
    return stale.map((name) => `deallocate ${name}`);
  }
}
