import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/domain/canonical.js";
import { contentOf } from "../../src/exchange/content.js";
import type { Format } from "../../src/exchange/read-document.js";
import { readDocument } from "../support/form-documents.js";

/** R13.2: what `docs/documents.md` shows to be sent is of its form. */

const PAGE = readFileSync(join(import.meta.dirname, "../../docs/documents.md"), "utf8");

/** The documents of the page in this format, as they stand there. */
function shown(format: Format): readonly string[] {
  const blocks = [...PAGE.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(
    ([, language, text]) => [language, text ?? ""] as const,
  );
  return blocks.filter(([language]) => language === format).flatMap(([, text]) => text);
}

test("each document in XML reads by its form, and the card says the same as the one in JSON", () => {
  const read = shown("xml").map((text) => readDocument(Buffer.from(text), "xml", null));
  expect(read.map(({ kind }) => kind)).toEqual(["incidentReport", "incidentCard", "notConfirmed"]);
  const card = shown("json").find((text) => text.includes('"card"'));
  const inJson = readDocument(Buffer.from(card ?? ""), "json", "incidentCard");
  const said = [read[1], inJson].map((one) => one && canonicalJson(contentOf(one.kind, one.content)));
  expect(said[0]).toBe(said[1]);
});
