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

/**
 * Looks for the words; where nothing fits, for others in place of those that have no hit by themselves: for the likest ones with which
 * something fits all.
 */
export async function find(
  searched: Searched,
  words: readonly string[],
  parts: readonly SearchedPart[] | null,
  page: { readonly most: number; readonly after: SearchPlace | null },
): Promise<Found> {
  const found = await ask(searched, words.map(termsOf), parts, page);
  if (found.hits > 0) return { ...found, meant: [] };
  const fits = (asked: readonly string[]): Promise<boolean> => hasHit(searched, asked, parts);
  const written: string[] = [];
  const mistyped: (readonly string[])[] = [];
  for (const word of words) {
    const others = await likest(searched, word, fits);
    if (others.length === 0) written.push(word);
    else mistyped.push(others);
  }
  const meant: string[] = [];
  for (const others of mistyped) {
    const together = await firstThat(others, (other) => fits([...written, ...meant, other]));
    meant.push(together ?? others[0] ?? "");
  }
  return meant.length === 0
    ? { ...found, meant }
    : { ...(await ask(searched, [...written, ...meant].map(termsOf), parts, page)), meant };
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

async function hasHit(
  searched: Searched,
  words: readonly string[],
  parts: readonly SearchedPart[] | null,
): Promise<boolean> {
  return (await ask(searched, words.map(termsOf), parts, { most: 0, after: null })).hits > 0;
}

/** Words of the asker's own world that have a hit and are written most like `word`; none where it has one itself. */
async function likest(
  searched: Searched,
  word: string,
  fits: (words: readonly string[]) => Promise<boolean>,
): Promise<string[]> {
  const [mistyped] = knownWordsOf(word).keys();
  const terms = termsOf(word);
  if (mistyped === undefined || wordsIn(word).length !== 1 || terms.whole !== null) return [];
  if (terms.parts.length === 0 || (await fits([word]))) return [];
  const others: string[] = [];
  for (const { written } of await searched.similar(mistyped, MOST_TRIED))
    if (await fits([written])) others.push(written);
  return others;
}

async function firstThat(words: readonly string[], fits: (word: string) => Promise<boolean>): Promise<string | null> {
  for (const word of words) if (await fits(word)) return word;
  return null;
}
