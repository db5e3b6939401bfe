import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { MINUTE } from "../../src/domain/instant.js";
import { Night, NIGHT } from "../support/night.js";
import { startMailbox } from "../support/receivers.js";

let night: Night;
let late: { readonly number: string };
let met: { readonly number: string };

beforeAll(async () => {
  night = await Night.begin();
  late = await night.reports("WATER", { ago: 16 * MINUTE });
  const known = await night.reports("GOV", { severity: "MEDIUM", ago: 2 * MINUTE });
  await night.ownerKnows("GOV", known.id);
  met = known;
  await night.reports("ENERGY", { severity: "LOW", ago: 5 * MINUTE });
});
afterAll(() => night[Symbol.asyncDispose]());

test("R9.2, R9.3: terms are listed by their next end, by standing, rule and SOC, and the address keeps what was chosen", async () => {
  await using window = await night.wall({ at: "/terms" });
  const { page } = window;
  const rows = page.getByRole("table").getByRole("row");
  await rows.nth(1).getByText(late.number).waitFor();
  await rows.nth(1).getByRole("timer").filter({ hasText: "overdue" }).waitFor();
  expect(await window.barriers()).toEqual([]);
  await page.getByText("Met", { exact: true }).click();
  await page.getByRole("checkbox", { name: "R9.2" }).check();
  await page.getByRole("table").getByText(met.number).waitFor();
  expect(new URL(page.url()).search).toBe("?shown=MET&rules=R9.2");
  await page.getByRole("combobox", { name: "SOC" }).fill("health");
  await page.getByRole("option", { name: /DEMO-HEALTH/ }).click();
  await page.getByText("No duty of this kind").waitFor();
  expect(await window.barriers()).toEqual([]);
  await page.goBack();
  await page.getByRole("table").getByText(met.number).waitFor();
});

test("R9.2, F17: deliveries say which owners do not know and why; what cannot be sent again is refused beside it, with the rule, in the person's language", async () => {
  const told = await night.reports("WATER", { severity: "LOW", ago: 3 * MINUTE });
  await night.ownerKnows("WATER", told.id);
  await using window = await night.wall({ at: "/deliveries", language: "ru" });
  const { page } = window;
  const row = (number: string) => page.getByRole("row").filter({ hasText: number });
  await row(late.number)
    .getByText(/Владельца уведомляет DEMO-WATER/)
    .waitFor();
  expect(await page.getByRole("row").filter({ hasText: met.number }).count()).toBe(0);
  // Of all of them, nobody is to call an owner who was told.
  await page.getByText("Все", { exact: true }).click();
  await row(told.number).getByText("нет адреса").waitFor();
  expect(
    await row(told.number)
      .getByText(/Владельца уведомляет/)
      .count(),
  ).toBe(0);
  await page.goBack();
  expect(await window.barriers()).toEqual([]);
  await page.getByRole("button", { name: /^Отправить ещё раз/ }).click();
  await page
    .getByRole("alert")
    .getByText(/У шлюза всё ещё нет почтового сервера.*F17/)
    .waitFor();
  expect(await window.barriers()).toEqual([]);
});

test("R9.2: what an owner's server refused is sent again, with a receipt, and leaves the list once the server has it", async () => {
  await using mailbox = await startMailbox();
  mailbox.reply = "REFUSE";
  await using refused = await Night.begin(NIGHT, { SMTP_URL: mailbox.url });
  const { number } = await refused.reports("ENERGY");
  await using window = await refused.wall({ at: "/deliveries", language: "kk" });
  const { page } = window;
  const row = page.getByRole("row").filter({ hasText: number });
  const again = row.getByRole("button", { name: /^Қайта жіберу/ });
  await again.waitFor();
  // It is counted on every page, until somebody has seen to it.
  await page
    .getByRole("navigation")
    .getByText("жеткізілмеді, иесі әлі хабардар емес: 1")
    .waitFor({ state: "attached" });
  // In words first; what the server said stands behind them.
  await row.getByText("1 әрекет").click();
  await row.getByText(/қабылданбады: сервері хабарды қабылдамады/).waitFor();
  await row.getByText(/Сервердің жауабы: 550/).waitFor();
  // It does not arrive before the receipt was looked at.
  mailbox.reply = "HOLD";
  await again.click();
  await row.getByRole("heading", { name: "Қайтадан кезекте" }).waitFor();
  await row.locator("dt").nth(4).waitFor();
  expect(await window.barriers()).toEqual([]);
  await eventually(() => mailbox.mails.length === 2);
  mailbox.releases();
  await row.waitFor({ state: "detached" });
  expect((await refused.centre.standings(number))["R9.2"]).toBe("MET");
});
