import type { Language } from "../texts/languages.js";

/** Between thousands: a narrow no-break space, or in English a comma. Chromium has no Kazakh, so none of this is left to Intl. */
const GROUP: Readonly<Record<Language, string>> = { kk: "\u202f", ru: "\u202f", en: "," };
const DECIMAL: Readonly<Record<Language, string>> = { kk: ",", ru: ",", en: "." };

/** A number as it is written in one language, with at most `digits` after the comma: `18 412`, `1 234 567,5`. */
export function writeNumber(value: number, language: Language, digits = 0): string {
  const [whole = "0", rest = ""] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, GROUP[language]);
  const decimals = rest.replace(/0+$/, "");
  const written = decimals === "" ? grouped : `${grouped}${DECIMAL[language]}${decimals}`;
  return value < 0 && /[1-9]/.test(written) ? `−${written}` : written;
}

/** A share between 0 and 1 in whole hundredths: `71 %` in Kazakh and Russian, `71%` in English. Only all is 100, only none is 0. */
export function writeShare(share: number, language: Language): string {
  const rounded = Math.round(share * 100);
  const percent = share < 1 ? Math.min(rounded, 99) : 100;
  return `${share > 0 ? Math.max(percent, 1) : 0}${language === "en" ? "" : "\u00a0"}%`;
}
