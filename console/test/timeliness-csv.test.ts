import { expect, test } from "vitest";
import { timelinessAsCsv } from "../src/screens/timeliness/csv.js";
import type { Row } from "../src/screens/timeliness/shares.js";
import { timeliness as en } from "../src/texts/en/timeliness.js";
import { timeliness as kk } from "../src/texts/kk/timeliness.js";
import { timeliness as ru } from "../src/texts/ru/timeliness.js";

const PERIOD = { from: "2026-01-01", before: "2026-04-01" };

const row = (name: string, lateness: Row["lateness"] = null): Row =>
  ({
    soc: { id: "1", code: "DEMO-WATER", name },
    rule: "R9.2",
    opened: 12,
    met: 6,
    late: 1,
    overdue: 1,
    running: 2,
    waived: 1,
    waivedLate: 0,
    retracted: 1,
    incidents: 9,
    shareInTime: 0.75,
    lateness,
    months: [],
  }) as unknown as Row;

const linesOf = (name: string, lateness: Row["lateness"] = null, texts: typeof en = en): string[] =>
  timelinessAsCsv([row(name, lateness)], PERIOD, texts).split("\r\n");

test("the file has the table's numbers under its columns, the period's last day included, and nothing where nothing was late", () => {
  const [head = "", line, end] = linesOf("Water");
  expect(head.startsWith("\uFEFFFrom,")).toBe(true);
  expect(line).toBe("2026-01-01,2026-03-31,DEMO-WATER,Water,R9.2,12,6,1,1,2,1,0,1,9,0.75,,,");
  expect(end).toBe("");
  const [, late] = linesOf("Water", { __typename: "Lateness", medianSeconds: 61.5, p95Seconds: 90, worstSeconds: 3600 } as Row["lateness"]); // prettier-ignore
  expect(late?.endsWith(",0.75,61.5,90,3600")).toBe(true);
});

test("a name that a spreadsheet would run is text, and one with commas and quotes is one cell", () => {
  for (const [name, cell] of [
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+7", "'+7"],
    [" @SUM(A1)", "' @SUM(A1)"],
    ["\uFF1D1", "'\uFF1D1"],
    ['Water, "South"', '"Water, ""South"""'],
    ["=A,B", `"'=A,B"`],
  ] as const)
    expect(linesOf(name)[1]).toContain(`,DEMO-WATER,${cell},R9.2,`);
});

test("in each language there are as many names of columns as cells", () => {
  const cellsIn = (line = ""): number => line.replaceAll(/"[^"]*"/g, "").split(",").length;
  for (const texts of [en, ru, kk]) {
    const [head, line] = linesOf("Water", null, texts);
    expect(cellsIn(head)).toBe(cellsIn(line));
  }
});
