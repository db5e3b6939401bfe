import { say } from "../domain/wording/wording.js";
import { DEEPEST, MOST_ELEMENTS, MOST_NAMES, skipSpace, Unreadable, type Lines } from "./decoded.js";

/** Strings, brackets and commas of JSON; numbers and words are passed over. */
const PARTS = /["[\]{},]/g;

/**
 * Goes through a text, once, before `JSON.parse` makes objects of it. `onRepeated` gets each name that its object has already: its path
 * and where it stands. Throws `Unreadable` where there is too much of the text. What it finds in a text that is no JSON means nothing.
 */
export function lookThrough(
  text: string,
  lines: Lines,
  onRepeated: (path: readonly string[], offset: number) => void,
): void {
  /** The names of each open object; of a list, how many items are behind. */
  const levels: (Set<string> | number)[] = [];
  /** The name or index of what is being read, for each level. */
  const path: string[] = [];
  let isName = false;
  let elements = 0;
  const known = new Set<string>();
  PARTS.lastIndex = 0;
  for (let found = PARTS.exec(text); found; found = PARTS.exec(text)) {
    const { index } = found;
    const level = levels.length - 1;
    const tooFine = (bound: "depth" | "elements" | "names", limit: number): Unreadable =>
      new Unreadable(say("documentTooFine", { bound, limit }), lines.at(index), 413);
    // Each name and each item has a bracket or a comma before it.
    if (/[{[,]/.test(found[0]) && (elements += 1) > MOST_ELEMENTS) throw tooFine("elements", MOST_ELEMENTS);
    switch (found[0]) {
      case '"': {
        const end = endOfString(text, index);
        if (end === 0) return;
        PARTS.lastIndex = end;
        const names = levels[level];
        if (!isName || !(names instanceof Set)) break;
        const name = stringIn(text.slice(index, end));
        if (name === null) return;
        if (known.add(name).size > MOST_NAMES) throw tooFine("names", MOST_NAMES);
        path[level] = name;
        if (names.has(name)) onRepeated(path.slice(0, levels.length), index);
        names.add(name);
        isName = false;
        break;
      }
      case "{":
      case "[": {
        isName = found[0] === "{";
        if (levels.push(isName ? new Set() : 0) > DEEPEST) throw tooFine("depth", DEEPEST);
        path[level + 1] = "0";
        break;
      }
      case "}":
      case "]": {
        levels.pop();
        isName = false;
        break;
      }
      default: {
        const held = levels[level];
        isName = typeof held !== "number";
        if (typeof held === "number") path[level] = String((levels[level] = held + 1));
      }
    }
  }
}

/** Where the names of an object or the items of a list stand in a text that JSON allows. */
type Entries = ReadonlyMap<string, number> | readonly number[];

/** Finds paths in a text that JSON allows. What an object or list holds is looked through once, when something in it is sought. */
export class JsonPlaces {
  private readonly entries = new Map<number, Entries>();

  constructor(private readonly text: string) {}

  /** The offset of a path, or of the nearest above it that stands there: its name in an object, its value in a list. */
  find(path: readonly string[]): number {
    const { text } = this;
    let value = skipSpace(text, 0);
    let found = value;
    for (const step of path) {
      const entries = this.entriesAt(value);
      const entry = Array.isArray(entries) ? entries[Number(step)] : (entries as ReadonlyMap<string, number>).get(step);
      if (entry === undefined) break;
      found = value = entry;
      if (!Array.isArray(entries)) value = skipSpace(text, skipSpace(text, endOfString(text, entry)) + 1);
    }
    return found;
  }

  private entriesAt(offset: number): Entries {
    const known = this.entries.get(offset);
    if (known) return known;
    const entries = entriesOf(this.text, offset);
    this.entries.set(offset, entries);
    return entries;
  }
}

function entriesOf(text: string, start: number): Entries {
  const items: number[] = [];
  const names = new Map<string, number>();
  const isObject = text[start] === "{";
  if (!isObject && text[start] !== "[") return items;
  const enter = (before: number): void => {
    const at = skipSpace(text, before);
    if (text[at] === "}" || text[at] === "]") return;
    // The last of a name is the one that counts, as for `JSON.parse`.
    if (isObject) names.set(JSON.parse(text.slice(at, endOfString(text, at))) as string, at);
    else items.push(at);
  };
  enter(start + 1);
  PARTS.lastIndex = start + 1;
  for (let depth = 1; depth > 0;) {
    const found = PARTS.exec(text);
    if (!found) break;
    if (found[0] === '"') PARTS.lastIndex = endOfString(text, found.index);
    else if (found[0] === "{" || found[0] === "[") depth += 1;
    else if (found[0] === "}" || found[0] === "]") depth -= 1;
    else if (depth === 1) enter(found.index + 1);
  }
  return isObject ? names : items;
}

/** A string of JSON; null for what is none. */
function stringIn(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}

/** The offset behind the string that begins at `start`; 0 where it does not end. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  for (;;) {
    if (end < 0) return 0;
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
}
