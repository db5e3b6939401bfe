import { readFileSync } from "node:fs";
import { buildSchema, isEnumType } from "graphql";
import { describe, expect, test } from "vitest";
import { CARD_FIELDS } from "../../src/domain/card-form.js";
import { CHOICES } from "../../src/domain/forms/choices.js";
import { DOCUMENT_KINDS, DOCUMENTS } from "../../src/domain/forms/documents.js";
import type { Shape } from "../../src/domain/forms/form.js";
import { OBLIGATION_KINDS, TERM_RULES } from "../../src/domain/obligations.js";
import { LOCALES } from "../../src/domain/wording/wording.js";
import { publishedForm } from "../../src/exchange/published-form.js";

const published = (name: string): string => readFileSync(new URL(`../../schema/${name}`, import.meta.url), "utf8");

type Part = { readonly [name: string]: Part };
const form = JSON.parse(published("form.json")) as Part;
const graph = buildSchema(published("gateway.graphql"));

/** What a shape has within it, in the published form. */
function expectShape(shape: Shape, part: Part | undefined): void {
  expect(part).toMatchObject({ is: shape.is });
  if (shape.is === "list") expectShape(shape.of, part?.["of"]);
  if (shape.is === "choice")
    expect(Object.keys(form["choices"]?.[part?.["choices"] as unknown as string] ?? {})).toEqual(shape.values);
  if (shape.is !== "record") return;
  expect(Object.keys(part?.["members"] ?? {})).toEqual(Object.keys(shape.members));
  for (const [name, { shape: inner, label, isOptional }] of Object.entries(shape.members)) {
    const member = part?.["members"]?.[name];
    expect([name, member?.["label"], member?.["isOptional"]]).toEqual([name, label, isOptional]);
    expectShape(inner, member);
  }
}

describe("schema/form.json", () => {
  test.for(DOCUMENT_KINDS)(
    "R13.2 has every member of %s in its order, under the name and the label of the form",
    (kind) => {
      const document = form["documents"]?.[kind];
      expect(document?.["label"]).toEqual(DOCUMENTS[kind].label);
      expectShape(DOCUMENTS[kind].shape, { ...document, is: "record" } as unknown as Part);
    },
  );

  test.for(Object.keys(CHOICES))(
    "has every value of the schema's %s, each with a label of its own in each language",
    (name) => {
      const type = graph.getType(name);
      const values = form["choices"]?.[name] ?? {};
      const known = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
      expect(Object.keys(values).toSorted()).toEqual(known.toSorted());
      for (const locale of LOCALES) {
        const labels = Object.values(values).map(({ label }) => label?.[locale] as unknown as string);
        expect(labels.filter((label) => !/\S/.test(label))).toEqual([]);
        expect(new Set(labels).size).toBe(known.length);
      }
    },
  );

  test("RA.1 has the table of levels: the law's number, the criteria and the types beside them", () => {
    const { Severity: levels } = form["choices"] ?? {};
    expect(Object.values(levels ?? {}).map(({ code }) => code)).toEqual([4, 3, 2, 1]);
    expect(levels?.["LOW"]).toMatchObject({
      criteria: { kk: expect.stringContaining("әсер етпейтін") as string },
      types: expect.arrayContaining(["SPAM", "PHISHING"]) as string[],
    });
    expect(form["reviewNote"]?.["kk"]).toContain("48 (қырық сегіз) сағат");
  });

  test("R9.1 to RA.1 has every rule that sets a term, its length in seconds and its duty by name", () => {
    expect(Object.keys(form["rules"] ?? {}).toSorted()).toEqual(TERM_RULES.toSorted());
    expect(Object.keys(form["duties"] ?? {})).toEqual(OBLIGATION_KINDS);
    expect(form["rules"]?.["R9.2"]).toEqual({ duty: "NOTIFY_OWNER", seconds: 900 });
    expect(form["rules"]?.["R9.3"]).toEqual({ duty: "SUBMIT_CARD", seconds: 259_200 });
  });

  test("what annex 3 puts in one row are fields of the card that follow one another", () => {
    const names = CARD_FIELDS.map(([name]) => name as string);
    const members = form["details"]?.["members"] as unknown as readonly string[];
    const first = names.indexOf(members[0] ?? "");
    expect(names.slice(first, first + members.length)).toEqual(members);
  });

  test.for(LOCALES)("in %s alone is the same, with texts in place of what is in each language", (locale) => {
    const only = (value: unknown): unknown => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      if (Object.keys(value).join() === "kk,ru,en") return (value as Record<string, unknown>)[locale];
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, only(inner)]));
    };
    expect(JSON.parse(published(`form.${locale}.json`))).toEqual(only(form));
    expect(publishedForm(locale)).toEqual(only(form));
  });
});
