import { NotificationToldDocument } from "../../../schema/exchange.generated.js";
import { scopeOf } from "../../domain/access.js";
import { NOTIFICATION } from "../../domain/forms/outgoing.js";
import type { FactKind } from "../../domain/facts.js";
import type { Actor } from "../../domain/parties.js";
import { Refusal } from "../../domain/refusal.js";
import { writeOutgoing } from "../../exchange/write-outgoing.js";
import { followNotifications } from "../../features/notifications/notification-feed.js";
import { concerning, fromFeedCursor, matching, toFeedCursor } from "../../journal/live-feed.js";
import { RequestContext, type KnownCaller } from "../../operation/request-context.js";
import type { Logger } from "../../platform/logger.js";
import type { Documents } from "../documents/documents.js";
import { notificationGiven } from "../documents/given-out.js";
import { folderCaller } from "./folder-caller.js";
import type { PartyFolder, Told } from "./party-folder.js";

/** The facts by which a SOC is told a notification; each of them is about one of its own. */
const TELLING: readonly FactKind[] = ["NOTIFIED", "SUPPLEMENTED", "WITHDRAWN"];
const told = matching({ kinds: TELLING });

/** Notifications that one look gives out at most; the others have their turn in the next one. */
const AT_ONCE = 100;
/** Positions of the journal without a notification after which it is kept how far the feed was followed. */
const STRETCH = 10_000;

const FULL = "no notification can be written into `out`: is the disk full?";
const TOO_MUCH = "the actor of the folder has asked too much for now: its notifications wait";

interface Parts {
  readonly documents: Documents;
  /** Aborted when the gateway ends. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/**
 * R12.1: notifications as files, for a SOC that cannot ask for them: whatever its feed tells it, as the actor of its folder, in the
 * feed's order and once. A file is written under a name of its own, then it is kept that it is the next one, then it is renamed: whoever
 * goes on after a crash knows from this whether that was done, whether or not the SOC has taken the file.
 */
export class PartyOutbound {
  /** Up to here nothing is to be told, as far as this gateway knows; null: it has not looked yet. */
  private at: number | null = null;
  private actor: Actor | null = null;

  constructor(
    private readonly folder: PartyFolder,
    private readonly parts: Parts,
  ) {}

  /** Whether there may be something to tell. */
  hasNews(): boolean {
    if (this.at === null || !this.actor) return true;
    const recent = this.parts.documents.gateway.feed.recent(this.at, concerning(scopeOf(this.actor), told), 1);
    if (!recent || recent.facts.length > 0) return true;
    this.at = recent.upTo;
    return false;
  }

  /** Under the folder's lock: gives out what has not been. Gives why it has to wait; null: it does not. */
  async tell(isOver: () => boolean): Promise<string | null> {
    const { folder } = this;
    const { documents, signal } = this.parts;
    const { gateway } = documents;
    const caller = await folderCaller(gateway, folder.code, undefined, signal);
    if (!caller) return null;
    const { actor } = caller.session;
    if (actor.party.kind !== "SOC") return this.isToldUpTo(gateway.tail.head, actor);
    const before = await folder.told();
    // A gateway may have ended just before.
    if (typeof before?.number === "string") await folder.out.giveOut(before.number);
    try {
      return await this.follow(caller, before ?? BEGINNING, isOver);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === "RATE_LIMITED") return TOO_MUCH;
      if (error.code !== "CURSOR_AHEAD" && error.code !== "CURSOR_EXPIRED") throw error;
      // The database is an earlier one, or no longer has all of it: from the oldest on that it has.
      const { oldest } = error.details as { readonly oldest?: string };
      return this.follow(caller, { cursor: oldest ?? BEGINNING.cursor, number: null }, isOver);
    }
  }

  private async follow(caller: KnownCaller, from: Told, isOver: () => boolean): Promise<string | null> {
    const { documents, logger } = this.parts;
    const { gateway } = documents;
    const { folder } = this;
    const following = followNotifications({ after: from.cursor }, new RequestContext(gateway, caller));
    let last = from;
    let count = 0;
    for await (const { kind, cursor, notification } of following) {
      if (!TELLING.includes(kind)) continue;
      if (isOver() || count === AT_ONCE) return null;
      if (!(await folder.out.hasSpace())) return FULL;
      const { number } = notification;
      const text = await this.textOf(number, caller);
      if (text === null) continue;
      await folder.out.prepare(number, text);
      last = { cursor, number };
      await folder.remembers(last);
      await folder.out.giveOut(number);
      count += 1;
      logger.info({ party: folder.code, notification: number }, "reserve folder: a notification");
    }
    const at = following.place?.at ?? 0;
    if (at - fromFeedCursor(last.cursor) > STRETCH) await folder.remembers({ ...last, cursor: toFeedCursor(at) });
    return this.isToldUpTo(at, caller.session.actor);
  }

  private isToldUpTo(at: number, actor: Actor): null {
    this.at = at;
    this.actor = actor;
    return null;
  }

  /** A notification as `GET /exchange/notifications/{number}` gives it; null where it cannot be seen any more. */
  private async textOf(number: string, caller: KnownCaller): Promise<string | null> {
    const { notification: found } = await this.parts.documents.graph.data(NotificationToldDocument, { number }, caller);
    return found && writeOutgoing(NOTIFICATION, notificationGiven(found, true), "xml");
  }
}

const BEGINNING: Told = { cursor: toFeedCursor(0), number: null };
