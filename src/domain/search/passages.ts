import type { SearchedPart, SearchedText } from "./parts.js";
import { allTerms, termsOf, wordsIn, type Terms, type WordInText } from "./words.js";

/** A word that was found, in UTF-16 units of the passage's text. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

export interface Passage {
  readonly in: SearchedPart;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Passages shown of one hit, and UTF-16 units before and after the first word that is marked in one. */
const MOST_PASSAGES = 4;
const BEFORE = 60;
const AFTER = 180;

/** Of each text the surroundings of the first word that was looked for, with all such words in them marked. */
export function passagesOf(texts: readonly SearchedText[], question: readonly Terms[]): Passage[] {
  const wanted = new Set(question.flatMap(allTerms));
  const passages: Passage[] = [];
  for (const { part, text } of texts) {
    const words = wordsIn(text);
    const first = words.find(({ word }) => isWanted(word, wanted));
    if (first === undefined) continue;
    passages.push(around(part, text, words, first, wanted));
    if (passages.length === MOST_PASSAGES) break;
  }
  return passages;
}

function around(
  part: SearchedPart,
  text: string,
  words: readonly WordInText[],
  first: WordInText,
  wanted: ReadonlySet<string>,
): Passage {
  const shown = words.filter(({ from, to }) => from >= first.from - BEFORE && to <= first.to + AFTER);
  // A word that is longer than a passage is shown whole; what is left of a text before or after is not cut off for a few letters.
  const start = Math.min(first.from, shown[0]?.from ?? first.from);
  const end = Math.max(first.to, shown.at(-1)?.to ?? first.to);
  const [from, to] = [start < BEFORE ? 0 : start, text.length - end < BEFORE ? text.length : end];
  return {
    in: part,
    text: text.slice(from, to),
    marks: words
      .filter((one) => one.from >= from && one.to <= to && isWanted(one.word, wanted))
      .map((one) => ({ from: one.from - from, to: one.to - from })),
  };
}

function isWanted(word: string, wanted: ReadonlySet<string>): boolean {
  return allTerms(termsOf(word)).some((term) => wanted.has(term));
}
