import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { DocumentKind } from "../../src/domain/forms/documents.js";
import { FormRefusal, type Format } from "../../src/exchange/read-document.js";
import { pointerOf, Unreadable } from "../../src/exchange/decoded.js";
import { readOrRefused, refusalOf } from "../support/form-documents.js";

/** In the texts of these tests: where a person has to look. */
const MARK = "¦";

/** A text without its mark, and the place of the mark: line and column from 1, a column for each UTF-16 code unit. */
function marked(text: string): { readonly text: string; readonly place: string } {
  const lines = text.slice(0, text.indexOf(MARK)).split(/\r\n|\r|\n/);
  return { text: text.replace(MARK, ""), place: `${lines.length}:${(lines.at(-1) ?? "").length + 1}` };
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- 🔥 -->\t';
const ROOT = 'notConfirmed xmlns="urn:dabyl:exchange:1" version="1.0"';
const KEY = "\n\t<submissionKey>🔥</submissionKey>\t";
const IDS = "<notificationIds>\n<notificationId>N</notificationId></notificationIds>\n";
const GROUNDS = "<grounds>🔥\tx</grounds>";
/** Of a denial: its root element with this in it. */
const denial = (inside: string): string => `${XML}<${ROOT}>${inside}</notConfirmed>\n`;
const report = (inside: string): string =>
  `${XML}<incidentReport xmlns="urn:dabyl:exchange:1" version="1.0">${KEY}<report>\n\t${inside}</report></incidentReport>`;

const OF_XML: readonly (readonly [what: string, refusal: string, text: string])[] = [
  ["an element that is not known", "/notes memberUnknown", denial(`${KEY}¦<notes a="1">\n</notes>${IDS}${GROUNDS}`)],
  ["a tag whose name ends its line", "/notes memberUnknown", denial(`${KEY}¦<notes\na="1">\n</notes>${IDS}${GROUNDS}`)],
  ["an attribute that is not known", "/grounds/@a memberUnknown", denial(`${KEY}${IDS}¦<grounds\na='1'>x</grounds>`)],
  ["an element out of its order", "/notificationIds memberOrder", denial(`${KEY}${GROUNDS}\n¦${IDS}`)],
  ["an element that comes again", "/grounds memberRepeated", denial(`${KEY}${IDS}${GROUNDS}\n¦${GROUNDS}`)],
  [
    "what is missing, at the element that lacks it",
    "/grounds memberMissing",
    `${XML}¦<${ROOT}>${KEY}${IDS}</notConfirmed>`,
  ],
  [
    "an item of another name",
    "/notificationIds/0 memberUnknown",
    denial(`${KEY}<notificationIds>\n\t¦<id>N</id></notificationIds>${GROUNDS}`),
  ],
  ["text between elements", " textBetween", denial(`${KEY}${IDS}\n \t¦🔥 stray &amp; more\n${GROUNDS}`)],
  ["text in CDATA between elements", " textBetween", denial(`${KEY}${IDS}\n \t¦<![CDATA[🔥]]>\n${GROUNDS}`)],
  [
    "a time that is none",
    "/report/confirmedAt valueUnfit",
    report("¦<confirmedAt>2026-03-01</confirmedAt><type>SPAM</type><summary/><affectedObjects/>"),
  ],
  [
    "a choice that is none",
    "/report/type choiceUnknown",
    report("<confirmedAt>2026-03-01T00:00:00Z</confirmedAt>\n¦<type\n>SPAN</type><summary/><affectedObjects/>"),
  ],
  [
    "another number of a level",
    "/report/severityCode codeMismatched",
    report(
      "<confirmedAt>2026-03-01T00:00:00Z</confirmedAt><type>SPAM</type><summary/><affectedObjects/>\n¦<severity code='1'>HIGH</severity>",
    ),
  ],
  ["an entity of its own", "xmlUnfit ENTITY", denial(`${KEY}<grounds>\n🔥 ¦&foo; &amp;</grounds>`)],
  ["a character reference to nothing", "xmlUnfit NOT_WELL_FORMED", denial(`${KEY}<grounds>\n🔥 &amp; ¦&#0;</grounds>`)],
  ["a control character", "xmlUnfit NOT_WELL_FORMED", denial(`${KEY}<grounds>\n🔥¦\u0000</grounds>`)],
  ["a noncharacter", "xmlUnfit NOT_WELL_FORMED", denial(`${KEY}<grounds>\n🔥¦\uFFFF</grounds>`)],
  ["an end that is not the last start's", "xmlUnfit NOT_WELL_FORMED", denial(`${KEY}<grounds>🔥¦</ground>`)],
  ["an attribute twice", "xmlUnfit NOT_WELL_FORMED", denial(`${KEY}¦<grounds a="1"\na="2">x</grounds>`)],
  ["an attribute without quotes", "xmlUnfit NOT_WELL_FORMED", denial(`${KEY}<grounds a=¦1>x</grounds>`)],
  ["a lesser sign in an attribute", "xmlUnfit NOT_WELL_FORMED", denial(`${KEY}<grounds a="🔥¦<">x</grounds>`)],
  ["]]> in a text", "xmlUnfit NOT_WELL_FORMED", denial(`${KEY}<grounds>🔥]]¦></grounds>`)],
  ["a prefix that is not bound", "xmlUnfit NAMESPACE", denial(`${KEY}\n¦<x:grounds>x</x:grounds>`)],
  ["the default namespace undeclared", "xmlUnfit NAMESPACE", denial(`${KEY}\n¦<grounds xmlns="">x</grounds>`)],
  [
    "another version's namespace",
    "xmlUnfit NAMESPACE",
    `${XML}¦<notConfirmed xmlns="urn:dabyl:exchange:2" version="1.0"/>`,
  ],
  ["another version", "xmlUnfit VERSION", `${XML}¦<notConfirmed xmlns="urn:dabyl:exchange:1" version="2.0"/>`],
  [
    "an inclusion",
    "xmlUnfit INCLUSION",
    denial(`${KEY}\t¦<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>`),
  ],
  [
    "a schema of its own",
    "xmlUnfit SCHEMA_INSTANCE",
    denial(`${KEY}\t¦<grounds xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a b"/>`),
  ],
  [
    "a document type",
    "xmlUnfit DOCTYPE",
    `${XML}\n ¦<!DOCTYPE a [<!ENTITY b "<!DOCTYPE c>"><!ENTITY d SYSTEM "file:///etc/passwd">]><a/>`,
  ],
  ["an instruction", "xmlUnfit INSTRUCTION", denial(`${KEY}\t¦<?php <?b ?>`)],
  ["a declaration behind the beginning", "xmlUnfit NOT_WELL_FORMED", `\n ¦${denial("")}`],
  ["another encoding", "xmlUnfit ENCODING", `<?xml version="1.0"\n ¦encoding="windows-1251"?><a/>`],
  ["a second root", "xmlUnfit NOT_WELL_FORMED", `${denial(`${KEY}${IDS}${GROUNDS}`)}¦<a/>`],
  ["text behind the root", "xmlUnfit NOT_WELL_FORMED", `${denial(`${KEY}${IDS}${GROUNDS}`)}\t¦🔥`],
  ["text before the root", "xmlUnfit NOT_WELL_FORMED", `${XML}\n\t¦🔥<a/>`],
  ["an end before the end", "xmlUnfit NOT_WELL_FORMED", `${XML}<${ROOT}>${KEY}<grounds>🔥\n¦`],
  ["another root", "documentKind", `${XML}¦<card\nxmlns="urn:dabyl:exchange:1" version="1.0"/>`],
];

const OF_JSON: readonly (readonly [what: string, refusal: string, text: string])[] = [
  [
    "a name that is not known",
    "/notes memberUnknown",
    '{"submissionKey": "🔥",\n\t"notificationIds": ["N"], ¦"notes": {"a": ["}"]}, "grounds": "x"}',
  ],
  [
    "a name twice",
    "/grounds memberRepeated",
    '{"submissionKey": "\\"🔥",\n\t"notificationIds": ["N"], "grounds": "y",\n ¦"grounds": "x"}',
  ],
  [
    "__proto__ as a name",
    "/__proto__ memberUnknown",
    '{"submissionKey": "🔥",\n\t"notificationIds": ["N"], ¦"__proto__": {"grounds": "x"}, "grounds": "x"}',
  ],
  [
    "a name with escapes",
    "/notes memberUnknown",
    '{"submissionKey": "🔥",\n\t"notificationIds": ["N"], ¦"n\\u006ftes": 1, "grounds": "x"}',
  ],
  [
    "a number for a text",
    "/grounds valueUnfit",
    '{"submissionKey": "🔥",\n\t"notificationIds": ["N", "{"], ¦"grounds" : 1}',
  ],
  [
    "an item",
    "/notificationIds/1 valueUnfit",
    '{"submissionKey": "🔥",\n\t"notificationIds": ["[,]", \t¦{"a": "]"}, "N"], "grounds" : "x"}',
  ],
  [
    "what is missing, at the object that lacks it",
    "/grounds memberMissing",
    '\n\t¦{"submissionKey": "🔥",\n\t"notificationIds": ["N"]}',
  ],
  [
    "a list that is an object",
    "/notificationIds valueUnfit",
    '{"submissionKey": "🔥",\n\t¦"notificationIds":\n{}, "grounds": "x"}',
  ],
  ["a word that is none", "jsonUnreadable", '{"submissionKey": "🔥 at position 3",\n\t"notificationIds": ¦tru}'],
  ["a number with a zero before it", "jsonUnreadable", '{"submissionKey": "🔥",\n\t"revision": 0¦1}'],
  ["a comma too many", "jsonUnreadable", '{"submissionKey": "🔥",\n\t¦}'],
  ["a comma too few", "jsonUnreadable", '{"submissionKey": "🔥"\n\t¦"grounds": "x"}'],
  ["a line end in a text", "jsonUnreadable", '{"submissionKey": "🔥¦\n"}'],
  ["an escape that is none", "jsonUnreadable", '{"submissionKey": "🔥\\\\¦\\q"}'],
  ["a text that does not end", "jsonUnreadable", '{"submissionKey":\n "🔥\\"}¦'],
  ["another bracket", "jsonUnreadable", '{"submissionKey":\n ["🔥"¦}'],
  ["a second value", "jsonUnreadable", '{"submissionKey":\n "🔥"}\t¦{}'],
  ["an end before the end", "jsonUnreadable", '{"submissionKey":\n ¦'],
  ["a list for a document", " valueUnfit", "\n\t¦[]"],
  ["too many levels", "documentTooFine depth", `{"submissionKey":\n ${"[".repeat(15)}¦[`],
];

const KIND_OF_JSON: DocumentKind = "notConfirmed";

describe.for(["\n", "\r\n", "\r"])("R13.2: with lines that end with %j, a refusal shows", (end) => {
  const judge = (format: Format, refusal: string, sample: string): void => {
    const { text, place } = marked(sample.replaceAll("\n", end));
    const kind = format === "json" ? KIND_OF_JSON : null;
    for (const mark of ["", "\uFEFF"])
      expect(refusalOf(readOrRefused(mark + text, format, kind))[0]).toBe(`${place} ${refusal}`);
  };
  test.for(OF_XML)("in XML %s", ([, refusal, text]) => judge("xml", refusal, text));
  test.for(OF_JSON)("in JSON %s", ([, refusal, text]) => judge("json", refusal, text));
});

test("R13.2: a byte-order mark is taken off, a second one is shown", () => {
  expect(refusalOf(readOrRefused("\uFEFF\uFEFF{}", "json", null))).toEqual(["1:1 jsonUnreadable"]);
  expect(refusalOf(readOrRefused("\uFEFF\uFEFF<a/>", "xml", null))).toEqual(["1:1 xmlUnfit NOT_WELL_FORMED"]);
});

test("R13.2: the member that names no document is shown", () => {
  const { text, place } = marked('\n {"incidentCard": {"card": {}},\n\t¦"card": 1}');
  expect(refusalOf(readOrRefused(text, "json", null))).toEqual([`${place} documentKind`]);
});

test("R13.2: bytes that are not UTF-8 are shown, as are UTF-16 and another alphabet", () => {
  const text = "\uFEFF<a>\uFFFD\r\n🔥\uFFFD";
  const spoiled = Buffer.concat([Buffer.from(text), Buffer.from([0xc3, 0x28])]);
  expect(refusalOf(readOrRefused(spoiled, "xml", null))).toEqual(["2:4 documentNotUtf8"]);
  const xml = denial(`${KEY}${IDS}${GROUNDS}`);
  for (const bytes of [
    Buffer.from(xml, "utf16le"),
    Buffer.from(`\uFEFF${xml}`, "utf16le"),
    Buffer.from(xml, "utf16le").swap16(),
  ])
    expect(refusalOf(readOrRefused(bytes, "xml", null))).toEqual(["1:1 documentNotUtf8"]);
  const windows1251 = Buffer.from([...Buffer.from("<a>"), 0xe4, 0xe0]);
  expect(refusalOf(readOrRefused(windows1251, "xml", null))).toEqual(["1:4 documentNotUtf8"]);
});

const JSON_TEXT = `\n{"submissionKey": "k\\u00e9🔥", "notificationIds": ["N", "Ә"],\r\n "grounds": "Журналдарда \\"ештеңе\\" жоқ.", "number": null}\n`;
const XML_TEXT = `${XML}<${ROOT}>${KEY}${IDS}<!-- x --><grounds><![CDATA[Журналдарда]]>&#32;&amp; ештеңе жоқ.\r\n</grounds></notConfirmed>`;

test.for([
  ["json", JSON_TEXT, "}\n"],
  ["xml", XML_TEXT, ">"],
] as const)(
  "R13.2: %s that ends anywhere before its end is refused where it ends or before",
  ([format, text, last]) => {
    const bytes = Buffer.from(text);
    for (let length = 0; length <= bytes.length - last.length; length += 1) {
      const read = readOrRefused(bytes.subarray(0, length), format, KIND_OF_JSON);
      expect([length, read instanceof Unreadable]).toEqual([length, true]);
      const place = (read as Unreadable).place;
      const lines = text.slice(0, length).split(/\r\n|\r|\n/);
      const blank = bytes.subarray(0, length).toString().trim() === "";
      expect([length, blank ? null : (place?.line ?? 0) >= 1 && (place?.line ?? 0) <= lines.length]).toEqual([
        length,
        blank ? null : true,
      ]);
    }
    expect(readOrRefused(bytes, format, KIND_OF_JSON)).not.toBeInstanceOf(FormRefusal);
    expect(refusalOf(readOrRefused(bytes, format, KIND_OF_JSON))).toEqual([]);
  },
);

test("R13.2: what was sent as something else is told what it looks like", () => {
  const json = '{"submissionKey": "k"}';
  const xml = '<?xml version="1.0"?>\n<notConfirmed/>';
  const cases: readonly (readonly [given: string | Buffer, format: Format, refusal: string])[] = [
    [gzipSync(json), "json", "1:1 documentLooksLike GZIP"],
    [gzipSync(xml), "xml", "1:1 documentLooksLike GZIP"],
    [` \n${xml}`, "json", "1:1 documentLooksLike XML"],
    [`\uFEFF${xml}`, "json", "1:1 documentLooksLike XML"],
    [`\n${json}`, "xml", "1:1 documentLooksLike JSON"],
    [`[${json}]`, "xml", "1:1 documentLooksLike JSON"],
    [`${json}\n${json}\n`, "json", "2:1 documentLooksLike LINES"],
    [`${json}\r\n\n  ${json}`, "json", "3:3 documentLooksLike LINES"],
    // Neither a second value on the same line nor a fault in the first is that.
    [`${json}${json}`, "json", "1:23 jsonUnreadable"],
    [`{"submissionKey": "k",}\n${json}`, "json", "1:23 jsonUnreadable"],
    [`{"a": {}\n{}}`, "json", "2:1 jsonUnreadable"],
  ];
  for (const [given, format, refusal] of cases)
    expect([given, refusalOf(readOrRefused(given, format, "notConfirmed"))]).toEqual([given, [refusal]]);
});

test("R13.2: a pointer tells a name with a slash from two names (RFC 6901)", () => {
  expect(pointerOf(["a/b", "~1", "", "~/"])).toBe("/a~1b/~01//~0~1");
  expect(pointerOf([])).toBe("");
});
