import type { Page } from "playwright-core";
import { fills, loses, OUTAGE, picks, type Scene, type Stage, ticks } from "./scene.js";

/** Sends a form of which nothing is filled in. */
const sends = async (page: Page): Promise<void> => {
  await page.locator("#field-confirmedAt").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator("[aria-invalid=true]").first().waitFor();
};

const reports = async (page: Page): Promise<void> => {
  await fills(page, { confirmedAt: "03:09", summary: "На двух серверах зашифрованы файлы." });
  // In every language the type is found by its place.
  await page.locator("#field-type").click();
  await page.getByRole("option").first().click();
  await picks(page, "affectedObjects", "DEMO-CANAL");
  await ticks(page, "field-severity", "HIGH");
};

const writesCard = async (page: Page): Promise<void> => {
  await ticks(page, "field-severity", "HIGH");
  await ticks(page, "field-scale", "INDIVIDUAL");
  await ticks(page, "field-recurrence", "NEW");
  await ticks(page, "field-sign", "ACTUAL");
  await ticks(page, "field-contours", "INTERNAL");
  await ticks(page, "field-consequences", "OPERABILITY");
  await fills(page, {
    occurredAt: "02.03.2026 02:40",
    "indicators-0-value": "198[.]51.100.24",
    measures: "Серверы отключены от сети, копия от 27 февраля цела.",
  });
  await fills(page, { "indicators-1-value": "hxxps://pump-login.example/a" });
};

const spoils = async (page: Page): Promise<void> => {
  await writesCard(page);
  await fills(page, { occurredAt: "02.03.2026 02:59", "indicators-2-value": "203.0.113.900" });
  await page.locator("#field-indicators-2-type").selectOption("IPV4");
  await ticks(page, "field-consequences", "NONE");
  await page.keyboard.press("Control+Enter");
  await page.locator("[aria-invalid=true]").first().waitFor();
};

const CARD = "/incidents/DEMO-WATER-2026-0002/card";

export const INCIDENT_FORMS: readonly Scene[] = [
  { area: "shift", name: "shift", who: "soc", at: "/" },
  { area: "shift", name: "nothing to do", who: "soc", at: "/", night: "quiet" },
  { area: "shift", name: "no link", who: "soc", at: "/", isAlone: true, expects: OUTAGE, opened: loses },
  { area: "report", name: "form", who: "soc", at: "/report" },
  { area: "report", name: "what is missing", who: "soc", at: "/report", isAlone: true, opened: sends },
  { area: "report", name: "written", who: "soc", at: "/report", isAlone: true, opened: reports },
  {
    area: "report",
    name: "no link",
    who: "soc",
    at: "/report",
    isAlone: true,
    expects: OUTAGE,
    opened: async (page: Page, stage: Stage) => {
      await reports(page);
      await loses(page, stage);
    },
  },
  {
    area: "report",
    name: "receipt",
    who: "soc",
    at: "/report",
    isAlone: true,
    isAct: true,
    opened: async (page) => {
      await reports(page);
      await page.keyboard.press("Control+Enter");
      await page.locator("#field-summary").waitFor({ state: "detached" });
    },
  },
  { area: "card", name: "without a report", who: "soc", at: "/incidents/new/card" },
  { area: "card", name: "what is missing", who: "soc", at: "/incidents/new/card", isAlone: true, opened: sends },
  { area: "card", name: "after a report", who: "soc", at: CARD },
  { area: "card", name: "with faults", who: "soc", at: CARD, isAlone: true, opened: spoils },
  { area: "card", name: "correct a revision", who: "soc", at: "/incidents/DEMO-WATER-2026-0001/card" },
  {
    area: "card",
    name: "receipt",
    who: "soc",
    at: CARD,
    isAlone: true,
    isAct: true,
    opened: async (page) => {
      await writesCard(page);
      await page.keyboard.press("Control+Enter");
      await page.locator("#field-measures").waitFor({ state: "detached" });
    },
  },
  { area: "owner", name: "my objects", who: "owner", at: "/" },
  { area: "owner", name: "nothing yet", who: "owner", at: "/", night: "quiet" },
  { area: "owner", name: "incident", who: "owner", at: "/incidents/DEMO-ENERGY-2026-0003" },
  { area: "owner", name: "incidents", who: "owner", at: "/incidents" },
  {
    area: "owner",
    name: "I know",
    who: "owner",
    at: "/incidents/DEMO-ENERGY-2026-0003",
    isAct: true,
    opened: async (page) => {
      await page.keyboard.press("KeyA");
      await page.locator("[aria-live=polite] details, [aria-live=polite] dl").first().waitFor();
    },
  },
  { area: "objects", name: "of a SOC", who: "soc", at: "/objects" },
  { area: "objects", name: "one", who: "soc", at: "/objects/DEMO-CANAL-PUMPS" },
  { area: "objects", name: "of an owner", who: "owner", at: "/objects" },
];
