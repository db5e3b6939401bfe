import type { Client } from "pg";
import { Refusal } from "../domain/refusal.js";
import { say, type Saying } from "../domain/wording/wording.js";
import type { Logger } from "./logger.js";

/** What a session is used for, which decides how an error is worded: a query, an act, or checking a token. */
export type Purpose = "READING" | "ACT" | "TOKEN";

/** Whole seconds after which a failed attempt is worth repeating. */
const RETRY_AFTER = 5;
/** Milliseconds between checks whether the database is back. */
const LOOK = 250;

const UNAVAILABLE: Readonly<Record<Purpose, Saying>> = {
  READING: say("readingUnavailable", {}),
  ACT: say("actUnavailable", {}),
  TOKEN: say("tokenUnchecked", {}),
};
const BUSY: Readonly<Record<Purpose, Saying>> = {
  READING: say("readingHeldUp", {}),
  ACT: say("actHeldUp", {}),
  TOKEN: say("tokenUnchecked", {}),
};

/**
 * The database cannot be reached, or the connection broke: UNAVAILABLE. Whether an act was committed is then unknown; repeating
 * it under its key shows that. `Availability` has logged the cause, so callers need not log it again.
 */
export class DatabaseAway extends Refusal {
  constructor(purpose: Purpose, cause: unknown) {
    super("UNAVAILABLE", UNAVAILABLE[purpose], [], { retryAfterSeconds: RETRY_AFTER });
    this.cause = cause;
  }
}

/** System errors of a connection that cannot be made, or broke. */
const OF_CONNECTIONS = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
];

/** pg's own errors, which have no code. */
const OF_PG =
  /^(Query read timeout|timeout expired|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|Cannot use a pool after)/;

/** How the error of pg's pool begins when no session was free in time; the queue's library appends to it. */
const POOL_TAKEN = "timeout exceeded when trying to connect";

/** Whether the same transaction once more would probably succeed: another one went on in its place. */
export function isSacrificed(error: unknown): boolean {
  return error instanceof Refusal && SACRIFICED.includes(fieldOf(error.cause, "code"));
}

/** The database accepts no further connections. */
export function isFull(error: unknown): boolean {
  return fieldOf(error, "code") === "53300";
}

/**
 * Whether an error means that the database is unavailable: no connection, one that broke or does not answer, or one that
 * PostgreSQL ended (appendix A: classes 08, 53 and 57P; FATAL always ends the session).
 */
function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  const code = fieldOf(error, "code");
  return (
    fieldOf(error, "severity") === "FATAL" ||
    OF_CONNECTIONS.includes(code) ||
    /^(08|53|57P)/.test(code) ||
    OF_PG.test(fieldOf(error, "message"))
  );
}

function fieldOf(error: unknown, name: "code" | "severity" | "message"): string {
  const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === "string" ? value : "";
}

/** PostgreSQL resolved a deadlock or a conflict by failing this transaction. */
const SACRIFICED = ["40P01", "40001"];
/** A lock was not granted in time. */
const NOT_IN_TIME = ["55P03", ...SACRIFICED];
/** A statement that was cancelled: by its timeout, if we did not cancel it ourselves. */
const STOPPED = "57014";

/**
 * The only place that knows whether the database is available. It is notified of every failure; it logs an outage once, with its
 * cause or as silence, keeps checking for the database, and logs once that it is back.
 */
export class Availability {
  private wentAt: number | null = null;
  private isSilent = false;
  private next: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    private readonly connect: () => Client,
    private readonly logger: Logger,
  ) {}

  /** Records a failure outside any request, such as an idle session that broke; false if the database is not the cause. */
  notes(error: unknown): boolean {
    // While the database is away, a pool's sessions may all be taken by callers waiting for it; and what was under way when it
    // stood still runs into its timeout when it goes on.
    const isConsequence =
      this.wentAt !== null && (fieldOf(error, "message").startsWith(POOL_TAKEN) || fieldOf(error, "code") === STOPPED);
    if (!isAway(error) && !isConsequence) return false;
    if (this.wentAt !== null || this.isStopped) return true;
    this.logger.error({ err: error }, "the database went away; it is looked for until it is back");
    this.wait(false);
    return true;
  }

  /** Records that it has not answered for so long, although no session of ours has broken yet. */
  notesSilence(milliseconds: number): void {
    if (this.wentAt !== null || this.isStopped) return;
    this.logger.error({ milliseconds }, "the database does not answer; it is asked until it does");
    this.wait(true);
  }

  /** The error for a failed statement's caller: a refusal if nobody made a mistake, else the error as it is. */
  refusalFor(error: unknown, purpose: Purpose): unknown {
    if (error instanceof Refusal) return error;
    if (this.notes(error)) return new DatabaseAway(purpose, error);
    const code = fieldOf(error, "code");
    if (code === STOPPED && purpose === "READING") return new Refusal("QUERY_TOO_COSTLY", say("readingTooLong", {}));
    const isTaken = fieldOf(error, "message").startsWith(POOL_TAKEN);
    if (!isTaken && code !== STOPPED && !NOT_IN_TIME.includes(code)) return error;
    const refusal = new Refusal("BUSY", BUSY[purpose], [], { retryAfterSeconds: RETRY_AFTER });
    refusal.cause = error;
    return refusal;
  }

  stop(): void {
    this.isStopped = true;
    if (this.next) clearTimeout(this.next);
  }

  private wait(isSilent: boolean): void {
    this.wentAt = performance.now();
    this.isSilent = isSilent;
    this.lookLater();
  }

  private lookLater(): void {
    this.next = setTimeout(() => void this.look(), LOOK);
  }

  private async look(): Promise<void> {
    const client = this.connect();
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("select 1");
      this.isBack();
    } catch {
      if (!this.isStopped) this.lookLater();
    } finally {
      client.end().catch(() => undefined);
    }
  }

  private isBack(): void {
    const milliseconds = Math.round(performance.now() - (this.wentAt ?? 0));
    this.wentAt = null;
    this.logger.info({ milliseconds }, this.isSilent ? "the database answers again" : "the database is back");
  }
}
