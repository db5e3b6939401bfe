import type { Violation } from "./verdict.js";
import { say } from "./wording/wording.js";

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
