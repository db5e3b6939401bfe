import { SECOND } from "../../domain/instant.js";
import { GATEWAY } from "../../domain/parties.js";
import type { Tail } from "../../journal/tail.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";
import { DatabaseAway } from "../../platform/availability.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { Recurring } from "../../platform/recurring.js";

/** Milliseconds between looks: how far the counts may be behind, where they are not behind by more than one look can count. */
const PAUSE = SECOND;

const ORIGIN = { requestId: "counting", address: null };

/** Counts incidents behind the journal, whichever gateway on the database comes first. */
export class Counting extends Recurring {
  /** Up to where this gateway knows that everything is counted. */
  private countedTo = -1;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tail: Pick<Tail, "head">,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    super(clock, PAUSE);
  }

  protected async work(): Promise<void> {
    const { head } = this.tail;
    if (head <= this.countedTo) return;
    try {
      let isMore: boolean | null = true;
      while (isMore && !this.isStopped)
        isMore = await this.unitOfWork.run(GATEWAY, ORIGIN, (work) => work.counting.countSome());
      if (isMore === false) this.countedTo = head;
    } catch (error) {
      if (!(error instanceof DatabaseAway))
        this.logger.warn({ err: error }, "incidents were not counted; it is tried again");
    }
  }
}
