import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** Where an import comes from or leads to, as dependency-cruiser is configured. */
interface Place {
  readonly path?: string;
  readonly pathNot?: string;
}

interface Rule {
  readonly name: string;
  readonly from: Place;
  readonly to: Place;
}

const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
  readonly forbidden: readonly Rule[];
};

/** All that a pattern names: `a/(b|c)` is `a/b` and `a/c`. */
function named(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (!group) return [pattern];
  const [whole, inside = ""] = group;
  return inside.split("|").flatMap((one) => named(pattern.replace(whole, () => one)));
}

async function placesOfTheTree(): Promise<string[]> {
  const { stdout } = await promisify(execFile)("git", [
    "ls-files",
    "src",
    "client",
    "console",
    "demo",
    "schema",
    "migrations",
    "test",
  ]);
  const packages = await readdir("node_modules");
  const ofConsole = (await readdir("console/node_modules")).map((name) => `console/node_modules/${name}/`);
  const scoped = await Promise.all(
    packages.filter((name) => name.startsWith("@")).map(async (scope) => (await readdir(`node_modules/${scope}`)).map((name) => `${scope}/${name}`)), // prettier-ignore
  );
  return [
    ...stdout.trim().split("\n"),
    ...ofConsole,
    ...[...packages, ...scoped.flat()].map((name) => `node_modules/${name}/`),
  ];
}

test("whatever the arrows name is there: a rule about a file that has moved would hold nothing", async () => {
  const places = await placesOfTheTree();
  const patterns = forbidden.flatMap(({ name, from, to }) =>
    [from.path, from.pathNot, to.path, to.pathNot].flatMap((pattern) =>
      // What stands for a part of another place stands for any.
      named(pattern?.replaceAll("$1", "[^/]+") ?? "").map((one) => ({ rule: name, one })),
    ),
  );
  const isNowhere = ({ one }: { readonly one: string }): boolean =>
    !places.some((place) => new RegExp(one).test(place));
  expect(patterns.filter(isNowhere)).toEqual([]);
});
