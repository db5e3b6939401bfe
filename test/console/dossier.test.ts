import { expect, test } from "vitest";
import { look } from "../support/console.js";
import { waterDossier } from "../support/dossiers.js";
import { Night } from "../support/night.js";
import { accepted } from "../support/person.js";
import { instant, MINUTE } from "../../src/domain/instant.js";

/** The computer's clock is not the fictional night's: the page says so, and nothing else. */
const CENTRE = (night: Night) => ({ person: { token: night.credentials.centre } });

test("what a revision changed is struck and underlined, signed, and said to whoever listens (L6)", async () => {
  await using told = await waterDossier();
  await using window = await look(told.night.url, { at: `/incidents/${told.number}?since=1`, ...CENTRE(told.night) });
  const { page } = window;
  const table = page.getByRole("table");
  await table.waitFor();
  expect(await table.getByRole("row").count()).toBe(7);
  expect(await page.getByText("6 of 16 fields").count()).toBe(1);
  const level = table.getByRole("row", { name: /Severity level/ });
  expect(await level.locator("del").textContent()).toContain("removed: −");
  expect(await level.locator("ins").textContent()).toContain("added: +");
  expect(await level.locator("ins").innerText()).toContain("High (4)");
  expect(
    await table
      .getByRole("row", { name: /Indicators/ })
      .locator("ins")
      .count(),
  ).toBe(2);
  // What both revisions have stands on both sides, unmarked.
  expect(await table.getByText("pump-update.example", { exact: false }).count()).toBe(2);
  expect(await window.barriers()).toEqual([]);
  await page.getByRole("button", { name: "Show what did not change" }).click();
  expect(await table.getByRole("row").count()).toBe(17);
});

test("the dossier has each duty on its scale, who did what, its deliveries and receipts (R9.1 to RA.1)", async () => {
  await using told = await waterDossier();
  await using window = await look(told.night.url, { at: `/incidents/${told.number}`, ...CENTRE(told.night) });
  const { page } = window;
  const terms = page.getByRole("region", { name: "Terms" });
  await terms.waitFor();
  const said = await terms.innerText();
  for (const words of ["R9.1", "in 8\u00a0min 12\u00a0s", "R9.2", "5\u00a0min 57\u00a0s late", "R9.3", "RA.1"])
    expect(said).toContain(words);
  const chronicle = page.getByRole("region", { name: "Chronicle" });
  await chronicle.getByText("Incident reported").waitFor();
  expect(await chronicle.getByText("Card corrected, revision 2").count()).toBe(1);
  expect(await chronicle.getByText("Duty officer, DEMO-WATER", { exact: false }).count()).toBeGreaterThan(3);
  for (const tab of ["Deliveries", "Indicators", "Notifications", "Receipts"]) {
    await page.getByRole("tab", { name: tab }).click();
    await page.getByRole("tabpanel").getByText(/./).first().waitFor();
    expect(await window.barriers(), tab).toEqual([]);
  }
  await page.getByRole("heading", { name: "Card corrected, revision 2" }).waitFor();
});

test("L22: a duty that was met by another way says by which, when, who took it and why", async () => {
  await using night = await Night.begin();
  const { number, obligations } = await night.reports("WATER");
  const card = obligations.find(({ rule }) => rule === "R9.3");
  const at = instant(night.clock.now());
  accepted(await night.centre.recordsReceived(card?.id ?? "", at, "The line was cut."));
  await using window = await look(night.url, { at: `/incidents/${number}`, ...CENTRE(night) });
  const terms = window.page.getByRole("region", { name: "Terms" });
  await terms
    .getByText(/received by another way · by telephone · 03:14:07 · taken by The duty desk · “The line was cut.”/)
    .waitFor();
});

test("R9.2: the chronicle names the object whose owner was told, and no other object of the incident", async () => {
  await using night = await Night.begin();
  const boilers = "Boilers that nobody registered";
  const { id, number } = await night.reports("WATER", {
    ago: 20 * MINUTE,
    more: [{ description: boilers, kinds: ["CRITICAL_INFRASTRUCTURE"] }],
  });
  accepted(
    await night
      .soc("WATER")
      .recordsOwnerNotified(id, instant(night.clock.now() - MINUTE), { objectDescription: boilers }),
  );
  await using window = await look(night.url, { at: `/incidents/${number}`, ...CENTRE(night) });
  const chronicle = window.page.getByRole("region", { name: "Chronicle" });
  const told = chronicle.getByRole("listitem").filter({ hasText: "The owner's duty desk" });
  await told.waitFor();
  expect(await told.innerText()).toContain(boilers);
  expect(await told.innerText()).not.toContain("Imaginary canal pumping stations");
});

test("the list of further acts lies within the window of a telephone, for whoever has one", async () => {
  await using night = await Night.begin();
  const { number } = await night.reports("HEALTH");
  for (const token of [night.soc("HEALTH").token, night.credentials.centre]) {
    await using window = await look(night.url, { at: `/incidents/${number}`, width: 390, person: { token } });
    const { page } = window;
    const button = page.getByRole("button", { name: "More acts" });
    await button.click();
    const list = await page.locator("main ul", { has: page.getByText("Copy the number") }).boundingBox();
    expect(list).toMatchObject({ x: expect.toSatisfy((x: number) => x >= 0) });
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});

test("an officer decides a retraction: the reason is asked at its field, and the receipt is shown (L18)", async () => {
  await using night = await Night.begin();
  const incident = await night.reports("HEALTH", { severity: "MEDIUM" });
  await using window = await look(night.url, { at: `/incidents/${incident.number}`, ...CENTRE(night) });
  const { page } = window;
  await page.getByRole("heading", { level: 1, name: incident.number }).waitFor();
  await page.locator("[data-link=LIVE]").waitFor();
  // It comes while the page is looked at.
  await night.soc("HEALTH").asksForRetraction(incident.id, "An exercise.");
  const question = page.getByRole("region", { name: "Waits for a decision" });
  await question.getByText("“An exercise.”").waitFor();
  await question.getByRole("button", { name: "Decide the retraction" }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.innerText()).toContain(incident.number);
  expect(await dialog.innerText()).toContain("Medium");
  await page.keyboard.press("Control+Enter");
  // The summary has the focus, and each fault leads to its field.
  await dialog.getByRole("region", { name: /Not sent yet/ }).waitFor();
  expect(
    await dialog
      .getByRole("region", { name: /Not sent yet/ })
      .getByRole("link")
      .count(),
  ).toBe(2);
  expect(await window.barriers()).toEqual([]);
  await dialog.getByRole("radio", { name: "Grant" }).check();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The logs say so.");
  // A frame that comes meanwhile touches nothing of it.
  await night.soc("HEALTH").reviews(incident.id, "LOW");
  await page.getByText("Level reviewed").waitFor({ state: "attached" });
  expect(await dialog.getByRole("textbox", { name: "Reason" }).inputValue()).toBe("The logs say so.");
  await dialog.getByRole("button", { name: "Record the decision" }).click();
  await dialog.getByText("position in the journal").waitFor();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await page.getByText(/was retracted at/).waitFor();
  expect(await question.count()).toBe(0);
});

test("a number that does not exist and one of another SOC's give one and the same page", async () => {
  await using night = await Night.begin();
  const { number } = await night.reports("HEALTH");
  const pages = [];
  for (const at of [`/incidents/${number}`, "/incidents/NOBODY-2026-0001"]) {
    // prettier-ignore
    await using window = await look(night.url, { at, person: { token: night.soc("WATER").token ?? "" } });
    await window.page.getByText("There is nothing here").first().waitFor();
    pages.push({ title: await window.page.title(), says: await window.page.locator("main").innerText() });
    expect(await window.barriers()).toEqual([]);
  }
  expect(pages[0]).toEqual(pages[1]);
});

test("incidents come by themselves, are narrowed by the address, and a number leads to one", async () => {
  await using night = await Night.begin();
  await night.reports("HEALTH", { severity: "LOW", type: "SPAM" });
  await using window = await look(night.url, { at: "/incidents?level=HIGH", ...CENTRE(night) });
  const { page } = window;
  await page.getByText("No incident fits").waitFor();
  await page.locator("[data-link=LIVE]").waitFor();
  expect(await window.barriers()).toEqual([]);
  // Of two that were reported at one moment neither is newer.
  night.clock.advance(MINUTE);
  const { number } = await night.reports("WATER");
  // An alarm names it too.
  const listed = page.getByRole("row").getByRole("link", { name: number });
  await listed.waitFor();
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await page.getByRole("row").nth(2).waitFor();
  expect(new URL(page.url()).search).toBe("");
  expect(await window.barriers()).toEqual([]);
  await page.keyboard.press("Slash");
  await page.keyboard.type(number.toLowerCase());
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: number }).waitFor();
  await page.goBack();
  // The first row, by keys alone.
  await listed.waitFor();
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("KeyJ");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: number }).waitFor();
});

test("the act that notifies SOCs of an incident leads to a form that knows which one", async () => {
  await using night = await Night.begin();
  const { number } = await night.reports("WATER");
  await using window = await look(night.url, { at: `/incidents/${number}`, ...CENTRE(night) });
  const { page } = window;
  await page.getByRole("link", { name: "Notify SOCs" }).click();
  const about = page.getByRole("combobox", { name: "What it is about" });
  await about.waitFor();
  expect(await about.inputValue()).toContain(number);
});

test("an officer takes an incident in hand with A, and another sees it", async () => {
  await using night = await Night.begin();
  night.clock.advance(MINUTE);
  const { number } = await night.reports("WATER");
  await using window = await look(night.url, { at: `/incidents/${number}`, ...CENTRE(night) });
  const { page } = window;
  await page.getByText("Nobody of the centre has it in hand").waitFor();
  await page.locator("[data-link=LIVE]").waitFor();
  await page.keyboard.press("KeyA");
  await page.getByText(/In your hands since/).waitFor();
  await using other = await look(night.url, {
    at: `/incidents/${number}`,
    person: { token: night.credentials.analyst },
  });
  await other.page.getByText(/In hand: Duty officer/).waitFor();
});
