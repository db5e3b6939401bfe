/** Parts in one line; the empty ones are left out, and so is what would write one of them into the others. */
export function dotted(...parts: readonly string[]): string {
  return parts.filter(Boolean).map(inOrder).join(" · ");
}

/** A text without the characters that turn around how it and what comes after it is read (UAX 9, explicit directions). */
export function inOrder(text: string): string {
  return text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "");
}
