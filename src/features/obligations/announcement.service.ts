import type { Announcement, ObligationFactKind } from "../../domain/facts.js";
import { after, earlier, instant, later, MINUTE, SECOND, type Instant } from "../../domain/instant.js";
import { TERM_RULES, type Obligation } from "../../domain/obligations.js";
import { GATEWAY } from "../../domain/parties.js";
import { DatabaseAway } from "../../platform/availability.js";
import type { ActsUnderWay } from "../../platform/acts-under-way.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import type { EntryDraft } from "../../journal/journal.store.js";
import { together } from "../../platform/database.js";
import type { UnitOfWork, Work } from "../../operation/unit-of-work.js";
import type { Announced } from "../deliveries/delivery.store.js";
import type { Announceable, Bound } from "./announcement.store.js";

/** Before every duty. */
const BEGINNING = instant(0);

/** Milliseconds between looks at the least: what many say at once is looked at together. */
const PAUSE = SECOND / 4;
/** At most so many milliseconds between looks: covers changes without a journal entry, and clocks that are set. */
const BACKSTOP = 5 * SECOND;

/**
 * Milliseconds after the end of a term before it is announced as overdue: a submission that another gateway received in its last
 * instant is given that long to lock its incident. What this one received is known (`ActsUnderWay`).
 */
const GRACE = SECOND / 4;

/**
 * Milliseconds after the end of a term for which an incident that somebody acts on is left for the next look. After that the
 * clock waits for the lock in turn: one act after another would keep it away for ever.
 */
const PASSED_OVER = MINUTE;

/** How long before its end a duty of each rule is announced as due soon; milliseconds. */
export type Leads = Readonly<Record<Obligation["rule"], number>>;

/**
 * The clock: announces of each duty that it is due soon and that it is overdue, once for each due time, whichever gateway on
 * the database comes first. It decides nothing: a duty's standing is computed (`standing`). After an outage it announces at
 * once what fell due meanwhile.
 */
export class Announcements {
  private cancel: () => void = () => undefined;
  private nextLook: Instant | null = null;
  private running: Promise<void> | null = null;
  private hasNews = false;
  private isStopped = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly leads: Leads,
    private readonly acts: ActsUnderWay,
  ) {}

  start(): void {
    this.lookAt(after(this.clock.now(), PAUSE));
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancel();
    await this.running;
  }

  /** The journal has grown, by any gateway: the next deadline may have changed. */
  wake(): void {
    if (this.running) this.hasNews = true;
    else if (this.nextLook !== null) this.lookAt(earlier(this.nextLook, after(this.clock.now(), PAUSE)));
  }

  /** Announces everything that is due by now; returns when the next duty is, if there is one. */
  async announce(now: Instant): Promise<Instant | null> {
    const origin = { requestId: "clock", address: null };
    for (;;) {
      const { made, next } = await this.unitOfWork.run(GATEWAY, origin, (work) => this.announceSome(work, now));
      if (made > 0) continue;
      if (next === null || next > after(now, -PASSED_OVER)) return next;
      if ((await this.unitOfWork.run(GATEWAY, origin, (work) => this.announceHeld(work, now))) === 0) return next;
    }
  }

  private lookAt(at: Instant): void {
    if (this.isStopped || at === this.nextLook) return;
    this.cancel();
    this.nextLook = at;
    this.cancel = this.clock.alarm(at, () => {
      this.nextLook = null;
      this.running = this.look();
    });
  }

  private async look(): Promise<void> {
    this.hasNews = false;
    let next: Instant | null = null;
    try {
      next = await this.announce(this.clock.now());
    } catch (error) {
      this.hasNews = true;
      if (!(error instanceof DatabaseAway)) this.logger.warn({ err: error }, "announcing failed; it is tried again");
    }
    this.running = null;
    const now = this.clock.now();
    const soonest = after(now, PAUSE);
    const latest = after(now, BACKSTOP);
    // A duty that was locked is past already: it is tried again after a pause.
    if (this.hasNews) this.lookAt(soonest);
    else this.lookAt(next === null ? latest : later(soonest, earlier(next, latest)));
  }

  private async announceSome(work: Work, now: Instant): Promise<{ made: number; next: Instant | null }> {
    const [overdue, soon, mistaken, next] = await Promise.all([
      work.announcements.take("OVERDUE", this.overdueSince(after(now, -GRACE))),
      // What is over is not due soon any more: after an outage only what is still true is announced.
      work.announcements.take(
        "DUE_SOON",
        TERM_RULES.map((rule) => ({ rule, endsFrom: now, endsBefore: after(now, this.leads[rule]) })),
      ),
      work.announcements.takeBack(),
      this.next(work, now),
    ]);
    return { made: await keep(work, { mistaken, overdue, soon }, now), next };
  }

  /** One of the duties that were skipped for too long; returns how many it was. */
  private async announceHeld(work: Work, now: Instant): Promise<number> {
    const overdue = await work.announcements.take("OVERDUE", this.overdueSince(after(now, -PASSED_OVER)), true);
    return keep(work, { mistaken: [], overdue, soon: [] }, now);
  }

  /**
   * Duties whose deadline is before `since` and that no act in progress can meet: an act received before the deadline is in
   * time.
   */
  private overdueSince(since: Instant): Bound[] {
    const endsBefore = earlier(since, this.acts.earliest ?? since);
    return TERM_RULES.map((rule) => ({ rule, endsFrom: BEGINNING, endsBefore }));
  }

  /** The next instant after which something is to be announced; in the past if its incident was locked. */
  private async next(work: Work, now: Instant): Promise<Instant | null> {
    const ends = await work.announcements.nextEnds(TERM_RULES, now);
    const instants = ends.map(({ rule, announcement, dueAt }) =>
      after(dueAt, 1 + (announcement === "OVERDUE" ? GRACE : -this.leads[rule])),
    );
    return instants.length === 0 ? null : instants.reduce(earlier);
  }
}

type Taken = Readonly<Record<"mistaken" | "overdue" | "soon", readonly Announceable[]>>;

/** Writes the announcements; returns how many. */
async function keep(work: Work, { mistaken, overdue, soon }: Taken, now: Instant): Promise<number> {
  const entries = [
    ...toEntries("NOT_OVERDUE", mistaken, now),
    ...toEntries("OVERDUE", overdue, now),
    ...toEntries("DUE_SOON", soon, now),
  ];
  if (entries.length === 0) return 0;
  // Deliveries to contacts are opened in the transaction of the announcement: both, or neither.
  const announced = [...toAnnounced("OVERDUE", overdue), ...toAnnounced("DUE_SOON", soon)];
  await together([work.record(entries), work.deliveries.openForDuties(announced, now)]);
  return entries.length;
}

function toAnnounced(announcement: Announcement, taken: readonly Announceable[]): Announced[] {
  return taken.map(({ id, obligorId, dueAt }) => ({ obligationId: id, obligorId, announcement, dueAt }));
}

function toEntries(fact: ObligationFactKind, taken: readonly Announceable[], at: Instant): EntryDraft[] {
  return taken.map(({ id, incidentId, notificationId, obligorId, objectIds, ownerIds }) => ({
    act: "obligation.announce",
    fact,
    at,
    obligation: id,
    incident: incidentId,
    notification: notificationId,
    soc: obligorId,
    objects: objectIds,
    owners: ownerIds,
  }));
}
