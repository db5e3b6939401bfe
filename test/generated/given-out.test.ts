import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { expect, test } from "vitest";
import {
  NOTIFICATION,
  RECEIPT,
  VERDICT,
  type ToldNotification,
  type Receipt,
} from "../../src/domain/forms/outgoing.js";
import { INDICATOR_TYPES } from "../../src/domain/indicator.js";
import { MARKINGS } from "../../src/domain/notification.js";
import { XML_DECLARATION } from "../../src/exchange/markup.js";
import { writeOutgoing, writeListed } from "../../src/exchange/write-outgoing.js";
import { writeProblem, type Problem } from "../../src/server/documents/problem.js";
import { resultWriter } from "../../src/server/documents/results.js";
import { schemaFaults } from "../support/openapi.js";
import { publishedXsd, xsdFaults } from "../support/published-xsd.js";

/** R13.2: whatever texts stand in what is only given out, it is of the published schemas: receipts, verdicts, problems, results, notifications. */

const property = { numRuns: Math.ceil(Number(process.env["DABYL_GENERATED"] ?? 400) / 4), seed: Number(process.env["DABYL_SEED"] ?? 1) }; // prettier-ignore
const xsd = publishedXsd("exchange-1.xsd");

/** Texts as senders write them, with what XML escapes and what it cannot hold. */
const words = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("]]>", "<a>&amp;", '"\r\n\t', "Ә <жол>", "\u0000\uFFFF", "\ud800", ""),
);
const instants = fc
  .date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString());

const warnings = fc.array(fc.record({ rule: words, pointer: words, message: words }), { maxLength: 3 });
const duties = fc.array(fc.record({ rule: words, object: words, startsAt: instants, dueAt: instants, metAt: instants, lateMs: fc.nat() }, { requiredKeys: ["rule", "startsAt", "dueAt"] }), { maxLength: 3 }); // prettier-ignore
const REQUIRED = ["submissionKey", "isRepeated", "id", "act", "soc", "receivedAt", "contentHash", "position", "entryHash", "duties", "warnings"] as const; // prettier-ignore
const receipts = fc.record(
  {
    submissionKey: words,
    isRepeated: fc.boolean(),
    id: words,
    act: fc.constant("card.submit" as const),
    soc: words,
    number: words,
    revision: fc.nat(),
    location: words,
    receivedAt: instants,
    contentHash: words,
    position: fc.integer({ min: 1 }),
    entryHash: words,
    arrivedAt: instants,
    mtime: instants,
    duties,
    warnings,
  },
  { requiredKeys: [...REQUIRED] },
) as fc.Arbitrary<Receipt>;

const problems = fc.record(
  {
    type: words,
    title: words,
    status: fc.constantFrom(202, 400, 409, 422, 503),
    code: words,
    instance: words,
    requestId: words,
    reference: words,
    receivedAt: instants,
    violations: fc.array(fc.record({ rule: words, pointer: words, message: words, parameter: words, line: fc.integer({ min: 1 }), column: fc.integer({ min: 1 }) }, { requiredKeys: ["rule", "pointer", "message"] }), { maxLength: 3 }), // prettier-ignore
  },
  { requiredKeys: ["type", "title", "status", "code", "instance", "requestId"] },
) as fc.Arbitrary<Problem>;

const notifications = fc.record(
  {
    number: words,
    id: words,
    cursor: words,
    about: fc.record(
      { kind: fc.constantFrom("THREAT", "EVENT", "INCIDENT"), number: words },
      { requiredKeys: ["kind"] },
    ),
    follows: fc.record({ as: fc.constantFrom("SUPPLEMENT", "WITHDRAWAL"), number: words }),
    marking: fc.constantFrom(...MARKINGS),
    text: words,
    indicators: fc.array(fc.record({ type: fc.constantFrom(...INDICATOR_TYPES), value: words }), { maxLength: 3 }),
    availableAt: instants,
    answerDueAt: instants,
  },
  { requiredKeys: ["number", "id", "about", "marking", "text", "indicators", "availableAt"] },
) as fc.Arbitrary<ToldNotification>;

function judges(name: string, json: string, xml: string | null): void {
  expect([json, schemaFaults({ $ref: `#/components/schemas/${name}` }, JSON.parse(json))]).toEqual([json, []]);
  if (xml !== null) expect([xml, xsdFaults(xml, xsd)]).toEqual([xml, []]);
}

test("R13.2: receipts and verdicts", () => {
  fc.assert(
    fc.property(receipts, (one) => {
      judges("Receipt", writeOutgoing(RECEIPT, one, "json"), writeOutgoing(RECEIPT, one, "xml"));
      const verdict = { act: one.act, warnings: one.warnings };
      judges("Verdict", writeOutgoing(VERDICT, verdict, "json"), writeOutgoing(VERDICT, verdict, "xml"));
    }),
    property,
  );
});

test("R13.2: notifications, and lists of them", () => {
  fc.assert(
    fc.property(fc.array(notifications, { minLength: 1, maxLength: 3 }), (all) => {
      const inXml = all.map((one) => writeListed(NOTIFICATION, one, "xml"));
      for (const [index, one] of all.entries())
        judges("Notification", writeListed(NOTIFICATION, one, "json"), `${XML_DECLARATION}${inXml[index] ?? ""}`);
      const list = `<list xmlns="urn:dabyl:exchange:1" version="1.0">${inXml.join("\n")}</list>`;
      expect(xsdFaults(list, xsd)).toEqual([]);
    }),
    property,
  );
});

test("R13.2: problems, alone and in the results of a batch, with receipts and without", () => {
  fc.assert(
    fc.property(receipts, problems, fc.option(words), fc.boolean(), (receipt, problem, key, isMinimal) => {
      judges("Problem", writeProblem(problem, "json"), null);
      // RFC 9457 has no XML Schema: it is well-formed.
      XmlDocument.fromString(writeProblem(problem, "xml")).dispose();
      const refused = { problem, standing: "REFUSED" as const, retryAfter: null, location: null };
      const outcomes = [{ accepted: receipt }, refused];
      const results = outcomes.map((outcome, index) => ({ index, submissionKey: key, outcome }));
      const summary = { read: 2, accepted: 1, repeated: 0, refused: 1, isComplete: true };
      const [json, xml] = [resultWriter("json", isMinimal), resultWriter("xml", isMinimal)];
      for (const result of results) judges("Result", json.result(result), null);
      judges("Summary", json.summary(summary), null);
      const whole = xml.head + results.map((result) => xml.result(result)).join("") + xml.summary(summary);
      expect([whole, xsdFaults(whole, xsd)]).toEqual([whole, []]);
    }),
    property,
  );
});
