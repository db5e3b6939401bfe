import { resolve } from "node:path";
import { IMPORT_WORDS } from "../domain/wording/import-words.js";
import { inWords, say, type Locale, type Saying } from "../domain/wording/wording.js";
import type { Clock } from "../platform/clock.js";
import { Digest } from "./digest.js";
import type { Gateway } from "./gateway.js";
import { obstacle, Stopped, whyOf } from "./obstacle.js";
import type { Entry, Source } from "./places.js";
import { Progress } from "./progress.js";
import { ResultsFile } from "./results-file.js";
import { Sending } from "./sending.js";
import { judged } from "./validating.js";

export type Outcome = "DONE" | "FAULTY" | "UNFINISHED";

interface Read {
  readonly documents: number;
  readonly faulty: number;
}

/** What an import works with besides what it reads. */
export interface Means {
  readonly clock: Clock;
  readonly locale: Locale;
  /** Aborted when whoever runs it wants it to stop. */
  readonly signal: AbortSignal;
}

/**
 * One import, from what it reads to what it tells: each kind of fault, and what it would do, on stdout, progress on stderr, and what
 * became of each row in a file.
 */
export class Import {
  constructor(
    private readonly source: Source,
    private readonly file: string,
    private readonly means: Means,
  ) {}

  /** Reads everything and sends nothing that is kept; where there is a gateway, that judges each document. */
  async tryOut(gateway: Gateway | null): Promise<Outcome> {
    const { clock, locale, signal } = this.means;
    const counts = { documents: 0, faulty: 0, judged: 0, refused: 0, warned: 0 };
    const progress = new Progress(clock, locale, null);
    const told = new Digest(locale);
    const path = `${resolve(this.file)}.trial.csv`;
    const results = await this.trialFile(path);
    const entries = this.source.entries();
    const all = gateway ? judged(gateway, entries, signal) : unjudged(entries);
    try {
      for await (const { entry, judged: verdict } of all) {
        if (signal.aborted) break;
        const { faults = [], warnings = [] } = verdict ?? {};
        told.add(entry.row, [...entry.faults, ...faults]);
        told.add(entry.row, warnings, `${IMPORT_WORDS[locale].warning}: `);
        counts.documents += 1;
        if (!entry.document) counts.faulty += 1;
        if (verdict) counts.judged += 1;
        if (faults.length > 0) counts.refused += 1;
        if (warnings.length > 0) counts.warned += 1;
        const status = !entry.document ? "faulty" : faults.length > 0 ? "refused" : "fit";
        await results?.add(entry, status, null, [...entry.faults, ...faults, ...warnings]);
        const { documents: read, faulty, refused } = counts;
        if (progress.tell({ read, faulty, refused })) await results?.flush();
      }
    } finally {
      this.print(...this.source.about(), "", ...told.lines(), "");
      await results?.close();
    }
    if (signal.aborted) return "UNFINISHED";
    const { documents, faulty, refused } = counts;
    this.say(say("importTried", { documents, ready: documents - faulty, faulty }));
    this.say(gateway ? say("importJudged", counts) : say("importNotJudged", {}));
    if (results?.isThere) this.say(say("importTrial", { path }));
    return faulty + refused > 0 ? "FAULTY" : "DONE";
  }

  /** Sends everything, or nothing where something cannot be read and is not to be skipped. */
  async send(gateway: Gateway, skipsFaulty: boolean): Promise<Outcome> {
    const { clock, locale, signal } = this.means;
    const read = await this.readThrough();
    if (signal.aborted) return "UNFINISHED";
    if (read.faulty > 0 && !skipsFaulty) {
      this.warn(say("importNothingSent", read));
      return "FAULTY";
    }
    const path = `${resolve(this.file)}.results.csv`;
    const cut = new AbortController();
    const results = await ResultsFile.open(path, (error) => {
      this.warn(say("importResultsCut", { path, why: whyOf(error) }));
      cut.abort();
    }).catch((error: unknown) => {
      throw obstacle(say("importUnwritable", { path, why: whyOf(error) }));
    });
    const counts = { read: 0, accepted: 0, repeated: 0, pending: 0, failed: 0, refused: 0, faulty: 0 };
    const progress = new Progress(clock, locale, read.documents);
    const told = new Digest(locale);
    const stopping = AbortSignal.any([signal, cut.signal]);
    const sending = new Sending(gateway, this.whole(results, counts), stopping, clock, {
      onResult: async ({ entry, status, number, notes }) => {
        counts.read += 1;
        counts[status] += 1;
        const isAccepted = status === "accepted" || status === "repeated";
        told.add(entry.row, notes, isAccepted ? `${IMPORT_WORDS[locale].warning}: ` : "");
        await results.add(entry, status, number, notes);
        if (progress.tell(counts)) await results.flush();
      },
      onWait: (why, wait) => this.warn(say("importWaits", { why, seconds: Math.ceil(wait / 1_000) })),
    });
    let isWhole = false;
    try {
      isWhole = await sending.run();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      this.warn(...error.says);
    } finally {
      await results.close();
    }
    this.print(...told.lines());
    progress.end(counts);
    if (results.isThere) this.warn(say("importResults", { path }));
    if (counts.failed > 0) this.warn(say("importFailed", { count: counts.failed }));
    const isSent = isWhole && counts.failed === 0;
    if (!isSent) this.warn(say("importUnfinished", {}));
    if (!isSent || results.isCut) return "UNFINISHED";
    return counts.refused + counts.faulty > 0 ? "FAULTY" : "DONE";
  }

  /** Null, and that is said, where it cannot be written: a trial is worth as much without it. */
  private async trialFile(path: string): Promise<ResultsFile | null> {
    const onFailure = (error: unknown): void => this.warn(say("importTrialCut", { path, why: whyOf(error) }));
    return ResultsFile.open(path, onFailure).catch((error: unknown) => {
      onFailure(error);
      return null;
    });
  }

  private async readThrough(): Promise<Read> {
    const counts = { documents: 0, faulty: 0 };
    const told = new Digest(this.means.locale);
    for await (const { row, document, faults } of this.source.entries()) {
      if (this.means.signal.aborted) break;
      counts.documents += 1;
      if (document) continue;
      counts.faulty += 1;
      told.add(row, faults);
    }
    this.print(...told.lines());
    if (counts.documents === 0) throw obstacle(say("importEmpty", { path: this.file }));
    return counts;
  }

  private print(...lines: readonly string[]): void {
    for (const line of lines) console.log(line);
  }

  private say(says: Saying): void {
    this.print(inWords(says, this.means.locale));
  }

  private warn(...said: readonly Saying[]): void {
    for (const says of said) console.error(inWords(says, this.means.locale));
  }

  /** What can be sent; what cannot is written down at once. */
  private async *whole(results: ResultsFile, counts: { faulty: number; read: number }): AsyncGenerator<Entry> {
    for await (const entry of this.source.entries()) {
      if (entry.document) {
        yield entry;
        continue;
      }
      counts.faulty += 1;
      counts.read += 1;
      await results.add(entry, "faulty", null, entry.faults);
    }
  }
}

async function* unjudged(entries: AsyncIterable<Entry>): AsyncGenerator<{ entry: Entry; judged: null }> {
  for await (const entry of entries) yield { entry, judged: null };
}
