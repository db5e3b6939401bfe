import { inWords, say, type Locale } from "../domain/wording/wording.js";
import type { Fault } from "./places.js";

/** Rows that are named of a kind. */
const SHOWN = 5;

interface Kind {
  readonly first: string;
  count: number;
  last: string | null;
  readonly rows: string[];
}

/**
 * What is wrong or doubtful in many rows, each kind of it once: the first one as it is, how many there are, and which rows come
 * first. Memory grows with kinds, not with rows.
 */
export class Digest {
  private readonly kinds = new Map<string, Kind>();

  constructor(private readonly locale: Locale) {}

  /** `before`: what stands before what is said, such as that it is a warning. */
  add(row: string, faults: readonly Fault[], before = ""): void {
    const said = new Map<string, number>();
    for (const { where, message, kind } of faults) {
      // What is said of one place by one rule more than once is not the same.
      const times = (said.get(kind) ?? 0) + 1;
      said.set(kind, times);
      const key = `${before}${kind} ${times}`;
      const first = `${where}: ${before}${message}`;
      const known = this.kinds.get(key) ?? { first, count: 0, last: null, rows: [] };
      this.kinds.set(key, known);
      if (known.last === row) continue;
      known.last = row;
      known.count += 1;
      if (known.rows.length < SHOWN) known.rows.push(row);
    }
  }

  /** Each kind in the order in which it was met first. */
  lines(): string[] {
    return [...this.kinds.values()].flatMap(({ first, count, rows }) => {
      if (count === 1) return [first];
      const about = { count, rows: rows.join(", "), is: count > SHOWN ? "FIRST" : "ALL" } as const;
      return [first, `    ${inWords(say("importKind", about), this.locale)}`];
    });
  }
}
