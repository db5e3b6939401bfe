import { expect, test } from "vitest";
import { look } from "../support/console.js";
import { Night } from "../support/night.js";

const TELEPHONE = { width: 390, height: 844 };

test("an owner on a telephone reads what happened to its object and says that it knows (R9.2, L8)", async () => {
  await using night = await Night.begin();
  const { number } = await night.reports("ENERGY");
  const { number: another } = await night.reports("WATER");
  const person = { token: night.credentials.owner };
  await using window = await look(night.url, { ...TELEPHONE, person, language: "kk" });
  const { page } = window;
  await page.getByText("Сіз үшін 1\u00a0жаңа оқыс оқиға").waitFor();
  // Its own object's alone.
  expect(await page.locator("main").innerText()).not.toContain(another);
  expect(await window.barriers()).toEqual([]);
  await page.getByRole("link", { name: new RegExp(number) }).click();
  await page.getByRole("button", { name: "Білемін" }).waitFor();
  expect(await window.barriers()).toEqual([]);
  expect((await night.centre.standings(number))["R9.2"]).toBe("RUNNING");
  await page.getByRole("button", { name: "Білемін" }).click();
  await page.getByText("Білетініңізді растадыңыз:", { exact: false }).waitFor();
  await page.getByText("журналдағы орны", { exact: false }).waitFor();
  expect(await window.barriers()).toEqual([]);
  expect((await night.centre.standings(number))["R9.2"]).toBe("MET");
});

test("a number of somebody else's incident gives an owner the same page as one that does not exist", async () => {
  await using night = await Night.begin();
  const { number } = await night.reports("WATER");
  const person = { token: night.credentials.owner };
  const pages = [];
  for (const at of [`/incidents/${number}`, "/incidents/NOBODY-2026-0001", `/print/incidents/${number}`]) {
    // prettier-ignore
    await using window = await look(night.url, { ...TELEPHONE, at, person });
    await window.page.getByText("There is nothing here").first().waitFor();
    pages.push({ title: await window.page.title(), says: await window.page.locator("main").innerText() });
  }
  expect(pages[0]).toEqual(pages[1]);
  expect(pages[0]).toEqual(pages[2]);
});

test("an owner of whose objects nothing was reported is told what would stand here", async () => {
  await using night = await Night.begin();
  await using window = await look(night.url, { ...TELEPHONE, person: { token: night.credentials.owner } });
  await window.page.getByText("Nothing has been reported about your objects").waitFor();
  expect(await window.barriers()).toEqual([]);
});
