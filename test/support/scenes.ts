import type { Page } from "playwright-core";
import { look, type Window } from "./console.js";
import type { Language } from "./person.js";
import { clockAt, type Night } from "./night.js";

export type Theme = "light" | "dark";
type Who = "administrator" | "centre" | "analyst" | "soc" | "owner";

/** A screen in one of its states, as the pictures and the look at every screen come to it. */
export interface Scene {
  /** The folder of the pictures: the screen's area. */
  readonly area: string;
  readonly name: string;
  readonly who: Who;
  readonly at: string;
  /** What is done on the screen before it is looked at; it must not depend on the language. */
  readonly opened?: (page: Page) => Promise<void>;
}

const opens =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().click();
    await page.locator("dialog[open]").waitFor();
  };
const primary = "main header button";

/** Sends a form of which nothing is filled in. */
const sends = async (page: Page): Promise<void> => {
  await page.locator("#field-confirmedAt").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator("[aria-invalid=true]").first().waitFor();
};

/** Every screen with its states: each area adds its own. */
export const SCENES: readonly Scene[] = [
  { area: "wall", name: "wall", who: "centre", at: "/" },
  { area: "wall", name: "monitors", who: "centre", at: "/wall?wall=1" },
  { area: "incidents", name: "list", who: "centre", at: "/incidents" },
  { area: "incidents", name: "list of a SOC", who: "soc", at: "/incidents" },
  { area: "incidents", name: "nothing fits", who: "centre", at: "/incidents?type=BOTNET&level=HIGH" },
  { area: "dossier", name: "before its card", who: "centre", at: "/incidents/DEMO-WATER-2026-0001" },
  { area: "dossier", name: "deliveries", who: "centre", at: "/incidents/DEMO-WATER-2026-0001?tab=deliveries" },
  { area: "dossier", name: "receipts", who: "centre", at: "/incidents/DEMO-WATER-2026-0001?tab=receipts" },
  { area: "dossier", name: "of a SOC", who: "soc", at: "/incidents/DEMO-WATER-2026-0001" },
  { area: "dossier", name: "no such number", who: "soc", at: "/incidents/NOBODY-2026-0001" },
  {
    area: "dossier",
    name: "owner told",
    who: "soc",
    at: "/incidents/DEMO-WATER-2026-0001",
    opened: async (page) => {
      await page.keyboard.press("KeyO");
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    area: "dossier",
    name: "waive a duty",
    who: "centre",
    at: "/incidents/DEMO-WATER-2026-0001",
    opened: async (page) => {
      await page.keyboard.press("KeyW");
      await page.locator("dialog[open]").waitFor();
    },
  },
  { area: "print", name: "no card yet", who: "centre", at: "/print/incidents/DEMO-WATER-2026-0001" },
  { area: "terms", name: "list", who: "centre", at: "/terms" },
  { area: "notifications", name: "outbox", who: "centre", at: "/notifications" },
  { area: "notifications", name: "inbox", who: "soc", at: "/notifications" },
  { area: "notify", name: "form", who: "centre", at: "/notify" },
  { area: "deliveries", name: "list", who: "centre", at: "/deliveries" },
  { area: "timeliness", name: "table", who: "analyst", at: "/timeliness" },
  { area: "shift", name: "shift", who: "soc", at: "/" },
  { area: "report", name: "form", who: "soc", at: "/report" },
  { area: "report", name: "what is missing", who: "soc", at: "/report", opened: sends },
  { area: "card", name: "without a report", who: "soc", at: "/incidents/new/card" },
  { area: "card", name: "what is missing", who: "soc", at: "/incidents/new/card", opened: sends },
  { area: "owner", name: "my objects", who: "owner", at: "/" },
  { area: "owner", name: "incident", who: "owner", at: "/incidents/DEMO-ENERGY-2026-0003" },
  { area: "owner", name: "incidents", who: "owner", at: "/incidents" },
  { area: "objects", name: "of a SOC", who: "soc", at: "/objects" },
  { area: "objects", name: "one", who: "soc", at: "/objects/DEMO-CANAL-PUMPS" },
  { area: "objects", name: "of an owner", who: "owner", at: "/objects" },
  { area: "administration", name: "SOCs", who: "administrator", at: "/administration/socs" },
  { area: "administration", name: "SOC", who: "administrator", at: "/administration/socs/DEMO-WATER" },
  {
    area: "administration",
    name: "register a SOC",
    who: "administrator",
    at: "/administration/socs",
    opened: opens("main section:nth-of-type(2) header button, main section ~ section header button"),
  },
  { area: "administration", name: "owners", who: "administrator", at: "/administration/owners" },
  {
    area: "administration",
    name: "nothing found",
    who: "administrator",
    at: "/administration/owners?q=nothing-like-this",
  },
  { area: "administration", name: "owner", who: "administrator", at: "/administration/owners/DEMO-CLINIC" },
  { area: "administration", name: "objects", who: "administrator", at: "/administration/objects" },
  {
    area: "administration",
    name: "register an object",
    who: "administrator",
    at: "/administration/objects",
    opened: opens(primary),
  },
  { area: "administration", name: "object", who: "administrator", at: "/administration/objects/DEMO-CANAL-PUMPS" },
  { area: "administration", name: "no such object", who: "administrator", at: "/administration/objects/NO-SUCH" },
  { area: "administration", name: "accounts", who: "administrator", at: "/administration/accounts" },
  {
    area: "administration",
    name: "a token, shown once",
    who: "administrator",
    at: "/administration/accounts",
    opened: async (page) => {
      await page.locator("tbody a").first().click();
      await page.locator("section").nth(1).locator("header button").first().click();
      await page.keyboard.press("Control+Enter");
      await page.locator("[data-secret]").waitFor();
    },
  },
  { area: "administration", name: "reserve folders", who: "administrator", at: "/administration/folders" },
  { area: "administration", name: "journal", who: "administrator", at: "/administration/journal" },
  { area: "settings", name: "settings", who: "centre", at: "/settings" },
  { area: "settings", name: "settings of an owner", who: "owner", at: "/settings" },
  { area: "help", name: "help of the centre", who: "centre", at: "/help" },
  { area: "help", name: "help of a SOC", who: "soc", at: "/help" },
  { area: "shell", name: "not for this role", who: "soc", at: "/administration" },
  {
    area: "shell",
    name: "palette",
    who: "centre",
    at: "/settings",
    opened: async (page) => {
      await page.keyboard.press("Control+KeyK");
      await page.getByRole("dialog").waitFor();
    },
  },
];

export const AREAS = [...new Set(SCENES.map(({ area }) => area))];

export interface Looked {
  readonly language: Language;
  readonly theme: Theme;
  readonly width: number;
}

/** Goes through scenes in one language, theme and width, each person in a window of their own, which `first` may prepare. */
export async function* goThrough(
  night: Night,
  scenes: readonly Scene[],
  looked: Looked,
  first: (page: Page) => Promise<void> = async () => undefined,
): AsyncGenerator<{ readonly scene: Scene; readonly window: Window }> {
  for (const who of new Set(scenes.map((scene) => scene.who))) {
    await using window = await look(night.url, {
      ...looked,
      height: looked.width < 600 ? 844 : 900,
      person: { token: tokenOf(night, who) },
    });
    await window.page.locator("h1").first().waitFor();
    await first(window.page);
    await window.page.addInitScript(clockAt(night.clock.now()));
    for (const scene of scenes.filter((one) => one.who === who)) {
      await window.page.goto(new URL(scene.at, night.url).href);
      await isDrawn(window.page);
      await scene.opened?.(window.page);
      yield { scene, window };
    }
  }
}

async function isDrawn(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
}

function tokenOf({ credentials }: Night, who: Who): string {
  if (who === "soc") return credentials.socs.find(({ code }) => code === "DEMO-WATER")?.token ?? "";
  return credentials[who];
}
