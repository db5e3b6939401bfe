// Part of the root's `npm ci`: installs what the console is built with. It never makes that fail.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./sources.mjs";

const { CONSOLE_DIR, npm_execpath: npm } = process.env;

/** Why the tools are not wanted here; null: they are. */
function objection() {
  if (CONSOLE_DIR?.trim()) return `CONSOLE_DIR is ${CONSOLE_DIR.trim()}`;
  // npm can be told in several ways to leave out what is for development: what counts is whether it did.
  if (!existsSync(join(ROOT, "node_modules/oxlint"))) return "what is for development is left out";
  return npm ? null : "this is not run by npm";
}

const why = objection();
if (why !== null) console.log(`The console's tools are not installed: ${why}. The gateway works without the console.`);
else {
  const install = [npm ?? "", "ci", "--prefix", join(ROOT, "console"), "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(process.execPath, install, { stdio: "inherit" });
  if (status !== 0)
    console.log("The console's tools could not be installed, and the gateway works without: npm ci --prefix console tries again."); // prettier-ignore
}
