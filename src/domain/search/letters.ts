/** The Kazakh letters that a Russian layout lacks, and the letter that is typed for each there; the Russian ё with them. */
const TYPED_FOR: Readonly<Record<string, string>> = {
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  і: "и",
  ё: "е",
};

/** A word as a search reads it: as it is typed on any layout. Small letters in NFC in, one letter out for each. */
export function folded(word: string): string {
  return word.replaceAll(/[әғқңөұүһіё]/g, (letter) => TYPED_FOR[letter] ?? letter);
}
