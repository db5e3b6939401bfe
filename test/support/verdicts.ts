import type { Judgement } from "../../src/domain/card-rules.js";
import type { Violation } from "../../src/domain/verdict.js";

/** Rule and path of each, as `F1 card.nature`. */
export function reported(all: readonly Violation[]): string[] {
  return all.map(({ rule, path }) => `${rule} ${path.join(".")}`);
}

/** The same of what was judged; nothing where it was accepted. */
export function faults(judgement: Judgement<unknown>): string[] {
  return judgement.ok ? [] : reported(judgement.violations);
}
