import pg from "pg";
import { setTimeout } from "node:timers/promises";
import { DataSource } from "typeorm";
import { isFull, type Availability, type Purpose } from "./availability.js";
import { OnePieceSocket } from "./one-piece-socket.js";
import type { RightOfWay } from "./right-of-way.js";
import { GATEWAY } from "./roles.js";
import { Session } from "./session.js";
import { poolOf } from "./typeorm.js";

/** What PostgreSQL calls the sessions (`application_name`). */
const NAME = "dabyl gateway";

/** The role that every session begins as, whichever role logged in. */
export const GATEWAY_ROLE = `-c role=${GATEWAY} -c TimeZone=UTC`;

/** Milliseconds of silence before a connection is probed (TCP keep-alive). */
export const KEEP_ALIVE = 10_000;
/** Milliseconds that a transaction may idle, so that a gateway that hangs gives its locks back. */
const IDLE_IN_TRANSACTION = 60_000;
/** Milliseconds beyond a statement's timeout in which PostgreSQL has to report the cancellation. */
const GRACE = 5_000;
/** Milliseconds before another attempt to get a session while other clients have them all. */
const PAUSE = 50;
/** Idle sessions that a pool keeps, so that clients that take all the others do not shut it out. */
const KEPT = 2;
/** Milliseconds for which it keeps the others: to begin one and to plan its statements anew costs some 50 ms of processor time. */
const IDLE = 60_000;

/** How many sessions, and their timeouts in milliseconds. */
export interface PoolOptions {
  readonly size: number;
  /** For a connection, and for a session while all of the pool are taken. */
  readonly connect: number;
  /** For a statement, enforced by PostgreSQL. */
  readonly statement: number;
  /** For a lock that another session holds. */
  readonly lock: number;
  /** Set if its statements return many rows to callers that can wait. */
  readonly rightOfWay?: RightOfWay;
}

/** Sessions of the gateway for one purpose: users of one pool never wait for those of another. */
export class Pool {
  readonly patience: number;
  readonly rightOfWay: RightOfWay | undefined;

  private constructor(
    private readonly sessions: pg.Pool,
    /** What knows the row classes; null if none is written. */
    readonly rows: DataSource | null,
    readonly availability: Availability,
    private readonly options: PoolOptions,
  ) {
    this.patience = options.statement + GRACE;
    this.rightOfWay = options.rightOfWay;
  }

  /** Its sessions begin when they are needed. */
  static open(url: string, availability: Availability, options: PoolOptions): Pool {
    const sessions = new pg.Pool({
      connectionString: url,
      application_name: NAME,
      max: options.size,
      connectionTimeoutMillis: options.connect,
      ...settingsOf(availability, options),
    });
    sessions.on("error", (error) => void availability.notes(error));
    return new Pool(sessions, null, availability, options);
  }

  /** A pool that also inserts rows of these classes. Rejects where PostgreSQL cannot be reached. */
  static async openForRows(
    url: string,
    availability: Availability,
    options: PoolOptions,
    entities: (new () => object)[],
  ): Promise<Pool> {
    const rows = new DataSource({
      type: "postgres",
      url,
      applicationName: NAME,
      poolSize: options.size,
      poolErrorHandler: (error: unknown) => void availability.notes(error),
      connectTimeoutMS: options.connect,
      entities,
      installExtensions: false,
      parseInt8: false,
      extra: settingsOf(availability, options),
    });
    await rows.initialize();
    return new Pool(poolOf(rows), rows, availability, options);
  }

  /** Begins a session, which stays for whoever comes first. */
  async warm(): Promise<void> {
    (await this.take()).release();
  }

  /** A session for one transaction; the caller must `release` it. */
  session(purpose: Purpose): Session {
    return new Session(this.take(), this, purpose);
  }

  /** Current use: sessions in use, idle sessions, and callers waiting for one. */
  get use(): { readonly busy: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.sessions;
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  async destroy(): Promise<void> {
    await (this.rows ? this.rows.destroy() : this.sessions.end());
  }

  private async take(): Promise<pg.PoolClient> {
    const givesUpAt = performance.now() + this.options.connect;
    for (;;) {
      try {
        return await this.sessions.connect();
      } catch (error) {
        // Other clients have all of PostgreSQL's connections: one of ours may be released, or one of theirs closed.
        if (!isFull(error) || performance.now() > givesUpAt) throw error;
        await setTimeout(PAUSE);
      }
    }
  }
}

/** What all sessions have in common, as pg takes it. */
function settingsOf(availability: Availability, { size, statement, lock }: PoolOptions) {
  const times = {
    statement_timeout: statement,
    lock_timeout: lock,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    plan_cache_mode: "force_generic_plan",
    // It would compile a statement of many parts at each execution, in more time than any of ours takes.
    jit: "off",
  };
  return {
    options: [GATEWAY_ROLE, ...Object.entries(times).map(([name, value]) => `-c ${name}=${value}`)].join(" "),
    pipeline: true,
    min: Math.min(KEPT, size),
    idleTimeoutMillis: IDLE,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE,
    stream: () => new OnePieceSocket(),
    // Between the pool's listener and the session's, a client briefly has none; if it broke then, it would end the process.
    onConnect: (client: pg.ClientBase) => void client.on("error", (error) => void availability.notes(error)),
  };
}
