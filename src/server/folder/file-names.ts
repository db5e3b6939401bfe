import { instant, type Instant } from "../../domain/instant.js";
import type { Format } from "../../exchange/read-document.js";

/** A file that is taken, by its name. */
export interface FileName {
  /** The whole name, as in `in`. */
  readonly file: string;
  /** Without its ending: what its answer is called by. */
  readonly name: string;
  readonly ending: Format | "ndjson";
}

const NAME = /^([A-Za-z0-9][A-Za-z0-9._-]{0,120})\.(json|xml|ndjson)$/;

/** What a name says of a file; null where it is none that is taken. */
export function fileName(file: string): FileName | null {
  const [, name, ending] = NAME.exec(file) ?? [];
  return name === undefined ? null : { file, name, ending: ending as FileName["ending"] };
}

/** The format in which a file is answered. */
export function formatOf({ ending }: FileName): Format {
  return ending === "xml" ? "xml" : "json";
}

/** Whether a file is still being written, by its name: `NAME.part`, or a hidden one as many programs make them. */
export function isInTheMaking(file: string): boolean {
  return file.startsWith(".") || file.endsWith(".part");
}

/** Characters of a name that are shown. */
const SHOWN = 300;

/** A name as it may stand in a text for people: in quotes, with whatever is not seen by its code. */
export function quoted(file: string): string {
  const seen = Array.from(file.slice(0, SHOWN), (character) =>
    /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return `"${seen.join("")}"`;
}

/** A file that is worked on. */
export interface WorkFile {
  /** What it is called meanwhile. */
  readonly work: string;
  readonly file: FileName;
  /** By its file system; the first rename takes it from the file. */
  readonly arrivedAt: Instant;
  /** Whether it holds many documents. */
  readonly isBatch: boolean;
}

/** What a file is called while it is worked on: what is known of it has to outlast a gateway. */
export function workName(arrivedAt: number, { file }: FileName, isBatch: boolean): string {
  return `${arrivedAt}~${isBatch ? "batch~" : ""}${file}`;
}

/** The file that is worked on under a name; null: it is none of ours. */
export function workFile(work: string): WorkFile | null {
  const [, arrivedAt, batch, rest = ""] = /^(\d{1,15})~(batch~)?(.*)$/.exec(work) ?? [];
  const file = fileName(rest);
  if (!file || arrivedAt === undefined) return null;
  return { work, file, arrivedAt: instant(Number(arrivedAt)), isBatch: batch !== undefined };
}
