import { scopeOf } from "../domain/access.js";
import type { Actor } from "../domain/parties.js";
import type { Carrier, Queued } from "../features/deliveries/delivery.store.js";
import { appendEntries, type EntryDraft, type Origin } from "../journal/journal.store.js";
import type { Place, Sequencer } from "../journal/sequencer.js";
import type { Pool } from "../platform/pool.js";
import type { Queue } from "../platform/queue.js";
import { storesOf, type Stores } from "./stores.js";

/** All that an act can touch: stores of one transaction, seen through its actor's scope, and the journal. */
export interface Work extends Stores {
  /**
   * Writes the act's entries, in their order. Lock the incident that they are about first. Gives the first entry's id, to be
   * sealed after commit.
   */
  record(entries: readonly EntryDraft[]): Promise<string>;
}

/** Runs acts: what must be true together commits together. */
export class UnitOfWork {
  constructor(
    private readonly acts: Pool,
    private readonly sequencer: Sequencer,
    private readonly queue: Pick<Queue, "put" | "wake">,
    /** Whether mail is sent; where it is not, hears of the deliveries that would have gone by mail. */
    private readonly mail: { readonly isSent: boolean; notSent(deliveryIds: readonly string[]): void },
  ) {}

  /**
   * One transaction, one actor (READ COMMITTED). Whatever `act` throws undoes all of it. Throws BUSY where a lock is not to be
   * had in time, and UNAVAILABLE where the database goes: in the middle of a commit nobody knows whether that was kept.
   */
  async run<T>(actor: Actor, origin: Origin, act: (work: Work) => Promise<T>): Promise<T> {
    const session = this.acts.session("ACT");
    let hasQueued = false;
    const left: string[] = [];
    const carrier: Carrier = {
      hasMailServer: this.mail.isSent,
      enqueue: (connection, deliveries) => {
        hasQueued = true;
        return this.queue.put(
          connection,
          deliveries.map((delivery) => ({
            id: delivery.id,
            group: receiverOf(delivery),
            isUrgent: isUrgent(delivery),
          })),
        );
      },
      leave: (ids) => left.push(...ids),
    };
    try {
      try {
        // What the act asks first is sent behind `begin` without waiting for it.
        const begun = session.begin(scopeOf(actor), "isolation level read committed");
        const work: Work = {
          ...storesOf(session, scopeOf(actor), carrier),
          record: (entries) => appendEntries(session, actor, origin, entries),
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
      if (hasQueued) this.queue.wake();
    }
  }

  /** The place of an entry whose transaction has committed; an act is acknowledged only with it. */
  sealed(entryId: string): Promise<Place> {
    return this.sequencer.sealed(entryId);
  }
}

/** All mail goes by one server: so many mails at once, so that one that is silent leaves the workers that call webhooks. */
const MAIL_LANES = 4;

/** An owner is to be notified within fifteen minutes (R9.2); what is announced of a duty has been said on the feed already. */
function isUrgent({ obligationId }: Queued): boolean {
  return obligationId === null;
}

/** Who is called, one delivery after the other: a party's own server, or a share of the mail server. */
function receiverOf({ partyId, channel }: Queued): string {
  return channel === "EMAIL" ? `mail ${Number.parseInt(partyId.slice(-4), 16) % MAIL_LANES}` : partyId;
}
