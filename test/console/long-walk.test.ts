import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import ROUTES from "../../console/routes.json" with { type: "json" };
import { look } from "../support/console.js";
import { waterDossier, type ToldNight } from "../support/dossiers.js";
import { eventually } from "../support/eventually.js";
import type { Night } from "../support/night.js";
import { accepted } from "../support/person.js";

/** Of each kind of address this many are looked at: one incident's page is like the next one's. */
const OF_A_KIND = 3;

let told: ToldNight;

beforeAll(async () => {
  told = await waterDossier();
  const { centre } = told.night;
  const { threat } = accepted(await centre.registersThreat());
  await centre.sendsNotification({ threatId: threat.id, to: { sectors: ["WATER_SUPPLY", "ELECTRICITY_SUPPLY"] } });
  await told.night.reports("ENERGY", { severity: "LOW" });
});
afterAll(() => told[Symbol.asyncDispose]());

const water = ({ credentials }: Night) => credentials.socs.find(({ code }) => code === "DEMO-WATER")?.token ?? "";

/** Whoever signs in, and the addresses that are not for them. */
const PEOPLE = [
  { who: "the centre's duty officer", tokenOf: (night: Night) => night.credentials.centre, closed: ["/report", "/administration"] }, // prettier-ignore
  { who: "the centre's analyst", tokenOf: (night: Night) => night.credentials.analyst, closed: ["/report", "/notify", "/administration"] }, // prettier-ignore
  { who: "the administrator", tokenOf: (night: Night) => night.credentials.administrator, closed: ["/report", "/notify"] }, // prettier-ignore
  { who: "a SOC's duty officer", tokenOf: water, closed: ["/wall", "/notify", "/deliveries", "/administration"] },
  { who: "an owner", tokenOf: (night: Night) => night.credentials.owner, closed: ["/wall", "/report", "/terms", "/notifications", "/notify", "/deliveries", "/timeliness", "/administration"] }, // prettier-ignore
] as const;

/** The address of the console that a path is one of, as `/incidents/:number`; of the administration's, which are one, each register's. */
function kindOf(path: string): string | undefined {
  const places = path.split("/");
  const route = ROUTES.find((one) => {
    const its = one.split("/");
    const isLong = its.at(-1) === "*" ? places.length >= its.length : places.length === its.length;
    return isLong && its.every((part, place) => /^[:*]/.test(part) || part === places[place]);
  });
  return route?.endsWith("*") ? [...places.slice(0, 3), ...places.slice(3).map(() => ":code")].join("/") : route;
}

const IS_DRAWN = `document.querySelector("h1, main table, main p") !== null && ![...document.querySelectorAll("p")].some((one) => one.textContent === "Loading…")`;

/** Goes to an address as a link of the page does, without loading anything of it anew, and waits until its screen is there. */
async function goes(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, "", ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent("popstate"))`); // prettier-ignore
  await eventually(() => page.evaluate<boolean>(IS_DRAWN));
}

const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('a[href^="/"]')].map((link) => new URL(link.href).pathname)`);

test.for(PEOPLE)(
  "$who walks every screen from one sign-in: nothing asks another origin or breaks the policy, no link leads nowhere, and the socket outlives the routes",
  { timeout: 1_800_000 },
  async ({ tokenOf, closed }) => {
    const { night } = told;
    await using window = await look(night.url);
    const { page } = window;
    let sockets = 0;
    page.on("websocket", () => (sockets += 1));
    await window.signIn(tokenOf(night));
    await page.locator("[data-link=LIVE]").waitFor();
    await page.evaluate("globalThis.isTheSamePage = true");

    const offered = ROUTES.filter((route) => !/[:*]/.test(route));
    const walked = new Map<string, number>();
    const refused: string[] = [];
    const went = new Set<string>();
    for (const path of offered) {
      const kind = kindOf(path);
      if (!kind) throw new Error(`${path} is no address of the console`);
      const count = walked.get(kind) ?? 0;
      if (went.has(path) || count >= OF_A_KIND) continue;
      went.add(path);
      walked.set(kind, count + 1);
      await goes(page, path);
      const heading = (await page.locator("h1").allTextContents())[0];
      if (heading === "Not for your role") refused.push(path);
      else expect(heading, path).not.toBe("There is nothing here");
      // What the keys of the page are, over each of its screens; where a field has the focus, `?` is a letter of it.
      await page.evaluate("document.activeElement.blur()");
      await page.keyboard.press("Shift+Slash");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      offered.push(...(await linksOf(page)));
    }
    expect(refused).toEqual(closed);
    // What can be opened from lists has been.
    const open = ROUTES.filter((route) => !closed.some((one) => route.startsWith(one)) && /^\/(incidents|notifications|objects)\/:\w+$/.test(route)); // prettier-ignore
    expect([...walked.keys()]).toEqual(expect.arrayContaining(open));
    expect(await page.evaluate("globalThis.isTheSamePage")).toBe(true);
    expect(sockets).toBe(1);
    process.stdout.write(`${went.size} addresses of ${walked.size} kinds.\n`);
  },
);
