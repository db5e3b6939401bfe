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

/** A reference by an inner id. */
export function byId(value: string): Reference {
  return { by: "ID", value };
}

/** What an act refers to, as its transaction found it. */
export interface Meant {
  /** Where there is nothing of that number or code, or nothing that the actor may name, an id that nothing has. */
  readonly id: string;
  /** The code that was probably meant by one that nothing has; null where none is near. */
  readonly near: string | null;
}

/** F17: what is none of the kind that is meant, or nothing that the actor may name. `near`: the code that was probably meant. */
export function unknownReference(path: readonly string[], near: string | null = null): Violation {
  return { rule: "F17", path, says: say("notOfKind", { near }) };
}

/** F17 for each of several; `known` holds the ids of those that may be named. */
export function judgeReferences(
  named: readonly Meant[],
  known: ReadonlySet<string>,
  path: readonly string[],
): Violation[] {
  return named.flatMap(({ id, near }, index) =>
    known.has(id) ? [] : [unknownReference([...path, String(index)], near)],
  );
}
