import { expect, test } from "vitest";
import { consoleGateway, look } from "../../support/console.js";

test("a person who opens / finds one field, pastes a token and is in, in every language", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  for (const [language, lang] of [
    ["kk", "kk"],
    ["ru", "ru"],
    ["en", "en"],
  ] as const) {
    // prettier-ignore
    await using window = await look(world.url, { language });
    const { page } = window;
    await page.locator("form input").waitFor();
    expect(await page.locator("form input").count()).toBe(1);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    expect(await window.barriers()).toEqual([]);
    await window.signIn(soc.token);
    await page.getByRole("navigation").first().waitFor();
    expect(await window.barriers()).toEqual([]);
  }
});

test("a token that is not known is refused in the gateway's own words, and the field stays", async () => {
  await using world = await consoleGateway();
  await using window = await look(world.url, { language: "kk", expects: /401 \(Unauthorized\)/ });
  const { page } = window;
  await page.locator("form input").fill("no such token");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: /./ }).waitFor();
  expect(await page.locator("form input").count()).toBe(1);
});

test("what the page's policy forbids is seen to be forbidden, and a test is told", async () => {
  await using world = await consoleGateway();
  const window = await look(world.url);
  const { page } = window;
  await page.locator("form input").waitFor();
  await page.evaluate(`
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.head.append(style);
    const picture = document.createElement("img");
    picture.src = "https://elsewhere.example/pixel.png";
    document.body.append(picture);
    try { document.body.insertAdjacentHTML("beforeend", "<b>words</b>") } catch {}
  `);
  await page.locator('img[src*="elsewhere"]').waitFor({ state: "attached" });
  const faults = await window[Symbol.asyncDispose]().catch((error: Error) => error.message);
  for (const directive of ["style-src-elem", "img-src", "require-trusted-types-for"])
    expect(faults).toContain(`broke its policy: ${directive}`);
});
