import { atTheConsole } from "./console-sentences.js";
import { en } from "./en.js";
import { readerOf, type Reader, type Way } from "./reader.js";
import { kk } from "./kk.js";
import { ru } from "./ru.js";

/** The languages in which the gateway answers. */
export const LOCALES = ["kk", "ru", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The same text in each language. */
export type InEach = Readonly<Record<Locale, string>>;

type Key = keyof typeof en;

/** What a sentence is about: the parameter of its function in English, or nothing. */
type About<K extends Key> =
  Parameters<(typeof en)[K]> extends [infer Subject, ...unknown[]] ? Subject : Record<string, never>;

/** Every sentence that the gateway says to people; English is the pattern that the other languages fill. */
export type Catalog = { readonly [K in Key]: (about: About<K>, reader: Reader) => string };

/** A sentence before it is rendered: its key and what it is about. It is rendered where the caller's language is known. */
export type Saying = { [K in Key]: { readonly key: K; readonly about: About<K> } }[Key];

const CATALOGS: Record<Locale, Catalog> = { kk, ru, en };
const AT_THE_CONSOLE: Record<Locale, Catalog> = {
  kk: atTheConsole(kk, "kk"),
  ru: atTheConsole(ru, "ru"),
  en: atTheConsole(en, "en"),
};

/** A sentence of the catalogue about `about`. */
export function say<K extends Key>(key: K, about: About<K>): Saying {
  return { key, about } as Saying;
}

/** The sentence in `locale`, for a reader who came this way. */
export function inWords(saying: Saying, locale: Locale, way: Way = "GRAPHQL"): string {
  const catalog = (way === "CONSOLE" ? AT_THE_CONSOLE : CATALOGS)[locale];
  const sentence = catalog[saying.key] as (about: Saying["about"], reader: Reader) => string;
  return sentence(saying.about, readerOf(locale, way));
}

/**
 * The best of our languages for an `Accept-Language` value (RFC 9110, section 12.5.4); English where none fits.
 * `kk-KZ` counts as `kk`; a weight of 0 excludes; `*` stands for the languages that are not named, English first.
 */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? "")
    .slice(0, 1_000)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.trim().split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight);
  const named = new Set(wishes.map(({ language }) => language));
  const unnamed = (["en", "ru", "kk"] as const).find((locale) => !named.has(locale));
  for (const { language, weight } of wishes) {
    const known = language === "*" ? unnamed : LOCALES.find((locale) => locale === language);
    if (known && weight > 0) return known;
  }
  return "en";
}
