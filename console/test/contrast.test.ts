/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const TOKENS = readFileSync(new URL("../src/style/tokens.css", import.meta.url), "utf8");

/** The colour of a token in one theme, as the first rule of the file has it. */
function colour(token: string, theme: "light" | "dark"): string {
  const pair = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(TOKENS);
  const found = pair?.[theme === "light" ? 1 : 2];
  if (found === undefined) throw new Error(`tokens.css has no --${token}`);
  return found;
}

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((place) => Number.parseInt(hex.slice(place, place + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ["ground", "surface", "sunken", "raised", "accent-soft"];
const ON: Readonly<Record<string, readonly string[]>> = {
  text: [...GROUNDS, "late-soft", "soon-soft", "met-soft"],
  "text-second": [...GROUNDS, "late-soft", "soon-soft", "met-soft"],
  "text-third": GROUNDS,
  accent: GROUNDS,
  "accent-strong": GROUNDS,
  late: [...GROUNDS, "late-soft"],
  soon: [...GROUNDS, "soon-soft"],
  met: [...GROUNDS, "met-soft"],
};
const SHAPES_ON: Readonly<Record<string, readonly string[]>> = {
  edge: ["ground", "surface", "sunken", "raised"],
  focus: [...GROUNDS, "late-soft", "soon-soft"],
  "soon-mark": ["surface", "raised"],
};

describe.each(["light", "dark"] as const)("colours of the %s theme", (theme) => {
  it("let text be read: 4.5 to 1 (WCAG 1.4.3)", () => {
    for (const [text, grounds] of Object.entries(ON)) {
      for (const ground of grounds) {
        expect(contrast(colour(text, theme), colour(ground, theme)), `${text} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
    expect(contrast(colour("on-accent", theme), colour("accent", theme))).toBeGreaterThanOrEqual(4.5);
  });

  it("let edges, rings and marks be seen: 3 to 1 (WCAG 1.4.11)", () => {
    for (const [shape, grounds] of Object.entries(SHAPES_ON)) {
      for (const ground of grounds) {
        expect(contrast(colour(shape, theme), colour(ground, theme)), `${shape} on ${ground}`).toBeGreaterThanOrEqual(
          3,
        );
      }
    }
  });
});
