import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { AREAS, goThrough, type Looked, SCENES } from "../support/scenes.js";

/**
 * `npm run pictures:console`: every screen in each state, language, theme and width, and a sheet of them all. `PICTURES` is the folder,
 * `AREA` some areas alone, `LOOK` some looks alone, such as `ru-dark-390` or `ru-dark`. `DOCS` is the
 * folder of the pictures of docs/console.md, which are made then and no others.
 */
const FOLDER = process.env["PICTURES"] ?? join(tmpdir(), "dabyl-pictures");
const { AREA, DOCS, LOOK } = process.env;

const LOOKS: readonly Looked[] = (["kk", "ru", "en"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((theme) => [1_440, 390].map((width) => ({ language, theme, width }))),
);
const nameOf = ({ language, theme, width }: Looked): string => `${language}-${theme}-${width}`;
const fileOf = (scene: { readonly area: string; readonly name: string }, looked: Looked): string =>
  `${scene.area}/${scene.name.replaceAll(/\W+/g, "-").toLowerCase()}-${nameOf(looked)}.png`;

/** The pictures of docs/console.md: a scene, and the width at which it is shown. */
const OF_THE_DOCS = [
  { file: "wall", area: "wall", name: "wall", width: 1_440 },
  { file: "shift", area: "shift", name: "shift", width: 1_440 },
  { file: "card", area: "card", name: "with faults", width: 1_440 },
  { file: "owner", area: "owner", name: "incident", width: 390 },
] as const;

test.runIf(DOCS !== undefined)("pictures of the documentation", { timeout: 3_600_000 }, async () => {
  const folder = DOCS ?? "";
  await mkdir(folder, { recursive: true });
  for (const language of ["kk", "ru", "en"] as const)
    for (const width of [1_440, 390]) {
      const wanted = OF_THE_DOCS.filter((one) => one.width === width);
      const of = ({ area, name }: { readonly area: string; readonly name: string }) =>
        wanted.find((one) => one.area === area && one.name === name);
      const scenes = SCENES.filter((scene) => of(scene));
      for await (const { scene, window, problem } of goThrough(scenes, { language, theme: "light", width })) {
        expect(problem).toBeNull();
        const picture = await webpOf(window.page);
        await writeFile(join(folder, `${of(scene)?.file ?? ""}.${language}.webp`), picture);
      }
    }
});

test.runIf(DOCS === undefined)("pictures of every screen", { timeout: 3_600_000 }, async () => {
  const scenes = SCENES.filter(({ area }) => AREA === undefined || AREA.split(",").includes(area));
  const looks = LOOKS.filter((looked) => LOOK === undefined || nameOf(looked).includes(LOOK));
  for (const area of AREAS) await mkdir(join(FOLDER, area), { recursive: true });
  const problems: string[] = [];
  for (const looked of looks)
    for await (const { scene, window, problem } of goThrough(scenes, looked)) {
      if (problem !== null) problems.push(`${fileOf(scene, looked)}: ${problem}`);
      await pictureOf(window.page, join(FOLDER, fileOf(scene, looked)));
    }
  await writeFile(join(FOLDER, "index.html"), sheetOf(scenes, looks));
  expect(problems).toEqual([]);
  console.log(`Pictures: ${join(FOLDER, "index.html")}`);
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

/** The whole page, in a window as high as it is: so what stands at the window's foot stands at the page's. */
async function pictureOf(page: Page, path: string): Promise<void> {
  const before = page.viewportSize();
  if (!before) throw new Error("the window has no size");
  const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
  await page.setViewportSize({ width: before.width, height: Math.max(before.height, height) });
  await page.screenshot({ path });
  await page.setViewportSize(before);
}

function sheetOf(scenes: typeof SCENES, looks: readonly Looked[]): string {
  const rows = scenes.map(
    (scene) =>
      `<h2>${scene.area}: ${scene.name}</h2>${looks
        .map((looked) => {
          const file = fileOf(scene, looked);
          return `<a href="${file}"><figure><img loading="lazy" alt="" src="${file}"><figcaption>${nameOf(looked)}</figcaption></figure></a>`;
        })
        .join("")}`,
  );
  return `<!doctype html><meta charset="utf-8"><title>The console</title><style>
    body { font: 14px system-ui; margin: 16px; background: #888 } figure { display: inline-block; margin: 4px; vertical-align: top }
    img { height: 240px } h2 { margin: 16px 0 4px }</style>${rows.join("\n")}`;
}
