import { createContext, use, type ReactNode } from "react";
import type { Language } from "./languages.js";
import type { Texts } from "./texts.js";

/** The texts that are shown, and the language that they are in. */
export interface CurrentTexts {
  readonly language: Language;
  readonly texts: Texts;
}

const Context = createContext<CurrentTexts | null>(null);

/** Gives what is beneath it the texts of one language. */
export function TextsProvider({ current, children }: { readonly current: CurrentTexts; readonly children: ReactNode }) {
  return <Context value={current}>{children}</Context>;
}

/** The texts of the person's language: `const { words, shell } = useTexts()`. */
export function useTexts(): Texts {
  return useCurrentTexts().texts;
}

/** The person's language, for times, numbers and the order of names. */
export function useLanguage(): Language {
  return useCurrentTexts().language;
}

function useCurrentTexts(): CurrentTexts {
  const current = use(Context);
  if (!current) throw new Error("There are no texts here: put a TextsProvider above.");
  return current;
}
