import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import type { Looked } from "../scenes.js";

/** A look as it is called in names of files and of tests, such as `ru-dark-390`. */
export const nameOf = ({ language, theme, width }: Looked): string => `${language}-${theme}-${width}`;

const fileOf = (scene: { readonly area: string; readonly name: string }, looked: Looked): string =>
  `${scene.area}/${scene.name.replaceAll(/\W+/g, "-").toLowerCase()}-${nameOf(looked)}.png`;

/** Keeps the whole page, in a window as high as it is: so what stands at the window's foot stands at the page's. */
export async function keepPicture(
  page: Page,
  folder: string,
  scene: { readonly area: string; readonly name: string },
  looked: Looked,
): Promise<void> {
  const path = join(folder, fileOf(scene, looked));
  await mkdir(dirname(path), { recursive: true });
  const before = page.viewportSize();
  if (!before) throw new Error("the window has no size");
  const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
  await page.setViewportSize({ width: before.width, height: Math.max(before.height, height) });
  await page.screenshot({ path });
  await page.setViewportSize(before);
}

/** Writes `index.html` beside the pictures: each scene with its looks. */
export function writeSheet(
  folder: string,
  scenes: readonly { readonly area: string; readonly name: string }[],
  looks: readonly Looked[],
): Promise<void> {
  const figure = (file: string, caption: string): string =>
    `<a href="${file}"><figure><img loading="lazy" alt="" src="${file}"><figcaption>${caption}</figcaption></figure></a>`;
  const rows = scenes.map(
    (scene) =>
      `<h2>${scene.area}: ${scene.name}</h2>${looks.map((looked) => figure(fileOf(scene, looked), nameOf(looked))).join("")}`,
  );
  const style = `body { font: 14px system-ui; margin: 16px; background: #888 } figure { display: inline-block; margin: 4px; vertical-align: top }
    img { height: 240px } h2 { margin: 16px 0 4px }`;
  return writeFile(
    join(folder, "index.html"),
    `<!doctype html><meta charset="utf-8"><title>The console</title><style>${style}</style>${rows.join("\n")}`,
  );
}
