import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { published } from "./published-xsd.js";

/** The published description of the documents' door, as others read it. */

type JsonObject = { readonly [name: string]: unknown };

export interface Response {
  readonly description: string;
  readonly headers?: JsonObject;
  readonly content?: Readonly<Record<string, { readonly schema?: JsonObject }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, Response>>;
  readonly requestBody?: { readonly content: Response["content"] };
}

export interface OpenApi extends JsonObject {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonObject>> };
}

export const OPENAPI = JSON.parse(published("openapi.json")) as OpenApi;

/** Follows a reference within the document; throws where it leads nowhere. */
export function resolved<T>(value: T): T {
  const { $ref } = (value ?? {}) as { readonly $ref?: string };
  if ($ref === undefined) return value;
  const found = $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((held, name) => (held as JsonObject | undefined)?.[name], OPENAPI);
  if (found === undefined) throw new Error(`${$ref} leads nowhere`);
  return found as T;
}

/** Every operation with its path and its method. */
export function operations(): { readonly path: string; readonly method: string; readonly operation: Operation }[] {
  return Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

function ajv(): Ajv2020 {
  const made = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(made);
  made.addFormat("media-range", true);
  return made;
}

/** What is wrong with the document by the schema that the OpenAPI Initiative publishes (https://spec.openapis.org/oas/3.1/schema). */
export function openapiFaults(document: unknown): string[] {
  const schema = JSON.parse(readFileSync(new URL("openapi-3.1.schema.json", import.meta.url), "utf8")) as object;
  return faultsBy(ajv().compile(schema), document);
}

/** With every object closed: what is given out and is not described is a fault here. */
const answers = ajv();
answers.addSchema({
  $id: "https://example.kz/openapi.json",
  components: { schemas: closed(OPENAPI.components.schemas) },
});

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [name, closed(member)]);
  const isOpen = Object.hasOwn(value, "properties") && Object.hasOwn(value, "required");
  return { ...(isOpen ? { additionalProperties: false } : {}), ...(Object.fromEntries(members) as object) };
}

/** What is wrong with a value by a schema of the document. */
export function schemaFaults(schema: JsonObject, value: unknown): string[] {
  const moved = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://example.kz/openapi.json#/')) as object;
  return faultsBy(answers.compile(moved), value);
}

function faultsBy(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
