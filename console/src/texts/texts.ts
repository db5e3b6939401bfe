import type { en } from "./en/index.js";
import type { Language } from "./languages.js";

/** Every text that the console shows: English is the pattern that the other languages fill. */
export type Texts = typeof en;

/** Reads the texts of one language; the others are not loaded. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case "kk":
      return (await import("./kk/index.js")).kk;
    case "ru":
      return (await import("./ru/index.js")).ru;
    case "en":
      return (await import("./en/index.js")).en;
  }
}
