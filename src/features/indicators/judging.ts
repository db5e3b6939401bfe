import { SECOND } from "../../domain/instant.js";
import { GATEWAY } from "../../domain/parties.js";
import type { Tail } from "../../journal/tail.js";
import type { UnitOfWork, Work } from "../../operation/unit-of-work.js";
import { DatabaseAway } from "../../platform/availability.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { Patterns } from "../../platform/patterns.js";
import { Recurring } from "../../platform/recurring.js";
import type { DueRow, Fit, PatternRow } from "./judgement.store.js";

/** Milliseconds between looks: how long a value waits for its judgement, where no more is due than one look can do. */
const PAUSE = SECOND;
/** Values that are judged at once: some tens of milliseconds of the database. */
const BATCH = 500;

const ORIGIN = { requestId: "judging", address: null };

/**
 * Judges by the warning lists what SOCs sighted for the first time, behind the acts, whichever gateway on the database comes first.
 * Values that were there when a list came are judged by whoever takes it in (`warning-lists`).
 */
export class Judging extends Recurring {
  /** Up to where this gateway knows that everything is judged. */
  private judgedTo = -1;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tail: Pick<Tail, "head">,
    clock: Clock,
    private readonly logger: Logger,
    private readonly patterns = new Patterns(),
  ) {
    super(clock, PAUSE);
  }

  override async stop(): Promise<void> {
    await super.stop();
    await this.patterns.end();
  }

  protected async work(): Promise<void> {
    const { head } = this.tail;
    if (head <= this.judgedTo) return;
    try {
      let isMore: boolean | null = true;
      while (isMore && !this.isStopped) isMore = await this.judgeSome();
      if (isMore === false) this.judgedTo = head;
    } catch (error) {
      if (!(error instanceof DatabaseAway))
        this.logger.warn({ err: error }, "new indicators were not compared with the warning lists; it is tried again");
    }
  }

  /**
   * Judges the next few. Gives whether there may be more, or null where a list is being taken in. Expressions are tried between two
   * transactions, so that none is held open by them.
   */
  async judgeSome(): Promise<boolean | null> {
    const asked = await this.run(async ({ judgements }) =>
      (await judgements.holdsLists())
        ? { due: await judgements.due(BATCH), patterns: await judgements.patterns() }
        : null,
    );
    if (asked === null || asked.due.length === 0) return asked === null ? null : false;
    const fits = await this.fitsOf(asked.due, asked.patterns);
    const isDone = await this.run(async ({ judgements }) => {
      const holds = await judgements.holdsLists();
      if (holds) await judgements.judge(asked.due, fits);
      return holds;
    });
    return isDone ? asked.due.length === BATCH : null;
  }

  private async fitsOf(due: readonly DueRow[], patterns: readonly PatternRow[]): Promise<Fit[]> {
    const fits: Fit[] = [];
    const fresh = due.filter(({ isFresh }) => isFresh);
    for (const pattern of patterns) {
      if (this.isStopped) break;
      const values = fresh.filter(({ type }) => pattern.types.includes(type));
      const places = await this.patterns.fitting(
        pattern.pattern,
        values.map(({ value }) => value),
      );
      if (places === null) await this.giveUp(pattern);
      const { key, listId } = pattern;
      for (const place of places ?? []) fits.push({ valueId: values[place]?.valueId ?? "", key, listId });
    }
    return fits;
  }

  /** Once, by whichever gateway finds it: the next value would be as slow. */
  private async giveUp(pattern: PatternRow): Promise<void> {
    const { list, pattern: expression } = pattern;
    this.logger.error(
      { list, expression },
      "a regular expression of a warning list takes too long and judges no new indicator any more: correct it, and take the list in again",
    );
    await this.run(({ judgements }) => judgements.giveUp(pattern, this.clock.now()));
  }

  private run<T>(work: (work: Work) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(GATEWAY, ORIGIN, work);
  }
}
