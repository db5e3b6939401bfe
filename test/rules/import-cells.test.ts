import { describe, expect, test } from "vitest";
import { parseInstant } from "../../src/domain/instant.js";
import { instantInAlmaty, readWhen, whenOfSerial } from "../../src/import/dates.js";
import { indicatorIn } from "../../src/import/indicators.js";
import { DateFormats } from "../../src/import/xlsx-rows.js";

describe("dates of tables", () => {
  test.each([
    ["01.03.2026 2:15", ["dd.MM.yyyy H:mm"], { date: "2026-03-01", time: "02:15:00" }],
    ["1.3.26", ["d.M.yy"], { date: "2026-03-01", time: null }],
    ["2026-03-01 04:40", [], { date: "2026-03-01", time: "04:40:00" }],
    ["31.02.2026", ["dd.MM.yyyy"], { noSuchDay: "2026-02-31" }],
    ["46082.25", ["serial"], { date: "2026-03-01", time: "06:00:00" }],
    ["46082", [], null],
    ["03/01/2026", ["dd.MM.yyyy"], null],
    ["01.03.2026 25:00", ["dd.MM.yyyy HH:mm"], null],
  ])("%s as %j", (text, formats, when) => {
    expect(readWhen(text, formats)).toEqual(when);
  });

  test("clocks in Almaty went by UTC+6 until 1 March 2024, and by UTC+5 since", () => {
    expect(instantInAlmaty("2024-02-29", "12:00:00")).toBe(parseInstant("2024-02-29T06:00:00Z"));
    expect(instantInAlmaty("2026-03-01", "12:00:00")).toBe(parseInstant("2026-03-01T07:00:00Z"));
  });

  test("Excel counts days from 1900 or from 1904", () => {
    expect(whenOfSerial(46_082.194444444445, false)).toEqual({ date: "2026-03-01", time: "04:40:00" });
    expect(whenOfSerial(44_620, true)).toEqual({ date: "2026-03-01", time: "00:00:00" });
    expect(whenOfSerial(20_260_301, false)).toBeNull();
  });

  test.each([
    ["dd.mm.yyyy", true, false],
    ["[$-419]d mmm yyyy h:mm;@", true, true],
    ["[h]:mm:ss", false, true],
    ['0" дней"', false, false],
    ["#,##0.00_ ", false, false],
  ])("a format of cells, %s", (code, hasDate, hasTime) => {
    const formats = new DateFormats();
    formats.define(164, code);
    formats.add(164);
    expect(formats.of(0)).toMatchObject({ hasDate, hasTime });
  });
});

test.each([
  ["IP: 198.51.100.24", { type: "IPV4", value: "198.51.100.24" }],
  ["evil[.]example", { type: "DOMAIN", value: "evil[.]example" }],
  ["hxxps://login.example/a", { type: "URL", value: "hxxps://login.example/a" }],
  ["файл: invoice.exe", { type: "FILE_NAME", value: "invoice.exe" }],
  ["SHA-1: da39a3ee5e6b4b0d3255bfef95601890afd80709", { type: "SHA1", value: "da39a3ee5e6b4b0d3255bfef95601890afd80709" }], // prettier-ignore
  ["setup.exe", null],
  ["300.1.1.1", null],
  ["подозрительный процесс", null],
])("what %s is", (cell, indicator) => {
  expect(indicatorIn(cell, null)).toEqual(indicator);
});
