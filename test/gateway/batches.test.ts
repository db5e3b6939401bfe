import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { batchOf, sendsBatch, type BatchDocument } from "../support/batches.js";
import { sends } from "../support/exchange.js";
import { sharedGateway } from "../support/gateway.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { unique } from "../support/person.js";

/** R13.2: documents in batches over HTTP: each like a single one, answered in their order. */

const shared = sharedGateway();

const card = (changes = {}): JsonObject => cardInput(shared().clock.now(), changes);
const report = (changes = {}): JsonObject => reportInput(shared().clock.now(), changes);

const cards = (count: number): BatchDocument[] =>
  Array.from({ length: count }, () => ["incidentCard", { submissionKey: unique("k"), card: card() }]);

describe.each(["json", "xml"] as const)("in %s", (format) => {
  test("every document is answered with its own receipt, in their order, and in the end all are counted (R13.2)", async () => {
    const soc = await shared().soc();
    const documents = cards(100);
    const { status, results, summary, headers } = await sendsBatch(soc, batchOf(documents, format), format);
    expect([status, headers.get("content-type")]).toEqual([200, "application/x-ndjson; charset=utf-8"]);
    expect(summary).toEqual({ read: 100, accepted: 100, repeated: 0, refused: 0, isComplete: true });
    expect(results.map(({ index, status: each, submissionKey }) => [index, each, submissionKey])).toEqual(
      documents.map(([, { submissionKey }], index) => [index, 200, submissionKey]),
    );
    const numbers = results.map(({ receipt }) => receipt?.["number"] as string);
    expect(numbers).toEqual(numbers.toSorted());
    // The receipt is that of a single one.
    const [first] = results;
    const again = await sends(soc, ...(documents[0] as BatchDocument));
    expect(again.json).toEqual({ ...first?.receipt, isRepeated: true });
  });
});

test("what was accepted comes back as repeated when all of it is sent again, without a write (R13.2)", async () => {
  const soc = await shared().soc();
  const body = batchOf(cards(40));
  const first = await sendsBatch(soc, body);
  const again = await sendsBatch(soc, gzipSync(body), "json", { "content-encoding": "gzip" });
  expect(again.summary).toEqual({ read: 40, accepted: 0, repeated: 40, refused: 0, isComplete: true });
  expect(again.results.map(({ receipt }) => receipt?.["id"])).toEqual(
    first.results.map(({ receipt }) => receipt?.["id"]),
  );
});

test("a report, its card and a correction in one batch name each other by key, and take effect in their order", async () => {
  const soc = await shared().soc();
  const keys = [unique("r"), unique("c"), unique("a")] as const;
  const incidentId = `key:${keys[0]}`;
  const { results } = await sendsBatch(
    soc,
    batchOf([
      ["incidentReport", { submissionKey: keys[0], report: report() }],
      ["incidentCard", { submissionKey: keys[1], incidentId, card: card() }],
      ["incidentCard", { submissionKey: keys[2], incidentId, revision: 1, card: card({ note: "Түзетілді" }) }],
    ]),
  );
  expect(results.map(({ status, receipt }) => [status, receipt?.["act"], receipt?.["number"]])).toEqual(
    ["incident.report", "card.submit", "card.amend"].map((act) => [200, act, results[0]?.receipt?.["number"]]),
  );
  expect(results[2]?.receipt?.["revision"]).toBe(2);
});

test("a broken item is refused by itself, each in its own way; the others are taken", async () => {
  const soc = await shared().soc();
  const [one, other, last] = cards(3).map((document) => batchOf([document])) as [string, string, string];
  const rejected = batchOf([["incidentCard", { submissionKey: "bad", card: card({ nature: " " }) }]]);
  const body = `${one}\n{"incidentCard": \n  \r\n${rejected}{"incidentCard":{"submissionKey":"x"}}\n${other}{"incidentCrad":{}}\n${last.trimEnd()}`;
  const { results, summary } = await sendsBatch(soc, body);
  expect(results.map(({ status }) => status)).toEqual([200, 400, 422, 400, 200, 400, 200]);
  expect(summary).toEqual({ read: 7, accepted: 3, repeated: 0, refused: 4, isComplete: true });
  const places = results.map(({ problem }) => problem?.violations?.[0]);
  // Lines are those of the whole batch.
  expect(places[1]).toMatchObject({ line: 3, column: 18 });
  expect(places[2]).toMatchObject({ rule: "F1", pointer: "/card/nature", line: 5 });
  expect(places[3]).toMatchObject({ pointer: "/card", line: 6 });
  expect(places[5]).toMatchObject({ line: 8 });
});
