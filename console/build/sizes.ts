import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Rolldown } from "vite";

/** Bytes as they are sent to a browser that takes gzip. */
export interface Sizes {
  /** Code of the wall with one language, the largest: what a cold start fetches. */
  readonly firstScreen: number;
  /** Code that each screen fetches beyond what every page has, by the name of its folder. */
  readonly screens: Readonly<Record<string, number>>;
  /** All fonts. */
  readonly fonts: number;
  readonly styles: number;
}

/** The most that each may take. */
export const BUDGET = { firstScreen: 180_000, screen: 60_000, fonts: 95_000 };

const SCREEN = /\/console\/src\/screens\/([a-z-]+)\/[^/]+$/;
const TEXTS = /\/console\/src\/texts\/(kk|ru|en)\b/;
const FIRST = "wall";

/** Measures what was written into `folder`, after its texts were compressed. */
export async function sizesOf(folder: string, bundle: Rolldown.OutputBundle): Promise<Sizes> {
  const files = Object.values(bundle);
  const chunks = files.filter((one) => one.type === "chunk");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const bytes = new Map<string, number>();
  for (const { fileName } of files) bytes.set(fileName, await sentBytes(join(folder, fileName)));
  const sum = (names: Iterable<string>): number =>
    [...names].reduce((total, name) => total + (bytes.get(name) ?? 0), 0);

  /** The chunks with everything that they import before they run. */
  const closure = (from: readonly Rolldown.OutputChunk[], found = new Set<string>()): Set<string> => {
    for (const chunk of from) {
      if (found.has(chunk.fileName)) continue;
      found.add(chunk.fileName);
      closure(chunk.imports.flatMap((name) => byName.get(name) ?? []), found); // prettier-ignore
    }
    return found;
  };
  const beyond = (names: Set<string>): number => sum([...names].filter((name) => !page.has(name)));
  const lazy = (pattern: RegExp): Map<string, Rolldown.OutputChunk[]> =>
    Map.groupBy(
      chunks.filter(({ isDynamicEntry, facadeModuleId }) => isDynamicEntry && pattern.test(facadeModuleId ?? "")),
      ({ facadeModuleId }) => pattern.exec(facadeModuleId ?? "")?.[1] ?? "",
    );

  const page = closure(chunks.filter(({ isEntry }) => isEntry));
  const screens = lazy(SCREEN);
  const languages = [...lazy(TEXTS).values()].map((parts) => closure(parts));
  const texts = languages.toSorted((one, other) => beyond(other) - beyond(one))[0] ?? new Set<string>();
  const first = closure(screens.get(FIRST) ?? [], new Set([...page, ...texts]));
  return {
    firstScreen: sum(first),
    screens: Object.fromEntries(
      [...screens]
        .map(([name, parts]) => [name, beyond(closure(parts))] as const)
        .toSorted(([one], [other]) => one.localeCompare(other)),
    ),
    fonts: sum([...bytes.keys()].filter((name) => name.endsWith(".woff2"))),
    styles: sum([...bytes.keys()].filter((name) => name.endsWith(".css"))),
  };
}

/** What is beyond the budget, in words. */
export function excesses({ firstScreen, screens, fonts }: Sizes): string[] {
  const measured: (readonly [what: string, bytes: number, most: number])[] = [
    ["the first screen", firstScreen, BUDGET.firstScreen],
    ...Object.entries(screens).map(([name, bytes]) => [`the screen ${name}`, bytes, BUDGET.screen] as const),
    ["the fonts", fonts, BUDGET.fonts],
  ];
  return measured
    .filter(([, bytes, most]) => bytes > most)
    .map(([what, bytes, most]) => `${what} takes ${inKilobytes(bytes)}, and may take ${inKilobytes(most)}`);
}

/** One line for the person who builds, and one for each excess. */
export function tableOf(sizes: Sizes): string {
  const largest = Object.entries(sizes.screens).toSorted(([, one], [, other]) => other - one)[0];
  const parts = [
    `first screen ${inKilobytes(sizes.firstScreen)}`,
    ...(largest ? [`largest further screen ${largest[0]} ${inKilobytes(largest[1])}`] : []),
    `styles ${inKilobytes(sizes.styles)}`,
    `fonts ${inKilobytes(sizes.fonts)}`,
  ];
  return [`The console, by gzip: ${parts.join(", ")}.`, ...excesses(sizes).map((one) => `  too much: ${one}`)].join(
    "\n",
  );
}

async function sentBytes(path: string): Promise<number> {
  const { size } = await stat(`${path}.gz`).catch(() => stat(path));
  return size;
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
