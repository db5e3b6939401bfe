import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { consoleGateway, look } from "../support/console.js";
import { codeOf } from "../support/inbox.js";
import { aNotifiedSoc, numberOf, partOf } from "../support/notified-socs.js";
import { Keys } from "./keys.js";

// Nothing here presses the mouse or opens an address after the first one: what cannot be reached by keys fails.

/** Says how many keys it took, once the receipt is there. */
async function receipted(page: Page, keys: Keys, what: string): Promise<void> {
  await page.getByText("submission key").waitFor();
  expect(await page.getByText("submission key").count()).toBe(1);
  process.stdout.write(`By keyboard alone, from the sign-in page to the receipt of ${what}: ${keys.count} keys.\n`);
}

test("R9.1: a report, by keyboard alone from the sign-in page to its receipt", async () => {
  await using world = await consoleGateway();
  const object = await world.protectedObject();
  const soc = await world.soc({ covering: [object] });
  await using window = await look(world.url);
  const { page } = window;
  const keys = new Keys(page);
  await keys.signIn(soc.token);
  await page.getByRole("heading", { name: "My shift" }).waitFor();
  await keys.tabTo(/^I confirmed it now/);
  await keys.press("Enter");
  await page.getByRole("combobox", { name: "Type of the incident" }).waitFor();
  await keys.tabToField("type");
  await keys.type("ransom");
  await keys.press("Enter");
  await keys.tabToField("affectedObjects");
  await keys.type(object.code.slice(-6));
  await page.getByRole("option").filter({ hasText: object.code }).waitFor();
  await keys.press("Enter");
  await keys.tabToField("summary");
  await keys.type("Files are being encrypted.");
  await keys.press("Control+Enter");
  await page.getByRole("heading", { name: "The national centre knows" }).waitFor();
  await receipted(page, keys, "a report");
});

test("R9.3: a card, by keyboard alone from the sign-in page to its receipt", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const { incident } = await soc.sendsReport({ severity: "HIGH" });
  await using window = await look(world.url);
  const { page } = window;
  const keys = new Keys(page);
  await keys.signIn(soc.token);
  await page.getByRole("link", { name: incident.number }).waitFor();
  await keys.press("j", "Enter");
  await page.getByLabel("Nature of the incident").waitFor();
  await keys.choose("scale", /^Individual/);
  await keys.tabToField("occurredAt");
  await keys.type("01.03.2026 14:30");
  await keys.choose("recurrence", /^New/);
  await keys.choose("sign", /^Actual/);
  await keys.tabToField("contours");
  await keys.press("Space");
  await keys.tabTo(/operab/i);
  await keys.press("Space");
  await keys.tabToField("measures");
  await keys.type("The servers were taken off the network.");
  await keys.press("Control+Enter");
  await page.getByRole("heading", { name: "Card accepted, revision 1" }).waitFor();
  await receipted(page, keys, "a card");
  expect((await soc.standings(incident.number))["R9.3"]).toBe("MET");
});

test("R9.4: an answer, by keyboard alone from the sign-in page to its receipt", async () => {
  await using world = await consoleGateway();
  const { soc, notificationId } = await aNotifiedSoc(world, "THREAT");
  const number = await numberOf(soc, notificationId);
  await using window = await look(world.url);
  const { page } = window;
  const keys = new Keys(page);
  await keys.signIn(soc.token);
  await page.getByRole("heading", { name: "My shift" }).waitFor();
  await keys.chord("g", "n");
  await page.getByRole("link", { name: number }).waitFor();
  await keys.press("j", "Enter");
  await page.getByRole("heading", { name: number }).last().waitFor();
  await page.getByRole("heading", { name: "Your answer" }).waitFor();
  await keys.press("r");
  await page.locator("#field-analysis-findings:focus").waitFor();
  for (const text of ["Two mailboxes have received it.", "Nothing was opened.", "The mail was deleted."]) {
    await keys.type(text);
    await keys.press("Tab");
  }
  await keys.press("Control+Enter");
  await page.getByRole("heading", { name: "The national centre has your answer" }).waitFor();
  await receipted(page, keys, "an answer");
  expect((await partOf(soc, notificationId)).obligation.standing).toBe("MET");
});

test("R12.1: a notification, by keyboard alone from the sign-in page to its receipt", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  const code = await codeOf(soc);
  const centre = await world.nationalCentre();
  const { incident } = await (await world.soc()).sendsReport();
  await using window = await look(world.url);
  const { page } = window;
  const keys = new Keys(page);
  await keys.signIn(centre.token);
  await page.getByRole("heading", { name: "Wall" }).waitFor({ state: "attached" });
  await keys.command("notify socs");
  await page.getByRole("heading", { name: "Whom it would reach" }).waitFor();
  await keys.tabTo(/^What it is about/);
  await keys.type(incident.number);
  await page.getByRole("option").filter({ hasText: incident.number }).first().waitFor();
  await keys.press("Enter");
  await keys.tabTo(/^SOCs by name/);
  await keys.type(code);
  await page.getByRole("option").filter({ hasText: code }).waitFor();
  await keys.press("Enter");
  await page.getByRole("row").filter({ hasText: code }).filter({ hasText: "named" }).waitFor();
  await keys.tabTo(/^Text/);
  await keys.type("Look for it.");
  await keys.choose("marking", /AMBER/i);
  await keys.press("Control+Enter");
  await page.getByRole("heading", { name: "The SOCs were notified" }).first().waitFor();
  await receipted(page, keys, "a notification");
});
