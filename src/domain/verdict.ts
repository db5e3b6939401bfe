import type { RuleId } from "./rules.js";
import type { Saying } from "./wording/wording.js";

/** A broken rule: which, at which place of the input, and what to do about it. */
export interface Violation {
  readonly rule: RuleId;
  /** From the mutation's `input` down: `["card", "indicators", "3", "value"]`. */
  readonly path: readonly string[];
  readonly says: Saying;
}

/** A doubtful but accepted value. Same shape as a violation; it refuses nothing. */
export type Warning = Violation;
