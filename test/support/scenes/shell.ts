import { SOCKET_ENDS } from "../../../src/domain/wording/socket-ends.js";
import type { Language } from "../person.js";
import { OUTAGE, type Scene } from "./scene.js";

export const SHELL: readonly Scene[] = [
  { area: "shell", name: "sign in", who: "nobody", at: "/" },
  {
    area: "shell",
    name: "a token that is not known",
    who: "nobody",
    at: "/",
    expects: OUTAGE,
    opened: async (page) => {
      await page.locator("form input").fill("dabyl_not_a_token_of_this_gateway");
      await page.keyboard.press("Enter");
      await page.locator("form [role=alert]:not(:empty)").waitFor();
    },
  },
  {
    area: "shell",
    name: "a new token",
    who: "soc",
    at: "/report",
    isAlone: true,
    expects: OUTAGE,
    opened: async (page, { wire }) => {
      await page.locator("[data-link=LIVE]").waitFor();
      const language = (await page.locator("html").getAttribute("lang")) as Language;
      wire.ends(4_403, SOCKET_ENDS[language].TOKEN_REVOKED);
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    area: "shell",
    name: "keys",
    who: "centre",
    at: "/",
    opened: async (page) => {
      await page.keyboard.press("Shift+Slash");
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    area: "shell",
    name: "what belongs to the person",
    who: "centre",
    at: "/settings",
    opened: async (page) => page.locator("[popovertarget=person-menu]:visible").last().click(),
  },
  {
    area: "shell",
    name: "sign out",
    who: "centre",
    at: "/settings",
    opened: async (page) => {
      await page.locator("[popovertarget=person-menu]:visible").last().click();
      await page.locator("#person-menu button").last().click();
      await page.locator("dialog[open]").waitFor();
    },
  },
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
