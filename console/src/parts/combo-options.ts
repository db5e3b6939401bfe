import { folded, holdsWords, wordsOf } from "./spelling.js";

/** One thing to pick: `value` is what the gateway is told, `label` what it is called, `detail` what tells it from others. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

/** Options of which each word that was typed is a part, those that begin with it first, however the layout spells it. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const words = wordsOf(typed);
  const first = words[0] ?? "";
  const found = options.filter(({ label, value, detail }) => holdsWords(`${label} ${value} ${detail ?? ""}`, words));
  const begins = ({ label }: Option): boolean => folded(label).startsWith(first);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))];
}

/**
 * The place of the option that Enter takes; -1: none. It is what the person walked to, wherever it stands by now; else the first of
 * what was found by typing. Where nothing was typed, the first of all is nobody's choice.
 */
export function activeIn(shown: readonly Option[], typed: string, walked: string | null): number {
  const place = shown.findIndex(({ value }) => value === walked);
  return place >= 0 ? place : typed.trim() !== "" && shown.length > 0 ? 0 : -1;
}
