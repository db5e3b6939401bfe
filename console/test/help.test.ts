import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../src/texts/languages.js";
import { loadTexts } from "../src/texts/texts.js";

/** Every text of a part, in order. */
function textsOf(part: unknown): readonly string[] {
  if (typeof part === "string") return [part];
  if (typeof part === "object" && part !== null) return Object.values(part).flatMap(textsOf);
  return [];
}

describe("the help", () => {
  it.each(LANGUAGES)("calls what is on the screens by the words that stand there (%s)", async (language) => {
    const { help, ...others } = await loadTexts(language);
    const shown = new Set(textsOf(others));
    const named = textsOf(help).flatMap((text) =>
      [...text.matchAll(/[«“]([^»”]+)[»”]/g)].map(([, name]) => name ?? ""),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !shown.has(name))).toEqual([]);
  });
});
