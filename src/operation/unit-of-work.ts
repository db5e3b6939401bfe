import { scopeOf } from "../domain/access.js";
import { GATEWAY, type Actor } from "../domain/parties.js";
import type { Carrier, Queued } from "../features/deliveries/delivery.store.js";
import { appendEntries, type EntryDraft, type Origin } from "../journal/journal.store.js";
import type { Place, Sequencer } from "../journal/sequencer.js";
import { isSacrificed } from "../platform/availability.js";
import type { Pool } from "../platform/pool.js";
import type { Queue } from "../platform/queue.js";
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

  private async runOnce<T>(actor: Actor, origin: Origin, act: (work: Work) => Promise<T>): Promise<T> {
    const session = this.acts.session("ACT");
    let queued = 0;
    const left: string[] = [];
    const carrier: Carrier = {
      hasMailServer: this.mail.isSent,
      enqueue: (connection, deliveries) => {
        queued += deliveries.length;
        return this.queue.put(
          connection,
          deliveries.map((delivery) => ({
            id: delivery.id,
            receiver: receiverOf(delivery),
            isUrgent: isUrgent(delivery),
          })),
        );
      },
      leave: (ids) => left.push(...ids),
    };
    try {
      try {
        // The act's first statements are pipelined after `begin`.
        const begun = session.begin(scopeOf(actor), "isolation level read committed");
        const work: Work = {
          ...storesOf(session, scopeOf(actor), carrier),
          record: (entries) => appendEntries(session, actor, origin, entries),
          asGateway: () => {
            void session.widen().catch(() => undefined);
            return storesOf(session, scopeOf(GATEWAY), carrier);
          },
        };
        const [result] = await Promise.all([act(work), begun]);
        await session.commit();
        if (left.length > 0) this.mail.notSent(left);
        return result;
      } catch (error) {
        await session.rollback();
        throw error;
      }
    } finally {
      await session.release();
      this.sequencer.poke();
      if (queued > 0) this.queue.wake(queued);
    }
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
