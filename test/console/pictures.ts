import { mkdir, writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { goThrough, SCENES } from "../support/scenes.js";

/** `npm run pictures:docs`: the pictures of docs/console.md. */
const FOLDER = new URL("../../docs/console/", import.meta.url);

/** The pictures of docs/console.md: a scene, and the width at which it is shown. */
const OF_THE_DOCS = [
  { file: "wall", area: "wall", name: "wall", width: 1_440 },
  { file: "shift", area: "shift", name: "shift", width: 1_440 },
  { file: "card", area: "card", name: "with faults", width: 1_440 },
  { file: "owner", area: "owner", name: "incident", width: 390 },
] as const;

test("pictures of the documentation", { timeout: 3_600_000 }, async () => {
  await mkdir(FOLDER, { recursive: true });
  for (const language of ["kk", "ru", "en"] as const)
    for (const width of [1_440, 390]) {
      const wanted = OF_THE_DOCS.filter((one) => one.width === width);
      const of = ({ area, name }: { readonly area: string; readonly name: string }) =>
        wanted.find((one) => one.area === area && one.name === name);
      const scenes = SCENES.filter((scene) => of(scene));
      for await (const { scene, window, problem } of goThrough(scenes, { language, theme: "light", width })) {
        expect(problem).toBeNull();
        const picture = await webpOf(window.page);
        await writeFile(new URL(`${of(scene)?.file ?? ""}.${language}.webp`, FOLDER), picture);
      }
    }
});

/** What the window shows, as WebP: the browser packs it itself, on an empty page. */
async function webpOf(page: Page): Promise<Buffer> {
  const png = await page.screenshot();
  const packing = await page.context().newPage();
  const packed = await packing.evaluate(
    `(async () => {
      const bitmap = await createImageBitmap(await (await fetch("data:image/png;base64,${png.toString("base64")}")).blob());
      const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
      canvas.getContext("2d").drawImage(bitmap, 0, 0);
      return canvas.toDataURL("image/webp", 0.85);
    })()`,
  );
  await packing.close();
  return Buffer.from(String(packed).split(",")[1] ?? "", "base64");
}
