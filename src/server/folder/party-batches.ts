import { after, dateInAlmaty, instant, MINUTE, SECOND } from "../../domain/instant.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import type { WorkFile } from "./file-names.js";
import type { FolderLocks } from "./folder-locks.js";
import type { Intake } from "./intake.js";
import { codeOf } from "./disk.js";
import type { PartyFolder } from "./party-folder.js";

/** Milliseconds before a batch that had to wait is taken in again: they double each time, up to so many. */
const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = MINUTE;
/** Bytes of results for each byte of a batch: the shortest documents have receipts of twice their size. */
const RESULTS = 3;

/** A batch has to wait, for a reason that passes by itself. */
class Waits extends Error {}

interface Parts {
  readonly intake: Pick<Intake, "answerToBatch" | "mostOfBatch">;
  readonly locks: Pick<FolderLocks, "take" | "isHeld" | "release">;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Aborted when the gateway ends: what is under way begins anew when somebody looks again. */
  readonly signal: AbortSignal;
  /** Called with how an attempt failed, and with null once one has not. */
  readonly notes: (error: unknown) => void;
}

/**
 * The batches of a party's reserve folder: one after the other, beside its documents, which none of them holds up. They have a lock of
 * their own, so one gateway takes a batch in while another one may look at the rest.
 */
export class PartyBatches {
  private running: Promise<void> | null = null;
  private pause = FIRST_PAUSE;
  private notBefore = instant(0);
  /** Bytes that have to be free before the next attempt: one that filled the disk does not fill it again. */
  private needed = 0;

  constructor(
    private readonly folder: PartyFolder,
    private readonly parts: Parts,
  ) {}

  /** Begins with the batches that are in `work`, if that is not under way. */
  tend(): void {
    if (this.running || this.parts.clock.now() < this.notBefore) return;
    this.running = this.run().finally(() => (this.running = null));
  }

  /** Resolves once what is under way has ended. */
  async ended(): Promise<void> {
    await this.running;
  }

  /** Never rejects. */
  private async run(): Promise<void> {
    const { locks, clock, notes } = this.parts;
    const lock = `${this.folder.code} batches`;
    try {
      if (!(await locks.take(lock))) return;
      try {
        // Under the lock it is nobody else's.
        for (const work of await this.folder.unfinished())
          if (work.isBatch) {
            if (!(await this.settle(work, () => locks.isHeld(lock)))) throw new Waits();
            this.pause = FIRST_PAUSE;
          }
      } finally {
        await locks.release(lock).catch(() => undefined);
      }
      notes(null);
    } catch (error) {
      if (!(error instanceof Waits)) notes(error);
      this.notBefore = after(clock.now(), this.pause);
      this.pause = Math.min(LONGEST_PAUSE, 2 * this.pause);
    }
  }

  /** Answers a batch and puts it away; false where it has to wait. */
  private async settle(work: WorkFile, isHeld: () => boolean): Promise<boolean> {
    const { folder } = this;
    const { intake, clock, logger, signal } = this.parts;
    const opened = await folder.openedBatch(work, intake.mostOfBatch);
    if (!opened) return true;
    try {
      const size = "pieces" in opened ? opened.size : 0;
      if (!(await folder.out.hasSpace(Math.max(RESULTS * size, this.needed))))
        throw new Error("a batch waits: its results may need more space than is left in `out`");
      let code: string | null = null;
      let written = 0;
      const isAnswered = await intake
        .answerToBatch(folder.code, work, opened, signal, async (answer) => {
          ({ code } = answer);
          const counted = async function* (): AsyncGenerator<string> {
            for await (const text of answer.texts) {
              written += text.length;
              yield text;
            }
          };
          await folder.out.answer(work.file, answer.is, counted());
        })
        .catch((error: unknown) => {
          if (codeOf(error) === "ENOSPC") this.needed = 2 * written;
          throw error;
        });
      if (!isAnswered || !isHeld()) return false;
      this.needed = 0;
      await folder.keep(work, dateInAlmaty(clock.now()));
      logger.info({ party: folder.code, file: work.file.file, code }, "reserve folder: a batch");
      return true;
    } finally {
      if ("pieces" in opened) await opened.close();
    }
  }
}
