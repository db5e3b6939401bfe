import type { Terms } from "../../domain/dossier.js";
import { SECOND } from "../../domain/instant.js";
import { GATEWAY } from "../../domain/parties.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { Recurring } from "../../platform/recurring.js";
import { judgePart, noteLeft } from "./object-change.js";

/** Milliseconds between looks. */
const PAUSE = 30 * SECOND;

const ORIGIN = { requestId: "register", address: null };

/**
 * Goes on judging incidents anew by changes of objects that concern more than the change itself waited for, or whose gateway was
 * lost: whichever gateway on the database comes first, part by part.
 */
export class LeftChanges extends Recurring {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    clock: Clock,
    private readonly logger: Logger,
    private readonly terms: Terms,
  ) {
    super(clock, PAUSE);
  }

  protected async work(): Promise<void> {
    try {
      const left = await this.unitOfWork.run(GATEWAY, ORIGIN, (work) => work.objectChanges.left(this.clock.now()));
      for (const id of left) await this.goOn(id);
    } catch (error) {
      noteLeft(this.logger, error);
    }
  }

  /** One that fails holds up no other. */
  private async goOn(id: string): Promise<void> {
    try {
      for (let isLast = false; !isLast && !this.isStopped;) {
        const part = await this.unitOfWork.run(GATEWAY, ORIGIN, (work) =>
          judgePart(work, id, this.terms, this.clock.now()),
        );
        isLast = part?.isLast ?? true;
      }
    } catch (error) {
      noteLeft(this.logger, error, id);
    }
  }
}
