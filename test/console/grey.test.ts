import { expect, test } from "vitest";
import { look } from "../support/console.js";
import { Night } from "../support/night.js";

test("without any colour six standings and four levels are told apart by their signs alone, in light and dark", async () => {
  await using night = await Night.begin();
  for (const theme of ["light", "dark"] as const) {
    await using window = await look(night.url, { at: "/help", theme, person: { token: night.credentials.centre } });
    const { page } = window;
    await page.locator("h1").waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" });
    const lists = page.locator("section", { has: page.locator("h3") }).locator("ul, dl");
    for (const [list, count] of [
      [lists.nth(1), 6],
      [lists.nth(0), 4],
    ] as const) {
      const signs = list.locator("svg:visible");
      expect(await signs.count()).toBe(count);
      const pictures: string[] = [];
      for (const sign of await signs.all()) pictures.push((await sign.screenshot()).toString("base64"));
      expect(new Set(pictures).size).toBe(count);
    }
  }
});
