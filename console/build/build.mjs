// `npm run build:console`, part of `npm start`: builds the console where it is not built from what there is now.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOfSources, ROOT } from "./sources.mjs";

const folder = join(ROOT, "console");
const vite = join(folder, "node_modules/vite/bin/vite.js");

/** The hash of what `dist` was built from; null: it was not built to the end. */
function builtFrom() {
  const built = join(folder, "dist/built.json");
  return existsSync(built) ? JSON.parse(readFileSync(built, "utf8")).from : null;
}

if (process.env["CONSOLE_DIR"]?.trim()) console.log("CONSOLE_DIR is set: the console is not built here.");
else if (!existsSync(vite))
  console.log("The console is not built: its tools are not installed. `npm ci --prefix console` installs them.");
else if (builtFrom() !== hashOfSources()) {
  console.log("Building the console.");
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: folder, stdio: "inherit" }); // prettier-ignore
  process.exitCode = status ?? 1;
}
