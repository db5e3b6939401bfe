import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { ChangeContactDocument } from "../../schema/operations.generated.js";
import { consoleGateway, look } from "../support/console.js";
import { codeOf } from "../support/inbox.js";
import { accepted, unique } from "../support/person.js";

const dialog = (page: Page) => page.locator("dialog[open]");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const confirm = (page: Page, name: string) =>
  dialog(page).locator("footer").getByRole("button", { name, exact: true }).click();

test("an administrator registers a SOC, an account and a token, which is shown once and lets its person in", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  await using window = await look(world.url, { at: "/administration/socs", person: world.administrator() });
  const { page } = window;
  const code = unique("SOC");
  await press(page, "Register a SOC");
  await dialog(page).getByLabel("Code").fill(code.toLowerCase());
  await dialog(page).getByLabel("Name").fill("SOC of a test");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "SOC of a test" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/administration/socs/${code}`);

  await press(page, "Register an account");
  await dialog(page).getByLabel("Name").fill("Duty officer of a test");
  await dialog(page).getByLabel("Duty officer of a SOC").check();
  // Those of a SOC, and who may export.
  expect(await dialog(page).getByRole("checkbox").count()).toBe(3);
  await confirm(page, "Register an account");
  await page.getByRole("heading", { name: "Duty officer of a test" }).waitFor();

  await press(page, "Issue a token");
  await dialog(page).getByLabel("Name").fill("Workplace of a test");
  await page.keyboard.press("Control+Enter");
  const secret = await dialog(page).locator("[data-secret]").textContent();
  expect(await window.barriers()).toEqual([]);
  await confirm(page, "Close");
  await page.getByRole("cell", { name: "in force" }).waitFor();
  expect(await page.content()).not.toContain(secret ?? "");

  await using theirs = await look(world.url, { person: { token: secret ?? "" } });
  await theirs.page.getByRole("heading", { level: 1 }).waitFor();

  await page.getByRole("rowheader", { name: "Workplace of a test" }).waitFor();
  await page.getByRole("cell", { name: /not used yet/ }).waitFor();
  await press(page, "Revoke");
  await dialog(page).getByText("Workplace of a test").waitFor();
  await confirm(page, "Revoke");
  await page.getByRole("cell", { name: /^State ?revoked|revoked/ }).waitFor();
});

test("what the gateway refuses of a registration stands at its field, and the summary takes the focus (F16, F20)", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  await using window = await look(world.url, {
    at: "/administration/owners",
    language: "ru",
    person: world.administrator(),
  });
  const { page } = window;
  await press(page, "Зарегистрировать собственника");
  await dialog(page).getByLabel("Код").fill("не код");
  await dialog(page).getByLabel("Название").fill("Собственник");
  await dialog(page).getByLabel("Эл. почта (необязательно)").fill("not an address");
  await page.keyboard.press("Enter");
  await dialog(page).getByText("F16", { exact: true }).first().waitFor();
  expect(await page.evaluate("document.activeElement.tagName")).toBe("SECTION");
  for (const [name, rule] of [
    ["code", "F16"],
    ["email", "F20"],
  ]) {
    expect(await page.locator(`#field-${name}`).getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(`#field-${name}-faults`).textContent()).toContain(rule);
  }
  await page.keyboard.press("F8");
  expect(await page.evaluate("document.activeElement.id")).toBe("field-code");
  expect(await dialog(page).getByLabel("Название").inputValue()).toBe("Собственник");
  expect(await window.barriers()).toEqual([]);
});

test("an object is registered, covered, changed from a past time on with a reason, and ended (L9, F1, F18)", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const owner = await world.owner();
  const soc = await world.soc();
  const ownerCode = await codeOf(owner);
  const socCode = await codeOf(soc);
  await using window = await look(world.url, { at: "/administration/objects", person: world.administrator() });
  const { page } = window;
  const code = unique("OBJECT");
  await press(page, "Register an object");
  await dialog(page).getByLabel("Code").fill(code);
  await dialog(page).getByLabel("Name").fill("Pumps of a test");
  await dialog(page).getByRole("combobox", { name: "Owner", exact: true }).fill(ownerCode);
  await dialog(page).getByRole("option").first().click();
  await dialog(page).getByLabel("Water supply").check();
  await confirm(page, "Register an object");
  await page.getByRole("heading", { name: "Pumps of a test" }).waitFor();

  await press(page, "Enter coverage");
  // A code that is typed and not picked is one too.
  await dialog(page).getByRole("combobox", { name: "SOC", exact: true }).fill(socCode.toLowerCase());
  await page.keyboard.press("Escape");
  await confirm(page, "Enter coverage");
  await page.getByRole("rowheader", { name: socCode }).waitFor();

  await press(page, "Change the object");
  await dialog(page).getByLabel("Critical ICT infrastructure object").check();
  await dialog(page).getByLabel("Holds since").fill("01.01.2026 00:00");
  await confirm(page, "Change the object");
  await dialog(page).locator("#field-reason-faults").filter({ hasText: "F1" }).waitFor();
  await dialog(page).locator("#field-reason").fill("It was registered without its kind.");
  await page.keyboard.press("Control+Enter");
  await dialog(page).waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Kinds over time" }).waitFor();

  await press(page, "End the object");
  await dialog(page).getByLabel("Ends at").fill("soon");
  await confirm(page, "End the object");
  await dialog(page).locator("#field-endsAt-faults").waitFor();
  await dialog(page).getByRole("button", { name: "Now" }).click();
  await dialog(page).getByLabel("Reason").fill("It was switched off.");
  await confirm(page, "End the object");
  await dialog(page).waitFor({ state: "detached" });
  await page
    .getByText(/· ended /)
    .first()
    .waitFor();
  expect(await window.barriers()).toEqual([]);
});

test("a contact is changed, and a reserve folder is bound and unbound (F27)", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const soc = await world.soc();
  const code = await codeOf(soc);
  await using window = await look(world.url, { at: `/administration/socs/${code}`, person: world.administrator() });
  const { page } = window;
  await press(page, "Change the contact");
  await dialog(page)
    .getByLabel(/Telephone/)
    .fill("112");
  await confirm(page, "Change the contact");
  await dialog(page).locator("#field-phone-faults").filter({ hasText: "F27" }).waitFor();
  await dialog(page)
    .getByLabel(/Telephone/)
    .fill("+7 7172 000000");
  await dialog(page).getByLabel("Қазақша").check();
  await confirm(page, "Change the contact");
  await dialog(page).waitFor({ state: "detached" });
  await page.getByText("+7 7172 000000").waitFor();

  await page.getByRole("link", { name: "Reserve folders" }).click();
  const row = page.getByRole("row", { name: code });
  await row.getByRole("button", { name: "Bind", exact: true }).click();
  await dialog(page).getByRole("radio").first().check();
  await confirm(page, "Bind");
  await row.getByRole("button", { name: "Unbind" }).click();
  await confirm(page, "Unbind");
  await row.getByText("nobody: files wait").waitFor();
});

test("the journal says who did what, and is narrowed to one act", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const code = await codeOf(await world.soc());
  await using window = await look(world.url, { at: "/administration/journal", person: world.administrator() });
  const { page } = window;
  await page.getByRole("cell", { name: "Token issued" }).first().waitFor();
  await page.getByRole("combobox", { name: "Act", exact: true }).fill("SOC registered");
  await page.keyboard.press("Enter");
  await page.getByRole("cell", { name: "Token issued" }).first().waitFor({ state: "detached" });
  await page.getByRole("cell", { name: "SOC registered" }).first().waitFor();
  expect(await window.barriers()).toEqual([]);
  // About whom it was, with the way there.
  await page.getByRole("table").getByRole("link", { name: code }).click();
  await page.getByText(`${code} · in force`).waitFor();
});

test("a SOC sees the objects that it covers, and whom to call; nobody else's page is there", async () => {
  await using world = await consoleGateway({ at: "MOVING" });
  const object = await world.protectedObject({ owner: await world.owner("duty@owner.example") });
  const soc = await world.soc({ covering: [object] });
  const phone = "+7 000 000 00 09";
  const partyId = (await world.nationalCentre()).party("NationalCentre");
  accepted((await world.administrator().gets(ChangeContactDocument, { input: { partyId, phone } })).changeContact);
  await using window = await look(world.url, { at: "/objects", person: soc, width: 390, height: 844 });
  const { page } = window;
  await page.getByRole("link", { name: new RegExp(object.code) }).click();
  await page.getByRole("link", { name: "duty@owner.example" }).waitFor();
  expect(await window.barriers()).toEqual([]);
  await page.goto(new URL("/help", world.url).href);
  await page.getByRole("link", { name: phone }).waitFor();
  await page.goto(new URL("/administration", world.url).href);
  await page.getByRole("heading", { name: "Not for your role" }).waitFor();
});
