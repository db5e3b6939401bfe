import { authorize } from "../access/authorize.js";
import type { Confirmations } from "../access/confirmations.js";
import type { Presumptions } from "../access/presumptions.js";
import type { Session } from "../access/session.js";
import { scopeOf, type Action } from "../domain/access.js";
import type { Instant } from "../domain/instant.js";
import type { Limits } from "../domain/limits.js";
import type { Actor } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import type { Way } from "../domain/wording/reader.js";
import { say, type Locale } from "../domain/wording/wording.js";
import type { Origin } from "../journal/journal.store.js";
import type { LiveFeed } from "../journal/live-feed.js";
import type { Tail } from "../journal/tail.js";
import type { ActsUnderWay } from "../platform/acts-under-way.js";
import type { Purpose } from "../platform/availability.js";
import type { Clock } from "../platform/clock.js";
import { directConnection, type Connection } from "../platform/database.js";
import type { Logger } from "../platform/logger.js";
import { Meter, type AnswerLimits } from "../platform/meter.js";
import type { Pools } from "../platform/pools.js";
import type { RightOfWay } from "../platform/right-of-way.js";
import type { FeedTurns } from "./feed-turns.js";
import type { Habits } from "./habits.js";
import type { Reading } from "./reading.js";
import { Snapshot } from "./snapshot.js";
import type { ActInOrder, SharedActs } from "./shared-acts.js";
import type { SharedReading, SharedReadings } from "./shared-readings.js";

/** Values of an answer that are produced without giving way to others. */
const PIECE = 1_000;

/** What all requests of a gateway share. */
export interface Gateway {
  readonly pools: Pools;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly tail: Tail;
  readonly feed: LiveFeed;
  readonly habits: Habits;
  readonly sharedReadings: SharedReadings;
  readonly feedTurns: FeedTurns;
  readonly presumptions: Presumptions;
  readonly confirmations: Confirmations;
  readonly actsUnderWay: ActsUnderWay;
  readonly sharedActs: SharedActs;
  readonly rightOfWay: RightOfWay;
  /** Whether committed acts are getting their positions in the journal. */
  isSealing(): boolean;
  readonly answerLimits: AnswerLimits;
  /** What submissions may measure. */
  readonly limits: Limits;
  /** Whether people's programs may keep what is being written on their devices. */
  readonly allowsDrafts: boolean;
  /** The resolvers that call use cases, by class. */
  readonly resolvers: ReadonlyMap<unknown, object>;
}

/** Who sent a request, and what else is known of it. */
export interface Caller {
  readonly session: Session | null;
  /** True if the session is what the token last stood for, and has not been checked since. */
  readonly isPresumed?: boolean;
  readonly locale: Locale;
  /** Set where the sender says who reads its answers; otherwise its door tells. */
  readonly way?: Way | undefined;
  readonly origin: Origin;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Set if the request is larger than any report and most cards: it takes time, and gives way to them. */
  readonly isLarge?: boolean;
  /** Set where what it submits is judged only, and nothing is kept. */
  readonly isTrial?: boolean;
  /** Set where what it submits is answered once it is kept, without its receipt (RFC 7240, `respond-async`). */
  readonly isAsync?: boolean;
  /** Set for an item of a batch: it has no turn of its own, and its act shares a transaction with others. */
  readonly inBatch?: ActInOrder;
  /** When the request had been received; absent: now. */
  readonly receivedAt?: Instant;
  /** Called when its turn has come; throws if it must not start. */
  readonly onTurn?: () => void;
  /** Closes the socket of a caller that fell too far behind; absent over HTTP. */
  readonly letGo?: () => void;
}

/** A caller with a session. */
export interface KnownCaller extends Caller {
  readonly session: Session;
}

/** Whom a subscriber's token stood for when that was last asked, and the changes of rights that were known then. */
export interface Seen {
  changes: number;
  session: Session;
}

/** One operation: its caller, language and instant, and the scope that everything is read through. */
export class RequestContext {
  readonly now: Instant;
  /** How often rights had changed when it was made, right after its session was asked for. */
  readonly accessChanges: number;
  /** Counts what the operation produces. */
  readonly meter: Meter;
  /** Before so many values of the answer are produced: what to wait for, if anything. */
  readonly turnFor: (values: number) => Promise<void> | null;
  private snapshot: Snapshot | null = null;
  private hasActed = false;
  private isEnded = false;
  private asked: Promise<boolean> | null = null;

  constructor(
    readonly gateway: Gateway,
    readonly caller: Caller,
    /** Set for a frame of a feed, which many subscribers may share. */
    private readonly given: SharedReading | null = null,
  ) {
    this.now = caller.receivedAt ?? gateway.clock.now();
    this.accessChanges = gateway.tail.accessChanges;
    this.meter = new Meter(gateway.answerLimits);
    this.turnFor = gateway.rightOfWay.pieces(PIECE);
  }

  /** Who acts; throws UNAUTHENTICATED if there is no session. */
  get actor(): Actor {
    return this.session.actor;
  }

  /** The caller's session; throws UNAUTHENTICATED if there is none. */
  get session(): Session {
    if (!this.caller.session) throw new Refusal("UNAUTHENTICATED", say("unauthenticated", {}));
    return this.caller.session;
  }

  get signal(): AbortSignal {
    return this.caller.signal;
  }

  get sender(): {
    readonly actor: Actor;
    readonly origin: Origin;
    readonly receivedAt: Instant;
    readonly isTrial: boolean;
    readonly isAsync: boolean;
    readonly acts?: ActInOrder;
  } {
    const { inBatch } = this.caller;
    return {
      ...(inBatch ? { acts: inBatch } : {}),
      actor: this.actor,
      origin: this.caller.origin,
      receivedAt: this.now,
      isTrial: this.caller.isTrial === true,
      isAsync: this.caller.isAsync === true,
    };
  }

  /** Reading through the actor's scope, all of it at one moment. */
  get reading(): Reading {
    this.meter.check();
    if (this.given) return this.given.reading;
    if (this.isEnded) throw new Error("the operation has ended");
    if (this.hasActed && this.caller.inBatch) return this.caller.inBatch.reading;
    this.snapshot ??= this.takeSnapshot();
    return this.snapshot.reading;
  }

  /** Readings that answer an act have right of way like the act, and are completed like it. */
  private takeSnapshot(): Snapshot {
    const { acts, readings } = this.gateway.pools;
    return new Snapshot(this.hasActed ? acts : readings, scopeOf(this.actor), {
      signal: this.hasActed ? new AbortController().signal : this.signal,
      bound: this.meter,
      habits: this.gateway.habits,
      onBegun: (connection) => {
        if (this.caller.isPresumed) void this.askAgain(connection);
      },
    });
  }

  /** What was loaded for a frame by all who share its reading; in values. */
  get loadedForFrames(): number {
    return this.given?.meter.loaded ?? 0;
  }

  /** The reading, if the actor has the role that the action needs. */
  readingFor(action: Action): Reading {
    authorize(this.actor, action);
    return this.reading;
  }

  /** Runs an act; later reads see its effect. Paths in its refusals start at the argument `input`. */
  async act<T>(perform: () => Promise<T>): Promise<T> {
    this.meter.check();
    await this.close();
    this.hasActed = true;
    try {
      return await perform();
    } catch (error) {
      if (!(error instanceof Refusal) || error.inputPath.length === 0) throw error;
      throw new Refusal(error.code, error.says, ["input", ...error.inputPath], error.details);
    }
  }

  /**
   * This context, if its session is not presumed or was presumed correctly; otherwise a new one, in which the operation has to
   * run again. Throws UNAUTHENTICATED if the token is no longer valid.
   */
  async confirmed(purpose: Purpose = "READING"): Promise<RequestContext> {
    const { session, isPresumed } = this.caller;
    if (!session || !isPresumed) return this;
    const connection = directConnection(this.gateway.pools.vital, purpose);
    if (await (this.asked ?? this.askAgain(connection))) return this;
    const asked = await session.revalidate(connection, this.now);
    this.gateway.presumptions.remember(asked);
    return new RequestContext(this.gateway, { ...this.caller, session: asked, isPresumed: false });
  }

  private askAgain(connection: Connection): Promise<boolean> {
    this.asked ??= this.session.stillStands(connection, this.now);
    this.asked.catch(() => undefined);
    return this.asked;
  }

  /** Checks again what the caller's token stands for, if something sealed since may have changed it. */
  async confirmedActor(seen: Seen): Promise<Actor> {
    const { clock, confirmations, pools, tail } = this.gateway;
    const now = clock.now();
    const changes = tail.accessChanges;
    if (changes !== seen.changes) {
      seen.session = await confirmations.of(seen.session);
      seen.changes = changes;
    }
    if (seen.session.expiresAt <= now) seen.session = await seen.session.revalidate(directConnection(pools.vital), now);
    authorize(seen.session.actor, "read");
    return seen.session.actor;
  }

  /** Ends the snapshot for good: fields whose answer nobody waits for any more read nothing. */
  async end(): Promise<void> {
    this.isEnded = true;
    this.caller.inBatch?.end();
    await this.close();
  }

  /** Ends the snapshot, if one was begun. */
  async close(): Promise<void> {
    const { snapshot } = this;
    this.snapshot = null;
    await snapshot?.close();
  }
}
