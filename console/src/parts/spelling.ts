/** The Kazakh letters that a Russian layout lacks, and the letter that is typed for each there. */
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

/** A text as a search reads it: capitals, Kazakh letters and the Russian ё as they are typed on any layout. */
export function folded(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[әғқңөұүһіё]/g, (letter) => TYPED_FOR[letter] ?? letter);
}

/** The words of what was typed, as a search reads them. */
export const wordsOf = (typed: string): readonly string[] => folded(typed).split(/\s+/).filter(Boolean);

/** Whether each of the words is a part of a text. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const read = folded(text);
  return words.every((word) => read.includes(word));
}
