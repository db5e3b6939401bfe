import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin, Rolldown } from "vite";
import routes from "../routes.json" with { type: "json" };
import { sizesOf, tableOf } from "./sizes.js";
import { hashOfSources, isSource, ROOT } from "./sources.mjs";

/** What compresses well; fonts and pictures are compressed already. */
const TEXTS = /\.(html|js|css|svg|json|txt|webmanifest)$/;
/** Bytes below which nothing is won. */
const LEAST = 512;

/**
 * Ends a build: each text is also there as `.br` and `.gz`, fonts are named among the licences, and `built.json`, written last, says
 * from which sources it was built, which addresses are the console's and what a screen takes.
 */
export function finish(): Plugin {
  let folder = "";
  return {
    name: "finish",
    apply: "build",
    configResolved: ({ root, build }) => void (folder = join(root, build.outDir)),
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const strange = chunk.moduleIds.map(pathBelowRoot).filter((path) => path !== null && !isSource(path));
        if (strange.length > 0)
          this.error(`console/build/sources.mjs does not count among the sources: ${strange.join(", ")}`);
      }
    },
    async writeBundle(_, bundle) {
      await nameFonts(folder, bundle);
      const names = await readdir(folder, { recursive: true });
      await Promise.all(names.filter((name) => TEXTS.test(name)).map((name) => compress(join(folder, name))));
      const sizes = await sizesOf(folder, bundle);
      console.log(tableOf(sizes));
      const built = { from: hashOfSources(), routes, sizes };
      await writeFile(join(folder, "built.json"), `${JSON.stringify(built, null, 2)}\n`);
    },
  };
}

/** Null for what is no file of this repository, or belongs to a library. */
function pathBelowRoot(id: string): string | null {
  const path = relative(ROOT, id.split("?")[0] ?? "").replaceAll("\\", "/");
  return id.startsWith("\0") || path.startsWith("../") || path.includes("node_modules/") ? null : path;
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < LEAST) return;
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}

/** Vite writes the licences of what is bundled as code; fonts are only copied. */
async function nameFonts(folder: string, bundle: Rolldown.OutputBundle): Promise<void> {
  const packages = new Set(
    Object.values(bundle).flatMap((one) =>
      one.type === "asset" && one.fileName.endsWith(".woff2")
        ? one.originalFileNames.map((name) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? name)
        : [],
    ),
  );
  for (const name of [...packages].toSorted()) {
    const place = join(ROOT, "console/node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(place, "package.json"), "utf8")) as Record<
      string,
      string
    >;
    const text = await readFile(join(place, "LICENSE"), "utf8");
    await writeFile(join(folder, "licences.txt"), `\n## ${name} - ${version} (${license})\n\n${text.trim()}\n`, {
      flag: "a",
    });
  }
}
