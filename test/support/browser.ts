import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Nothing of what a browser does by itself: no host but the gateway's is to be asked. */
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]; // prettier-ignore

/** Where a Chromium is on Debian, and its sisters. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that CHROMIUM names, or that is found; null: there is none, and no test looks at the console. */
export const BROWSER = findBrowser();

function findBrowser(): string | null {
  const { CHROMIUM } = process.env;
  if (CHROMIUM === undefined || CHROMIUM === "") return PLACES.find((place) => existsSync(place)) ?? null;
  if (existsSync(CHROMIUM)) return CHROMIUM;
  try {
    return execFileSync("which", [CHROMIUM], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}

/** One for the life of the process, which it ends with. */
let launched: Promise<Browser> | null = null;

export function theBrowser(): Promise<Browser> {
  if (BROWSER === null)
    throw new Error("There is no browser to look at the console with: install chromium, or name one in CHROMIUM.");
  return (launched ??= chromium.launch({ executablePath: BROWSER, args: QUIET }));
}
