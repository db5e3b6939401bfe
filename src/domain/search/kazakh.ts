import {
  CASES,
  OBJECT,
  OUR,
  OWNED_CONSONANT,
  OWNED_VOWEL,
  PLURAL,
  SURELY_VERBAL,
  VERBAL,
  type Before,
  type Endings,
} from "./kazakh-endings.js";
import { CONVERB_LIKE, FORMS_OF, SHORT_ROOTS, UNCHANGING } from "./kazakh-words.js";
import { folded } from "./letters.js";

/** A word that loses its endings: its letters as typed on any layout, and those that were written. */
interface Word {
  readonly written: string;
  readonly isPlain: boolean;
}

/** A voiced consonant before an ending that begins with a vowel is a hard one at the end of the word. */
const HARD: Readonly<Record<string, string>> = { б: "п", г: "к" };

/**
 * The stem of a Kazakh word, in letters as they are typed on any layout. The word: small letters in NFC, at least one. A word of
 * another language comes out changed or not, always in the same way. Case, owner and number go from outside in, then the verb's
 * endings; an ending goes only where the letter before it and the harmony of vowels allow it, and where a root remains.
 */
export function kazakhStem(written: string): string {
  const letters = folded(written);
  const word: Word = { written, isPlain: !/[әғқңөұүһі]/.test(written) };
  const known = FORMS_OF.get(letters);
  if (known !== undefined) return known;
  // Where nothing ends as it is written, some of its letters may be those of another layout.
  const exact = nounRoot(word, letters);
  const noun = exact === letters ? nounRoot({ written: letters, isPlain: true }, letters) : exact;
  if (UNCHANGING.has(noun)) return noun;
  const verb = without(word, letters, SURELY_VERBAL);
  return verb === letters ? verbRoot(word, noun) : finished(verb, true);
}

/** What is left of a noun is a word of its own, which itself may look inflected: it comes to what that word alone comes to. */
function nounRoot(word: Word, letters: string): string {
  const known = UNCHANGING.has(letters) ? letters : FORMS_OF.get(letters);
  if (known !== undefined) return known;
  const owned = withoutOwner(word, letters);
  const inCase = without(word, letters, CASES);
  const object = inCase === letters ? without(word, letters, OBJECT) : inCase;
  if (owned.length < letters.length && owned.length <= object.length)
    return nounRoot(word, FORMS_OF.get(owned) ?? without(word, hardened(owned), PLURAL));
  const one = without(word, without(word, object, OUR), PLURAL);
  // After the object's ending alone it may as well be the past of a verb.
  return one === letters || (one === object && inCase === letters) ? one : nounRoot(word, one);
}

/**
 * The с after a narrow vowel belongs to the ending only after the ends of nouns in -шы, -кі, -гі, -лі and of those from Russian
 * that take an і: желісі, but жұмысы.
 */
function withoutOwner(word: Word, letters: string): string {
  const bare = without(word, letters, OWNED_VOWEL);
  if (bare !== letters && /(?:[аеуюя]|[шкг][ыи]|ли|[кнпс]ти)$/.test(bare)) return bare;
  return without(word, letters, OWNED_CONSONANT);
}

function verbRoot(word: Word, letters: string): string {
  if (CONVERB_LIKE.has(letters)) return letters;
  const exact = without(word, letters, VERBAL);
  const bare = exact === letters ? without({ ...word, isPlain: true }, letters, VERBAL) : exact;
  if (bare !== letters) return finished(bare, true);
  if (letters.length > 5 && /л[ае]й$/.test(letters)) return finished(letters.slice(0, -1), true);
  if (letters.length > 2 && letters.endsWith("ю")) return finished(`${letters.slice(0, -1)}й`, true);
  if (letters.endsWith("у") && isRoot(letters.slice(0, -1))) return finished(letters.slice(0, -1), true);
  return finished(letters, false);
}

/** A last narrow vowel cannot be told from an ending, nor the last vowel of a verb from that of the ending -ады: neither is kept. */
function finished(letters: string, isVerb: boolean): string {
  if (UNCHANGING.has(letters)) return letters;
  let root = letters;
  if (isVerb && root.length > 4 && /[ае]$/.test(root)) root = root.slice(0, -1);
  if (/[ыи]$/.test(root) && isRoot(root.slice(0, -1))) root = root.slice(0, -1);
  return hardened(root);
}

function hardened(letters: string): string {
  const hard = HARD[letters.at(-1) ?? ""];
  return hard === undefined ? letters : `${letters.slice(0, -1)}${hard}`;
}

/** Without the longest of the endings that may stand there; the same letters where none may. */
function without({ written, isPlain }: Word, letters: string, list: Endings): string {
  if (UNCHANGING.has(letters)) return letters;
  const shown = isPlain ? letters : written.slice(0, letters.length);
  for (const ending of list) {
    if (!(isPlain ? letters.endsWith(ending.plain) : shown.endsWith(ending.letters))) continue;
    const rest = letters.slice(0, -ending.plain.length);
    if (
      isRoot(rest) &&
      ending.after.includes(kindOf(rest)) &&
      isInHarmony(shown.slice(0, rest.length), ending.plain, isPlain)
    )
      return rest;
  }
  return letters;
}

function isRoot(letters: string): boolean {
  return (letters.length > 2 && /[аеиоуыэюя]/.test(letters)) || SHORT_ROOTS.has(letters);
}

function kindOf(letters: string): Before {
  const last = letters.at(-1) ?? "";
  if ("аеиоыэя".includes(last)) return "V";
  if ("рлйую".includes(last)) return "S";
  if ("мн".includes(last)) return "N";
  if ("зж".includes(last)) return "Z";
  return "чщъ".includes(last) ? "O" : "H";
}

/**
 * Whether an ending's vowels agree with the last vowel before it that tells: у, и and ю do not, nor does an а or о of the first
 * syllable that may have been typed for ә or ө, nor the у of a word from Russian.
 */
function isInHarmony(root: string, ending: string, isPlain: boolean): boolean {
  const vowel = /[аеыи]/.exec(ending)?.[0];
  if (vowel === undefined || /^[мбп]ен$/.test(ending)) return true;
  const vowels = root.match(/[аәеиоөуұүыіэюя]/g) ?? [];
  for (let at = vowels.length - 1; at >= 0; at -= 1) {
    const letter = vowels[at] ?? "";
    if ("әеөүіэ".includes(letter)) return "еи".includes(vowel);
    if (letter === "у" && at > 0 && /[бвгджзклмнпрстфхцчшщ]у[бвгджзклмнпрстфхцчшщ]+$/.test(root)) return true;
    if ("аоұыя".includes(letter)) return (isPlain && at === 0 && letter !== "ы") || "аы".includes(vowel);
  }
  return true;
}
