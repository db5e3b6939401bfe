import { Refusal } from "../../domain/refusal.js";
import { questionOf, type SearchedPart } from "../../domain/search/parts.js";
import { knownWordsOf, termsOf, wordsIn, type Terms } from "../../domain/search/words.js";
import { isBlank } from "../../domain/text.js";
import { say } from "../../domain/wording/wording.js";
import type { Hits, SearchPlace, SearchQuestion } from "./search.store.js";

/** UTF-16 units of a question, and words in it. */
const LONGEST_QUESTION = 200;
const MOST_WORDS = 10;
/** Words written alike that are tried in place of one without a hit. */
const MOST_TRIED = 5;

/** What the words of a question are looked for in. */
interface Searched {
  hits(question: SearchQuestion): Promise<Hits>;
  similar(word: string, most: number): Promise<readonly { readonly word: string; readonly written: string }[]>;
}

/** The words of a question. Throws BAD_USER_INPUT where it is too long or has no word. */
export function wordsAsked(text: string): readonly string[] {
  const refused = (sentence: ReturnType<typeof say>): Refusal => new Refusal("BAD_USER_INPUT", sentence, ["text"]);
  if (text.length > LONGEST_QUESTION) throw refused(say("searchLength", { most: LONGEST_QUESTION }));
  const words = isBlank(text) ? [] : wordsIn(text).map(({ word }) => word);
  if (words.length > MOST_WORDS) throw refused(say("searchWords", { most: MOST_WORDS }));
  if (!words.some((word) => termsOf(word).parts.length > 0)) throw refused(say("searchNothing", {}));
  return words;
}

/** A page of hits, and what was looked for to find them. */
interface Found extends Hits {
  readonly terms: readonly Terms[];
  /** The words that took the place of those without a hit. */
  readonly meant: readonly string[];
}

/** Looks for the words; where nothing fits, for those in place of each word that has no hit by itself. */
export async function find(
  searched: Searched,
  words: readonly string[],
  parts: readonly SearchedPart[] | null,
  page: { readonly most: number; readonly after: SearchPlace | null },
): Promise<Found> {
  const found = await ask(searched, words.map(termsOf), parts, page);
  if (found.hits > 0) return { ...found, meant: [] };
  const meant: string[] = [];
  const instead: string[] = [];
  for (const word of words) {
    const other = await meantBy(searched, word, parts);
    if (other !== null) meant.push(other);
    instead.push(other ?? word);
  }
  return meant.length === 0
    ? { ...found, meant }
    : { ...(await ask(searched, instead.map(termsOf), parts, page)), meant };
}

async function ask(
  searched: Searched,
  terms: readonly Terms[],
  parts: readonly SearchedPart[] | null,
  page: { readonly most: number; readonly after: SearchPlace | null },
): Promise<Omit<Found, "meant">> {
  const asked = questionOf(terms, parts);
  if (asked === null) return { rows: [], hits: 0, isByTime: false, terms };
  return { ...(await searched.hits({ asked, ...page })), terms };
}

/** The likest word of the asker's own world that has a hit; null where the word has one itself, or nothing is like it. */
async function meantBy(
  searched: Searched,
  word: string,
  parts: readonly SearchedPart[] | null,
): Promise<string | null> {
  const [mistyped] = knownWordsOf(word).keys();
  const hasHit = async (one: string): Promise<boolean> =>
    (await ask(searched, [termsOf(one)], parts, { most: 0, after: null })).hits > 0;
  if (mistyped === undefined || wordsIn(word).length !== 1 || termsOf(word).whole !== null) return null;
  if (termsOf(word).parts.length === 0 || (await hasHit(word))) return null;
  for (const { written } of await searched.similar(mistyped, MOST_TRIED)) if (await hasHit(written)) return written;
  return null;
}
