import { constants } from "node:fs";
import { lstat, mkdir, open, opendir, readFile, rename, rm, statfs, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { FileTimes } from "../../journal/journal.store.js";
import { instant } from "../../domain/instant.js";
import { fileName, isInTheMaking, workFile, workName, type FileName } from "./file-names.js";

/** The four places of a party's reserve folder: what is sent, what is worked on, what is answered, what was worked on. */
const PLACES = ["in", "work", "out", "kept"] as const;
type Place = (typeof PLACES)[number];

/** Names of `in` that are read at most: more than anybody will look at. */
const MOST_NAMES = 100_000;
/** Bytes that have to fit in `out` before anything is taken: a receipt, or a refusal of a hundred places. */
const ROOM = 65_536;
const UNREADABLE = "UNREADABLE.txt";

/** What stands under a name of `in`. */
export type Found =
  | { readonly is: "GONE" }
  | { readonly is: "UNREADABLE"; readonly why: string }
  | {
      readonly is: "FILE";
      readonly size: number;
      readonly arrivedAt: number;
      /** The same while nobody writes to it. */ readonly mark: string;
    };

/** The bytes of a file that is worked on; null: it is none, or larger than they may be. */
export type Taken =
  { readonly bytes: Buffer; readonly mtime: FileTimes["mtime"] } | { readonly isNot: "SMALL_ENOUGH" | "A_FILE" };

/** A party's reserve folder on disk. It follows no link and opens nothing but files; what it does not take it does not touch. */
export class PartyFolder {
  constructor(
    readonly code: string,
    private readonly path: string,
  ) {}

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

  /** What was being worked on when a gateway ended, or could not be finished: oldest first. */
  async unfinished(): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const { name } of await opendir(this.at("work"))) if (workFile(name)) names.push(name);
    return names.toSorted((one, other) => (workFile(one)?.arrivedAt ?? 0) - (workFile(other)?.arrivedAt ?? 0));
  }

  /** How many files wait, and since when the first of them, in milliseconds: as far as the first thousand of them say. */
  async waiting(): Promise<{ readonly count: number; readonly since: number | null }> {
    const [{ files }, work] = [await this.names(), await this.unfinished()];
    const looked = await Promise.all(files.slice(0, 1_000).map((file) => this.find(file)));
    const times = [
      ...looked.flatMap((found) => (found.is === "FILE" ? [found.arrivedAt] : [])),
      ...work.map((name) => workFile(name)?.arrivedAt ?? 0),
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
    if (found.isSymbolicLink()) return { is: "UNREADABLE", why: "a link" };
    if (found.isDirectory()) return { is: "UNREADABLE", why: "a folder" };
    if (!found.isFile()) return { is: "UNREADABLE", why: "not a file" };
    if (found.nlink !== 1n) return { is: "UNREADABLE", why: "a file with another name elsewhere" };
    const mark = [found.dev, found.ino, found.size, found.mtimeNs].join(" ");
    return { is: "FILE", size: Number(found.size), arrivedAt: Number(found.ctimeNs / 1_000_000n), mark };
  }

  /** The bytes of a file where it lies, to see whether it is whole; null where the gateway may not read it. */
  async peek({ file }: FileName, most: number): Promise<Buffer | null> {
    const taken = await this.read(this.at("in", file), most).catch((error: unknown) => {
      if (["EACCES", "EPERM"].includes(codeOf(error))) return null;
      throw error;
    });
    return taken === null ? null : "bytes" in taken ? taken.bytes : Buffer.alloc(0);
  }

  /** Takes a file by renaming it, which only one can; gives its name in `work`, or null where somebody else was first. */
  async take(file: FileName, arrivedAt: number): Promise<string | null> {
    const name = workName(arrivedAt, file);
    try {
      await rename(this.at("in", file.file), this.at("work", name));
      return name;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  }

  /** A file of `work`; null where it is no longer there. */
  async taken(name: string, most: number): Promise<Taken | null> {
    try {
      return await this.read(this.at("work", name), most);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  }

  private async read(path: string, most: number): Promise<Taken> {
    // Neither through a link nor, in a pipe, until somebody writes.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const handle = await open(path, flags).catch((error: unknown) => {
      if (["ELOOP", "EMLINK", "ENXIO", "EISDIR"].includes(codeOf(error))) return null;
      throw error;
    });
    if (!handle) return { isNot: "A_FILE" };
    try {
      const found = await handle.stat();
      if (!found.isFile() || found.nlink > 1) return { isNot: "A_FILE" };
      if (found.size > most) return { isNot: "SMALL_ENOUGH" };
      const bytes = Buffer.alloc(found.size + 1);
      let length = 0;
      for (let read = 1; read > 0 && length < bytes.length; length += read)
        read = (await handle.read(bytes, length, bytes.length - length)).bytesRead;
      return { bytes: bytes.subarray(0, Math.min(length, found.size)), mtime: instant(boundedTime(found.mtimeMs)) };
    } finally {
      await handle.close();
    }
  }

  /** Whether the disk has as much left, as far as it says: a quota it does not. */
  async hasSpace(): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.at("out"));
    return bavail * bsize >= ROOM;
  }

  /** Whether an answer of 64 KiB can be written. */
  async hasRoom(): Promise<boolean> {
    try {
      await this.writeWhole(".room", Buffer.alloc(ROOM));
      await unlink(this.at("out", ".room"));
      return true;
    } catch {
      await rm(this.at("out", ".room"), { force: true }).catch(() => undefined);
      return false;
    }
  }

  /** Puts the answer to a file into `out`, whole and on disk; what answered an earlier file of this name goes. */
  async answer({ file, name, ending }: FileName, is: "receipt" | "refusal", text: string): Promise<void> {
    const made = `.${file}`;
    await this.writeWhole(made, Buffer.from(text));
    await rename(this.at("out", made), this.at("out", `${name}.${is}.${ending}`));
    await rm(this.at("out", `${name}.${is === "receipt" ? "refusal" : "receipt"}.${ending}`), { force: true });
    await this.settle("out");
  }

  /** Puts what was worked on away, under its own name, or with the time of its arrival where that is taken. */
  async keep(work: string, { file }: FileName, day: string): Promise<void> {
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

  /** Names for people what lies in `in` and is not touched; takes the list away when there is nothing. */
  async listUnreadable(lines: readonly string[]): Promise<void> {
    const path = this.at("out", UNREADABLE);
    const text = lines.length === 0 ? null : `${lines.join("\n")}\n`;
    const before = await readFile(path, "utf8").catch(() => null);
    if (text === before) return;
    if (text === null) return unlink(path);
    await this.writeWhole(`.${UNREADABLE}`, Buffer.from(text));
    await rename(this.at("out", `.${UNREADABLE}`), path);
  }

  /** Writes a new file of `out`; what an earlier attempt left under that name goes. */
  private async writeWhole(name: string, bytes: Buffer): Promise<void> {
    const path = this.at("out", name);
    await rm(path, { force: true });
    const handle = await open(path, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** A rename is on disk once its folder is. */
  private async settle(place: Place): Promise<void> {
    const handle = await open(this.at(place), constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
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

export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
  return typeof code === "string" ? code : "";
}
