import type { Scope } from "../domain/access.js";
import type { Connection, RowBound } from "../platform/database.js";
import type { Pool } from "../platform/pool.js";
import type { Session } from "../platform/session.js";
import type { Habits } from "./habits.js";
import { readingOn, type Reading } from "./reading.js";

/** A snapshot's options beside its scope. */
interface SnapshotOptions {
  /** Aborted when nobody waits any more: running statements are cancelled, and no more are sent. */
  readonly signal: AbortSignal;
  /** Counts the rows that statements return; throws once there are too many. */
  readonly bound?: RowBound;
  /** What is asked often enough to be looked ahead of. */
  readonly habits: Habits;
  /** Runs its own statements as soon as the transaction has begun. */
  readonly onBegun?: (connection: Connection) => void;
}

/**
 * Reads everything at one moment: every statement sees the same committed state (REPEATABLE READ). The transaction begins with
 * the first statement and ends with `close`.
 */
export class Snapshot {
  private opened: { readonly session: Session; readonly begun: Promise<void> } | null = null;
  private isClosed = false;
  readonly reading: Reading;

  constructor(
    private readonly pool: Pool,
    private readonly scope: Scope,
    private readonly options: SnapshotOptions,
  ) {
    this.reading = readingOn(
      {
        query: async <Row>(sql: string, parameters?: readonly unknown[]) => {
          const { session, begun } = this.open();
          // Pipelined after `begin`: one round trip.
          const [rows] = await Promise.all([session.query<Row>(sql, parameters, options.bound), begun]);
          return rows;
        },
        insert: () => Promise.reject(new Error("a snapshot is for reading")),
      },
      scope,
      options.habits,
    );
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const { opened } = this;
    this.opened = null;
    if (!opened) return;
    this.options.signal.removeEventListener("abort", this.stop);
    await opened.session.endReading();
    await opened.session.release();
  }

  private open(): { readonly session: Session; readonly begun: Promise<void> } {
    if (this.isClosed) throw new Error("the snapshot has ended");
    const { signal, onBegun } = this.options;
    signal.throwIfAborted();
    if (this.opened) return this.opened;
    const session = this.pool.session("READING");
    const begun = session.begin(this.scope, "isolation level repeatable read read only");
    begun.catch(() => undefined);
    this.opened = { session, begun };
    signal.addEventListener("abort", this.stop);
    onBegun?.(session);
    return this.opened;
  }

  private readonly stop = (): void => this.opened?.session.cancel(this.options.signal.reason as Error);
}
