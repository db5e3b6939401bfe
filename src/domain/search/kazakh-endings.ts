import { folded } from "./letters.js";

/**
 * What stands before an ending: V a vowel; S р, л, й or у; N a nasal; Z з or ж; H a hard consonant, or one that is hard at the end
 * of a word; O what no Kazakh root ends with.
 */
export type Before = "V" | "S" | "N" | "Z" | "H" | "O";

interface Ending {
  readonly letters: string;
  /** The same letters as typed on a Russian layout. */
  readonly plain: string;
  /** The kinds that it may stand after. */
  readonly after: string;
}

export type Endings = readonly Ending[];

/** Each is written `ending after`, several with commas between them, where A is а or е, Y ы or і, G ғ or г, K қ or к. Longest first. */
function endings(...written: readonly string[]): Endings {
  return written
    .flatMap((line) => line.split(", "))
    .flatMap((one) => {
      const [letters = "", after = ""] = one.split(" ");
      return [...new Set([harmonized(letters, "аығқ"), harmonized(letters, "еігк")])].map((made) => ({
        letters: made,
        plain: folded(made),
        after,
      }));
    })
    .sort((a, b) => b.letters.length - a.letters.length);
}

function harmonized(letters: string, vowels: string): string {
  return letters.replaceAll(/[AYGK]/g, (letter) => vowels["AYGK".indexOf(letter)] ?? "");
}

export const PLURAL = endings("лAр VS", "дAр NZS", "тAр H");

/** The cases of a word that has no owner in the third person. */
export const CASES = endings(
  "нYң VN, дYң SZ, тYң H, GA VSZN, KA H, дA VSZN, тA H, дAн VSZ, нAн N, тAн H",
  "мен VSN, бен Z, пен H, дAGY VSZN, тAGY H, дікі SZ, тікі H, нікі VN",
);

/** The object of a verb, whose ending is also that of a past and that of adjectives. */
export const OBJECT = endings("нY V", "дY SZN", "тY H");

/** An owner in the third person, with the cases that begin with н there. */
const OWNED = ["Y", "Yн", "YнA", "YнYң", "YндA", "YнAн", "Yмен", "YндAGY", "Yнікі"];
export const OWNED_CONSONANT = endings(...OWNED.map((letters) => `${letters} SNZH`));
export const OWNED_VOWEL = endings(...OWNED.map((letters) => `с${letters} V`));
/** "Ours", and "yours" after a consonant: after a vowel it is rather an order. */
export const OUR = endings("YңYз SNZH", "YмYз SNZH", "мYз V");

/** Of a verb that is denied, with what follows it. */
const DENIED = ["мA VS", "бA NZ", "пA H"].flatMap((one) => {
  const [not = "", after = ""] = one.split(" ");
  return ["GAн", "GAндYK", "GAндAй", "йтYн", "йдY", "й", "сA", "сYн", "ңYз", "дY"].map(
    (rest) => `${not}${rest} ${after}`,
  );
});

/** Of verbs and participles, and never of nouns: looked for before the cases, whose letters some of them end with. */
export const SURELY_VERBAL = endings(
  "GAндYK VSNZ, KAндYK H, GAндAй VSNZ, KAндAй H, AтYн SNZH, йтYн V, AтYндAй SNZH, йтYндAй V",
  "AдY SNZH, йдY V, AмYз SNZH, йсYз V, AсYз SNZH, сYн SNZH",
  ...DENIED,
);

/** Of verbs, where no noun's endings were: some of these are a noun's own last letters. */
export const VERBAL = endings(
  "GAн VSNZ, KAн H, AтYн SNZH, йтYн V, GAндYK VSNZ, KAндYK H, дY V, Yп SNZH, п V, сA VSNZH, сAK VSNZH",
  "ңYз V",
  ...DENIED,
);
