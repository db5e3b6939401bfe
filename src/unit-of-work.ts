import { scopeOf } from "./domain/access.js";
import type { Actor } from "./domain/parties.js";
import { AttemptStore } from "./features/deliveries/attempt.store.js";
import { DeliveryStore, type Carrier } from "./features/deliveries/delivery.store.js";
import { CardStore } from "./features/incidents/card.store.js";
import { CorrectionStore } from "./features/incidents/correction.store.js";
import { IncidentStore } from "./features/incidents/incident.store.js";
import { OwnerNotificationStore } from "./features/incidents/owner-notification.store.js";
import { ReportStore } from "./features/incidents/report.store.js";
import { ReviewStore } from "./features/incidents/review.store.js";
import { AnswerStore } from "./features/notifications/answer.store.js";
import { ConcernStore } from "./features/notifications/concern.store.js";
import { NotificationStore } from "./features/notifications/notification.store.js";
import { AnnouncementStore } from "./features/obligations/announcement.store.js";
import { ObligationStore } from "./features/obligations/obligation.store.js";
import { ActorStore } from "./features/parties/actor.store.js";
import { PartyStore } from "./features/parties/party.store.js";
import { ProtectedObjectStore } from "./features/parties/protected-object.store.js";
import { SubmissionStore } from "./features/submissions/submission.store.js";
import { appendEntries, type EntryDraft, type Origin } from "./journal/journal.store.js";
import type { Place, Sequencer } from "./journal/sequencer.js";
import type { Connection } from "./platform/database.js";
import type { Pool } from "./platform/pool.js";
import type { Queue } from "./platform/queue.js";

/** All that an act can touch: stores of one transaction, seen through its actor's scope, and the journal. */
export class Work {
  readonly incidents: IncidentStore;
  readonly reports: ReportStore;
  readonly cards: CardStore;
  readonly reviews: ReviewStore;
  readonly ownerNotifications: OwnerNotificationStore;
  readonly corrections: CorrectionStore;
  readonly deliveries: DeliveryStore;
  readonly attempts: AttemptStore;
  readonly concerns: ConcernStore;
  readonly notifications: NotificationStore;
  readonly answers: AnswerStore;
  readonly submissions: SubmissionStore;
  readonly obligations: ObligationStore;
  readonly announcements: AnnouncementStore;
  readonly parties: PartyStore;
  readonly objects: ProtectedObjectStore;
  readonly actors: ActorStore;

  constructor(
    private readonly connection: Connection,
    private readonly actor: Actor,
    private readonly origin: Origin,
    carrier: Carrier,
  ) {
    const scope = scopeOf(actor);
    this.incidents = new IncidentStore(connection, scope);
    this.reports = new ReportStore(connection, scope);
    this.cards = new CardStore(connection, scope);
    this.reviews = new ReviewStore(connection, scope);
    this.ownerNotifications = new OwnerNotificationStore(connection, scope);
    this.corrections = new CorrectionStore(connection, scope);
    this.deliveries = new DeliveryStore(connection, scope, carrier);
    this.attempts = new AttemptStore(connection, scope);
    this.concerns = new ConcernStore(connection, scope);
    this.notifications = new NotificationStore(connection, scope);
    this.answers = new AnswerStore(connection, scope);
    this.submissions = new SubmissionStore(connection, scope);
    this.obligations = new ObligationStore(connection, scope);
    this.announcements = new AnnouncementStore(connection, scope);
    this.parties = new PartyStore(connection, scope);
    this.objects = new ProtectedObjectStore(connection, scope);
    this.actors = new ActorStore(connection, scope);
  }

  /**
   * Writes the act's entries, in their order. Lock the incident that they are about first. Gives the first entry's id, to be
   * sealed after commit.
   */
  record(entries: readonly EntryDraft[]): Promise<string> {
    return appendEntries(this.connection, this.actor, this.origin, entries);
  }
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
      enqueue: (connection, ids) => {
        hasQueued = true;
        return this.queue.put(connection, ids);
      },
      leave: (ids) => left.push(...ids),
    };
    try {
      try {
        // What the act asks first is sent behind `begin` without waiting for it.
        const begun = session.begin(scopeOf(actor), "isolation level read committed");
        const [result] = await Promise.all([act(new Work(session, actor, origin, carrier)), begun]);
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
