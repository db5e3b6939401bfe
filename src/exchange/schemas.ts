import { DOCUMENT_KINDS } from "../domain/forms/documents.js";
import { LOCALES } from "../domain/wording/wording.js";
import { jsonSchemaOf, slugOf } from "./json-schema.js";
import { openapi } from "./openapi.js";
import { publishedForm } from "./published-form.js";
import { xsd } from "./xsd.js";

/** What is published of documents, by the names of files: schemas of all in XML, of each kind in XML and JSON, OpenAPI, and what people read (R13.2). */
export function exchangeSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ["exchange-1.xsd", xsd()],
    ["openapi.json", JSON.stringify(openapi(), null, 2)],
    ["form.json", JSON.stringify(publishedForm(), null, 2)],
    ...LOCALES.map((locale): [string, string] => [
      `form.${locale}.json`,
      JSON.stringify(publishedForm(locale), null, 2),
    ]),
    ...DOCUMENT_KINDS.flatMap((kind): [string, string][] => [
      [`${slugOf(kind)}.xsd`, xsd(kind)],
      [`${slugOf(kind)}.schema.json`, JSON.stringify(jsonSchemaOf(kind), null, 2)],
    ]),
  ]);
}
