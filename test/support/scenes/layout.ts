import type { Page } from "playwright-core";

/** Words of a row that lie over other words of it, and words that are cut without a sign of it; one line for each. */
export async function misplacedWords(page: Page): Promise<string[]> {
  return (await page.evaluate(MISPLACED)) as string[];
}

/** Runs in the page. A pixel or two are roundings, and letters without tails leave room above and below. */
const MISPLACED = `(() => {
  const found = [];
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest(".visually-hidden") === null;
  const wordsIn = (row) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const words = [];
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (node.data.trim() === "" || !node.parentElement || !isSeen(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // What is cut shows no further than what cuts it.
      let cutter = node.parentElement;
      while (cutter !== row && getComputedStyle(cutter).overflowX !== "hidden") cutter = cutter.parentElement;
      const cut = cutter === row ? { right: Infinity, bottom: Infinity } : cutter.getBoundingClientRect();
      for (const { left, right, top, bottom } of range.getClientRects())
        if (right - left > 2)
          words.push({ node, text: node.data.trim(), left, right: Math.min(right, cut.right), top, bottom: Math.min(bottom, cut.bottom) });
    }
    return words;
  };
  for (const row of document.querySelectorAll("main li, main tr, main dl > div")) {
    const words = wordsIn(row);
    for (const [place, one] of words.entries())
      for (const other of words.slice(place + 1)) {
        // The lines of one text: their letters are higher than the lines are apart.
        if (one.node === other.node) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 2 && down > 6) found.push("“" + one.text + "” lies over “" + other.text + "”");
      }
  }
  for (const element of document.querySelectorAll("main *")) {
    const { overflowX, textOverflow } = getComputedStyle(element);
    if (overflowX !== "hidden" || textOverflow === "ellipsis" || element.clientWidth < 2 || !isSeen(element)) continue;
    if (element.scrollWidth > element.clientWidth + 2 && element.textContent.trim() !== "")
      found.push("cut: “" + element.textContent.trim().slice(0, 60) + "”");
  }
  return [...new Set(found)];
})()`;
