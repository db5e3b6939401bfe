import { expect, test } from "vitest";
import { HOUR } from "../../src/domain/instant.js";
import { consoleGateway, look } from "../support/console.js";
import { waterDossier } from "../support/dossiers.js";
import { aNotifiedSoc, numberOf } from "../support/notified-socs.js";

test("a form that another tab has open says so, lets nothing be typed, and is written here at a press", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report" });
  const first = window.page;
  await first.getByLabel("Summary").fill("Begun in the first tab");
  const second = await first.context().newPage();
  await second.goto(new URL("/report", world.url).href);

  const here = second.getByRole("button", { name: "Write here instead" });
  await here.waitFor();
  expect(await second.getByLabel("Summary").isDisabled()).toBe(true);
  await here.click();
  await here.waitFor({ state: "detached" });
  expect(await second.getByLabel("Summary").inputValue()).toBe("Begun in the first tab");
  await first.getByText("This draft is open in another tab.").waitFor();
  await second.getByLabel("Summary").fill("Gone on with in the second");
  await second.close({ runBeforeUnload: false });

  await first.getByText("This draft is open in another tab.").waitFor({ state: "detached" });
  expect(await first.getByLabel("Summary").isEnabled()).toBe(true);
});

test("R9.6: the report of what a notification led to is begun apart from one that is being written", async () => {
  await using world = await consoleGateway();
  const { soc, notificationId } = await aNotifiedSoc(world, "INCIDENT");
  const number = await numberOf(soc, notificationId);
  await using window = await look(world.url, { person: soc, at: "/report" });
  const { page } = window;
  await page.getByLabel("Summary").fill("Something else");
  await page.getByRole("button", { name: "Save and close" }).click();
  await page.getByRole("link", { name: "Open: Report" }).waitFor();

  await page.goto(new URL(`/notifications/${number}`, world.url).href);
  await page.getByRole("link", { name: "Report the incident" }).click();
  await page.getByRole("heading", { name: "Report an incident" }).waitFor();
  expect(await page.getByLabel("Summary").inputValue()).toBe("");
  expect(await page.getByText(number).count()).toBeGreaterThan(0);

  await page.goto(new URL("/report", world.url).href);
  await page.getByLabel("Summary").waitFor();
  expect(await page.getByLabel("Summary").inputValue()).toBe("Something else");
  expect(await page.getByText(number).count()).toBe(0);
});

test("a computer whose clock is months fast throws away nothing that was being written", async () => {
  await using world = await consoleGateway();
  const soc = await world.soc();
  await using window = await look(world.url, { person: soc, at: "/report" });
  const { page } = window;
  // Of the night's gateway it is March.
  expect(await page.evaluate(() => Date.now())).toBeGreaterThan(world.clock.now() + 60 * 24 * HOUR);
  for (let time = 0; time < 3; time += 1) {
    await page.getByLabel("Summary").fill(`Written ${time} times before`);
    await page.getByRole("button", { name: "Save and close" }).click();
    await page.getByRole("link", { name: "Open: Report" }).waitFor();
    await page.goto(new URL("/report", world.url).href);
    await page.getByLabel("Summary").waitFor();
    expect(await page.getByLabel("Summary").inputValue()).toBe(`Written ${time} times before`);
  }
});

test("the card is printed from its incident without signing in once more", async () => {
  await using told = await waterDossier();
  const { night, number } = told;
  await using window = await look(night.url, {
    at: `/incidents/${number}`,
    person: { token: night.credentials.centre },
  });
  await window.page.getByRole("link", { name: "Print the card" }).click();
  await window.page.getByRole("button", { name: "Print" }).waitFor();
  expect(window.page.context().pages()).toHaveLength(1);
});
