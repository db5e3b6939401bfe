import { lstat, mkdir, opendir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { instant, type Instant } from "../../domain/instant.js";
import type { Untouched } from "../../domain/wording/document-sentences.js";
import type { Pieces } from "../../exchange/items.js";
import { codeOf, openFile, readAt, renameSafely, writeNew } from "./disk.js";
import { fileName, isInTheMaking, workFile, workName, type FileName, type WorkFile } from "./file-names.js";
import { Out } from "./out.js";

/** The four places of a party's reserve folder: what is sent, what is worked on, what is answered, what was worked on. */
const PLACES = ["in", "work", "out", "kept"] as const;
type Place = (typeof PLACES)[number];

/** Names of `in` that are read at most: more than anybody will look at. */
const MOST_NAMES = 100_000;
/** Bytes in which a file in XML says what it is. */
const HEAD = 4_096;
/** Bytes of a batch that are read at once. */
const PIECE = 65_536;
/** In `work`: what was told last. */
const TOLD = "told.json";

/** What stands under a name of `in`. */
export type Found =
  | { readonly is: "GONE" }
  | { readonly is: "UNREADABLE"; readonly why: Untouched }
  | {
      readonly is: "FILE";
      readonly size: number;
      readonly arrivedAt: number;
      /** The same while nobody writes to it. */ readonly mark: string;
    };

/** What is seen of a file where it lies: its beginning and its end; the whole, where that is no more than it may be. */
export interface Seen {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly whole: Buffer | null;
}

/** Why a file that is worked on cannot be read. */
export interface Unfit {
  readonly isNot: "SMALL_ENOUGH" | "A_FILE";
}

/** The bytes of a file that is worked on. */
export type Taken = { readonly bytes: Buffer; readonly mtime: Instant } | Unfit;

/** A batch that is worked on, piece by piece. */
export interface OpenBatch {
  /** In bytes. */
  readonly size: number;
  readonly pieces: Pieces;
  readonly mtime: Instant;
  /** Whether it could be read, and nobody has written to it since it was opened. */
  wasWhole(): Promise<boolean>;
  close(): Promise<void>;
}

/** What was told last: how far the feed was followed, and the notification that is given out last. */
export interface Told {
  readonly cursor: string;
  readonly number: string | null;
}

/** A party's reserve folder on disk. It follows no link and opens nothing but files; what it does not take it does not touch. */
export class PartyFolder {
  readonly out: Out;

  constructor(
    readonly code: string,
    private readonly path: string,
  ) {
    this.out = new Out(this.at("out"));
  }

  /** Makes the places that are missing. Gives what is wrong with the folder; null: nothing. */
  async hindrance(): Promise<string | null> {
    const devices = new Set<number>();
    for (const place of PLACES) {
      const path = this.at(place);
      const found = await lstat(path).catch(async (error: unknown) => {
        if (codeOf(error) !== "ENOENT") throw error;
        // Another gateway may make it at the same time.
        await mkdir(path, { recursive: true });
        return lstat(path);
      });
      if (!found.isDirectory()) return `${path} is no folder: put one there, not a link to one`;
      devices.add(found.dev);
    }
    if (devices.size === 1) return null;
    return `${this.path} is spread over several file systems, between which nothing can be renamed: put in, work, out and kept on one`;
  }

  /** The names in `in`, but for those that are still being written: files that may be taken, and others. */
  async names(): Promise<{ readonly files: readonly FileName[]; readonly others: readonly string[] }> {
    const files: FileName[] = [];
    const others: string[] = [];
    for await (const { name } of await opendir(this.at("in"), { bufferSize: 1_000 })) {
      if (isInTheMaking(name)) continue;
      const file = fileName(name);
      if (file) files.push(file);
      else others.push(name);
      if (files.length + others.length === MOST_NAMES) break;
    }
    return { files, others };
  }

  /** What is worked on, was being worked on when a gateway ended, or could not be finished: oldest first. */
  async unfinished(): Promise<readonly WorkFile[]> {
    const found: WorkFile[] = [];
    for await (const { name } of await opendir(this.at("work"))) {
      const one = workFile(name);
      if (one) found.push(one);
    }
    return found.toSorted((one, other) => one.arrivedAt - other.arrivedAt);
  }

  /** How many files wait, and since when the first of them, in milliseconds: as far as the first thousand of them say. */
  async waiting(): Promise<{ readonly count: number; readonly since: number | null }> {
    const [{ files }, work] = [await this.names(), await this.unfinished()];
    const looked = await Promise.all(files.slice(0, 1_000).map((file) => this.find(file)));
    const times = [
      ...looked.flatMap((found) => (found.is === "FILE" ? [found.arrivedAt] : [])),
      ...work.map(({ arrivedAt }) => arrivedAt),
    ];
    return { count: files.length + work.length, since: times.length === 0 ? null : Math.min(...times) };
  }

  async find({ file }: FileName): Promise<Found> {
    const path = this.at("in", file);
    const found = await lstat(path, { bigint: true }).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    });
    if (!found) return { is: "GONE" };
    if (found.isSymbolicLink()) return { is: "UNREADABLE", why: "LINK" };
    if (found.isDirectory()) return { is: "UNREADABLE", why: "FOLDER" };
    if (!found.isFile()) return { is: "UNREADABLE", why: "NO_FILE" };
    if (found.nlink !== 1n) return { is: "UNREADABLE", why: "HARD_LINK" };
    const mark = [found.dev, found.ino, found.size, found.mtimeNs].join(" ");
    return { is: "FILE", size: Number(found.size), arrivedAt: Number(found.ctimeNs / 1_000_000n), mark };
  }

  /** What is seen of a file where it lies, of at most so many bytes at its end. */
  async peek({ file }: FileName, most: number): Promise<Seen | "GONE" | "UNREADABLE"> {
    try {
      const handle = await openFile(this.at("in", file));
      // It was a file a moment ago.
      if (!handle) return "GONE";
      try {
        const { size } = await handle.stat();
        const tail = await readAt(handle, Math.max(0, size - most), Math.min(size, most));
        if (size <= most) return { head: tail.subarray(0, HEAD), tail, whole: tail };
        return { head: await readAt(handle, 0, HEAD), tail, whole: null };
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (codeOf(error) === "ENOENT") return "GONE";
      if (["EACCES", "EPERM"].includes(codeOf(error))) return "UNREADABLE";
      throw error;
    }
  }

  /** Takes a file by renaming it, which only one can; gives it as it is in `work`, or null where somebody else was first. */
  async take(file: FileName, arrivedAt: number, isBatch: boolean): Promise<WorkFile | null> {
    const work = workName(arrivedAt, file, isBatch);
    try {
      await rename(this.at("in", file.file), this.at("work", work));
      return { work, file, arrivedAt: instant(arrivedAt), isBatch };
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  }

  /** A document of `work`, of at most so many bytes; null where it is no longer there. */
  async taken({ work }: WorkFile, most: number): Promise<Taken | null> {
    return this.opened(work, most, async (handle, size, mtime) => {
      const bytes = await readAt(handle, 0, size);
      await handle.close();
      return { bytes, mtime };
    });
  }

  /** The same for a batch, which has to be closed. */
  async openedBatch({ work }: WorkFile, most: number): Promise<OpenBatch | Unfit | null> {
    return this.opened(work, most, async (handle, size, mtime) => {
      const before = await handle.stat({ bigint: true });
      let failed = false;
      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        try {
          for (let read = 0; read < size;) {
            const piece = await readAt(handle, read, PIECE);
            if (piece.length === 0) return;
            read += piece.length;
            yield piece;
          }
        } catch (error) {
          failed = true;
          throw error;
        }
      };
      return {
        size,
        pieces: pieces(),
        mtime,
        async wasWhole() {
          const now = await handle.stat({ bigint: true });
          return !failed && now.size === BigInt(size) && now.mtimeNs === before.mtimeNs;
        },
        close: () => handle.close(),
      };
    });
  }

  private async opened<T>(
    work: string,
    most: number,
    use: (handle: NonNullable<Awaited<ReturnType<typeof openFile>>>, size: number, mtime: Instant) => Promise<T>,
  ): Promise<T | Unfit | null> {
    try {
      const handle = await openFile(this.at("work", work));
      if (!handle) return { isNot: "A_FILE" };
      const { size, mtimeMs } = await handle.stat();
      if (size <= most) return await use(handle, size, instant(boundedTime(mtimeMs)));
      await handle.close();
      return { isNot: "SMALL_ENOUGH" };
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  }

  /** Puts what was worked on away, under its own name, or with the time of its arrival where that is taken. */
  async keep({ work, file: { file } }: WorkFile, day: string): Promise<void> {
    const path = this.at("kept", day);
    await mkdir(path, { recursive: true });
    const isFree = await lstat(join(path, file)).then(
      () => false,
      () => true,
    );
    await rename(this.at("work", work), join(path, isFree ? file : work)).catch((error: unknown) => {
      if (codeOf(error) !== "ENOENT") throw error;
    });
  }

  /** What was told last; null: nothing ever. */
  async told(): Promise<Told | null> {
    const text = await readFile(this.at("work", TOLD), "utf8").catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    });
    return text === null ? null : (JSON.parse(text) as Told);
  }

  async remembers(told: Told): Promise<void> {
    await writeNew(this.at("work", `.${TOLD}`), [`${JSON.stringify(told)}\n`]);
    await renameSafely(this.at("work", `.${TOLD}`), this.at("work", TOLD));
  }

  private at(place: Place, name = ""): string {
    return join(this.path, place, name);
  }
}

/** The last instant that is written with a year of four digits. */
const LAST = 253_402_300_799_999;

/** A sender can give its file any time. */
function boundedTime(milliseconds: number): number {
  return Math.floor(Math.min(LAST, Math.max(0, milliseconds)));
}
