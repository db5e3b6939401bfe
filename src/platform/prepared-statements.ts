import type pg from "pg";

/** Texts that are prepared. Each costs memory on each session. */
const MOST = 500;

/** What pg keeps of each connection, which its types leave out: the texts that PostgreSQL has prepared, by their names. */
interface Prepared {
  readonly parsedStatements: Record<string, string>;
}

/** The names under which texts are prepared: once on each session, then only bound. Of many texts those used last are kept. */
export class PreparedStatements {
  /** By text, the one that has not been used for longest first. */
  private readonly names = new Map<string, string>();
  private readonly kept = new Set<string>();
  private made = 0;

  /** A name stands for one text for ever: a session that still knows it for another one would refuse it. */
  nameOf(text: string): string {
    const name = this.names.get(text) ?? `s${(this.made += 1)}`;
    this.names.delete(text);
    this.names.set(text, name);
    this.kept.add(name);
    const [oldest] = this.names;
    if (this.names.size > MOST && oldest) {
      this.names.delete(oldest[0]);
      this.kept.delete(oldest[1]);
    }
    return name;
  }

  /** What a session is to be told to forget, now and then: `deallocate` for each text of its that is no longer kept. */
  stale({ connection }: pg.PoolClient): readonly string[] {
    const { parsedStatements } = connection as unknown as Prepared;
    const known = Object.keys(parsedStatements);
    if (known.length <= MOST) return [];
    const stale = known.filter((name) => !this.kept.has(name));
    for (const name of stale) delete parsedStatements[name];
    return stale.map((name) => `deallocate ${name}`);
  }
}
