import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { sendsBatch } from "../support/batches.js";
import { exchange, sends, type ExchangeAnswer } from "../support/exchange.js";
import { lentGateway, sharedGateway } from "../support/gateway.js";
import { heldAmendment, shows } from "../support/held.js";
import { reportInput } from "../support/inputs.js";
import { unique, type Person } from "../support/person.js";

/** R13.2: what a party may ask of the documents' door, and what others do not notice of it. */

/** A document of four megabytes may be sent at once, and hardly anything comes back while this runs. */
const narrow = sharedGateway({ settings: { COST_AT_ONCE: "131072", COST_PER_MINUTE: "1" } });

const BLANK = `<incidentReport xmlns="urn:dabyl:exchange:1" version="1.0">${" ".repeat(4_000_000)}</incidentReport>`;

function sendsZipped(person: Person, path: string, body: string): Promise<ExchangeAnswer> {
  const headers = { "content-encoding": "gzip" };
  return exchange(person, path, { body: gzipSync(body), type: "application/xml", headers });
}

test("what is compressed is charged for what it is when it is not: four megabytes in four kilobytes", async () => {
  const soc = await narrow().soc();
  expect((await sendsZipped(soc, "incident-reports", BLANK)).status).toBe(400);
  const next = await sendsZipped(soc, "incident-reports", BLANK);
  expect([next.status, next.headers.get("content-type")]).toEqual([429, "application/problem+xml; charset=utf-8"]);
  expect(Number(next.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(next.text).toContain("<code>RATE_LIMITED</code>");
});

test("so is what comes whole before it is to be seen whether it is a batch", async () => {
  const soc = await narrow().soc();
  const blank = " ".repeat(900_000);
  expect(gzipSync(blank).length).toBeLessThan(1_024);
  const statuses = [];
  for (let time = 0; time < 10; time += 1) statuses.push((await sendsZipped(soc, "incident-reports", blank)).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
});

test("what is large when it is decompressed waits for its turn like any other large request", async () => {
  await using world = await lentGateway();
  const [soc, centre] = [await world.soc(), await world.nationalCentre()];
  await using held = await heldAmendment(soc, " ".repeat(270_000));
  const zipped = sendsZipped(soc, "incident-reports", BLANK);
  await shows(centre, 'dabyl_waiting{purpose="large"} 1');
  await held.letGo();
  expect((await zipped).status).toBe(400);
});

test("canonical content is not free", async () => {
  const soc = await narrow().soc();
  const body = JSON.stringify({ incidentReport: { report: reportInput(narrow().clock.now()) } });
  const statuses = new Set<number>();
  for (let time = 0; time < 400 && !statuses.has(429); time += 1)
    statuses.add((await exchange(soc, "canonical", { body, type: "application/json" })).status);
  expect([...statuses]).toEqual([200, 429]);
  // What reading has used up takes nothing from acts.
  const sent = { submissionKey: unique("k"), report: reportInput(narrow().clock.now()) };
  expect((await sends(soc, "incidentReport", sent)).status).toBe(200);
}, 60_000);

test.each([
  ["blank lines", "application/x-ndjson", "\n".repeat(3_900_000)],
  [
    "white space and comments",
    "application/xml",
    `<batch xmlns="urn:dabyl:exchange:1" version="1.0">${"<!-- -->\n".repeat(430_000)}</batch>`,
  ],
])("what is no item of a batch is charged as it is decompressed: %s", async (_, type, body) => {
  const soc = await narrow().soc();
  const headers = { "content-encoding": "gzip" };
  expect((await exchange(soc, "incident-reports", { body: gzipSync(body), type, headers })).status).toBe(400);
  expect((await sendsZipped(soc, "incident-reports", BLANK)).status).toBe(429);
});

test("items of a batch are not charged twice, and as little as single ones", async () => {
  const soc = await narrow().soc();
  const items = Array.from({ length: 40 }, () => `{"notes":"${"x".repeat(60_000)}"}\n`);
  const { results } = await sendsBatch(soc, items.join(""), "json");
  expect(results.map(({ status }) => status)).toEqual(items.map(() => 400));
  expect((await sendsZipped(soc, "incident-reports", BLANK)).status).toBe(400);
});
