import { afterAll, beforeAll, expect, test } from "vitest";
import { look } from "../support/console.js";
import { Night } from "../support/night.js";
import { accepted } from "../support/person.js";
import { Keys } from "./keys.js";

let night: Night;
let incident: { readonly number: string };
let notification: { readonly number: string };

beforeAll(async () => {
  night = await Night.begin();
  incident = await night.reports("WATER");
  const { number } = accepted(await night.centre.registersEvent()).event;
  ({ notification } = await night.centre.sendsNotification({ eventId: number, to: { socs: ["DEMO-GOV"] } }));
});
afterAll(() => night[Symbol.asyncDispose]());

const analyst = () => ({ token: night.credentials.analyst });

test("whatever has a number is opened by it from the palette: an incident by its end, a notification, in small letters", async () => {
  await using window = await look(night.url, { person: analyst() });
  const { page } = window;
  const keys = new Keys(page);
  await page.locator("[data-link=LIVE]").waitFor();
  for (const [typed, number] of [
    [incident.number.toLowerCase(), incident.number],
    [incident.number.slice(-9), incident.number],
    [notification.number.toLowerCase(), notification.number],
  ] as const) {
    await keys.press("Control+k");
    await page.getByRole("dialog").waitFor();
    await keys.type(typed);
    // The first that fits has the focus already.
    await page.getByRole("menuitem", { name: `Open ${number}` }).waitFor();
    await keys.press("Enter");
    await page.getByRole("heading", { name: number }).last().waitFor();
    await page.goto(new URL("/", night.url).href);
    await page.locator("[data-link=LIVE]").waitFor();
  }
  await keys.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await keys.type("9999-9999-none");
  await page.getByText("No such command or number.").waitFor();
  expect(await window.barriers()).toEqual([]);
});

test("the field for numbers leads to a notification too, and letters are keys again once a box was ticked", async () => {
  await using window = await look(night.url, { at: "/incidents", person: analyst() });
  const { page } = window;
  await page.getByRole("checkbox", { name: /High/ }).check();
  await page.getByRole("row").getByRole("link", { name: incident.number }).waitFor();
  await page.keyboard.press("Slash");
  await page.keyboard.type(notification.number);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: notification.number }).last().waitFor();
  expect(new URL(page.url()).pathname).toBe(`/notifications/${notification.number}`);
});

test("the foot of the wall offers nobody what is not theirs to do", async () => {
  await using theirs = await look(night.url, { person: analyst() });
  const foot = (page: typeof theirs.page) => page.locator("main").getByText("take it", { exact: true });
  await theirs.page.locator("main").getByText("all keys", { exact: true }).waitFor();
  expect(await foot(theirs.page).count()).toBe(0);
  await using officers = await night.wall();
  await foot(officers.page).waitFor();
});
