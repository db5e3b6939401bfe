import { describe, expect, test } from "vitest";
import { misplacedWords } from "../support/scenes/layout.js";
import { goThrough, SCENES } from "../support/scenes.js";

describe("every screen", () => {
  for (const language of ["kk", "ru", "en"] as const)
    for (const [theme, width] of [
      ["light", 1_440],
      ["dark", 390],
    ] as const)
      test(
        `has no barrier, no words over others or cut, and nothing that scrolls sideways: ${language}, ${theme}, ${width} px (WCAG 2.2 AA)`,
        { timeout: 1_800_000 },
        async () => {
          const found: string[] = [];
          for await (const { scene, window, problem } of goThrough(SCENES, { language, theme, width })) {
            const of = `${scene.area}, ${scene.name}`;
            if (problem !== null) found.push(`${of}: ${problem}`);
            for (const barrier of await window.barriers()) found.push(`${of}: ${barrier}`);
            for (const words of await misplacedWords(window.page)) found.push(`${of}: ${words}`);
            const beyond = await window.page.evaluate("document.documentElement.scrollWidth - innerWidth");
            if (Number(beyond) > 0) found.push(`${of}: ${String(beyond)} px beyond the window`);
          }
          expect(found).toEqual([]);
        },
      );
});
