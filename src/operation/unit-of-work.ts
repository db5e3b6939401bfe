import { scopeOf } from "../domain/access.js";
import { GATEWAY, type Actor } from "../domain/parties.js";
import { Refusal } from "../domain/refusal.js";
import type { Carrier, Queued } from "../features/deliveries/delivery.store.js";
import { appendEntries, type EntryDraft, type Origin } from "../journal/journal.store.js";
import type { Place, Sequencer } from "../journal/sequencer.js";
import { DatabaseAway, isSacrificed } from "../platform/availability.js";
import { Part } from "../platform/part.js";
import type { Pool } from "../platform/pool.js";
import type { Queue } from "../platform/queue.js";
import type { Session } from "../platform/session.js";
import { storesOf, type Stores } from "./stores.js";

/** All that an act can touch: stores of one transaction, within its actor's scope, and the journal. */
export interface Work extends Stores {
  /**
   * Records the act's entries, in their order. First lock the incident that they are about. Returns the first entry's id, to be
   * sealed after the commit.
   */
  record(entries: readonly EntryDraft[]): Promise<string>;
  /**
   * The rest of the transaction with the sight of the gateway itself: for what follows from an act beyond its actor's own, once
   * the actor's scope has let it through. The actor's stores keep their scope.
   */
  asGateway(): Stores;
}

/** Transactions of one act, where PostgreSQL resolves deadlocks by failing it. */
const ATTEMPTS = 3;

/** An act that waits for a transaction that it shares with others, and what to do with its end. */
export interface AskedAct {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly act: (work: Work) => Promise<unknown>;
  readonly settle: (result: unknown) => void;
  readonly fail: (error: unknown) => void;
}

const HELD_UP = "HELD_UP";

/** What follows from acts once they are committed. */
interface Effects {
  /** Deliveries that were put on the queue. */
  queued: number;
  /** Ids of those that would have gone by mail. */
  readonly unsent: string[];
}

/** Runs acts: what must be true together commits together. */
export class UnitOfWork {
  constructor(
    private readonly acts: Pool,
    private readonly sequencer: Sequencer,
    private readonly queue: Pick<Queue, "put" | "wake">,
    /** Whether mail is sent; if not, `notSent` receives the deliveries that would have gone by mail. */
    private readonly mail: { readonly isSent: boolean; notSent(deliveryIds: readonly string[]): void },
  ) {}

  /**
   * One transaction, one actor (READ COMMITTED). Anything that `act` throws rolls it back; where PostgreSQL chose it to resolve a
   * deadlock, `act` runs again, up to three times in all. Throws BUSY if a lock cannot be had in time, and UNAVAILABLE if the database is lost; during a
   * commit it is then unknown whether it took effect.
   */
  async run<T>(actor: Actor, origin: Origin, act: (work: Work) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await this.runOnce(actor, origin, act);
      } catch (error) {
        if (attempt === ATTEMPTS || !isSacrificed(error)) throw error;
      }
  }

  /** The same, and all of it is undone: what the act would come to. */
  async tryOut<T>(actor: Actor, origin: Origin, act: (work: Work) => Promise<T>): Promise<T> {
    const undo = new Error("an act that is tried out is undone");
    const results: T[] = [];
    try {
      await this.run(actor, origin, async (work) => {
        results.push(await act(work));
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    // The last: of an act that ran again, what it came to at last.
    return results.at(-1) as T;
  }

  /**
   * Acts that `take` gives one after the other, until it gives null, in one transaction: each in a part of its own that is undone if it
   * throws, and settled once all are committed. One that PostgreSQL held up (a deadlock, a lock not granted in time) ends the
   * transaction. Gives those that have to be run by themselves: that one, or all of them where the commit is refused.
   */
  async runTogether<Asked extends AskedAct>(take: () => Asked | null): Promise<readonly Asked[]> {
    const done: { readonly asked: Asked; readonly result: unknown }[] = [];
    const alone: Asked[] = [];
    try {
      await this.inTransaction(async (session, effects) => {
        for (let asked = take(); asked; asked = take()) {
          const outcome = await this.inPart(session, effects, asked).catch((error: unknown) => {
            asked?.fail(error);
            throw error;
          });
          if (outcome === HELD_UP) {
            alone.push(asked);
            return;
          }
          if (outcome) done.push({ asked, ...outcome });
        }
      });
      for (const { asked, result } of done) asked.settle(result);
    } catch (error) {
      if (error instanceof DatabaseAway) for (const { asked } of done) asked.fail(error);
      else alone.unshift(...done.map(({ asked }) => asked));
    }
    return alone;
  }

  /** What the act came to; null where it threw. Throws what ends the transaction. */
  private async inPart(
    session: Session,
    effects: Effects,
    { actor, origin, act, fail }: AskedAct,
  ): Promise<{ readonly result: unknown } | typeof HELD_UP | null> {
    const part = new Part(session);
    const own: Effects = { queued: 0, unsent: [] };
    try {
      const begun = part.begin(scopeOf(actor));
      const [result] = await Promise.all([act(this.workOn(part, actor, origin, own)), begun]);
      part.end();
      effects.queued += own.queued;
      effects.unsent.push(...own.unsent);
      return { result };
    } catch (error) {
      part.end();
      if (error instanceof DatabaseAway) throw error;
      await session.undoPart();
      if (error instanceof Refusal && error.code === "BUSY") return HELD_UP;
      fail(error);
      return null;
    }
  }

  private runOnce<T>(actor: Actor, origin: Origin, act: (work: Work) => Promise<T>): Promise<T> {
    return this.inTransaction((session, effects) => act(this.workOn(session, actor, origin, effects)), actor);
  }

  /** Commits what `body` does, or nothing of it. Its first statements are pipelined after `begin`. */
  private async inTransaction<T>(
    body: (session: Session, effects: Effects) => Promise<T>,
    actor: Actor = GATEWAY,
  ): Promise<T> {
    const session = this.acts.session("ACT");
    const effects: Effects = { queued: 0, unsent: [] };
    try {
      try {
        const begun = session.begin(scopeOf(actor), "isolation level read committed");
        const [result] = await Promise.all([body(session, effects), begun]);
        await session.commit();
        if (effects.unsent.length > 0) this.mail.notSent(effects.unsent);
        return result;
      } catch (error) {
        await session.rollback();
        throw error;
      }
    } finally {
      await session.release();
      this.sequencer.poke();
      if (effects.queued > 0) this.queue.wake(effects.queued);
    }
  }

  private workOn(connection: Session | Part, actor: Actor, origin: Origin, effects: Effects): Work {
    const carrier: Carrier = {
      hasMailServer: this.mail.isSent,
      enqueue: (on, deliveries) => {
        effects.queued += deliveries.length;
        return this.queue.put(
          on,
          deliveries.map((delivery) => ({
            id: delivery.id,
            receiver: receiverOf(delivery),
            isUrgent: isUrgent(delivery),
          })),
        );
      },
      leave: (ids) => effects.unsent.push(...ids),
    };
    return {
      ...storesOf(connection, scopeOf(actor), carrier),
      record: (entries) => appendEntries(connection, actor, origin, entries),
      asGateway: () => {
        void connection.widen().catch(() => undefined);
        return storesOf(connection, scopeOf(GATEWAY), carrier);
      },
    };
  }

  /** The position of an entry whose transaction has committed; an act is acknowledged only with it. */
  sealed(entryId: string): Promise<Place> {
    return this.sequencer.sealed(entryId);
  }
}

/** All mail goes through one server: at most this many at once, so that a silent one leaves workers for webhooks. */
const MAIL_LANES = 4;

/** An owner is to be notified within fifteen minutes (R9.2); announcements of duties have already been on the feed. */
function isUrgent({ obligationId }: Queued): boolean {
  return obligationId === null;
}

/** The receiver, which gets one delivery after the other: a party's own server, or a share of the mail server. */
function receiverOf({ partyId, channel }: Queued): string {
  return channel === "EMAIL" ? `mail ${Number.parseInt(partyId.slice(-4), 16) % MAIL_LANES}` : partyId;
}
