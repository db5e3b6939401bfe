import type { Json } from "../domain/canonical.js";
import { DOCUMENTS, type DocumentKind, type GIVEN_OUT } from "../domain/forms/documents.js";
import { codeName, type RecordShape, type Shape } from "../domain/forms/form.js";
import type { JsonObject } from "../domain/forms/read-form.js";
import type { Format } from "./read-document.js";
import { textInXml, XML_DECLARATION, xmlElement } from "./markup.js";
import { NAMESPACE, VERSION } from "./xml-names.js";

/** What stands at the root of a document that is given out. */
export type GivenOut = Partial<Record<(typeof GIVEN_OUT)[number], string>>;

/** R13.2: writes a document of its form, with the law's numbers of levels beside their names. What it holds must be of the form. */
export function writeDocument(kind: DocumentKind, content: JsonObject, format: Format, given: GivenOut = {}): string {
  if (format === "json") return JSON.stringify({ ...given, ...(withCodes(DOCUMENTS[kind].shape, content) as object) });
  const attributes = { xmlns: NAMESPACE, version: VERSION, ...given };
  return `${XML_DECLARATION}${xmlElement(kind, attributes, members(DOCUMENTS[kind].shape, content))}\n`;
}

function withCodes(shape: Shape, value: Json | undefined): Json | undefined {
  if (shape.is === "list") return (value as readonly Json[]).map((item) => withCodes(shape.of, item) as Json);
  if (shape.is !== "record") return value;
  const held = value as JsonObject;
  const entries = Object.entries(shape.members).flatMap(([name, { shape: inner }]): [string, Json | undefined][] => {
    const given = held[name] ?? null;
    if (given === null) return [];
    const code = inner.is === "choice" && inner.codes ? inner.codes[given as string] : undefined;
    const member: [string, Json | undefined] = [name, withCodes(inner, given)];
    return code === undefined ? [member] : [member, [codeName(name), code]];
  });
  return Object.fromEntries(entries);
}

function members({ members: all }: RecordShape, held: JsonObject): string {
  return Object.entries(all)
    .map(([name, { shape }]) => ((held[name] ?? null) === null ? "" : element(name, shape, held[name] as Json)))
    .join("");
}

function element(name: string, shape: Shape, value: Json): string {
  switch (shape.is) {
    case "list":
      return xmlElement(
        name,
        {},
        (value as readonly Json[]).map((item) => element(shape.item, shape.of, item)).join(""),
      );
    case "record": {
      const held = value as JsonObject;
      const { content } = shape;
      if (content === undefined) return xmlElement(name, {}, members(shape, held));
      const attributes = Object.keys(shape.members).filter((one) => one !== content);
      const given = Object.fromEntries(attributes.map((one) => [one, held[one] as string | undefined]));
      return xmlElement(name, given, textInXml(held[content] as string));
    }
    case "choice":
      return xmlElement(name, { code: shape.codes?.[value as string] }, value as string);
    case "count":
      return xmlElement(name, {}, JSON.stringify(value));
    case "text":
    case "instant":
    case "date":
    case "code":
    case "id":
    case "reference":
      return xmlElement(name, {}, textInXml(value as string));
  }
}
