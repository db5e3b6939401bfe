import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { buildSchema, getIntrospectionQuery, parse, type DocumentNode, type GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { readConfig } from "../../src/platform/config.js";
import { Rates } from "../../src/platform/rates.js";
import { hashOf, KeptDocuments } from "../../src/server/kept-documents.js";
import { widthFault } from "../../src/server/operation-limits.js";
import { Preparation } from "../../src/server/prepare-operation.js";

const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

const { operationLimits, rates } = readConfig({});

function preparation(): Preparation {
  return new Preparation(schema, operationLimits, new Rates(rates, () => 0));
}

function times(count: number, one: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => one(index)).join(" ");
}

function measureOf(fault: GraphQLError | null): unknown {
  const cause = fault?.originalError;
  return cause instanceof Refusal ? (cause.says.about as { readonly measure?: string }).measure : undefined;
}

/** Documents that make the validation of graphql compare much with much, larger and larger. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  "one field many times": (size) => `{ me { ${"name ".repeat(size)} } }`,
  "one object of the root": (size) => `{ ${"me{name}".repeat(size)} }`,
  "one object many times": (size) => `{ incidents { nodes { ${"soc { code name } ".repeat(size)} } } }`,
  "objects within objects": (size) =>
    `{ ${`incidents { nodes { ${"notification { incidents { number } } ".repeat(size % 70)} } } `.repeat(size % 50)} }`,
  "fragments beside each other": (size) =>
    `{ me { ${times(size % 199, (index) => `...F${index}`)} } } ${times(size % 199, (index) => `fragment F${index} on Actor { name id roles }`)}`,
  "fragments within each other": (size) =>
    `{ me { ...F0 } } ${times(size % 150, (index) => `fragment F${index} on Actor { name ...F${index + 1} ...F${index + 1} }`)} fragment F${size % 150} on Actor { id }`,
  "each fragment in each": (size) =>
    `{ me { ...F0 } } ${times(size % 100, (index) => `fragment F${index} on Actor { name ${times((size % 100) - index - 1, (next) => `...F${index + 1 + next}`)} }`)}`,
  "fragments that double": (size) =>
    `{ incidents { nodes { ...F0 } } } ${times(size % 40, (index) => `fragment F${index} on Incident { a: notification { incidents { ...F${index + 1} } } b: notification { incidents { ...F${index + 1} } } }`)} fragment F${size % 40} on Incident { id }`,
  "inline fragments": (size) => `{ me { ${"... { name ".repeat(size % 150)} id ${"} ".repeat(size % 150)} } }`,
  "many operations": (size) =>
    `${times(size, (index) => `query Q${index} { me { ...F } }`)} fragment F on Actor { name }`,
  "many variables": (size) => `query (${times(size, (index) => `$v${index}: Int`)}) { me { name } }`,
  "names that are none": (size) => `{ me { ${times(size, (index) => `nmae${index}`)} } }`,
};

/** Milliseconds of the processor that it takes to prepare a document. */
function takes(source: string): number {
  const ready = preparation();
  ready.document("{ me { name } }", null);
  const before = process.cpuUsage();
  ready.document(source, null);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** What the process does beside it is counted too: the best of three is the document's own, unless one is good enough. */
function leastOf(source: string, enough = 0): number {
  let least = Infinity;
  for (let tries = 0; tries < 3 && least >= enough; tries += 1) least = Math.min(least, takes(source));
  return least;
}

test("the widest operations there may be take no longer than one of as many tokens in which nothing is to be compared", () => {
  const wide = [
    HOSTILE["one object of the root"]?.(4_990),
    HOSTILE["one object many times"]?.(3_900),
    HOSTILE["objects within objects"]?.(1_049),
    HOSTILE["many operations"]?.(1_900),
  ].map((source) => leastOf(source ?? ""));
  const plain = leastOf(`{ me { ${times(4_990, (index) => `a${index}: name`)} } }`);
  // All four together take about as long as the plain one; compared with each other, ten times as long.
  expect(wide.reduce((sum, one) => sum + one) / plain, `${wide.join(" ")} ${plain}`).toBeLessThan(5);
});

test("no operation takes long to prepare, however it is made", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(HOSTILE)), fc.integer({ min: 1, max: 4_999 }), (kind, size) => {
      const source = HOSTILE[kind]?.(size) ?? "";
      // The aim is 50 ms on a machine of one's own; the worst took seconds.
      expect(leastOf(source, 400), `${kind} ${size}`).toBeLessThan(400);
    }),
    { numRuns: 150 },
  );
});

test("what is too wide is refused by its measure before it is validated", () => {
  for (const [source, measure] of [
    [`{ me { ${"name ".repeat(31)} } }`, "repeats"],
    [
      `{ me { ${times(31, (index) => `...F${index}`)} } } ${times(31, (index) => `fragment F${index} on Actor { name }`)}`,
      "repeats",
    ],
    [`{ ${"me { name ".repeat(1)} ${"... { name } ".repeat(30)} } }`, "repeats"],
    [`{ ${times(6, () => `me { party { ${"id ".repeat(6)} } }`)} }`, "repeats"],
    [HOSTILE["fragments that double"]?.(30) ?? "", "fields"],
    [times(201, (index) => `query Q${index} { me { name } }`), "definitions"],
  ] as const) {
    const document = preparation().document(source, null) as readonly GraphQLError[];
    expect(measureOf(document[0] ?? null), source.slice(0, 80)).toBe(measure);
  }
});

test("what people write is not too wide: the whole introspection, and every operation of ours", async () => {
  const operations = await readFile("schema/operations/incidents.graphql", "utf8");
  for (const source of [getIntrospectionQuery(), operations])
    expect(widthFault(parse(source), operationLimits)).toBeNull();
  const colocated = times(25, (index) => `fragment F${index} on Incident { id number soc { id code } }`);
  const spread = times(25, (index) => `...F${index}`);
  expect(widthFault(parse(`{ incidents { nodes { ${spread} } } } ${colocated}`), operationLimits)).toBeNull();
});

const DOCUMENT: DocumentNode = parse("{ me { name } }");

test("operations are kept within bytes, and ever new ones drive out none that came again", () => {
  const kept = new KeptDocuments(20_000);
  const hot = hashOf("hot");
  kept.add(hot, "x".repeat(200), DOCUMENT);
  expect(kept.get(hot)).toBe(DOCUMENT);
  for (let index = 0; index < 20_000; index += 1) kept.add(hashOf(`${index}`), "x".repeat(2_000), DOCUMENT);
  expect(kept.bytes).toBeLessThanOrEqual(80 * 1_048_576);
  expect(kept.get(hot)).toBe(DOCUMENT);
  expect(kept.get(hashOf("0"))).toBeNull();
  expect(kept.get(hashOf("19999"))).toBe(DOCUMENT);
});

test("an operation of megabytes is prepared, but not kept", () => {
  const ready = preparation();
  const source = `{ __typename } # ${"a".repeat(4_000_000)}`;
  const first = ready.document(source, null);
  expect("kind" in first).toBe(true);
  expect(ready.document(source, null)).not.toBe(first);
  const small = ready.document("{ __typename }", null);
  expect(ready.document("{ __typename }", null)).toBe(small);
});

test("a name of more characters than anybody gives is refused before graphql repeats it with each fault", () => {
  const name = "L".repeat(129);
  for (const source of [
    `query ${name} { me { name } }`,
    `query ($${name}: Int) { me { name } }`,
    `{ ${name}: me { name } }`,
    `{ me { name } ...${name} }`,
    `{ me @${name} { name } }`,
  ])
    expect(preparation().document(source, null), source).toMatchObject([
      { message: expect.stringContaining("more than 128 characters"), extensions: { code: "GRAPHQL_PARSE_FAILED" } },
    ]);
  expect("kind" in preparation().document(`query ${"L".repeat(128)} { me { name } }`, null)).toBe(true);
});

test("comments are few: each of them is kept as a token of its own", () => {
  const found = preparation().document(`{ __typename }\n${"#\n".repeat(1_001)}`, null);
  expect(found).toMatchObject([
    { message: expect.stringContaining("comments"), extensions: { code: "GRAPHQL_PARSE_FAILED" } },
  ]);
  expect("kind" in preparation().document(`{ __typename }\n${"#\n".repeat(1_000)}`, null)).toBe(true);
});
