import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { inject } from "vitest";

/** The code of a console of which only the serving matters; bytes that compress well. */
export const CODE = `export const it = [${"1, ".repeat(2_000)}1];\n`;
export const PAGE = `<!doctype html><title>A console</title><script type="module" src="/assets/it-0a1b2c3d.js"></script>\n`;

/** The address of a picture of four megabytes. */
export const LARGE = "/assets/map-8c9d0e1f.png";

/** A folder as `npm run build:console` leaves one, with one page and one script. */
export async function builtConsole(): Promise<string> {
  const folder = await mkdtemp(join(inject("runFolder"), "console-"));
  await mkdir(join(folder, "assets"));
  const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
  await put("index.html", PAGE);
  await put("assets/it-0a1b2c3d.js", CODE);
  await put("assets/it-0a1b2c3d.js.br", brotliCompressSync(CODE));
  await put("assets/it-0a1b2c3d.js.gz", gzipSync(CODE));
  await put("assets/letters-4e5f6a7b.woff2", Buffer.alloc(100, 7));
  await put(LARGE.slice(1), Buffer.alloc(4_000_000, 7));
  await put("built.json", JSON.stringify({ routes: ["/", "/wall", "/incidents/:number", "/administration/*"] }));
  return folder;
}
