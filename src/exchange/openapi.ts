import type { Json } from "../domain/canonical.js";
import { ADDRESSES, EXCHANGE, type AddressName } from "../domain/forms/addresses.js";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../domain/forms/documents.js";
import { REGISTER_NAMES } from "../domain/registers.js";
import { LOCALES } from "../domain/wording/wording.js";
import { slugOf } from "./json-schema.js";
import { CSV_TYPE, HTML_TYPE, JSON_TYPE, NDJSON_TYPE, PDF_TYPE, XML_TYPE } from "./media-types.js";
import {
  file,
  header,
  HEADERS,
  inBoth,
  inLines,
  parameter,
  PARAMETERS,
  refused,
  RESPONSES,
} from "./openapi-answers.js";
import { givenName, openapiSchemas, ref, type GivenKind, type JsonObject } from "./openapi-schemas.js";

const LANGUAGE = parameter("AcceptLanguage");

/** An address as OpenAPI writes it: `{name}` stands for a segment. */
const template = (name: AddressName): string => EXCHANGE + ADDRESSES[name].replaceAll(/:(\w+)/g, "{$1}");

/** The elements of XML that a request may have as its root. */
const anyOf = (kinds: readonly DocumentKind[]): string => kinds.join("`, `");

/** What takes documents of these kinds: one, or a batch of them. */
function taking(operationId: string, summary: string, schema: JsonObject, kinds: readonly DocumentKind[]): JsonObject {
  return {
    post: {
      operationId,
      summary,
      description: "Safe to send again: the same content under the same key is answered with the same receipt.",
      parameters: [LANGUAGE, parameter("ContentEncoding"), parameter("IdempotencyKey"), parameter("Prefer")],
      requestBody: {
        description: "A document, or a batch: in JSON one document a line, in XML as the elements of `batch`.",
        required: true,
        content: { ...inBoth(schema, `${anyOf(kinds)}\` or \`batch`), [NDJSON_TYPE]: { schema } },
      },
      responses: {
        200: {
          description:
            "Accepted and sealed. Of a batch: a result for each document in their order, one a line, and a summary; in XML `results`.",
          headers: { ...header("Location"), ...header("ETag"), ...header("Preference-Applied") },
          content: {
            ...inBoth(ref("Receipt"), "receipt` or `results"),
            [NDJSON_TYPE]: { schema: { oneOf: [ref("Result"), ref("Summary")] } },
          },
        },
        ...refused(202, 400, 401, 403, 404, 406, 409, 413, 415, 422, 429, 500, 503),
      },
    },
  };
}

/** What takes one document of any kind and keeps nothing. */
function judging(operationId: string, summary: string, ok: JsonObject, refusals: JsonObject): JsonObject {
  return {
    post: {
      operationId,
      summary,
      description: "`submissionKey` may be left out.",
      parameters: [LANGUAGE, parameter("ContentEncoding")],
      requestBody: { required: true, content: inBoth(ref("Document"), anyOf(DOCUMENT_KINDS)) },
      responses: { 200: ok, ...refusals },
    },
  };
}

function getting(
  operationId: string,
  summary: string,
  parameters: readonly (keyof typeof PARAMETERS)[],
  ok: JsonObject,
  refusals: JsonObject,
): JsonObject {
  const named = [...parameters.map(parameter), LANGUAGE];
  return { get: { operationId, summary, parameters: named, responses: { 200: ok, ...refusals } } };
}

/** A document of a kind as it was sent. */
function document(
  operationId: string,
  summary: string,
  kind: GivenKind,
  ...parameters: readonly (keyof typeof PARAMETERS)[]
): JsonObject {
  const isCompared = parameters.includes("since");
  const given = isCompared ? { oneOf: [ref(givenName(kind)), ref("CardDifferences")] } : ref(givenName(kind));
  const ok = { description: "As it was sent.", headers: header("ETag"), content: inBoth(given, kind) };
  const unchanged = { 304: { description: "Nothing has changed.", headers: header("ETag") } };
  const refusals = refused(400, 401, 403, 404, 406, 429, 500, 503);
  return getting(operationId, summary, [...parameters, "IfNoneMatch"], ok, { ...unchanged, ...refusals });
}

function list(operationId: string, summary: string, schema: JsonObject): JsonObject {
  const description = "One page, oldest first: one a line in JSON, in XML `list`. Each item has its cursor.";
  const ok = { description, headers: header("Link"), content: inLines(schema, "list") };
  return getting(operationId, summary, ["after", "limit"], ok, refused(400, 401, 403, 406, 429, 500, 503));
}

const PDF = { [PDF_TYPE]: file("A print.") };
const HTML = { [HTML_TYPE]: file("A page for a printer, for which nothing is fetched.") };

/** On paper, in the language of Accept-Language. */
function printed(
  operationId: string,
  summary: string,
  content: JsonObject,
  ...parameters: readonly (keyof typeof PARAMETERS)[]
): JsonObject {
  const ok = {
    description: "Laid out as annex 3 prints it.",
    headers: { ...header("Content-Disposition"), ...header("Content-Language") },
    content,
  };
  return getting(operationId, summary, parameters, ok, refused(400, 401, 403, 404, 413, 429, 500, 501, 503));
}

const REGISTER = {
  get: {
    operationId: "takeRegister",
    summary: "A register over a period. Taking it out is an entry in the journal, so there is no HEAD.",
    parameters: [
      { name: "register", in: "path", required: true, schema: { enum: REGISTER_NAMES } },
      { name: "format", in: "path", required: true, schema: { enum: ["csv", "html", "pdf"] } },
      ...(["from", "until", "soc"] as const).map(parameter),
      LANGUAGE,
    ],
    responses: {
      200: {
        description: "CSV has any number of entries; a transfer that breaks off is not whole.",
        headers: { ...header("Content-Disposition"), ...header("Content-Language") },
        content: { [CSV_TYPE]: file("RFC 4180, UTF-8 with a byte-order mark, header present."), ...HTML, ...PDF },
      },
      ...refused(400, 401, 403, 404, 413, 429, 500, 501, 503),
    },
  },
};

const SCHEMA_FILES = [
  "exchange-1.xsd",
  "openapi.json",
  "form.json",
  ...LOCALES.map((locale) => `form.${locale}.json`),
  ...DOCUMENT_KINDS.flatMap((kind) => [`${slugOf(kind)}.xsd`, `${slugOf(kind)}.schema.json`]),
];

const SCHEMA_FILE = {
  get: {
    operationId: "getSchema",
    summary:
      "What is published of documents: schemas in XML and JSON, this description, and the labels that people read.",
    security: [],
    parameters: [{ name: "file", in: "path", required: true, schema: { enum: SCHEMA_FILES } }],
    responses: {
      200: {
        description: "The file.",
        content: { [JSON_TYPE]: file("JSON Schema, OpenAPI or labels."), [XML_TYPE]: file("XML Schema.") },
      },
      ...refused(404, 429, 500),
    },
  },
};

/** What takes documents of one kind, and what lists them. */
function pathsOfKinds(): JsonObject {
  const named = (kind: DocumentKind): string => `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  return Object.fromEntries(
    DOCUMENT_KINDS.map((kind): [string, JsonObject] => [
      `${EXCHANGE}/${DOCUMENTS[kind].path}`,
      taking(`submit${named(kind)}`, `${DOCUMENTS[kind].label.en}.`, ref(kind), [kind]),
    ]),
  );
}

/** What is given out. */
function pathsOfGiving(): JsonObject {
  const card = template("card");
  const revision = template("cardRevision");
  const receipt = {
    description: "As its sender was given it, with duties as they stand now.",
    content: inBoth(ref("Receipt"), "receipt"),
  };
  const notification = {
    description: "As the reader was told it.",
    content: inBoth(ref("Notification"), "notification"),
  };
  const refusals = refused(400, 401, 403, 404, 406, 429, 500, 503);
  return {
    [card]: document("getIncidentCard", "The last revision of a card.", "incidentCard", "number", "since"),
    [`${card}.pdf`]: printed("printIncidentCard", "The last revision as PDF.", PDF, "number", "since"),
    [`${card}.html`]: printed("printIncidentCardAsHtml", "The last revision as HTML.", HTML, "number", "since"),
    [revision]: document(
      "getIncidentCardRevision",
      "A revision of a card, which never changes.",
      "incidentCard",
      "number",
      "revision",
      "since",
    ),
    [`${revision}.pdf`]: printed("printIncidentCardRevision", "A revision as PDF.", PDF, "number", "revision", "since"),
    [`${revision}.html`]: printed(
      "printIncidentCardRevisionAsHtml",
      "A revision as HTML.",
      HTML,
      "number",
      "revision",
      "since",
    ),
    [template("report")]: document(
      "getIncidentReport",
      "The initial report of an incident.",
      "incidentReport",
      "number",
    ),
    [template("threatAnalysis")]: document("getThreatAnalysis", "An analysis of a threat.", "threatAnalysis", "id"),
    [template("eventAnalysis")]: document("getEventAnalysis", "An analysis of an event.", "eventAnalysis", "id"),
    [template("notifications")]: list(
      "listNotifications",
      "Notifications of the national centre.",
      ref("Notification"),
    ),
    [template("notification")]: getting(
      "getNotification",
      "A notification.",
      ["notificationNumber"],
      notification,
      refusals,
    ),
    [template("receipt")]: getting(
      "getReceipt",
      "What became of what your party sent under a key; 404 while nothing was accepted.",
      ["submissionKey"],
      receipt,
      refusals,
    ),
    [`${template("register")}.{format}`]: REGISTER,
    [template("schemaFile")]: SCHEMA_FILE,
  };
}

/** The OpenAPI 3.1 description of the documents over HTTP (R13.2), for whoever integrates by it. */
export function openapi(): Json {
  const kinds = pathsOfKinds();
  const cards = template("cards");
  const verdict = { description: "It would be accepted.", content: inBoth(ref("Verdict"), "verdict") };
  const canonical = {
    description: "Canonical content (RFC 8785), whose SHA-256 a receipt holds.",
    content: { [JSON_TYPE]: { schema: { type: "object" } } },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: "Dabyl: documents in JSON and XML",
      version: "1.0",
      description:
        "Order No. 48/НҚ, paragraph 13, 2 (R13.2). XML by exchange-1.xsd, namespace urn:dabyl:exchange:1. Wherever GET is described HEAD is answered too, unless it says otherwise. Everything else of the gateway is GraphQL, at /graphql.",
    },
    security: [{ token: [] }],
    paths: {
      ...kinds,
      [cards]: {
        ...(kinds[cards] as JsonObject),
        ...list("listIncidentCards", "The last revision of each card.", ref(givenName("incidentCard"))),
      },
      [template("documents")]: taking(
        "submitDocument",
        "A document of any kind: in JSON under its name, in XML by its root element.",
        ref("Document"),
        DOCUMENT_KINDS,
      ),
      [template("validate")]: judging(
        "validateDocument",
        "Judges a document by form and rules; nothing is kept, not even the attempt.",
        verdict,
        refused(400, 401, 403, 404, 406, 413, 415, 422, 429, 500, 503),
      ),
      [template("canonical")]: judging(
        "canonicalDocument",
        "The canonical content of a document of its form; nothing is judged by rules.",
        canonical,
        refused(400, 401, 406, 413, 415, 429, 500, 503),
      ),
      ...pathsOfGiving(),
    },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: openapiSchemas(),
      parameters: PARAMETERS,
      headers: HEADERS,
      responses: RESPONSES,
    },
  };
}
