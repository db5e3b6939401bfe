import { englishStem } from "./english.js";
import { kazakhStem } from "./kazakh.js";
import { folded } from "./letters.js";
import { russianStem } from "./russian.js";

/** A word of a text and where it stands, in UTF-16 units of the text: `from` is its first, `to` the first after it. */
export interface WordInText {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** What one word is looked for by. All of its parts are looked for where it is made of several. */
export interface Terms {
  /** A word with signs inside, as one: an address, a name of a file, a number of an incident. Null for a plain word. */
  readonly whole: string | null;
  /** For each part its stems, of which one is enough. A part that says nothing (`және`, `и`, `the`) is left out. */
  readonly parts: readonly (readonly string[])[];
}

/** Longer words are cut: nobody reads them as words. */
const LONGEST_WORD = 120;
/** Of fewer letters too many words are alike. */
const SHORTEST_MISTYPED = 4;

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.:@_/-][\p{L}\p{M}\p{N}]+)*/gu;
const PART = /[\p{L}\p{M}\p{N}]+/gu;

/** Words that stand in nearly every text, folded. */
const SAYS_NOTHING = new Set(
  `жане мен пен бен да де та те ма ме ба бе па пе бул сол осы ол ушин бойынша туралы немесе емес бар жок гана
  и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по от о из ему ли или ни быть был до вас для при
  это этот был была были было без над об под про через
  the a an and or of to in on is are was were be been by for with at from as it its this that these those not no`.split(
    /\s+/,
  ),
);

/** The words of a text, in its order. The same for a text that is kept, for a question, and for what is marked. */
export function wordsIn(text: string): WordInText[] {
  return [...text.matchAll(WORD)].map((found) => ({
    word: found[0],
    from: found.index,
    to: found.index + found[0].length,
  }));
}

/** The terms of words that were met lately: a text takes tens of microseconds a word without it, and few words are rare. */
const met = new Map<string, Terms>();
const MOST_MET = 50_000;

/** What a word is kept and looked for by: no term holds anything but letters, digits and `. : @ _ / -`. */
export function termsOf(word: string): Terms {
  const known = met.get(word);
  if (known !== undefined) return known;
  const terms = newTermsOf(word);
  if (met.size === MOST_MET) met.clear();
  if (word.length <= LONGEST_WORD) met.set(word, terms);
  return terms;
}

function newTermsOf(word: string): Terms {
  const written = word.normalize("NFC").toLowerCase().slice(0, LONGEST_WORD);
  const parts = written.match(PART) ?? [];
  return {
    whole: parts.length > 1 ? folded(written) : null,
    parts: parts.map(stemsOf).filter((stems) => stems.length > 0),
  };
}

function stemsOf(part: string): readonly string[] {
  const letters = folded(part);
  if (SAYS_NOTHING.has(letters)) return [];
  if (/^[a-z]+$/.test(part)) return [englishStem(part)];
  if (!/^[а-яёәғқңөұүһі]+$/.test(part)) return [letters];
  // Snowball takes the last letters of `запись` and `подпись` for those of a reflexive verb.
  return [...new Set([kazakhStem(part), folded(russianStem(part.replace(/пись$/, "пис")))])];
}

/** All terms of a word. */
export function allTerms({ whole, parts }: Terms): readonly string[] {
  return whole === null ? parts.flat() : [whole, ...parts.flat()];
}

/** The plain words of a text that somebody may mistype: folded, and as they were first written, in small letters. */
export function knownWordsOf(text: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const [word] of text.matchAll(PART)) {
    const written = word.normalize("NFC").toLowerCase();
    if (written.length < SHORTEST_MISTYPED || written.length > LONGEST_WORD || /\p{N}/u.test(written)) continue;
    if (!known.has(folded(written))) known.set(folded(written), written);
  }
  return known;
}
