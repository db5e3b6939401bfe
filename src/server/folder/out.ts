import { readFile, rename, rm, statfs, unlink } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, renameSafely, syncFolder, writeNew } from "./disk.js";
import type { FileName } from "./file-names.js";

/** What is put into `out` for a file: an answer to a document, the results of a batch, or why the whole is not taken. */
export type AnswerKind = "receipt" | "refusal" | "results";
const ANSWERS: readonly AnswerKind[] = ["receipt", "refusal", "results"];

/** Bytes that have to fit in `out` before anything is taken: a receipt, or a refusal of a hundred places. */
const ROOM = 65_536;
const UNREADABLE = "UNREADABLE.txt";

/** The place `out` of a party's reserve folder. Whatever is put there is whole when it is there; names with a dot are the gateway's. */
export class Out {
  constructor(private readonly path: string) {}

  /** Whether the disk has so many bytes left, and room for an answer, as far as it says: a quota it does not. */
  async hasSpace(bytes = 0): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.path);
    return bavail * bsize >= bytes + ROOM;
  }

  /** Whether an answer of 64 KiB can be written. */
  async hasRoom(): Promise<boolean> {
    try {
      await writeNew(this.at(".room"), [Buffer.alloc(ROOM)]);
      await unlink(this.at(".room"));
      return true;
    } catch {
      return false;
    }
  }

  /** Puts the answer to a file there; what answered an earlier file of this name goes. Rejects with what `texts` throws. */
  async answer(
    { file, name, ending }: FileName,
    is: AnswerKind,
    texts: Iterable<string> | AsyncIterable<string>,
  ): Promise<void> {
    const made = this.at(`.${file}`);
    await writeNew(made, texts);
    await rename(made, this.at(`${name}.${is}.${ending}`));
    for (const other of ANSWERS) if (other !== is) await rm(this.at(`${name}.${other}.${ending}`), { force: true });
    await syncFolder(this.path);
  }

  /** Names for people what lies in `in` and is not touched; takes the list away when there is nothing. */
  async listUnreadable(lines: readonly string[]): Promise<void> {
    const path = this.at(UNREADABLE);
    const text = lines.length === 0 ? null : `${lines.join("\n")}\n`;
    const before = await readFile(path, "utf8").catch(() => null);
    if (text === before) return;
    if (text === null) return unlink(path);
    await writeNew(this.at(`.${UNREADABLE}`), [text]);
    await rename(this.at(`.${UNREADABLE}`), path);
  }

  /** Writes a notification under a name that nobody reads. */
  async prepare(number: string, text: string): Promise<void> {
    await writeNew(this.prepared(number), [text]);
    await syncFolder(this.path);
  }

  /** Gives out a notification that has been prepared; does nothing where that has been done. */
  async giveOut(number: string): Promise<void> {
    await renameSafely(this.prepared(number), this.at(`${number}.xml`)).catch((error: unknown) => {
      if (codeOf(error) !== "ENOENT") throw error;
    });
  }

  /** No answer is ever prepared under such a name. */
  private prepared(number: string): string {
    return this.at(`.told~${number}.xml`);
  }

  private at(name: string): string {
    return join(this.path, name);
  }
}
