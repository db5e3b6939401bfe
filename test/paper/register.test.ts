import { expect, test } from "vitest";
import { LOCALES, type Locale } from "../../src/domain/wording/wording.js";
import { REGISTER_NAMES, type Entries, type RegisterName } from "../../src/domain/registers.js";
import { csvHead, csvRows } from "../../src/paper/csv.js";
import { toHtml } from "../../src/paper/html.js";
import { PdfMaker } from "../../src/paper/pdf.js";
import { registerOf, registerSheet, type Register } from "../../src/paper/register.js";
import { at, NOW, on } from "../support/drafts.js";
import { flattened, joined, readHtml, readPdf, wordsOf } from "../support/papers.js";

const maker = new PdfMaker();

const ENTRIES: { readonly [Name in RegisterName]: readonly Entries[Name][] } = {
  incidents: [
    {
      number: "DEMO-ENERGY-2026-0004",
      soc: "DEMO-ENERGY",
      type: "RANSOMWARE",
      severity: "HIGH",
      confirmedAt: at("2026-03-01T04:40:00Z"),
      notifiedAt: at("2026-03-01T04:50:00Z"),
      cardAt: null,
      objects: ["DEMO-GRID-SCADA", "Есепке алу сервері"],
      retractedAt: null,
    },
  ],
  notifications: [
    {
      number: "NOTIFICATION-2026-0003",
      topic: "THREAT",
      follows: "NOTIFICATION-2026-0001",
      recipient: "DEMO-ENERGY",
      availableAt: at("2026-03-01T04:40:00Z"),
      acknowledgedAt: null,
      dueAt: at("2026-03-04T04:40:00Z"),
      answeredAt: null,
    },
  ],
  "owners-notified": [
    {
      incident: "DEMO-ENERGY-2026-0004",
      soc: "DEMO-ENERGY",
      object: "DEMO-GRID-SCADA",
      owner: "«Қиял электр желісі» ЖШС",
      way: "TELEPHONE",
      toldAt: at("2026-03-01T04:45:00Z"),
      recordedAt: at("2026-03-01T04:50:00Z"),
      dueAt: at("2026-03-01T04:55:00Z"),
    },
  ],
  waivers: [
    {
      of: "DEMO-ENERGY-2026-0004",
      soc: "DEMO-ENERGY",
      duty: "NOTIFY_OWNER",
      rule: "R9.2",
      object: "DEMO-GRID-SCADA",
      waivedAt: at("2026-03-02T04:45:00Z"),
      isBySoc: false,
      reason: "Нысан иесі белгісіз.",
    },
  ],
  corrections: [
    {
      incident: "DEMO-ENERGY-2026-0004",
      soc: "DEMO-ENERGY",
      askedAt: at("2026-03-02T04:45:00Z"),
      askedFor: at("2026-03-01T04:45:00Z"),
      grounds: "The month was mistyped.",
      decidedAt: at("2026-03-02T05:45:00Z"),
      outcome: "GRANTED",
      previous: at("2026-02-01T04:45:00Z"),
      correctedTo: at("2026-03-01T04:45:00Z"),
      reason: "The logs say so.",
    },
  ],
  retractions: [
    {
      incident: "DEMO-ENERGY-2026-0004",
      soc: "DEMO-ENERGY",
      askedAt: at("2026-03-02T04:45:00Z"),
      grounds: "It was an exercise.",
      decidedAt: null,
      outcome: "OPEN",
      reason: null,
    },
  ],
};

function register<Name extends RegisterName>(name: Name, locale: Locale, entries = ENTRIES[name]): Register {
  return registerOf(name, entries, { locale, soc: null, from: on("2026-03-01"), until: on("2026-03-31") });
}

function toCsv(of: Register): string {
  return csvHead(of) + csvRows(of.rows);
}

/** What RFC 4180 reads in a CSV file. */
function readCsv(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") lines.push([]);
  }
  return lines.slice(0, -1);
}

test.each(REGISTER_NAMES)(
  "the register of %s has every column and every entry in each language: HTML, PDF, CSV",
  async (name) => {
    for (const locale of LOCALES) {
      const held = register(name, locale);
      const sheet = registerSheet(held, NOW);
      const { pages, tags } = await readPdf(maker.make(sheet));
      expect(flattened(tags).filter(({ role }) => role === "TH")).toHaveLength(held.columns.length);
      const html = readHtml(toHtml(sheet));
      const cells = sheet.tables.flatMap(({ table }) => table.rows).flat();
      for (const said of [held.title, held.period, ...held.columns.map(({ label }) => label), ...cells])
        for (const text of [pages.join(""), html]) expect(text).toContain(joined(said));
      const [head, ...rows] = readCsv(toCsv(held));
      expect(head).toEqual(held.columns.map(({ label }) => label));
      expect(rows.map((row) => row.length)).toEqual([held.columns.length]);
    }
  },
);

test.each(LOCALES)("a word that its column holds is not broken, a longer one is: %s", async (locale) => {
  const owner = "Imaginary Grid Company (demonstration)";
  const object = "x".repeat(60);
  const [held, corrections] = [
    ENTRIES["owners-notified"].map((entry) => ({ ...entry, owner, object })),
    ENTRIES.corrections,
  ];
  const words = await wordsOf(maker.make(registerSheet(register("owners-notified", locale, held), NOW)));
  expect(words).toContain("(demonstration)");
  expect(words).not.toContain(object);
  const sheet = registerSheet(register("corrections", locale, corrections), NOW);
  const heads = sheet.tables.flatMap(({ table }) => table.columns.flatMap(({ label }) => label.split(" ")));
  expect(await wordsOf(maker.make(sheet))).toEqual(expect.arrayContaining(heads));
});

test("a period without an entry says so", async () => {
  const sheet = registerSheet(register("incidents", "ru", []), NOW);
  expect(toHtml(sheet)).toContain("За этот период записей нет.");
  expect((await readPdf(maker.make(sheet))).pages.join("")).toContain("Заэтотпериодзаписейнет.");
});

test("R13.2 a register on paper says whose it is, of which days, with how many entries, on its side; each entry names all its objects", () => {
  const days = { from: on("2026-03-01"), until: on("2026-03-31") };
  const of = (soc: string | null) =>
    registerSheet(registerOf("incidents", ENTRIES.incidents, { locale: "en", soc, ...days }), NOW);
  const sheet = of("DEMO-ENERGY");
  const html = readHtml(toHtml(sheet));
  for (const [label, text] of [
    ["Scope", "DEMO-ENERGY"],
    ["Period", "1 March 2026 – 31 March 2026"],
    ["Number of entries", "1"],
  ] as const) {
    expect(sheet.facts).toContainEqual({ label, text });
    expect(html).toContain(joined(`${label}${text}`));
  }
  expect(of(null).facts).toContainEqual({ label: "Scope", text: "All SOCs" });
  expect(toHtml(sheet)).toContain("size: A4 landscape");
  expect(sheet.running).toBe("Register of information-security incidents · 1 March 2026 – 31 March 2026");
  expect(sheet.tables[0]?.table.rows[0]).toContain("DEMO-GRID-SCADA; Есепке алу сервері");
});

test("on each page the head of the table is printed again, and every entry is somewhere", async () => {
  const [entry] = ENTRIES.incidents;
  if (entry === undefined) throw new Error("no entry");
  const many = Array.from({ length: 200 }, (_, index) => ({ ...entry, number: `N-${index}-END` }));
  const held = register("incidents", "kk", many);
  const { pages } = await readPdf(maker.make(registerSheet(held, NOW)));
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) expect(page).toContain(joined(held.columns[0]?.label ?? ""));
  expect(many.filter(({ number }) => !pages.join("").includes(number))).toEqual([]);
});

test.each(["=1+1", "+7 701", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1", '=HYPERLINK("http://x","y")'])(
  "a spreadsheet takes %j for text",
  (reason) => {
    const csv = toCsv(register("waivers", "en", [{ ...ENTRIES.waivers[0]!, reason }]));
    expect(readCsv(csv)[1]?.at(-1)).toBe(`'${reason}`);
  },
);

test("RFC 4180: commas, quotation marks and line ends come back as they were; UTF-8 is marked; times sort", () => {
  const reason = 'a, "b"\nc\r\nҚазақ';
  const csv = toCsv(register("waivers", "en", [{ ...ENTRIES.waivers[0]!, reason }]));
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.endsWith("\r\n")).toBe(true);
  const [, row] = readCsv(csv);
  expect(row).toEqual([
    "DEMO-ENERGY-2026-0004",
    "DEMO-ENERGY",
    "Notify the object's owner or holder (paragraph 9; R9.2)",
    "DEMO-GRID-SCADA",
    "2026-03-02T09:45:00+05:00",
    "national centre",
    reason,
  ]);
});

test("the same register gives the same bytes", () => {
  const print = (): Buffer => maker.make(registerSheet(register("notifications", "kk"), NOW));
  expect(print().equals(print())).toBe(true);
});
