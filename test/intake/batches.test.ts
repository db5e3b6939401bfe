import { gzipSync } from "node:zlib";
import pg from "pg";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { batchOf, OpenBatch, sendsBatch, type BatchDocument } from "../support/batches.js";
import { eventually } from "../support/eventually.js";
import { exchange, sends, TYPES } from "../support/exchange.js";
import { lentGateway, sharedGateway } from "../support/gateway.js";
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

test("R13.2 an item that is not of its form is named by its key too, where it has one that can be read", async () => {
  const soc = await shared().soc();
  const items: readonly (readonly [string, string | undefined])[] = [
    ['{"incidentCard":{"submissionKey":"no card"}}', "no card"],
    ['{"incidentReport":{"submissionKey":"a surprise","surprise":1}}', "a surprise"],
    ['{"incidentReport":{"report":{}}}', undefined],
    ['{"incidentReport":{"submissionKey":7}}', undefined],
    ['{"incidentReport":{"submissionKey":" "}}', undefined],
    ['{"incidentReport":{"submissionKey":"line\\nfeed"}}', undefined],
    ['{"incidentReport":{"submissionKey":"one","submissionKey":"other"}}', undefined],
    ['{"incidentReport":[]}', undefined],
    ['{"incidentReport":null}', undefined],
    ['{"incidentReport":{"submissionKey":"cut', undefined],
  ];
  const { results } = await sendsBatch(soc, items.map(([line]) => `${line}\n`).join(""));
  expect(results.map(({ status, submissionKey }) => [status, submissionKey])).toEqual(
    items.map(([, key]) => [400, key]),
  );
  const element = '<incidentCard version="1.0"><submissionKey>in XML</submissionKey></incidentCard>';
  const body = `<batch xmlns="urn:dabyl:exchange:1" version="1.0">${element}</batch>`;
  const inXml = await sendsBatch(soc, body, "xml");
  expect(inXml.results).toMatchObject([{ status: 400, submissionKey: "in XML" }]);
});

test("a kind that the address does not take, another's incident and what a role does not allow are refused item by item", async () => {
  const [soc, stranger] = [await shared().soc(), await shared().soc()];
  const reader = await shared().soc({ role: "SOC_READER" });
  const [own] = (await sendsBatch(stranger, batchOf(cards(1)))).results;
  const incidentId = own?.receipt?.["number"] as string;
  const foreign = { submissionKey: unique("k"), incidentId, revision: 1, card: card() };
  const { results } = await sendsBatch(soc, batchOf([["incidentCard", foreign], ...cards(1)]));
  expect(results.map(({ status }) => status)).toEqual([404, 200]);
  expect((await sendsBatch(reader, batchOf(cards(2)))).results.map(({ status }) => status)).toEqual([403, 403]);
  const report1: BatchDocument = ["incidentReport", { submissionKey: unique("k"), report: report() }];
  const xml = batchOf([report1, ...cards(1)], "xml");
  expect((await sendsBatch(soc, xml, "xml", {}, "incident-cards")).results.map(({ status }) => status)).toEqual([
    400, 200,
  ]);
});

describe("XML", () => {
  test("that is not well-formed in its middle: what came before stands, the last result says where, and reading ends", async () => {
    const soc = await shared().soc();
    const whole = batchOf(cards(5), "xml");
    const place = whole.indexOf("</nature>", whole.length / 2);
    const broken = `${whole.slice(0, place)}</nurture>${whole.slice(place + 9)}`;
    const { results, summary } = await sendsBatch(soc, broken, "xml");
    expect(results.map(({ status }) => status)).toEqual([200, 200, 400]);
    expect(summary).toEqual({ read: 3, accepted: 2, repeated: 0, refused: 1, isComplete: false });
    const before = broken.slice(0, broken.indexOf("</nurture>")).split("\n");
    expect(results[2]?.problem?.violations?.[0]).toMatchObject({
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
    });
  });

  test("that is well-formed and broken is refused by itself", async () => {
    const soc = await shared().soc();
    const [one, other] = cards(2).map((document) =>
      batchOf([document], "xml").replace(/<\/?batch[^>]*>|<\?.*\?>/g, ""),
    );
    const broken = `<d:incidentCard version="1.0"><d:surprise/></d:incidentCard>\n<nothing><a xsi:nil="1"/></nothing>`;
    const xsi = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:d="urn:dabyl:exchange:1"`;
    const body = `<d:batch ${xsi} version="1.0"><!-- a -->${one}${broken}\n${other}</d:batch>`;
    const { results, summary } = await sendsBatch(soc, body, "xml");
    expect(results.map(({ status }) => status)).toEqual([200, 400, 400, 200]);
    expect(summary).toMatchObject({ refused: 2, isComplete: true });
    expect(results[1]?.problem?.violations?.[0]).toMatchObject({ pointer: "/surprise" });
  });

  test("is answered in XML where that is wished for: results with receipts and problems, and the summary", async () => {
    const soc = await shared().soc();
    const body = batchOf([...cards(1), ["incidentCard", { submissionKey: "n", card: card({ nature: " " }) }]], "xml");
    const answer = await exchange(soc, "documents", { body, type: TYPES.xml, headers: { accept: TYPES.xml } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/xml; charset=utf-8"]);
    expect(answer.text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<results xmlns="urn:dabyl:exchange:1" version="1.0">\n<result index="0" status="200" submissionKey="[^"]+"><receipt version="1.0" submissionKey=/,
    );
    expect(answer.text).toContain(
      '<result index="1" status="422" submissionKey="n"><problem xmlns="urn:ietf:rfc:7807">',
    );
    expect(answer.text).toMatch(
      /<summary read="2" accepted="1" repeated="0" refused="1" isComplete="true"\/>\n<\/results>\n$/,
    );
  });

  test.for([
    ["a document type", '<!DOCTYPE batch><batch xmlns="urn:dabyl:exchange:1" version="1.0"/>', 400],
    ["another namespace", '<batch version="1.0"/>', 400],
    ["no document", '<batch xmlns="urn:dabyl:exchange:1" version="1.0"> <!-- none --> </batch>', 400],
    ["text between documents", '<batch xmlns="urn:dabyl:exchange:1" version="1.0">text</batch>', 400],
    ["another version", '<batch xmlns="urn:dabyl:exchange:1" version="2.0"/>', 400],
  ] as const)("with %s before its first document is refused whole", async ([, body, status]) => {
    const answer = await exchange(await shared().soc(), "documents", { body, type: TYPES.xml });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      status,
      "application/problem+xml; charset=utf-8",
    ]);
  });
});

test("receipts are left out where the sender prefers it so", async () => {
  const soc = await shared().soc();
  const answer = await sendsBatch(soc, batchOf(cards(3)), "json", { prefer: "return=minimal" });
  expect(answer.headers.get("preference-applied")).toBe("return=minimal");
  expect(answer.results.map(({ index, status, receipt }) => [index, status, receipt])).toEqual(
    [0, 1, 2].map((index) => [index, 200, undefined]),
  );
});

test("nothing is read of a batch whose sender is not known, and validation takes one document", async () => {
  const soc = await shared().soc();
  const stranger = OpenBatch.begin(soc, { authorization: "Bearer nobody" });
  expect((await stranger.answer).statusCode).toBe(401);
  stranger.request.destroy();
  const answer = await exchange(soc, "validate", { body: batchOf(cards(1)), type: "application/x-ndjson" });
  expect([answer.status, answer.json["code"]]).toEqual([415, "BAD_REQUEST"]);
});

test("a gzip that ends too early ends the batch: what was whole stands", async () => {
  const soc = await shared().soc();
  const zipped = gzipSync(batchOf(cards(50)), { level: 0 });
  const cut = zipped.subarray(0, zipped.length >> 1);
  const { results, summary } = await sendsBatch(soc, cut, "json", { "content-encoding": "gzip" });
  expect(summary).toMatchObject({ refused: 1, isComplete: false });
  expect(results.at(-1)).toMatchObject({ status: 400 });
  expect(results.slice(0, -1).every(({ status }) => status === 200)).toBe(true);
});

test("all members of a gzip are read; where anything else stands behind one, the batch is not whole (R13.2)", async () => {
  const soc = await shared().soc();
  const [one, other, last] = cards(3).map((document) => gzipSync(batchOf([document]))) as [Buffer, Buffer, Buffer];
  const send = (...parts: Buffer[]) => sendsBatch(soc, Buffer.concat(parts), "json", { "content-encoding": "gzip" });
  expect((await send(one, other)).summary).toMatchObject({ read: 2, accepted: 2, isComplete: true });
  const { results, summary } = await send(one, Buffer.alloc(512), last);
  expect(results.map(({ status }) => status)).toEqual([200, 400]);
  expect(summary).toEqual({ read: 2, accepted: 0, repeated: 1, refused: 1, isComplete: false });
});

describe("a client", () => {
  test("gets the first results before it has sent the last items", async () => {
    const soc = await shared().soc();
    const batch = OpenBatch.begin(soc);
    const key = unique("r");
    batch.send(batchOf([["incidentReport", { submissionKey: key, report: report() }]]));
    const [first] = await batch.reads(1);
    expect(first).toMatchObject({ index: 0, status: 200, submissionKey: key });
    const incidentId = first?.receipt?.["number"] as string;
    batch.send(batchOf([["incidentCard", { submissionKey: unique("c"), incidentId, card: card() }]]));
    const { results, summary } = await batch.rest();
    expect(results.map(({ status, receipt }) => [status, receipt?.["number"]])).toEqual([[200, incidentId]]);
    expect(summary).toMatchObject({ read: 2, accepted: 2, isComplete: true });
  });

  test("that goes away: what was read is finished, what it had sent only half of is not there", async () => {
    const soc = await shared().soc();
    const documents = cards(50);
    const batch = OpenBatch.begin(soc);
    batch.send(batchOf(documents) + batchOf(cards(1)).slice(0, -20));
    // All of the whole ones have arrived with it.
    await batch.reads(1);
    batch.request.destroy();
    for (const [, { submissionKey }] of documents)
      await eventually(async () => (await exchange(soc, `receipts/${submissionKey as string}`)).status === 200);
    const { summary } = await sendsBatch(soc, batchOf(documents));
    expect(summary).toMatchObject({ repeated: 50, accepted: 0 });
  });

  test("with two batches under way still has its single cards taken, and a batch more than its share is refused", async () => {
    const world = shared();
    const [soc, colleague] = [await world.soc(), await world.soc()];
    const batches = [OpenBatch.begin(soc), OpenBatch.begin(soc)];
    for (const batch of batches) batch.send(batchOf(cards(60)));
    await Promise.all(batches.map((batch) => batch.reads(1)));
    await soc.sendsCard();
    await colleague.sendsCard();
    const third = await sendsBatch(soc, batchOf(cards(1)));
    expect([third.status, third.headers.get("retry-after")]).toEqual([429, "1"]);
    const ends = await Promise.all(batches.map((batch) => batch.rest()));
    for (const { summary } of ends) expect(summary).toMatchObject({ read: 60, accepted: 60, isComplete: true });
  });

  test("whose budget is used up by its batch waits for it, and for nothing else", async () => {
    const settings = { COST_AT_ONCE: "8000", COST_PER_MINUTE: "2400000" };
    await using world = await lentGateway({ settings });
    const soc = await world.soc();
    const { summary } = await sendsBatch(soc, batchOf(cards(60)));
    expect(summary).toEqual({ read: 60, accepted: 60, repeated: 0, refused: 0, isComplete: true });
  });

  test("whose token is revoked meanwhile: reading ends with a result that says so", async () => {
    const soc = await shared().soc();
    const batch = OpenBatch.begin(soc);
    const next = async (): Promise<number | undefined> => {
      batch.send(batchOf(cards(1)));
      return (await batch.reads(1))[0]?.status;
    };
    expect(await next()).toBe(200);
    await shared().revoke(soc);
    // Until the gateway has read of it in the journal.
    await eventually(async () => (await next()) === 401);
    expect((await batch.rest()).summary).toMatchObject({ refused: 1, isComplete: false });
  });
});

test("more documents than one batch may have: those before the excess are taken", async () => {
  await using world = await lentGateway({ settings: { MAX_BATCH_ITEMS: "3", MAX_BODY_BYTES: "4000" } });
  const soc = await world.soc();
  const long = `${" ".repeat(5_000)}{}\n`;
  const { results, summary } = await sendsBatch(soc, long + batchOf(cards(4)));
  expect(results.map(({ status }) => status)).toEqual([413, 200, 200, 413]);
  expect(summary).toEqual({ read: 4, accepted: 2, repeated: 0, refused: 2, isComplete: false });
});

test("an item whose incident somebody else holds is answered by itself, once that cannot be waited for; the others are taken", async () => {
  await using world = await lentGateway({ settings: { LOCK_TIMEOUT_SECONDS: "1" } });
  const soc = await world.soc();
  const [held] = (await sendsBatch(soc, batchOf(cards(1)))).results;
  const incidentId = held?.receipt?.["number"] as string;
  const client = new pg.Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select id from incident where number = $1 for update", [incidentId]);
    const amendment = { submissionKey: unique("a"), incidentId, revision: 1, card: card() };
    const documents: BatchDocument[] = [...cards(5), ["incidentCard", amendment], ...cards(5)];
    const { results, summary } = await sendsBatch(soc, batchOf(documents));
    expect(results.map(({ status }) => status)).toEqual(documents.map((_, index) => (index === 5 ? 503 : 200)));
    expect(summary).toMatchObject({ accepted: 10, refused: 1, isComplete: true });
    await client.query("rollback");
    expect((await sendsBatch(soc, batchOf(documents))).summary).toMatchObject({
      accepted: 1,
      repeated: 10,
      refused: 0,
    });
  } finally {
    await client.end();
  }
});
