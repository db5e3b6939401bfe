import type { OutgoingMember, OutgoingRecord, OutgoingRoot } from "../domain/forms/outgoing.js";
import { textInXml, XML_DECLARATION, xmlElement } from "./markup.js";
import type { Format } from "./read-document.js";
import { NAMESPACE, VERSION } from "./xml-names.js";

const ROOT = { xmlns: NAMESPACE, version: VERSION };

type Plain = string | number | boolean;
type Attributes = Parameters<typeof xmlElement>[1];

/** What is only given out, as it stands by itself. */
export function writeOutgoing<Held extends object>(form: OutgoingRoot<Held>, held: Held, format: Format): string {
  const written = writeListed(form, held, format);
  return format === "json" ? written : `${XML_DECLARATION}${written}\n`;
}

/** The same in a list: in XML without the declaration. */
export function writeListed<Held extends object>(form: OutgoingRoot<Held>, held: Held, format: Format): string {
  return format === "json" ? JSON.stringify(held) : outgoingInXml(form.element, form, held, ROOT);
}

/** What is described so as an element, with these attributes beside its own. */
export function outgoingInXml(name: string, { members }: OutgoingRecord, held: object, more: Attributes = {}): string {
  const attributes: Record<string, Attributes[string]> = { ...more };
  let content = "";
  for (const [member, described] of Object.entries(members)) {
    const value: unknown = Reflect.get(held, member);
    if (value === undefined) continue;
    if (described.inXml === "attribute") attributes[member] = value as Attributes[string];
    else content += described.inXml === "content" ? plainText(value) : elements(member, described, value);
  }
  return xmlElement(name, attributes, content);
}

function elements(name: string, { shape }: OutgoingMember, value: unknown): string {
  switch (shape.is) {
    case "record":
      return outgoingInXml(name, shape, value as object);
    case "list": {
      const items = (value as readonly object[]).map((item) => outgoingInXml(shape.item, shape.of, item)).join("");
      return shape.isWrapped ? xmlElement(name, {}, items) : items;
    }
    case "text":
    case "choice":
    case "instant":
    case "count":
    case "milliseconds":
    case "position":
    case "flag":
      return xmlElement(name, {}, plainText(value));
  }
}

/** What is neither a record nor a list, as XML has it. */
function plainText(value: unknown): string {
  const plain = value as Plain;
  return textInXml(String(plain));
}
