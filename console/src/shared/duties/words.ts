import type { Obligation } from "../../live/state.js";
import type { Texts } from "../../texts/texts.js";

/** What a duty is called, by its rule. */
export function dutyOf(rule: string, { words }: Texts): string {
  return rule in words.duties ? words.duties[rule as keyof typeof words.duties].short : rule;
}

/** The number of what a duty is about. */
export const numberOf = ({ incident, notification }: Obligation): string =>
  incident?.number ?? notification?.number ?? "";
