import { DOCUMENT_KINDS } from "../domain/forms/documents.js";
import { jsonSchemaOf, slugOf } from "./json-schema.js";
import { xsd } from "./xsd.js";

/** The published schemas of documents by the names of their files: all of them in XML, and each kind alone in XML and JSON (R13.2). */
export function exchangeSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ["exchange-1.xsd", xsd()],
    ...DOCUMENT_KINDS.flatMap((kind): [string, string][] => [
      [`${slugOf(kind)}.xsd`, xsd([kind])],
      [`${slugOf(kind)}.schema.json`, JSON.stringify(jsonSchemaOf(kind), null, 2)],
    ]),
  ]);
}
