import { readFile } from "node:fs/promises";
import { buildSchema, parse } from "graphql";
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

test("a field costs one, a page as many rows as are asked for, another list five", () => {
  expect(cost("{ me { name roles } }")).toBe(3);
  expect(cost("{ incidents(first: 10) { nodes { id } } }")).toBe(1 + 1 + 10);
  expect(cost("{ incidents { nodes { id } } }")).toBe(1 + 1 + 20);
  expect(cost("query ($n: Int) { incidents(last: $n) { edges { cursor node { id } } } }", { n: 3 })).toBe(
    1 + 1 + 3 * 3,
  );
  expect(cost("{ incidents(first: 2) { nodes { obligations { rule standing } } } }")).toBe(1 + 1 + 2 * (1 + 5 * 2));
});

test("fragments cost where they are spread, and a fragment that doubles itself many times is measured quickly", () => {
  expect(cost("{ incidents(first: 4) { nodes { ...A } } } fragment A on Incident { id number }")).toBe(1 + 1 + 4 * 2);
  const doubling = Array.from(
    { length: 60 },
    (_, index) => `fragment F${index} on Incident { ...F${index + 1} ...F${index + 1} }`,
  );
  const source = `{ incidents { nodes { ...F0 } } } ${doubling.join(" ")} fragment F60 on Incident { id }`;
  expect(cost(source)).toBeGreaterThan(1e12);
});

test("what a dashboard asks for stays far below the limit, and what explodes is above it", () => {
  const row = "number severity type receivedAt soc { code name } obligations { rule dueAt standing latenessSeconds }";
  expect(cost(`{ incidents(first: 100) { feedCursor nodes { ${row} } pageInfo { endCursor } } }`)).toBeLessThan(10_000);
  const deep = "obligations { incident { ".repeat(3) + "number" + " } }".repeat(3);
  expect(
    cost(`{ incidents(first: 100) { nodes { ${deep} cardRevisions { indicators { value } } } } }`),
  ).toBeGreaterThan(20_000);
});
