import { allTerms, termsOf, wordsIn, type Terms } from "./words.js";

/** What is searched: a report, the latest revision of a card, a notification, an analysis, a protected object. */
export const SEARCHED_KINDS = ["REPORT", "CARD", "NOTIFICATION", "ANALYSIS", "OBJECT"] as const;
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

/** Where a word may stand. */
export const SEARCHED_PARTS = ["NATURE", "MEASURES", "NOTE", "SUMMARY", "ANALYSIS", "OBJECT", "INDICATOR"] as const;
export type SearchedPart = (typeof SEARCHED_PARTS)[number];

export interface SearchedText {
  readonly part: SearchedPart;
  readonly text: string;
}

/** What stands for a part in a `tsvector` of a kind: A counts most in the rank, D least. */
const LABELS: Readonly<Record<SearchedKind, Partial<Record<SearchedPart, string>>>> = {
  REPORT: { SUMMARY: "B" },
  CARD: { INDICATOR: "A", NOTE: "B", NATURE: "C", MEASURES: "D" },
  NOTIFICATION: { SUMMARY: "B" },
  ANALYSIS: { ANALYSIS: "B" },
  OBJECT: { OBJECT: "A" },
};

/** PostgreSQL's bounds on a place, and on the places of one term. */
const LAST_PLACE = 16_383;
const MOST_PLACES = 200;
/** And on a whole `tsvector`, in bytes. What would be beyond it is not found; a text that fails would keep all after it from being taken in. */
const LARGEST = 1_048_575;
/** Bytes of a UTF-16 unit in UTF-8 at most, of a place, and of a term beside its letters, with what aligns it. */
const [OF_UNIT, OF_PLACE, OF_TERM] = [3, 2, 8];
/** Of the values of a card's indicators: every indicator has a list of its own (`indicators`), which is not bounded. */
export const SEARCHED_INDICATORS = 200;

/** No word holds this sign: what begins with it was not written by anybody. */
const SIGN = "§";
export const scopeOfSoc = (soc: string): string => `${SIGN}s${soc}`;
export const scopeOfOwner = (owner: string): string => `${SIGN}w${owner}`;

/** The text of a `tsvector`: the terms of these texts with their places, the kind, and whose it is. */
export function vectorOf(kind: SearchedKind, texts: readonly SearchedText[], scopes: readonly string[]): string {
  const places = new Map<string, string[]>();
  let place = 0;
  let size = scopes.reduce((sum, scope) => sum + OF_UNIT * scope.length + OF_TERM, 100);
  for (const { part, text } of texts) {
    const label = LABELS[kind][part] ?? "D";
    for (const { word } of wordsIn(text)) {
      place = Math.min(place + 1, LAST_PLACE);
      for (const term of allTerms(termsOf(word))) {
        const known = places.get(term) ?? [];
        const more = OF_PLACE + (known.length === 0 ? OF_UNIT * term.length + OF_TERM : 0);
        if (known.length === MOST_PLACES || size + more > LARGEST) continue;
        size += more;
        known.push(`${place}${label}`);
        places.set(term, known);
      }
    }
  }
  const marks = [`${SIGN}k${kind}`, ...scopes].map((mark) => `'${mark}'`);
  return [...marks, ...[...places].map(([term, at]) => `'${term}':${at.join(",")}`)].join(" ");
}

/**
 * The text of a `tsquery` that wants each of these words, in one of these parts where they are named. Null where no part holds
 * words that are searched, or no word says anything.
 */
export function questionOf(words: readonly Terms[], parts: readonly SearchedPart[] | null): string | null {
  const said = words.filter((terms) => terms.parts.length > 0);
  if (said.length === 0) return null;
  if (parts === null) return said.map((terms) => wanted(terms, "")).join(" & ");
  const each = SEARCHED_KINDS.flatMap((kind) => {
    const labels = parts.map((part) => LABELS[kind][part] ?? "").join("");
    return labels === ""
      ? []
      : [`('${SIGN}k${kind}' & ${said.map((terms) => wanted(terms, `:${labels}`)).join(" & ")})`];
  });
  return each.length === 0 ? null : each.join(" | ");
}

function wanted({ whole, parts }: Terms, labels: string): string {
  const eachPart = parts.map((stems) => `(${stems.map((stem) => `'${stem}'${labels}`).join(" | ")})`).join(" & ");
  return whole === null ? eachPart : `('${whole}'${labels} | (${eachPart}))`;
}
