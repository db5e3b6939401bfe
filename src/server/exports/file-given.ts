import { createHash } from "node:crypto";
import type { ExportOutcome, Row } from "../../domain/exports.js";
import { SECOND } from "../../domain/instant.js";
import { Refusal } from "../../domain/refusal.js";
import type { GivenOut } from "../../features/exports/export.service.js";

/** Bytes a second that a reader takes at least, on the whole. */
const SLOWEST = 32_768;

interface Terms {
  /** Aborted when nobody waits for the file any more. */
  readonly signal: AbortSignal;
  /** Milliseconds by which a reader may be behind. */
  readonly patience: number;
  /** Ends the connection of a reader that is further behind. */
  readonly hangUp: () => void;
  /** Records what was given out; called once. */
  readonly record: (given: Pick<GivenOut, "outcome" | "rows" | "bytes" | "sha256">) => Promise<void>;
  /** Called with an error of ours. */
  readonly failed: (error: unknown) => void;
}

/** A file that is given out as it is made: counted, hashed, no faster than it is read, and recorded however it ends. */
export class FileGiven {
  private readonly hash = createHash("sha256");
  private rows = 0;
  private bytes = 0;
  private isTooSlow = false;
  private recorded: Promise<void> | null = null;

  constructor(private readonly terms: Terms) {}

  /** Counts the rows on their way into the file. */
  async *counted(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
    for await (const rows of pages) {
      this.rows += rows.length;
      yield rows;
    }
  }

  /** The file's parts. All of it is recorded before the body ends: a file with an end has its entry. */
  async *parts(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    try {
      yield* this.paced(file);
      await this.end("COMPLETE");
    } catch (error) {
      await this.broke(error);
      throw error;
    } finally {
      await this.end(this.isTooSlow ? "READER_TOO_SLOW" : "READER_GONE");
    }
  }

  /** Records that it broke off, or never began, by this error. */
  async broke(error: unknown): Promise<void> {
    const { signal, failed } = this.terms;
    if (signal.aborted) return this.end(this.isTooSlow ? "READER_TOO_SLOW" : "READER_GONE");
    if (error instanceof Refusal) return this.end("REFUSED");
    failed(error);
    return this.end("FAILED");
  }

  /** Records how it ended; the first outcome counts. */
  end(outcome: ExportOutcome): Promise<void> {
    const { rows, bytes } = this;
    this.recorded ??= this.terms.record({ outcome, rows, bytes, sha256: this.hash.digest("hex") });
    return this.recorded;
  }

  private async *paced(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const { patience, hangUp } = this.terms;
    let left = patience;
    for await (const part of file) {
      this.hash.update(part);
      this.bytes += part.length;
      left = Math.min(left + (part.length / SLOWEST) * SECOND, patience);
      const begun = performance.now();
      const late = setTimeout(() => {
        this.isTooSlow = true;
        hangUp();
      }, left).unref();
      try {
        yield part;
      } finally {
        clearTimeout(late);
      }
      left -= performance.now() - begun;
    }
  }
}
