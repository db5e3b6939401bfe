const VOWELS = "аеиоуыэюя";

const words = (text: string): readonly string[] => text.split(" ").sort((a, b) => b.length - a.length);

/** Of each pair the first may stand only after а or я. */
const GERUND = [words("в вши вшись"), words("ив ивши ившись ыв ывши ывшись")] as const;
const PARTICIPLE = [words("ем нн вш ющ щ"), words("ивш ывш ующ")] as const;
const VERB = [
  words("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"),
  words("ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю"),
] as const;
const REFLEXIVE = words("ся сь");
const ADJECTIVE = words("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
const NOUN = words(
  "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я",
);

/**
 * The stem of a Russian word by the Snowball algorithm, as PostgreSQL's `russian_stem` gives it. The word: small Cyrillic letters in
 * NFC; ё is read as е.
 */
export function russianStem(written: string): string {
  const word = written.replaceAll("ё", "е");
  const from = afterVowel(word, 0);
  if (from === word.length) return word;
  let rest = word.slice(from);
  rest = inflection(rest);
  if (rest.endsWith("и")) rest = rest.slice(0, -1);
  const second = regionTwo(word) - from;
  if (second >= 0) {
    for (const ending of ["ость", "ост"]) {
      if (rest.endsWith(ending) && rest.length - ending.length >= second) {
        rest = rest.slice(0, -ending.length);
        break;
      }
    }
  }
  return word.slice(0, from) + tidied(rest);
}

function inflection(rest: string): string {
  const gerund = withoutVerbal(rest, GERUND);
  if (gerund !== null) return gerund;
  const active = withoutOneOf(rest, REFLEXIVE) ?? rest;
  const adjective = withoutOneOf(active, ADJECTIVE);
  if (adjective !== null) return withoutVerbal(adjective, PARTICIPLE) ?? adjective;
  return withoutVerbal(active, VERB) ?? withoutOneOf(active, NOUN) ?? active;
}

function tidied(rest: string): string {
  const plain = withoutOneOf(rest, ["ейше", "ейш"]);
  if (plain !== null) return plain.endsWith("нн") ? plain.slice(0, -1) : plain;
  if (rest.endsWith("нн") || rest.endsWith("ь")) return rest.slice(0, -1);
  return rest;
}

function withoutOneOf(rest: string, endings: readonly string[]): string | null {
  const ending = endings.find((one) => rest.endsWith(one));
  return ending === undefined ? null : rest.slice(0, -ending.length);
}

/** The longest ending decides, also where it is of the first kind and neither а nor я stands before it. */
function withoutVerbal(rest: string, [afterA, any]: readonly [readonly string[], readonly string[]]): string | null {
  const first = afterA.find((one) => rest.endsWith(one)) ?? "";
  const second = any.find((one) => rest.endsWith(one)) ?? "";
  if (second.length > first.length) return rest.slice(0, -second.length);
  return first !== "" && /[ая]$/.test(rest.slice(0, -first.length)) ? rest.slice(0, -first.length) : null;
}

/** The place after the first vowel at or after `start`; the word's length where there is none. */
function afterVowel(word: string, start: number): number {
  for (let at = start; at < word.length; at += 1) if (VOWELS.includes(word[at] ?? "")) return at + 1;
  return word.length;
}

/** Where what may lose -ость begins: after a consonant that follows a vowel, for the second time. */
function regionTwo(word: string): number {
  let at = 0;
  for (let time = 0; time < 2; time += 1) {
    at = afterVowel(word, at);
    while (at < word.length && VOWELS.includes(word[at] ?? "")) at += 1;
    at += 1;
  }
  return at;
}
