import type { Page } from "playwright-core";
import type { NightName } from "../nights.js";
import type { Night } from "../night.js";
import type { Wire } from "./wire.js";

export type Who = "administrator" | "centre" | "analyst" | "soc" | "owner" | "nobody";

/** What a scene can use besides its page. */
export interface Stage {
  readonly night: Night;
  readonly wire: Wire;
}

/** A screen in one of its states, as the pictures and the look at every screen come to it. */
export interface Scene {
  /** The folder of the pictures: the screen's area. */
  readonly area: string;
  readonly name: string;
  readonly who: Who;
  readonly at: string;
  /** What has happened before; without it the full one. */
  readonly night?: NightName;
  /** It needs a window of its own: what it writes or breaks is nobody else's. */
  readonly isAlone?: boolean;
  /** It records something: it comes after all that do not. */
  readonly isAct?: boolean;
  /** What its browser may complain of. */
  readonly expects?: RegExp;
  /** What is done before the screen is opened. */
  readonly before?: (page: Page, stage: Stage) => Promise<void>;
  /** What is done on the screen before it is looked at; it must not depend on the language. */
  readonly opened?: (page: Page, stage: Stage) => Promise<void>;
}

export { OUTAGE } from "../console.js";

export const isOpen = (page: Page): Promise<void> => page.locator("dialog[open]").waitFor();

/** Presses what opens a dialog. */
export const opens =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().click();
    await isOpen(page);
  };

/** Presses the key of an act that opens a dialog. */
export const byKey =
  (key: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(key);
    await isOpen(page);
  };

/** Types into fields, by the name that each has in the form, with hyphens. */
export const fills = async (page: Page, texts: Readonly<Record<string, string>>): Promise<void> => {
  for (const [field, text] of Object.entries(texts)) await page.locator(`[id="field-${field}"]`).fill(text);
};

/** Types into a field for one of many and takes the first that fits. */
export const picks = async (page: Page, field: string, typed: string): Promise<void> => {
  await page.locator(`[id="field-${field}"]`).fill(typed);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
};

/** Ticks one of a group of choices. */
export const ticks = async (page: Page, field: string, value: string): Promise<void> => {
  // By its label: the control itself may be drawn by it.
  await page.locator(`label:has(input[name="${field}"][value="${value}"])`).click();
};

/** What these questions ask for is still to come. */
export const holds =
  (operations: RegExp) =>
  async (_: Page, { wire }: Stage): Promise<void> => {
    wire.holds(operations);
  };

/** The gateway refuses these questions. */
export const refuses =
  (operations: RegExp) =>
  async (_: Page, { wire }: Stage): Promise<void> => {
    wire.refuses(operations);
  };

/** The gateway is gone while the screen is looked at. */
export const loses = async (page: Page, { wire }: Stage): Promise<void> => {
  await page.locator("[data-link=LIVE]").waitFor();
  await wire.cut();
  await page.locator("[data-link=LOST]").waitFor();
};
