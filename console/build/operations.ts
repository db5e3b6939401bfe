import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const GENERATED = "src/operations/generated.ts";
/** What a module imports of the generated documents, once its types are gone. */
const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["'][^"']*\/operations\/generated\.js["'];?/g;
const DOCUMENT = /export const (\w+) = (?:\/\*#__PURE__\*\/ )?new TypedDocumentString\(\s*`([^`]*)`/g;
const ONE = "\0operation:";

/**
 * Makes a module of each operation, so that it is fetched with the screen that asks it and the first screen carries none but its own. It
 * stands there without the white space that is for people.
 */
export function operations(): Plugin {
  let texts = new Map<string, string>();
  return {
    name: "operations",
    apply: "build",
    enforce: "post",
    configResolved: ({ root }) => {
      const code = readFileSync(join(root, GENERATED), "utf8");
      texts = new Map(Array.from(code.matchAll(DOCUMENT), ([, name = "", text = ""]) => [name, terse(text)]));
    },
    transform: (code) => {
      if (!code.includes("/operations/generated.js")) return null;
      return { code: code.replaceAll(IMPORT, (_, names: string) => importsOf(names)), map: null };
    },
    resolveId: (source) => (source.startsWith(ONE) ? source : null),
    load(id) {
      if (!id.startsWith(ONE)) return null;
      const name = id.slice(ONE.length);
      const text = texts.get(name);
      if (text === undefined) this.error(`${GENERATED} has no document ${name}`);
      // As good as a TypedDocumentString: what is sent is its text.
      return `export const ${name} = new String(${JSON.stringify(text)});`;
    },
  };
}

function importsOf(names: string): string {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => `import { ${name} } from ${JSON.stringify(ONE + (name.split(/\s+as\s+/)[0] ?? name))};`)
    .join("\n");
}

function terse(text: string): string {
  return text
    .replaceAll(/[\s,]+/g, " ")
    .replaceAll(/ ?([`{}():]) ?/g, "$1")
    .trim();
}
