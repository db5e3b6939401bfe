import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { glyphsOf, printable } from "./glyphs.js";
import { codeAsSvg } from "./qr.js";
import { isLong, type Sheet } from "./sheet.js";
import { TEMPLATE } from "./template.js";

const require = createRequire(import.meta.url);

/** PDF/A-2a (ISO 19005-2): for archives, with structure and language for screen readers. */
const STANDARD = "a-2a";

const NO_FOLDER = "/nowhere";

/**
 * Makes PDF files of sheets. It computes for some milliseconds a page, and nothing ends it but the end of its process: a
 * gateway asks a `Press`. The same sheet gives the same bytes. Throws where a sheet cannot be laid out.
 */
export class PdfMaker {
  private readonly compiler: NodeCompiler;
  private readonly hasGlyph;

  constructor() {
    const regular = readFileSync(require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf"));
    const bold = readFileSync(require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf"));
    this.hasGlyph = glyphsOf(regular);
    // Typst looks for the system's fonts too, but takes ours before one of the same name, and falls back on none. A template
    // may read what is in its workspace: there is no such folder.
    this.compiler = NodeCompiler.create({ workspace: NO_FOLDER, fontArgs: [{ fontBlobs: [regular, bold] }] });
  }

  make(sheet: Sheet): Buffer {
    const compiled = this.compiler.compile({ mainFileContent: TEMPLATE, inputs: { sheet: this.asJson(sheet) } });
    const doubts = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    // An unknown font is only a warning, after which nothing is printed.
    if (compiled.result === null || doubts.length > 0)
      throw new Error(`Typst: ${JSON.stringify(doubts).slice(0, 1_000)}`);
    const pdf = this.compiler.pdf(compiled.result, { pdfStandard: STANDARD });
    this.compiler.evictCache(0);
    return pdf;
  }

  private asJson(sheet: Sheet): string {
    const { code, at, orientation, form, ...rest } = sheet;
    const moment = new Date(at);
    const parts = {
      ...rest,
      form: form.map((row) => ({ ...row, isLong: isLong(row) })),
      date: {
        year: moment.getUTCFullYear(),
        month: moment.getUTCMonth() + 1,
        day: moment.getUTCDate(),
        hour: moment.getUTCHours(),
        minute: moment.getUTCMinutes(),
        second: moment.getUTCSeconds(),
      },
      isFlipped: orientation === "landscape",
      code: code && { ...code, svg: codeAsSvg(code.address) },
    };
    return JSON.stringify(parts, (_, value: unknown) =>
      typeof value === "string" ? printable(value, this.hasGlyph) : value,
    );
  }
}
