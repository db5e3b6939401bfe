import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isEnumType, isInputObjectType, type GraphQLInputObjectType } from "graphql";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/domain/canonical.js";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../../src/domain/forms/documents.js";
import type { Shape } from "../../src/domain/forms/form.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { contentOf } from "../../src/exchange/content.js";
import { slugOf } from "../../src/exchange/json-schema.js";
import { FORMATS } from "../../src/exchange/read-document.js";
import { readDocument } from "../support/form-documents.js";
import { writeDocument } from "../../src/exchange/write-document.js";

/** R13.2: whatever reads, writes or describes documents is asked for every field of every one of them. */

const published = (name: string): string => readFileSync(new URL(`../../schema/${name}`, import.meta.url), "utf8");

/** The fields of a document as `card.indicators.type`; an item of a list has the list's path. */
function fieldsOf(shape: Shape, path = ""): string[] {
  if (shape.is === "list") return fieldsOf(shape.of, path);
  if (shape.is !== "record") return [];
  return Object.entries(shape.members).flatMap(([name, member]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return [at, ...fieldsOf(member.shape, at)];
  });
}

const FIELDS = new Map(DOCUMENT_KINDS.map((kind) => [kind, fieldsOf(DOCUMENTS[kind].shape)]));
const fields = (kind: DocumentKind): readonly string[] => FIELDS.get(kind) ?? [];

/** What an adapter has forgotten of a document, in sentences. */
function forgotten(adapter: string, kind: DocumentKind, known: ReadonlySet<string>, needed = fields(kind)): string[] {
  return needed.filter((field) => !known.has(field)).map((field) => `${adapter} has forgotten ${kind}.${field}`);
}

/** A value with every field of its shape in it. */
function filled(shape: Shape): Json {
  switch (shape.is) {
    case "text":
    case "code":
    case "id":
    case "reference":
      return "x";
    case "instant":
      return "2026-03-01T00:00:00.000Z";
    case "date":
      return "2026-03-01";
    case "count":
      return 1;
    case "choice":
      return shape.values[0] ?? "";
    case "list":
      return [filled(shape.of)];
    case "record":
      return Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, filled(member.shape)]));
  }
}

const filledDocument = (kind: DocumentKind): JsonObject => filled(DOCUMENTS[kind].shape) as JsonObject;

/** The fields that a value holds, by their paths. */
function held(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => held(item, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return inner === null ? [] : [at, ...held(inner, at)];
  });
}

/** The elements of a document in XML and the attributes of its indicators, by their paths; items have their list's. */
function inXml(text: string, kind: DocumentKind): string[] {
  const items = new Set([
    "indicator",
    "affectedObject",
    "notificationId",
    "objectId",
    "kind",
    "contour",
    "consequence",
  ]);
  const lists = new Set([
    "indicators",
    "affectedObjects",
    "notificationIds",
    "objectIds",
    "kinds",
    "contours",
    "consequences",
  ]);
  const [found, open]: [string[], string[]] = [[], []];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const isItem = items.has(name) && lists.has(open.at(-1) ?? "");
    open.push(isItem ? "" : name);
    const path = open
      .slice(1)
      .filter((part) => part !== "")
      .join(".");
    found.push(path);
    // Of an indicator, the value is the element's text.
    if (name === "indicator")
      found.push(...[...Object.keys(attributes), "value"].map((attribute) => `${path}.${attribute}`));
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  expect(found[0]).toBe("");
  expect(text).toContain(`<${kind} `);
  return found;
}

/** The names under which an XML Schema has elements and attributes, in the places where they may stand. */
function inXsd(text: string): string[] {
  const [found, open]: [string[], (string | null)[]] = [[], []];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const named = name === "xs:element" || name === "xs:attribute" ? (attributes["name"] as string) : null;
    // The root's type stands beside it; an item has its list's path.
    const isItem = named !== null && attributes["maxOccurs"] === "unbounded";
    open.push(named === null || isItem || attributes["type"]?.toString().match(/^[A-Z].*[A-Z]/) ? null : named);
    const path = open.filter((part) => part !== null).join(".");
    if (named !== null) found.push(path);
    if (isItem && named === "indicator") found.push(`${path}.value`);
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return found;
}

function inSchema(schema: unknown, path = ""): string[] {
  const { properties, items, anyOf } = schema as { properties?: object; items?: object; anyOf?: readonly object[] };
  return [
    ...Object.entries(properties ?? {}).flatMap(([name, inner]) => {
      const at = path === "" ? name : `${path}.${name}`;
      return [at, ...inSchema(inner, at)];
    }),
    ...(items ? inSchema(items, path) : []),
    ...(anyOf ?? []).flatMap((one) => inSchema(one, path)),
  ];
}

const graph = buildSchema(published("gateway.graphql"));
/** The mutations' inputs that a document becomes. */
const INPUTS: Readonly<Record<DocumentKind, readonly string[]>> = {
  incidentReport: ["ReportIncidentInput"],
  incidentCard: ["SubmitIncidentCardInput", "AmendIncidentCardInput"],
  threatAnalysis: ["SubmitThreatAnalysisInput"],
  eventAnalysis: ["SubmitEventAnalysisInput"],
  notConfirmed: ["AnswerNotConfirmedInput"],
};

/** An input's fields under the names that documents have for them: a report is a part of its own, objects are `objectIds`. */
function inInput(kind: DocumentKind): string[] {
  const look = (type: GraphQLInputObjectType, path: string): string[] =>
    Object.values(type.getFields()).flatMap((field) => {
      const inner = getNamedType(field.type);
      const name = type.name === "AnalysisInput" && field.name === "affectedObjects" ? "objectIds" : field.name;
      const isOfReport = type.name === "ReportIncidentInput" && !["submissionKey", "notificationIds"].includes(name);
      const at = [path, ...(isOfReport ? ["report"] : []), name].filter((part) => part !== "").join(".");
      return [at, ...(isInputObjectType(inner) ? look(inner, at) : [])];
    });
  const inputs = INPUTS[kind].flatMap((name) => look(graph.getType(name) as GraphQLInputObjectType, ""));
  return kind === "incidentReport" ? ["report", ...inputs] : inputs;
}

/** Canonical content leaves out the key and calls what a document refers to by shorter names (docs/receipts.md). */
function inCanonical(kind: DocumentKind): string[] {
  const isAnalysis = kind === "threatAnalysis" || kind === "eventAnalysis";
  const renamed: Readonly<Record<string, string>> = {
    notifications: "notificationIds",
    ...(isAnalysis ? {} : { incident: "incidentId" }),
  };
  const paths = held(contentOf(kind, filledDocument(kind)));
  return ["submissionKey", ...paths.map((path) => renamed[path] ?? path)];
}

const ADAPTERS: Readonly<Record<string, (kind: DocumentKind) => readonly string[]>> = {
  "GraphQL input": inInput,
  "JSON Schema": (kind) => inSchema(JSON.parse(published(`${slugOf(kind)}.schema.json`))),
  "XML Schema": (kind) => inXsd(published(`${slugOf(kind)}.xsd`)),
  "JSON writer": (kind) => held(JSON.parse(writeDocument(kind, filledDocument(kind), "json"))),
  "XML writer": (kind) => inXml(writeDocument(kind, filledDocument(kind), "xml"), kind),
  "canonical content": inCanonical,
  ...Object.fromEntries(
    FORMATS.map((format) => [
      `${format.toUpperCase()} reader`,
      (kind: DocumentKind) =>
        held(readDocument(Buffer.from(writeDocument(kind, filledDocument(kind), format)), format, kind).content),
    ]),
  ),
};

describe.for(DOCUMENT_KINDS)("R13.2: of %s, nothing is forgotten", (kind) => {
  test.for(Object.entries(ADAPTERS))("by the %s", ([adapter, knownTo]) => {
    expect(forgotten(adapter, kind, new Set(knownTo(kind)))).toEqual([]);
  });

  test("of what the mutation takes", () => {
    const known = new Set(fields(kind));
    expect(forgotten("the form", kind, known, inInput(kind))).toEqual([]);
  });
});

test("R13.2: every choice of a document is one of the mutation's, and the other way round", () => {
  const enums = new Map(
    Object.values(graph.getTypeMap())
      .filter(isEnumType)
      .map((type) => [
        type
          .getValues()
          .map(({ name }) => name)
          .toSorted()
          .join(),
        type.name,
      ]),
  );
  const look = (shape: Shape): void => {
    if (shape.is === "list") look(shape.of);
    if (shape.is === "record") for (const { shape: inner } of Object.values(shape.members)) look(inner);
    if (shape.is === "choice") expect(enums.get(shape.values.toSorted().join()), shape.values.join()).toBeDefined();
  };
  for (const kind of DOCUMENT_KINDS) look(DOCUMENTS[kind].shape);
});

test("what is forgotten is named", () => {
  const known = new Set(fields("incidentCard").filter((field) => field !== "card.affectedObjects"));
  expect(forgotten("GraphQL input", "incidentCard", known)).toEqual([
    "GraphQL input has forgotten incidentCard.card.affectedObjects",
  ]);
});
