import { beginsBatch } from "../../exchange/xml-items.js";
import type { FileName } from "./file-names.js";
import type { Seen } from "./party-folder.js";

/** Whether a file holds many documents: by its ending or, in XML, its root element. */
export function isBatch({ head }: Pick<Seen, "head">, ending: FileName["ending"]): boolean {
  return ending === "ndjson" || (ending === "xml" && beginsBatch(head.toString()) === true);
}

/**
 * Whether a document looks as if its writer had finished it: in JSON every bracket and string is closed, in XML the root element. The
 * half of a document never does; whether one that does is a document is for its reader to say.
 */
export function looksWhole(bytes: Uint8Array, ending: FileName["ending"]): boolean {
  return ending === "xml" ? isClosedXml(bytes) : isClosedJson(bytes);
}

/**
 * The same for a batch, by its ends: in XML the root element is closed, in lines the last one. The half of a batch in lines may look
 * so, if it was cut between two.
 */
export function batchLooksWhole({ tail, whole }: Seen, ending: FileName["ending"]): boolean {
  if (ending === "ndjson") {
    const line = lastLine(tail);
    // One that is longer than a document may be is refused as that, however it ends.
    return (line === tail && whole === null) || isClosedJson(line);
  }
  return END_OF_BATCH.test(withoutComments(tail.toString("latin1"))) || (whole !== null && isClosedXml(whole));
}

const END_OF_BATCH = /<\/(?:[^\s<>/:]{1,100}:)?batch\s{0,100}>$/;

/** A text without the comments at its end. */
function withoutComments(text: string): string {
  let end = text.trimEnd();
  while (end.endsWith("-->")) end = end.slice(0, Math.max(0, end.lastIndexOf("<!--"))).trimEnd();
  return end;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

function isClosedJson(bytes: Uint8Array): boolean {
  let depth = 0;
  let isText = false;
  let isEmpty = true;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (isText) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) isText = false;
      continue;
    }
    if (byte > 0x20) isEmpty = false;
    if (byte === QUOTE) isText = true;
    else if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return !isEmpty && !isText && depth <= 0;
}

/** The last line that is not blank, or as much of it as is there. */
function lastLine(tail: Uint8Array): Uint8Array {
  let end = tail.length;
  while (end > 0 && (tail[end - 1] ?? 0) <= 0x20) end -= 1;
  const before = tail.lastIndexOf(LINE_FEED, end - 1);
  return before < 0 ? tail : tail.subarray(before + 1, end);
}

function isClosedXml(bytes: Uint8Array): boolean {
  // In UTF-16, which its reader refuses, each of these characters has a NUL beside it.
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\0", "").trimEnd();
  const root = rootOf(text);
  if (root === null) return false;
  if (isEndTag(text, root)) return true;
  return text.lastIndexOf("<") === text.search(FIRST_TAG) && text.endsWith("/>");
}

const FIRST_TAG = /<[^\s<>/!?]/;

/** The name of the first element in a text, as it stands there; null where none begins. */
function rootOf(text: string): string | null {
  return /<([^\s<>/!?][^\s<>/]*)/.exec(text)?.[1] ?? null;
}

/** Whether a text ends with the end tag of this element. */
function isEndTag(text: string, name: string): boolean {
  const last = text.slice(text.lastIndexOf("<"));
  return last.startsWith(`</${name}`) && /^<\/[^\s<>]+\s*>$/.test(last);
}
