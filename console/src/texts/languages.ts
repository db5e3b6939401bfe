/** The languages of the console, in the order in which people are offered them. */
export const LANGUAGES = ["kk", "ru", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each is called in itself; `short` is what the header's switch shows. */
export const LANGUAGE_NAMES: Readonly<Record<Language, { readonly name: string; readonly short: string }>> = {
  kk: { name: "Қазақша", short: "Қаз" },
  ru: { name: "Русский", short: "Рус" },
  en: { name: "English", short: "Eng" },
};
