import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { activeIn, matching } from "../src/parts/combo-options.js";
import { holdsWords, wordsOf } from "../src/parts/spelling.js";
import { completed } from "../src/shared/number-in.js";
import { searched } from "../src/shared/registers/registers.js";

const GRID = "Қиял электр желісін басқару жүйесі";
const EVERY_LETTER = "Әже Ғасыр Қала Ңөө Өрт Ұлт Үй Һауа Іс Ёлка";

it.each([
  ["киял", GRID],
  ["КИЯЛ жуйеси", GRID],
  ["қиял", GRID.toUpperCase()],
  ["аже гасыр кала ноо орт улт уй хауа ис елка", EVERY_LETTER],
  // Typed with the letters, where the register was filled in without them.
  ["ҚИЯЛ ЖҮЙЕСІ", "Киял электр желисин баскару жуйеси"],
  ["й", "Район"],
])("%j finds %j, whatever layout and case it was typed in", (typed, name) => {
  expect(holdsWords(name, wordsOf(typed))).toBe(true);
  expect(matching([{ value: "GRID", label: name }], typed)).toHaveLength(1);
  expect(searched([name], typed, (row) => row)).toHaveLength(1);
});

it("what was not typed is not found, and what begins with it comes first", () => {
  expect(holdsWords(GRID, wordsOf("киял су"))).toBe(false);
  const options = ["Су құбыры", "Құбыр зауыты"].map((label) => ({ value: label, label }));
  expect(matching(options, "куб").map(({ label }) => label)).toEqual(["Құбыр зауыты", "Су құбыры"]);
});

it("no other place of the console compares what is typed by its case alone", () => {
  const source = new URL("../src", import.meta.url).pathname;
  const own = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && readFileSync(join(source, file), "utf8").includes("LowerCase("),
  );
  // The others read the name of a language, and write a text within a sentence.
  expect(own.toSorted()).toEqual([
    join("parts", "spelling.ts"),
    join("person", "preferences.ts"),
    join("texts", "within-sentence.ts"),
  ]);
});

it("Enter takes what was walked to, wherever it stands by now, else the first that was typed for, and never the first of all", () => {
  const options = ["SPAM", "PHISHING"].map((value) => ({ value, label: value }));
  expect(activeIn(options, "", null)).toBe(-1);
  expect(activeIn(options, "s", null)).toBe(0);
  expect(activeIn(options, "", "PHISHING")).toBe(1);
  expect(activeIn([{ value: "NEW", label: "NEW" }, ...options], "s", "PHISHING")).toBe(2);
  expect(activeIn([], "s", null)).toBe(-1);
});

it("a number is found by its end, where only one ends so", () => {
  const known = ["DEMO-GRID-2026-0001", "DEMO-GRID-2026-0003", "DEMO-GOV-2026-0001"];
  expect(completed("0003", known)).toBe("DEMO-GRID-2026-0003");
  expect(completed("GRID-2026-0001", known)).toBe("DEMO-GRID-2026-0001");
  expect(completed("0001", known)).toBe("0001");
  expect(completed("001", known)).toBe("001");
});
