import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { cardPaper } from "../../src/paper/card.js";
import { glyphsOf, printable } from "../../src/paper/glyphs.js";
import { toHtml } from "../../src/paper/html.js";
import { PdfMaker } from "../../src/paper/pdf.js";
import { aPaperCard, joined, readPdf } from "../support/papers.js";

const maker = new PdfMaker();
const require = createRequire(import.meta.url);
const FONT = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf");
const hasGlyph = glyphsOf(readFileSync(FONT));

test("a text is text, whatever language it is written in: Typst, HTML, CSS", async () => {
  const nature = `#import "x.typ" #sys.inputs $x^2$ *bold* _it_ @ref <label> // = \\ "quoted" </td></style><script>alert(1)</script> &lt;`;
  const soc = { code: `A";}</style><script>`, name: "<b>" };
  const sheet = cardPaper(aPaperCard({ nature }, { soc }), "en");
  const html = toHtml(sheet);
  expect(html).not.toContain("<script>");
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;");
  const { pages } = await readPdf(maker.make(sheet));
  expect(pages.join("")).toContain(joined(nature));
});

test("nothing is lost unseen: what the font has not, and what turns the direction, is printed by its code point", async () => {
  const nature = "a\u202Eb\u2066c 中 \u{1F9A0} \uE000 \u0378 end";
  const { pages } = await readPdf(maker.make(cardPaper(aPaperCard({ nature }), "en")));
  expect(pages.join("")).toContain("a[U+202E]b[U+2066]c[U+4E2D][U+1F9A0][U+E000][U+0378]end");
  expect(toHtml(cardPaper(aPaperCard({ nature }), "en"))).toContain("a[U+202E]b[U+2066]c 中");
});

test("every character that the font is said to have can be printed as PDF/A", () => {
  const all = Array.from({ length: 0x20000 }, (_, codePoint) => codePoint)
    .filter((codePoint) => codePoint >= 32 && (codePoint < 0xd800 || codePoint > 0xdfff))
    .map((codePoint) => String.fromCodePoint(codePoint));
  const known = all.filter((character) => printable(character, hasGlyph) === character);
  expect(known.length).toBeGreaterThan(5_000);
  const nature = known.join(" ");
  expect(maker.make(cardPaper(aPaperCard({ nature }), "kk")).length).toBeGreaterThan(100_000);
});

test("lines end as their writer ended them", () => {
  expect(printable("a\r\nb\rc\u2028d\te", hasGlyph)).toBe("a\nb\nc\nd    e");
});
