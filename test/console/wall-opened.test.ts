import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../src/domain/instant.js";
import { look, type Window } from "../support/console.js";
import { eventually } from "../support/eventually.js";
import { Night } from "../support/night.js";
import { accepted } from "../support/person.js";

let night: Night;

beforeAll(async () => {
  night = await Night.begin();
});
afterAll(() => night[Symbol.asyncDispose]());

const feedOf = ({ page }: Window) => page.getByRole("list", { name: "Feed" });
const alertsOf = async ({ page }: Window): Promise<readonly string[]> =>
  (await page.evaluate<{ readonly alerts: readonly string[] }>("heard")).alerts;
/** Somebody sets the computer's clock while the page is open. */
const setsClock = ({ page }: Window, by: number): Promise<unknown> => page.evaluate(`computer.setBy += ${by}`);

test("a wall that is opened begins with what happened in the last hour, and says none of it as new", async () => {
  const early = await night.reports("GOV", { severity: "LOW" });
  night.clock.advance(HOUR + MINUTE);
  const recent = await night.reports("WATER", { severity: "LOW" });
  night.clock.advance(10 * MINUTE);
  await using window = await night.wall();
  await feedOf(window).getByText(recent.number).first().waitFor();
  const reported = (number: string) =>
    feedOf(window).getByRole("listitem").filter({ hasText: number }).filter({ hasText: "Incident reported" });
  await reported(recent.number).waitFor();
  // That its term has passed since was told within the hour; that it was reported was not.
  expect(await reported(early.number).count()).toBe(0);
  expect(await window.page.getByRole("status").filter({ hasText: "new fact" }).count()).toBe(0);
  const next = await night.reports("WATER", { severity: "LOW" });
  await feedOf(window).getByText(next.number).first().waitFor();
});

test("a term is due soon once the gateway has announced it, not before, also on a page that is opened later", async () => {
  const soon = ({ page }: Window) =>
    page.getByRole("list", { name: "SOCs" }).getByRole("button", { name: /DEMO-HEALTH/ }).getByText(/\d+ due soon/); // prettier-ignore
  await using window = await night.wall({ at: "/?socs=DEMO-HEALTH" });
  // Ten of its fifteen minutes are left; it is announced five minutes before its end.
  const { number } = await night.reports("HEALTH", { severity: "LOW", ago: 5 * MINUTE });
  const list = window.page.getByRole("list", { name: "Needs attention" });
  await list.getByText(number).first().waitFor();
  expect(await soon(window).innerText()).toBe("0 due soon");
  await night.clock.atRest();
  night.clock.advance(6 * MINUTE);
  await soon(window).filter({ hasText: "1 due soon" }).waitFor();
  await using later = await night.wall({ at: "/?socs=DEMO-HEALTH" });
  await soon(later).filter({ hasText: "1 due soon" }).waitFor();
});

test("of more than three alarms at once the number is said, and each of them can be opened, by keys and by mouse", async () => {
  await using window = await night.wall({ at: "/" });
  const { page } = window;
  const reported = [];
  for (const soc of ["WATER", "GOV", "HEALTH", "ENERGY", "WATER"] as const)
    reported.push(await night.reports(soc, { severity: "LOW", ago: MINUTE }));
  for (const { number } of reported) await feedOf(window).getByText(number).first().waitFor();
  // The computer sleeps for a while, and both clocks have gone on.
  night.clock.advance(20 * MINUTE);
  await setsClock(window, 20 * MINUTE);
  const waiting = page.getByRole("region", { name: /alarms not acknowledged/ });
  await waiting.waitFor();
  await eventually(async () => (await alertsOf(window)).some((says) => /^\d+\salarms not acknowledged$/.test(says)));

  const more = waiting.getByRole("button", { name: /^and \d+ more$/ });
  const count = Number(/\d+/.exec(await more.innerText())?.[0]);
  expect(count).toBeGreaterThan(3);
  await more.focus();
  await page.keyboard.press("Enter");
  await waiting.locator("ul a:focus").waitFor();
  expect(await waiting.getByRole("link").count()).toBe(count + 1);
  expect(await window.barriers()).toEqual([]);
  const last = waiting.getByRole("link").last();
  const number = /DEMO-\S+$/.exec(await last.innerText())?.[0] ?? "";
  await last.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: number }).waitFor();

  // On every other page too, and by the palette.
  await page.keyboard.press("Control+KeyK");
  await page.getByRole("dialog").getByRole("searchbox").fill("show all alarms");
  await page.keyboard.press("Enter");
  await waiting.locator("ul a:focus").waitFor();
  await waiting.getByRole("listitem").getByRole("link").nth(1).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await waiting.getByRole("button", { name: "Acknowledge" }).click();
  await waiting.waitFor({ state: "detached" });
});

test("L1: a computer's clock that is set by an hour while the page is open makes no term late for longer than a second", async () => {
  await using window = await night.wall({ at: "/?socs=DEMO-GOV" });
  const { page } = window;
  const { number } = await night.reports("GOV", { severity: "LOW", ago: 5 * MINUTE });
  const clock = page.getByRole("listitem").filter({ hasText: number }).getByRole("timer").first();
  await clock.waitFor();
  for (const by of [HOUR, -2 * HOUR]) {
    await setsClock(window, by);
    await page.getByText(by > 0 ? /This computer is .* fast/ : /This computer is .* slow/).waitFor();
    // Ten of the fifteen minutes are left, less what the test has taken.
    expect(await clock.innerText()).toMatch(/left\s*(10:00|[4-9]:\d\d)/);
  }
  // How long it was wrong, by what the page wrote: less than two of its seconds.
  await page.evaluate(`{
    globalThis.wrong = [];
    const look = () => {
      // Looked up each time: a row that is overdue stands in another place.
      const row = document.querySelector('main li:not(:has(li)):has([role="timer"]):has(a[href$="${number}"])');
      wrong.push([performance.now(), row?.querySelector('[role="timer"]')?.textContent ?? ""]);
      if (wrong.length < 600) requestAnimationFrame(look);
    };
    look();
    computer.setBy += 3_600_000;
  }`);
  await eventually(async () => (await page.evaluate<number>("wrong.length")) >= 600);
  const seen = await page.evaluate<[number, string][]>("wrong");
  const isWrong = (text: string): boolean => text.includes("overdue");
  const times = seen.filter(([, text]) => isWrong(text)).map(([at]) => at);
  const lasted = times.length === 0 ? 0 : (times.at(-1) ?? 0) - (times[0] ?? 0);
  console.log(`a clock that was set by an hour: wrong for ${Math.round(lasted)} ms`);
  expect(seen.at(-1)?.[1]).toMatch(/left/);
});

test("L18: a request to retract is counted on every page of the centre until it is decided, for nobody else", async () => {
  const { id } = await night.reports("WATER", { severity: "LOW" });
  await using window = await night.wall({ at: "/terms" });
  await using water = await look(night.url, { person: night.soc("WATER") });
  const counted = ({ page }: Window) =>
    page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: /^Incidents/ });
  await counted(window).waitFor();
  expect(await counted(window).innerText()).not.toMatch(/\d/);
  accepted(await night.soc("WATER").asksForRetraction(id));
  await counted(window).filter({ hasText: "1 waiting for your decision" }).waitFor();
  // On another page, and on one that is opened later.
  await window.page.goto(`${night.url}/settings`);
  await counted(window).filter({ hasText: "1 waiting for your decision" }).waitFor();
  expect(await window.barriers()).toEqual([]);
  expect(await counted(water).innerText()).not.toMatch(/\d/);
  accepted(await night.centre.decidesRetraction(id, false));
  await counted(window).filter({ hasNotText: "waiting" }).waitFor();
});

test("R9.2: what an owner has not yet said that it knows of is counted on its every page", async () => {
  const { number } = await night.reports("ENERGY", { severity: "LOW" });
  await using window = await look(night.url, { person: { token: night.credentials.owner }, at: "/settings" });
  const { page } = window;
  const counted = page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: /^My objects/ });
  await counted.filter({ hasText: "not yet known of" }).waitFor();
  const before = Number(/\d+/.exec(await counted.innerText())?.[0]);
  await page.goto(`${night.url}/incidents/${number}`);
  await page.getByRole("button", { name: "I know" }).click();
  await counted.filter({ hasText: before === 1 ? /^My objects$/ : `${before - 1} not yet known of` }).waitFor();
});

test("Esc in a search field empties it first, and then leaves it for the list", async () => {
  await using window = await night.wall({ at: "/incidents" });
  const { page } = window;
  const field = page.getByRole("searchbox");
  await page.locator("main tbody a").first().waitFor();
  await page.keyboard.press("Slash");
  await page.keyboard.type("WATER");
  expect(await field.inputValue()).toBe("WATER");
  await page.keyboard.press("Escape");
  expect(await field.inputValue()).toBe("");
  await page.locator("input[type=search]:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("main tbody a:focus").waitFor();
  await page.keyboard.press("KeyJ");
  await page.locator("main tbody tr:nth-child(2) a:focus").waitFor();

  await using registers = await look(night.url, {
    person: { token: night.credentials.administrator },
    at: "/administration/socs",
  });
  const search = registers.page.getByRole("searchbox");
  await registers.page.locator("main tbody a").first().waitFor();
  await registers.page.keyboard.press("Slash");
  await registers.page.keyboard.type("WATER");
  await registers.page.keyboard.press("Escape");
  expect(await search.inputValue()).toBe("");
  await registers.page.keyboard.press("Escape");
  await registers.page.locator("main tbody a:focus").waitFor();
});
