import { expect, test } from "vitest";
import { spansBetween } from "../../src/domain/text-spans.js";
import { LOCALES } from "../../src/domain/wording/wording.js";
import { differencesPaper, type PaperDifference, type PaperDifferences } from "../../src/paper/differences.js";
import { toHtml } from "../../src/paper/html.js";
import { PdfMaker } from "../../src/paper/pdf.js";
import { at } from "../support/drafts.js";
import { flattened, indicators, joined, readHtml, readPdf, readSheet } from "../support/papers.js";

/** L6: what differs between two revisions, on paper. */

const maker = new PdfMaker();

function between(...differences: readonly PaperDifference[]): PaperDifferences {
  return {
    number: "DEMO-ENERGY-2026-0004",
    soc: { code: "DEMO-ENERGY", name: "Қиял энергетика АҚЖО" },
    from: { revision: 1, receivedAt: at("2026-03-01T00:01:02Z"), contentHash: "a".repeat(64) },
    to: { revision: 3, receivedAt: at("2026-03-02T00:01:02Z"), contentHash: null },
    differences,
    address: "https://gateway.example.kz/incidents/DEMO-ENERGY-2026-0004",
  };
}

function text(before: string, after: string): PaperDifference {
  return { field: "nature", label: "Сипаты", kind: "text", spans: spansBetween(before, after) };
}

const LEVEL: PaperDifference = {
  field: "severity",
  label: "Деңгейі",
  kind: "value",
  before: { value: "HIGH", label: "Жоғары (4)" },
  after: { value: "MEDIUM", label: "Орташа (3)" },
};

/** What a person reads of it as HTML and as PDF, without white space. */
async function read(paper: PaperDifferences, locale: (typeof LOCALES)[number] = "kk"): Promise<[string, string]> {
  const sheet = differencesPaper(paper, locale);
  return [readHtml(toHtml(sheet)), await readSheet(maker.make(sheet), sheet)];
}

const WORDS = {
  kk: ["[−алынды−]", "[+қосылды+]", "Салыстырылатынредакция1(2026жылғы1наурыз"],
  ru: ["[−убрано−]", "[+добавлено+]", "Скакойредакциейсравнивается1(01.03.2026"],
  en: ["[−removed−]", "[+added+]", "Comparedwithrevision1(1March2026"],
};

test.each(LOCALES)(
  "what went and what came have signs that black and white has too, and are explained: %s",
  async (locale) => {
    const paper = between(LEVEL, text("Екі сервер шифрланды.", "Үш сервер шифрланды, хат қалды."));
    for (const said of await read(paper, locale)) {
      for (const words of WORDS[locale]) expect(said).toContain(words);
      expect(said).toContain("[−Жоғары(4)−][+Орташа(3)+]");
      expect(said).toContain("[−Екі−][+Үш+]сервершифрланды[+,хатқалды+].");
      expect(said).toContain("a".repeat(64));
    }
  },
);

test("a program and a screen reader are told of it as well: elements in HTML, tags in PDF", async () => {
  const sheet = differencesPaper(between(text("Екі сервер", "Үш сервер")), "kk");
  expect(toHtml(sheet)).toContain("[− <del>Екі</del> −] [+ <ins>Үш</ins> +] сервер");
  const pdf = maker.make(sheet);
  expect(flattened((await readPdf(pdf)).tags).map(({ role }) => role)).toContain("Span");
  expect(new PdfMaker().make(differencesPaper(between(text("Екі сервер", "Үш сервер")), "kk")).equals(pdf)).toBe(true);
});

test("white space that changed can be seen", async () => {
  for (const said of await read(between(text("бір екі", "бір\nекі")))) expect(said).toMatch(/бір.*¶екі/);
  for (const said of await read(between(text("бір екі ", "бір екі")))) expect(said).toContain("[−·−]");
});

test("of a long text that stayed only what is beside a change is printed, and how much is not", async () => {
  const long = (word: string): string => `${"сөз ".repeat(2_000)}${word} ${"сөз ".repeat(2_000)}соңы`;
  for (const said of await read(between(text(long("бұрынғы"), long("жаңа"))))) {
    expect(said).toMatch(
      /\[…өзгермегентаңбалар:78\d\d…\](сөз)+\[−бұрынғы−\]\[\+жаңа\+\](сөз)+\[…өзгермегентаңбалар:78\d\d…\]/,
    );
    expect(said.length).toBeLessThan(1_500);
  }
});

test("of a text that was written anew all is printed: F2", async () => {
  const [before, after] = ["ә".repeat(20_000), "б ".repeat(10_000).trim()];
  for (const said of await read(between(text(before, after))))
    for (const part of [before, joined(after)]) expect(said.includes(part)).toBe(true);
});

test("indicators and objects are named as removed and added: a few in the table, many in an attachment (F9)", async () => {
  const object = { code: null, description: "Сервер", ownerName: null, registered: null };
  const of = (count: number): PaperDifference => ({
    field: "indicators",
    label: "Индикаторлар",
    kind: "indicators",
    removed: indicators(count).slice(0, count / 2),
    added: indicators(count).slice(count / 2),
  });
  const objects: PaperDifference = {
    field: "affectedObjects",
    label: "Объект",
    kind: "affectedObjects",
    removed: [{ ...object, kinds: [] }],
    added: [
      { ...object, kinds: ["CRITICAL_INFRASTRUCTURE"] },
      {
        ...object,
        description: null,
        code: "DEMO-GRID",
        kinds: null,
        registered: { name: "Желі", kinds: null, owners: [] },
      },
    ],
  };
  for (const said of await read(between(of(4), objects))) {
    expect(said).toMatch(/−алындыSHA512.*−алындыIPV4.*\+қосылдыSHA512.*\+қосылдыIPV4/);
    expect(said).toMatch(/−алындыСервер.*\+қосылдыСервер.*АКИАМО.*\+қосылдыDEMO-GRIDТізілім:Желі/);
  }
  for (const said of await read(between(of(1_000)))) {
    expect(said).toContain("алынды:Саны:500");
    expect(said).toContain("−алынды·IPV4(250)");
    const missing = indicators(1_000).filter(({ submitted }) => !said.includes(submitted));
    expect(missing).toEqual([]);
  }
});

test("that nothing differs is said", async () => {
  for (const said of await read(between(), "en")) expect(said).toContain("Theserevisionsdonotdiffer.");
});
