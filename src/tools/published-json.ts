import { readFile, stat } from "node:fs/promises";
import { Unreadable } from "../domain/indicator/published-file.js";
import { Hindrance } from "../platform/program.js";

/** Bytes of a file that is read; the largest that MISP publishes have some 30 million. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** What a published JSON file holds, as `read` has it. Rejects with a Hindrance that names the file and the place in it. */
export async function readPublishedJson<Read>(file: string, read: (content: unknown) => Read): Promise<Read> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Hindrance(`There is no file ${file}.`);
  if (found.size > MOST_BYTES)
    throw new Hindrance(`${file} has more than ${MOST_BYTES / 1024 / 1024} MiB, the most that are read.`);
  try {
    return read(contentOf(await readFile(file)));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Hindrance(`${file}: ${error.path === "" ? "this file" : error.path} ${error.message}.`, { cause: error });
  }
}

function contentOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Unreadable("", `is no JSON in UTF-8 (${error instanceof Error ? error.message : "unknown"})`);
  }
}
