import { TERM_RULES, type Term } from "../../domain/obligations.js";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";

/** The rules that a list is narrowed to, in capitals or not. Throws BAD_USER_INPUT, with its path, for one that sets no term. */
export function termRules(named: readonly string[], path: readonly string[]): Term["rule"][] {
  const asked = named.map((name) => name.toUpperCase());
  const unknown = asked.findIndex((name) => !TERM_RULES.some((rule) => rule === name));
  if (unknown >= 0) {
    const says = say("termRuleUnknown", { allowed: TERM_RULES.toSorted().join(", ") });
    throw new Refusal("BAD_USER_INPUT", says, [...path, String(unknown)]);
  }
  return TERM_RULES.filter((rule) => asked.includes(rule));
}
