import { open } from "node:fs/promises";
import { unreadable } from "./obstacle.js";

/** The first bytes of a file, at most so many. */
export async function headOf(file: string, bytes: number): Promise<Buffer> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw unreadable(file, error);
  }
}
