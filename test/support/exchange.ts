import { canonicalJson } from "../../src/domain/canonical.js";
import type { DocumentKind } from "../../src/domain/forms/documents.js";
import { DOCUMENTS } from "../../src/domain/forms/documents.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { contentOf } from "../../src/exchange/content.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import type { Format } from "../../src/exchange/read-document.js";
import { sha256 } from "../../src/platform/hash.js";
import type { Person } from "./person.js";

/** An answer of the documents' door. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: Readonly<Record<string, unknown>>;
}

type Sending = {
  readonly body?: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
};

export const TYPES: Readonly<Record<Format, string>> = { json: "application/json", xml: "application/xml" };

/** Asks for `path` below `/exchange` as this person. */
export async function exchange(
  person: Person,
  path: string,
  { body, type, headers = {}, method = body === undefined ? "GET" : "POST" }: Sending = {},
): Promise<ExchangeAnswer> {
  const answer = await fetch(`${person.world.url}/exchange/${path}`, {
    method,
    headers: { authorization: `Bearer ${person.token}`, ...(type ? { "content-type": type } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  const isJson = /[/+]json/.test(answer.headers.get("content-type") ?? "");
  return { status: answer.status, headers: answer.headers, text, json: isJson ? (JSON.parse(text) as JsonObject) : {} };
}

/** Sends a document of its form in a format. */
export function sends(
  person: Person,
  kind: DocumentKind,
  content: JsonObject,
  format: Format = "json",
  headers: Readonly<Record<string, string>> = {},
): Promise<ExchangeAnswer> {
  const body = writeDocument(kind, content, format);
  return exchange(person, DOCUMENTS[kind].path, { body, type: TYPES[format], headers });
}

/** The hash by which a sender verifies the receipt of its own document. */
export function hashOf(kind: DocumentKind, content: JsonObject): string {
  return sha256(canonicalJson(contentOf(kind, content))).toString("hex");
}
