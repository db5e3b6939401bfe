import { setImmediate } from "node:timers/promises";
import type { DocumentKind } from "../domain/forms/documents.js";
import { MOST_FAULTS, readForm, shown, type JsonObject } from "../domain/forms/read-form.js";
import { canonicalKey, isPrintable } from "../domain/submission-key.js";
import { say } from "../domain/wording/wording.js";
import { Lines, looksLike, Unreadable, type DocumentFault, type Place } from "./decoded.js";
import { decodeJson } from "./json.js";
import { decodeXml } from "./xml.js";

export const FORMATS = ["json", "xml"] as const;
export type Format = (typeof FORMATS)[number];

/** A document of its form: what is in it, and where each path stands. */
export interface ReadDocument {
  readonly kind: DocumentKind;
  readonly content: JsonObject;
  placeOf(path: readonly string[]): Place | null;
}

/** What was sent is not of the form: each fault with its place. */
export class FormRefusal extends Error {
  constructor(
    readonly faults: readonly DocumentFault[],
    /** The key that it has all the same; null where it has none that could be one. */
    readonly submissionKey: string | null,
  ) {
    super("the document is not of its form");
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Does each piece of a work in a turn of its own: of the event loop, or as `turn` says. */
export async function inTurns<T>(work: Generator<void, T>, turn: () => Promise<unknown> = setImmediate): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await turn();
  }
}

/**
 * R13.2: reads a document of this kind, or (null) of any; `isKeyless` where it needs no key. Yields between pieces: four megabytes of
 * XML take more than a second. Throws `Unreadable` or `FormRefusal`; nothing in it is judged by rules.
 */
export function* readInPieces(
  bytes: Uint8Array,
  format: Format,
  kind: DocumentKind | null,
  isKeyless = false,
): Generator<void, ReadDocument> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw looksLike("GZIP");
  const text = textOf(bytes);
  const [first] = text.trimStart();
  if (first === undefined) throw new Unreadable(say("documentEmpty", {}));
  if (format === "json" && first === "<") throw looksLike("XML");
  if (format === "xml" && (first === "{" || first === "[")) throw looksLike("JSON");
  const decoded = format === "json" ? decodeJson(text, kind) : yield* decodeXml(text, kind);
  const form = readForm(decoded.kind, decoded.value, isKeyless);
  const ofForm = form.ok ? [] : form.faults.map(({ path, says }) => ({ path, says, place: decoded.placeOf(path) }));
  const faults = [...decoded.faults, ...ofForm].slice(0, MOST_FAULTS);
  // A name that is not known can be as long as the document.
  if (faults.length > 0 || !form.ok)
    throw new FormRefusal(
      faults.map((fault) => ({ ...fault, path: fault.path.map(shown) })),
      keyOf(decoded.value, faults),
    );
  return { kind: decoded.kind, content: form.content, placeOf: (path) => decoded.placeOf(path) };
}

/** The key in what is not of its form; null where that cannot be one, or stands there twice. */
function keyOf(value: unknown, faults: readonly DocumentFault[]): string | null {
  const key = (value as { readonly submissionKey?: unknown } | null)?.submissionKey;
  const isClear = typeof key === "string" && isPrintable(canonicalKey(key));
  return isClear && !faults.some(({ path }) => path[0] === "submissionKey") ? key : null;
}

/** UTF-8 without its byte-order mark. UTF-16 without a mark is UTF-8 where it holds ASCII, with a NUL in each character. */
function textOf(bytes: Uint8Array): string {
  const notUtf8 = (place: Place): Unreadable => new Unreadable(say("documentNotUtf8", {}), place);
  if (bytes[0] === 0 || bytes[1] === 0) throw notUtf8({ line: 1, column: 1 });
  try {
    return utf8.decode(bytes);
  } catch {
    throw notUtf8(placeOfBadByte(bytes));
  }
}

/** Where the first bytes stand that are not UTF-8: decoded leniently, they are the first U+FFFD that was not sent. */
function placeOfBadByte(bytes: Uint8Array): Place {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let [index, byte] = [-1, 0];
  do {
    const next = text.indexOf("\uFFFD", index + 1);
    byte += Buffer.byteLength(text.slice(index + 1, next));
    index = next;
    byte += 3;
  } while (bytes[byte - 3] === 0xef && bytes[byte - 2] === 0xbf && bytes[byte - 1] === 0xbd);
  const marks = text.startsWith("\uFEFF") ? 1 : 0;
  return new Lines(text.slice(marks)).at(index - marks);
}
