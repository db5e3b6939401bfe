import { readFile } from "node:fs/promises";
import { buildSchema, type GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { readConfig } from "../../src/platform/config.js";
import { Rates } from "../../src/platform/rates.js";
import { Preparation } from "../../src/server/prepare-operation.js";

const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));
const { operationLimits, rates: settings } = readConfig({});
const SPENDER = { id: "one", party: { id: "A" } };
const ACT = "mutation { submitIncidentCard(input: $input) { __typename } }";

/** What prepares documents for somebody whose readings have used up what there was. */
function afterReadings() {
  const rates = new Rates(settings, () => 0);
  rates.charge(SPENDER, "reading", settings.capacity);
  return { rates, preparation: new Preparation(schema, operationLimits, rates) };
}

function codesOf(errors: unknown): string[] {
  return (errors as readonly GraphQLError[]).map(({ originalError, message }) =>
    originalError instanceof Refusal ? originalError.code : message,
  );
}

/** What nobody can parse: another fault shows that it was not parsed. */
const BROKEN = `{ me { name ${"a ".repeat(9_000)}`;

test("a new operation for which nothing is left is refused before it is parsed", () => {
  const { preparation } = afterReadings();
  expect(codesOf(preparation.document(BROKEN, SPENDER))).toEqual(["RATE_LIMITED"]);
  const somebodyElse = { id: "two", party: { id: "B" } };
  expect(codesOf(preparation.document(BROKEN, somebodyElse))).toEqual([expect.stringContaining("Syntax Error")]);
});

test("an operation that acts is parsed though readings have used up all, and is refused unparsed once acts have too", () => {
  const { rates, preparation } = afterReadings();
  expect(codesOf(preparation.document(ACT, SPENDER))).not.toContain("RATE_LIMITED");
  const document = "mutation Waive($input: WaiveObligationInput!) { waiveObligation(input: $input) { __typename } }";
  expect(preparation.document(document, SPENDER)).toHaveProperty("kind");
  rates.charge(SPENDER, "document of an act", settings.capacity);
  expect(codesOf(preparation.document(`mutation ${BROKEN}`, SPENDER))).toEqual(["RATE_LIMITED"]);
  // What is known costs nothing.
  expect(preparation.document(document, SPENDER)).toHaveProperty("kind");
});

test("a reading that speaks of a mutation takes of what acts have, and no more than that", () => {
  const { rates, preparation } = afterReadings();
  const left = rates.left(SPENDER, "document of an act");
  const document = "{ me { name } } # no mutation";
  expect(preparation.document(document, SPENDER)).toHaveProperty("kind");
  expect(rates.left(SPENDER, "document of an act")).toBe(left - document.length);
  expect(codesOf(preparation.document("{ me { name } } # no mutations", SPENDER))).toEqual(["RATE_LIMITED"]);
});
