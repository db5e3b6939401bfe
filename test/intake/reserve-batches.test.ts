import { appendFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { MINUTE, SECOND } from "../../src/domain/instant.js";
import { batchOf, resultsIn, sendsBatch, type BatchDocument } from "../support/batches.js";
import { eventually } from "../support/eventually.js";
import { hashOf } from "../support/exchange.js";
import { publishedXsd, xsdFaults } from "../support/published-xsd.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { unique, type Person } from "../support/person.js";
import { binds, document, reserveScene, unbinds } from "../support/reserve-scene.js";

/** R13.2: many documents in one file of the reserve folder, the same as a batch over HTTP. */

const report = ({ world }: Person, changes = {}): JsonObject => reportInput(world.clock.now(), changes);
const card = ({ world }: Person): JsonObject => cardInput(world.clock.now());

const reports = (soc: Person, count: number): BatchDocument[] =>
  Array.from({ length: count }, () => ["incidentReport", { submissionKey: unique("k"), report: report(soc) }]);

test("a batch in lines has one file of results, in their order, whole when it is there: the receipts are those of its documents", async () => {
  await using here = await reserveScene();
  const { world, soc, party } = here;
  const key = unique("r");
  const carded = { submissionKey: unique("c"), incidentId: `key:${key}`, card: card(soc) };
  const documents: BatchDocument[] = [
    ["incidentReport", { submissionKey: key, report: report(soc) }],
    ["incidentCard", carded],
    ...reports(soc, 39),
  ];
  await party.puts("batch.ndjson", batchOf(documents));
  await party.answered(1, world.clock);
  expect(await party.names("out")).toEqual(["batch.results.ndjson"]);
  const { results, summary } = resultsIn(await party.reads("batch.results.ndjson"));
  expect(summary).toEqual({ read: 41, accepted: 41, repeated: 0, refused: 0, isComplete: true });
  expect(results.map(({ receipt }) => receipt?.["contentHash"])).toEqual(documents.map((given) => hashOf(...given)));
  expect(results[1]?.receipt?.["number"]).toBe(results[0]?.receipt?.["number"]);
  // The journal and the receipts say by which way it came, and since when it was there.
  const { arrivedAt, mtime } = results[0]?.receipt ?? {};
  const entries = await world.database.asOwner(
    `select body::jsonb ->> 'door' as door, body::jsonb ->> 'arrivedAt' as arrived, body::jsonb ->> 'mtime' as mtime
     from journal where body::jsonb ->> 'actor' = $1 and act in ('incident.report', 'card.submit')`,
    [soc.actorId],
  );
  expect(entries).toEqual(documents.map(() => ({ door: "folder", arrived: arrivedAt, mtime })));
  // Over HTTP it is the same batch.
  expect((await sendsBatch(soc, batchOf(documents))).summary).toMatchObject({ repeated: 41, accepted: 0 });
});

test("a batch in XML is answered in XML, by the published schema; a broken document is refused by itself, in the party's language", async () => {
  await using here = await reserveScene();
  const { world, soc, party } = here;
  const broken: BatchDocument = ["incidentReport", { submissionKey: "n", report: report(soc, { summary: " " }) }];
  await party.puts("batch.xml", batchOf([...reports(soc, 1), broken, ...reports(soc, 1)], "xml"));
  await party.answered(1, world.clock);
  expect(await party.names("out")).toEqual(["batch.results.xml"]);
  const text = await party.reads("batch.results.xml");
  expect(text).toContain('<summary read="3" accepted="2" repeated="0" refused="1" isComplete="true"/>\n</results>\n');
  expect(text).toMatch(/<result index="1" status="422" submissionKey="n"><problem .*<title>Құжат/);
  expect(text).toMatch(/<arrivedAt>\S+Z<\/arrivedAt><mtime>\S+Z<\/mtime>/);
  expect(xsdFaults(text, publishedXsd("exchange-1.xsd"))).toEqual([]);
});

test("a batch may be larger than MAX_BODY_BYTES, none of its documents may", async () => {
  await using here = await reserveScene({ MAX_BODY_BYTES: "4096" });
  const { world, soc, party } = here;
  const text = `${batchOf(reports(soc, 30))}{"incidentReport": "${"x".repeat(5_000)}"}\n`;
  expect(text.length).toBeGreaterThan(2 * 4_096);
  await party.puts("batch.ndjson", text);
  await party.answered(1, world.clock);
  const { results, summary } = resultsIn(await party.reads("batch.results.ndjson"));
  expect(summary).toEqual({ read: 31, accepted: 30, repeated: 0, refused: 1, isComplete: true });
  expect(results.at(-1)).toMatchObject({ status: 413 });
});

test("a batch that is larger than a batch may be is refused whole, with that limit", async () => {
  await using here = await reserveScene({ MAX_BODY_BYTES: "4096", MAX_BATCH_ITEMS: "1" });
  const { world, soc, party } = here;
  await party.puts("batch.ndjson", batchOf(reports(soc, 60)));
  await party.answered(1, world.clock);
  expect(await party.names("out")).toEqual(["batch.refusal.ndjson"]);
  const refusal = await party.answer("batch.refusal.ndjson");
  expect(refusal).toMatchObject({ status: 413, code: "BODY_TOO_LARGE", title: expect.stringContaining("10240") });
});

test("a batch of half a document behind whole ones, which nobody finishes: the whole ones are taken, the half one is refused", async () => {
  await using here = await reserveScene();
  const { world, soc, party } = here;
  await party.puts("batch.ndjson", batchOf(reports(soc, 3)).slice(0, -30));
  await eventually(async () => {
    world.clock.advance(MINUTE);
    return (await party.kept()).length === 1;
  });
  const { results, summary } = resultsIn(await party.reads("batch.results.ndjson"));
  expect(results.map(({ status }) => status)).toEqual([200, 200, 400]);
  expect(summary).toMatchObject({ read: 3, accepted: 2, refused: 1 });
});

test("a batch that grows while it is read is read again, whole", async () => {
  await using here = await reserveScene({ COST_AT_ONCE: "8000", COST_PER_MINUTE: "2400000" });
  const { world, soc, party } = here;
  const [first, second] = [reports(soc, 100), reports(soc, 20)];
  await party.puts("batch.ndjson", batchOf(first));
  await begun(soc);
  const [work = ""] = await party.names("work");
  await appendFile(party.at("work", work), batchOf(second));
  await party.answered(1, world.clock);
  const { results, summary } = resultsIn(await party.reads("batch.results.ndjson"));
  expect(summary).toMatchObject({ read: 120, refused: 0, isComplete: true });
  expect(results.map(({ submissionKey }) => submissionKey)).toEqual(
    [...first, ...second].map(([, { submissionKey }]) => submissionKey),
  );
  expect(await submissions(soc)).toBe(120);
});

test("a document is answered beside a batch that waits for its party's budget, though it came later", async () => {
  await using here = await reserveScene({ COST_AT_ONCE: "8000", COST_PER_MINUTE: "600000" });
  const { world, soc, party } = here;
  await party.puts("batch.ndjson", batchOf(reports(soc, 150)));
  await begun(soc);
  const single = { submissionKey: unique("s"), report: report(soc) };
  await party.puts("single.json", document("incidentReport", single, "json"));
  await party.answered(1, world.clock);
  expect(await party.names("out")).toContain("single.receipt.json");
  expect(await party.kept()).toEqual(["single.json"]);
  await party.answered(2, world.clock);
  expect(resultsIn(await party.reads("batch.results.ndjson")).summary).toMatchObject({
    accepted: 150,
    isComplete: true,
  });
});

test("a batch whose folder is unbound meanwhile waits, and is taken in from its beginning once it is bound: nothing is accepted twice", async () => {
  await using here = await reserveScene({ COST_AT_ONCE: "8000", COST_PER_MINUTE: "2400000" });
  const { world, soc, party } = here;
  await party.puts("batch.ndjson", batchOf(reports(soc, 150)));
  await begun(soc);
  await unbinds(soc);
  const before = await party.names("work");
  expect(before).toEqual([expect.stringContaining("~batch~batch.ndjson")]);
  await binds(soc);
  await party.answered(1, world.clock);
  const { summary } = resultsIn(await party.reads("batch.results.ndjson"));
  expect(summary).toMatchObject({ read: 150, refused: 0, isComplete: true });
  expect(await submissions(soc)).toBe(150);
});

test("two gateways on one folder: each batch has one file of results, and nothing is accepted twice", async () => {
  await using here = await reserveScene();
  const { world, soc, party } = here;
  await world.another();
  for (const name of ["a", "b", "c"]) await party.puts(`${name}.ndjson`, batchOf(reports(soc, 50)));
  await party.answered(3, world.clock);
  expect(await party.names("out")).toEqual(["a.results.ndjson", "b.results.ndjson", "c.results.ndjson"]);
  expect([await party.names("in"), await party.names("work")]).toEqual([[], []]);
  for (const name of ["a", "b", "c"])
    expect(resultsIn(await party.reads(`${name}.results.ndjson`)).summary).toMatchObject({ accepted: 50, repeated: 0 });
  expect(await submissions(soc)).toBe(150);
});

/** Resolves once the first document of a batch has been accepted. */
async function begun(soc: Person): Promise<void> {
  await eventually(async () => {
    soc.world.clock.advance(SECOND);
    return (await submissions(soc)) > 0;
  });
}

/** How many submissions of a SOC there are. */
async function submissions({ world, partyId }: Person): Promise<number> {
  const [counted] = await world.database.asOwner("select count(*)::int as count from submission where party_id = $1", [
    partyId,
  ]);
  return Number(counted?.["count"]);
}
