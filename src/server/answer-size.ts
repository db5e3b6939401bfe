/** The most bytes that a character of a text takes in JSON: \u0000, or four bytes for a pair of them. */
const WIDEST = 6;

/** About how many bytes a value has in JSON, two for each character of its texts; no more is looked at past `limit`. */
export function roughSize(value: unknown, limit: number): number {
  return sizeOf(value, limit, (text) => 2 * text.length + 2);
}

/**
 * Whether a value would have more bytes in JSON than `limit`, told without writing it. Texts are taken to be as wide as can be
 * at first, which settles it for nearly every answer.
 */
export function isLargerThan(value: unknown, limit: number): boolean {
  return sizeOf(value, limit, (text) => WIDEST * text.length + 2) > limit && sizeOf(value, limit, written) > limit;
}

function written(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}

/** Bytes of a value in JSON; no more is looked at once they are more than `limit`. */
function sizeOf(value: unknown, limit: number, ofText: (text: string) => number): number {
  if (typeof value === "string") return ofText(value);
  if (typeof value !== "object" || value === null) return String(value).length;
  // Two brackets, and a comma for each but the last.
  if (Array.isArray(value)) {
    let size = value.length === 0 ? 2 : 1;
    for (let index = 0; index < value.length && size <= limit; index += 1)
      size += 1 + sizeOf(value[index], limit - size, ofText);
    return size;
  }
  const names = Object.keys(value);
  let size = names.length === 0 ? 2 : 1;
  for (const name of names) {
    if (size > limit) break;
    size += name.length + 4 + sizeOf((value as Readonly<Record<string, unknown>>)[name], limit - size, ofText);
  }
  return size;
}
