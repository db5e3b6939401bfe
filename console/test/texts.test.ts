import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { en } from "../src/texts/en/index.js";

const SOURCES = fileURLToPath(new URL("../src", import.meta.url));

/** Every name that stands in the console's code, beside its texts. */
function names(): ReadonlySet<string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path) && !/^texts\/(kk|ru|en)\//.test(path));
  const code = files.map((path) => readFileSync(`${SOURCES}/${path}`, "utf8")).join("\n");
  return new Set(code.match(/[\w$]+(?:\.\d+)?/g));
}

/** The names of all texts, with where each is: `shell.link.back`. */
function* textsIn(node: object, path = ""): Generator<readonly [name: string, path: string]> {
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    yield [name, `${path}${name}`];
    if (typeof value === "object" && value !== null) yield* textsIn(value, `${path}${name}.`);
  }
}

test("every text is shown somewhere: the code names each", () => {
  const known = names();
  // The form's are the gateway's, and acts of the journal are looked up by what the gateway calls them.
  const { form: _, administration, ...others } = en;
  const { acts: __, ...administrative } = administration;
  const own = { ...others, administration: administrative };
  const idle = [...textsIn(own)].filter(([name]) => !known.has(name)).map(([, path]) => path);
  expect(idle).toEqual([]);
});
