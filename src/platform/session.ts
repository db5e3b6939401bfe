import { setTimeout } from "node:timers/promises";
import pg from "pg";
import type { DataSource, ObjectLiteral } from "typeorm";
import type { Scope } from "../domain/access.js";
import type { Availability, Purpose } from "./availability.js";
import { BoundedQuery, type RowBound } from "./bounded-query.js";
import { cancelRunning } from "./cancel-request.js";
import type { Connection } from "./database.js";
import { PreparedStatements } from "./prepared-statements.js";
import type { RightOfWay } from "./right-of-way.js";

/** Rows that are taken off the wire in one piece. */
const PIECE = 1_000;
const prepared = new PreparedStatements();

/** What is asked in one turn of the event loop goes out in one piece: each write of its own wakes PostgreSQL once. */
function inOnePiece({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Milliseconds for which a reading that is over stays open at the most. */
const LINGER = 2;
const BEGIN = "begin";
const ENDED = "the transaction has ended";

const lingering = new WeakMap<pg.PoolClient, NodeJS.Timeout>();

/** Whether a reading of this client is still to be ended; whoever asks has to end it. */
function hasLingered(client: pg.PoolClient): boolean {
  clearTimeout(lingering.get(client));
  return lingering.delete(client);
}

/** Milliseconds after which a statement that was to be stopped and still runs is stopped again. */
const AGAIN = 100;

/** What a session needs to know of the pool that it is out of. */
interface Home {
  readonly dataSource: DataSource;
  readonly availability: Availability;
  /** Milliseconds without any answer after which PostgreSQL is taken to be gone: more than it gives a statement. */
  readonly patience: number;
  readonly rightOfWay: RightOfWay | undefined;
}

/** One session, out of its pool for as long as one transaction lasts. Statements go out behind each other, without waiting. */
export class Session implements Connection {
  private readonly running = new Set<Promise<unknown>>();
  private readonly queries = new Set<{ drop(): void }>();
  /** What a statement fails with that comes too late; null while the transaction goes on. */
  private over: Error | null = null;
  /** What everything that still runs fails with. */
  private cancelled: Error | null = null;
  private cancelling: Promise<void> | null = null;
  /** Set where it cannot be told any more how the session stands: it serves nobody else. */
  private isSpoilt = false;
  private patience: NodeJS.Timeout | null = null;

  constructor(
    private readonly client: Promise<pg.PoolClient>,
    private readonly home: Home,
    private readonly purpose: Purpose,
  ) {
    // Whoever asks something of it is told.
    client.catch(() => undefined);
  }

  /**
   * Begins a transaction through one pair of eyes: row-level security holds every statement of it to them, whatever it asks
   * for. `mode` is what follows `begin`.
   */
  async begin(scope: Scope, mode: string): Promise<void> {
    const party = scope.sees === "EVERYTHING" ? "" : scope.sees === "SOC" ? scope.soc : scope.owner;
    const local = { "dabyl.sees": scope.sees, "dabyl.party": party };
    const settings = Object.entries(local).map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`);
    await this.send([`${BEGIN} ${mode}`, ...settings].join("; "));
  }

  query<Row>(sql: string, parameters: readonly unknown[] = [], bound?: RowBound): Promise<Row[]> {
    return this.send(sql, parameters, bound);
  }

  async insert<Row extends ObjectLiteral>(table: new () => Row, row: Row): Promise<void> {
    const { dataSource } = this.home;
    const { tablePath, columns } = dataSource.getMetadata(table);
    const names = columns.map((column) => `"${column.databaseName}"`).join(", ");
    const places = columns.map((_, index) => `$${index + 1}`).join(", ");
    const values = columns.map((column): unknown =>
      dataSource.driver.preparePersistentValue(column.getEntityValue(row), column),
    );
    await this.query(`insert into "${tablePath}" (${names}) values (${places})`, values);
  }

  /** Ends the transaction; a branch of it that outlives it finds it ended. */
  async commit(): Promise<void> {
    const committed = this.send("commit");
    this.end();
    await committed;
  }

  /** Undoes the transaction. Never fails: a session that cannot do it is not used again, and PostgreSQL undoes it then. */
  async rollback(): Promise<void> {
    this.end();
    try {
      await this.rowsOf(await this.client, new BoundedQuery({ text: "rollback" }));
    } catch {
      this.isSpoilt = true;
    }
  }

  /**
   * Ends a transaction that wrote nothing, without hurry: its `commit` goes out with whatever its session is asked next, and
   * costs no message of its own; else a moment later.
   */
  async endReading(): Promise<void> {
    // What nobody waits for any more would keep whoever has the session next.
    if (this.running.size > 0) this.cancel(new Error(ENDED));
    this.end();
    const client = await this.client.catch(() => null);
    await this.cancelling;
    if (!client || this.isSpoilt) return;
    const end = (): void => {
      if (hasLingered(client)) client.query("commit").catch(() => undefined);
    };
    lingering.set(client, globalThis.setTimeout(end, LINGER));
  }

  /** Stops what runs, and sends nothing more; all of it fails with `reason`. */
  cancel(reason: Error): void {
    this.cancelled ??= reason;
    this.over ??= reason;
    for (const query of this.queries) query.drop();
    this.cancelling ??= this.stopRunning();
  }

  /** Gives the session back, once what was cancelled has stopped; ends it where nobody else could use it. */
  async release(): Promise<void> {
    this.end();
    const client = await this.client.catch(() => null);
    // A cancellation that is under way would meet whoever has the session next.
    await this.cancelling;
    if (this.patience) clearTimeout(this.patience);
    client?.release(this.isSpoilt);
  }

  private end(): void {
    this.over ??= new Error(ENDED);
  }

  private async stopRunning(): Promise<void> {
    const client = await this.client.catch(() => null);
    if (!client) return;
    while (this.running.size > 0) {
      if (!(await cancelRunning(client))) {
        this.isSpoilt = true;
        return;
      }
      // It may have come between two statements, and stopped neither.
      await Promise.race([Promise.allSettled(this.running), setTimeout(AGAIN)]);
    }
  }

  private async send<Row>(sql: string, parameters?: readonly unknown[], bound?: RowBound): Promise<Row[]> {
    if (this.over) throw this.over;
    try {
      const client = await this.client;
      if (this.cancelled) throw this.cancelled;
      inOnePiece(client);
      const isBegin = sql.startsWith(BEGIN);
      // Between two transactions: neither of them is touched by what is forgotten there.
      if (isBegin) sql = [...prepared.stale(client), sql].join("; ");
      if (hasLingered(client)) {
        if (isBegin) sql = `commit; ${sql}`;
        else client.query("commit").catch(() => undefined);
      }
      const config = parameters ? { name: prepared.nameOf(sql), text: sql, values: parameters } : { text: sql };
      const query = new BoundedQuery<Row>(config as pg.QueryConfig, this.paced(client, bound), (excess) =>
        this.cancel(excess),
      );
      const rows = await this.rowsOf(client, query);
      // What is made of so many is a piece by itself.
      if (rows.length > PIECE) await this.home.rightOfWay?.give();
      return rows;
    } catch (error) {
      if (this.cancelled) throw this.cancelled;
      throw this.home.availability.refusalFor(error, this.purpose);
    }
  }

  private async rowsOf<Row>(client: pg.PoolClient, query: BoundedQuery<Row>): Promise<Row[]> {
    const { kept } = query;
    this.queries.add(query);
    this.running.add(kept);
    this.patience ??= globalThis.setTimeout(() => this.doubt(client), this.home.patience);
    this.patience.refresh();
    client.query(query);
    try {
      return await kept;
    } finally {
      client.connection.stream.resume();
      this.queries.delete(query);
      this.running.delete(kept);
      this.patience.refresh();
    }
  }

  /** Between two pieces nothing is read from the session, and in the end PostgreSQL waits too. */
  private paced(client: pg.PoolClient, bound: RowBound | undefined): RowBound | undefined {
    const { rightOfWay } = this.home;
    if (!rightOfWay) return bound;
    const { stream } = client.connection;
    const giveWay = async (): Promise<void> => {
      stream.pause();
      await rightOfWay.give();
      if (this.running.size > 0) this.patience?.refresh();
      stream.resume();
    };
    let rows = 0;
    return {
      row: (bytes) => {
        bound?.row(bytes);
        rows += 1;
        if (rows % PIECE === 0) void giveWay();
      },
    };
  }

  /** Nothing has been answered for long; what lies in the socket, because this process was busy, is read first. */
  private doubt(client: pg.PoolClient): void {
    const waiting = [...this.running];
    setImmediate(() =>
      setImmediate(() => {
        if (waiting.length === 0 || !waiting.every((one) => this.running.has(one))) return;
        this.isSpoilt = true;
        client.connection.stream.destroy(Object.assign(new Error("PostgreSQL answers nothing"), { code: "ETIMEDOUT" }));
      }),
    );
  }
}
