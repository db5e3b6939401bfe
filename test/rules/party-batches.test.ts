import { appendFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { MINUTE, SECOND } from "../../src/domain/instant.js";
import { lookedAt, MOST, MOST_OF_BATCH, REPORT, XML } from "../support/looked-at.js";

/** R13.2: when a gateway takes batches out of a reserve folder, and what it does beside them. */

const folder = lookedAt();

const BATCH = (documents: string): string =>
  `<?xml version="1.0"?>\n<batch xmlns="urn:dabyl:exchange:1" version="1.0">${documents}</batch>\n`;

test("a batch has one file of results in its own form, and is kept like a document", async () => {
  await folder().party.puts("cards.xml", BATCH(XML));
  await folder().party.puts("reports.ndjson", `${REPORT}\n`);
  await folder().looks();
  await folder().looksAfter(10 * SECOND);
  expect(await folder().party.names("out")).toEqual(["cards.results.xml", "reports.results.ndjson"]);
  expect([await folder().party.names("in"), await folder().party.names("work")]).toEqual([[], []]);
  expect(await folder().party.kept()).toEqual(["cards.xml", "reports.ndjson"]);
});

test("a batch may be larger than a document, and comes in pieces", async () => {
  const text = `${REPORT}\n`.repeat(MOST_OF_BATCH / 200);
  await folder().party.puts("large.ndjson", text);
  await folder().look();
  folder().clock.advance(10 * SECOND);
  await folder().look();
  await folder().batchesEnd();
  expect(text.length).toBeGreaterThan(4 * MOST);
  expect(folder().taken.map(({ file, text: read }) => [file, read === text])).toEqual([["large.ndjson", true]]);
});

test("a batch that is larger than a batch may be is not read", async () => {
  await folder().party.puts("large.xml", BATCH(XML.repeat(1_000)));
  await folder().look();
  await folder().batchesEnd();
  expect(folder().taken).toMatchObject([{ file: "large.xml", text: "SMALL_ENOUGH" }]);
});

test("a batch in lines is taken once it stood still for ten seconds: half of it may look like all of it", async () => {
  await folder().party.puts("batch.ndjson", `${REPORT}\n`);
  expect(await folder().looks()).toEqual([]);
  await appendFile(folder().party.at("in", "batch.ndjson"), `${REPORT}\n`);
  expect(await folder().looksAfter(9 * SECOND)).toEqual([]);
  expect(await folder().looksAfter(9 * SECOND)).toEqual([]);
  expect(await folder().looks()).toEqual(["batch.ndjson"]);
});

test.for([
  ["half.ndjson", `${REPORT}\n${REPORT.slice(0, -10)}`],
  ["half.xml", BATCH(XML).slice(0, -10)],
  ["between.xml", BATCH(XML).replace("</batch>\n", "<kinds/>")],
] as const)("%s waits for the rest, for ten minutes", async ([name, half]) => {
  await folder().party.puts(name, half);
  expect(await folder().looks()).toEqual([]);
  expect(await folder().looksAfter(9 * MINUTE)).toEqual([]);
  expect(await folder().looksAfter(MINUTE)).toEqual([name]);
});

test("a batch in XML is whole with comments behind its end, and where it has nothing in it", async () => {
  await folder().party.puts("a.xml", `${BATCH(XML)}<!-- a <b> -->\n<!-- c -->`);
  await folder().party.puts("b.xml", '<e:batch xmlns:e="urn:dabyl:exchange:1" version="1.0"/>');
  expect((await folder().looks()).toSorted()).toEqual(["a.xml", "b.xml"]);
});

test("a batch holds up no document, whichever came first", async () => {
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const { answerToBatch } = folder();
  folder().answerToBatch = async (...args) => {
    await held;
    return answerToBatch(...args);
  };
  await folder().party.puts("cards.xml", BATCH(XML));
  await folder().look();
  await folder().party.puts("report.json", REPORT);
  folder().clock.advance(SECOND);
  await folder().look();
  expect(folder().taken.map(({ file }) => file)).toEqual(["report.json"]);
  goOn();
  await folder().batchesEnd();
  expect(folder().taken.map(({ file }) => file)).toEqual(["report.json", "cards.xml"]);
});

test("a batch that has to wait is taken in again later and later; its results are not there before they are whole", async () => {
  let attempts = 0;
  const { answerToBatch } = folder();
  folder().answerToBatch = async (_work, _opened, _signal, use) => {
    attempts += 1;
    const half = async function* (): AsyncGenerator<string> {
      yield "half of the ";
      yield await Promise.reject(new Error("the database is away"));
    };
    await use({ is: "results", texts: half(), code: null }).catch(() => undefined);
    return false;
  };
  await folder().party.puts("cards.xml", BATCH(XML));
  for (let second = 0; second < 16; second += 1) expect(await folder().looks()).toEqual([]);
  // After one second, two, four, eight.
  expect(attempts).toBe(5);
  expect(await folder().party.names("out")).toEqual([]);
  folder().answerToBatch = answerToBatch;
  expect(await folder().looksAfter(MINUTE)).toEqual(["cards.xml"]);
  expect(await folder().party.reads("cards.results.xml")).toBe("results");
});

test("a batch that a gateway left is taken in by the next one, with the time of its arrival", async () => {
  await writeFile(folder().party.at("work", "1772388000123~batch~first.ndjson"), `${REPORT}\n`);
  await writeFile(folder().party.at("out", ".first.ndjson"), "half of an ans");
  await folder().look();
  await folder().batchesEnd();
  expect(folder().taken).toMatchObject([{ file: "first.ndjson", arrivedAt: 1_772_388_000_123 }]);
  expect(await folder().party.names("out")).toEqual(["first.results.ndjson"]);
});
