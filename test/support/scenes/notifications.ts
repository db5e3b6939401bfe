import { fills, picks, type Scene, ticks } from "./scene.js";

const THREAT = "/notifications/NOTIFICATION-2026-0002";
const EVENT = "/notifications/NOTIFICATION-2026-0001";

/** Whom and what about, so that the preview says whom it would reach. */
const chooses: NonNullable<Scene["opened"]> = async (page) => {
  await picks(page, "about", "THREAT");
  await picks(page, "to-socs", "DEMO-GOV");
  await ticks(page, "field-to-sectors", "HEALTH_CARE");
  await ticks(page, "field-to-sharingIndicators", "SHARING");
  await page.locator("aside tbody tr").nth(1).waitFor();
};

export const NOTIFICATIONS: readonly Scene[] = [
  { area: "notifications", name: "outbox", who: "centre", at: "/notifications" },
  { area: "notifications", name: "outbox, a thread", who: "centre", at: THREAT },
  { area: "notifications", name: "outbox, nothing yet", who: "centre", at: "/notifications", night: "quiet" },
  { area: "notifications", name: "inbox", who: "soc", at: "/notifications" },
  { area: "notifications", name: "inbox, a thread", who: "soc", at: THREAT },
  { area: "notifications", name: "inbox, an event overdue", who: "soc", at: EVENT },
  { area: "notifications", name: "inbox, nothing yet", who: "soc", at: "/notifications", night: "quiet" },
  { area: "notifications", name: "no such number", who: "soc", at: "/notifications/NOTIFICATION-2026-9999" },
  {
    area: "notifications",
    name: "an answer with faults",
    who: "soc",
    at: THREAT,
    isAlone: true,
    opened: async (page) => {
      await fills(page, { "analysis-findings": "Два ящика получили письмо, вложение никто не открыл." });
      await page.keyboard.press("Control+Enter");
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    area: "notifications",
    name: "receipt of an answer",
    who: "soc",
    at: THREAT,
    isAct: true,
    opened: async (page) => {
      await fills(page, {
        "analysis-findings": "Два ящика получили письмо, вложение никто не открыл.",
        "analysis-conclusions": "До технологической сети не дошло.",
        "analysis-measures": "Письма удалены, отправитель заблокирован.",
      });
      await page.keyboard.press("Control+Enter");
      await page.locator("[id=field-analysis-findings]").waitFor({ state: "detached" });
    },
  },
  { area: "notify", name: "form", who: "centre", at: "/notify" },
  { area: "notify", name: "whom it would reach", who: "centre", at: "/notify", isAlone: true, opened: chooses },
  {
    area: "notify",
    name: "what is missing",
    who: "centre",
    at: "/notify",
    isAlone: true,
    opened: async (page) => {
      await page.locator("#field-text").waitFor();
      await page.keyboard.press("Control+Enter");
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  { area: "notify", name: "record what was detected", who: "centre", at: "/notify?record" },
  { area: "notify", name: "supplement", who: "centre", at: "/notify?supplements=NOTIFICATION-2026-0002" },
  {
    area: "notify",
    name: "receipt",
    who: "centre",
    at: "/notify",
    isAlone: true,
    isAct: true,
    opened: async (page, stage) => {
      await chooses(page, stage);
      await fills(page, { text: "Проверьте почтовые шлюзы." });
      await page.keyboard.press("Control+Enter");
      await page.locator("#field-text").waitFor({ state: "detached" });
    },
  },
];
