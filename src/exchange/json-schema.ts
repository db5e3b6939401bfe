import type { Json } from "../domain/canonical.js";
import { DOCUMENTS, GIVEN_OUT, type DocumentKind } from "../domain/forms/documents.js";
import { codeName, type Member, type Members, type Shape } from "../domain/forms/form.js";
import type { InEach } from "../domain/wording/wording.js";

/** The part of a URN and a file's name that stands for a kind: `incident-card`. */
export function slugOf(kind: DocumentKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The JSON Schema (2020-12) of a kind of document. Bounds that are settings are not in it: they are judged afterwards. */
export function jsonSchemaOf(kind: DocumentKind): Json {
  const { label, shape } = DOCUMENTS[kind];
  const given = Object.fromEntries(GIVEN_OUT.map((name) => [name, { type: "string", description: PASSED_OVER }]));
  const root = recordOf(shape.members, given);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:dabyl:exchange:1:${slugOf(kind)}`,
    title: label.en,
    description: described(label),
    ...root,
  };
}

const PASSED_OVER = "Stands in a document that the gateway gives out; passed over where it is sent.";

export function described({ kk, ru, en }: InEach): string {
  return [kk, ru, en].join(" · ");
}

function recordOf(members: Members, more: { readonly [name: string]: Json } = {}): { readonly [name: string]: Json } {
  const properties: Record<string, Json> = {};
  for (const [name, member] of Object.entries(members)) {
    properties[name] = memberOf(member);
    const { shape } = member;
    if (shape.is === "choice" && shape.codes)
      properties[codeName(name)] = { enum: Object.values(shape.codes), description: "The law's number of it." };
  }
  const required = Object.keys(members).filter((name) => members[name]?.isOptional !== true);
  return { type: "object", properties: { ...properties, ...more }, required, additionalProperties: false };
}

function memberOf({ shape, isOptional, label }: Member): Json {
  const schema = schemaOf(shape);
  const nullable = isOptional ? { anyOf: [schema, { type: "null" }] } : schema;
  return { ...nullable, description: described(label) };
}

/** From 1970: validators need not heed a format. */
const YEAR = "^(19[7-9]\\d|[2-9]\\d{3})";

function schemaOf(shape: Shape): { readonly [name: string]: Json } {
  switch (shape.is) {
    case "text":
    case "code":
    case "id":
    case "reference":
      return { type: "string" };
    case "instant":
      return { type: "string", format: "date-time", pattern: `${YEAR}-` };
    case "date":
      return { type: "string", format: "date", pattern: `${YEAR}-\\d{2}-\\d{2}$` };
    case "count":
      return { type: "integer", minimum: 0, maximum: 2_147_483_647 };
    case "choice":
      return { type: "string", enum: shape.values };
    case "list":
      return { type: "array", items: schemaOf(shape.of) };
    case "record":
      return recordOf(shape.members);
  }
}
