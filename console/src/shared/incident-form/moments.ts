import { MINUTE, SECOND } from "../../time/almaty.js";
import { parseDateTime } from "../../time/parse.js";
import { writeDateTime } from "../../time/write.js";

/** Milliseconds from the confirmation within which the national centre must be told (R9.1). */
export const R91 = 15 * MINUTE;

/**
 * The instant of a field for a date and time, RFC 3339; null where it is none. `known` is the one that the field was filled with:
 * it may have milliseconds, which the field does not show, and a term that begins with it must not move by them.
 */
export function instantOf(typed: string, known: string | null, now: number): string | null {
  if (known !== null && writeDateTime(Date.parse(known)) === typed.trim()) return known;
  const at = parseDateTime(typed, now);
  return at === null ? null : new Date(at).toISOString();
}

/** The full second that it is: what a field shows is what is sent. */
export function secondOf(now: number): number {
  return Math.floor(now / SECOND) * SECOND;
}
