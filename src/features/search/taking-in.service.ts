import { SECOND } from "../../domain/instant.js";
import { GATEWAY } from "../../domain/parties.js";
import {
  scopeOfOwner,
  scopeOfSoc,
  SEARCHED_KINDS,
  vectorOf,
  type SearchedKind,
  type SearchedText,
} from "../../domain/search/parts.js";
import { knownWordsOf } from "../../domain/search/words.js";
import type { UnitOfWork, Work } from "../../operation/unit-of-work.js";
import { DatabaseAway } from "../../platform/availability.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { Recurring } from "../../platform/recurring.js";
import type { DueRow, SearchTextRow, TextToKeep } from "./search.store.js";

/** Milliseconds between looks where the journal does not grow: for what a lost gateway or a failure left. */
const PAUSE = 30 * SECOND;
/**
 * Milliseconds that what was written waits: the act that wrote it is answered first, and those that follow at once are taken in
 * together with it.
 */
const LINGER = 250;
/** Texts that are taken in by one transaction: some tens of milliseconds. */
const BATCH = 100;
/** Looks in which a text may fail by itself before it is left out: a database that is busy is no fault of the text. */
const TRIES = 3;

const ORIGIN = { requestId: "search", address: null };
/** The scope of whoever sees everything, in the list of words. */
const EVERYTHING = "*";

/**
 * Takes what was written into the search, behind the acts, whichever gateway on the database comes first: an act notes what it wrote
 * and waits for no index. What was there before the search was is noted by its migration and taken in like this, in batches.
 */
export class TakingIn extends Recurring {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    super(clock, PAUSE);
  }

  private taking: Promise<void> | null = null;
  private lingering: NodeJS.Timeout | null = null;
  private hasNews = false;
  /** How often the oldest text has failed by itself, one look after the other. */
  private failedAlone = 0;

  /** The journal has grown, by any gateway. */
  wake(): void {
    this.hasNews = true;
    if (this.isStopped || this.taking !== null) return;
    this.lingering ??= globalThis.setTimeout(() => void this.begins(), LINGER);
  }

  override async stop(): Promise<void> {
    await super.stop();
    if (this.lingering) clearTimeout(this.lingering);
    await this.taking;
  }

  protected async work(): Promise<void> {
    this.hasNews = true;
    await this.begins();
  }

  private begins(): Promise<void> {
    this.lingering = null;
    return (this.taking ??= this.takeIn().finally(() => {
      this.taking = null;
      if (this.hasNews) this.wake();
    }));
  }

  private async takeIn(): Promise<void> {
    this.hasNews = false;
    let most = BATCH;
    while (!this.isStopped) {
      try {
        const taken = await this.unitOfWork.run(GATEWAY, ORIGIN, (work) => takeBatch(work, most));
        this.failedAlone = 0;
        if (taken < most) return;
        most = Math.min(BATCH, 2 * most);
      } catch (error) {
        if (error instanceof DatabaseAway) return;
        this.logger.warn({ err: error }, "what was written is not found by words yet; it is tried again");
        if (most === 1) return this.failed();
        // What fails together may pass one by one, and what fails by itself holds up as little as possible.
        most = Math.ceil(most / 4);
      }
    }
  }

  /** The oldest text fails by itself: after some times it is left out, so that it does not keep out all that came after it. */
  private async failed(): Promise<void> {
    this.failedAlone += 1;
    if (this.failedAlone < TRIES) return;
    this.failedAlone = 0;
    try {
      const left = await this.unitOfWork.run(GATEWAY, ORIGIN, ({ search }) => search.takeDue(1));
      this.logger.error({ texts: left }, "a text is not found by words: it cannot be taken into the search");
      this.hasNews = true;
    } catch (error) {
      if (!(error instanceof DatabaseAway)) this.logger.warn({ err: error }, "a text that fails was not left out yet");
    }
  }
}

async function takeBatch({ search }: Work, most: number): Promise<number> {
  const due = await search.takeDue(most);
  for (const kind of SEARCHED_KINDS) {
    const ids = [...new Set(due.filter((one: DueRow) => one.kind === kind).map(({ id }) => id))];
    if (ids.length === 0) continue;
    const found = await search.textsOf(kind, ids);
    const current = found.filter(({ isCurrent }) => isCurrent);
    await search.keep(current.map((text) => rowOf(kind, text)));
    if (kind === "CARD")
      await search.drop(
        current.map(({ subjectId }) => subjectId),
        current.map(({ id }) => id),
      );
    await keepWords({ search }, current);
  }
  return due.length;
}

function rowOf(kind: SearchedKind, { id, subjectId, at, texts, socIds, ownerIds }: TextToKeep): SearchTextRow {
  return { kind, id, subjectId, at, words: vectorOf(kind, texts, scopesOf({ socIds, ownerIds })) };
}

function scopesOf({ socIds, ownerIds }: Pick<TextToKeep, "socIds" | "ownerIds">): string[] {
  return [...socIds.map(scopeOfSoc), ...ownerIds.map(scopeOfOwner)];
}

/** Each scope knows its own words, so that nobody is offered a word that only others wrote. */
async function keepWords({ search }: Pick<Work, "search">, texts: readonly TextToKeep[]): Promise<void> {
  const known = new Map<string, readonly [scope: string, word: string, written: string]>();
  for (const text of texts) {
    const words = wordsOf(text.texts);
    for (const scope of [EVERYTHING, ...scopesOf(text)])
      for (const [word, written] of words) known.set(`${scope} ${word}`, [scope, word, written]);
  }
  const rows = [...known.values()];
  await search.keepWords(
    rows.map(([scope]) => scope),
    rows.map(([, word]) => word),
    rows.map(([, , written]) => written),
  );
}

function wordsOf(texts: readonly SearchedText[]): ReadonlyMap<string, string> {
  return new Map(texts.filter(({ part }) => part !== "INDICATOR").flatMap(({ text }) => [...knownWordsOf(text)]));
}
