import { scopeOf, type Scope } from "../domain/access.js";
import type { FactKind } from "../domain/facts.js";
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
   * The facts after `after` (null: from now) that concern the reader, in order, without an end, until `signal`. Catching
   * up and following live are one loop. Throws CURSOR_AHEAD, CURSOR_EXPIRED, ReaderTooSlow, and what the reader throws.
   */
  async *follow(
    after: number | null,
    filter: FeedFilter,
    reader: FeedReader,
    signal: AbortSignal,
  ): AsyncGenerator<FollowedFact> {
    const matches = matching(filter);
    let at = await this.startOf(after);
    // Nothing is ever in it, so there is nothing to catch up with.
    if (filter.kinds.length === 0) at = Math.max(at, this.tail.head);
    let isLive = false;
    for (;;) {
      const changes = this.tail.accessChanges;
      // Also checked when nothing comes: losing a right closes an idle feed.
      let actor = await reader.actor();
      const { facts, upTo, isRecent, isLast } = await this.next(at, reader);
      if (isLive && !isRecent) throw new ReaderTooSlow();
      const isBehind = !isLive || facts.length > LAG;
      isLive ||= isLast;
      let scope = scopeOf(actor);
      const concerns = (fact: SealedFact): boolean => mayConcern(scope, fact) && matches(fact);
      for (const fact of facts) {
        if (signal.aborted) return;
        // Most are of others: nothing is waited for on their account.
        if (!concerns(fact)) continue;
        actor = await reader.actor();
        scope = scopeOf(actor);
        if (concerns(fact)) yield { ...fact, actor, isBehind };
      }
      at = upTo;
      if (isLast) at = await this.tail.grown(at, changes, signal, concerns);
      if (signal.aborted) return;
    }
  }

  private async startOf(after: number | null): Promise<number> {
    if (after === null) return this.tail.head;
    const { head, anchor } = await journalBounds(this.vital);
    if (after > head)
      throw new Refusal("CURSOR_AHEAD", say("cursorAhead", {}), ["after"], { head: toFeedCursor(head) });
    if (after < anchor)
      throw new Refusal("CURSOR_EXPIRED", say("cursorExpired", {}), ["after"], { oldest: toFeedCursor(anchor) });
    return after;
  }

  /** What follows a position, or a part of it: from memory if it reaches that far, otherwise from the table. */
  private async next(at: number, reader: FeedReader): Promise<Stretch> {
    const recent = this.tail.after(at, BATCH);
    if (recent) {
      const isLast = recent.length < BATCH;
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
function matching({ kinds, socIds, objectIds }: FeedFilter): (fact: SealedFact) => boolean {
  const named = { kinds: new Set(kinds), socs: socIds && new Set(socIds), objects: objectIds && new Set(objectIds) };
  return ({ fact, socId, objectIds: about }) =>
    named.kinds.has(fact) &&
    (!named.socs || (socId !== null && named.socs.has(socId))) &&
    (!named.objects || about.some((id) => named.objects?.has(id)));
}

/** Whether a fact can be in scope at all; that its incident is, is seen when the incident is read. */
function mayConcern(scope: Scope, fact: SealedFact): boolean {
  switch (scope.sees) {
    case "EVERYTHING":
      return true;
    case "SOC":
      return fact.socId === scope.soc;
    case "OWNER":
      return fact.ownerIds.includes(scope.owner);
  }
}
