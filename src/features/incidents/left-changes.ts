import type { Terms } from "../../domain/dossier.js";
import { after, SECOND } from "../../domain/instant.js";
import { GATEWAY } from "../../domain/parties.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { judgePart, noteLeft } from "./object-change.js";

/** Milliseconds between looks. */
const PAUSE = 30 * SECOND;

const ORIGIN = { requestId: "register", address: null };

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
