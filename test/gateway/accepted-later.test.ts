import { expect, test } from "vitest";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { batchOf, sendsBatch } from "../support/batches.js";
import { eventually } from "../support/eventually.js";
import { exchange, hashOf, sends, TYPES } from "../support/exchange.js";
import { startGateway } from "../support/gateway.js";
import { hold } from "../support/held.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { unique } from "../support/person.js";

/** R13.2: documents that are accepted before their receipt is there. */

const JOURNAL = "select pg_advisory_xact_lock(hashtext('dabyl journal'))";

test("where the journal is delayed, 202 says where the receipt will be; one by one and in batches, in either format", async () => {
  await using world = await startGateway({ settings: { SEAL_TIMEOUT_SECONDS: "1" } });
  const soc = await world.soc();
  const card = (): JsonObject & { readonly submissionKey: string } => ({
    submissionKey: unique("k / ә"),
    card: { ...cardInput(world.clock.now(), { severity: "HIGH", type: "SPAM" }) },
  });
  const [inJson, inXml, inBatch] = [card(), card(), card()];
  await using held = await hold(world.database, JOURNAL);
  for (const [content, format] of [
    [inJson, "json"],
    [inXml, "xml"],
  ] as const) {
    const path = `receipts/${encodeURIComponent(content.submissionKey)}`;
    const answer = await sends(soc, "incidentCard", content, format);
    expect([answer.status, answer.headers.get("location"), answer.headers.get("retry-after")]).toEqual([
      202,
      `/exchange/${path}`,
      "1",
    ]);
    expect(answer.headers.get("content-type")).toBe(`application/problem+${format}; charset=utf-8`);
    expect(answer.text).toContain("ACCEPTED");
    expect((await exchange(soc, path)).status).toBe(404);
  }
  const { results, summary } = await sendsBatch(soc, batchOf([["incidentCard", inBatch]]));
  expect(results).toMatchObject([{ status: 202, submissionKey: inBatch.submissionKey, problem: { code: "ACCEPTED" } }]);
  expect(summary).toEqual({ read: 1, accepted: 1, repeated: 0, refused: 0, isComplete: true });
  await held.letGo();
  for (const content of [inJson, inXml, inBatch]) {
    const again = await sends(soc, "incidentCard", content);
    expect(again.json).toMatchObject({ isRepeated: true, contentHash: hashOf("incidentCard", content) });
    const found = await exchange(soc, `receipts/${encodeURIComponent(content.submissionKey)}`);
    expect(found.json).toEqual(again.json);
    expect(found.json).toMatchObject({ warnings: [{ rule: "L13" }] });
  }
});

test("who prefers not to wait is answered once the document is kept; what breaks rules is refused all the same (RFC 7240)", async () => {
  // As long as the journal is held, whoever waits for a receipt waits for minutes.
  await using world = await startGateway({ settings: { SEAL_TIMEOUT_SECONDS: "300" } });
  const soc = await world.soc();
  const prefer = { prefer: 'respond-async, wait=10, return="minimal"' };
  const content = { submissionKey: unique("k"), report: { ...reportInput(world.clock.now()) } };
  const { submissionKey } = content;
  await using held = await hold(world.database, JOURNAL);
  const answer = await sends(soc, "incidentReport", content, "json", { ...prefer, "accept-language": "ru" });
  expect([answer.status, answer.json["code"]]).toEqual([202, "ACCEPTED"]);
  expect(answer.json["title"]).toMatch(/^Отправленное сохранено\..*`Location`\.$/);
  expect(answer.headers.get("preference-applied")).toBe("respond-async");
  expect(answer.headers.get("location")).toBe(`/exchange/receipts/${submissionKey}`);
  const broken = { submissionKey: unique("k"), report: { ...reportInput(world.clock.now(), { summary: " " }) } };
  expect((await sends(soc, "incidentReport", broken, "json", prefer)).status).toBe(422);
  await held.letGo();
  const path = `receipts/${submissionKey}`;
  await eventually(async () => (await exchange(soc, path)).status === 200);
  const again = await sends(soc, "incidentReport", content, "xml", { ...prefer, accept: TYPES.json });
  expect([again.status, again.headers.get("preference-applied")]).toEqual([200, null]);
  expect((await exchange(soc, path)).json).toEqual(again.json);
});
