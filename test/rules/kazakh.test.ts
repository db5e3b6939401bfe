import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { folded as foldedOfConsole } from "../../console/src/parts/spelling.js";
import { kazakhStem } from "../../src/domain/search/kazakh.js";
import { folded } from "../../src/domain/search/letters.js";

interface Form {
  readonly form: string;
  readonly lemma: string;
}

function formsIn(name: string): readonly Form[] {
  const text = readFileSync(new URL(`kazakh-forms/${name}.txt`, import.meta.url), "utf8");
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [form = "", lemma = form] = pair.split("=");
      return { form, lemma };
    });
}

/** Inflected forms, those that meet their lemma, and all forms that meet the lemma of another word. */
function judged(
  forms: readonly Form[],
  typed: (word: string) => string,
): { of: number; meet: number; wrong: string[] } {
  const lemmas = Map.groupBy(new Set(forms.map(({ lemma }) => lemma)), kazakhStem);
  const inflected = forms.filter(({ form, lemma }) => form !== lemma);
  return {
    of: inflected.length,
    meet: inflected.filter(({ form, lemma }) => kazakhStem(typed(form)) === kazakhStem(lemma)).length,
    wrong: forms.flatMap(({ form, lemma }) =>
      (lemmas.get(kazakhStem(typed(form))) ?? []).filter((other) => other !== lemma).map((other) => `${form}~${other}`),
    ),
  };
}

describe.each([
  { list: "law-forms", why: "the endings were made by it" },
  { list: "wording-forms", why: "it judges" },
])("$list ($why)", ({ list }) => {
  test.each([
    ["as it is written", (word: string) => word],
    ["typed without Kazakh letters", folded],
  ])("an inflected form meets its lemma and hardly any other one, %s", (how, typed) => {
    const { of, meet, wrong } = judged(formsIn(list), typed);
    console.log(
      `${list}, ${how}: ${meet} of ${of} inflected forms meet their lemma; ${wrong.length} forms meet another: ${wrong.join(" ")}`,
    );
    expect(meet / of).toBeGreaterThan(0.95);
    expect(wrong.length / formsIn(list).length).toBeLessThan(0.05);
  });
});

test("every case, owner and number of a noun is one word", () => {
  const forms = `шабуыл шабуылды шабуылдың шабуылға шабуылда шабуылдан шабуылмен шабуылы шабуылын шабуылының шабуылына шабуылында
    шабуылынан шабуылымен шабуылдар шабуылдарды шабуылдарға шабуылдары шабуылдарының шабуылымыз шабуылыңыз шабуылдағы шабуылындағы`;
  expect(new Set(forms.split(/\s+/).map(kazakhStem))).toEqual(new Set(["шабуыл"]));
});

test("persons, times and the denial of a verb are one word", () => {
  const forms = `жіберу жіберді жіберген жібермеген жібереді жібермейді жіберетін жіберіп жіберсе жіберсін жіберіңіз жібермеңіз жіберуге`;
  expect(new Set(forms.split(/\s+/).map(kazakhStem))).toEqual(new Set(["жибер"]));
});

test("the console reads a letter as the search does", () => {
  const letters = Array.from({ length: 0x530 - 0x400 }, (_, at) => String.fromCodePoint(0x400 + at).toLowerCase());
  for (const letter of letters) expect(foldedOfConsole(letter), letter).toBe(folded(letter));
});
