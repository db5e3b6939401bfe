/** The most bytes that one character of a string takes in JSON: \u0000, or four bytes for a surrogate pair. */
const WIDEST = 6;

/** Roughly how many bytes a value takes in JSON, at two per character of its strings; stops counting past `limit`. */
export function roughSize(value: unknown, limit: number): number {
  return sizeOf(value, limit, (text) => 2 * text.length + 2);
}

/**
 * Whether a value would take more bytes in JSON than `limit`, without serializing it. Strings are first assumed to be as wide as
 * possible, which settles nearly every answer.
 */
export function isLargerThan(value: unknown, limit: number): boolean {
  return sizeOf(value, limit, (text) => WIDEST * text.length + 2) > limit && sizeOf(value, limit, written) > limit;
}

function written(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}

/** Bytes of a value in JSON; stops counting past `limit`. */
function sizeOf(value: unknown, limit: number, ofText: (text: string) => number): number {
  if (typeof value === "string") return ofText(value);
  if (typeof value !== "object" || value === null) return String(value).length;
  // Two brackets, and a comma after each entry but the last.
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
