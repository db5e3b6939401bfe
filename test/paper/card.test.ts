import { expect, test } from "vitest";
import { CARD_FIELDS, CARD_FORM } from "../../src/domain/card-form.js";
import {
  CONSEQUENCE_LABELS,
  CONTOUR_LABELS,
  RECURRENCE_LABELS,
  SCALE_LABELS,
  SEVERITY_CRITERIA,
  SEVERITY_LABELS,
  SIGN_LABELS,
  TYPE_LABELS,
} from "../../src/domain/wording/labels.js";
import { LOCALES, type InEach } from "../../src/domain/wording/wording.js";
import { cardPaper, dossierAddress } from "../../src/paper/card.js";
import { toHtml } from "../../src/paper/html.js";
import type { PaperObject } from "../../src/paper/objects.js";
import { PdfMaker } from "../../src/paper/pdf.js";
import { drawCode } from "../../src/paper/qr.js";
import {
  aPaperCard,
  drawn,
  flattened,
  HAS_POPPLER,
  indicators,
  joined,
  readCode,
  readHtml,
  readPdf,
  readSheet,
} from "../support/papers.js";

const maker = new PdfMaker();

/** Every box of the form, by choice. */
const BOXES: readonly Readonly<Record<string, InEach>>[] = [
  SEVERITY_LABELS,
  TYPE_LABELS,
  SCALE_LABELS,
  RECURRENCE_LABELS,
  SIGN_LABELS,
  CONTOUR_LABELS,
  CONSEQUENCE_LABELS,
];

async function pdfText(sheet: ReturnType<typeof cardPaper>): Promise<string> {
  return readSheet(maker.make(sheet), sheet);
}

test.each(LOCALES)(
  "annex 3: every field of the form is on paper, in its order, as HTML and as PDF: %s",
  async (locale) => {
    const sheet = cardPaper(aPaperCard(), locale);
    for (const text of [readHtml(toHtml(sheet)), await pdfText(sheet)]) {
      let read = 0;
      for (const [name, { label }] of CARD_FIELDS) {
        const found = text.indexOf(joined(label[locale]), read);
        expect(found, `${name} in ${locale}`).toBeGreaterThanOrEqual(0);
        read = found + joined(label[locale]).length;
      }
    }
  },
);

test.each(LOCALES)(
  "annex 3: every box of every choice is on paper, and the chosen ones are marked: %s",
  async (locale) => {
    const { card } = aPaperCard();
    const chosen = new Set<string>(
      [card.severity, card.type, card.scale, card.recurrence, card.sign, card.contours, card.consequences].flat(),
    );
    const sheet = cardPaper(aPaperCard(), locale);
    for (const text of [readHtml(toHtml(sheet)), await pdfText(sheet)]) {
      for (const [value, label] of BOXES.flatMap((choice) => Object.entries(choice)))
        expect(text).toContain(`${chosen.has(value) ? "☑" : "☐"}${joined(label[locale])}`);
      expect(text.match(/[☐☑]/g)).toHaveLength(BOXES.flatMap((choice) => Object.keys(choice)).length);
      expect(text).toContain(joined(SEVERITY_CRITERIA.HIGH[locale]));
      expect(text).not.toContain(joined(SEVERITY_CRITERIA.LOW[locale]));
    }
  },
);

test("annex 3, note: an undetermined level says that it has to be reviewed within 48 hours", async () => {
  const sheet = cardPaper(aPaperCard({ severity: "UNDETERMINED" }), "kk");
  for (const text of [readHtml(toHtml(sheet)), await pdfText(sheet)])
    expect(text).toContain("расталғансәттенбастап48(қырықсегіз)сағатішіндедеңгейдіқайтақарауқажет");
});

test("what the sender holds in its hand is what was received: number, revision, SOC, and the receipt", async () => {
  const paper = aPaperCard();
  const sheet = cardPaper(paper, "ru");
  for (const text of [readHtml(toHtml(sheet)), await pdfText(sheet)])
    for (const said of [paper.number, "Редакция2", joined(paper.soc.name), "01.03.2026,05:01:02UTC+5"].concat(
      Object.values(paper.receipt ?? {}),
    ))
      expect(text).toContain(said);
});

test("L22: a card that came by another way has no receipt, and its paper says so", async () => {
  const sheet = cardPaper(aPaperCard({}, { receipt: null, address: null }), "en");
  for (const text of [readHtml(toHtml(sheet)), await pdfText(sheet)]) expect(text).toContain("Thereisnoreceipt");
  expect(toHtml(sheet)).not.toContain("<svg");
});

test("F2: texts of 20,000 characters are printed whole, letter for letter", async () => {
  const sentence = "Әр қадам жазылды: Ғ Қ Ң Ө Ұ Ү Һ І, ұзақ мәтіннің бір бөлігі. ";
  const long = sentence.repeat(400).slice(0, 20_000);
  const wordless = "ж".repeat(20_000);
  const described = {
    code: null,
    description: `${"\n".repeat(900)}объект`,
    kinds: [],
    ownerName: null,
    registered: null,
  };
  const texts = { nature: long, measures: wordless, note: `${"\n".repeat(200)}соңы`, affectedObjects: [described] };
  const sheet = cardPaper(aPaperCard(texts), "kk");
  for (const text of [readHtml(toHtml(sheet)), await pdfText(sheet)])
    for (const part of [joined(long), wordless, "соңы", "объект"])
      expect([part.slice(0, 20), text.includes(part)]).toEqual([part.slice(0, 20), true]);
});

test("a long text has its label at the head of each page", async () => {
  const sheet = cardPaper(aPaperCard({ measures: "сөз ".repeat(5_000) }), "kk");
  const { pages } = await readPdf(maker.make(sheet));
  const label = joined(CARD_FORM.measures.label.kk);
  expect(pages.filter((page) => page.includes("сөзсөзсөз") && !page.includes(label))).toEqual([]);
  expect(toHtml(sheet)).toContain(`<thead><tr><th scope="col">${CARD_FORM.measures.label.kk}</th></tr></thead>`);
});

test("F6, L9: of a registered object the card says the code; its name, kinds and owners are the register's, and called so", async () => {
  const [registered] = aPaperCard().card.affectedObjects;
  const linked = { ...registered, description: "Басты сервер", kinds: [], ownerName: "Біреу" } as PaperObject;
  const hidden = { ...registered, code: "HIDDEN", registered: null } as PaperObject;
  const sheet = cardPaper(aPaperCard({ affectedObjects: [registered as PaperObject, linked, hidden] }), "ru");
  for (const text of [readHtml(toHtml(sheet)), await pdfText(sheet)]) {
    const owners = "Пореестру:«Қиялмагистральдықжелілер»АҚ(собственник);«Қиялдиспетчер»ЖШС(владелец)";
    expect(text).toContain(`1DEMO-GRID-SCADAПореестру:ДиспетчерлікжүйеПореестру:ОИЭП${owners}`);
    const said = "2БастысерверПореестру:DEMO-GRID-SCADA,ДиспетчерлікжүйенеОИЭПинеКВОИКИ";
    expect(text).toContain(`${said}Пореестру:ОИЭПБіреу${owners}`);
    expect(text).toContain("3HIDDEN——");
    expect(text).toContain("навремяполученияэтойредакции(01.03.2026,05:01:02UTC+5)");
  }
});

test.each([0, 20, 21, 1_000])("F9: %i indicators are printed, each of them", async (count) => {
  const all = indicators(count);
  const sheet = cardPaper(aPaperCard({ indicators: all }), "en");
  for (const text of [readHtml(toHtml(sheet)), await pdfText(sheet)])
    expect(all.filter(({ submitted, value }) => !text.includes(submitted) || !text.includes(value))).toEqual([]);
});

test("the same card gives the same bytes, whichever process prints it", () => {
  const sheet = cardPaper(aPaperCard({ indicators: indicators(50) }), "kk");
  const pdf = maker.make(sheet);
  expect(maker.make(cardPaper(aPaperCard(), "ru")).equals(pdf)).toBe(false);
  expect(new PdfMaker().make(sheet).equals(pdf)).toBe(true);
  expect(toHtml(sheet)).toBe(toHtml(structuredClone(sheet)));
});

test("every page bears the card's name, its content's hash, and its number among the pages", async () => {
  const sheet = cardPaper(aPaperCard({ indicators: indicators(200) }), "en");
  const { pages } = await readPdf(maker.make(sheet));
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, index) => {
    expect(page).toContain(joined(sheet.running));
    expect(page).toContain(`${sheet.foot}${index + 1}/${pages.length}`);
  });
});

test("a screen reader is told the title, tables with the heads of their columns, and what the QR code is for", async () => {
  const { tags } = await readPdf(maker.make(cardPaper(aPaperCard(), "kk")));
  const all = flattened(tags);
  for (const role of ["H1", "Table", "TR", "TH", "TD", "Figure"]) expect(all.map((tag) => tag.role)).toContain(role);
  expect(all.find(({ role }) => role === "Figure")?.alt).toBe("QR коды: осы оқыс оқиға бойынша мәліметтің мекенжайы");
  const pdf = maker.make(cardPaper(aPaperCard(), "kk")).toString("latin1");
  expect(pdf).toMatch(/\/Lang\s*\(kk/);
  expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  // ISO 19005-2, 6.6.4: what the file says that it is.
  expect(pdf).toMatch(/pdfaid:part>2<[^]*pdfaid:conformance>A</);
});

test("the QR code leads to the dossier", () => {
  const address = dossierAddress("https://gateway.example.kz/centre/", "A/B 1");
  expect(address).toBe("https://gateway.example.kz/centre/incidents/A%2FB%201");
  const { size, path } = drawCode(address);
  const dark = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let step = 0; step < Number(width); step += 1) dark.add(`${Number(x) + step} ${y}`);
  expect(readCode(8 * size, 8 * size, (x, y) => dark.has(`${Math.floor(x / 8)} ${Math.floor(y / 8)}`))).toBe(address);
  const html = toHtml(cardPaper(aPaperCard({}, { address }), "kk"));
  expect(html).toContain(`viewBox="0 0 ${size} ${size}"`);
  expect(html).toContain(path);
});

test.skipIf(!HAS_POPPLER)(
  "the QR code is read off the printed page (left out where there is no pdftoppm)",
  async () => {
    const paper = aPaperCard();
    const { width, height, isDark } = await drawn(maker.make(cardPaper(paper, "kk")));
    expect(readCode(width, height, isDark)).toBe(paper.address);
  },
);
