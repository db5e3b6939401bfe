import { DOCUMENT_KINDS, type DocumentKind } from "../domain/forms/documents.js";
import { shown, unknownKind } from "../domain/forms/read-form.js";
import { say } from "../domain/wording/wording.js";
import {
  DEEPEST,
  MOST_FAULTS,
  pointerOf,
  Unreadable,
  type Decoded,
  type DocumentFault,
  type Place,
} from "./decoded.js";

/**
 * Reads a document in JSON (RFC 8259). A name twice in one object is a fault, since `JSON.parse` would keep the last. `kind` null: the
 * one member of the outermost object names it, as in `{"incidentCard": {…}}`. Throws `Unreadable`.
 */
export function decodeJson(text: string, kind: DocumentKind | null): Decoded {
  const parsed = parse(text);
  const faults: DocumentFault[] = [];
  const root = kind === null ? 1 : 0;
  walk(text, (path, offset, isRepeated) => {
    if (!isRepeated || faults.length >= MOST_FAULTS) return;
    const says = say("memberRepeated", { name: shown(path.at(-1) ?? "") });
    faults.push({ path: path.slice(root), place: placeAt(text, offset), says });
  });
  const named = kind ?? kindIn(parsed);
  return {
    kind: named,
    value: kind === null ? (parsed as Record<string, unknown>)[named] : parsed,
    faults,
    placeOf: (path) => placeIn(text, kind === null ? [named, ...path] : path),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // V8 says where; at an unexpected end it does not.
    const position = /at position (\d+)/.exec(String(error))?.[1];
    throw new Unreadable(
      say("jsonUnreadable", {}),
      placeAt(text, position === undefined ? text.length : Number(position)),
    );
  }
}

function kindIn(parsed: unknown): DocumentKind {
  const names = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? Object.keys(parsed) : [];
  const known = DOCUMENT_KINDS.find((one) => one === names[0]);
  if (known && names.length === 1) return known;
  throw new Unreadable(unknownKind(names.find((name) => name !== known) ?? "", DOCUMENT_KINDS), { line: 1, column: 1 });
}

/** Where a path stands, or the nearest above it that does: its name in an object, its value in a list. */
function placeIn(text: string, path: readonly string[]): Place {
  const sought = new Set(path.map((_, index) => pointerOf(path.slice(0, index + 1))));
  let found = text.length - text.trimStart().length;
  let length = 0;
  walk(text, (at, offset) => {
    if (at.length > length && sought.has(pointerOf(at))) [found, length] = [offset, at.length];
  });
  return placeAt(text, found);
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Strings, brackets and commas of a text that JSON allows; numbers and words are passed over. */
const PARTS = /["[\]{},]/g;

/**
 * Goes through a text that JSON allows, once. `onMember` gets each name of an object and each item of a list: its path, where it
 * begins, and whether its object has the name already. Throws `Unreadable` where the text is nested too deeply.
 */
function walk(text: string, onMember: (path: readonly string[], offset: number, isRepeated: boolean) => void): void {
  /** The names of each open object; null for a list. */
  const levels: (Set<string> | null)[] = [];
  const path: string[] = [];
  let isName = false;
  const item = (index: number, offset: number): void => {
    path.push(String(index));
    onMember(path, skipSpace(text, offset), false);
  };
  PARTS.lastIndex = 0;
  for (let found = PARTS.exec(text); found; found = PARTS.exec(text)) {
    const { index } = found;
    switch (found[0]) {
      case '"': {
        const end = endOfString(text, index);
        PARTS.lastIndex = end;
        if (!isName) break;
        const name = JSON.parse(text.slice(index, end)) as string;
        const names = levels.at(-1);
        path.push(name);
        onMember(path, index, names?.has(name) ?? false);
        names?.add(name);
        isName = false;
        break;
      }
      case "{":
      case "[": {
        const isObject = found[0] === "{";
        if (levels.push(isObject ? new Set() : null) > DEEPEST)
          throw new Unreadable(say("documentTooFine", { bound: "depth", limit: DEEPEST }), placeAt(text, index), 413);
        isName = isObject;
        if (!isObject && text[skipSpace(text, index + 1)] !== "]") item(0, index + 1);
        break;
      }
      case "}":
      case "]": {
        levels.pop();
        // An empty one has put nothing on the path.
        if (path.length > levels.length) path.pop();
        isName = false;
        break;
      }
      default: {
        const last = path.pop();
        isName = levels.at(-1) !== null;
        if (!isName) item(Number(last) + 1, index + 1);
      }
    }
  }
}

/** The offset of the next character that is no white space. */
function skipSpace(text: string, offset: number): number {
  let next = offset;
  while (/[ \t\r\n]/.test(text[next] ?? "")) next += 1;
  return next;
}

/** The offset behind the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  for (;;) {
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
}
