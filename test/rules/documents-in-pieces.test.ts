import { expect, test } from "vitest";
import { Unreadable } from "../../src/exchange/decoded.js";
import { FormRefusal, readInPieces, type Format, type ReadDocument } from "../../src/exchange/read-document.js";
import { readDocument } from "../support/form-documents.js";

/** R13.2: a large document is read in pieces, between which acts go first. */

const MEGABYTE = 1_048_576;
const inXml = (inner: string): string =>
  `<incidentReport xmlns="urn:dabyl:exchange:1" version="1.0">${inner}</incidentReport>`;

/** What it comes to, and in how many pieces. */
function read(text: string, format: Format): { readonly pieces: number; readonly result: unknown } {
  const reading: Generator<void, ReadDocument> = readInPieces(Buffer.from(text), format, null);
  for (let pieces = 1; ; pieces += 1)
    try {
      const { done, value } = reading.next();
      if (done) return { pieces, result: value.content };
    } catch (error) {
      if (error instanceof FormRefusal) return { pieces, result: error.faults };
      if (error instanceof Unreadable) return { pieces, result: [error.says, error.place, error.status] };
      throw error;
    }
}

test("megabytes of XML are read in many pieces, whatever they hold", () => {
  for (const unit of ["<a/>", "\r\n", "<!-- -->", "&#65;", "x"])
    expect([unit, read(inXml(unit.repeat(MEGABYTE / unit.length / 4)), "xml").pieces > 10]).toEqual([unit, true]);
});

test("where a piece ends changes nothing: not within a line's end, a pair of surrogates, a name, an entity", () => {
  const report = `<submissionKey>k</submissionKey><report><confirmedAt>2026-03-01T10:00:00Z</confirmedAt><type>SPAM</type>
    <summary>\u{1F525}\r\n&amp;&#x41;<![CDATA[]]]]><![CDATA[>]]></summary>
    <affectedObjects><affectedObject><description>y</description></affectedObject></affectedObjects></report>`;
  for (const inner of [
    report,
    report.replace("summary>", "sumary>").replace("/summary", "/sumary"),
    report.replace("&amp;", "&b;"),
  ]) {
    // Only the columns of what stands in the first line differ.
    const whole = JSON.stringify(read(inXml(`\n${inner}`), "xml").result);
    for (let before = 15_700; before < 16_384; before += 1) {
      const { result } = read(inXml(`${" ".repeat(before)}\n${inner}`), "xml");
      expect(JSON.stringify(result)).toBe(whole);
    }
  }
});

test("JSON with more different names than all forms together have is not parsed", () => {
  const names = Array.from({ length: 2_000 }, (_, at) => `"name${at}":1`).join(",");
  for (const text of [`{${names}}`, `{"incidentCard":{"a":[{${names.replaceAll(",", "},{")}}]}}`])
    expect(read(text, "json").result).toMatchObject([{ key: "documentTooFine", about: { bound: "names" } }, {}, 413]);
});

test("a fault behind millions of lines is found at its place", () => {
  expect(() => readDocument(Buffer.from(`${"\n".repeat(4 * MEGABYTE - 2)}{x`), "json", null)).toThrow(
    expect.objectContaining({ place: { line: 4 * MEGABYTE - 1, column: 2 } }) as Error,
  );
});

test("texts, sections of CDATA and comments longer than a piece come out whole", () => {
  const long = `${"\r".repeat(20_000)}&amp;<![CDATA[${"] ".repeat(10_000)}]]>${"x".repeat(16_384)}<!-- ${"- ".repeat(9_000)} -->`;
  const report = `<submissionKey>k</submissionKey><report><confirmedAt>2026-03-01T10:00:00Z</confirmedAt><type>SPAM</type>
    <summary>${long}y</summary><affectedObjects><affectedObject><description>y</description></affectedObject></affectedObjects></report>`;
  const summary = `${"\n".repeat(20_000)}&${"] ".repeat(10_000)}${"x".repeat(16_384)}y`;
  for (let before = 0; before < 40; before += 1)
    expect(read(inXml(" ".repeat(before) + report), "xml").result).toMatchObject({ report: { summary } });
});

test("an attribute longer than a piece is refused as too long, and a declaration like it is none", () => {
  expect(read(inXml(`<a b="${"x".repeat(40_000)}"/>`), "xml").result).toMatchObject([
    { key: "documentTooFine", about: { bound: "attribute" } },
    {},
    413,
  ]);
  for (const before of [0, 1, 2, 3])
    expect(read(`<?xml ${"v".repeat(16_377 - before)}version="1.0"?>${inXml("")}`, "xml").result).toMatchObject([
      { key: "xmlUnfit", about: { why: "NOT_WELL_FORMED" } },
      {},
      400,
    ]);
});

/** Milliseconds of processor time; what the process does beside it is counted too, so the least of three. */
function costOf(inner: string): number {
  const tries = [1, 2, 3, 4, 5].map(() => {
    const before = process.cpuUsage();
    read(inXml(inner), "xml");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...tries);
}

test("a text of ends of lines, references, brackets or dashes is put together in pieces too", () => {
  const plain = costOf("x".repeat(3 * MEGABYTE));
  const costs = {
    dashes: costOf(`<!--${"- ".repeat(1.5 * MEGABYTE)}-->`),
    references: costOf(`<submissionKey>${"&#9;".repeat(0.75 * MEGABYTE)}</submissionKey>`),
    brackets: costOf(`<submissionKey><![CDATA[${"]".repeat(3 * MEGABYTE)}]]></submissionKey>`),
  };
  // They cost as much as the plain text; put together at once, three to ten times as much.
  expect(Math.max(...Object.values(costs)) / plain, `${JSON.stringify(costs)} ${plain}`).toBeLessThan(2.5);
});
