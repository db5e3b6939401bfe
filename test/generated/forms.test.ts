import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/domain/canonical.js";
import { DOCUMENT_KINDS, type DocumentKind } from "../../src/domain/forms/documents.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { contentOf } from "../../src/exchange/content.js";
import { Unreadable } from "../../src/exchange/decoded.js";
import { slugOf } from "../../src/exchange/json-schema.js";
import { FormRefusal, FORMATS, type Format } from "../../src/exchange/read-document.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import { Chance } from "../support/chance.js";
import { contentOfForm, documents, readDocument, readOrRefused, refusalOf } from "../support/form-documents.js";
import { published, publishedXsd, xsdFaults } from "../support/published-xsd.js";
import { spoiled } from "../support/spoiled-documents.js";

/** How many documents of each format, and the first one's seed. */
const COUNT = Number(process.env["DABYL_GENERATED"] ?? 400);
const SEED = Number(process.env["DABYL_SEED"] ?? 1);
const property = { numRuns: Math.ceil(COUNT / 2), seed: SEED };

const all = publishedXsd("exchange-1.xsd");
const alone = new Map(DOCUMENT_KINDS.map((kind) => [kind, publishedXsd(`${slugOf(kind)}.xsd`)]));
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const schemas = new Map(
  DOCUMENT_KINDS.map((kind) => [kind, ajv.compile(JSON.parse(published(`${slugOf(kind)}.schema.json`)) as object)]),
);

/** What ajv finds wrong by a kind's schema; null where the text is no JSON. */
function schemaFaults(text: string, kind: DocumentKind): string[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
  const validate = schemas.get(kind);
  return validate?.(value)
    ? []
    : (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

function readBack(kind: DocumentKind, content: JsonObject, format: Format): JsonObject {
  const text = writeDocument(kind, content, format, { number: 'A "1"\n', soc: "<&>" });
  return readDocument(Buffer.from(text), format, kind).content;
}

test.for(DOCUMENT_KINDS)("R13.2: %s comes back from JSON and XML as it was, and with one canonical content", (kind) => {
  fc.assert(
    fc.property(contentOfForm(kind), (content) => {
      for (const format of FORMATS) {
        const read = readBack(kind, content, format);
        expect(read).toEqual(content);
        expect(canonicalJson(contentOf(kind, read))).toBe(canonicalJson(contentOf(kind, content)));
      }
    }),
    { ...property, numRuns: Math.ceil(property.numRuns / 4) },
  );
});

test("R13.2: libxml2 and ajv accept by the published schemas whatever is written", () => {
  fc.assert(
    fc.property(documents, ({ kind, content }) => {
      const xml = writeDocument(kind, content, "xml", { receivedAt: "2026-03-01T00:00:00.000Z" });
      expect([xsdFaults(xml, all), xsdFaults(xml, alone.get(kind) ?? all)]).toEqual([[], []]);
      expect(schemaFaults(writeDocument(kind, content, "json", { contentHash: "ab" }), kind)).toEqual([]);
    }),
    property,
  );
});

/** Refused by the gateway alone: what XML has beside elements and texts, `xsi`, sizes, and a number that does not fit its level. */
const OURS_ALONE = /xmlUnfit (DOCTYPE|INSTRUCTION|SCHEMA_INSTANCE|ENCODING)|documentTooFine|codeMismatched/;
/** Taken by the gateway, as by the mutation, in more spellings than the schema names: instants; and zeros before a level's number. */
const SPELLINGS = /(occurredAt|confirmedAt)'|atomic type 'Instant'|attribute 'code'/;
/** White space between elements is that for libxml2 only outside of CDATA. */
const BLANK_CDATA = /content type is 'element-only'/;
/** What JSON Schema does not see, a name twice; and what its formats let through: leap seconds, and instants whose offset takes them out of the years from 1970 to 9999. */
const NOT_SEEN = /memberRepeated|(occurredAt|confirmedAt|registeredOn) valueUnfit/;

const CONTENTS = fc.sample(documents, { numRuns: 40, seed: SEED });

test("R13.2: the published XML Schema and the gateway agree about spoiled documents, but for what is listed", () => {
  const counts = { read: 0, ofNoForm: 0, unreadable: 0 };
  const quarrels: string[] = [];
  for (let seed = SEED; seed < SEED + COUNT; seed += 1) {
    const chance = new Chance(seed);
    const { kind, content } = chance.one(CONTENTS);
    const text = spoiled(writeDocument(kind, content, "xml"), "xml", chance);
    const read = readOrRefused(text, "xml", null);
    const refused = refusalOf(read);
    counts[read instanceof Unreadable ? "unreadable" : read instanceof FormRefusal ? "ofNoForm" : "read"] += 1;
    const faults = xsdFaults(text, all);
    const isListed =
      refused.length > 0
        ? refused.every((one) => OURS_ALONE.test(one))
        : faults.every((one) => SPELLINGS.test(one) || (BLANK_CDATA.test(one) && text.includes("<![CDATA[ ]]>")));
    if ((refused.length === 0) !== (faults.length === 0) && !isListed)
      quarrels.push(`DABYL_SEED=${seed}: ${refused.join(", ")} against ${faults.join(", ")}`);
  }
  console.log(`spoiled XML: ${JSON.stringify(counts)}`);
  expect(quarrels).toEqual([]);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
});

test("R13.2: what the published JSON Schema accepts of spoiled documents the gateway reads, but for what is listed", () => {
  const counts = { read: 0, ofNoForm: 0, unreadable: 0 };
  const quarrels: string[] = [];
  for (let seed = SEED; seed < SEED + COUNT; seed += 1) {
    const chance = new Chance(seed);
    const { kind, content } = chance.one(CONTENTS);
    const text = spoiled(writeDocument(kind, content, "json"), "json", chance);
    const read = readOrRefused(text, "json", kind);
    const refused = refusalOf(read);
    counts[read instanceof Unreadable ? "unreadable" : read instanceof FormRefusal ? "ofNoForm" : "read"] += 1;
    const faults = schemaFaults(text, kind);
    const isListed = refused.every((one) => OURS_ALONE.test(one) || NOT_SEEN.test(one));
    if (faults?.length === 0 && !isListed) quarrels.push(`DABYL_SEED=${seed}: ${refused.join(", ")}`);
    if (faults === null && !(read instanceof Unreadable)) quarrels.push(`DABYL_SEED=${seed}: read, but is no JSON`);
  }
  console.log(`spoiled JSON: ${JSON.stringify(counts)}`);
  expect(quarrels).toEqual([]);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
});
