import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellOf, type Column, type Row } from "../../src/domain/exports.js";
import { cellText } from "../../src/domain/formula.js";
import { csvOf, ndjsonOf } from "../../src/features/exports/tables.js";
import { xlsxOf } from "../../src/features/exports/xlsx.js";
import { openXlsx } from "../../src/import/xlsx.js";
import { readCsv } from "../support/registers.js";

async function* pagesOf(...pages: readonly (readonly Row[])[]): AsyncGenerator<readonly Row[]> {
  for (const page of pages) yield await Promise.resolve(page);
}

async function whole(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const TOO_LONG = (length: number, most: number): string => ` [${length} of ${most}]`;

/** What the gateway's own reader of workbooks finds in one. */
async function readXlsx(bytes: Buffer, sheet: string | null = null): Promise<(string | undefined)[][]> {
  const folder = await mkdtemp(join(tmpdir(), "dabyl-xlsx-"));
  try {
    const file = join(folder, "list.xlsx");
    await writeFile(file, bytes);
    const opened = await openXlsx(file, sheet);
    const rows: (string | undefined)[][] = [];
    for await (const { cells } of opened.rows()) rows.push(cells.map((cell) => cell?.text));
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("cells that a spreadsheet might take for formulas", () => {
  const behindSpace = [
    "  =1",
    "\u00A0=1",
    "\u2003-1",
    "\u3000@x",
    " \u00A0\t+1",
    "\u200B=1",
    "\uFEFF=1",
    "\u00AD=1",
    "\u0000=1",
  ];
  const inLaterLines = ["first\n=1", "first\r\n  @x", "first\r-1", "first\u2028=1", "a\n\n\n=1"];
  const inFullWidth = ["\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20x"];
  const plain = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\ttext", "\rtext", "\ntext"];
  const formulas = [plain, behindSpace, inFullWidth, inLaterLines].flat();
  test.each(formulas)("%j has an apostrophe before it", (text) => expect(cellText(text)).toBe(`'${text}`));

  test.each(["text", "a=b", "1-2", "user@example.test", "a\nb", "", "  text", "first\ntext =1", "login[.]bank"])(
    "%j is as it was",
    (text) => expect(cellText(text)).toBe(text),
  );

  test("a text of many empty lines is looked at once", () => {
    const begun = performance.now();
    expect(cellText("\n ".repeat(200_000).slice(1))).toBe("\n ".repeat(200_000).slice(1));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  test("numbers are numbers, also below nought; every CSV is read as RFC 4180, and its texts come back", async () => {
    const columns: Column[] = [["a"], ["n"]];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ a: fc.string({ unit: "grapheme", maxLength: 20 }), n: fc.integer() }), { maxLength: 5 }),
        async (rows) => {
          const [head, ...read] = readCsv((await whole(csvOf(columns, pagesOf(rows)))).toString());
          expect(head).toEqual(["a", "n"]);
          expect(read).toEqual(rows.map(({ a, n }) => [cellText(a), String(n)]));
        },
      ),
    );
  });
});

describe("a row in columns", () => {
  const row: Row = {
    number: "A-1",
    soc: null,
    count: -5,
    tags: ["x", "y"],
    objects: [{ object: { code: "O1", owners: ["p", "q"] } }, { object: null }],
  };
  test.each<readonly [string, unknown]>([
    ["number", "A-1"],
    ["soc.code", null],
    ["count", -5],
    ["tags", "x; y"],
    ["objects.object.code", "O1; "],
    ["objects.object.owners", "p; q; "],
    ["absent", null],
  ])("%s is %j", (name, value) => expect(cellOf(row, name.split("."))).toBe(value));

  test("NDJSON has it as it was selected", async () => {
    const text = (await whole(ndjsonOf(pagesOf([row], [{ number: "=1" }])))).toString();
    expect(
      text
        .split("\n")
        .slice(0, 2)
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([row, { number: "=1" }]);
    expect(text.endsWith('{"number":"=1"}\n')).toBe(true);
  });
});

describe("workbooks", () => {
  const columns: Column[] = [["a"], ["n"], ["b"]];

  test("are read again: texts that look like formulas are texts, and what XML cannot hold comes back", async () => {
    const texts = [
      "=1+1",
      "<&>\"'",
      " space ",
      "a\r\nb\tc",
      "\u0001\u001F",
      "_x0041_",
      "_x005F_",
      "\uFFFE",
      "қауіпсіздік 😀",
    ];
    const bytes = await whole(xlsxOf(columns, pagesOf(texts.map((a) => ({ a, n: -1.5, b: true }))), TOO_LONG));
    expect(bytes.toString("latin1")).not.toContain("<f>");
    const [head, ...rows] = await readXlsx(bytes);
    expect(head).toEqual(["a", "n", "b"]);
    expect(rows.map(([a]) => a)).toEqual(texts);
    expect(rows[0]?.[1]).toBe("-1.5");
  });

  test("a text that a cell cannot hold is cut short, between characters, and says so; one that just fits is whole", async () => {
    const [long, fits] = ["😀".repeat(20_000), "x".repeat(32_767)];
    const bytes = await whole(xlsxOf([["a"]], pagesOf([{ a: long }, { a: fits }]), TOO_LONG));
    const [, [cut = ""] = [], [kept] = []] = await readXlsx(bytes);
    expect(cut).toMatch(/^(😀)+ \[40000 of 32767\]$/u);
    expect(cut.length).toBeGreaterThan(32_764);
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(kept).toBe(fits);
  });

  test("rows that a sheet cannot hold stand on the next, under the same head", async () => {
    const rows = Array.from({ length: 7 }, (_, n) => ({ a: `row ${n}` }));
    const bytes = await whole(xlsxOf([["a"]], pagesOf(rows.slice(0, 3), [], rows.slice(3)), TOO_LONG, { rows: 4 }));
    const sheets = await Promise.all(["1", "2", "3"].map((name) => readXlsx(bytes, name)));
    expect(sheets).toEqual([
      [["a"], ["row 0"], ["row 1"], ["row 2"]],
      [["a"], ["row 3"], ["row 4"], ["row 5"]],
      [["a"], ["row 6"]],
    ]);
    const full = await whole(xlsxOf([["a"]], pagesOf(rows.slice(0, 3)), TOO_LONG, { rows: 4 }));
    await expect(readXlsx(full, "2")).rejects.toThrow("importSheets");
  });

  test("what fails while it is written fails its reader; who stops reading stops the pages", async () => {
    async function* failing(): AsyncGenerator<readonly Row[]> {
      yield await Promise.resolve([{ a: "x" }]);
      throw new Error("the list broke off");
    }
    await expect(whole(xlsxOf([["a"]], failing(), TOO_LONG))).rejects.toThrow("the list broke off");
    let isEnded = false;
    async function* endless(): AsyncGenerator<readonly Row[]> {
      try {
        for (let n = 0; ; n += 1)
          yield await Promise.resolve(Array.from({ length: 100 }, () => ({ a: `${n} ${Math.random()}` })));
      } finally {
        isEnded = true;
      }
    }
    let bytes = 0;
    for await (const part of xlsxOf([["a"]], endless(), TOO_LONG)) {
      bytes += part.length;
      if (bytes > 100_000) break;
    }
    expect(isEnded).toBe(true);
  });
});
