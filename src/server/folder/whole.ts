import type { FileName } from "./file-names.js";

/**
 * Whether a file looks as if its writer had finished it: in JSON every bracket and string is closed, in XML the root element. The half
 * of a document never does; whether one that does is a document is for its reader to say.
 */
export function looksWhole(bytes: Uint8Array, ending: FileName["ending"]): boolean {
  return ending === "xml" ? isClosedXml(bytes) : isClosedJson(bytes);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

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

function isClosedXml(bytes: Uint8Array): boolean {
  // In UTF-16, which its reader refuses, each of these characters has a NUL beside it.
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\0", "").trimEnd();
  const root = rootOf(text);
  if (root === null) return false;
  const last = text.lastIndexOf("<");
  if (text.startsWith(`</${root}`, last)) return /^<\/[^\s<>]+\s*>$/.test(text.slice(last));
  return last === text.search(FIRST_TAG) && text.endsWith("/>");
}

const FIRST_TAG = /<[^\s<>/!?]/;

/** The name of the first element in a text, as it stands there; null where none begins. */
function rootOf(text: string): string | null {
  return /<([^\s<>/!?][^\s<>/]*)/.exec(text)?.[1] ?? null;
}

/** Whether it holds many documents: by its ending or, in XML, its root element. */
export function isBatch(bytes: Uint8Array, ending: FileName["ending"]): boolean {
  if (ending !== "xml") return ending === "ndjson";
  return rootOf(Buffer.from(bytes.subarray(0, 4_096)).toString("latin1")) === "batch";
}
