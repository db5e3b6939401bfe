import type { Terms } from "../../domain/dossier.js";
import { after, SECOND } from "../../domain/instant.js";
import { GATEWAY } from "../../domain/parties.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";
import { DatabaseAway } from "../../platform/availability.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { judgePart, type JudgedPart } from "./object-change.js";

/** Milliseconds between looks. */
const PAUSE = 30 * SECOND;

/**
 * Goes on judging incidents anew by changes of objects that concern more than the change itself waited for, or whose gateway was
 * lost: whichever gateway on the database comes first, part by part.
 */
export class LeftChanges {
  private cancel: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly terms: Terms,
  ) {}

  start(): void {
    if (this.isStopped) return;
    this.cancel = this.clock.alarm(after(this.clock.now(), PAUSE), () => {
      this.running = this.look().finally(() => {
        this.start();
      });
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancel();
    await this.running;
  }

  private async look(): Promise<void> {
    const origin = { requestId: "register", address: null };
    try {
      for (let id: string | null = null; !this.isStopped;) {
        const from: string | null = id;
        const part: JudgedPart | null = await this.unitOfWork.run(GATEWAY, origin, (work) =>
          judgePart(work, from, this.terms, this.clock.now()),
        );
        if (part === null && from === null) return;
        id = part === null || part.isLast ? null : part.changeId;
      }
    } catch (error) {
      if (!(error instanceof DatabaseAway))
        this.logger.warn({ err: error }, "judging by a changed object failed; it is tried again");
    }
  }
}
