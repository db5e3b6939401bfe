import { dateInAlmaty, SECOND, type Instant } from "../domain/instant.js";
import { GATEWAY } from "../domain/parties.js";
import type { Tail } from "../journal/tail.js";
import { DatabaseAway } from "../platform/availability.js";
import type { Clock } from "../platform/clock.js";
import type { Logger } from "../platform/logger.js";
import { Recurring } from "../platform/recurring.js";
import type { UnitOfWork, Work } from "./unit-of-work.js";

/** Milliseconds between looks: how far it may be behind, where it is not behind by more than one look can do. */
const PAUSE = SECOND;

/** What is kept up behind the journal. */
interface Job {
  /** Its requests' id. */
  readonly name: string;
  /** Does the next part, in a transaction of its own: whether there may be more, or null where it is not its turn yet. */
  readonly step: (work: Work, now: Instant) => Promise<boolean | null>;
  /** What is logged where it fails. */
  readonly failed: string;
}

export const KEPT_UP: readonly Job[] = [
  {
    name: "counting",
    step: (work) => work.counting.countSome(),
    failed: "incidents were not counted; it is tried again",
  },
  {
    name: "sharing",
    step: (work, now) => work.sharing.answerSome(now),
    failed: "SOCs were not told how many others have what they have; it is tried again",
  },
  {
    name: "campaigns",
    step: (work, now) => work.campaigning.lookSome(now),
    failed: "campaigns were not kept up; it is tried again",
  },
];

/** One writer that keeps something up behind the journal, and at the beginning of each day: whichever gateway comes first. */
export class BehindJournal extends Recurring {
  /** Up to where this gateway knows that it is done, and on which day. */
  private done = "";

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tail: Pick<Tail, "head">,
    clock: Clock,
    private readonly logger: Logger,
    private readonly job: Job,
  ) {
    super(clock, PAUSE);
  }

  protected async work(): Promise<void> {
    const { name, step, failed } = this.job;
    const now = this.clock.now();
    const due = `${dateInAlmaty(now)} ${this.tail.head}`;
    if (due === this.done) return;
    try {
      let isMore: boolean | null = true;
      while (isMore && !this.isStopped)
        isMore = await this.unitOfWork.run(GATEWAY, { requestId: name, address: null }, (work) => step(work, now));
      if (isMore === false) this.done = due;
    } catch (error) {
      if (!(error instanceof DatabaseAway)) this.logger.warn({ err: error }, failed);
    }
  }
}
