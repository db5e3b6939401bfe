import type { Limits } from "./limits.js";
import { canonicalText, isBlank } from "./text.js";
import type { Violation } from "./verdict.js";
import { say } from "./wording/wording.js";

/** Stands in a trial for a key that is left out. */
export const NO_KEY = "-";

/** The form in which keys are compared and kept: two ways to write a letter are one letter, in keys as in texts. */
export function canonicalKey(key: string): string {
  return canonicalText(key);
}

/** Neither control, format and unpaired characters (C) nor line and paragraph separators (Zl, Zp); and not only white space. */
export function isPrintable(key: string): boolean {
  return !isBlank(key) && !/[\p{C}\p{Zl}\p{Zp}]/u.test(key);
}

/** F10: what is wrong with a submission key. */
export function judgeSubmissionKey(key: string, limits: Limits): Violation[] {
  const fits = key.length <= limits.submissionKey && isPrintable(key);
  return fits ? [] : [{ rule: "F10", path: ["submissionKey"], says: say("keyUnfit", { limit: limits.submissionKey }) }];
}
