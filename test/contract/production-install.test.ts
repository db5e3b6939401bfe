import { readdir, readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const { scripts, dependencies } = JSON.parse(await readFile("package.json", "utf8")) as Manifest;

/** What `npm ci --omit=dev` leaves out, of what the code in a folder imports. */
async function missingFor(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  const imported = texts.flatMap((text) => [...text.matchAll(/^(?:import|.*\bfrom) "([^"./][^"]*)";$/gm)]);
  const names = imported.map(([, path = ""]) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? "");
  return [...new Set(names)].filter((name) => !isBuiltin(name) && !(name in dependencies));
}

test("an install without what is for development compiles the gateway and runs it", async () => {
  for (const folder of ["src", "client", "migrations", "schema"])
    expect([folder, await missingFor(folder)]).toEqual([folder, []]);
  // The compiler, and the types that are no part of what they describe.
  for (const name of ["start", "migrate", "admin:bootstrap", "admin:recover", "audit:verify"])
    expect(scripts[`pre${name}`]).toContain("npm run --silent build");
  const [, compiler] = /^node node_modules\/([^/]+)\//.exec(scripts["build"] ?? "") ?? [];
  expect(Object.keys(dependencies)).toEqual(
    expect.arrayContaining([compiler, "@types/node", "@types/pg", "@types/ws", "@graphql-typed-document-node/core"]),
  );
});
