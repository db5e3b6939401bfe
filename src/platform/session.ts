import { setTimeout } from "node:timers/promises";
import pg from "pg";
import type { DataSource, ObjectLiteral } from "typeorm";
import type { Scope } from "../domain/access.js";
import type { Availability, Purpose } from "./availability.js";
import { BoundedQuery, type RowBound } from "./bounded-query.js";
import { cancelRunning } from "./cancel-request.js";
import type { Connection } from "./database.js";
import { inOnePiece } from "./one-piece-socket.js";
import { PLANNED_EACH_TIME, PreparedStatements } from "./prepared-statements.js";
import type { RightOfWay } from "./right-of-way.js";
import { SCOPE_ROLES, GATEWAY } from "./roles.js";
import { insertOf } from "./typeorm.js";

/** Rows that are processed in one piece. */
const PIECE = 1_000;
const prepared = new PreparedStatements();

/** The longest that a finished reading stays open, in milliseconds. */
const LINGER = 2;
const BEGIN = "begin";
const ENDED = "the transaction has ended";

const lingering = new WeakMap<pg.PoolClient, NodeJS.Timeout>();

/** Whether a finished reading of this client is still open; the caller then has to end it. */
function hasLingered(client: pg.PoolClient): boolean {
  clearTimeout(lingering.get(client));
  return lingering.delete(client);
}

/** Milliseconds after which a cancelled statement that still runs is cancelled again. */
const AGAIN = 100;

/** What a session needs from the pool that it was taken from. */
interface Home {
  /** What knows the row classes; null if the pool writes none. */
  readonly rows: DataSource | null;
  readonly availability: Availability;
  /** Milliseconds without any answer after which PostgreSQL is considered gone: longer than a statement may take. */
  readonly patience: number;
  readonly rightOfWay: RightOfWay | undefined;
}

/** A session, taken from its pool for one transaction. Statements are pipelined. */
export class Session implements Connection {
  private readonly running = new Set<Promise<unknown>>();
  private readonly queries = new Set<{ drop(): void }>();
  /** Set once the transaction has ended: nothing more is sent. */
  private isOver = false;
  /** The error for everything that still runs. */
  private cancelled: Error | null = null;
  private cancelling: Promise<void> | null = null;
  /** Set once the state of the session is unknown: it is not used again. */
  private isSpoilt = false;
  private patience: NodeJS.Timeout | null = null;
  /** The role of the statements that are sent next. */
  private role = GATEWAY;
  private hasPart = false;

  constructor(
    private readonly client: Promise<pg.PoolClient>,
    private readonly home: Home,
    private readonly purpose: Purpose,
  ) {
    // Whoever uses the session gets the error.
    client.catch(() => undefined);
  }

  /**
   * Begins a transaction with a scope: row-level security limits every statement to it, whatever it asks for. The role has the
   * policies; the settings tell them, and the functions of the schema, whose scope it is. `mode` is what follows `begin`.
   */
  async begin(scope: Scope, mode: string): Promise<void> {
    await this.send([`${BEGIN} ${mode}`, ...this.within(scope)].join("; "));
  }

  /** Begins a part of the transaction with a scope of its own, which can be undone by itself; the part before it is kept. */
  async beginPart(scope: Scope): Promise<void> {
    const before = this.hasPart ? ["release savepoint part"] : [];
    this.hasPart = true;
    await this.send([...before, "savepoint part", ...this.within(scope)].join("; "));
  }

  /** Undoes the part that was begun last. */
  async undoPart(): Promise<void> {
    await this.send("rollback to savepoint part");
  }

  /** Statements that set a scope for the rest of the transaction. */
  private within(scope: Scope): string[] {
    const party = scope.sees === "EVERYTHING" ? "" : scope.sees === "SOC" ? scope.soc : scope.owner;
    this.role = SCOPE_ROLES[scope.sees];
    const local = { role: this.role, "dabyl.sees": scope.sees, "dabyl.party": party };
    return Object.entries(local).map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`);
  }

  /** From the next statement on, row-level security lets through everything: for what the gateway itself does. */
  async widen(): Promise<void> {
    this.role = SCOPE_ROLES.EVERYTHING;
    await this.send(`set local role = ${this.role}; set local dabyl.sees = 'EVERYTHING'`);
  }

  query<Row>(sql: string, parameters: readonly unknown[] = [], bound?: RowBound): Promise<Row[]> {
    return this.send(sql, parameters, bound);
  }

  async insert<Row extends ObjectLiteral>(table: new () => Row, row: Row): Promise<void> {
    if (!this.home.rows) throw new Error("this pool writes no rows");
    const { sql, parameters } = insertOf(this.home.rows, table, row);
    await this.query(sql, parameters);
  }

  /** Ends the transaction; statements of a branch that outlives it fail. */
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
   * Ends a read-only transaction lazily: its `commit` goes out with the session's next statement, at no cost of its own, or else
   * a moment later.
   */
  async endReading(): Promise<void> {
    // Statements that nobody waits for any more would delay the session's next user.
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

  /** Cancels what is running and sends nothing more; all of it fails with `reason`. */
  cancel(reason: Error): void {
    this.cancelled ??= reason;
    this.isOver = true;
    for (const query of this.queries) query.drop();
    this.cancelling ??= this.stopRunning();
  }

  /** Returns the session once what was cancelled has stopped; closes it if nobody else could use it. */
  async release(): Promise<void> {
    this.end();
    const client = await this.client.catch(() => null);
    // A cancellation in progress would hit the session's next user.
    await this.cancelling;
    if (this.patience) clearTimeout(this.patience);
    client?.release(this.isSpoilt);
  }

  private end(): void {
    this.isOver = true;
  }

  private async stopRunning(): Promise<void> {
    const client = await this.client.catch(() => null);
    if (!client) return;
    while (this.running.size > 0) {
      if (!(await cancelRunning(client))) {
        this.isSpoilt = true;
        return;
      }
      // The cancellation may have arrived between two statements and stopped neither.
      await Promise.race([Promise.allSettled(this.running), setTimeout(AGAIN)]);
    }
  }

  private async send<Row>(sql: string, parameters?: readonly unknown[], bound?: RowBound): Promise<Row[]> {
    // Made here and not in `end`, which every transaction comes to.
    if (this.isOver) throw this.cancelled ?? new Error(ENDED);
    // What is sent meanwhile may change it.
    const { role } = this;
    try {
      const client = await this.client;
      if (this.cancelled) throw this.cancelled;
      inOnePiece(client);
      const isBegin = sql.startsWith(BEGIN);
      const stale = isBegin ? prepared.stale(client) : [];
      if (hasLingered(client)) {
        if (isBegin && stale.length === 0) sql = `commit; ${sql}`;
        else client.query("commit").catch(() => undefined);
      }
      // Between two transactions, and by itself: it takes a snapshot, after which no isolation level can be set.
      if (stale.length > 0) client.query(stale.join("; ")).catch(() => undefined);
      const name = parameters && !sql.startsWith(PLANNED_EACH_TIME) ? { name: prepared.nameOf(sql, role) } : {};
      const asked = parameters ? { ...name, text: sql, values: parameters } : { text: sql };
      const query = new BoundedQuery<Row>(asked, this.paced(client, bound), (excess) => this.cancel(excess));
      const rows = await this.rowsOf(client, query);
      // Processing this many rows is a piece of its own.
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

  /** Between two pieces nothing is read from the session, so that eventually PostgreSQL waits too. */
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

  /** Nothing has been answered for long. First reads what is already in the socket, because this process may have been busy. */
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
