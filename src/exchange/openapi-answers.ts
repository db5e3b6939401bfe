import type { Json } from "../domain/canonical.js";
import { PAGE } from "../domain/forms/addresses.js";
import { MOST_DAYS } from "../domain/registers.js";
import { JSON_TYPE, NDJSON_TYPE, PROBLEM_JSON_TYPE, PROBLEM_XML_TYPE, XML_TYPE } from "./media-types.js";
import { ref, text, type JsonObject } from "./openapi-schemas.js";

/** What requests of the documents' door may carry, and what they are answered with, as OpenAPI names it. */

const of = (section: string, name: string | number): JsonObject => ({ $ref: `#/components/${section}/${name}` });

export const header = (name: keyof typeof HEADERS): JsonObject => ({ [name]: of("headers", name) });
export const parameter = (name: keyof typeof PARAMETERS): JsonObject => of("parameters", name);

/** XML is described by the XML Schema; OpenAPI says of it that it is a text. */
const inXml = (element: string): JsonObject => ({
  schema: { type: "string", description: `\`${element}\` of exchange-1.xsd, namespace urn:dabyl:exchange:1.` },
});

/** The same in JSON and, as this element, in XML. */
export function inBoth(schema: JsonObject, element: string): JsonObject {
  return { [JSON_TYPE]: { schema }, [XML_TYPE]: inXml(element) };
}

/** One a line in JSON, or the elements of one in XML. */
export function inLines(schema: JsonObject, element: string): JsonObject {
  return { [NDJSON_TYPE]: { schema }, [XML_TYPE]: inXml(element) };
}

export const file = (description: string): JsonObject => ({ schema: { description } });

function inPath(name: string, schema: JsonObject): JsonObject {
  return { name, in: "path", required: true, schema };
}

function inQuery(name: string, schema: JsonObject, required = false): JsonObject {
  return { name, in: "query", required, schema };
}

function inHeader(name: string, schema: JsonObject): JsonObject {
  return { name, in: "header", required: false, schema };
}

const DAY = { type: "string", format: "date" };

export const PARAMETERS = {
  AcceptLanguage: inHeader("Accept-Language", {
    type: "string",
    description: "In which language it is answered.",
    examples: ["kk", "ru", "en"],
  }),
  ContentEncoding: inHeader("Content-Encoding", { enum: ["identity", "gzip"] }),
  IdempotencyKey: inHeader(
    "Idempotency-Key",
    text("May repeat the document's submissionKey, in quotes; not of a batch."),
  ),
  Prefer: inHeader(
    "Prefer",
    text(
      "RFC 7240. `respond-async`: 202 once the document is kept, without waiting for its receipt. Of a batch, `return=minimal` leaves receipts out of the results.",
    ),
  ),
  IfNoneMatch: inHeader("If-None-Match", text("The ETag of what is known: 304 where nothing has changed.")),
  number: inPath("number", text("The incident's number, in capitals or not.")),
  notificationNumber: inPath("number", text("The notification's number, in capitals or not.")),
  revision: inPath("revision", { type: "integer", minimum: 1, maximum: 999_999_999 }),
  since: inQuery("since", {
    type: "integer",
    minimum: 1,
    maximum: 999_999_999,
    description: "A revision: what differs from it is given, in JSON or for print.",
  }),
  id: inPath("id", text("The analysis's id, as in the `location` of its receipt.")),
  submissionKey: inPath("submissionKey", text("The key under which it was sent.")),
  after: inQuery("after", text("The cursor of the last item that is known.")),
  limit: inQuery("limit", { type: "integer", minimum: 0, maximum: PAGE.most, default: PAGE.usual }),
  from: inQuery("from", { ...DAY, description: "The first day, by the calendar of Almaty." }, true),
  until: inQuery("until", { ...DAY, description: `The last day; both are counted, at most ${MOST_DAYS}.` }, true),
  soc: inQuery("soc", text("A SOC's code: its entries alone.")),
} as const;

export const HEADERS = {
  ETag: { schema: { type: "string" }, description: "Of this format of this revision; for If-None-Match." },
  Location: { schema: { type: "string" }, description: "Where it is from now on." },
  Link: { schema: { type: "string" }, description: "RFC 8288: the next page, `rel=next`; absent on the last." },
  "Retry-After": { schema: { type: "integer" }, description: "Seconds." },
  "Preference-Applied": { schema: { type: "string" }, description: "RFC 7240." },
  "Content-Language": { schema: { type: "string" } },
  "Content-Disposition": { schema: { type: "string" } },
} as const;

interface Refusal {
  readonly description: string;
  /** What `code` may be. */
  readonly codes: readonly string[];
  readonly headers?: readonly (keyof typeof HEADERS)[];
}

const REFUSALS = {
  202: {
    description: "Accepted; its receipt is not ready yet, or not waited for: Location says where it will be.",
    codes: ["ACCEPTED"],
    headers: ["Location", "Retry-After", "Preference-Applied"],
  },
  400: {
    description: "Not readable, or not of its form: every place; or a wrong parameter or header. Nothing was judged.",
    codes: ["DOCUMENT_UNREADABLE", "DOCUMENT_UNFIT", "BAD_USER_INPUT", "BAD_REQUEST", "QUERY_TOO_COSTLY"],
  },
  401: { description: "No token, or one that does not hold.", codes: ["UNAUTHENTICATED"] },
  403: { description: "The token's roles do not allow it.", codes: ["FORBIDDEN"] },
  404: { description: "It names something that does not exist or that you may not see.", codes: ["NOT_FOUND"] },
  406: { description: "Accept takes none of the formats.", codes: ["BAD_REQUEST"] },
  409: { description: "The key was used for other content.", codes: ["CONFLICT"] },
  413: { description: "Too large or too fine.", codes: ["BODY_TOO_LARGE", "DOCUMENT_UNREADABLE", "BAD_REQUEST"] },
  415: {
    description: "Not what its headers say, or not JSON or XML in UTF-8, plain or gzip.",
    codes: ["BAD_REQUEST", "DOCUMENT_UNREADABLE"],
  },
  422: { description: "Judged and refused by rules.", codes: ["SUBMISSION_REJECTED"] },
  429: { description: "Too much in a short time.", codes: ["RATE_LIMITED"], headers: ["Retry-After"] },
  500: { description: "An error of ours. Send a document again under its key.", codes: ["INTERNAL_SERVER_ERROR"] },
  501: { description: "It cannot be laid out as PDF; take HTML.", codes: ["BAD_REQUEST"] },
  503: {
    description: "Nothing is known of it: try again, a document under its key.",
    codes: ["BUSY", "UNAVAILABLE"],
    headers: ["Retry-After"],
  },
} as const satisfies Readonly<Record<number, Refusal>>;

export type Status = keyof typeof REFUSALS;

export const RESPONSES: JsonObject = Object.fromEntries(
  Object.entries<Refusal>(REFUSALS).map(([status, { description, codes, headers = [] }]): [string, Json] => [
    status,
    {
      description: `${description} \`code\`: ${codes.join(", ")}.`,
      ...(headers.length > 0 ? { headers: Object.assign({}, ...headers.map(header)) as JsonObject } : {}),
      content: {
        [PROBLEM_JSON_TYPE]: { schema: ref("Problem") },
        [PROBLEM_XML_TYPE]: { schema: { type: "string", description: "RFC 9457, appendix B." } },
      },
    },
  ]),
);

/** The answers of these statuses. */
export function refused(...statuses: readonly Status[]): JsonObject {
  return Object.fromEntries(statuses.map((status): [string, Json] => [String(status), of("responses", status)]));
}
