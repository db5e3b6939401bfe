import type { CDPSession, Page } from "playwright-core";
import { test } from "vitest";
import { MINUTE } from "../../src/domain/instant.js";
import { consoleGateway, look, type Window } from "../support/console.js";
import { Night } from "../support/night.js";
import { NIGHTS } from "../support/nights.js";
import { aNotifiedSoc, numberOf } from "../support/notified-socs.js";

/** What the Russian layout writes where the Latin letters lie; the Kazakh one has the same letters in these places. */
const WRITTEN: Readonly<Record<string, string>> = Object.fromEntries(
  [..."QWERTYUIOPASDFGHJKLZXCVBNM"].map((latin, at) => [`Key${latin}`, "йцукенгшщзфывапролдячсмить"[at] ?? ""]),
);
const OTHERS: Readonly<Record<string, { readonly key: string; readonly code: number }>> = {
  Slash: { key: ".", code: 191 },
  Period: { key: "ю", code: 190 },
  Digit1: { key: "1", code: 49 },
  Digit2: { key: "2", code: 50 },
  Digit3: { key: "3", code: 51 },
};
const HELD = { Alt: 1, Control: 2, Shift: 8 } as const;

/** A keyboard on which a Cyrillic layout is on: a key is named by its place, and writes another letter. */
class CyrillicKeyboard {
  private constructor(
    private readonly session: CDPSession,
    private readonly page: Page,
  ) {}

  static async of({ page }: Window): Promise<CyrillicKeyboard> {
    return new CyrillicKeyboard(await page.context().newCDPSession(page), page);
  }

  async press(...all: readonly string[]): Promise<void> {
    for (const keys of all) await this.pressOne(keys);
  }

  private async pressOne(keys: string): Promise<void> {
    const parts = keys.split("+");
    const code = parts.at(-1) ?? "";
    const known = OTHERS[code];
    const key = known?.key ?? WRITTEN[code];
    // What lies in no alphabet is pressed as ever.
    if (key === undefined) return this.page.keyboard.press(keys);
    const modifiers = parts.slice(0, -1).reduce((sum, held) => sum + HELD[held as keyof typeof HELD], 0);
    const event = {
      code,
      key,
      modifiers,
      windowsVirtualKeyCode: known?.code ?? code.charCodeAt(3),
      ...((modifiers & (HELD.Alt | HELD.Control)) === 0 ? { text: key } : {}),
    };
    await this.session.send("Input.dispatchKeyEvent", { type: "keyDown", ...event });
    await this.session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }
}

/** The path that the page goes to; its end is waited for. */
const comesTo = (page: Page, path: string): Promise<void> =>
  page.waitForFunction(`location.pathname === ${JSON.stringify(path)}`).then(() => undefined);
const dialogOf = (page: Page) => page.locator("dialog[open]");

test("with a Cyrillic layout the centre's keys lead to the sections, walk the wall, take, waive, search and help", async () => {
  await using night = await NIGHTS.full();
  await using window = await night.wall({ language: "kk" });
  const { page } = window;
  const keys = await CyrillicKeyboard.of(window);
  const list = page.locator('[data-part="list"] ol a');
  await list.nth(1).waitFor();

  await keys.press("KeyJ", "KeyJ");
  await list.nth(1).and(page.locator(":focus")).waitFor();
  await keys.press("KeyK");
  await list.nth(0).and(page.locator(":focus")).waitFor();
  await keys.press("KeyA");
  await page.locator('[data-part="list"] li').first().getByTitle(/.+/).first().waitFor();
  await keys.press("KeyW");
  await dialogOf(page).locator("textarea").waitFor();
  await keys.press("Escape");
  await dialogOf(page).waitFor({ state: "detached" });
  for (const [digit, part] of [
    ["Digit1", "horizon"],
    ["Digit2", "list"],
    ["Digit3", "feed"],
  ] as const) {
    await keys.press(`Alt+${digit}`);
    await page.locator(`[data-part="${part}"] :focus`).waitFor();
  }
  // What comes while the feed has the focus waits for the full stop.
  const { number } = await night.reports("GOV", { severity: "LOW", ago: MINUTE });
  await page.locator('[data-part="feed"] button').first().waitFor();
  await keys.press("Period");
  await page.locator('[data-part="feed"]').getByText(number).first().waitFor();

  for (const [letter, path] of [
    ["KeyI", "/incidents"],
    ["KeyT", "/terms"],
    ["KeyN", "/notifications"],
    ["KeyD", "/deliveries"],
    ["KeyS", "/timeliness"],
    ["KeyW", "/"],
  ] as const) {
    // prettier-ignore
    await keys.press("KeyG", letter);
    await comesTo(page, path);
  }

  await keys.press("KeyG", "KeyI");
  await page.locator("tbody tr").first().waitFor();
  await keys.press("Slash");
  await page.locator("input:focus").waitFor();
  await keys.press("Escape");
  await keys.press("Control+KeyK");
  await page.locator("dialog[open] input:focus").waitFor();
  await keys.press("Escape");
  await dialogOf(page).waitFor({ state: "detached" });
  // The dialog has given the focus back to the field, where letters are letters.
  await page.locator("h1").first().focus();
  await keys.press("Shift+Slash");
  await dialogOf(page).waitFor();
  await keys.press("Escape");
  await dialogOf(page).waitFor({ state: "detached" });
});

test("with a Cyrillic layout a SOC's keys report, keep, send, walk the faults, acknowledge and answer", async () => {
  await using world = await consoleGateway();
  const { soc, notificationId } = await aNotifiedSoc(world, "THREAT");
  await using window = await look(world.url, { person: soc });
  const { page } = window;
  const keys = await CyrillicKeyboard.of(window);
  await page.getByRole("heading", { name: "My shift" }).waitFor();

  await keys.press("KeyN");
  await comesTo(page, "/report");
  await page.locator("#field-summary").fill("Жүйе жұмыс істемейді.");
  await keys.press("Control+KeyS");
  await page.locator("[data-state=SAVED]").waitFor();
  await keys.press("Control+Enter");
  for (const walk of ["F8", "Shift+F8"]) {
    await page.locator("[aria-invalid=true]").first().waitFor();
    await keys.press(walk);
    await page.locator("[aria-invalid=true]:focus, [aria-invalid=true] :focus").waitFor();
  }

  await page.locator("h1").focus();
  await keys.press("KeyG", "KeyN");
  await page.getByRole("link", { name: await numberOf(soc, notificationId) }).waitFor();
  await keys.press("KeyJ", "Enter");
  await page.getByRole("button", { name: "Acknowledge" }).first().waitFor();
  await keys.press("KeyA");
  await page.getByText(/^acknowledged /).waitFor();
  await keys.press("KeyR");
  await page.locator("#field-analysis-findings:focus").waitFor();
});

test("with a Cyrillic layout O asks how the owner was told of an incident (R9.2)", async () => {
  await using night = await Night.begin();
  const { number } = await night.reports("WATER");
  const token = night.credentials.socs.find(({ code }) => code === "DEMO-WATER")?.token ?? "";
  await using window = await look(night.url, { at: `/incidents/${number}`, person: { token } });
  const { page } = window;
  await page.getByRole("heading", { name: number }).first().waitFor();
  await page.getByRole("button", { name: /owner/i }).first().waitFor();
  await (await CyrillicKeyboard.of(window)).press("KeyO");
  await dialogOf(page).waitFor();
  await page.locator("dialog[open] :focus").waitFor();
});
