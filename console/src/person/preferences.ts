import { Store, useStore } from "../store.js";
import { type Language, LANGUAGES } from "../texts/languages.js";
import { keptByBrowser } from "./kept.js";

export type Theme = "system" | "light" | "dark";

/** What a person has chosen on this computer. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Single letters as keys (WCAG 2.1.4). */
  readonly hasLetterKeys: boolean;
  readonly hasSound: boolean;
  /** Whether what is being written may lie on this device, in clear. */
  readonly keepsDrafts: boolean;
}

const KEPT_AS = "dabyl.preferences";

export const preferences = new Store<Preferences>(restored());

export function prefer(changes: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...changes };
  preferences.set(next);
  keptByBrowser.write(KEPT_AS, JSON.stringify(next));
}

export function usePreferences(): Preferences {
  return useStore(preferences, (all) => all);
}

function restored(): Preferences {
  let kept: Partial<Preferences> = {};
  try {
    kept = JSON.parse(keptByBrowser.read(KEPT_AS) ?? "{}") as Partial<Preferences>;
  } catch {
    // Nothing was chosen.
  }
  return {
    theme: "system",
    hasLetterKeys: true,
    hasSound: false,
    keepsDrafts: true,
    ...kept,
    language: kept.language ?? likelyLanguage(),
  };
}

/** The first of the browser's languages that there is; Kazakh if there is none. */
function likelyLanguage(): Language {
  for (const wanted of navigator.languages) {
    const language = LANGUAGES.find((known) => wanted.toLowerCase().startsWith(known));
    if (language) return language;
  }
  return "kk";
}
