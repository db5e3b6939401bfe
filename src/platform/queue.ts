import { PgBoss } from "pg-boss";
import packageOfQueue from "pg-boss/package.json" with { type: "json" };
import type { Availability } from "./availability.js";
import type { Connection } from "./database.js";
import type { Logger } from "./logger.js";

/** The schema that the queue's tables are in, and the one queue. */
const SCHEMA = "queue";
const DELIVERIES = "deliveries";

/** The version of the queue's tables that its library works with. */
export const QUEUE_VERSION = packageOfQueue.pgboss.schema;

/** What the gateway's role needs of the queue: its rows, not its tables. */
const RIGHTS = `
grant usage on schema ${SCHEMA} to dabyl_gateway;
grant select, insert, update, delete on all tables in schema ${SCHEMA} to dabyl_gateway;
grant usage on all sequences in schema ${SCHEMA} to dabyl_gateway;
grant execute on all functions in schema ${SCHEMA} to dabyl_gateway;
`;

/** Makes the queue's tables, or brings them up to date, as their owner. */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    await boss.createQueue(DELIVERIES);
    await boss.getDb().executeSql(RIGHTS);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** How long a job is tried; seconds. */
export interface QueueSettings {
  /** Before the second try where the work itself says nothing; doubles each time. */
  readonly retryDelay: number;
  /** After so long without an end a job is taken to be lost with its gateway, and is tried again. */
  readonly expiry: number;
}

/** Where the work itself says nothing, retries wait at most so long; seconds. */
const LONGEST_WAIT = 600;
/** The library gives a job up after so many tries: far beyond any number at which the work itself puts it aside. */
const TRIES = 1_000;

/** Deliveries under way at once in one gateway; and of one group, on all gateways: one that is slow keeps one worker. */
const WORKERS = 8;
const OF_GROUP = 1;
/** Seconds between looks of an idle worker: covers tries that have waited, and jobs of a gateway that is gone. */
const BACKSTOP = 4;

/**
 * Milliseconds that the library's own sessions give PostgreSQL for a connection, and for an answer: more for the former, since
 * it is also the wait for one of two sessions.
 */
const PATIENCE = { connectionTimeoutMillis: 30_000, query_timeout: 25_000, keepAlive: true };
/** Milliseconds for one of its statements, as PostgreSQL counts them. */
const STATEMENT = 20_000;

/** Thrown by work that is to be tried again, in so many seconds; null: as the queue itself has it. */
export class TryAgain extends Error {
  constructor(readonly inSeconds: number | null) {
    super("it is tried again");
  }
}

/** The library waits by a job's own settings. */
const WAIT = `update ${SCHEMA}.job set retry_delay = $3, retry_backoff = false where name = $1 and id = $2`;

/** A job before it is queued. */
interface QueuedWork {
  readonly id: string;
  readonly group: string;
  /** Taken before what is not. */
  readonly isUrgent: boolean;
}

/** The durable queue of deliveries: filled inside a transaction, worked by every gateway on the database. */
export class Queue {
  private readonly boss: PgBoss;
  private readonly workers: string[] = [];
  private isStarted = false;

  constructor(
    databaseUrl: string,
    private readonly settings: QueueSettings,
    availability: Availability,
    logger: Logger,
  ) {
    this.boss = new PgBoss({
      connectionString: databaseUrl,
      schema: SCHEMA,
      max: 2,
      application_name: "dabyl queue",
      options: `-c role=dabyl_gateway -c TimeZone=UTC -c statement_timeout=${STATEMENT}`,
      ...PATIENCE,
      migrate: false,
      createSchema: false,
      schedule: false,
      // Its record of instances is read by nobody here, and wakes the process fifty times a second.
      registerInstance: false,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
    });
    this.boss.on("error", (failure) => {
      const error = asError(failure);
      if (!availability.notes(error)) logger.warn({ err: error }, "the queue of deliveries failed; it is tried again");
    });
  }

  /** Begins to work; `work` gets a job's id and throws TryAgain for another try. */
  async start(work: (id: string) => Promise<void>): Promise<void> {
    await this.boss.start();
    this.isStarted = true;
    for (let place = 0; place < WORKERS; place += 1) {
      const worker = await this.boss.work<{ id: string }>(
        DELIVERIES,
        { pollingIntervalSeconds: BACKSTOP, groupConcurrency: OF_GROUP },
        async (jobs) => {
          // There may be more: the worker looks again as soon as this one has ended.
          this.boss.notifyWorker(worker);
          for (const job of jobs) await this.workOn(job.id, () => work(job.data.id));
        },
      );
      this.workers.push(worker);
    }
  }

  private async workOn(jobId: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { retryDelay } = this.settings;
      if (error instanceof TryAgain)
        await this.boss.getDb().executeSql(WAIT, [DELIVERIES, jobId, error.inSeconds ?? retryDelay]);
      throw error;
    }
  }

  /** Puts jobs on the queue within the transaction of `connection`. Of one group they are worked one after the other. */
  async put(connection: Connection, work: readonly QueuedWork[]): Promise<void> {
    if (!this.isStarted) throw new Error("the queue has not been started");
    const { retryDelay, expiry } = this.settings;
    const jobs = work.map(({ id, group, isUrgent }) => ({
      data: { id },
      priority: isUrgent ? 1 : 0,
      group: { id: group },
      retryLimit: TRIES,
      retryDelay,
      retryBackoff: true,
      retryDelayMax: LONGEST_WAIT,
      expireInSeconds: expiry,
    }));
    const executeSql = async (text: string, values?: unknown[]) => ({ rows: await connection.query(text, values) });
    await this.boss.insert(DELIVERIES, jobs, { db: { executeSql } });
  }

  /** Works at once on what was put on the queue; call it once that transaction has ended. */
  wake(): void {
    const [next] = this.workers.splice(0, 1);
    if (next === undefined) return;
    this.workers.push(next);
    this.boss.notifyWorker(next);
  }

  /** What is under way is given a moment to end; the rest is worked by whoever starts next. */
  async stop(): Promise<void> {
    if (this.isStarted) await this.boss.stop({ graceful: true, timeout: 5_000 });
  }
}

/** The library tells some failures as plain objects with an error's fields. */
function asError(failure: unknown): Error {
  if (failure instanceof Error) return failure;
  const fields = typeof failure === "object" && failure !== null ? failure : {};
  return Object.assign(new Error("message" in fields ? String(fields.message) : String(failure)), fields);
}
