import { readFile } from "node:fs/promises";
import { buildSchema, getOperationAST, isEnumType, parse, specifiedRules, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/platform/config.js";
import { costOf } from "../../src/server/operation-cost.js";
import { limitsRule } from "../../src/server/operation-limits.js";

const schema = buildSchema(await readFile("schema/gateway.graphql", "utf8"));
const page = await readFile("docs/cookbook.md", "utf8");
const operations = Array.from(page.matchAll(/^```graphql\n(\w+ (\w+).*?)^```$/gms), ([, text = "", name = ""]) => ({
  name,
  text,
}));
const ACTS = [
  "registerThreat",
  "registerSecurityEvent",
  "registerDetectedIncident",
  "notifySocs",
  "linkSameIncidents",
  "unlinkSameIncidents",
  "takeIncident",
  "releaseIncident",
  "requestConfirmationCorrection",
  "withdrawCorrectionRequest",
  "refuseConfirmationCorrection",
  "correctConfirmation",
  "recordReceivedOtherwise",
  "withdrawReceivedOtherwise",
  "linkAffectedObject",
  "unlinkAffectedObject",
  "changeProtectedObject",
  "endProtectedObject",
  "endSoc",
  "startCoverage",
  "waiveObligation",
  "requestRetraction",
  "decideRetraction",
  "reportIncident",
  "recordOwnerNotification",
  "submitIncidentCard",
  "amendIncidentCard",
  "reviewSeverity",
  "acknowledgeNotification",
  "submitThreatAnalysis",
  "submitEventAnalysis",
  "answerNotConfirmed",
];
const { operationLimits } = readConfig({});

describe("docs/cookbook.md", () => {
  test("has an operation under each of its questions", () => {
    const questions = page.split(/^### /m).slice(1);
    expect(questions.length).toBeGreaterThanOrEqual(6);
    for (const question of questions) expect(question).toContain("```graphql\n");
    expect(operations).toHaveLength(page.split("```graphql").length - 1);
  });

  test("has every act of a duty officer and of a SOC's", () => {
    expect(ACTS.filter((name) => !page.includes(`\n  ${name}(`))).toEqual([]);
    for (const follow of ["supplements", "withdraws"]) expect(page).toContain(`\n      ${follow}: "ID`);
  });

  test("asks for every open question that there is", () => {
    const questions = schema.getType("OpenQuestion");
    const { text } = operations.find(({ name }) => name === "OpenQuestions") ?? { text: "" };
    const asked = /openQuestions: \[([^\]]+)\]/.exec(text)?.[1]?.trim().split(/\s+/);
    expect(isEnumType(questions) && questions.getValues().map(({ name }) => name)).toEqual(asked?.toSorted());
  });

  test("asks wherever it lists open duties for the object, which tells duties of one incident apart", () => {
    const lists = operations.filter(({ text }) => /^ +obligations [({]/m.test(text) && /\brule\b/.test(text));
    const silent = lists.filter(({ text }) => !text.includes("objectCode")).map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  test.for(operations)("$name fits the schema, and the limits as they are set by default", ({ text }) => {
    const document = parse(text);
    expect(validate(schema, document, [...specifiedRules, limitsRule(operationLimits)])).toEqual([]);
    const operation = getOperationAST(document);
    if (!operation) throw new Error("not one operation");
    // Pasted as it is: but for the ids in capitals nothing is left to be filled in.
    expect(operation.variableDefinitions ?? []).toEqual([]);
    expect(costOf(schema, document, operation, {})).toBeLessThanOrEqual(operationLimits.cost);
  });
});
