import type { Language } from "../texts/languages.js";

/** The Kazakh alphabet in its order, which browsers do not have: Chromium puts І beside И. */
const ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/** Compares two names in the order of one language's alphabet; numbers within them count as numbers: `DEMO-2` before `DEMO-10`. */
export function compareNames(language: Language): (one: string, other: string) => number {
  return language === "kk" ? compareKazakh : new Intl.Collator(language, { numeric: true }).compare;
}

const PIECES = /\d+|[^\d]/gu;
const plain = new Intl.Collator("en", { numeric: true });

function compareKazakh(one: string, other: string): number {
  const [ours, theirs] = [piecesOf(one), piecesOf(other)];
  const length = Math.min(ours.length, theirs.length);
  for (let place = 0; place < length; place += 1) {
    const difference = comparePieces(ours[place] ?? "", theirs[place] ?? "");
    if (difference !== 0) return difference;
  }
  return ours.length - theirs.length || plain.compare(one, other);
}

function piecesOf(text: string): readonly string[] {
  return text.normalize("NFC").match(PIECES) ?? [];
}

/** Signs and numbers first, then Cyrillic, then what is left, as Unicode orders Kazakh. */
function comparePieces(one: string, other: string): number {
  const [our, their] = [ALPHABET.indexOf(one.toLowerCase()), ALPHABET.indexOf(other.toLowerCase())];
  if (our >= 0 && their >= 0) return our - their;
  if (our < 0 && their < 0) return plain.compare(one.toLowerCase(), other.toLowerCase());
  const isLetter = /\p{L}/u.test(our < 0 ? one : other);
  return our < 0 === isLetter ? 1 : -1;
}
