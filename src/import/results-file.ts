import { open, rm, type FileHandle } from "node:fs/promises";
import { csvRows } from "../paper/csv.js";
import { say } from "../domain/wording/wording.js";
import { obstacle, stopped, whyOf } from "./obstacle.js";
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
  ) {}

  /** Throws an obstacle where it cannot be written. Until there is something to write, that of an earlier run stands. */
  static async open(path: string): Promise<ResultsFile> {
    try {
      return new ResultsFile(path, await open(path, "a"));
    } catch (error) {
      throw obstacle(say("importUnwritable", { path, why: whyOf(error) }));
    }
  }

  get isThere(): boolean {
    return this.isBegun;
  }

  /** Throws `Stopped` where it cannot be written any more. */
  async add({ row, key }: Entry, status: string, number: string | null, notes: readonly Fault[]): Promise<void> {
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
    try {
      if (!this.isBegun) await handle.truncate();
      this.isBegun = true;
      await handle.writeFile(held);
    } catch (error) {
      this.hasFailed = true;
      throw stopped(say("importResultsCut", { path: this.path, why: whyOf(error) }));
    }
  }

  async close(): Promise<void> {
    try {
      if (this.isBegun && !this.hasFailed) await this.flush();
    } finally {
      const { size } = await this.handle.stat();
      await this.handle.close();
      if (size === 0) await rm(this.path);
    }
  }
}
