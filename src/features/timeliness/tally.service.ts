import { SECOND } from "../../domain/instant.js";
import { GATEWAY } from "../../domain/parties.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";
import { DatabaseAway } from "../../platform/availability.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { Recurring } from "../../platform/recurring.js";

/** Milliseconds between looks. What is not added up yet is read beside the sums: this bounds how much that is. */
const PAUSE = 30 * SECOND;

const ORIGIN = { requestId: "tally", address: null };

/** Adds what acts have changed to the sums of timeliness, whichever gateway on the database comes first. */
export class Tallies extends Recurring {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    super(clock, PAUSE);
  }

  protected async work(): Promise<void> {
    try {
      await this.unitOfWork.run(GATEWAY, ORIGIN, (work) => work.timeliness.sumUp());
    } catch (error) {
      if (!(error instanceof DatabaseAway))
        this.logger.warn({ err: error }, "the sums of timeliness were not brought up to date; it is tried again");
    }
  }
}
