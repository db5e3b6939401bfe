import { open, type FileHandle } from "node:fs/promises";
import { csvRows } from "../paper/csv.js";
import { say } from "../domain/wording/wording.js";
import { obstacle, whyOf } from "./obstacle.js";
import type { Entry, Fault } from "./places.js";

const COLUMNS = ["row", "submissionKey", "status", "number", "what to do"];
/** Characters that are written at once; what is held is written every few seconds, too. */
const PIECE = 16_384;

/** What became of each row, as a table beside what was imported (RFC 4180, UTF-8 with a byte-order mark). */
export class ResultsFile {
  private held = `\uFEFF${csvRows([COLUMNS])}`;
  private handle: FileHandle | null = null;
  private written: Promise<void> = Promise.resolve();

  /** Made when there is something to write: until then that of an earlier run stands. */
  constructor(private readonly path: string) {}

  get isThere(): boolean {
    return this.handle !== null;
  }

  async add({ row, key }: Entry, status: string, number: string | null, notes: readonly Fault[]): Promise<void> {
    const said = notes.map(({ where, message }) => `${where}: ${message}`).join("\n");
    this.held += csvRows([[row, key, status, number, said === "" ? null : said]]);
    if (this.handle === null || this.held.length >= PIECE) await this.flush();
  }

  /** One after the other: rows that are read and rows that are answered come at the same time. */
  flush(): Promise<void> {
    this.written = this.writeAfter(this.written);
    return this.written;
  }

  private async writeAfter(earlier: Promise<void>): Promise<void> {
    await earlier;
    const { held } = this;
    this.held = "";
    this.handle ??= await created(this.path);
    await this.handle.writeFile(held);
  }

  async close(): Promise<void> {
    if (this.handle === null) return;
    await this.flush();
    await this.handle.close();
  }
}

async function created(path: string): Promise<FileHandle> {
  try {
    return await open(path, "w");
  } catch (error) {
    throw obstacle(say("importUnwritable", { path, why: whyOf(error) }));
  }
}
