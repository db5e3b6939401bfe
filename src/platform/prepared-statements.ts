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
  /** By role and SQL text, the least recently used first. */
  private readonly names = new Map<string, string>();
  private readonly kept = new Set<string>();
  private made = 0;

  /** A name stands for one SQL text forever: a session that still knows it for another would reject it. */
  nameOf(text: string, role: string): string {
    const key = `${role} ${text}`;
    const name = this.names.get(key) ?? `s${(this.made += 1)}`;
    this.names.delete(key);
    this.names.set(key, name);
    this.kept.add(name);
    const [oldest] = this.names;
    if (this.names.size > MOST && oldest) {
      this.names.delete(oldest[0]);
      this.kept.delete(oldest[1]);
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
