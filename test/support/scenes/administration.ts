import { opens, type Scene } from "./scene.js";

const primary = "main header button";

export const ADMINISTRATION: readonly Scene[] = [
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
];
