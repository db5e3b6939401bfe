import { open, rm, type FileHandle } from "node:fs/promises";
import { csvRows } from "../paper/csv.js";
import type { Entry, Fault } from "./places.js";

const COLUMNS = ["row", "submissionKey", "status", "number", "what to do"];
/** Characters that are written at once; what is held is written every few seconds, too. */
const PIECE = 16_384;

/** What became of each row, as a table beside what was imported (RFC 4180, UTF-8 with a byte-order mark). */
export class ResultsFile {
  private held = `\uFEFF${csvRows([COLUMNS])}`;
  private isBegun = false;
  private hasFailed = false;
  private written: Promise<void> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /**
   * Rejects with the system's error where it cannot be written. `onFailure` is told, once, that it cannot be written any more: then it stays
   * as it is. Until there is something to write, that of an earlier run stands.
   */
  static async open(path: string, onFailure: (error: unknown) => void): Promise<ResultsFile> {
    return new ResultsFile(path, await open(path, "a"), onFailure);
  }

  /** Whether it has all that was to be in it, and that is something. */
  get isThere(): boolean {
    return this.isBegun && !this.hasFailed;
  }

  get isCut(): boolean {
    return this.hasFailed;
  }

  async add({ row, key }: Entry, status: string, number: string | null, notes: readonly Fault[]): Promise<void> {
    if (this.hasFailed) return;
    const said = notes.map(({ where, message }) => `${where}: ${message}`).join("\n");
    this.held += csvRows([[row, key, status, number, said === "" ? null : said]]);
    if (!this.isBegun || this.held.length >= PIECE) await this.flush();
  }

  /** One after the other: rows that are read and rows that are answered come at the same time. */
  flush(): Promise<void> {
    this.written = this.writeAfter(this.written);
    return this.written;
  }

  private async writeAfter(earlier: Promise<void>): Promise<void> {
    await earlier;
    const { held, handle } = this;
    this.held = "";
    if (this.hasFailed) return;
    try {
      if (!this.isBegun) await handle.truncate();
      this.isBegun = true;
      await handle.writeFile(held);
    } catch (error) {
      this.fail(error);
    }
  }

  async close(): Promise<void> {
    const { path, handle } = this;
    if (this.isBegun) await this.flush();
    try {
      const { size } = await handle.stat();
      await handle.close();
      if (size === 0) await rm(path);
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.onFailure(error);
  }
}
