import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look } from "../support/console.js";
import { removeFolder, scratchFolder } from "../support/scratch.js";

const CONSOLE = fileURLToPath(new URL("../../console/", import.meta.url));

/** What of Vite is used here; the console's own is taken, which the root does not have. */
interface Vite {
  build(settings: object): Promise<unknown>;
  preview(settings: object): Promise<Served>;
}
interface Served {
  close(): Promise<void>;
  readonly resolvedUrls: { readonly local: readonly string[] } | null;
}

/** The page of all parts, which no build of the console has, built for these tests. */
let served: Served;
let folder = "";

beforeAll(async () => {
  const vite = pathToFileURL(createRequire(`${CONSOLE}package.json`).resolve("vite")).href;
  const made = (await import(vite)) as Vite;
  folder = await scratchFolder("parts");
  const settings = {
    root: CONSOLE,
    configFile: false,
    logLevel: "error",
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2022",
      rolldownOptions: { input: `${CONSOLE}dev/parts.html`, checks: { pluginTimings: false } },
    },
    preview: { port: 0, host: "127.0.0.1" },
  };
  await made.build(settings);
  served = await made.preview(settings);
});
afterAll(async () => {
  await served.close();
  removeFolder(folder);
});

const url = (): string => served.resolvedUrls?.local[0] ?? "";
const at = (language: string, theme: string): string => `/dev/parts?language=${language}&theme=${theme}`;

const SHOWN = (["kk", "ru", "en"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((theme) => ({ language, theme })),
);

test.for(SHOWN)(
  "every part in $language, $theme, is without a barrier, and nothing scrolls sideways",
  async (shown) => {
    await using window = await look(url(), { at: at(shown.language, shown.theme) });
    const { page } = window;
    await page.locator("h1").waitFor();
    for (const width of [1_440, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      if (width !== 320) expect(await window.barriers(), `${width}`).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), `${width}`).toBeLessThanOrEqual(
        0,
      );
    }
  },
);

test("rows are walked with J, K, arrows, Home and End, whatever alphabet is on, and are one stop for Tab", async () => {
  await using window = await look(url(), { at: at("ru", "light") });
  const { page } = window;
  await page.locator("table a").first().waitFor();
  const focused = (): Promise<unknown> => page.evaluate("document.activeElement.textContent");
  // The summary of faults has taken the focus; a key with a Cyrillic letter on it is the same key.
  await page.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyJ", key: "о", bubbles: true }))`,
  );
  expect(await focused()).toBe("DEMO-WATER-2026-0007");
  await page.keyboard.press("j");
  expect(await focused()).toBe("DEMO-GOV-2026-0011");
  await page.keyboard.press("End");
  expect(await focused()).toBe("NOTIFICATION-2026-0034");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("k");
  expect(await focused()).toBe("DEMO-GOV-2026-0011");
  expect(await page.locator('table a[tabindex="0"]').count()).toBe(1);
});

test("a summary takes the focus, leads to its field, and F8 walks all fields with faults", async () => {
  await using window = await look(url(), { at: at("en", "light") });
  const { page } = window;
  await page.locator("section:focus").waitFor();
  await page.locator("section:focus a").click();
  await page.locator("#field-wrong:focus").waitFor();
  await page.keyboard.press("F8");
  await page.locator("#field-means:focus").waitFor();
  await page.keyboard.press("F8");
  await page.locator("#field-wrong:focus").waitFor();
  await page.keyboard.press("Shift+F8");
  await page.locator("#field-means:focus").waitFor();
});

test("a date is taken as it is typed and written out when its field is left", async () => {
  await using window = await look(url(), { at: at("kk", "light") });
  const { page } = window;
  const field = page.locator("#field-wrong");
  await field.fill("0305");
  await field.press("Tab");
  expect(await field.inputValue()).toBe("02.03.2026 03:05:00");
  await field.fill("25:99");
  await field.press("Tab");
  expect(await field.inputValue()).toBe("25:99");
});

test("one of many is found by any part of its name or code, and picked by keys alone", async () => {
  await using window = await look(url(), { at: at("kk", "dark") });
  const { page } = window;
  const field = page.locator("#field-object");
  await field.focus();
  await page.keyboard.type("желісін grid");
  await page.getByRole("option").waitFor();
  expect(await page.getByRole("option").count()).toBe(1);
  expect(await window.barriers()).toEqual([]);
  await page.keyboard.press("Enter");
  expect(await field.inputValue()).toBe("Электр желісін басқару жүйесі");
  expect(await field.getAttribute("aria-expanded")).toBe("false");
  // What is typed and not picked stays.
  await field.fill("Тіркелмеген қойма");
  await field.press("Tab");
  expect(await field.inputValue()).toBe("Тіркелмеген қойма");
});

test("a dialog takes the focus into its field, asks for the reason, and gives the focus back", async () => {
  await using window = await look(url(), { at: at("ru", "dark"), width: 390 });
  const { page } = window;
  await page.getByRole("button", { name: "Подтвердить" }).click();
  const reason = page.locator("dialog textarea");
  await page.locator("dialog textarea:focus").waitFor();
  expect(await window.barriers()).toEqual([]);
  await page.locator("dialog button[type=submit]").click();
  expect(await reason.getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Подтвердить");
});
