import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository, as a path. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the console is built from, as paths below the root; what it bundles beside its libraries is among it. */
const SOURCES = [
  "client",
  "console/build",
  "console/index.html",
  "console/package-lock.json",
  "console/public",
  "console/routes.json",
  "console/src",
  "console/tsconfig.json",
  "console/vite.config.ts",
  "schema",
];

/** Parts of those that are made, are about something else or are not bundled. */
const LEFT_OUT = /^client\/(dist|node_modules|tsconfig)|^schema\/(?!form[^/]*\.json$)|\.(graphql|md)$/;

/** Whether a file, by its path below the root, counts as a source of the console. @param {string} path */
export function isSource(path) {
  return SOURCES.some((source) => path === source || path.startsWith(`${source}/`)) && !LEFT_OUT.test(path);
}

/** A hash over the paths and contents of all sources, in hexadecimal. */
export function hashOfSources() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(filesIn).filter(isSource)) {
    const content = readFileSync(join(ROOT, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** The files below a path, or the file itself, by name; none where there is nothing. @param {string} path @returns {string[]} */
function filesIn(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .filter((name) => name !== "node_modules")
    .toSorted()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
