import { PgBoss } from "pg-boss";
import type { Availability } from "./availability.js";
import type { Connection } from "./database.js";
import type { Logger } from "./logger.js";
import { leftJobs, putOff, regroup, SCHEMA } from "./pg-boss-rows.js";
import { SCOPE_ROLES, GATEWAY } from "./roles.js";

/** The only queue. */
const DELIVERIES = "deliveries";

const ROLES = [GATEWAY, ...Object.values(SCOPE_ROLES)].join(", ");
/** The privileges that the gateway's roles need: on the queue's rows, not on its tables. Acts put jobs under their scope's role. */
const RIGHTS = `
grant usage on schema ${SCHEMA} to ${ROLES};
grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${ROLES};
grant usage on all sequences in schema ${SCHEMA} to ${ROLES};
grant execute on all functions in schema ${SCHEMA} to ${ROLES};
`;

/** Creates or migrates the queue's tables, as their owner. */
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

/** How jobs are retried; seconds. */
export interface QueueSettings {
  /** Before the second attempt, unless the work itself says otherwise; doubles each time. */
  readonly retryDelay: number;
  /** A job that has run this long is taken to be lost with its gateway, and is retried. */
  readonly expiry: number;
  /** A receiver that kept a worker this long is slow; milliseconds. */
  readonly slow: number;
}

/** The longest wait between attempts, unless the work itself says otherwise; seconds. */
const LONGEST_WAIT = 600;
/** Attempts after which the library gives a job up: far more than the work itself makes before giving up. */
const TRIES = 1_000;

/** Deliveries in progress at once in one gateway; and per group, over all gateways: a slow receiver keeps one worker. */
const WORKERS = 8;
const OF_GROUP = 1;
/** All slow receivers share so many workers: a hosting provider that is down takes many at once, and the rest are for others. */
const SLOW_WORKERS = WORKERS / 2;
/** Milliseconds between looks for retries that are due and jobs of a gateway that is gone, for all workers together. */
const BACKSTOP = 2_000;
/** Seconds between the library's own rounds: an idle worker's fetch, and what it tidies up. Nothing waits for them. */
const ROUND = 300;
/** Seconds that it lets pass at least before it looks for lost jobs again. */
const LOST_AGAIN = 5;

/**
 * Milliseconds that the library's own sessions give PostgreSQL for a connection, and for an answer: more for the former, since it
 * also covers waiting for its one session.
 */
const PATIENCE = { connectionTimeoutMillis: 30_000, query_timeout: 25_000, keepAlive: true };
/** Milliseconds for one of its statements, enforced by PostgreSQL. */
const STATEMENT = 20_000;

/** The priority of urgent jobs; others have 0. */
const URGENT = 1;

/** What became of a job. */
export interface Worked {
  /** Seconds until the next attempt; null: none. */
  readonly nextIn: number | null;
  /** Milliseconds that the receiver was waited for; null: it was not called. */
  readonly called: number | null;
}

/** Makes the library retry a job. */
class TryAgain extends Error {
  constructor() {
    super("it is tried again");
  }
}

/** What is kept with a job. */
interface JobData {
  readonly id: string;
  readonly receiver: string;
}

/** A job before it is queued. */
interface QueuedWork {
  readonly id: string;
  /** Jobs of one receiver run one after the other. */
  readonly receiver: string;
  /** Urgent jobs are taken first. */
  readonly isUrgent: boolean;
}

/** The durable queue of deliveries: filled inside a transaction, processed by every gateway on the database. */
export class Queue {
  private readonly boss: PgBoss;
  private readonly onFailure: (failure: unknown) => void;
  /** Workers without a job, the one that was woken last at the end. */
  private readonly idle: string[] = [];
  private isStarted = false;
  private backstop: NodeJS.Timeout | null = null;
  /** Receivers whose last job was slow. */
  private readonly slow = new Set<string>();
  /** Groups that a worker of this gateway is at. */
  private readonly underWay = new Set<string>();

  constructor(
    databaseUrl: string,
    private readonly settings: QueueSettings,
    availability: Availability,
    logger: Logger,
  ) {
    this.boss = new PgBoss({
      connectionString: databaseUrl,
      schema: SCHEMA,
      // Its statements are short: behind each other they wait less than another session costs.
      max: 1,
      application_name: "dabyl queue",
      options: `-c role=${GATEWAY} -c TimeZone=UTC -c statement_timeout=${STATEMENT}`,
      ...PATIENCE,
      migrate: false,
      createSchema: false,
      schedule: false,
      // Nobody reads its record of instances, which wakes the process fifty times a second.
      registerInstance: false,
      superviseIntervalSeconds: ROUND,
      flowIntervalSeconds: ROUND,
      monitorIntervalSeconds: LOST_AGAIN,
    });
    this.onFailure = (failure) => {
      const error = asError(failure);
      if (!availability.notes(error)) logger.warn({ err: error }, "the queue of deliveries failed; it is tried again");
    };
    this.boss.on("error", this.onFailure);
  }

  /** Starts processing; `work` gets a job's id. If it throws, the job is tried again after the queue's own delay. */
  async start(work: (id: string) => Promise<Worked>): Promise<void> {
    await this.boss.start();
    this.isStarted = true;
    for (let place = 0; place < WORKERS; place += 1) {
      const worker = await this.boss.work<JobData>(
        DELIVERIES,
        { pollingIntervalSeconds: ROUND, groupConcurrency: OF_GROUP },
        async (jobs) => {
          // There may be more: the worker fetches again as soon as this job has ended.
          this.boss.notifyWorker(worker);
          this.idle.splice(this.idle.indexOf(worker), 1);
          try {
            for (const job of jobs) await this.workOn(job, work);
          } finally {
            this.idle.push(worker);
          }
        },
      );
      this.idle.push(worker);
    }
    this.lookLater();
  }

  private lookLater(): void {
    this.backstop = setTimeout(() => void this.look(), BACKSTOP);
  }

  private async look(): Promise<void> {
    try {
      const { due, hasLost } = await leftJobs(this.boss, DELIVERIES, WORKERS);
      this.wake(due);
      // Puts them back; they are due at the next look, or later.
      if (hasLost) await this.boss.supervise(DELIVERIES);
    } catch (error) {
      if (this.backstop) this.onFailure(error);
    }
    if (this.backstop) this.lookLater();
  }

  private async workOn(
    job: { readonly id: string; readonly data: JobData },
    work: (id: string) => Promise<Worked>,
  ): Promise<void> {
    const { id, receiver } = job.data;
    const group = this.groupOf(receiver);
    // Two workers that fetch at the same moment may get one of the same group each: of a slow one that would be too many.
    if (this.slow.has(receiver) && this.underWay.has(group)) return this.again(job, { nextIn: 1, called: null });
    this.underWay.add(group);
    try {
      const worked = await work(id).catch(() => ({ nextIn: this.settings.retryDelay, called: null }));
      if (worked.called !== null) await this.notePace(receiver, worked.called);
      if (worked.nextIn !== null) await this.again(job, worked);
    } finally {
      this.underWay.delete(group);
    }
  }

  /** What was tried before comes after what was not. */
  private async again(job: { readonly id: string; readonly data: JobData }, { nextIn }: Worked): Promise<never> {
    const later = { seconds: nextIn ?? 0, group: this.groupOf(job.data.receiver), steps: URGENT + 1 };
    await putOff(this.boss, { queue: DELIVERIES, id: job.id }, later);
    throw new TryAgain();
  }

  /** Remembers whether a receiver is slow; what waits for it goes to where it belongs then. */
  private async notePace(receiver: string, called: number): Promise<void> {
    const isSlow = called >= this.settings.slow;
    if (isSlow === this.slow.has(receiver)) return;
    if (isSlow) this.slow.add(receiver);
    else this.slow.delete(receiver);
    await regroup(this.boss, DELIVERIES, receiver, this.groupOf(receiver));
  }

  private groupOf(receiver: string): string {
    // Any receiver's name ends with a hexadecimal digit.
    return this.slow.has(receiver) ? `slow ${Number.parseInt(receiver.slice(-1), 16) % SLOW_WORKERS}` : receiver;
  }

  /** Queues jobs within the transaction of `connection`. */
  async put(connection: Connection, work: readonly QueuedWork[]): Promise<void> {
    if (!this.isStarted) throw new Error("the queue has not been started");
    const { retryDelay, expiry } = this.settings;
    const jobs = work.map(({ id, receiver, isUrgent }) => ({
      data: { id, receiver } satisfies JobData,
      priority: isUrgent ? URGENT : 0,
      group: { id: this.groupOf(receiver) },
      retryLimit: TRIES,
      retryDelay,
      retryBackoff: true,
      retryDelayMax: LONGEST_WAIT,
      expireInSeconds: expiry,
    }));
    const executeSql = async (text: string, values?: unknown[]) => ({ rows: await connection.query(text, values) });
    await this.boss.insert(DELIVERIES, jobs, { db: { executeSql } });
  }

  /** Has as many idle workers fetch as there are new jobs; call it after their transaction. Busy ones fetch when they have ended. */
  wake(jobs: number): void {
    const woken = this.idle.splice(0, jobs);
    this.idle.push(...woken);
    for (const worker of woken) this.boss.notifyWorker(worker);
  }

  /** Jobs in progress get a moment to finish; the next gateway to start processes the rest. */
  async stop(): Promise<void> {
    if (this.backstop) clearTimeout(this.backstop);
    this.backstop = null;
    if (this.isStarted) await this.boss.stop({ graceful: true, timeout: 5_000 });
  }
}

/** The library reports some failures as plain objects with an error's fields. */
function asError(failure: unknown): Error {
  if (failure instanceof Error) return failure;
  const fields = typeof failure === "object" && failure !== null ? failure : {};
  return Object.assign(new Error("message" in fields ? String(fields.message) : String(failure)), fields);
}
