import { expect, test } from "vitest";
import { acceptedFormat, formatOf, isNdjson, prefersMinimal } from "../../src/server/exchange/negotiation.js";

/** What clients say in headers of the documents' door, and what is made of it (R13.2). */

test.for([
  [undefined, "json"],
  [" ", "json"],
  ["application/xml", "xml"],
  ["text/xml", "xml"],
  ["text/*", "xml"],
  ["APPLICATION/XML", "xml"],
  ["*/*", "json"],
  ["application/*", "json"],
  // A client that takes results one a line takes JSON.
  ["application/x-ndjson", "json"],
  ["application/xml, application/json", "json"],
  ["application/json;q=0.5, application/xml", "xml"],
  ["application/json;q=0.8, application/xml;q=0.9", "xml"],
  ["application/xml;q=0.8, application/json;q=0.9", "json"],
  ["application/xml ; q=0.4 , application/json ; Q=0.3", "xml"],
  ["application/json;charset=utf-8;q=0.1, text/xml;q=0.2", "xml"],
  // A weight that is none is the least.
  ["application/json;q=much, application/xml;q=0.1", "xml"],
  // What is named counts before what is only covered.
  ["*/*, application/json;q=0", "xml"],
  ["*/*;q=0.9, application/json;q=0.1", "xml"],
  ["application/*;q=0.5, application/json;q=0.1", "xml"],
  ["application/*;q=0.1, */*", "xml"],
  ["*/*;q=0.1, application/xml;q=0.2", "xml"],
  ["text/html, */*;q=0.1", "json"],
  ["text/html, application/xhtml+xml", null],
  ["application/json;q=0", null],
  ["application/json;q=0, text/html", null],
  ["*/*;q=0", null],
  ["image/*", null],
] as const)("R13.2 Accept: %s is answered in %s (RFC 9110, section 12.5.1)", ([accept, format]) => {
  expect(acceptedFormat(accept)).toBe(format);
});

test.for([
  [undefined, false],
  ["return=minimal", true],
  ['return="minimal"', true],
  ["Return = Minimal", true],
  ["respond-async, return=minimal", true],
  ["respond-async; return=minimal; wait=10", true],
  [["respond-async", "return=minimal"], true],
  ["return=representation", false],
  ["return=minimalist", false],
  ["noreturn=minimal", false],
  ["minimal", false],
] as const)("R13.2 Prefer: %s leaves receipts out: %s (RFC 7240, section 4.2)", ([prefer, isMinimal]) => {
  expect(prefersMinimal(prefer)).toBe(isMinimal);
});

test.for([
  ["application/json", "json", false],
  ["application/xml", "xml", false],
  ["text/xml; charset=utf-8", "xml", false],
  [" Application/JSON ;charset=utf-8", "json", false],
  ["application/x-ndjson; charset=utf-8", null, true],
  ["text/json", null, false],
  ["application/xml-dtd", null, false],
  [undefined, null, false],
] as const)("R13.2 Content-Type: %s is of the format %s, or of documents in lines: %s", ([type, format, isLines]) => {
  expect([formatOf(type), isNdjson(type)]).toEqual([format, isLines]);
});
