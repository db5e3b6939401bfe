import { holds, isOpen, loses, OUTAGE, refuses, type Scene } from "./scene.js";

/** The line of facts begins with the evening, as in a window that has stood open since. */
const sinceEvening: Required<Pick<Scene, "isAlone" | "before">> = {
  isAlone: true,
  before: async (page, { night }) => {
    const keys = `Object.keys(sessionStorage).filter((key) => key.startsWith("dabyl.cursors."))`;
    // By the page's own frames: its policy lets nothing poll for a string.
    await page.evaluate(
      `new Promise((done) => { const look = () => (${keys}.length > 0 ? done() : requestAnimationFrame(look)); look(); })`,
    );
    const cursors = ["incidents", "notifications", "obligations"].map((feed) => [feed, night.evening]);
    const kept = JSON.stringify(JSON.stringify(Object.fromEntries(cursors)));
    await page.addInitScript(`for (const key of ${keys}) sessionStorage.setItem(key, ${kept});`);
  },
};

export const WALL: readonly Scene[] = [
  { area: "wall", name: "wall", who: "centre", at: "/", ...sinceEvening },
  { area: "wall", name: "just opened", who: "centre", at: "/" },
  { area: "wall", name: "monitors", who: "centre", at: "/wall?wall=1", ...sinceEvening },
  { area: "wall", name: "no link", who: "centre", at: "/", ...sinceEvening, expects: OUTAGE, opened: loses },
  { area: "wall", name: "loading", who: "centre", at: "/", isAlone: true, before: holds(/Newest|Open|Wall|Owners/) },
  {
    area: "wall",
    name: "a row in hand",
    who: "centre",
    at: "/",
    opened: async (page) => {
      await page.locator("main li a, main tbody a").first().waitFor();
      await page.keyboard.press("KeyJ");
    },
  },
  {
    area: "wall",
    name: "waive a duty",
    who: "centre",
    at: "/",
    opened: async (page) => {
      await page.keyboard.press("KeyJ");
      await page.keyboard.press("KeyW");
      await isOpen(page);
    },
  },
  { area: "wall", name: "a hundred terms", who: "centre", at: "/", night: "busy" },
  { area: "wall", name: "nothing open", who: "centre", at: "/", night: "quiet" },
  { area: "incidents", name: "list", who: "centre", at: "/incidents" },
  { area: "incidents", name: "list of a SOC", who: "soc", at: "/incidents" },
  { area: "incidents", name: "nothing fits", who: "centre", at: "/incidents?type=BOTNET&level=HIGH" },
  { area: "incidents", name: "many", who: "centre", at: "/incidents", night: "busy" },
  { area: "incidents", name: "none", who: "centre", at: "/incidents", night: "quiet" },
  {
    area: "incidents",
    name: "refused",
    who: "centre",
    at: "/incidents",
    isAlone: true,
    expects: OUTAGE,
    before: refuses(/^IncidentList$/),
  },
  {
    area: "incidents",
    name: "loading",
    who: "centre",
    at: "/incidents",
    isAlone: true,
    before: holds(/^IncidentList$/),
  },
  { area: "terms", name: "list", who: "centre", at: "/terms" },
  { area: "terms", name: "of a SOC", who: "soc", at: "/terms" },
  { area: "terms", name: "many", who: "centre", at: "/terms", night: "busy" },
  { area: "terms", name: "none", who: "soc", at: "/terms", night: "quiet" },
  { area: "deliveries", name: "list", who: "centre", at: "/deliveries" },
  { area: "deliveries", name: "all", who: "centre", at: "/deliveries?shown=ALL" },
  { area: "timeliness", name: "table", who: "analyst", at: "/timeliness" },
  { area: "timeliness", name: "of a SOC", who: "soc", at: "/timeliness" },
  { area: "timeliness", name: "nothing yet", who: "analyst", at: "/timeliness", night: "quiet" },
];
