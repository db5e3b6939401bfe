import type { Page } from "playwright-core";
import { byKey, holds, isOpen, loses, OUTAGE, refuses, type Scene } from "./scene.js";

/** It has a card, two revisions, and duties met, met late and met by a level that changed. */
const PUMPS = "/incidents/DEMO-WATER-2026-0001";
/** Reported tonight, its owner still to be told. */
const TONIGHT = "/incidents/DEMO-WATER-2026-0002";
/** A duty overdue, one waived. */
const STOLEN = "/incidents/DEMO-HEALTH-2026-0001";
const SPAM = "/incidents/DEMO-GOV-2026-0002";
const FLOODED = "/incidents/DEMO-HEALTH-2026-0002";

const more = (page: Page): Promise<void> => page.locator("main button[aria-expanded=false]").first().click();

/** Opens what stands behind the button for the other acts, and takes the act at this place in it. */
const act =
  (place: number): NonNullable<Scene["opened"]> =>
  async (page) => {
    await more(page);
    await page.locator("main [aria-expanded=true] + ul button").nth(place).click();
    await isOpen(page);
  };

export const DOSSIER: readonly Scene[] = [
  { area: "dossier", name: "card", who: "centre", at: PUMPS },
  { area: "dossier", name: "card, first revision", who: "centre", at: `${PUMPS}?revision=1` },
  { area: "dossier", name: "differences", who: "centre", at: `${PUMPS}?since=1` },
  { area: "dossier", name: "deliveries", who: "centre", at: `${PUMPS}?tab=deliveries` },
  { area: "dossier", name: "indicators", who: "centre", at: `${PUMPS}?tab=indicators` },
  { area: "dossier", name: "notifications", who: "centre", at: `${PUMPS}?tab=notifications` },
  { area: "dossier", name: "receipts", who: "centre", at: `${PUMPS}?tab=receipts` },
  { area: "dossier", name: "of a SOC", who: "soc", at: PUMPS },
  { area: "dossier", name: "before its card", who: "centre", at: TONIGHT },
  { area: "dossier", name: "before its card, of a SOC", who: "soc", at: TONIGHT },
  { area: "dossier", name: "overdue and waived", who: "centre", at: STOLEN },
  { area: "dossier", name: "a retraction asked for", who: "centre", at: SPAM },
  { area: "dossier", name: "a correction asked for", who: "centre", at: FLOODED },
  { area: "dossier", name: "no such number", who: "soc", at: "/incidents/NOBODY-2026-0001" },
  { area: "dossier", name: "no link", who: "centre", at: PUMPS, isAlone: true, expects: OUTAGE, opened: loses },
  {
    area: "dossier",
    name: "refused",
    who: "centre",
    at: PUMPS,
    isAlone: true,
    expects: OUTAGE,
    before: refuses(/^Dossier$/),
  },
  { area: "dossier", name: "loading", who: "centre", at: PUMPS, isAlone: true, before: holds(/^Dossier/) },
  {
    area: "dossier",
    name: "more acts",
    who: "centre",
    at: SPAM,
    opened: more,
  },
  { area: "dossier", name: "owner told", who: "soc", at: TONIGHT, opened: byKey("KeyO") },
  { area: "dossier", name: "waive a duty", who: "centre", at: TONIGHT, opened: byKey("KeyW") },
  {
    area: "dossier",
    name: "why a duty is waived",
    who: "centre",
    at: TONIGHT,
    opened: async (page) => {
      await byKey("KeyW")(page);
      await page.locator("dialog[open] button").nth(1).click();
      await page.locator("dialog[open] textarea").waitFor();
      await page.keyboard.press("Control+Enter");
      await page.locator("dialog[open] [aria-invalid=true]").waitFor();
    },
  },
  { area: "dossier", name: "review the level", who: "soc", at: TONIGHT, opened: act(0) },
  { area: "dossier", name: "correct the confirmation", who: "soc", at: TONIGHT, opened: act(1) },
  { area: "dossier", name: "decide a retraction", who: "centre", at: SPAM, opened: act(0) },
  {
    area: "dossier",
    name: "receipt of a decision",
    who: "centre",
    at: SPAM,
    isAct: true,
    opened: async (page, stage) => {
      await act(0)(page, stage);
      await page.locator("dialog[open] label:has(input[type=radio])").last().click();
      await page.locator("dialog[open] textarea").fill("Журналда жаттығу белгіленбеген.");
      await page.keyboard.press("Control+Enter");
      await page.locator("dialog[open] textarea").waitFor({ state: "detached" });
    },
  },
  { area: "print", name: "card", who: "centre", at: "/print/incidents/DEMO-WATER-2026-0001" },
  { area: "print", name: "no card yet", who: "centre", at: "/print/incidents/DEMO-WATER-2026-0002" },
  { area: "print", name: "no such number", who: "centre", at: "/print/incidents/NOBODY-2026-0001" },
];
