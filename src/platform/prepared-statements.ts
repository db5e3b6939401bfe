/**
 * pg's prepared statements, bounded. pg keeps the names that it has prepared on a connection (`parsedStatements`, which its types
 * omit) and never forgets one; what is deallocated is taken off there, or pg would bind what PostgreSQL no longer has.
 *
 * Shown by `test/stores/sessions` ("of more texts than are kept prepared").
 */
import type pg from "pg";

/** Prepared statements kept. Each takes memory on every session. */
const MOST = 500;

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

  /** A name stands for one SQL text forever: a session that still knows it for another would reject it. */
  nameOf(text: string, role: string): string {
    const ofRole = this.names.get(role) ?? new Map<string, string>();
    const name = ofRole.get(text) ?? `s${(this.made += 1)}`;
    this.names.set(role, ofRole.set(text, name));
    this.kept.delete(name);
    this.kept.set(name, { text, role });
    const [oldest] = this.kept;
    if (this.kept.size > MOST && oldest) {
      const [forgotten, of] = oldest;
      this.kept.delete(forgotten);
      this.names.get(of.role)?.delete(of.text);
    }
    return name;
  }

  /** What a session should `deallocate` now and then: the statements prepared on it that are no longer kept. */
  stale({ connection }: pg.PoolClient): readonly string[] {
    const { parsedStatements } = connection as unknown as Prepared;
    const known = Object.keys(parsedStatements);
    if (known.length <= MOST) return [];
    const stale = known.filter((name) => !this.kept.has(name));
    for (const name of stale) delete parsedStatements[name];
    return stale.map((name) => `deallocate ${name}`);
  }
}
