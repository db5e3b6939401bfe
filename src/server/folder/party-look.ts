import { after, dateInAlmaty, MINUTE, SECOND, type Instant } from "../../domain/instant.js";
import type { Untouched } from "../../domain/wording/document-sentences.js";
import { inWords, LOCALES, say, type Saying } from "../../domain/wording/wording.js";
import { inTurns, readInPieces } from "../../exchange/read-document.js";
import { Unreadable } from "../../exchange/decoded.js";
import type { Clock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { codeOf } from "./disk.js";
import { quoted, type FileName, type WorkFile } from "./file-names.js";
import type { FolderLocks } from "./folder-locks.js";
import type { Intake } from "./intake.js";
import type { PartyBatches } from "./party-batches.js";
import type { Found, PartyFolder } from "./party-folder.js";
import type { PartyOutbound } from "./party-outbound.js";
import { batchLooksWhole, isBatch, looksWhole } from "./whole.js";

/** Files that one look takes in at most; the others have their turn in the next one. */
const AT_ONCE = 1_000;
/** Milliseconds without a change after which a file's writer is taken to have finished it. */
const STILL = 10 * SECOND;
/** The same for a file that is not whole: it is refused then. */
const GIVEN_UP = 10 * MINUTE;
/** Names that `UNREADABLE.txt` lists. */
const LISTED = 1_000;

/** A file that was not whole when it was looked at last. */
interface Unfinished {
  readonly mark: string;
  /** Since when it has not changed, as far as this gateway knows. */
  readonly since: Instant;
  /** Whether its reader has judged it since it stood still. */
  readonly isJudged: boolean;
}

/** A file that can be taken, and since when it is there: in milliseconds, by its file system. */
interface Ready {
  readonly file: FileName;
  readonly arrivedAt: number;
  readonly isBatch: boolean;
}

const FULL = "no answer can be written into `out`, so no file is taken: is the disk full?";
const UNBOUND = "the folder is bound to nobody (bindReserveFolder): its files wait";
const BUSY = "the gateway is too busy for its files, or its turn has not come: they wait";

interface Parts {
  readonly intake: Pick<Intake, "isBound" | "answerTo">;
  readonly batches: Pick<PartyBatches, "tend" | "ended">;
  /** Null where nothing is given out. */
  readonly outbound: Pick<PartyOutbound, "hasNews" | "tell"> | null;
  readonly locks: Pick<FolderLocks, "take" | "isHeld" | "release">;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Bytes of a document. */
  readonly most: number;
}

/** What a gateway does with one party's reserve folder, look by look, and what it remembers between them. */
export class PartyLook {
  private unfinished = new Map<string, Unfinished>();
  /** What lies in `in` and is not touched, by name: why not. */
  private unreadable = new Map<string, Untouched>();
  private said: string | null = null;

  constructor(
    private readonly folder: PartyFolder,
    private readonly parts: Parts,
  ) {}

  /**
   * Takes in what is there, one document after the other, by their arrival; begins with the batches; gives out what is to be told. Until
   * `isOver`. Rejects where the database is away.
   */
  async look(isOver: () => boolean): Promise<void> {
    const { folder } = this;
    const { locks, batches, outbound } = this.parts;
    const hindrance = await folder.hindrance();
    if (hindrance !== null) return this.says(hindrance);
    const { files, others } = await folder.names();
    const unfinished = await folder.unfinished();
    const hasFiles = unfinished.some((one) => !one.isBatch) || files.length + others.length + this.unreadable.size > 0;
    const hasNews = outbound?.hasNews() === true;
    if (!hasFiles && !hasNews) this.says(null);
    else if (await locks.take(folder.code))
      try {
        const unreadable = new Map<string, Untouched>(others.map((name) => [name, "NAME"]));
        const ends = (): boolean => isOver() || !locks.isHeld(folder.code);
        const why = hasFiles ? await this.takeIn(files, unreadable, ends) : null;
        await this.list(unreadable);
        const whyNot = hasNews ? await outbound.tell(ends) : null;
        this.says(why ?? whyNot);
      } finally {
        await locks.release(folder.code).catch(() => undefined);
      }
    if (!isOver() && unfinished.some((one) => one.isBatch)) batches.tend();
  }

  /** Resolves once its batches have ended. */
  ended(): Promise<void> {
    return this.parts.batches.ended();
  }

  /** Gives why what is there has to wait; null: it does not. Adds to `unreadable` what is not touched. */
  private async takeIn(
    files: readonly FileName[],
    unreadable: Map<string, Untouched>,
    isOver: () => boolean,
  ): Promise<string | null> {
    const { folder } = this;
    const { intake } = this.parts;
    const ready = await this.ready(files, unreadable);
    // Under the lock it is nobody else's.
    const left = (await folder.unfinished()).filter((one) => !one.isBatch);
    if (left.length + ready.length === 0) return null;
    if (!(await intake.isBound(folder.code))) return UNBOUND;
    if (!(await folder.out.hasRoom())) return FULL;
    for (const work of left) if (isOver() || !(await this.settle(work))) return BUSY;
    for (const one of ready) {
      if (isOver()) return null;
      if (!(await folder.out.hasSpace())) return FULL;
      const work = await this.take(one, unreadable);
      // What came before it has been answered.
      if (work?.isBatch) this.parts.batches.tend();
      else if (work && !(await this.settle(work))) return BUSY;
    }
    return null;
  }

  /** The files that can be taken now, by their arrival. Those that could not before are looked at last: they hold up nobody. */
  private async ready(files: readonly FileName[], unreadable: Map<string, Untouched>): Promise<readonly Ready[]> {
    const [before, untouched] = [this.unfinished, this.unreadable];
    const isKnown = ({ file }: FileName): boolean => before.has(file) || untouched.has(file);
    const ordered = [...files.filter((file) => !isKnown(file)), ...files.filter(isKnown)];
    const ready: Ready[] = [];
    this.unfinished = new Map();
    for (const [index, file] of ordered.entries()) {
      const { file: name } = file;
      const known = before.get(name);
      if (index >= AT_ONCE) {
        const why = untouched.get(name);
        if (known) this.unfinished.set(name, known);
        if (why !== undefined) unreadable.set(name, why);
        continue;
      }
      const found = await this.folder.find(file);
      if (found.is === "UNREADABLE") unreadable.set(name, found.why);
      if (found.is !== "FILE") continue;
      const judged = await this.judge(file, found, known);
      if (judged === "UNREADABLE") unreadable.set(name, "NO_READ");
      else if (judged === "GONE") continue;
      else if ("mark" in judged) this.unfinished.set(name, judged);
      else ready.push({ file, arrivedAt: found.arrivedAt, ...judged });
    }
    return ready.toSorted(
      (one, other) => one.arrivedAt - other.arrivedAt || (one.file.file < other.file.file ? -1 : 1),
    );
  }

  /**
   * Whether a file is whole, as far as can be seen from outside. One that does not look so is read once it stood still, and given up,
   * for its reader to say why, where it does not become a document. Half of a batch in lines may look like all of it: it has to stand
   * still in any case.
   */
  private async judge(
    file: FileName,
    { mark }: Extract<Found, { readonly is: "FILE" }>,
    before: Unfinished | undefined,
  ): Promise<{ readonly isBatch: boolean } | "UNREADABLE" | "GONE" | Unfinished> {
    const { clock, most } = this.parts;
    const { ending } = file;
    const now = clock.now();
    const known = before?.mark === mark ? before : { mark, since: now, isJudged: false };
    const isStill = now >= after(known.since, STILL);
    const isGivenUp = now >= after(known.since, GIVEN_UP);
    if (known === before && !isGivenUp && (!isStill || known.isJudged)) return known;
    const seen = await this.folder.peek(file, most);
    if (typeof seen === "string") return seen;
    const ready = { isBatch: isBatch(seen, ending) };
    if (isGivenUp) return ready;
    if (ready.isBatch) {
      const isWhole = (ending === "xml" || isStill) && batchLooksWhole(seen, ending);
      return isWhole ? ready : { ...known, isJudged: isStill };
    }
    if (!seen.whole || looksWhole(seen.whole, ending)) return ready;
    return isStill && (await isDocument(seen.whole, file)) ? ready : { ...known, isJudged: isStill };
  }

  private async take(
    { file, arrivedAt, isBatch: holdsMany }: Ready,
    unreadable: Map<string, Untouched>,
  ): Promise<WorkFile | null> {
    try {
      return await this.folder.take(file, arrivedAt, holdsMany);
    } catch (error) {
      if (!["EACCES", "EPERM", "EBUSY", "EXDEV"].includes(codeOf(error))) throw error;
      unreadable.set(file.file, "NO_MOVE");
      return null;
    }
  }

  /** Answers a document of `work` and puts it away; false where it has to wait. */
  private async settle(work: WorkFile): Promise<boolean> {
    const { folder } = this;
    const { intake, clock, logger, most } = this.parts;
    const taken = await folder.taken(work, most);
    if (!taken) return true;
    const answer = await intake.answerTo(folder.code, work, taken);
    if (!answer) return false;
    const { file } = work;
    await folder.out.answer(file, answer.is, answer.texts);
    await folder.keep(work, dateInAlmaty(clock.now()));
    logger.info({ party: folder.code, file: file.file, code: answer.code }, `reserve folder: a ${answer.is}`);
    return true;
  }

  private async list(unreadable: Map<string, Untouched>): Promise<void> {
    const { folder } = this;
    for (const [name, why] of unreadable)
      if (!this.unreadable.has(name))
        this.parts.logger.warn({ party: folder.code, file: quoted(name), why }, "reserve folder: not touched");
    this.unreadable = unreadable;
    const names = [...unreadable].toSorted(([one], [other]) => (one < other ? -1 : 1));
    // Whoever looks into the folder may speak any of them.
    const said = (saying: Saying): string[] => LOCALES.map((locale) => `    ${inWords(saying, locale)}`);
    const lines = names
      .slice(0, LISTED)
      .flatMap(([name, why]) => [quoted(name), ...said(say("fileUntouched", { is: why }))]);
    const more = names.length > LISTED ? said(say("filesUntouched", { count: names.length - LISTED })) : [];
    await folder.out.listUnreadable([...lines, ...more]);
  }

  /** Once, however often it is so; null: nothing is in the way. */
  private says(what: string | null): void {
    if (what !== null && what !== this.said)
      this.parts.logger.warn({ party: this.folder.code }, `reserve folder: ${what}`);
    this.said = what;
  }
}

async function isDocument(bytes: Uint8Array, { ending }: FileName): Promise<boolean> {
  if (ending === "ndjson") return false;
  try {
    await inTurns(readInPieces(bytes, ending, null));
    return true;
  } catch (error) {
    return !(error instanceof Unreadable);
  }
}
