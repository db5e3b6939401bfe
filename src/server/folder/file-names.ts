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

/** What a file is called while it is worked on: with the time of its arrival, which the first rename takes from it. */
export function workName(arrivedAt: number, { file }: FileName): string {
  return `${arrivedAt}~${file}`;
}

/** The file that is worked on under a name; null: it is none of ours. */
export function workFile(name: string): { readonly arrivedAt: number; readonly file: FileName } | null {
  const [, arrivedAt, rest = ""] = /^(\d{1,15})~(.*)$/.exec(name) ?? [];
  const file = fileName(rest);
  return file && arrivedAt !== undefined ? { arrivedAt: Number(arrivedAt), file } : null;
}
