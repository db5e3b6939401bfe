import fc from "fast-check";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../../src/domain/forms/documents.js";
import type { Members, Shape } from "../../src/domain/forms/form.js";
import { readForm, type JsonObject } from "../../src/domain/forms/read-form.js";
import type { Json } from "../../src/domain/canonical.js";
import { FormRefusal, readInPieces, type Format, type ReadDocument } from "../../src/exchange/read-document.js";
import { Unreadable } from "../../src/exchange/decoded.js";
import { character, spelling, spellings } from "./generated-cards.js";

/** Documents made from their forms alone, of whatever a form lets through and rules would refuse. */

/** What XML and JSON write in ways of their own. */
const special = fc.constantFrom("]]>", "<![CDATA[", "<!--", "&amp;", "&#13;", '"', "'", "\r", "\r\n", "\n", "\t", " ", "\u0085", "\u2028", "</note>", "\\u0000", "\\", "{}"); // prettier-ignore
const words = fc
  .array(fc.oneof(character, special), { maxLength: 12 })
  .map((parts) => parts.join(""))
  .filter((text) => !/[^\P{C}\t\n\r\u0085\p{Cf}\p{Co}]|[\p{Surrogate}]/u.test(text));

const day = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });

/** Mostly few; sometimes none, sometimes a thousand of the same. */
function some<T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  const many = of.map((one) => Array.from({ length: 1_000 }, () => one));
  return fc.oneof({ weight: 40, arbitrary: fc.array(of, { maxLength: 3 }) }, { weight: 1, arbitrary: many });
}

function held(shape: Shape, isItem = false): fc.Arbitrary<Json> {
  switch (shape.is) {
    case "text":
    case "code":
    case "id":
    case "reference":
      return words;
    case "instant":
      return fc.tuple(day, spellings).map(([at, form]) => spelling(at.getTime(), form));
    case "date":
      return day.map((at) => at.toISOString().slice(0, 10));
    case "count":
      return fc.oneof(fc.nat(), fc.constantFrom(0, 2_147_483_647));
    case "choice":
      return fc.constantFrom(...shape.values);
    case "list":
      return isItem ? fc.array(held(shape.of), { maxLength: 3 }) : some(held(shape.of, true));
    case "record":
      return members(shape.members, isItem);
  }
}

function members(all: Members, isItem = false): fc.Arbitrary<JsonObject> {
  const required = Object.keys(all).filter((name) => !all[name]?.isOptional);
  const each = Object.fromEntries(Object.entries(all).map(([name, { shape }]) => [name, held(shape, isItem)]));
  return fc.record(each, { requiredKeys: required });
}

/** The content of a document as its form reads it. */
export function contentOfForm(kind: DocumentKind): fc.Arbitrary<JsonObject> {
  return members(DOCUMENTS[kind].shape.members).map((given) => {
    const form = readForm(kind, given);
    if (!form.ok) throw new Error(JSON.stringify(form.faults));
    return form.content;
  });
}

export const documents = fc
  .constantFrom(...DOCUMENT_KINDS)
  .chain((kind) => contentOfForm(kind).map((content) => ({ kind, content })));

/** What became of a text: read, or the refusal. Whatever else is thrown is a fault of ours. */
export function readOrRefused(
  given: string | Uint8Array,
  format: Format,
  kind: DocumentKind | null,
): ReadDocument | Unreadable | FormRefusal {
  try {
    return readDocument(typeof given === "string" ? Buffer.from(given) : given, format, kind);
  } catch (error) {
    if (error instanceof Unreadable || error instanceof FormRefusal) return error;
    throw error;
  }
}

/** A refusal in short: each place with the key of its sentence. */
export function refusalOf(read: ReadDocument | Unreadable | FormRefusal): string[] {
  const at = (place: { readonly line: number; readonly column: number } | null): string =>
    place ? `${place.line}:${place.column}` : "nowhere";
  if (read instanceof Unreadable) {
    const { key, about } = read.says;
    const why =
      "why" in about ? ` ${about.why}` : "bound" in about ? ` ${about.bound}` : "is" in about ? ` ${about.is}` : "";
    return [`${at(read.place)} ${key}${why}`];
  }
  if (read instanceof FormRefusal)
    return read.faults.map(
      ({ place, path, says }) => `${at(place)} ${path.map((part) => `/${part}`).join("")} ${says.key}`,
    );
  return [];
}

/** Reads a document in one piece. */
export function readDocument(...document: Parameters<typeof readInPieces>): ReadDocument {
  return allOf(readInPieces(...document));
}

/** Does in one piece what yields between its pieces. */
export function allOf<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
