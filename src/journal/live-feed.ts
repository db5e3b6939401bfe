import { scopeOf, type Scope } from "../domain/access.js";
import { CENTRE_FACT_KINDS, type FactKind } from "../domain/facts.js";
import type { Actor } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Connection } from "../platform/database.js";
import { entriesAfter, journalBounds, type SealedFact } from "./journal.store.js";
import type { Tail } from "./tail.js";

/** Which facts a feed is made of, by what never changes about a fact; ids are internal ids. */
export interface FeedFilter {
  readonly kinds: readonly FactKind[];
  readonly socIds?: readonly string[];
  readonly objectIds?: readonly string[];
}

/** Who reads a feed, confirmed again for every fact. */
export interface FeedReader {
  /** The actor as of now; throws UNAUTHENTICATED or FORBIDDEN once the right to read is gone. */
  actor(): Promise<Actor>;
  /** Goes through what it missed in the reader's turn, charged by entries; null if the reader has gone by then. */
  catchUp<Entry>(read: () => Promise<readonly Entry[]>): Promise<readonly Entry[] | null>;
}

/** A fact that a feed tells its reader. */
export interface FollowedFact extends SealedFact {
  readonly actor: Actor;
  /** Whether the reader is behind, and this is told to it alone, not to many at the same moment. */
  readonly isBehind: boolean;
}

/** Where a subscriber of a feed is. */
export interface Place {
  /** Everything up to this position that concerns it has been told. */
  at: number;
  /** It has not reached the end before this position, even where this gateway has not read so far itself. */
  readonly end: number;
  /** Whether it has reached the journal's end before: from then on it may not fall out of the ring. */
  isLive: boolean;
}

/** A live reader that fell further behind than the gateway keeps in memory. It resumes by cursor. */
export class ReaderTooSlow extends Error {}

/** Entries that a reader which catches up goes through at a time. */
const BATCH = 500;
/** Facts that may have come since a reader last looked without its being behind. */
const LAG = 50;

/** The cursor of a position, as the outside sees it. */
export function toFeedCursor(position: number): string {
  return Buffer.from(`feed:${position}`).toString("base64url");
}

/** The position of a cursor; throws BAD_USER_INPUT if the string is not a cursor. */
export function fromFeedCursor(cursor: string): number {
  const text = Buffer.from(cursor, "base64url").toString();
  const position = Number(/^feed:(0|[1-9]\d{0,15})$/.exec(text)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(position) || toFeedCursor(position) !== cursor)
    throw new Refusal("BAD_USER_INPUT", say("feedCursor", {}), ["after"]);
  return position;
}

/** What a feed goes through at a time. */
interface Stretch {
  readonly facts: readonly SealedFact[];
  readonly upTo: number;
  /** Whether it was still in memory. */
  readonly isRecent: boolean;
  /** Whether it reached the journal's end. */
  readonly isLast: boolean;
}

/** Facts that are still in memory, and the position up to which there are no others. */
interface RecentFacts {
  readonly facts: readonly SealedFact[];
  readonly upTo: number;
}

/** The live feed of one gateway (docs/feed.md). */
export class LiveFeed {
  constructor(
    /** Asks for the journal's bounds. */
    private readonly vital: Connection,
    /** Reads what the ring no longer has. */
    private readonly table: Connection,
    private readonly tail: Tail,
  ) {}

  /**
   * Where a feed begins that is requested after a position (null: now); with a mark, its end is the journal's, whichever gateway
   * made it. Throws CURSOR_AHEAD and CURSOR_EXPIRED.
   */
  async begin(after: number | null, { kinds }: FeedFilter, hasMark = false): Promise<Place> {
    const { at, head } = await this.startOf(after);
    const end = hasMark ? head : at;
    // Nothing is ever in it, so there is nothing to catch up with.
    return { at: kinds.length === 0 ? Math.max(at, end, this.tail.head) : at, end, isLive: false };
  }

  /**
   * The facts after a place that concern the reader, in order, up to the end that the journal had when it was last looked at, or
   * until `signal`; the place moves with them. Throws ReaderTooSlow, and what the reader throws.
   */
  async *missed(
    place: Place,
    matches: (fact: SealedFact) => boolean,
    reader: FeedReader,
    signal: AbortSignal,
  ): AsyncGenerator<FollowedFact> {
    for (let isAtEnd = false; !isAtEnd;) {
      let actor = await reader.actor();
      const { facts, upTo, isRecent, isLast } = await this.next(place, reader);
      if (place.isLive && !isRecent) throw new ReaderTooSlow();
      const isBehind = !place.isLive || facts.length > LAG;
      place.isLive ||= isLast;
      let concerns = concerning(scopeOf(actor), matches);
      for (const fact of facts) {
        if (signal.aborted) return;
        // Most are of others: nothing is waited for on their account.
        if (concerns(fact)) {
          actor = await reader.actor();
          concerns = concerning(scopeOf(actor), matches);
          if (concerns(fact)) yield { ...fact, actor, isBehind };
        }
        place.at = fact.position;
      }
      if (signal.aborted) return;
      place.at = upTo;
      isAtEnd = isLast;
    }
  }

  /** The next facts after a position that concern somebody, at most so many; null where the ring no longer reaches that far back. */
  recent(at: number, concerns: (fact: SealedFact) => boolean, most: number): RecentFacts | null {
    const recent = this.tail.after(at, BATCH);
    if (!recent) return null;
    const facts = recent.filter(concerns).slice(0, most);
    if (facts.length === most) return { facts, upTo: facts.at(-1)?.position ?? at };
    return { facts, upTo: recent.length < BATCH ? Math.max(at, this.tail.head) : (recent.at(-1)?.position ?? at) };
  }

  private async startOf(after: number | null): Promise<{ readonly at: number; readonly head: number }> {
    if (after === null) return { at: this.tail.head, head: this.tail.head };
    const { head, anchor } = await journalBounds(this.vital);
    if (after > head)
      throw new Refusal("CURSOR_AHEAD", say("cursorAhead", {}), ["after"], { head: toFeedCursor(head) });
    if (after < anchor)
      throw new Refusal("CURSOR_EXPIRED", say("cursorExpired", {}), ["after"], { oldest: toFeedCursor(anchor) });
    return { at: after, head };
  }

  /** What follows a position, or a part of it: from memory if it reaches that far, otherwise from the table. */
  private async next({ at, end }: Place, reader: FeedReader): Promise<Stretch> {
    const recent = this.tail.after(at, BATCH);
    const isLast = recent !== null && recent.length < BATCH;
    // Another gateway may have acknowledged what this one has not read yet.
    if (recent && !(isLast && Math.max(at, this.tail.head) < end)) {
      const upTo = isLast ? Math.max(at, this.tail.head) : (recent.at(-1)?.position ?? at);
      const facts = recent.length > LAG ? await reader.catchUp(() => Promise.resolve(recent)) : recent;
      return facts ? { facts, upTo, isRecent: true, isLast } : { facts: [], upTo: at, isRecent: true, isLast: false };
    }
    const entries = (await reader.catchUp(() => entriesAfter(this.table, at, BATCH))) ?? [];
    const facts = entries.filter((entry): entry is typeof entry & SealedFact => entry.fact !== null);
    return { facts, upTo: entries.at(-1)?.position ?? at, isRecent: false, isLast: false };
  }
}

/** Whether a fact is one of the feed's. Lists may name a thousand, and many wait for each fact: one look for each of them. */
export function matching({ kinds, socIds, objectIds }: FeedFilter): (fact: SealedFact) => boolean {
  const named = { kinds: new Set(kinds), socs: socIds && new Set(socIds), objects: objectIds && new Set(objectIds) };
  return ({ fact, socId, objectIds: about }) =>
    named.kinds.has(fact) &&
    (!named.socs || (socId !== null && named.socs.has(socId))) &&
    (!named.objects || about.some((id) => named.objects?.has(id)));
}

/** Whether a fact is one that a feed tells through a scope; that its incident is in it, is seen when the incident is read. */
export function concerning(scope: Scope, matches: (fact: SealedFact) => boolean): (fact: SealedFact) => boolean {
  return (fact) => mayConcern(scope, fact) && matches(fact);
}

/** Whether a fact can be in scope at all. */
function mayConcern(scope: Scope, fact: SealedFact): boolean {
  switch (scope.sees) {
    case "EVERYTHING":
      return true;
    case "SOC":
      return fact.socId === scope.soc && !CENTRE_FACT_KINDS.includes(fact.fact);
    case "OWNER":
      return fact.ownerIds.includes(scope.owner);
  }
}
