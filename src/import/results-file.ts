import { open, type FileHandle } from "node:fs/promises";
import { csvRows } from "../paper/csv.js";
import { Hindrance } from "../platform/program.js";
import type { Entry, Fault } from "./places.js";

const COLUMNS = ["row", "submissionKey", "status", "number", "what to do"];
/** Characters that are written at once: what was done is in the file when the program is killed, but for the last of it. */
const PIECE = 16_384;

/** What became of each row, as a table beside what was imported (RFC 4180, UTF-8 with a byte-order mark). */
export class ResultsFile {
  private held = `\uFEFF${csvRows([COLUMNS])}`;

  private constructor(private readonly handle: FileHandle) {}

  static async create(path: string): Promise<ResultsFile> {
    try {
      return new ResultsFile(await open(path, "w"));
    } catch (error) {
      throw new Hindrance(`The results cannot be written to ${path}: ${error instanceof Error ? error.message : "?"}.`);
    }
  }

  async add({ row, key }: Entry, status: string, number: string | null, notes: readonly Fault[]): Promise<void> {
    const said = notes.map(({ where, message }) => `${where}: ${message}`).join("\n");
    this.held += csvRows([[row, key, status, number, said === "" ? null : said]]);
    if (this.held.length >= PIECE) await this.flush();
  }

  async flush(): Promise<void> {
    const { held } = this;
    this.held = "";
    await this.handle.write(held);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.close();
  }
}
