import { scopeOf } from "../domain/access.js";
import type { FactKind } from "../domain/facts.js";
import type { Instant } from "../domain/instant.js";
import type { SealedFact } from "../journal/journal.store.js";
import {
  fromFeedCursor,
  ReaderTooSlow,
  toFeedCursor,
  type FeedFilter,
  type FollowedFact,
} from "../journal/live-feed.js";
import type { Reading } from "./reading.js";
import { RequestContext } from "./request-context.js";

/** A frame before its fields are resolved, with the context that resolves them. */
export interface FrameSource {
  readonly cursor: string;
  readonly kind: FactKind;
  readonly at: Instant;
  readonly context: RequestContext;
  /** The changes of rights that were known when the actor's were last confirmed. */
  readonly confirmedAt: number;
}

/** What a subscriber who is behind is charged for each frame: a live one is made and loaded once for everybody. */
const CATCHING_UP = 10;

/** The close code for a reader that fell too far behind (docs/feed.md); it resumes by cursor. */
export const READER_TOO_SLOW = 4290;

/**
 * The frames of a feed. The actor's rights are checked for each frame; a fact outside its scope at delivery makes no frame:
 * `load` returns null for it, and otherwise the fields that this feed's frames have beyond the common ones.
 */
export async function* followFacts<Fields extends object>(
  context: RequestContext,
  after: string | null | undefined,
  filter: FeedFilter,
  load: (reading: Reading, fact: SealedFact) => Promise<Fields | null>,
): AsyncGenerator<FrameSource & Fields> {
  const { gateway, signal } = context;
  // A frame is made at its own moment, not at the one when the subscription was requested.
  const { receivedAt: _, ...caller } = context.caller;
  const seen = { changes: gateway.tail.accessChanges, session: context.session };
  const reader = {
    actor: () => context.confirmedActor(seen),
    catchUp: <Entry>(read: () => Promise<readonly Entry[]>) =>
      inTurn(async () => {
        const result = await read();
        return { result, cost: result.length };
      }),
  };
  /** In the subscriber's turn, and after the acts that are in progress. */
  const inTurn = <T>(work: () => Promise<{ readonly result: T; readonly cost: number }>): Promise<T | null> =>
    gateway.feedTurns.takeLater({ actor: seen.session.actor, signal }, async () => {
      await gateway.rightOfWay.give();
      return work();
    });
  const loadOf = async (fact: FollowedFact) => {
    const shared = gateway.sharedReadings.at(scopeOf(fact.actor), fact.position);
    const before = shared.meter.loaded;
    const fields = await load(shared.reading, fact);
    return { fields, shared, cost: CATCHING_UP + shared.meter.loaded - before };
  };
  const loadedInTurn = (fact: FollowedFact) =>
    inTurn(async () => {
      const result = await loadOf(fact);
      return { result, cost: result.cost };
    });
  const position = typeof after === "string" ? fromFeedCursor(after) : null;
  try {
    for await (const fact of gateway.feed.follow(position, filter, reader, signal)) {
      const loaded = await (fact.isBehind ? loadedInTurn(fact) : loadOf(fact));
      if (!loaded?.fields) continue;
      yield {
        ...loaded.fields,
        confirmedAt: seen.changes,
        cursor: toFeedCursor(fact.position),
        kind: fact.fact,
        at: fact.at,
        context: new RequestContext(gateway, { ...caller, session: seen.session }, loaded.shared),
      };
    }
  } catch (error) {
    if (!(error instanceof ReaderTooSlow)) throw error;
    caller.closeSocket?.(READER_TOO_SLOW, "Reader too slow: resume after your last cursor");
  }
}
