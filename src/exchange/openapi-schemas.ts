import type { Json } from "../domain/canonical.js";
import { DOCUMENT_KINDS, type DocumentKind } from "../domain/forms/documents.js";
import { INDICATOR_TYPES } from "../domain/indicator.js";
import { MARKINGS } from "../domain/notification.js";
import { jsonSchemaOf } from "./json-schema.js";

/** The JSON Schemas of what the documents' door takes and gives, as OpenAPI names them. XML has the same by `exchange-1.xsd`. */

export type JsonObject = { readonly [name: string]: Json };

export const text = (description: string): JsonObject => ({ type: "string", description });
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const instant = (description: string): JsonObject => ({ type: "string", format: "date-time", description });
const count = (description: string): JsonObject => ({ type: "integer", minimum: 0, description });

const FAULT: JsonObject = {
  type: "object",
  required: ["rule", "pointer", "message"],
  properties: {
    rule: text("The rule's id (docs/statute.md)."),
    pointer: text("RFC 6901, over the document's model in both formats; empty where the whole is meant."),
    parameter: text("Of an address: the parameter that is wrong; the pointer is empty then."),
    line: { type: "integer", minimum: 1, description: "In the text that was sent, or in the whole batch." },
    column: { type: "integer", minimum: 1, description: "In UTF-16 code units." },
    message: text("What is wrong and how to correct it, in the language of Accept-Language."),
  },
};

const WARNING: JsonObject = {
  type: "object",
  description: "A doubtful but accepted value.",
  required: ["rule", "pointer", "message"],
  properties: {
    rule: text("The rule's id (docs/statute.md)."),
    pointer: text("RFC 6901, over the document's model in both formats; empty where the whole is meant."),
    message: text("What is doubtful, in the language of Accept-Language."),
  },
};

const PROBLEM: JsonObject = {
  type: "object",
  description: "RFC 9457. In XML the same members as elements, the items of arrays each an `i` (its appendix B).",
  required: ["type", "title", "status", "code", "instance", "requestId"],
  properties: {
    type: text("urn:dabyl:problem:…"),
    title: text("One sentence, in the language of Accept-Language."),
    status: { type: "integer" },
    code: text("Stable; docs/errors.md."),
    instance: text("urn:uuid: and the request's id."),
    requestId: text("To quote to the operator."),
    reference: text("Of a document that was judged: the attempt's entry in the journal."),
    receivedAt: instant("Of a document that was judged."),
    violations: { type: "array", items: ref("Fault") },
  },
};

const DUTY: JsonObject = {
  type: "object",
  required: ["rule", "startsAt", "dueAt"],
  properties: {
    rule: text("The term's rule (docs/statute.md)."),
    object: text("R9.2: the object, by its code or its description."),
    startsAt: instant("From when the term runs."),
    dueAt: instant("When it ends."),
    metAt: instant("Absent while it is open."),
    lateMs: count("Milliseconds past the term; absent where it was met in time or is open."),
  },
};

const RECEIPT: JsonObject = {
  type: "object",
  description: "What was accepted, when, under which hash, where it is in the audit chain, and how the duties stand.",
  required: [
    "submissionKey",
    "isRepeated",
    "id",
    "act",
    "soc",
    "receivedAt",
    "contentHash",
    "position",
    "entryHash",
    "duties",
    "warnings",
  ],
  properties: {
    submissionKey: text("The key under which it was sent."),
    isRepeated: { type: "boolean", description: "The same had been accepted before." },
    id: text("Opaque."),
    act: text("What it was: card.submit, card.amend, incident.report and so on."),
    soc: text("The SOC's code."),
    number: text("The incident's number, where it is about one."),
    revision: count("Of a card or an analysis."),
    location: text("Where the document is from now on; absent where it has no address of its own."),
    receivedAt: instant("By the gateway's clock; terms are compared with it."),
    contentHash: text("SHA-256 of the canonical content (RFC 8785), hexadecimal."),
    position: { type: "integer", minimum: 1, description: "In the audit chain." },
    entryHash: text("The chain's hash at that position, hexadecimal."),
    arrivedAt: instant("In the reserve folder alone: since when the file was there."),
    mtime: instant("In the reserve folder alone: when its sender says to have written it."),
    duties: { type: "array", items: ref("Duty"), description: "The incident's, as they stand." },
    warnings: { type: "array", items: ref("Warning") },
  },
};

const SUMMARY: JsonObject = {
  type: "object",
  description: "Alone, on the last line of the results. Without it the answer was cut off.",
  required: ["summary"],
  properties: {
    summary: {
      type: "object",
      required: ["read", "accepted", "repeated", "refused", "isComplete"],
      properties: {
        read: count("Documents."),
        accepted: count("Anew; also those whose receipt is not ready yet."),
        repeated: count("Accepted before."),
        refused: count("Each with its problem."),
        isComplete: { type: "boolean", description: "All that was sent has been read." },
      },
    },
  },
};

const RESULT: JsonObject = {
  type: "object",
  description: "What became of one document of a batch.",
  required: ["index", "status"],
  properties: {
    index: count("Of the document, from 0."),
    status: { type: "integer", description: "What a single document would be answered with." },
    submissionKey: text("Absent where none could be read."),
    receipt: ref("Receipt"),
    problem: ref("Problem"),
  },
};

const VERDICT: JsonObject = {
  type: "object",
  description: "That a document would be accepted.",
  required: ["act", "warnings"],
  properties: {
    act: text("What it would be: card.submit and so on."),
    warnings: { type: "array", items: ref("Warning") },
  },
};

const NOTIFICATION: JsonObject = {
  type: "object",
  description: "A notification as the one who reads it was told it (R12.1).",
  required: ["number", "id", "about", "marking", "text", "indicators", "availableAt"],
  properties: {
    number: text("The notification's own number."),
    id: text("Opaque."),
    cursor: text("In a list: its position, for `after`."),
    about: {
      type: "object",
      required: ["kind"],
      properties: { kind: { enum: ["THREAT", "EVENT", "INCIDENT"] }, number: text("Of what it is about.") },
    },
    follows: {
      type: "object",
      required: ["as", "number"],
      properties: { as: { enum: ["SUPPLEMENT", "WITHDRAWAL"] }, number: text("Of the notification that it follows.") },
    },
    marking: { enum: MARKINGS, description: "TLP 2.0." },
    text: text("What is told."),
    indicators: {
      type: "array",
      items: {
        type: "object",
        required: ["type", "value"],
        properties: { type: { enum: INDICATOR_TYPES }, value: { type: "string" } },
      },
    },
    availableAt: instant("To a SOC when it became available to it (L16), to the national centre when it was sent."),
    answerDueAt: instant("By when this SOC has to answer; absent where nothing is owed."),
  },
};

const CARD_DIFFERENCES: JsonObject = {
  type: "object",
  description: "What a revision of a card has that another has not, and the other way round; in JSON alone.",
  required: ["number", "soc", "from", "to", "differences"],
  properties: {
    number: text("The incident's number."),
    soc: text("The SOC's code."),
    from: count("The revision that is compared with: `since`."),
    to: count("The revision that was asked for."),
    differences: {
      type: "array",
      description: "In the form's order.",
      items: {
        type: "object",
        required: ["field", "label", "kind"],
        properties: {
          field: text("The member's name."),
          label: text("In the form's words, in the language of Accept-Language."),
          kind: { enum: ["value", "choices", "text", "indicators", "affectedObjects"] },
          before: { type: "object", description: "Of a value." },
          after: { type: "object", description: "Of a value." },
          spans: {
            type: "array",
            description: "Of a text: its parts, kept, added and removed.",
            items: { type: "object" },
          },
          added: { type: "array", description: "Of choices, indicators and objects.", items: { type: "object" } },
          removed: { type: "array", description: "Of choices, indicators and objects.", items: { type: "object" } },
        },
      },
    },
  },
};

/** A denial has no address of its own. */
export type GivenKind = Exclude<DocumentKind, "notConfirmed">;

/** What a document has besides where the gateway gives it out. */
const GIVEN: Readonly<Record<GivenKind, readonly string[]>> = {
  incidentReport: ["number", "soc", "receivedAt", "contentHash"],
  incidentCard: ["number", "soc", "receivedAt", "contentHash"],
  threatAnalysis: ["receivedAt", "contentHash"],
  eventAnalysis: ["receivedAt", "contentHash"],
};

/** The name of the schema of a document as it is given out. */
export const givenName = (kind: GivenKind): string => `${kind}Given`;

/** Every schema by its name; the forms by the names of their kinds. */
export function openapiSchemas(): JsonObject {
  const forms = DOCUMENT_KINDS.map((kind): [string, Json] => [kind, withoutHead(kind)]);
  const given = Object.entries(GIVEN).map(([kind, required]): [string, Json] => [
    givenName(kind as GivenKind),
    { description: "As it was sent, with what the gateway knows of it.", allOf: [ref(kind), { required }] },
  ]);
  const one = Object.fromEntries(DOCUMENT_KINDS.map((kind): [string, Json] => [kind, ref(kind)]));
  return {
    ...Object.fromEntries([...forms, ...given]),
    Document: {
      type: "object",
      description: "A document of any kind, under its name.",
      minProperties: 1,
      maxProperties: 1,
      properties: one,
      additionalProperties: false,
    },
    Receipt: RECEIPT,
    Duty: DUTY,
    Warning: WARNING,
    Verdict: VERDICT,
    Notification: NOTIFICATION,
    CardDifferences: CARD_DIFFERENCES,
    Result: RESULT,
    Summary: SUMMARY,
    Problem: PROBLEM,
    Fault: FAULT,
  };
}

/** A schema within another document is named by where it stands. */
function withoutHead(kind: DocumentKind): Json {
  const { $schema: _, $id: __, ...schema } = jsonSchemaOf(kind) as JsonObject;
  return schema;
}
