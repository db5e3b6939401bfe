/** The media types of what is exchanged over HTTP. */
export const JSON_TYPE = "application/json";
export const XML_TYPE = "application/xml";
/** Documents or results in JSON, one a line. */
export const NDJSON_TYPE = "application/x-ndjson";
/** RFC 9457. */
export const PROBLEM_JSON_TYPE = "application/problem+json";
export const PROBLEM_XML_TYPE = "application/problem+xml";
export const PDF_TYPE = "application/pdf";
export const HTML_TYPE = "text/html";
export const CSV_TYPE = "text/csv";

/** A type whose texts are in UTF-8, as an answer says it. */
export function inUtf8(type: string): string {
  return `${type}; charset=utf-8`;
}
