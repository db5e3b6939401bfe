import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly hasInstallScript?: boolean }>>;
}

const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as Lock;
const manifest = JSON.parse(await readFile("package.json", "utf8")) as {
  readonly allowScripts: Readonly<Record<string, boolean>>;
};

/** The first versions without a known hole, of what faces the network. */
const LEAST: Readonly<Record<string, string>> = {
  "@apollo/server": "5.5.0",
  graphql: "16.8.1",
  ws: "8.21.0",
  typeorm: "1.1.0",
};

function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split(/[.-]/).map(Number));
  for (let place = 0; place < 3; place += 1) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

test.each(Object.entries(LEAST))("%s is at least %s, wherever it is installed", (name, least) => {
  const installed = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(installed.length).toBeGreaterThan(0);
  for (const [path, { version = "" }] of installed) expect(isAtLeast(version, least), `${path} ${version}`).toBe(true);
});

test("every install script is decided upon", () => {
  const scripted = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});

test("one copy of graphql", () => {
  expect(Object.keys(lock.packages).filter((path) => path.endsWith("node_modules/graphql"))).toHaveLength(1);
});
