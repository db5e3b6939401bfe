import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "../support/person.js";
import { goThrough, SCENES } from "../support/scenes.js";

/** Words that are the same in languages though somebody wrote them: names, formats, keys, and what Kazakh has from where Russian has it. */
const SAME = new Set(
  "dabyl graphql pdf xml json csv xlsx html url http https ip utc id ru kk en ctrl alt shift enter esc tab қазақша русский english".split(
    " ",
  ),
);

/** What a page says, to the eye and to a reader; parts that say in which other language they are belong to that one. */
const SAID = `(() => {
  const said = new Set();
  const foreign = (one) => one.closest("[lang]") !== document.documentElement;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!foreign(node.parentElement) && !node.parentElement.closest("script, style, code, kbd")) said.add(node.nodeValue.trim());
    } else if (!foreign(node))
      for (const name of ["aria-label", "title", "placeholder", "alt"]) said.add((node.getAttribute(name) ?? "").trim());
  }
  said.add(document.title);
  return [...said].filter(Boolean);
})()`;

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** Words of what the gateway answers: data, in whatever language somebody wrote them. */
function collectAnswers(page: Page, words: Set<string>): void {
  const take = (value: unknown): void => {
    if (typeof value === "string") for (const word of wordsIn(value)) words.add(word);
    else if (Array.isArray(value)) value.forEach(take);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(take);
  };
  page.on("response", (response) => {
    if (new URL(response.url()).pathname === "/graphql") void response.json().then(take, () => undefined);
  });
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => take(JSON.parse(payload.toString()))));
}

test(
  "no word of any screen is left in another language: what two languages say alike is a name, or data",
  { timeout: 1_800_000 },
  async () => {
    const data = new Set<string>();
    const said = new Map<Language, Map<string, readonly string[]>>();
    for (const language of LANGUAGES) {
      const ofScenes = new Map<string, readonly string[]>();
      const looked = { language, theme: "light", width: 1_440 } as const;
      for await (const { scene, window } of goThrough(SCENES, looked, (page) => collectAnswers(page, data)))
        ofScenes.set(`${scene.area}, ${scene.name}`, await window.page.evaluate<string[]>(SAID));
      said.set(language, ofScenes);
    }
    const alike: string[] = [];
    for (const [one, other] of [
      ["en", "ru"],
      ["en", "kk"],
      ["ru", "kk"],
    ] as const)
      // prettier-ignore
      for (const [scene, texts] of said.get(one) ?? []) {
      const others = new Set(said.get(other)?.get(scene));
      for (const text of texts)
        if (others.has(text) && wordsIn(text).some((word) => !SAME.has(word) && !data.has(word)))
          alike.push(`${scene}: "${text}" in ${one} and ${other}`);
    }
    expect([...new Set(alike)]).toEqual([]);
  },
);
