import type { ObligationFactKind } from "../../domain/facts.js";
import { after, instant, SECOND, type Instant } from "../../domain/instant.js";
import { TERM_RULES, type Obligation } from "../../domain/obligations.js";
import { GATEWAY } from "../../domain/parties.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import type { EntryDraft } from "../../journal/journal.store.js";
import { together } from "../../platform/database.js";
import type { UnitOfWork, Work } from "../../unit-of-work.js";
import type { Announced } from "../deliveries/delivery.store.js";
import type { Announceable } from "./announcement.store.js";

/** Before every duty. */
const BEGINNING = instant(0);

/** Milliseconds between looks. */
const PERIOD = SECOND / 2;

/**
 * Milliseconds after the end of a term before it is announced as overdue: a word that was received in its last instant is
 * given that long to lock its incident.
 */
const GRACE = SECOND / 4;

/** How long before its end a duty of each rule is announced as due soon; milliseconds. */
export type Leads = Readonly<Record<Obligation["rule"], number>>;

/**
 * The clock: announces of each duty that it is due soon and that it is overdue, once for each due time, whichever gateway on
 * the database comes first. It decides nothing: how a duty stands is arithmetic (`standing`). After an outage it announces at
 * once what fell due meanwhile.
 */
export class Announcements {
  private cancel: () => void = () => undefined;
  private running: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly leads: Leads,
  ) {}

  start(): void {
    if (this.isStopped) return;
    this.cancel = this.clock.alarm(after(this.clock.now(), PERIOD), () => {
      this.running = this.look().finally(() => this.start());
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancel();
    await this.running;
  }

  /** Announces everything that is to be announced by now; gives how many announcements that were. */
  async announce(now: Instant): Promise<number> {
    const origin = { requestId: "clock", address: null };
    let count = 0;
    for (;;) {
      const made = await this.unitOfWork.run(GATEWAY, origin, (work) => this.announceSome(work, now));
      count += made;
      if (made === 0) return count;
    }
  }

  private async look(): Promise<void> {
    try {
      await this.announce(this.clock.now());
    } catch (error) {
      this.logger.warn({ err: error }, "announcing failed; it is tried again");
    }
  }

  private async announceSome(work: Work, now: Instant): Promise<number> {
    const [overdue, soon] = await Promise.all([
      work.announcements.take(
        "OVERDUE",
        TERM_RULES.map((rule) => ({ rule, endsFrom: BEGINNING, endsBefore: after(now, -GRACE) })),
      ),
      // What has ended is not due soon any more: after an outage only what is true is announced.
      work.announcements.take(
        "DUE_SOON",
        TERM_RULES.map((rule) => ({ rule, endsFrom: now, endsBefore: after(now, this.leads[rule]) })),
      ),
    ]);
    const entries = [...toEntries("OVERDUE", overdue, now), ...toEntries("DUE_SOON", soon, now)];
    if (entries.length === 0) return 0;
    // Contacts are told in the transaction of the announcement: both, or neither.
    const announced = [...toAnnounced("OVERDUE", overdue), ...toAnnounced("DUE_SOON", soon)];
    await together([work.record(entries), work.deliveries.openForDuties(announced, now)]);
    return entries.length;
  }
}

function toAnnounced(announcement: ObligationFactKind, taken: readonly Announceable[]): Announced[] {
  return taken.map(({ id, debtorId, dueAt }) => ({ obligationId: id, debtorId, announcement, dueAt }));
}

function toEntries(fact: ObligationFactKind, taken: readonly Announceable[], at: Instant): EntryDraft[] {
  return taken.map(({ id, incidentId, notificationId, debtorId, objectId }) => ({
    act: "obligation.announce",
    fact,
    at,
    obligation: id,
    incident: incidentId,
    notification: notificationId,
    soc: debtorId,
    object: objectId,
  }));
}
