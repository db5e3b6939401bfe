import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE } from "../../src/domain/instant.js";
import { look, type Window } from "../support/console.js";
import { Night } from "../support/night.js";
import { Keys } from "./keys.js";

/** Milliseconds from the press of a key to everything on the wall: the target, and what only a list that is not live would take. */
const TARGET = 1_000;
const MOST = 30_000;

let night: Night;

beforeAll(async () => {
  night = await Night.begin();
});
afterAll(() => night[Symbol.asyncDispose]());

/** When the page first had each of these, in milliseconds since 1970 by the computer's own clock. */
function whenSeen({ page }: Window, seen: Readonly<Record<string, string>>): Promise<Record<string, number>> {
  const looks = Object.entries(seen).map(([name, isSo]) => `${JSON.stringify(name)}: () => ${isSo}`);
  return page.evaluate(`new Promise((resolve) => {
    const looks = { ${looks.join(", ")} };
    const found = {};
    const look = () => {
      for (const [name, isSo] of Object.entries(looks))
        if (!(name in found) && isSo()) found[name] = performance.timeOrigin + performance.now();
      if (Object.keys(found).length === Object.keys(looks).length) resolve(found);
      else setTimeout(look, 5);
    };
    look();
  })`);
}

test("R9.1, R9.2: what a SOC reports by keyboard in one browser is on the wall in another: row, count, title and sound, within a second", async () => {
  await using wall = await night.wall();
  await wall.page.getByRole("button", { name: /turn the sound on/i }).click();
  expect(await wall.page.title()).toMatch(/^Wall/);
  await using soc = await look(night.url, {});
  const { page } = soc;
  const keys = new Keys(page);
  await keys.signIn(night.soc("WATER").token);
  await page.getByRole("heading", { name: "My shift" }).waitFor();
  await keys.press("n");
  await page.getByRole("combobox", { name: "Type of the incident" }).waitFor();
  await keys.tabToField("confirmedAt");
  // Nineteen minutes before: the owner should have been told by now.
  await keys.type("02.03.2026 02:55:00");
  await keys.tabToField("type");
  await keys.type("ransom");
  await keys.press("Enter");
  await keys.choose("severity", /High/);
  await keys.tabToField("affectedObjects");
  await keys.type("canal-pumps");
  await page.getByRole("option").filter({ hasText: "DEMO-CANAL-PUMPS" }).waitFor();
  await keys.press("Enter");
  await keys.tabToField("summary");
  await keys.type("Files are being encrypted.");

  const seen = whenSeen(wall, {
    row: `/DEMO-WATER-2026-0001/.test(document.querySelector('[aria-label="Needs attention"]')?.textContent)`,
    count: `[...document.querySelectorAll("[data-part=horizon] button")].some((head) => /1/.test(head.textContent) && /overdue/i.test(head.textContent))`,
    title: `document.title.startsWith("(1) ")`,
    sound: `heard.tones.length > 0`,
  });
  const pressed = await page.evaluate<number>("performance.timeOrigin + performance.now()");
  await keys.press("Control+Enter");
  await page.getByRole("heading", { name: "The national centre knows" }).waitFor();
  const took = Object.entries(await seen).map(([name, at]) => [name, Math.round(at - pressed)] as const);
  process.stdout.write(
    `From the press in the SOC's browser to the wall's: ${took.map(([name, ms]) => `${name} ${ms} ms`).join(", ")} (target ${TARGET} ms, on a machine that does nothing else).\n`,
  );
  for (const [name, ms] of took) expect(ms, name).toBeLessThan(MOST);
});

const REASON = "no address: the SOC tells the owner itself";

test("R9.2: of an owner without an address the SOC is told at once that it tells it itself, and the wall says so in red after the term", async () => {
  const { number } = await night.reports("WATER", { severity: "LOW", ago: MINUTE });
  await using soc = await look(night.url, { person: night.soc("WATER") });
  const duty = soc.page.getByRole("listitem").filter({ hasText: "DEMO-CANAL" }).or(soc.page.getByRole("listitem").filter({ hasText: number })).first(); // prettier-ignore
  await duty.getByText("The gateway has no address of the owner: tell it yourself.").waitFor();
  await duty.getByRole("timer").filter({ hasText: "left" }).first().waitFor();

  const rowOf = ({ page }: Window) =>
    page.getByRole("list", { name: "Needs attention" }).getByRole("listitem").filter({ hasText: number });
  /** The reason's colour: red, green and blue up to 255. */
  const colourOf = async (window: Window): Promise<number[]> => {
    await rowOf(window).getByText(REASON, { exact: true }).waitFor();
    return window.page.evaluate(`(() => {
      const row = [...document.querySelectorAll("li")].find((one) => one.textContent.includes("${number}") && one.textContent.includes("${REASON}"));
      const reason = [...row.querySelectorAll("span")].findLast((one) => one.textContent === "${REASON}");
      const context = document.createElement("canvas").getContext("2d");
      context.fillStyle = getComputedStyle(reason).color;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    })()`);
  };
  await using before = await night.wall();
  await rowOf(before).getByRole("timer").filter({ hasText: "left" }).waitFor();
  await rowOf(before).getByText(REASON, { exact: true }).waitFor();
  night.clock.advance(15 * MINUTE);
  await using after = await night.wall();
  await rowOf(after).getByRole("timer").filter({ hasText: "overdue" }).waitFor();
  const [red = 0, ...others] = await colourOf(after);
  expect(red).toBeGreaterThan(2 * Math.max(...others));
});
