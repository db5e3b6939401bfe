import { DOCUMENT_KINDS, membersOf, type DocumentKind } from "../domain/forms/documents.js";
import { MOST_FAULTS, shown, unknownKind } from "../domain/forms/read-form.js";
import { say } from "../domain/wording/wording.js";
import { Lines, looksLike, Unreadable, type Decoded, type DocumentFault } from "./decoded.js";
import { offsetOfFault } from "./json-fault.js";
import { JsonPlaces, lookThrough } from "./json-text.js";

/**
 * Reads a document in JSON (RFC 8259). A name twice in one object is a fault, since `JSON.parse` would keep the last. `kind` null: the
 * one member of the outermost object names it, as in `{"incidentCard": {…}}`. Throws `Unreadable`.
 */
export function decodeJson(text: string, kind: DocumentKind | null): Decoded {
  const lines = new Lines(text);
  const places = new JsonPlaces(text);
  const faults: DocumentFault[] = [];
  const root = kind === null ? 1 : 0;
  lookThrough(text, lines, (path, offset) => {
    if (faults.length >= MOST_FAULTS) return;
    const says = say("memberRepeated", { name: shown(path.at(-1) ?? "") });
    faults.push({ path: path.slice(root), place: lines.at(offset), says });
  });
  const parsed = parse(text, lines);
  const named = kind ?? kindIn(parsed, lines, places);
  if (kind !== null && isNamed(parsed)) throw new Unreadable(say("documentNamed", { kind }), lines.at(places.find([])));
  return {
    kind: named,
    value: kind === null ? (parsed as Record<string, unknown>)[named] : parsed,
    faults,
    placeOf: (path) => lines.at(places.find(kind === null ? [named, ...path] : path)),
  };
}

function parse(text: string, lines: Lines): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const offset = offsetOfFault(text);
    if (beginsAnother(text, offset)) throw looksLike("LINES", lines.at(offset));
    throw new Unreadable(say("jsonUnreadable", {}), lines.at(offset));
  }
}

/** Whether a whole object stands before `offset`, and another one begins there on a line of its own. */
function beginsAnother(text: string, offset: number): boolean {
  if (text[offset] !== "{" || !/\}\s*[\r\n]\s*$/.test(text.slice(0, offset).slice(-1_000))) return false;
  try {
    JSON.parse(text.slice(0, offset));
    return true;
  } catch {
    return false;
  }
}

function kindIn(parsed: unknown, lines: Lines, places: JsonPlaces): DocumentKind {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new Unreadable(say("valueUnfit", { expected: "RECORD" }), lines.at(places.find([])));
  const names = Object.keys(parsed);
  const known = DOCUMENT_KINDS.find((one) => one === names[0]);
  if (known && names.length === 1) return known;
  if (names.includes("submissionKey"))
    throw new Unreadable(say("documentNaked", { kind: kindLike(names) }), lines.at(places.find([])));
  const other = names.find((name) => name !== known) ?? null;
  throw new Unreadable(unknownKind(other, DOCUMENT_KINDS), lines.at(places.find(other === null ? [] : [other])));
}

/** Whether a document has its name around it, as in `{"incidentCard": {…}}`. */
function isNamed(parsed: unknown): boolean {
  const names = typeof parsed === "object" && parsed !== null ? Object.keys(parsed) : [];
  return names.length === 1 && DOCUMENT_KINDS.some((one) => one === names[0]);
}

/** The kind of document whose members these are, for an example of how it is named. */
function kindLike(names: readonly string[]): DocumentKind {
  return DOCUMENT_KINDS.find((kind) => names.every((name) => name in membersOf(kind))) ?? "incidentCard";
}
