/** How the last word of a Kazakh number sounds: its vowels, and what it ends in. */
type Sound = readonly [vowels: "back" | "front", end: "vowel" | "nasal" | "voiced" | "voiceless"];

// Нөл, бір, екі, үш, төрт, бес, алты, жеті, сегіз, тоғыз.
const ONES: readonly Sound[] = [
  ["front", "voiced"],
  ["front", "voiced"],
  ["front", "vowel"],
  ["front", "voiceless"],
  ["front", "voiceless"],
  ["front", "voiceless"],
  ["back", "vowel"],
  ["front", "vowel"],
  ["front", "voiced"],
  ["back", "voiced"],
];
// Он, жиырма, отыз, қырық, елу: what a clock shows ends below sixty.
const TENS: readonly Sound[] = [
  ["back", "nasal"],
  ["back", "vowel"],
  ["back", "voiced"],
  ["back", "voiceless"],
  ["front", "vowel"],
];

const ENDINGS: Readonly<Record<"to" | "from" | "at", (sound: Sound) => string>> = {
  to: ([vowels, end]) => (vowels === "back" ? (end === "voiceless" ? "қа" : "ға") : end === "voiceless" ? "ке" : "ге"),
  from: ([vowels, end]) =>
    (end === "voiceless" ? "т" : end === "nasal" ? "н" : "д") + (vowels === "back" ? "ан" : "ен"),
  at: ([vowels, end]) => (end === "voiceless" ? "т" : "д") + (vowels === "back" ? "а" : "е"),
};

/**
 * A moment that ends in its clock (`03:24`, `2 наурыз, 03:24:10`) in the case that its place in a Kazakh sentence asks for, as it
 * is read aloud: `to` before "дейін" (`03:24-ке`), `from` before "бастап" and "бері" (`03:24:10-нан`), `at` (`03:40-та`).
 */
export function inCase(ending: keyof typeof ENDINGS, moment: string): string {
  const last = Number(moment.slice(-2));
  const sound = last > 0 && last % 10 === 0 ? TENS[last / 10 - 1] : ONES[last % 10];
  // What ends otherwise is left as it is.
  if (!sound) return moment;
  return `${moment}-${ENDINGS[ending](sound)}`;
}
