import type { Scope } from "../domain/access.js";
import type { FactKind } from "../domain/facts.js";
import type { Instant } from "../domain/instant.js";
import { journalBounds } from "../journal/journal.store.js";
import { positionBefore, type RecentFacts } from "../journal/recent-facts.store.js";
import { scopedConnection, type Connection, type RowBound } from "../platform/database.js";
import type { Pool } from "../platform/pool.js";
import type { Habits } from "./habits.js";
import { planOf, type Asked } from "./leads.js";
import { LookAhead } from "./look-ahead.js";
import { LEADS, loadersOf, storesOf, type Stores } from "./stores.js";

/** Reading through one scope: stores for lists, and loaders that batch lookups for a page. */
export interface Reading extends Stores, ReturnType<typeof loadersOf> {
  /** The feed position that this reading sees; where recent facts of these kinds are asked for and there are any, the one before them. */
  feedPosition(kinds: readonly FactKind[], recent: RecentFacts, now: Instant): Promise<number>;
  /** Asks a question of one statement, for one row or none, together with what the field's selection leads to from there. */
  lookingAhead<Row extends object>(asked: Asked, question: () => Promise<Row | null>): Promise<Row | null>;
}

/** Reads at one moment, on a connection whose statements all see the same. */
export function readingOn(connection: Connection, scope: Scope, habits: Habits): Reading {
  const lookAhead = new LookAhead(connection);
  const reading = readingEach(lookAhead, scope);
  const lookingAhead: Reading["lookingAhead"] = (asked, question) => {
    const { steps, shape } = planOf(LEADS, asked);
    const isHabit = steps.length > 0 && habits.isOne(shape, steps.length + 1);
    return isHabit ? lookAhead.askWith(steps, reading, question) : question();
  };
  return Object.assign(reading, { lookingAhead });
}

function readingEach(connection: Connection, scope: Scope): Reading {
  const stores = storesOf(connection, scope);
  return {
    ...stores,
    ...loadersOf(stores),
    feedPosition: async (kinds, recent, now) =>
      (await positionBefore(connection, scope, kinds, recent, now)) ?? (await journalBounds(connection)).head,
    lookingAhead: (_, question) => question(),
  };
}

/** A reading in which every statement sees the latest state: for frames of a feed. */
export function latestReading(pool: Pool, scope: Scope, bound?: RowBound): Reading {
  const connection = scopedConnection(pool, scope);
  const query: Connection["query"] = (sql, parameters) => connection.query(sql, parameters, bound);
  return readingEach({ ...connection, query }, scope);
}
