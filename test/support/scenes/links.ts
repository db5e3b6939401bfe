import type { Page } from "playwright-core";

/** Links that do not open in another tab though Ctrl is held: the page takes the click for itself. */
export async function takenLinks(page: Page): Promise<string[]> {
  return (await page.evaluate(TAKEN)) as string[];
}

/** Runs in the page. What leads to a field of the same page is no address. */
const TAKEN = `(() => [...document.querySelectorAll('a[href]:not([href^="#"])')].flatMap((link) => {
  let isTaken = true;
  const end = (event) => {
    isTaken = event.defaultPrevented;
    // No tab is opened for each.
    event.preventDefault();
  };
  addEventListener("click", end, { once: true });
  link.dispatchEvent(new MouseEvent("click", { ctrlKey: true, bubbles: true, cancelable: true }));
  removeEventListener("click", end);
  return isTaken ? ["the link “" + link.textContent.trim() + "” does not open in another tab"] : [];
}))()`;
