import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { buildSchema, getIntrospectionQuery, introspectionFromSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { costOf } from "../../src/server/operation-cost.js";
import { operationOf } from "../../src/server/operation.js";

const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

function cost(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  const operation = operationOf(document, null);
  if (!operation) throw new Error("no operation");
  return costOf(schema, document, operation, variables);
}

const LIMIT = 100_000;

/** Fields of an answer, each as often as it occurs there. */
function valuesIn(answer: unknown): number {
  if (typeof answer !== "object" || answer === null) return 0;
  const inside = Object.values(answer).reduce((sum: number, one) => sum + valuesIn(one), 0);
  return Array.isArray(answer) ? inside : inside + Object.keys(answer).length;
}

test("no page size makes an operation cheaper than without that field, or dearer than the largest page", () => {
  const page = (size: string): string => `{ incidents(first: ${size}) { nodes { id number } } }`;
  expect(cost(page("-10000000"))).toBe(cost(page("0")));
  expect(cost(page("99999999"))).toBe(cost(page("100")));
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (first, last) => {
      const asked = cost("query ($f: Int, $l: Int) { incidents(first: $f, last: $l) { nodes { id } } }", {
        f: first,
        l: last,
      });
      expect(asked).toBeGreaterThanOrEqual(2);
      expect(asked).toBeLessThanOrEqual(2 + 100);
    }),
    { examples: [[Number.NaN, 0]] },
  );
});

test("the larger of first and last counts, and a variable's own value where none is sent", () => {
  const both = "query ($n: Int = 7) { incidents(first: 3, last: $n) { nodes { id } } }";
  expect(cost(both)).toBe(2 + 7);
  expect(cost(both, { n: 50 })).toBe(2 + 50);
  expect(cost(both, { n: null })).toBe(2 + 3);
  expect(cost("query ($n: Int) { incidents(first: $n) { nodes { id } } }")).toBe(2 + 20);
});

test("what may be skipped counts, in every way of skipping", () => {
  const deep = "incidents(first: 100) { nodes { obligations { incident { number } } } }";
  const whole = cost(`{ ${deep} }`);
  for (const skipped of [
    `query ($s: Boolean = true) { ${deep.replace(") {", ") @skip(if: $s) {")} }`,
    `{ ${deep.replace(") {", ") @include(if: false) {")} }`,
    `{ ... @skip(if: true) { ${deep} } }`,
    `{ ...F @include(if: false) } fragment F on Query { ${deep} }`,
  ])
    expect(cost(skipped)).toBe(whole);
  // Beside something that is skipped nothing is cheaper.
  const heavy = Array.from({ length: 12 }, (_, index) => `a${index}: ${deep}`).join(" ");
  const negative = "n: incidents(first: -10000000) @skip(if: $s) { nodes { id number type } }";
  expect(cost(`query ($s: Boolean = true) { ${negative} ${heavy} }`)).toBeGreaterThan(12 * whole);
});

test("an abstract type counts as the dearest of its types, and what no type can be costs nothing", () => {
  const node = (inside: string): number => cost(`{ node(id: "x") { ${inside} } }`);
  const cheap = "... on Actor { name }";
  const dear = "... on Incident { number obligations { rule } }";
  expect(node(`${cheap} ${dear}`)).toBe(node(dear));
  expect(node(`${dear} ... on Node { id }`)).toBe(node(dear) + 1);
  expect(cost("{ me { name ... on Incident { number } } }")).toBe(2);
});

test("introspection counts what is there: once whole it is within the limit, 99 times it is not", () => {
  const whole = getIntrospectionQuery();
  const described = introspectionFromSchema(schema);
  expect(cost(whole)).toBeGreaterThanOrEqual(valuesIn(described));
  expect(cost(whole)).toBeLessThan(LIMIT);
  const types = Object.keys(schema.getTypeMap()).length;
  expect(cost("{ __schema { types { name } } }")).toBe(2 + types);
  const fields = described.__schema.types.flatMap((type) => ("fields" in type ? (type.fields ?? []) : []));
  expect(cost("{ __schema { types { fields { name } } } }")).toBeGreaterThanOrEqual(types + fields.length);
  const deep = "types { fields { args { type { ofType { ofType { name } } } } type { fields { name } } } }";
  const aliases = Array.from({ length: 99 }, (_, index) => `a${index}: __schema { ${deep} }`).join(" ");
  expect(cost(`{ ${aliases} }`)).toBeGreaterThan(LIMIT);
  const most = Math.max(
    ...Object.values(described.__schema.types).map((type) => ("fields" in type ? (type.fields?.length ?? 0) : 0)),
  );
  expect(cost(`{ __type(name: "Incident") { fields { name } } }`)).toBe(2 + most);
});
