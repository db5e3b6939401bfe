import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/domain/rules.js";

/** The law stands in three places, which hold each other: the rules of the code, docs/statute.md and the tests. */

const root = fileURLToPath(new URL("../../", import.meta.url));
const statute = await readFile(join(root, "docs/statute.md"), "utf8");
const IDS = Object.keys(RULES);

interface Row {
  readonly id: string;
  readonly cells: readonly string[];
}

/** The rows of the tables under a heading of the second level. */
function rowsUnder(heading: string): Row[] {
  const section = statute.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/statute.md has no heading "${heading}"`);
  const rows = section.matchAll(/^\| (R\w+\.\d+|[LF]\d+) +\|(.*)\|$/gm);
  return Array.from(rows, ([, id = "", rest = ""]) => ({ id, cells: rest.split("|").map((cell) => cell.trim()) }));
}

const BUILT = { law: "The law", reading: "Our readings", form: "What we ask of a submission" } as const;
const rows = Object.values(BUILT).flatMap(rowsUnder);

describe("docs/statute.md", () => {
  test.for(["law", "reading", "form"] as const)(
    "has one row for each rule of the kind %s, in their order",
    (origin) => {
      const ids = IDS.filter((id) => RULES[id as keyof typeof RULES].origin === origin);
      expect(rowsUnder(BUILT[origin]).map(({ id }) => id)).toEqual(ids);
    },
  );

  test("says of each rule what it is, where it lives and since when", () => {
    for (const { id, cells } of rows) {
      expect([id, cells.length]).toEqual([id, 3]);
      const [says = "", where = "", since = ""] = cells;
      expect([id, says.length > 20, /`src\//.test(where), /^\d+\.\d+\.\d+$/.test(since)]).toEqual([
        id,
        true,
        true,
        true,
      ]);
    }
  });

  const PLACES = statute.matchAll(/`(\w+)` in `([^`]+)`/g);
  const places = Array.from(PLACES, ([, name = "", path = ""]) => ({ name, path }));
  test.for(places)("finds $name where it says, in $path", async ({ name, path }) => {
    expect(await readFile(join(root, path), "utf8")).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

describe("the core", () => {
  test("makes every judgement: nothing outside of it names a rule that is broken", async () => {
    const folder = join(root, "src");
    const names = await readdir(folder, { recursive: true });
    const files = names.filter((name) => name.endsWith(".ts") && !/^(?:domain|demo|tools)\//.test(name));
    const judging: string[] = [];
    for (const name of files) {
      const text = await readFile(join(folder, name), "utf8");
      if (/\brule: "(?:R\w+\.|L|F)\d/.test(text)) judging.push(name);
    }
    expect(judging).toEqual([]);
  });
});

describe("the tests", () => {
  test("name every rule at least once", async () => {
    const folder = join(root, "test");
    const names = await readdir(folder, { recursive: true });
    const files = names.filter((name) => name.endsWith(".test.ts"));
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
    // A comment about a rule tests nothing.
    const code = texts.join("\n").replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "");
    const untested = IDS.filter((id) => !new RegExp(`(?<![\\w.])${id.replace(".", "\\.")}(?![\\w])`).test(code));
    expect(untested).toEqual([]);
  });
});
