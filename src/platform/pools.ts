import type { Availability } from "./availability.js";
import type { DatabaseSettings } from "./config.js";
import { Pool, type PoolOptions } from "./pool.js";
import type { RightOfWay } from "./right-of-way.js";

/** Sessions of the journal's pool: the sequencer's and the tail's. */
const JOURNAL_SESSIONS = 2;
/** Sessions of the frames of feeds. */
export const FEED_SESSIONS = 4;
/** Sessions for what must never wait for a caller's query. */
export const VITAL_SESSIONS = 3;

/** The sessions with PostgreSQL, by purpose: waiting for one pool never delays users of another. */
export type Pools = Readonly<Record<"acts" | "readings" | "journal" | "feeds" | "vital", Pool>>;

/**
 * Opens the pools. `acts` are for mutations and the queries that answer them, for announcements and for deliveries, and write the
 * row classes `rows`; `readings` for queries; `journal` for sequencer and tail; `feeds` for their frames; `vital` for
 * authentication, readiness and the comparison of clocks.
 */
export async function openPools(
  databaseUrl: string,
  settings: DatabaseSettings,
  availability: Availability,
  rightOfWay: RightOfWay,
  rows: (new () => object)[],
): Promise<Pools> {
  const { connectTimeout: connect, lockTimeout: lock, actTimeout, readingTimeout: statement } = settings;
  const open = (options: PoolOptions) => Pool.open(databaseUrl, availability, options);
  const settingsOfActs = { size: settings.acts, connect, lock, statement: actTimeout };
  const acts = await Pool.openForRows(databaseUrl, availability, settingsOfActs, rows);
  const feeds = open({ size: FEED_SESSIONS, connect, lock, statement, rightOfWay });
  // The first subscriptions would each wait for a session of their own, and overtake each other.
  await feeds.warm();
  return {
    acts,
    readings: open({ size: settings.readings, connect, lock, statement, rightOfWay }),
    journal: open({ size: JOURNAL_SESSIONS, connect, lock, statement }),
    feeds,
    vital: open({ size: VITAL_SESSIONS, connect, lock, statement, rightOfWay }),
  };
}
