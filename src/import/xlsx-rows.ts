import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { say } from "../domain/wording/wording.js";
import { Obstacle, obstacle, whyOf } from "./obstacle.js";
import { timeOfSerial, whenOfSerial } from "./dates.js";
import type { Cell, SheetRow } from "./sheet.js";

/** What the cells of a workbook share. */
export interface Workbook {
  readonly texts: readonly string[];
  readonly formats: DateFormats;
  readonly isFrom1904: boolean;
}

interface Shown {
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  /** Of a format of noughts alone: how many digits are shown. */
  readonly digits: number;
}

const GENERAL: Shown = { hasDate: false, hasTime: false, digits: 0 };
/** Formats that a workbook does not define (ECMA-376, 18.8.30). */
const DATES = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);
const BOTH = 22;

/** Which formats of cells show a date, a time, or digits that are not in the number. */
export class DateFormats {
  private readonly defined = new Map<number, Shown>();
  private readonly styles: Shown[] = [];

  define(id: number, code: string): void {
    // Without texts, escaped characters, colours and languages; [h] counts hours.
    const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").split(";")[0] ?? "";
    const hasTime = /[hs]/i.test(bare);
    const hasDate = /[dy]/i.test(bare) || (/m/i.test(bare) && !hasTime);
    this.defined.set(id, { hasDate, hasTime, digits: /^0+$/.test(bare) ? bare.length : 0 });
  }

  /** The next style of cells. */
  add(id: number): void {
    const usual = { hasDate: DATES.has(id) || id === BOTH, hasTime: TIMES.has(id) || id === BOTH, digits: 0 };
    this.styles.push(this.defined.get(id) ?? usual);
  }

  of(style: number): Shown {
    return this.styles[style] ?? GENERAL;
  }
}

/** Excel writes what XML cannot hold as `_x000D_`. */
export function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** The rows of a sheet that have cells, as its XML comes. */
export async function* rowsIn(stream: Readable, workbook: Workbook, file: string): AsyncGenerator<SheetRow> {
  const reader = new RowReader(workbook);
  try {
    for await (const piece of stream.setEncoding("utf8") as AsyncIterable<string>) {
      reader.parser.write(piece);
      yield* reader.taken();
    }
    reader.parser.close();
    yield* reader.taken();
  } catch (error) {
    if (error instanceof Obstacle) throw error;
    throw obstacle(say("importWorkbookDamaged", { path: file, row: reader.last, why: whyOf(error) }));
  } finally {
    stream.destroy();
  }
}

class RowReader {
  readonly parser = new SaxesParser();
  last = 0;
  private rows: SheetRow[] = [];
  private cells: Cell[] = [];
  private column = 0;
  private type = "n";
  private style = 0;
  private value = "";
  private hasFormula = false;
  private isValue = false;
  private readings = 0;

  constructor(private readonly workbook: Workbook) {
    const { parser } = this;
    parser.on("opentag", ({ name, attributes }) => {
      switch (name.slice(name.indexOf(":") + 1)) {
        case "row":
          this.last = Number(attributes["r"] ?? this.last + 1);
          this.cells = [];
          this.column = 0;
          break;
        case "c":
          this.column = attributes["r"] === undefined ? this.column + 1 : columnIn(attributes["r"]);
          this.type = attributes["t"] ?? "n";
          this.style = Number(attributes["s"] ?? 0);
          this.value = "";
          this.hasFormula = false;
          break;
        case "v":
          this.isValue = true;
          break;
        case "t":
          this.isValue = this.readings === 0;
          break;
        case "rPh":
          this.readings += 1;
          break;
        case "f":
          this.hasFormula = true;
          break;
      }
    });
    parser.on("text", (text) => {
      if (this.isValue) this.value += text;
    });
    parser.on("closetag", ({ name }) => {
      this.isValue = false;
      switch (name.slice(name.indexOf(":") + 1)) {
        case "rPh":
          this.readings -= 1;
          break;
        case "c":
          while (this.cells.length < this.column - 1) this.cells.push({ text: "" });
          this.cells[this.column - 1] = this.cell();
          break;
        case "row":
          this.rows.push({ row: this.last, cells: this.cells });
          break;
      }
    });
  }

  *taken(): Generator<SheetRow> {
    const { rows } = this;
    this.rows = [];
    yield* rows;
  }

  private cell(): Cell {
    const { value, type, workbook } = this;
    if (this.hasFormula && value === "" && type !== "str") return { text: "", fault: say("importFormula", {}) };
    switch (type) {
      case "s":
        return { text: workbook.texts[Number(value)] ?? "" };
      case "e":
        return { text: "", fault: say("importFormulaError", { shown: value }) };
      case "b":
        return { text: value === "1" ? "TRUE" : "FALSE" };
      case "d":
        return { text: value.replace(/(?:\.\d+)?Z?$/, "") };
      case "n":
        return value === "" ? { text: "" } : this.number(value);
      default:
        return { text: withoutEscapes(value) };
    }
  }

  private number(value: string): Cell {
    const number = Number(value);
    const { hasDate, hasTime, digits } = this.workbook.formats.of(this.style);
    const when = whenOfSerial(number, this.workbook.isFrom1904);
    if (hasDate && when) return { text: hasTime ? `${when.date}T${when.time}` : when.date };
    if (hasTime && number >= 0 && number < 1) return { text: timeOfSerial(number) };
    const asDate = when ? (Number.isInteger(number) ? when.date : `${when.date}T${when.time}`) : undefined;
    const asTime = number >= 0 && number < 1 ? timeOfSerial(number) : undefined;
    return { text: plainNumber(value).padStart(digits, "0"), asDate: asDate ?? asTime };
  }
}

/** As a cell shows it that is wide enough: without an exponent, with the 15 digits that Excel has. */
function plainNumber(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value;
  const number = Number(value);
  const rounded = String(Number(number.toPrecision(15)));
  return rounded.includes("e") && Number.isInteger(number) ? BigInt(number).toString() : rounded;
}

/** The column of `AB12`, from 1. */
function columnIn(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}
