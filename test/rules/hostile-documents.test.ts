import { expect, test } from "vitest";
import { FormRefusal, type Format } from "../../src/exchange/read-document.js";
import { writeProblem } from "../../src/server/documents/problem.js";
import { inWords } from "../../src/domain/wording/wording.js";
import { pointerOf } from "../../src/exchange/decoded.js";
import { readOrRefused, refusalOf } from "../support/form-documents.js";

/** Bytes of a document (MAX_BODY_BYTES). */
const LARGEST = 4 * 1_024 * 1_024;
/** CPU seconds for any document; each takes less than one, and what is quadratic took from ten to minutes. */
const LONGEST = 8;

const ROOT = '<incidentCard xmlns="urn:dabyl:exchange:1" version="1.0">';
const END = "</incidentCard>";
/** A name in which the nearest known one is sought. */
const NAME = "severity".repeat(12);

/** As many of `unit` as a document holds, numbered if it asks for the number, between `head` and `tail`. */
function filled(head: string, unit: (index: number) => string, tail: string): string {
  const count = Math.floor((LARGEST - head.length - tail.length) / Buffer.byteLength(unit(1_000_000)));
  if (unit.length === 0) return head + unit(0).repeat(count) + tail;
  return head + Array.from({ length: count }, (_, index) => unit(index)).join("") + tail;
}

const MADE: readonly (readonly [what: string, format: Format, refusal: RegExp, text: () => string])[] = [
  ["brackets", "json", /^1:17 documentTooFine depth$/, () => "[".repeat(LARGEST)],
  ["objects in objects", "json", /documentTooFine depth$/, () => '{"a":'.repeat(LARGEST / 5)],
  ["empty lists", "json", /documentTooFine elements$/, () => filled("[", () => "[],", "[]]")],
  ["short names", "json", /documentTooFine names$/, () => filled('{"incidentCard":{', (at) => `"${at}":1,`, '"a":1}}')],
  [
    "long names",
    "json",
    /documentTooFine names$/,
    () => filled('{"incidentCard":{', (at) => `"${NAME}${at}":1,`, '"a":1}}'),
  ],
  [
    "one long name again and again",
    "json",
    /memberUnknown$/,
    () => filled('{"incidentCard":{"card":{"indicators":[', () => `{"${NAME}":1},`, "{}]}}}"),
  ],
  [
    "long choices",
    "json",
    /choiceUnknown$/,
    () => filled('{"incidentCard":{"card":{"contours":[', () => `"${NAME}",`, '"a"]}}}'),
  ],
  ["lines", "json", /memberMissing$/, () => filled("", () => "\n", '{"incidentCard":{}}')],
  [
    "escaped quotes without an end",
    "json",
    /jsonUnreadable$/,
    () => filled('{"incidentCard":{"submissionKey":"', () => '\\"', ""),
  ],
  ["one name", "json", /memberUnknown$/, () => filled('{"incidentCard":{"', () => "q", '":1}}')],
  ["short elements", "xml", /documentTooFine elements$/, () => filled(ROOT, () => "<a/>", END)],
  ["long elements", "xml", /memberUnknown$/, () => filled(ROOT, () => `<${NAME}/>`, END)],
  ["elements in elements", "xml", /documentTooFine depth$/, () => ROOT + "<card>".repeat(LARGEST / 6)],
  ["unknown elements in elements", "xml", /documentTooFine depth$/, () => ROOT + "<a>".repeat(LARGEST / 3)],
  [
    "a million attributes",
    "xml",
    /documentTooFine attributes$/,
    () => `${ROOT}${filled("<card", (at) => ` a${at.toString(36)}=""`, "/>")}`,
  ],
  ["one attribute", "xml", /documentTooFine attribute$/, () => filled(`${ROOT}<card a="`, () => "q", '"/>')],
  [
    "entities of its own",
    "xml",
    /^1:1 xmlUnfit DOCTYPE$/,
    () => filled("<!DOCTYPE a [", (at) => `<!ENTITY e${at} "&e${at - 1};&e${at - 1};">`, "]><a>&e9;</a>"),
  ],
  ["stray texts", "xml", /textBetween$/, () => filled(ROOT, () => "x<!---->", END)],
];

test.for(MADE)("R13.2: 4 MiB of %s in %s are refused in linear time", ([, format, refusal, text]) => {
  const made = text();
  const begun = process.cpuUsage();
  const refused = refusalOf(readOrRefused(made, format, null));
  const { user, system } = process.cpuUsage(begun);
  expect(refused.some((one) => refusal.test(one))).toBe(true);
  expect(refused.length).toBeLessThanOrEqual(100);
  expect((user + system) / 1e6).toBeLessThan(LONGEST);
});

test("R13.2: a name as long as the document comes back short, and without what XML cannot hold", () => {
  const name = `\u0000\ud800\uFFFF${"🔥".repeat(1_000)}`;
  for (const text of [JSON.stringify({ [name]: 1 }), JSON.stringify({ submissionKey: "k", card: { type: name } })]) {
    const read = readOrRefused(text, "json", "incidentCard");
    if (!(read instanceof FormRefusal)) throw new Error("it was not refused");
    for (const { path, says } of read.faults) {
      const said = `${inWords(says, "kk")} ${pointerOf(path)}`;
      expect(said.length).toBeLessThan(600);
      expect(said).toSatisfy((one: string) => one.isWellFormed() && !/[\p{Cc}\uFFFF]/u.test(one));
    }
  }
});

test("R13.2: what XML cannot hold is written as U+FFFD, whatever asked for it", () => {
  const problem = { type: "t", title: "\u0000\ud800<\uFFFE", status: 400, code: "C", instance: "i", requestId: "r" };
  expect(writeProblem(problem, "xml")).toContain("<title>\uFFFD\uFFFD&lt;\uFFFD</title>");
});

test("R13.2: what an object of JavaScript inherits is neither a member nor an attribute", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    const inJson = readOrRefused(`{"${name}": {"submissionKey": "k"}}`, "json", "notConfirmed");
    expect(refusalOf(inJson)).toContain(`1:2 /${name} memberUnknown`);
    const inXml = readOrRefused(
      `<notConfirmed xmlns="urn:dabyl:exchange:1" version="1.0" ${name}="1"><${name}/></notConfirmed>`,
      "xml",
      null,
    );
    expect(refusalOf(inXml).slice(0, 2)).toEqual([
      `1:1 /@${name} memberUnknown`,
      expect.stringContaining(`/${name} memberUnknown`),
    ]);
    const entity = readOrRefused(
      `<notConfirmed xmlns="urn:dabyl:exchange:1" version="1.0">&${name};</notConfirmed>`,
      "xml",
      null,
    );
    expect(refusalOf(entity)[0]).toContain("xmlUnfit ENTITY");
  }
});

test("R13.2: comments and CDATA are what XML means by them, and XML 1.1 is read as 1.0", () => {
  const read = (grounds: string, version = "1.0"): unknown => {
    const text = `<?xml version="${version}"?><notConfirmed xmlns="urn:dabyl:exchange:1" version=" 1.0 "><submissionKey>k</submissionKey><notificationIds/><grounds>${grounds}</grounds></notConfirmed>`;
    const given = readOrRefused(text, "xml", null);
    return "content" in given ? given.content["grounds"] : refusalOf(given);
  };
  expect(read(" a<!-- <b> -->b<![CDATA[<c>]]]]><![CDATA[>&amp;]]>&#x41;\r\n")).toBe(" ab<c>]]>&amp;A\n");
  expect(read("a\u0085b\u2028", "1.1")).toBe("a\u0085b\u2028");
  expect(read("&#1;", "1.1")).toEqual([expect.stringContaining("NOT_WELL_FORMED")]);
});
