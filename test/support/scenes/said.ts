import type { Page } from "playwright-core";

/** What a page says, to the eye and to a reader; parts that say in which other language they are belong to that one. */
const SAID = `(() => {
  const said = new Set();
  const foreign = (one) => one.closest("[lang]") !== document.documentElement;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!foreign(node.parentElement) && !node.parentElement.closest("script, style, code, kbd, textarea")) said.add(node.nodeValue.trim());
    } else if (!foreign(node))
      for (const name of ["aria-label", "title", "placeholder", "alt"]) said.add((node.getAttribute(name) ?? "").trim());
  }
  said.add(document.title);
  return [...said].filter(Boolean);
})()`;

/** Each text of a page that a person sees or hears. */
export const saidBy = (page: Page): Promise<readonly string[]> => page.evaluate<string[]>(SAID);

/** The words of a text, in small letters; single letters are none. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** Adds the words of what the gateway answers from now on: data, in whatever language somebody wrote them. */
export function collectAnswers(page: Page, words: Set<string>): void {
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
