import { describe, expect, test } from "vitest";
import { batchOf, NDJSON, OpenBatch, resultsIn, sendsBatch, type BatchDocument } from "../support/batches.js";
import { eventually } from "../support/eventually.js";
import { exchange, TYPES } from "../support/exchange.js";
import { lentGateway, sharedGateway, type TestGateway } from "../support/gateway.js";
import { cardInput } from "../support/inputs.js";
import { unique, type Person } from "../support/person.js";
import { head, RawConnection } from "../support/raw.js";

/** R13.2: what a batch does to its connection and its party where its client does not do as it should. */

const shared = sharedGateway();

function cards(world: TestGateway, count: number): BatchDocument[] {
  return Array.from({ length: count }, () => [
    "incidentCard",
    { submissionKey: unique("k"), card: cardInput(world.clock.now()) },
  ]);
}

function begins({ token }: Person, ...fields: readonly string[]): string {
  const all = [`authorization: Bearer ${token}`, ...fields];
  return head("POST /exchange/documents", ...(fields.length > 0 ? all : [...all, `content-type: ${NDJSON}`]));
}

function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

/** The results in an answer whose body comes in chunks of whole lines; throws where anything else is among them. */
function resultsOf(answer: string): ReturnType<typeof resultsIn> {
  const [, body = ""] = answer.split(/\r\n\r\n(.*)/s);
  const lines = body.split("\r\n").filter((line) => line !== "" && !/^[\da-f]+$/i.test(line));
  return resultsIn(lines.join(""));
}

describe("a client that breaks off its body", () => {
  test.for([
    ["closes its side in the middle of an item", '5\r\n{"inc'],
    ["sends what is no chunk", "zz\r\n"],
  ] as const)(
    "and %s: what was read is finished, and nothing else is written between the results",
    async ([how, rest]) => {
      const world = shared();
      const soc = await world.soc();
      const documents = cards(world, 20);
      using connection = await RawConnection.to(world.url);
      connection.send(begins(soc, `content-type: ${NDJSON}`, "transfer-encoding: chunked") + chunk(batchOf(documents)));
      await connection.until((text) => text.includes('"index":3'));
      connection.send(rest);
      if (how.startsWith("closes")) connection.finish();
      const answer = await connection.closed();
      expect(answer).not.toContain("400 Bad Request");
      const { results, summary } = resultsOf(answer);
      expect(summary).toBeNull();
      for (const { status } of results) expect(status).toBe(200);
      for (const [, { submissionKey }] of documents)
        await eventually(async () => (await exchange(soc, `receipts/${submissionKey as string}`)).status === 200);
    },
  );

  test("before it could begin is told so, and nothing of it is taken", async () => {
    const world = shared();
    const soc = await world.soc();
    const documents = cards(world, 3);
    using connection = await RawConnection.to(world.url);
    const fields = [`content-type: ${NDJSON}`, "transfer-encoding: chunked"];
    connection.send(`${begins(soc, ...fields)}${chunk(batchOf(documents))}zz\r\n`);
    expect(await connection.closed()).toContain("HTTP/1.1 400 Bad Request");
    for (const [, { submissionKey }] of documents)
      expect((await exchange(soc, `receipts/${submissionKey as string}`)).status).toBe(404);
  });
});

test("what came in time behind a batch on its connection is not waited for any longer than elsewhere", async () => {
  await using world = await lentGateway({ settings: { REQUEST_TIMEOUT_SECONDS: "1" } });
  const soc = await world.soc();
  const body = batchOf(cards(world, 1));
  using connection = await RawConnection.to(world.url);
  connection.send(begins(soc, `content-type: ${NDJSON}`, `content-length: ${Buffer.byteLength(body)}`) + body);
  await connection.until((text) => text.endsWith("0\r\n\r\n"));
  connection.send(
    `${head("POST /graphql", `authorization: Bearer ${soc.token}`, "content-type: application/json", "content-length: 100")}{`,
  );
  expect(await connection.closed()).toContain("HTTP/1.1 408 ");
});

test.each(["json", "xml"] as const)("a batch in %s that comes byte by byte is taken", async (format) => {
  const world = shared();
  const soc = await world.soc();
  const type = format === "json" ? NDJSON : TYPES.xml;
  using connection = await RawConnection.to(world.url);
  connection.send(begins(soc, `content-type: ${type}`, "transfer-encoding: chunked", `accept: ${NDJSON}`));
  for (const byte of Buffer.from(batchOf(cards(world, 1), format))) {
    connection.send(Buffer.concat([Buffer.from("1\r\n"), Buffer.from([byte]), Buffer.from("\r\n")]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  connection.send("0\r\n\r\n");
  const answer = await connection.until((text) => text.includes("isComplete"));
  expect(resultsOf(answer).summary).toMatchObject({ read: 1, accepted: 1, isComplete: true });
});

test("a batch whose client has gone counts for its party until what was read of it is finished: nobody piles them up", async () => {
  // A budget that does not come back within the test.
  await using world = await lentGateway({ settings: { COST_AT_ONCE: "8000", COST_PER_MINUTE: "100" } });
  const soc = await world.soc();
  const batches = [OpenBatch.begin(soc), OpenBatch.begin(soc)];
  for (const batch of batches) {
    batch.send(`{}\n${batchOf(cards(world, 20))}`);
    expect(await batch.reads(1)).toMatchObject([{ status: 400 }]);
  }
  const isRefused = async (): Promise<boolean> => (await sendsBatch(soc, "{}\n")).status === 429;
  expect(await isRefused()).toBe(true);
  for (const batch of batches) batch.request.destroy();
  // By then it has seen that they have gone.
  for (let count = 0; count < 2; count += 1) await fetch(`${world.url}/health/live`);
  expect(await isRefused()).toBe(true);
});

test("clients that never read their results are cut off, and meanwhile others are served", async () => {
  const settings = { REQUEST_TIMEOUT_SECONDS: "3", COST_AT_ONCE: "1000000000", COST_PER_MINUTE: "1000000000" };
  await using world = await lentGateway({ settings });
  const [soc, other] = [await world.soc(), await world.soc()];
  // Each is answered with a hundred faults: more than the machine's buffers hold.
  const names = Array.from({ length: 100 }, (_, index) => `"x${index}":1`).join();
  const broken = `{"incidentReport":{${names}}}\n`.repeat(1_000);
  const mute = await Promise.all([1, 2].map(() => RawConnection.to(world.url)));
  for (const connection of mute) {
    const fields = [`content-type: ${NDJSON}`, "transfer-encoding: chunked"];
    connection.send(begins(soc, ...fields) + chunk(broken.slice(0, broken.indexOf("\n") + 1)));
    await connection.until((text) => text.includes('"index":0'));
    connection.pause();
    connection.send(chunk(broken));
  }
  expect((await sendsBatch(soc, "{}\n")).status).toBe(429);
  await soc.sendsCard();
  expect((await sendsBatch(other, batchOf(cards(world, 5)))).summary).toMatchObject({ accepted: 5 });
  const silent = OpenBatch.begin(other);
  silent.send("{}\n");
  await silent.reads(1);
  await eventually(async () => (await sendsBatch(soc, "{}\n")).status === 200);
  // Node alone would let them go on for twice as long as one that sends nothing.
  expect((await silent.answer).destroyed).toBe(false);
  silent.request.destroy();
  for (const connection of mute) {
    connection.resume();
    expect(await connection.closed()).not.toContain("isComplete");
  }
});

test("a gateway that ends finishes what it has read, reads no more, and says so", async () => {
  await using world = await lentGateway({ settings: { DRAIN_SECONDS: "0", MAX_PARTY_ACTS: "7" } });
  world.whenGivenBack = null;
  const soc = await world.soc();
  const batch = OpenBatch.begin(soc);
  batch.send(batchOf(cards(world, 40)));
  await batch.reads(1);
  // Its client could send more.
  const stopping = world.stops();
  const results = [];
  do results.push(...(await batch.reads(1)));
  while (results.at(-1)?.status === 200);
  expect(results.at(-1)).toMatchObject({ index: results.length, status: 503 });
  const [last] = (await batch.reads(1)) as unknown[];
  const { length } = results;
  expect(last).toEqual({
    summary: { read: length + 1, accepted: length, repeated: 0, refused: 1, isComplete: false },
  });
  batch.request.destroy();
  await stopping;
});
