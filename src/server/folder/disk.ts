import { constants } from "node:fs";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";

/** Bytes that are written at once. */
const PIECE = 65_536;

/** The code of a system's error; empty for any other. */
export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
  return typeof code === "string" ? code : "";
}

/** Opens a file to read; null where a link or something else than a file is there. Rejects with ENOENT where nothing is. */
export async function openFile(path: string): Promise<FileHandle | null> {
  // Neither through a link nor, in a pipe, until somebody writes.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(path, flags).catch((error: unknown) => {
    if (["ELOOP", "EMLINK", "ENXIO", "EISDIR"].includes(codeOf(error))) return null;
    throw error;
  });
  if (!handle) return null;
  const found = await handle.stat();
  if (found.isFile() && found.nlink <= 1) return handle;
  await handle.close();
  return null;
}

/** The bytes from an offset on, at most so many. */
export async function readAt(handle: FileHandle, offset: number, most: number): Promise<Buffer> {
  const bytes = Buffer.alloc(most);
  let length = 0;
  for (let read = 1; read > 0 && length < most; length += read)
    read = (await handle.read(bytes, length, most - length, offset + length)).bytesRead;
  return bytes.subarray(0, length);
}

/** Writes a new file, whole and on disk; what an earlier attempt left under that name goes, and so does this where it fails. */
export async function writeNew(path: string, texts: Iterable<string | Buffer> | AsyncIterable<string>): Promise<void> {
  await rm(path, { force: true });
  const handle = await open(path, "wx");
  try {
    let held: Buffer[] = [];
    let size = 0;
    const write = async (): Promise<void> => {
      if (size > 0) await handle.writeFile(Buffer.concat(held));
      [held, size] = [[], 0];
    };
    for await (const text of texts) {
      const bytes = Buffer.from(text as string);
      held.push(bytes);
      size += bytes.length;
      if (size >= PIECE) await write();
    }
    await write();
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Renames within a folder, on disk: a rename is there once its folder is. */
export async function renameSafely(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}

export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
