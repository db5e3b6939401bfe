import type { Json } from "../domain/canonical.js";
import { DOCUMENT_KINDS, type DocumentKind } from "../domain/forms/documents.js";
import {
  NOTIFICATION,
  RECEIPT,
  SUMMARY,
  VERDICT,
  type OutgoingRecord,
  type OutgoingShape,
} from "../domain/forms/outgoing.js";
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

/** Each member by its description; a record that has a name is referred to by it. */
function outgoingSchema({ about, members }: OutgoingRecord): JsonObject {
  const named = Object.entries(members);
  const properties = named.map(([name, member]): [string, Json] => [
    name,
    { ...shapeSchema(member.shape), ...(member.about === undefined ? {} : { description: member.about }) },
  ]);
  return {
    type: "object",
    ...(about === undefined ? {} : { description: about }),
    required: named.filter(([, { isOptional }]) => !isOptional).map(([name]) => name),
    properties: Object.fromEntries(properties),
  };
}

function shapeSchema(shape: OutgoingShape): JsonObject {
  switch (shape.is) {
    case "text":
      return { type: "string" };
    case "instant":
      return { type: "string", format: "date-time" };
    case "count":
    case "milliseconds":
      return { type: "integer", minimum: 0 };
    case "position":
      return { type: "integer", minimum: 1 };
    case "flag":
      return { type: "boolean" };
    case "choice":
      return { enum: shape.values };
    case "list":
      return { type: "array", items: shapeSchema(shape.of) };
    case "record":
      return shape.name === undefined ? outgoingSchema(shape) : ref(shape.name);
  }
}

/** The records that have names, with those in them. */
function namedIn(shape: OutgoingShape): readonly (readonly [string, JsonObject])[] {
  if (shape.is === "list") return namedIn(shape.of);
  if (shape.is !== "record") return [];
  const own = shape.name === undefined ? [] : [[shape.name, outgoingSchema(shape)] as const];
  return [...own, ...Object.values(shape.members).flatMap((member) => namedIn(member.shape))];
}

const SUMMARY_LINE: JsonObject = {
  type: "object",
  description: "Alone, on the last line of the results. Without it the answer was cut off.",
  required: ["summary"],
  properties: { summary: outgoingSchema(SUMMARY) },
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
    ...Object.fromEntries([RECEIPT, VERDICT, NOTIFICATION].flatMap(namedIn)),
    CardDifferences: CARD_DIFFERENCES,
    Result: RESULT,
    Summary: SUMMARY_LINE,
    Problem: PROBLEM,
    Fault: FAULT,
  };
}

/** A schema within another document is named by where it stands. */
function withoutHead(kind: DocumentKind): Json {
  const { $schema: _, $id: __, ...schema } = jsonSchemaOf(kind) as JsonObject;
  return schema;
}
