import { textInXml, XML_DECLARATION, xmlElement } from "../../exchange/markup.js";
import { pointerOf, type Place } from "../../exchange/decoded.js";
import { inUtf8, PROBLEM_JSON_TYPE, PROBLEM_XML_TYPE } from "../../exchange/media-types.js";
import type { Format } from "../../exchange/read-document.js";

/** A fault as it is answered: the rule, where, and what to do about it. */
export interface AnsweredFault {
  readonly rule: string;
  /** A JSON pointer (RFC 6901) over the document, in both formats. */
  readonly pointer: string;
  /** Of a request without a document: which parameter of its address; the pointer is empty then. */
  readonly parameter?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** RFC 9457: why a document was not accepted. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly requestId: string;
  /** Of a submission that was judged: the attempt's entry in the journal, and when it was received. */
  readonly reference?: string;
  readonly receivedAt?: string;
  readonly violations?: readonly AnsweredFault[];
}

export function problem(
  status: number,
  code: string,
  title: string,
  requestId: string,
  more: Partial<Problem> = {},
): Problem {
  const type = `urn:dabyl:problem:${code.toLowerCase().replaceAll("_", "-")}`;
  return { type, title, status, code, instance: `urn:uuid:${requestId}`, requestId, ...more };
}

export function answeredFault(
  rule: string,
  path: readonly string[],
  place: Place | null,
  message: string,
): AnsweredFault {
  return { rule, pointer: pointerOf(path), ...place, message };
}

export const PROBLEM_TYPES: Readonly<Record<Format, string>> = {
  json: inUtf8(PROBLEM_JSON_TYPE),
  xml: inUtf8(PROBLEM_XML_TYPE),
};

/** RFC 9457, section 3 and appendix B: members are elements, the items of an array are each `i`. */
export function writeProblem(given: Problem, format: Format): string {
  if (format === "json") return JSON.stringify(given);
  return `${XML_DECLARATION}${problemInXml(given)}\n`;
}

/** The element by itself. */
export function problemInXml(given: Problem): string {
  return xmlElement("problem", { xmlns: "urn:ietf:rfc:7807" }, inXml(given));
}

function inXml(value: unknown): string {
  if (typeof value === "string") return textInXml(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map((item: unknown) => xmlElement("i", {}, inXml(item))).join("");
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .map(([name, member]) => xmlElement(name, {}, inXml(member)))
    .join("");
}
