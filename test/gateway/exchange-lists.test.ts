import { expect, test } from "vitest";
import { exchange, sends } from "../support/exchange.js";
import { sharedGateway } from "../support/gateway.js";
import { cardInput } from "../support/inputs.js";
import { notified, numberOf } from "../support/notified-socs.js";
import { unique, type Person } from "../support/person.js";
import { publishedXsd, xsdFaults } from "../support/published-xsd.js";
import { writeDocument } from "../../src/exchange/write-document.js";

/** Lists of documents, and notifications as documents (R12.1, R13.2). */

const shared = sharedGateway();

/** All items of a list, page by page as `Link` leads. */
async function walked(person: Person, path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page = await exchange(person, next, { headers: { accept: "application/x-ndjson" } });
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "application/x-ndjson; charset=utf-8"]);
    items.push(
      ...page.text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>])),
    );
    next = /<\/exchange\/([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1];
  }
  return items;
}

test("cards are listed oldest first, page by page, each with its cursor, and only one's own (R13.2)", async () => {
  const world = shared();
  const [soc, other] = [await world.soc(), await world.soc()];
  const numbers: unknown[] = [];
  for (let count = 0; count < 5; count += 1) {
    const card = { ...cardInput(world.clock.now(), { note: `№ ${count}` }) };
    numbers.push((await sends(soc, "incidentCard", { submissionKey: unique("k"), card })).json["number"]);
    world.clock.advance(1_000);
  }
  await other.reports();
  const items = await walked(soc, "incident-cards?limit=2");
  expect(items.map(({ number }) => number)).toEqual(numbers);
  expect(new Set(items.map(({ cursor }) => cursor)).size).toBe(5);
  expect(await walked(other, "incident-cards?limit=2")).toEqual([]);
  const inXml = await exchange(soc, "incident-cards?limit=3", { headers: { accept: "application/xml" } });
  expect([...inXml.text.matchAll(/<incidentCard /g)]).toHaveLength(3);
  for (const query of ["limit=101", "limit=x", "after=nothing"]) {
    const refused = await exchange(soc, `incident-cards?${query}`);
    expect([query, refused.status, refused.headers.get("content-type")]).toEqual([
      query,
      400,
      "application/problem+json; charset=utf-8",
    ]);
  }
});

test("a notification is given to the SOC that was notified, with its term, and to the centre; to nobody else", async () => {
  const world = shared();
  const [soc, other, centre] = [await world.soc(), await world.soc(), await world.nationalCentre()];
  const id = await notified(world, "EVENT", soc);
  const number = await numberOf(soc, id);
  const mine = await exchange(soc, `notifications/${number.toLowerCase()}`);
  expect([mine.status, mine.json]).toMatchObject([200, { number, id, about: { kind: "EVENT" } }]);
  expect(mine.json["answerDueAt"]).toMatch(/Z$/);
  expect(await walked(soc, "notifications")).toMatchObject([{ number, cursor: expect.any(String) }]);
  const inXml = await exchange(soc, `notifications/${number}`, { headers: { accept: "application/xml" } });
  expect(inXml.text).toContain(`number="${number}"`);
  expect((await exchange(centre, `notifications/${number}`)).json).not.toHaveProperty("answerDueAt");
  expect((await exchange(other, `notifications/${number}`)).status).toBe(404);
  expect(await walked(other, "notifications")).toEqual([]);
});

test("whatever is given out in XML is of the published schema: receipts, trials, documents, lists (R13.2)", async () => {
  const world = shared();
  const soc = await world.soc();
  const schema = publishedXsd("exchange-1.xsd");
  const number = await numberOf(soc, await notified(world, "EVENT", soc));
  const card = { ...cardInput(world.clock.now(), { severity: "HIGH", type: "SPAM" }) };
  const content = { submissionKey: unique("k"), card };
  const accept = { accept: "application/xml" };
  const receipt = await sends(soc, "incidentCard", content, "xml", accept);
  const given = [
    receipt.text,
    (await sends(soc, "incidentCard", content, "xml", accept)).text,
    (
      await exchange(soc, "validate", {
        body: writeDocument("incidentCard", content, "xml"),
        type: "application/xml",
        headers: accept,
      })
    ).text,
    ...(await Promise.all(
      [`receipts/${content.submissionKey}`, "incident-cards", "notifications", `notifications/${number}`].map(
        async (path) => (await exchange(soc, path, { headers: accept })).text,
      ),
    )),
  ];
  for (const text of given) expect([text.slice(0, 200), xsdFaults(text, schema)]).toEqual([text.slice(0, 200), []]);
});
