import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE, SECOND } from "../../src/domain/instant.js";
import type { Window } from "../support/console.js";
import { Night } from "../support/night.js";
import { eventually } from "../support/eventually.js";

let night: Night;

beforeAll(async () => {
  night = await Night.begin();
});
afterAll(() => night[Symbol.asyncDispose]());

const listOf = ({ page }: Window) => page.getByRole("list", { name: "Needs attention" });
const feedOf = ({ page }: Window) => page.getByRole("list", { name: "Feed" });

interface Heard {
  readonly tones: readonly number[];
  readonly alerts: readonly string[];
}
const heardBy = ({ page }: Window): Promise<Heard> => page.evaluate("heard");

test("R9.2: a SOC's report is on the wall at once, with its row, its count and the sound of a level 4", async () => {
  await using window = await night.wall({ at: "/?socs=DEMO-WATER" });
  const { page } = window;
  await page.getByRole("button", { name: /turn the sound on/i }).click();
  const within15 = page.getByRole("button", { name: /within 15 min$/ });
  const before = Number.parseInt(await within15.innerText(), 10);
  // What comes is later than the wall was opened.
  night.clock.advance(10 * SECOND);
  const begun = performance.now();
  const { number } = await night.reports("WATER");
  await listOf(window).getByText(number).first().waitFor();
  console.log(`from the report to the row: ${Math.round(performance.now() - begun)} ms, with the report itself`);
  await feedOf(window).getByText(number).first().waitFor();
  await page.getByRole("button", { name: `${before + 1} within 15 min` }).waitFor();
  await eventually(async () => (await heardBy(window)).tones.length > 0);
  expect((await heardBy(window)).tones).toEqual([587, 784, 988]);
  expect(await window.barriers()).toEqual([]);
  await page.keyboard.press("KeyA");
  await page.getByRole("region", { name: /not acknowledged/ }).waitFor({ state: "detached" });
});

test("R9.1: an incident of level 4 that comes while the officer reads a dossier sounds there, and waits on the wall too", async () => {
  // What was reported before is no news to whoever opens the page now.
  night.clock.advance(2 * MINUTE);
  const read = await night.reports("GOV", { severity: "LOW" });
  await using window = await night.wall({ at: "/" });
  const { page } = window;
  const waiting = page.getByRole("region", { name: /not acknowledged/ });
  await page.getByRole("button", { name: /turn the sound on/i }).click();
  await listOf(window).getByText(read.number).first().click();
  await page.getByRole("heading", { name: read.number }).waitFor();
  night.clock.advance(10 * SECOND);
  const { number } = await night.reports("GOV");
  await waiting.getByRole("link", { name: `Level 4, High: ${number}` }).waitFor();
  await eventually(async () => (await heardBy(window)).tones.length > 0);
  expect(await window.barriers()).toEqual([]);
  await page.goBack();
  await waiting.getByRole("link", { name: `Level 4, High: ${number}` }).waitFor();
  await waiting.getByRole("button", { name: "Acknowledge" }).click();
  await waiting.waitFor({ state: "detached" });
});

test("taking one incident in hand by its key leaves the alarms about others", async () => {
  // What the tests before reported is older than this wall.
  night.clock.advance(10 * SECOND);
  await using window = await night.wall({ at: "/?socs=DEMO-GOV" });
  const { page } = window;
  const waiting = page.getByRole("region", { name: /not acknowledged/ });
  night.clock.advance(10 * SECOND);
  const [taken, other] = [await night.reports("GOV"), await night.reports("HEALTH")];
  await page.getByRole("region", { name: /2 alarms not acknowledged/ }).waitFor();
  const row = listOf(window).getByRole("listitem").filter({ hasText: taken.number });
  await row.getByRole("link").focus();
  await page.keyboard.press("KeyA");
  await row.getByText("taken by Duty officer").waitFor();
  await waiting.getByRole("link", { name: `Level 4, High: ${other.number}` }).waitFor();
  expect(await waiting.getByText(/and \d+ more/).count()).toBe(0);
  // The row is taken: now the key is for what still sounds.
  await page.keyboard.press("KeyA");
  await waiting.waitFor({ state: "detached" });
});

test("beside the SOC that is looked at, the others' duties are counted as they are", async () => {
  await night.reports("HEALTH", { severity: "LOW", ago: 16 * MINUTE });
  await using window = await night.wall({ at: "/?socs=DEMO-WATER" });
  const { page } = window;
  const tile = page.getByRole("list", { name: "SOCs" }).getByRole("button", { name: /DEMO-HEALTH/ });
  const counted = await tile.getByText(/\d+ (overdue|due soon|running)/).allInnerTexts();
  expect(counted[0]).not.toBe("0 overdue");
  await page.getByRole("button", { name: "Show all SOCs" }).click();
  expect(await tile.getByText(/\d+ (overdue|due soon|running)/).allInnerTexts()).toEqual(counted);
});

test("R9.2: a term that lapses is said once, not each second; it turns red, and counts in the window's title", async () => {
  await using window = await night.wall({ at: "/?socs=DEMO-HEALTH" });
  const { page } = window;
  const { number } = await night.reports("HEALTH", { severity: "LOW", ago: 15 * MINUTE - 20 * SECOND });
  const row = listOf(window).getByRole("listitem").filter({ hasText: number });
  await row.getByRole("timer").filter({ hasText: "overdue" }).waitFor();
  await eventually(async () => /^\(\d+\) Wall/.test(await page.title()));
  await page.getByRole("region", { name: /not acknowledged/ }).waitFor();
  // Some seconds more by its clock, whichever of them a busy page draws.
  await row
    .getByRole("timer")
    .filter({ hasText: /0:0[4-9]|0:[1-5]\d|[1-9]:\d\d/ })
    .waitFor();
  const { alerts } = await heardBy(window);
  expect(alerts.filter((text) => text.includes(number))).toEqual([
    `Term has passed: Notify the owner (R9.2), ${number}`,
  ]);
  expect(await row.getByRole("timer").getAttribute("aria-live")).toBe("off");
  expect(await window.barriers()).toEqual([]);
});

test("R9.2: where the owner has no address, the row says that the SOC tells it, in red once the term has passed", async () => {
  await using window = await night.wall({ at: "/?socs=DEMO-WATER" });
  const { number } = await night.reports("WATER", { severity: "LOW", ago: 16 * MINUTE });
  const row = listOf(window).getByRole("listitem").filter({ hasText: number });
  await row.getByText("no address: the SOC tells the owner itself").waitFor();
  await row.getByRole("timer").filter({ hasText: "overdue" }).waitFor();
});

test("an officer walks the rows by keys, takes an incident in hand and waives a duty with its reason", async () => {
  await using window = await night.wall({ at: "/?socs=DEMO-GOV" });
  const { page } = window;
  const { number } = await night.reports("GOV", { severity: "MEDIUM", ago: 5 * MINUTE });
  const row = listOf(window).getByRole("listitem").filter({ hasText: number });
  await row.waitFor();
  await page.keyboard.press("KeyJ");
  await row.locator("a:focus").waitFor();
  await page.keyboard.press("KeyA");
  await row.getByText("taken by Duty officer").waitFor();
  await page.keyboard.press("KeyW");
  const dialog = page.getByRole("dialog");
  await dialog.getByText(number).waitFor();
  // Two objects of one incident are two duties: which of them is meant, is said.
  await dialog.getByText("Қиял мемлекеттік қызметтер порталы").waitFor();
  expect(await window.barriers()).toEqual([]);
  await dialog.getByRole("textbox").fill("The SOC has told the owner by telephone.");
  await dialog.getByRole("button", { name: "Waive the duty" }).click();
  await dialog.getByRole("heading", { name: "The duty is waived." }).waitFor();
  await dialog.getByText("position in the journal").waitFor();
  expect(await window.barriers()).toEqual([]);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await row.waitFor({ state: "detached" });
});

test("the wall of monitors fills a monitor of 3,840 points, and needs no scrolling", async () => {
  await using window = await night.wall({ at: "/wall?wall=1", width: 3_840, height: 2_160 });
  const { page } = window;
  await listOf(window).waitFor();
  const [width, hidden] = await page.evaluate<[number, number]>(
    `((main) => [main.getBoundingClientRect().width, main.scrollHeight - main.clientHeight])(document.querySelector("main"))`,
  );
  expect(width).toBeGreaterThan(3_600);
  expect(hidden).toBe(0);
});

test("what comes while somebody reads the feed waits, and is shown at a press of a key", async () => {
  await using window = await night.wall({ at: "/?socs=DEMO-ENERGY" });
  const { page } = window;
  const first = await night.reports("ENERGY", { severity: "LOW" });
  await feedOf(window).getByText(first.number).first().waitFor();
  await feedOf(window).getByRole("link").first().focus();
  const second = await night.reports("ENERGY", { severity: "LOW" });
  await page.getByRole("button", { name: /new while you were reading/ }).waitFor();
  expect(await feedOf(window).getByText(second.number).count()).toBe(0);
  await page.getByRole("button", { name: /new while you were reading/ }).click();
  await feedOf(window).getByText(second.number).first().waitFor();
});

test("L1: on a computer that is ten minutes slow and in New York, terms count by the gateway's clock and times are Almaty's", async () => {
  await using window = await night.wall({ at: "/?socs=DEMO-GOV", clockWrongBy: -10 * MINUTE });
  const { page } = window;
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTimezoneOverride", { timezoneId: "America/New_York" });
  await page.reload();
  await page.getByText(/This computer is (10|9)\smin.* slow/).waitFor();
  const { number } = await night.reports("GOV", { severity: "LOW", ago: 5 * MINUTE });
  const clock = listOf(window).getByRole("listitem").filter({ hasText: number }).getByRole("timer");
  await clock.waitFor();
  // Ten minutes of the fifteen are left, by the gateway's clock, less what the test has taken; by the computer's it would be twenty.
  expect(await clock.innerText()).toMatch(/left\s*(10:00|[5-9]:\d\d)/);
  await feedOf(window)
    .getByText(/^03:1\d:\d\d$/)
    .first()
    .waitFor();
  await page.getByText("Almaty, UTC+5").first().waitFor();
});
