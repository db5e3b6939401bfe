import type { Json } from "../domain/canonical.js";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../domain/forms/documents.js";
import { jsonSchemaOf, slugOf } from "./json-schema.js";

type JsonObject = { readonly [name: string]: Json };

const text = (description: string): JsonObject => ({ type: "string", description });
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const FAULT: JsonObject = {
  type: "object",
  required: ["rule", "pointer", "message"],
  properties: {
    rule: text("The rule's id (docs/statute.md)."),
    pointer: text("RFC 6901, over the document's model in both formats."),
    parameter: text("Of a register: the parameter that is wrong; the pointer is empty then."),
    line: { type: "integer", minimum: 1 },
    column: { type: "integer", minimum: 1 },
    message: text("What is wrong and how to correct it, in the language of Accept-Language."),
  },
};

const PROBLEM: JsonObject = {
  type: "object",
  description: "RFC 9457. In XML the same members as elements, the items of arrays each an `i` (its appendix B).",
  required: ["type", "title", "status", "code", "requestId"],
  properties: {
    type: text("urn:dabyl:problem:…"),
    title: text("One sentence, in the language of Accept-Language."),
    status: { type: "integer" },
    code: text("Stable; docs/errors.md."),
    instance: text("urn:uuid: and the request's id."),
    requestId: text("To quote to the operator."),
    reference: text("Of a document that was judged: the attempt's entry in the journal."),
    receivedAt: { type: "string", format: "date-time" },
    violations: { type: "array", items: FAULT },
  },
};

const RECEIPT: JsonObject = {
  type: "object",
  description: "What was accepted, when, under which hash, where it is in the audit chain, and how the duties stand.",
  required: ["submissionKey", "isRepeated", "id", "act", "soc", "receivedAt", "contentHash", "position", "entryHash"],
  properties: {
    submissionKey: text("The key under which it was sent."),
    isRepeated: { type: "boolean", description: "The same had been accepted before." },
    id: text("Opaque."),
    act: text("What it was: card.submit, card.amend, …"),
    soc: text("The SOC's code."),
    number: text("The incident's number."),
    revision: { type: "integer" },
    receivedAt: { type: "string", format: "date-time" },
    contentHash: text("SHA-256 of the canonical content (RFC 8785), hexadecimal."),
    position: { type: "integer" },
    entryHash: text("The chain's hash at that position, hexadecimal."),
    duties: {
      type: "array",
      items: {
        type: "object",
        required: ["rule", "startsAt", "dueAt"],
        properties: {
          rule: { type: "string" },
          object: text("R9.2: the object, by its code or its description."),
          startsAt: { type: "string", format: "date-time" },
          dueAt: { type: "string", format: "date-time" },
          metAt: { type: "string", format: "date-time" },
          lateMs: {
            type: "integer",
            description: "Milliseconds past the term; absent where it was met in time or is open.",
          },
        },
      },
    },
    warnings: { type: "array", items: FAULT },
  },
};

/** A line of the answer to a batch. */
const RESULT: JsonObject = {
  type: "object",
  properties: {
    index: { type: "integer", minimum: 0, description: "Of the item, from 0." },
    status: { type: "integer", description: "What a single document would be answered with." },
    submissionKey: text("Absent where the item could not be read."),
    receipt: ref("Receipt"),
    problem: ref("Problem"),
    summary: {
      type: "object",
      description: "Alone, on the last line. Without it the answer was cut off.",
      required: ["read", "accepted", "repeated", "refused", "isComplete"],
      properties: {
        read: { type: "integer" },
        accepted: { type: "integer" },
        repeated: { type: "integer" },
        refused: { type: "integer" },
        isComplete: { type: "boolean", description: "All that was sent has been read." },
      },
    },
  },
};

/** Answers that every request with a document can have. */
const REFUSALS: JsonObject = Object.fromEntries(
  Object.entries({
    400: "Not readable, or not of its form: every place. Nothing was judged.",
    401: "No token, or one that does not hold.",
    403: "The token's roles do not allow it.",
    404: "It names something that does not exist or that you may not see.",
    406: "Accept takes neither JSON nor XML.",
    409: "The key was used for other content.",
    413: "Too large or too fine.",
    415: "Not JSON or XML in UTF-8, plain or gzip.",
    422: "Judged and refused by rules.",
    429: "Too much in a short time; Retry-After says when.",
    503: "Nothing is known of it: send it again under its key.",
  }).map(([status, description]) => [status, { description, content: inBoth("problem", ref("Problem")) }]),
);

function inBoth(kind: "problem" | "", schema: JsonObject): JsonObject {
  const prefix = kind === "problem" ? "problem+" : "";
  return { [`application/${prefix}json`]: { schema }, [`application/${prefix}xml`]: { schema: { type: "string" } } };
}

function post(summary: string, schema: JsonObject, ok: JsonObject): JsonObject {
  return {
    summary,
    parameters: [
      { name: "Idempotency-Key", in: "header", schema: text("May repeat the document's submissionKey, in quotes.") },
      { name: "Accept-Language", in: "header", schema: { type: "string", examples: ["kk", "ru", "en"] } },
      { name: "Prefer", in: "header", schema: text("Of a batch: return=minimal leaves receipts out of the results.") },
    ],
    requestBody: {
      description: "A document, or a batch: in JSON one document a line, in XML as the elements of `batch`.",
      required: true,
      content: { ...inBoth("", schema), "application/x-ndjson": { schema } },
    },
    responses: { ...ok, ...REFUSALS },
  };
}

const ACCEPTED: JsonObject = {
  200: {
    description:
      "Accepted and sealed. Of a batch: a result for each item in their order, one a line, and a summary; in XML `results`.",
    content: { ...inBoth("", ref("Receipt")), "application/x-ndjson": { schema: ref("Result") } },
  },
  202: {
    description: "Accepted; its receipt is not ready yet: Location says where it will be.",
    content: inBoth("problem", ref("Problem")),
  },
};

/** The OpenAPI 3.1 description of the documents over HTTP (R13.2), for whoever integrates by it. */
export function openapi(): Json {
  const schemas = Object.fromEntries(DOCUMENT_KINDS.map((kind): [string, Json] => [kind, withoutHead(kind)]));
  const one = Object.fromEntries(DOCUMENT_KINDS.map((kind): [string, Json] => [kind, ref(kind)]));
  const named = { type: "object", minProperties: 1, maxProperties: 1, properties: one, additionalProperties: false };
  const kinds = DOCUMENT_KINDS.map((kind): [string, Json] => [
    `/exchange/${DOCUMENTS[kind].path}`,
    { post: post(`${DOCUMENTS[kind].label.en}. JSON Schema: ${slugOf(kind)}.schema.json`, ref(kind), ACCEPTED) },
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Dabyl: documents in JSON and XML",
      version: "1.0",
      description:
        "Order No. 48/НҚ, paragraph 13, 2 (R13.2). XML by exchange-1.xsd, namespace urn:dabyl:exchange:1. Everything else of the gateway is GraphQL, at /graphql.",
    },
    security: [{ token: [] }],
    paths: {
      ...Object.fromEntries(kinds),
      "/exchange/documents": {
        post: post("A document of any kind: in JSON under its name, in XML by its root element.", named, ACCEPTED),
      },
    },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: { ...schemas, Receipt: RECEIPT, Problem: PROBLEM, Result: RESULT },
    },
  };
}

/** A schema within another document is named by where it stands. */
function withoutHead(kind: DocumentKind): Json {
  const { $schema: _, $id: __, ...schema } = jsonSchemaOf(kind) as JsonObject;
  return schema;
}
