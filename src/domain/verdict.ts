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
export interface Warning extends Violation {
  /** R9.2: the registered object toward whose owner the duty is; whoever says the warning puts its code into the sentence. */
  readonly objectId?: string;
}
