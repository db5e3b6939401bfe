import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { INCIDENT_FACT_KINDS, NOTIFICATION_FACT_KINDS, OBLIGATION_FACT_KINDS } from "../../src/domain/facts.js";
import { RULES } from "../../src/domain/rules.js";

/** The first cell of each row of the table that begins with `heading`. */
function rowsOf(page: string, heading: string): string[] {
  const table = page.split("\n\n").find((part) => part.startsWith(`| ${heading} `));
  if (table === undefined) throw new Error(`no table of ${heading}`);
  const rows = table.trim().split("\n").slice(2);
  return rows.map((row) => row.split("|")[1]?.trim().replaceAll("`", "") ?? "");
}

describe("docs/feed.md", async () => {
  const page = await readFile("docs/feed.md", "utf8");
  test.for([
    ["IncidentFactKind", INCIDENT_FACT_KINDS],
    ["NotificationFactKind", NOTIFICATION_FACT_KINDS],
    ["ObligationFactKind", OBLIGATION_FACT_KINDS],
  ] as const)("has a line for each %s", ([name, kinds]) => {
    expect(rowsOf(page, `\`${name}\``).toSorted()).toEqual([...kinds].toSorted());
  });
});

describe("docs/errors.md", async () => {
  const named = rowsOf(await readFile("docs/errors.md", "utf8"), "id").filter((one) => /^[LF]\d+$/.test(one));

  test("has a line for each rule of form, and for no rule twice or that is none", () => {
    const forms = Object.entries(RULES).filter(([, { origin }]) => origin === "form");
    expect(named.filter((one) => one.startsWith("F"))).toEqual(forms.map(([id]) => id));
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((one) => !(one in RULES))).toEqual([]);
  });

  test("has a line for each reading that refuses or warns", async () => {
    const files = (await readdir("src/domain", { recursive: true })).filter(
      (name) => name.endsWith(".ts") && name !== "rules.ts",
    );
    const texts = await Promise.all(files.map((name) => readFile(`src/domain/${name}`, "utf8")));
    const used = new Set(texts.flatMap((text) => Array.from(text.matchAll(/rule: "(L\d+)"/g), ([, id = ""]) => id)));
    const ids = Object.keys(RULES).filter((id) => used.has(id));
    expect(ids.length).toBeGreaterThan(5);
    expect(named.filter((one) => one.startsWith("L"))).toEqual(ids);
  });
});
