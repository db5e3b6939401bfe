import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR, SECOND } from "../../src/domain/instant.js";
import { look } from "../support/console.js";
import { Acting } from "../support/dossier-acts.js";
import { Night } from "../support/night.js";
import { accepted } from "../support/person.js";

let night: Night;

beforeAll(async () => {
  night = await Night.begin();
});
afterAll(() => night[Symbol.asyncDispose]());

const centre = () => ({ token: night.credentials.centre });

test("R12.1: a SOC that was typed and not picked keeps the notification back, until it is picked or cleared", async () => {
  const { number } = accepted(await night.centre.registersEvent()).event;
  await using window = await look(night.url, { at: `/notify?about=${number}`, person: centre() });
  const { page } = window;
  const socs = page.getByRole("combobox", { name: "SOCs by name" });
  await socs.fill("energy");
  await page.getByRole("option", { name: /DEMO-ENERGY/ }).waitFor();
  await page.keyboard.press("Enter");
  await socs.fill("helth");
  await page.locator("#field-text").fill("Look for this address in your logs.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Not sent yet: 1 thing is missing.").waitFor();
  expect(await page.locator("#field-to-socs-faults").textContent()).toContain("was not picked");
  await socs.fill("health");
  await page.getByRole("option", { name: /DEMO-HEALTH/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: /^The SOCs were notified/ }).waitFor();
});

test("a number that names nothing is refused at its field, and the rest of the act stays", async () => {
  const { number } = await night.reports("GOV");
  await using acting = await Acting.on(night, number, night.credentials.centre, "en");
  await acting.opensOther("Link as the same incident");
  await acting.field("incidentIds").fill("DEMO-GOV-2026-9999");
  await acting.field("reason").fill("One attack.");
  await acting.sends();
  await acting.dialog.locator("#field-act-incidentIds-faults").waitFor();
  expect(await acting.field("reason").inputValue()).toBe("One attack.");
});

test("L4: a time that is typed without its day is said with the day before it is sent", async () => {
  const { number } = await night.reports("GOV");
  await using acting = await Acting.on(night, number, night.credentials.centre, "en");
  await acting.opens("Correct the confirmation");
  // At 03:14 a quarter to twelve is last evening's.
  await acting.field("confirmedAt").fill("23:45");
  await acting.dialog.getByText("that is 01.03.2026 23:45:00").waitFor();
  await acting.field("confirmedAt").fill("01.03.2026 23:45:00");
  await acting.dialog.getByText("that is").waitFor({ state: "detached" });
});

test("F10: what was typed a moment before the page was left is there again, and Ctrl+Enter sends what is shown", async () => {
  const { number } = accepted(await night.centre.registersEvent()).event;
  const sent = await night.centre.sendsNotification({
    eventId: number,
    to: { socs: ["DEMO-ENERGY"] },
  });
  await using window = await look(night.url, {
    at: `/notify?withdraws=${sent.notification.number}`,
    person: centre(),
  });
  const { page } = window;
  await page.locator("#field-text").fill("It was sent in error.");
  await page.reload();
  // Before anything is drawn there is nothing to send, and nothing is said to be missing.
  await page.keyboard.press("Control+Enter");
  const text = page.locator("#field-text");
  await text.waitFor();
  expect(await text.inputValue()).toBe("It was sent in error.");
  expect(await page.getByText("Not sent yet").count()).toBe(0);
  if ((await page.getByRole("dialog").count()) === 0) await page.keyboard.press("Control+Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw the notification" }).click();
  await page.getByRole("heading", { name: /^The notification was withdrawn/ }).waitFor();
});

test("Enter picks nothing that nobody typed or walked to: an open list alone chooses no object and no other type", async () => {
  await using window = await look(night.url, { at: "/report", person: night.soc("WATER") });
  const { page } = window;
  const type = page.getByRole("combobox", { name: "Type of the incident" });
  await type.fill("phish");
  await page.keyboard.press("Enter");
  expect(await type.inputValue()).toBe("Phishing");
  await type.click();
  await page.getByRole("option", { name: "Phishing" }).waitFor();
  await page.keyboard.press("Enter");
  expect(await type.inputValue()).toBe("Phishing");
  await page.getByRole("combobox", { name: "Affected object" }).click();
  await page.getByRole("option", { name: /DEMO-CANAL-PUMPS/ }).waitFor();
  await page.keyboard.press("Enter");
  expect(await page.getByRole("button", { name: /^Remove/ }).count()).toBe(0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Remove/ }).waitFor();
});

test("what was refused of a registration is not said any more of a field that was changed, and stays of the others", async () => {
  await using window = await look(night.url, {
    at: "/administration/owners",
    person: { token: night.credentials.administrator },
  });
  const { page } = window;
  await page.getByRole("button", { name: "Register an owner" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("#field-code").fill("no code");
  await page.keyboard.press("Enter");
  await dialog.locator("#field-code-faults").waitFor();
  await dialog.locator("#field-name").fill("An owner");
  await dialog.locator("#field-name-faults").waitFor({ state: "detached" });
  expect(await dialog.locator("#field-code-faults").count()).toBe(1);
  expect(await page.evaluate("document.activeElement.id")).toBe("field-name");
});

test("F25: the reason of a waiver stands beside the waiver, and beside nothing that was announced before it", async () => {
  const { number } = await night.reports("WATER", { severity: "UNDETERMINED", ago: 47.8 * HOUR });
  await using acting = await Acting.on(night, number, night.credentials.centre, "en");
  const chronicle = acting.page.getByRole("region", { name: "Chronicle" });
  // Nothing is announced while the clock stands.
  night.clock.advance(SECOND);
  await chronicle.getByText("Term ends soon").first().waitFor();
  await acting.page.keyboard.press("KeyW");
  await acting.dialog.getByRole("button", { name: /RA\.1/ }).click();
  await acting.field("reason").fill("Agreed by telephone.");
  await acting.sends();
  await chronicle.getByText("Duty waived").waitFor();
  expect(await chronicle.getByText("Agreed by telephone.").count()).toBe(1);
});
