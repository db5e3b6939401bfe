import { scopeOf } from "../domain/access.js";
import type { FactKind } from "../domain/facts.js";
import type { Instant } from "../domain/instant.js";
import type { Actor } from "../domain/parties.js";
import type { Locale } from "../domain/wording/wording.js";
import type { SealedFact } from "../journal/journal.store.js";
import {
  fromFeedCursor,
  matching,
  ReaderTooSlow,
  toFeedCursor,
  type FeedFilter,
  type FollowedFact,
  type Place,
} from "../journal/live-feed.js";
import type { Reading } from "./reading.js";
import { RequestContext, type Caller, type Seen } from "./request-context.js";
import type { SharedReading } from "./shared-readings.js";

/** A frame before its fields are resolved, with the context that resolves them. */
export interface FrameSource {
  readonly cursor: string;
  readonly kind: FactKind;
  readonly at: Instant;
  readonly context: RequestContext;
  /** The changes of rights that were known when the actor's were last confirmed. */
  readonly confirmedAt: number;
}

/** What every feed takes: after which cursor it begins (absent: now), and whether to say when it has caught up. */
export interface FeedStart {
  readonly after?: string | null;
  readonly mark?: boolean;
}

/** What a subscriber who is behind is charged for each frame: a live one is made and loaded once for everybody. */
const CATCHING_UP = 10;

/**
 * One subscription to a feed: which facts it is made of, where its subscriber is, and who that is by now. Iterating it gives the
 * frames that the subscriber has missed, up to the journal's end; what comes then, it gets in a room (`server/room.ts`).
 */
export class Following<Fields extends object = object> implements AsyncIterable<FrameSource & Fields> {
  readonly seen: Seen;
  readonly matches: (fact: SealedFact) => boolean;
  place: Place | null = null;
  private isMarkDue: boolean;
  private readonly caller: Caller;

  constructor(
    private readonly requested: RequestContext,
    private readonly from: FeedStart,
    readonly filter: FeedFilter,
    /** The fields of a frame beyond the common ones; null if its subject is outside the scope of the reading. */
    private readonly load: (reading: Reading, fact: SealedFact) => Promise<Fields | null>,
  ) {
    // A frame is made at its own moment, not at the one when the subscription was requested.
    const { receivedAt: _, ...caller } = requested.caller;
    this.caller = caller;
    this.seen = { changes: requested.accessChanges, session: requested.session };
    this.matches = matching(filter);
    this.isMarkDue = from.mark === true;
  }

  get gateway(): RequestContext["gateway"] {
    return this.requested.gateway;
  }

  get signal(): AbortSignal {
    return this.requested.signal;
  }

  get locale(): Locale {
    return this.caller.locale;
  }

  /** Whether nothing has happened since its rights were confirmed that may have changed them. */
  get isConfirmed(): boolean {
    return this.seen.changes === this.gateway.tail.accessChanges;
  }

  /** The mark's cursor, once, if it was asked for: when all has been told that had happened before the feed was. */
  takeMark(): string | null {
    if (!this.isMarkDue || !this.place?.isLive) return null;
    this.isMarkDue = false;
    return toFeedCursor(this.place.at);
  }

  /** Who the subscriber is as of now; throws UNAUTHENTICATED or FORBIDDEN once the right to read is gone. */
  confirmedActor(seen = this.seen): Promise<Actor> {
    return this.requested.confirmedActor(seen);
  }

  /** The frames that are missing. The actor's rights are checked for each; a fact outside its scope by now makes no frame. */
  async *[Symbol.asyncIterator](): AsyncGenerator<FrameSource & Fields> {
    const { gateway, signal } = this;
    const reader = {
      actor: () => this.confirmedActor(),
      catchUp: <Entry>(read: () => Promise<readonly Entry[]>) =>
        this.inTurn(async () => {
          const result = await read();
          return { result, cost: result.length };
        }),
    };
    try {
      const after = typeof this.from.after === "string" ? fromFeedCursor(this.from.after) : null;
      this.place ??= await gateway.feed.begin(after, this.filter, this.from.mark);
      for await (const fact of gateway.feed.missed(this.place, this.matches, reader, signal)) {
        const missed = await (fact.isBehind ? this.inTurn(() => this.missed(fact)) : this.missed(fact).then(resultOf));
        if (missed?.frame) yield missed.frame;
      }
    } catch (error) {
      if (!(error instanceof ReaderTooSlow) || !this.caller.letGo) throw error;
      this.caller.letGo();
    }
  }

  /** The frame of a fact, read through a reading that many may share; null if its subject is outside that reading's scope. */
  async frameOf(fact: SealedFact, shared: SharedReading, seen = this.seen): Promise<(FrameSource & Fields) | null> {
    const { changes, session } = seen;
    const fields = await this.load(shared.reading, fact);
    return (
      fields && {
        ...fields,
        confirmedAt: changes,
        cursor: toFeedCursor(fact.position),
        kind: fact.fact,
        at: fact.at,
        context: new RequestContext(this.gateway, { ...this.caller, session }, shared),
      }
    );
  }

  private async missed(fact: FollowedFact) {
    const shared = this.gateway.sharedReadings.at(scopeOf(fact.actor), fact.position);
    const before = shared.meter.loaded;
    const frame = await this.frameOf(fact, shared);
    return { result: { frame }, cost: CATCHING_UP + shared.meter.loaded - before };
  }

  /** In the subscriber's turn, and after the acts that are in progress. */
  private inTurn<T>(work: () => Promise<{ readonly result: T; readonly cost: number }>): Promise<T | null> {
    const { feedTurns, rightOfWay } = this.gateway;
    return feedTurns.takeLater({ actor: this.seen.session.actor, signal: this.signal }, async () => {
      await rightOfWay.give();
      return work();
    });
  }
}

function resultOf<T>({ result }: { readonly result: T }): T {
  return result;
}
