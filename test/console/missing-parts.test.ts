import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { consoleGateway, look } from "../support/console.js";

// A gateway was updated, and has the files of the page that is open no more; or there is no way to it.

const EXPECTED = /404|ERR_FAILED|could not be fetched|preload CSS|dynamically imported/;

async function losesItsFiles(page: Page): Promise<void> {
  await page.getByText("Live", { exact: true }).first().waitFor();
  // What it fetches by itself has come.
  await page.waitForLoadState("networkidle");
  await page.route("**/assets/**", (route) => route.fulfill({ status: 404 }));
}

test("a page whose files are gone goes on: its dialogs open, and its person can sign out", async () => {
  await using world = await consoleGateway();
  await using window = await look(world.url, { person: await world.soc(), expects: EXPECTED });
  const { page } = window;
  await losesItsFiles(page);
  await page.keyboard.press("Control+KeyK");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator("button[title*='sign out']").click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.locator("form input").waitFor();
});

test("a screen whose file is gone says so and what to do, and what was there stays", async () => {
  await using world = await consoleGateway();
  await using window = await look(world.url, { person: await world.soc(), expects: EXPECTED });
  const { page } = window;
  await losesItsFiles(page);
  await page.getByRole("link", { name: "Incidents" }).first().click();
  await page.getByText("This part of the page could not be fetched").waitFor();
  await page.getByRole("button", { name: "Load the page again" }).waitFor();
  await page.getByRole("link", { name: "My shift" }).first().click();
  await page.getByRole("heading", { name: "My shift" }).waitFor();
});

test("a language whose texts are gone is not chosen", async () => {
  await using world = await consoleGateway();
  await using window = await look(world.url, { person: await world.soc(), at: "/settings", expects: EXPECTED });
  const { page } = window;
  await losesItsFiles(page);
  const rus = page.getByRole("button", { name: "Рус" });
  const gone = page.waitForResponse((response) => response.status() === 404);
  await rus.click();
  await gone;
  await expect.poll(() => page.getByRole("button", { name: "Eng" }).getAttribute("aria-pressed")).toBe("true");
  expect(await page.evaluate(() => localStorage.getItem("dabyl.preferences"))).toContain('"language":"en"');
});
