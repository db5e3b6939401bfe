import { afterEach, expect, test, vi } from "vitest";
import { SECOND } from "../../src/domain/instant.js";
import { SearchStore } from "../../src/features/search/search.store.js";
import { eventually } from "../support/eventually.js";
import { startGateway } from "../support/gateway.js";
import { finds, named } from "../support/search.js";

afterEach(() => {
  vi.restoreAllMocks();
});

test("a text that cannot be taken in is left out after some time, and keeps no other out", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  const keep: SearchStore["keep"] = Reflect.get(SearchStore.prototype, "keep");
  const spoilt = await soc.sendsReport({ summary: "Something that fails." });
  let failures = 0;
  vi.spyOn(SearchStore.prototype, "keep").mockImplementation(function (this: SearchStore, rows) {
    if (!rows.some(({ words }) => words.includes("spoilt"))) return keep.call(this, rows);
    failures += 1;
    return Promise.reject(new Error("it cannot be kept"));
  });
  await soc.sendsReport({ summary: "A spoilt text." });
  const after = await soc.sendsReport({ summary: "Phishing by telephone." });
  await eventually(async () => {
    world.clock.advance(30 * SECOND);
    return (await world.database.asOwner("select from search_due limit 1")).length === 0;
  });
  expect(failures).toBeGreaterThanOrEqual(3);
  const found = async (text: string): Promise<string[]> => named(await finds(soc, { text }));
  expect(await found("phishing")).toEqual([after.incident.number]);
  expect(await found("fails")).toEqual([spoilt.incident.number]);
  expect(await found("spoilt")).toEqual([]);
});
