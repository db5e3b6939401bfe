import type { DocumentKind } from "../domain/forms/documents.js";
import { readForm, type JsonObject } from "../domain/forms/read-form.js";
import { say } from "../domain/wording/wording.js";
import { MOST_FAULTS, Unreadable, type DocumentFault, type Place } from "./decoded.js";
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
  constructor(readonly faults: readonly DocumentFault[]) {
    super("the document is not of its form");
  }
}

const DECODERS = { json: decodeJson, xml: decodeXml };
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** R13.2: reads a document of this kind, or (null) of any; `isKeyless` where it needs no key. Throws `Unreadable` or `FormRefusal`; nothing in it is judged by rules. */
export function readDocument(
  bytes: Uint8Array,
  format: Format,
  kind: DocumentKind | null,
  isKeyless = false,
): ReadDocument {
  const text = textOf(bytes);
  if (text.trim() === "") throw new Unreadable(say("documentEmpty", {}));
  const decoded = DECODERS[format](text, kind);
  const form = readForm(decoded.kind, decoded.value, isKeyless);
  const ofForm = form.ok ? [] : form.faults.map(({ path, says }) => ({ path, says, place: decoded.placeOf(path) }));
  const faults = [...decoded.faults, ...ofForm].slice(0, MOST_FAULTS);
  if (faults.length > 0 || !form.ok) throw new FormRefusal(faults);
  return { kind: decoded.kind, content: form.content, placeOf: (path) => decoded.placeOf(path) };
}

/** UTF-8 without its byte-order mark. */
function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unreadable(say("documentNotUtf8", {}));
  }
}
