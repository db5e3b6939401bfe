const VOWEL = "[aeiouy]";
/** Words that end the first region earlier than their letters say. */
const PREFIX = /^(?:gener|commun|arsen)/;

const pairs = (text: string): readonly (readonly [string, string])[] =>
  text.split(" ").map((pair): [string, string] => {
    const [from = "", to = ""] = pair.split(">");
    return [from, to];
  });

const EXCEPTIONS: ReadonlyMap<string, string> = new Map(
  pairs(
    "skis>ski skies>sky dying>die lying>lie tying>tie idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes",
  ),
);
/** Left alone once their plural is gone. */
const KEPT = new Set(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]);

/** What takes the place of an ending, in the second step and in the third. */
const SECOND = pairs(
  "ization>ize ational>ate fulness>ful ousness>ous iveness>ive tional>tion biliti>ble lessli>less entli>ent ation>ate alism>al aliti>al ousli>ous iviti>ive fulli>ful enci>ence anci>ance abli>able izer>ize ator>ate alli>al bli>ble ogi>og li>",
);
const THIRD = pairs("ational>ate tional>tion alize>al icate>ic iciti>ic ative> ical>ic ness> ful>");
const FOURTH = "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic".split(" ");

/** The stem of an English word by the Snowball algorithm (Porter 2), as PostgreSQL's `english_stem` gives it. The word: a to z. */
export function englishStem(word: string): string {
  if (word.length < 3) return word;
  const known = EXCEPTIONS.get(word);
  if (known !== undefined) return known;
  // A capital Y is the consonant.
  const marked = word.replace(/^y/, "Y").replaceAll(/(?<=[aeiouy])y/g, "Y");
  const first = PREFIX.exec(marked)?.[0].length ?? regionAfter(marked, 0);
  const second = regionAfter(marked, first);
  const one = withoutPlural(marked);
  if (KEPT.has(one)) return one;
  const past = withoutPast(one, first).replace(/(?<=.[^aeiouy])[yY]$/, "i");
  return withoutLast(
    ended(replaced(replaced(past, SECOND, first, second), THIRD, first, second), second),
    first,
    second,
  ).toLowerCase();
}

/** After the first consonant that follows a vowel, from `start`; the word's length where there is none. */
function regionAfter(word: string, start: number): number {
  const found = new RegExp(`${VOWEL}[^aeiouy]`).exec(word.slice(start));
  return found === null ? word.length : start + found.index + 2;
}

function withoutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word) || !word.endsWith("s")) return word;
  return new RegExp(`${VOWEL}.+s$`).test(word) ? word.slice(0, -1) : word;
}

function withoutPast(word: string, first: number): string {
  const due = /(?:eedly|eed)$/.exec(word);
  if (due) return due.index >= first ? `${word.slice(0, due.index)}ee` : word;
  const found = /(?:ingly|edly|ing|ed)$/.exec(word);
  if (!found) return word;
  const rest = word.slice(0, found.index);
  if (!new RegExp(VOWEL).test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return isShort(rest, first) ? `${rest}e` : rest;
}

function isShort(word: string, first: number): boolean {
  return first >= word.length && endsShort(word);
}

function endsShort(word: string): boolean {
  return /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word);
}

function replaced(word: string, list: readonly (readonly [string, string])[], first: number, second: number): string {
  const [ending, by] = list.find(([one]) => word.endsWith(one)) ?? ["", ""];
  const rest = word.slice(0, word.length - ending.length);
  if (ending === "" || rest.length < first) return word;
  if (ending === "ogi" && !rest.endsWith("l")) return word;
  if (ending === "li" && !/[cdeghkmnrt]$/.test(rest)) return word;
  if (ending === "ative" && rest.length < second) return word;
  return rest + by;
}

function ended(word: string, second: number): string {
  const ending = FOURTH.find((one) => word.endsWith(one));
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  return rest.length < second || (ending === "ion" && !/[st]$/.test(rest)) ? word : rest;
}

function withoutLast(word: string, first: number, second: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith("e")) return rest.length >= second || (rest.length >= first && !endsShort(rest)) ? rest : word;
  return word.endsWith("ll") && rest.length >= second ? rest : word;
}
