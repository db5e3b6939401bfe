import { scopeOf, type Scope } from "../domain/access.js";
import type { FactKind } from "../domain/facts.js";
import type { Actor } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { Connection } from "../platform/database.js";
import { entriesAfter, journalBounds, type SealedEntry, type SealedFact } from "./journal.store.js";
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
  /** Reads the table in the reader's turn, charged by entries; null if the reader has gone by then. */
  catchUp(read: () => Promise<readonly SealedEntry[]>): Promise<readonly SealedEntry[] | null>;
}

/** A live reader that fell further behind than the gateway keeps in memory. It resumes by cursor. */
export class ReaderTooSlow extends Error {}

/** Entries that one statement reads for a reader that catches up. */
const BATCH = 500;

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
  ): AsyncGenerator<SealedFact & { readonly actor: Actor }> {
    const matches = matching(filter);
    let at = await this.startOf(after);
    // Nothing is ever in it, so there is nothing to catch up with.
    if (filter.kinds.length === 0) at = Math.max(at, this.tail.head);
    let isLive = false;
    for (;;) {
      const changes = this.tail.accessChanges;
      // Also checked when nothing comes: losing a right closes an idle feed.
      let actor = await reader.actor();
      const { facts, upTo, isRecent } = await this.next(at, reader);
      if (isLive && !isRecent) throw new ReaderTooSlow();
      isLive = isRecent;
      for (const fact of facts) {
        if (signal.aborted) return;
        if (!matches(fact)) continue;
        actor = await reader.actor();
        if (mayConcern(scopeOf(actor), fact)) yield { ...fact, actor };
      }
      at = upTo;
      const scope = scopeOf(actor);
      if (isRecent) at = await this.tail.grown(at, changes, signal, (fact) => mayConcern(scope, fact) && matches(fact));
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

  /** What follows a position: from memory if it reaches that far, otherwise from the table. */
  private async next(
    at: number,
    reader: FeedReader,
  ): Promise<{ facts: readonly SealedFact[]; upTo: number; isRecent: boolean }> {
    const recent = this.tail.after(at);
    if (recent) return { facts: recent, upTo: Math.max(at, this.tail.head), isRecent: true };
    const entries = (await reader.catchUp(() => entriesAfter(this.table, at, BATCH))) ?? [];
    const facts = entries.filter((entry): entry is typeof entry & SealedFact => entry.fact !== null);
    return { facts, upTo: entries.at(-1)?.position ?? at, isRecent: false };
  }
}

/** Whether a fact is one of the feed's. Lists may name a thousand, and many wait for each fact: one look for each of them. */
function matching({ kinds, socIds, objectIds }: FeedFilter): (fact: SealedFact) => boolean {
  const named = { kinds: new Set(kinds), socs: socIds && new Set(socIds), objects: objectIds && new Set(objectIds) };
  return ({ fact, socId, objectId }) =>
    named.kinds.has(fact) &&
    (!named.socs || (socId !== null && named.socs.has(socId))) &&
    (!named.objects || (objectId !== null && named.objects.has(objectId)));
}

/** Whether a fact can be in scope at all; that its incident is, is seen when the incident is read. */
function mayConcern(scope: Scope, fact: SealedFact): boolean {
  switch (scope.sees) {
    case "EVERYTHING":
      return true;
    case "SOC":
      return fact.socId === scope.soc;
    case "OWNER":
      return fact.ownerId === scope.owner;
  }
}
