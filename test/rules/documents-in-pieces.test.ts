import { expect, test } from "vitest";
import { Unreadable } from "../../src/exchange/decoded.js";
import {
  FormRefusal,
  readDocument,
  readInPieces,
  type Format,
  type ReadDocument,
} from "../../src/exchange/read-document.js";

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
