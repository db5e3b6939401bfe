import type { SaxesTagNS } from "saxes";
import { trimmed } from "./decoded.js";

/** What documents are called in XML, and what is asked of XML before its form is. */

export const NAMESPACE = "urn:dabyl:exchange:1";
export const VERSION = "1.0";
export const SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
export const XINCLUDE = "http://www.w3.org/2001/XInclude";
export const XMLNS = "http://www.w3.org/2000/xmlns/";

/** Attributes of an element, and characters of one. */
export const ATTRIBUTES = 64;
export const ATTRIBUTE = 4_096;

/** Whether the encoding that a declaration names is the one that is taken. */
export function isUtf8(encoding: string | undefined): boolean {
  return encoding === undefined || encoding.toLowerCase() === "utf-8";
}

/** Whether a root element is of the version that is taken. */
export function hasVersion(root: SaxesTagNS): boolean {
  return trimmed(root.attributes["version"]?.value ?? "") === VERSION;
}
