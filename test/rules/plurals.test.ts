import { expect, test } from "vitest";
import { at } from "../support/drafts.js";
import { INSTANTS, KEYS, sayings, type Key } from "../support/sentences.js";
import { ANNOUNCEMENTS } from "../../src/domain/facts.js";
import { after, DAY, HOUR, MINUTE, SECOND } from "../../src/domain/instant.js";
import { OBLIGATION_KINDS } from "../../src/domain/obligations.js";
import { dutyMailOpening } from "../../src/domain/wording/duty-mail.js";
import { inWords, LOCALES, type Locale, type Saying } from "../../src/domain/wording/wording.js";

/** One for each way in which Russian, Kazakh and English nouns and suffixes follow a number. */
const NUMBERS = [0, 1, 2, 5, 21, 101, 2_001];

interface Rendered {
  readonly number: number;
  readonly text: string;
}

/** The sentences under a key with each of `NUMBERS` in each place where they have a number. */
function rendered(key: Key, locale: Locale): Rendered[] {
  return sayings(key).flatMap(({ about }) =>
    Object.entries(about as Readonly<Record<string, unknown>>)
      .filter(([, value]) => typeof value === "number" && !INSTANTS.includes(value))
      .flatMap(([name]) =>
        NUMBERS.map((number) => ({
          number,
          text: inWords({ key, about: { ...about, [name]: number } } as Saying, locale),
        })),
      ),
  );
}

/** What follows `number` in the texts, wherever it is no part of a longer number. */
function behind({ number, text }: Rendered): string[] {
  return Array.from(text.matchAll(new RegExp(`(?<![\\d.:+])${number}(?!\\d)(?=(.*))`, "gu")), ([, rest = ""]) => rest);
}

const NUMBERED = KEYS.filter((key) => rendered(key, "en").length > 0);

test("the samples know the sentences that have a number", () => {
  expect(NUMBERED.length).toBeGreaterThan(15);
});

test.for(NUMBERED)("%s: no Russian noun has to agree with a number", (key) => {
  for (const one of rendered(key, "ru")) expect(behind(one).filter((rest) => /^ [а-яё]{4}/i.test(rest))).toEqual([]);
});

test.for(NUMBERED)("%s: no Kazakh suffix depends on how a number is read", (key) => {
  for (const one of rendered(key, "kk"))
    expect(behind(one).filter((rest) => /^-(?!редакция|таңба)\p{L}/u.test(rest))).toEqual([]);
});

test.for(NUMBERED)("%s: no English plural follows a 1", (key) => {
  for (const one of rendered(key, "en"))
    if (one.number === 1)
      expect(behind(one).filter((rest) => /^ (?!(?:is|was|for|in|of)\b)(?:[a-z]+ )?[a-z]+s\b/.test(rest))).toEqual([]);
});

test.for(KEYS)("%s: no gap is left where something is absent", (key) => {
  for (const locale of LOCALES) {
    const texts = [
      ...sayings(key).map((saying) => inWords(saying, locale)),
      ...rendered(key, locale).map(({ text }) => text),
    ];
    for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}| \.(?!\w)|\(\)|: \./);
  }
});

test("the first line of a mail about a duty reads well with every length of time", () => {
  const dueAt = at("2026-03-04T09:50:00Z");
  for (const locale of LOCALES)
    for (const kind of OBLIGATION_KINDS)
      for (const announcement of ANNOUNCEMENTS)
        for (const number of NUMBERS)
          for (const unit of [SECOND, MINUTE, HOUR, DAY])
            for (const now of [after(dueAt, number * unit), after(dueAt, -number * unit)]) {
              const text = dutyMailOpening({ announcement, kind, dueAt }, now, locale);
              expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}| \.(?!\w)|\(\)/);
              if (locale === "en") expect(text).not.toMatch(/(?<!\d)1 [a-z]+s\b/);
            }
});
