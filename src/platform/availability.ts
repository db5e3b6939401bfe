import type { Client } from "pg";
import { Refusal } from "../domain/refusal.js";
import { say, type Saying } from "../domain/wording/wording.js";
import type { Logger } from "./logger.js";

/** What a session is used for: whoever waits is told other things of a reading than of an act, or of what is not known yet. */
export type Purpose = "READING" | "ACT" | "TOKEN";

/** Whole seconds after which what could not be done now is worth another try. */
const RETRY_AFTER = 5;
/** Milliseconds between looks whether the database is there again. */
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
 * The database cannot be reached, or broke off: UNAVAILABLE. Whether an act was kept is not known then; its key tells. The
 * cause has been logged by `Availability`: whoever meets this needs not log it again.
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

/** How pg's pool begins to say that all its sessions are taken for too long; the queue's library goes on. */
const POOL_TAKEN = "timeout exceeded when trying to connect";

/** The database has no place for a further session. */
export function isFull(error: unknown): boolean {
  return fieldOf(error, "code") === "53300";
}

/**
 * Whether an error means that the database is not there: no connection, one that broke or answers nothing, or one that
 * PostgreSQL ended itself (appendix A: classes 08, 53 and 57P; FATAL is the end of a session, whatever for).
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

/** What was waited for did not come in time, or PostgreSQL chose this one of two that waited for each other. */
const NOT_IN_TIME = ["55P03", "40P01", "40001"];
/** A statement that was ended: by its time, where we did not cancel it ourselves. */
const STOPPED = "57014";

/**
 * The one place that knows whether the database is there. It is told of every failure, logs once that the database went,
 * with the cause, or that it is silent, and once that it is back, and looks for it in between.
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

  /** Takes note of a failure that nobody asked for, such as a session that broke while it was idle; false: it is another. */
  notes(error: unknown): boolean {
    // Those who have a pool's sessions may wait for a database that is away.
    const isConsequence = this.wentAt !== null && fieldOf(error, "message").startsWith(POOL_TAKEN);
    if (!isAway(error) && !isConsequence) return false;
    if (this.wentAt !== null || this.isStopped) return true;
    this.logger.error({ err: error }, "the database went away; it is looked for until it is back");
    this.wait(false);
    return true;
  }

  /** Takes note that it has answered nothing for so long, though no session of ours broke yet. */
  notesSilence(milliseconds: number): void {
    if (this.wentAt !== null || this.isStopped) return;
    this.logger.error({ milliseconds }, "the database does not answer; it is asked until it does");
    this.wait(true);
  }

  /** What a failed statement's caller is told: a refusal where it is nobody's mistake, else the error as it is. */
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
