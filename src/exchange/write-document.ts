import type { Json } from "../domain/canonical.js";
import { DOCUMENTS, GIVEN_OUT, type DocumentKind } from "../domain/forms/documents.js";
import { codeName, type RecordShape, type Shape } from "../domain/forms/form.js";
import type { JsonObject } from "../domain/forms/read-form.js";
import type { Format } from "./read-document.js";
import { NAMESPACE, VERSION } from "./xml.js";

/** What stands at the root of a document that is given out. */
export type GivenOut = Partial<Record<(typeof GIVEN_OUT)[number], string>>;

/** R13.2: writes a document of its form, with the law's numbers of levels beside their names. What it holds must be of the form. */
export function writeDocument(kind: DocumentKind, content: JsonObject, format: Format, given: GivenOut = {}): string {
  if (format === "json") return JSON.stringify({ ...given, ...(withCodes(DOCUMENTS[kind].shape, content) as object) });
  const attributes = GIVEN_OUT.map((name): [string, string | undefined] => [name, given[name]]);
  const body = members(DOCUMENTS[kind].shape, content);
  const opened = open(kind, [["xmlns", NAMESPACE], ["version", VERSION], ...attributes]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${opened}>${body}</${kind}>\n`;
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
      return `<${name}>${(value as readonly Json[]).map((item) => element(shape.item, shape.of, item)).join("")}</${name}>`;
    case "record": {
      const held = value as JsonObject;
      const { content } = shape;
      if (content === undefined) return `<${name}>${members(shape, held)}</${name}>`;
      const attributes = Object.keys(shape.members).filter((one) => one !== content);
      const opened = open(
        name,
        attributes.map((one) => [one, held[one] as string | undefined]),
      );
      return `<${opened}>${escaped(held[content] as string)}</${name}>`;
    }
    case "choice": {
      const code = shape.codes?.[value as string];
      return `<${open(name, [["code", code === undefined ? undefined : String(code)]])}>${escaped(value as string)}</${name}>`;
    }
    case "count":
      return `<${name}>${value as number}</${name}>`;
    case "text":
    case "instant":
    case "date":
    case "reference":
      return `<${name}>${escaped(value as string)}</${name}>`;
  }
}

/** A start tag without its brackets. */
function open(name: string, attributes: readonly (readonly [string, string | undefined])[]): string {
  const written = attributes.map(([one, value]) => (value === undefined ? "" : ` ${one}="${escaped(value)}"`));
  return `${name}${written.join("")}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** CR too, which XML would read as a line feed. */
function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (one) => ESCAPES[one] ?? one);
}
