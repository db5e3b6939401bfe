import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE, SECOND, type Instant, type LocalDate } from "../../src/domain/instant.js";
import { en } from "../../src/domain/wording/en.js";
import { kk } from "../../src/domain/wording/kk.js";
import { readerOf } from "../../src/domain/wording/reader.js";
import { ru } from "../../src/domain/wording/ru.js";
import { writeDate, writeMonth, writeTime } from "../../src/domain/wording/times.js";
import {
  inWords,
  LOCALES,
  negotiateLocale,
  say,
  type Catalog,
  type Locale,
  type Saying,
} from "../../src/domain/wording/wording.js";
import { INSTANTS, KEYS, MOMENT, sayings, SOCKET_ENDS } from "../support/sentences.js";

const CATALOGS: Record<Locale, Catalog> = { kk, ru, en };

/** What the sentence must contain in every language: names, numbers, times. */
function facts({ key, about }: Saying, locale: Locale): string[] {
  const translated = [
    "measure",
    "expected",
    "bound",
    "mayBeUnknown",
    "both",
    "fault",
    "late",
    "cause",
    "subject",
    "why",
    "is",
    ...(key === "severityUnusual" ? ["severity", "type"] : []),
    ...(key === "severityUnfit" ? ["severity", "consequences"] : []),
  ];
  return Object.entries(about as Readonly<Record<string, string | number | boolean | null>>)
    .filter(([name, value]) => !translated.includes(name) && value !== null && value !== "")
    .flatMap(([name, value]) => {
      if (name === "months") return Array.from(value as unknown as LocalDate[], (one) => writeMonth(one, locale));
      if (INSTANTS.includes(value)) return writeTime(value as Instant, locale);
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? writeDate(String(value), locale) : String(value);
    });
}

test("why a socket is closed fits into a close frame (RFC 6455, section 5.5)", () => {
  for (const locale of LOCALES)
    for (const why of SOCKET_ENDS)
      expect(Buffer.byteLength(inWords(say("socketClosed", { why }), locale)), `${locale} ${why}`).toBeLessThanOrEqual(
        123,
      );
});

test("a caller over its limits reads that nothing was done, and that a key stays the same", () => {
  const refusals = [say("rateLimited", { seconds: 17 }), say("tooManyAtOnce", {}), say("socketBusy", { limit: 137 })];
  for (const refusal of refusals) {
    expect(inWords(refusal, "en")).toMatch(/nothing was done.*the same key/i);
    expect(inWords(refusal, "ru")).toMatch(/не выполнен.*с тем же ключом/i);
    expect(inWords(refusal, "kk")).toMatch(/орындалмады.*сол кілтпен/i);
  }
});

describe("every sentence", () => {
  test("is in every catalogue", () => {
    for (const locale of LOCALES) expect(Object.keys(CATALOGS[locale]).sort()).toEqual([...KEYS].sort());
  });

  test.for(KEYS)("%s is said in Kazakh, Russian and English", (key) => {
    for (const saying of sayings(key)) {
      const [inKazakh, inRussian, inEnglish] = [inWords(saying, "kk"), inWords(saying, "ru"), inWords(saying, "en")];
      expect(inKazakh).toMatch(/[әғқңөұүһі]/i);
      expect(inRussian).toMatch(/[а-яё]{3}/i);
      expect(inRussian).not.toMatch(/[әғқңөұүһі]/i);
      expect(inEnglish).toMatch(/[a-z]{3}/i);
      expect(inEnglish).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(new Set([inKazakh, inRussian, inEnglish]).size).toBe(3);
    }
  });

  test.for(KEYS)("%s is a whole sentence that leaves out nothing that it speaks of", (key) => {
    for (const saying of sayings(key))
      for (const locale of LOCALES) {
        const words = inWords(saying, locale);
        expect(words).toMatch(/[^.]\.$/);
        expect(words).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}|\.\./);
        for (const fact of facts(saying, locale)) expect(words).toContain(fact);
      }
  });

  test.for(KEYS)("%s differs for each case that it may be about", (key) => {
    for (const locale of LOCALES) {
      const words = sayings(key).map((saying) => inWords(saying, locale));
      expect(new Set(words).size).toBe(words.length);
    }
  });

  test("L2 lateness is written in hours, minutes and seconds, in the units of each language", () => {
    const saying = say("acceptedLate", { dueAt: MOMENT, late: 79 * HOUR + 45 * MINUTE + 8 * SECOND, object: null });
    expect(inWords(saying, "kk")).toContain("79 сағ 45 мин 8 с ");
    expect(inWords(saying, "ru")).toContain("79 ч 45 мин 8 с,");
    expect(inWords(saying, "en")).toContain("79 h 45 min 8 s:");
  });

  test("is rendered by its key, in the language asked for", () => {
    const saying = say("reasonMissing", {});
    expect(inWords(saying, "kk")).toBe(kk.reasonMissing({}, readerOf("kk", "GRAPHQL")));
    expect(inWords(saying, "ru")).toBe(ru.reasonMissing({}, readerOf("ru", "GRAPHQL")));
    expect(inWords(saying, "en")).toBe(CATALOGS.en.reasonMissing({}, readerOf("en", "GRAPHQL")));
  });
});

describe("the language of an answer (RFC 9110, section 12.5.4)", () => {
  const WISHES: readonly (readonly [header: string | undefined, locale: Locale])[] = [
    [undefined, "en"],
    ["", "en"],
    ["kk", "kk"],
    ["KK", "kk"],
    ["kk-KZ", "kk"],
    ["kk-Cyrl-KZ", "kk"],
    ["ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "ru"],
    ["en;q=0.5, kk;q=0.8, ru;q=0.7", "kk"],
    ["en;q=0.1, ru;q=0.11", "ru"],
    ["ru, kk", "ru"],
    ["ru;q=0.5, kk;q=0.5", "ru"],
    ["de, fr;q=0.9", "en"],
    ["de, fr;q=0.9, ru;q=0.1", "ru"],
    ["de;q=1.0,kk;q=0.001", "kk"],
    ["ru;q=0, kk;q=0.1", "kk"],
    ["ru;q=0.000", "en"],
    ["kk ; q=0.2 , ru ; q=0.3", "ru"],
    ["kk;Q=0.2,ru;Q=0.3", "ru"],
    ["*", "en"],
    ["*;q=0.1, kk", "kk"],
    ["de, *;q=0.5", "en"],
    ["kk;q=0.3, *;q=0.5", "en"],
    ["*;q=0", "en"],
    [",,kk,", "kk"],
    ["kkk, ru", "ru"],
    ["k, ru", "ru"],
  ];
  test.for(WISHES)("%j is answered in %s", ([header, locale]) => {
    expect(negotiateLocale(header)).toBe(locale);
  });

  test("a wildcard stands for the languages that are not named beside it", () => {
    expect(["kk", "ru"]).toContain(negotiateLocale("en;q=0, *"));
    expect(["kk", "ru"]).toContain(negotiateLocale("en;q=0.1, *;q=0.5"));
  });

  test("the language that is wished for most is answered, in whatever order the wishes stand", () => {
    const weights = fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 3, maxLength: 3 });
    const orders = fc.shuffledSubarray([...LOCALES], { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(weights, orders, (thousandths, order) => {
        const wishes = order.map((locale, index) => ({ locale, weight: (thousandths[index] ?? 1) / 1_000 }));
        const header = wishes.map(({ locale, weight }) => `${locale};q=${weight.toFixed(3)}`).join(", ");
        const most = wishes.reduce((best, wish) => (wish.weight > best.weight ? wish : best));
        expect(negotiateLocale(header)).toBe(most.locale);
      }),
    );
  });

  test("no header makes it fail or take long", () => {
    const hostile = [
      ",".repeat(1_000_000),
      "kk;".repeat(300_000),
      `kk;q=${"0".repeat(1_000_000)}`,
      `kk;q=0.5${" ".repeat(1_000_000)}x`,
      "-".repeat(1_000_000),
      "*,".repeat(500_000),
      "__proto__, constructor;q=0.9, toString",
      "kk\u0000, ru\r\nX-Header: 1",
      "\ud800;q=NaN, ;q=, q=1, ;;;==",
      "kk;q=1e9, ru;q=-1, en;q=Infinity",
    ];
    // Of this process alone, whatever else the machine has to do. One that backtracks would take minutes.
    const start = process.cpuUsage();
    for (const header of hostile) expect(LOCALES).toContain(negotiateLocale(header));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(3_000);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (header) => {
        expect(LOCALES).toContain(negotiateLocale(header));
      }),
    );
  });
});
