import { readFile } from "node:fs/promises";
import { buildSchema, getOperationAST, parse, type GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { inWords } from "../../src/domain/wording/wording.js";
import { readConfig } from "../../src/platform/config.js";
import { Rates } from "../../src/platform/rates.js";
import { Preparation } from "../../src/server/prepare-operation.js";

const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));

const { operationLimits, rates } = readConfig({});
const preparation = new Preparation(schema, operationLimits, new Rates(rates, () => 0));

function faults(source: string): string[] {
  const found = preparation.document(source, null);
  return "kind" in found ? [] : asReported(found);
}

/** The path and the words of each fault, which are all ours. */
function asReported(found: readonly GraphQLError[]): string[] {
  return found.map(({ originalError, message }: GraphQLError) => {
    if (!(originalError instanceof Refusal)) throw new Error(`not ours: ${message}`);
    return `${originalError.inputPath.join(".")}: ${inWords(originalError.says, "en")}`;
  });
}

const RANGE = "Give a whole number from -2147483648 to 2147483647.";

test("a literal that does not fit is reported once, wherever it is", () => {
  const nodes = "{ nodes { id } }";
  const cases: readonly (readonly [source: string, ...faults: string[]])[] = [
    [`{ incidents(first: "5") ${nodes} }`, "first: Give a whole number."],
    [`{ incidents(first: 1.0) ${nodes} }`, "first: Give a whole number."],
    [`{ incidents(first: 1.5) ${nodes} }`, "first: Give a whole number."],
    [`{ incidents(first: 1e2) ${nodes} }`, "first: Give a whole number."],
    [`{ incidents(first: MANY) ${nodes} }`, "first: Give a whole number."],
    [`{ incidents(first: 2147483648) ${nodes} }`, `first: ${RANGE}`],
    [`{ incidents(first: -9007199254740993) ${nodes} }`, `first: ${RANGE}`],
    [`{ incident(number: 5) { id } }`, "number: Give a string in quotes."],
    [`{ incident(number: FIVE) { id } }`, "number: Give a string in quotes."],
    [`{ me { name @skip(if: "yes") } }`, "if: Give true or false."],
    [`query ($n: Int = "5") { incidents(first: $n) ${nodes} }`, "n: Give a whole number."],
    [`query ($n: Int = 2147483648) { incidents(first: $n) ${nodes} }`, `n: ${RANGE}`],
    [`{ incidents(filter: 5) ${nodes} }`, "filter: Give an object with fields."],
    [`{ incidents(filter: 5.5) ${nodes} }`, "filter: Give an object with fields."],
  ];
  for (const [source, ...reported] of cases) expect(faults(source), source).toEqual(reported);
  const [unknown, ...others] = faults(`{ incidents(filter: { severities: ["HIGH", LOW] }) ${nodes} }`);
  expect(unknown).toContain('"HIGH" is not a value of this field');
  expect(others).toEqual([]);
});

test("a whole number that is too large gets the range in a variable too", () => {
  const operation = getOperationAST(parse("query ($n: Int) { incidents(first: $n) { nodes { id } } }"));
  if (!operation) throw new Error("no operation");
  for (const n of [2_147_483_648, -9_007_199_254_740_991])
    expect(asReported(preparation.variableFaults(operation, { n }))).toEqual([`n: ${RANGE}`]);
  expect(asReported(preparation.variableFaults(operation, { n: 1.5 }))).toEqual(["n: Give a whole number."]);
});

test("a literal that fits is let through", () => {
  for (const source of [
    "{ incidents(first: 2147483647) { nodes { id } } }",
    "query ($n: Int = 5, $f: IncidentFilter = { severities: HIGH }) { incidents(first: $n, filter: $f) { nodes { id } } }",
    "query ($s: Boolean = true) { me { name @skip(if: $s) } }",
    "{ node(id: 5) { id } }",
  ])
    expect(faults(source), source).toEqual([]);
});
