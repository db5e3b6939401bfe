import fc from "fast-check";
import { expect, test } from "vitest";
import { allTerms, termsOf, wordsIn } from "../../src/domain/search/words.js";

const words = (text: string): string[] => wordsIn(text).map(({ word }) => word);

test("an address, a name of a file and a number are one word; white space and other signs part words", () => {
  expect(words("С 10.0.0.7 на srv-01.example.kz, файл «отчёт.exe» (№ DEMO-2026-0001)!")).toEqual(
    "С 10.0.0.7 на srv-01.example.kz файл отчёт.exe DEMO-2026-0001".split(" "),
  );
});

test("a word's place is counted in UTF-16 units of the text as it is", () => {
  const text = "😀 Қауіпсіздік и\u0306од";
  for (const { word, from, to } of wordsIn(text)) expect(text.slice(from, to)).toBe(word);
  expect(wordsIn(text).map(({ from }) => from)).toEqual([3, 15]);
});

test("one word in three languages: capitals, forms, and letters that a layout lacks make no difference", () => {
  const meet = (a: string, b: string): boolean => {
    const other = new Set(allTerms(termsOf(b)));
    return allTerms(termsOf(a)).some((term) => other.has(term));
  };
  for (const [a, b] of [
    ["серверлердің", "сервер"],
    ["серверами", "Серверов"],
    ["ҚАУІПСІЗДІГІНЕ", "кауипсиздик"],
    ["Қарағандыда", "караганды"],
    ["encrypted", "encrypting"],
    ["DDoS-атаки", "атаками"],
    ["учётных", "учетные"],
    ["подпись", "подписями"],
  ] as const)
    expect(meet(a, b), `${a} ${b}`).toBe(true);
  expect(meet("атака", "сервер")).toBe(false);
});

test("whatever is written, a term holds letters, digits and the signs within words, and is never empty", () => {
  const pieces = fc.constantFrom(..."aәқыің§=':\\&|!()* .-_@İſﬁ\u0301😀\u0000");
  fc.assert(
    fc.property(fc.array(pieces), (written) => {
      const text = written.join("");
      for (const { word, from, to } of wordsIn(text)) {
        expect(text.slice(from, to)).toBe(word);
        for (const term of allTerms(termsOf(word))) expect(term).toMatch(/^[\p{L}\p{M}\p{N}.:@_/-]+$/u);
      }
    }),
  );
});
