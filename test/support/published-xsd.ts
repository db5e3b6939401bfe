import { readFileSync } from "node:fs";
import { XmlDocument, XmlValidateError, XsdValidator } from "libxml2-wasm";

/** A published schema's text. */
export function published(name: string): string {
  return readFileSync(new URL(`../../schema/${name}`, import.meta.url), "utf8");
}

/** A published XML Schema, as others read it. */
export function publishedXsd(name: string): XsdValidator {
  return XsdValidator.fromDoc(XmlDocument.fromString(published(name)));
}

/** What libxml2 finds wrong with a text by a schema; empty where it accepts it. */
export function xsdFaults(text: string, schema: XsdValidator): string[] {
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromBuffer(Buffer.from(text));
    schema.validate(document);
    return [];
  } catch (error) {
    return error instanceof XmlValidateError ? error.details.map(({ message }) => message.trim()) : ["not well-formed"];
  } finally {
    document?.dispose();
  }
}
