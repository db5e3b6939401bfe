import { exec, execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { excesses, type Sizes } from "../../console/build/sizes.js";
import routes from "../../console/routes.json" with { type: "json" };

const { scripts } = JSON.parse(await readFile("package.json", "utf8")) as { readonly scripts: Environment };

type Environment = Readonly<Record<string, string>>;

/** Runs a script of package.json in a tree that has nothing but these; gives what it prints, if it ends with 0. */
async function printedBy(
  script: "postinstall" | "build:console",
  tree: readonly string[],
  environment: Environment = {},
): Promise<string> {
  const folder = await mkdtemp(join(inject("runFolder"), "tree-"));
  for (const path of ["package.json", ...tree]) await cp(path, join(folder, path), { recursive: true });
  const env = { PATH: process.env["PATH"], ...environment };
  const { stdout } = await promisify(exec)(scripts[script] ?? "", { cwd: folder, env });
  return stdout.trim();
}

test("an install without the console's folder, without what is for development or with CONSOLE_DIR says so in one line", async () => {
  expect(await printedBy("postinstall", [])).toBe("There is no console here: its tools are not installed.");
  expect(await printedBy("postinstall", ["console/build"])).toBe(
    "The console's tools are not installed: what is for development is left out. The gateway works without the console.",
  );
  expect(await printedBy("postinstall", ["console/build"], { CONSOLE_DIR: "none" })).toBe(
    "The console's tools are not installed: CONSOLE_DIR is none. The gateway works without the console.",
  );
});

test("an install whose console cannot be installed says what to do, and is an install", async () => {
  const tree = ["console/build", "node_modules/oxlint/package.json"];
  // An npm that fails.
  const environment = { npm_execpath: join(inject("runFolder"), "no-npm.js") };
  expect(await printedBy("postinstall", tree, environment)).toBe(
    "The console's tools could not be installed, and the gateway works without: npm ci --prefix console tries again.",
  );
});

test("a start without the console's folder, its tools or with CONSOLE_DIR says so in one line and goes on", async () => {
  expect(await printedBy("build:console", [])).toBe("There is no console here: the gateway works without it.");
  expect(await printedBy("build:console", ["console/build"])).toBe(
    "The console is not built: its tools are not installed. `npm ci --prefix console` installs them.",
  );
  expect(await printedBy("build:console", ["console/build"], { CONSOLE_DIR: "none" })).toBe(
    "CONSOLE_DIR is set: the console is not built here.",
  );
});

test("the console is built where a source has changed, and only there", async () => {
  const folder = await mkdtemp(join(inject("runFolder"), "tree-"));
  await cp("console/build", join(folder, "console/build"), { recursive: true });
  await mkdir(join(folder, "console/src"), { recursive: true });
  // In the place of Vite: it says from what it is asked to build.
  await mkdir(join(folder, "console/node_modules/vite/bin"), { recursive: true });
  const vite = `import { writeFileSync, mkdirSync } from "node:fs"; import { hashOfSources } from "../../../build/sources.mjs";
    mkdirSync("dist", { recursive: true }); writeFileSync("dist/built.json", JSON.stringify({ from: hashOfSources() }));`;
  await writeFile(join(folder, "console/node_modules/vite/bin/vite.js"), vite);
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const build = async (): Promise<string> =>
    (await promisify(execFile)(process.execPath, [join(folder, "console/build/build.mjs")], { env: {} })).stdout.trim();
  const change = async (path: string, text: string): Promise<string> => {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
    return build();
  };
  expect(await build()).toBe("Building the console.");
  expect(await build()).toBe("");
  for (const path of [
    "console/src/main.tsx",
    "console/package-lock.json",
    "client/index.ts",
    "schema/form.kk.json",
    "console/vite.config.ts",
  ])
    expect([path, await change(path, "new")]).toEqual([path, "Building the console."]);
  for (const path of [
    "schema/gateway.graphql",
    "client/dist/client/index.js",
    "console/test/some.test.ts",
    "src/main.ts",
  ])
    expect([path, await change(path, "new")]).toEqual([path, ""]);
});

test("what people fetch is within the budget", async () => {
  const { sizes } = JSON.parse(await readFile("console/dist/built.json", "utf8")) as { readonly sizes: Sizes };
  expect(excesses(sizes)).toEqual([]);
  expect(sizes.firstScreen).toBeGreaterThan(0);
  const tooMuch = { firstScreen: 180_001, screens: { card: 60_001, report: 1 }, fonts: 95_001, styles: 0 };
  expect(excesses(tooMuch)).toHaveLength(3);
});

test("every address of a screen is one at which the gateway serves the page, and there is no other", async () => {
  const screens = await readFile("console/src/app/routes.ts", "utf8");
  const paths = [...screens.matchAll(/path: "([^"]+)"/g)].flatMap(([, path = ""]) =>
    path.endsWith("?") ? [path.replace(/\/[^/]+$/, ""), path.slice(0, -1)] : [path],
  );
  // What is printed stands outside the frame.
  expect(new Set([...paths, "/print/incidents/:number"])).toEqual(new Set(routes));
});
