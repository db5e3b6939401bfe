import { canonicalKey, isPrintable } from "./submission-key.js";
import type { Violation } from "./verdict.js";
import { say } from "./wording/wording.js";

/**
 * What a submission refers to, as it was written: an incident, a notification or an object by its inner id, by its number or code
 * in capitals, or (an incident) by the key of the same party's submission that opened it or was about it. What that is shows only
 * in the act's transaction (`features/submissions/references.ts`): content is a function of what was sent alone.
 */
export interface Reference {
  readonly by: "ID" | "NUMBER" | "KEY";
  readonly value: string;
  /** Where it stood in the list that named it, from 0: what is named twice counts once. */
  readonly place?: number;
}

/** What begins a reference by key; no number and no opaque id has a colon. */
const KEY = "key:";

/** A reference by number or by key; null for a text that can be neither. */
export function referenceIn(text: string): Reference | null {
  if (text.startsWith(KEY)) {
    const key = canonicalKey(text.slice(KEY.length));
    return isPrintable(key) ? { by: "KEY", value: key } : null;
  }
  const number = text.trim();
  return isNumber(number) ? { by: "NUMBER", value: number.toUpperCase() } : null;
}

/** Whether a text can be a number or a code, in capitals or not. */
export function isNumber(text: string): boolean {
  return /^[A-Za-z0-9-]{1,64}$/.test(text);
}

/** A reference in canonical content. */
export function referenceContent({ by, value }: Reference): string {
  return by === "KEY" ? `${KEY}${value}` : value;
}

/** F17: an id that is none of the kind that is meant, or of nothing that the actor may name. */
export function unknownReference(path: readonly string[]): Violation {
  return { rule: "F17", path, says: say("notOfKind", {}) };
}

/** F17 for each of several ids; `known` holds those that may be named. */
export function judgeReferences(
  ids: readonly string[],
  known: ReadonlySet<string>,
  path: readonly string[],
): Violation[] {
  return ids.flatMap((id, index) => (known.has(id) ? [] : [unknownReference([...path, String(index)])]));
}
