import { createContext, use, type ReactNode } from "react";
import type { Language } from "./languages.js";
import type { Texts } from "./texts.js";

/** The texts that are shown, and the language that they are in. */
export interface Told {
  readonly language: Language;
  readonly texts: Texts;
}

const Context = createContext<Told | null>(null);

/** Gives what is beneath it the texts of one language. */
export function TextsProvider({ told, children }: { readonly told: Told; readonly children: ReactNode }) {
  return <Context value={told}>{children}</Context>;
}

/** The texts of the person's language: `const { words, shell } = useTexts()`. */
export function useTexts(): Texts {
  return useTold().texts;
}

/** The person's language, for times, numbers and the order of names. */
export function useLanguage(): Language {
  return useTold().language;
}

function useTold(): Told {
  const told = use(Context);
  if (!told) throw new Error("There are no texts here: put a TextsProvider above.");
  return told;
}
