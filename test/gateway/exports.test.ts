import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ADDRESS_LIFE } from "../../src/domain/exports.js";
import { addressOf, exporting, fetches, hasIncidents, preparesExport } from "../support/exports.js";
import { eventually } from "../support/eventually.js";
import { lentGateway, sharedGateway, startGateway, type TestGateway } from "../support/gateway.js";
import { accepted, LANGUAGES, rejected, unique, type Person } from "../support/person.js";
import { readCsv } from "../support/registers.js";

const NUMBERS = "{ incidents { nodes { number type soc { code } } } }";

/** What the journal has of exports, oldest first. */
async function recorded(world: TestGateway): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await world.database.asOwner(`select body from journal where act like 'export.%' order by position`);
  return rows.map(({ body }) => JSON.parse(String(body)) as Readonly<Record<string, unknown>>);
}

async function outcomesOf(world: TestGateway): Promise<readonly unknown[]> {
  return (await recorded(world))
    .filter(({ act }) => act === "export.end")
    .map(({ content }) => (content as { readonly outcome: string }).outcome);
}

test("a list of several pages is fetched whole in each format; request, fetching and end are in the journal, with the file's hash", async () => {
  await using world = await startGateway();
  const soc = await exporting(await world.soc());
  await hasIncidents(soc, 250, "=1+1");
  const document =
    "query All($types: [IncidentType!]) { list: incidents(filter: { types: $types }) { totalCount { value } ...Rows } } fragment Rows on IncidentConnection { nodes { number soc { party: code } affectedObjects { description } } }";
  const asked = await preparesExport(soc, document, "CSV", JSON.stringify({ types: ["OTHER"] }));
  const { columns, expiresAt, url } = accepted(asked).export;
  expect(columns).toEqual(["number", "soc.party", "affectedObjects.description"]);
  expect(Date.parse(expiresAt) - world.clock.now()).toBe(ADDRESS_LIFE);
  expect(url).toMatch(/^\/exports\/[\w-]{43}$/);
  const csv = await fetches(world.url + url);
  expect(csv).toMatchObject({ status: 200, isWhole: true });
  expect(csv.headers).toMatchObject({
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": 'attachment; filename="list-2026-03-01.csv"',
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  const [head, ...rows] = readCsv(csv.text);
  expect(head).toEqual(columns);
  expect(new Set(rows.map(([number]) => number)).size).toBe(250);
  expect(rows[0]?.[2]).toBe("'=1+1");
  const entries = await recorded(world);
  expect(entries.map(({ act }) => act)).toEqual(["export.prepare", "export.begin", "export.end"]);
  for (const entry of entries) expect(entry).toMatchObject({ soc: soc.partyId, actor: soc.actorId });
  expect(entries[2]?.["content"]).toEqual({
    outcome: "COMPLETE",
    format: "CSV",
    columns,
    rows: 250,
    bytes: csv.bytes.length,
    sha256: createHash("sha256").update(csv.bytes).digest("hex"),
  });

  const lines = await fetches(await addressOf(soc, document, "NDJSON", JSON.stringify({ types: ["OTHER"] })));
  const read = lines.text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { affectedObjects: object[] });
  expect(read.length).toBe(250);
  expect(read[0]).toMatchObject({ number: expect.any(String) as string, affectedObjects: [{ description: "=1+1" }] });
  const book = await fetches(await addressOf(soc, document, "XLSX", JSON.stringify({ types: ["OTHER"] })));
  expect(book.isWhole).toBe(true);
  expect(book.bytes.subarray(0, 2).toString()).toBe("PK");
  expect(await outcomesOf(world)).toEqual(["COMPLETE", "COMPLETE", "COMPLETE"]);
});

describe("documents that are no list", () => {
  const world = sharedGateway();
  const rows = "nodes { number }";
  test.each<readonly [string, string, string]>([
    [
      "two root fields",
      `{ incidents { ${rows} } obligations { nodes { rule } } }`,
      "side by side: incidents, obligations",
    ],
    ["an alias of the same list", `{ a: incidents { ${rows} } b: incidents { ${rows} } }`, "side by side: a, b"],
    ["a mutation", `mutation { revokeOwnToken { __typename } }`, "exactly one operation"],
    ["a subscription", `subscription { incidentFeed { cursor } }`, "exactly one operation"],
    ["two operations", `query A { incidents { ${rows} } } query B { incidents { ${rows} } }`, "exactly one operation"],
    ["no connection", `{ me { name } }`, "`name`"],
    ["introspection", `{ __schema { types { name } } }`, "`__schema`"],
    ["a list without pages", `{ incident(number: "X") { obligations { rule } } }`, "`obligations`"],
    ["first", `{ incidents(first: 5) { ${rows} } }`, "`first`"],
    ["after in a variable", `query($a: String) { incidents(after: $a) { ${rows} } }`, "`after`"],
    ["no rows", `{ incidents { pageInfo { hasNextPage } } }`, "once"],
    ["rows twice", `{ incidents { ${rows} edges { node { number } } } }`, "once"],
    ["a choice on the way", `query($x: Boolean!) { incidents @include(if: $x) { ${rows} } }`, "@include"],
    ["a choice in a fragment", `query($x: Boolean!) { incidents { ... @skip(if: $x) { ${rows} } } }`, "@include"],
    ["a field that is none", `{ incidents { nodes { nmber } } }`, "nmber"],
    ["no GraphQL", `select 1`, "cannot be run"],
  ])("F31 %s: a rejection says why", async (_, document, says) => {
    const soc = await exporting(await world().soc());
    const { violations } = rejected(await preparesExport(soc, document));
    expect(violations[0]).toMatchObject({
      rule: "F31",
      path: ["input", "document"],
      message: expect.stringContaining(says) as string,
    });
  });

  test("F31 pageInfo need not be asked for, edges are rows too, and a list may be inside other fields", async () => {
    const soc = await exporting(await world().soc());
    await hasIncidents(soc, 3, "x");
    const { me } = await soc.gets<{ me: { party: { code: string } } }, object>("{ me { party { code } } }");
    const inside = `query($c: String!) { soc(code: $c) { incidents { edges { cursor node { number } } pageInfo { startCursor } } } }`;
    const { text } = await fetches(await addressOf(soc, inside, "CSV", JSON.stringify({ c: me.party.code })));
    const [head, ...read] = readCsv(text);
    expect(head).toEqual(["cursor", "node.number"]);
    expect(read.length).toBe(3);
  });

  test("what is wrong with variables, cost and length is refused as of any operation", async () => {
    const soc = await exporting(await world().soc());
    const sends = async (document: string, variables?: string) => {
      const input = { submissionKey: unique("key"), document, format: "CSV", variables };
      const asked = `mutation($input: PrepareExportInput!) { prepareExport(input: $input) { __typename } }`;
      return (await soc.asks(asked, { input })).errors?.[0]?.extensions;
    };
    const typed = `query($n: IncidentType!) { incidents(filter: { types: [$n] }) { nodes { number } } }`;
    expect(await sends(typed, "[]")).toMatchObject({ code: "BAD_USER_INPUT", path: ["input", "variables"] });
    expect(await sends(typed, "{")).toMatchObject({ code: "BAD_USER_INPUT", path: ["input", "variables"] });
    expect(await sends(typed, '{"n":"NONE"}')).toMatchObject({
      code: "BAD_USER_INPUT",
      path: ["input", "variables", "n"],
    });
    expect(await sends(typed)).toMatchObject({ code: "BAD_USER_INPUT", path: ["input", "variables", "n"] });
    const deep =
      "affectedObjects { object { incidents(first: 100) { nodes { affectedObjects { object { incidents(first: 100) { nodes { affectedObjects { object { incidents(first: 100) { nodes { number } } } } } } } } } } } }";
    expect(await sends(`{ incidents { nodes { ${deep} } } }`)).toMatchObject({ code: "QUERY_TOO_COSTLY" });
    const long = rejected(await preparesExport(soc, `${NUMBERS}${" ".repeat(20_000)}`));
    expect(long.violations).toMatchObject([{ rule: "F2", path: ["input", "document"] }]);
  });
});

test("only who has the role EXPORTER and may read exports; what is in the file is what it may see", async () => {
  await using world = await lentGateway();
  const [soc, other] = [await world.soc(), await exporting(await world.soc())];
  await hasIncidents(soc, 2, "x");
  const document = `mutation($input: PrepareExportInput!) { prepareExport(input: $input) { __typename } }`;
  const input = { submissionKey: unique("key"), document: NUMBERS, format: "CSV" };
  expect((await soc.asks(document, { input })).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  const only = await world.person(soc.partyId, "EXPORTER");
  expect((await only.asks(document, { input })).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  const owners = await exporting(await world.person((await world.protectedObject()).ownerId, "OWNER"), "OWNER");
  for (const [person, count] of [
    [other, 0],
    [owners, 0],
    [await exporting(soc), 2],
  ] as const) {
    const { status, text } = await fetches(await addressOf(person, NUMBERS));
    expect({ status, rows: readCsv(text).length - 1 }).toEqual({ status: 200, rows: count });
  }
});

test("an address works once and for ten minutes, then is gone; of two who use it at once one has the file; HEAD uses nothing up", async () => {
  await using world = await startGateway();
  const soc = await exporting(await world.soc());
  await hasIncidents(soc, 150, "x");
  const address = await addressOf(soc, NUMBERS);
  expect((await fetches(address, { method: "HEAD" })).status).toBe(404);
  const both = await Promise.all([fetches(address), fetches(address)]);
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 410]);
  expect(both.find(({ status }) => status === 410)?.text).toContain("an address works once");
  expect(await fetches(address)).toMatchObject({ status: 410 });
  const late = await addressOf(soc, NUMBERS);
  world.clock.advance(ADDRESS_LIFE);
  const said = new Set<string>();
  for (const language of LANGUAGES) {
    const answer = await fetch(late, { headers: { "accept-language": language } });
    expect(answer.status).toBe(410);
    said.add(((await answer.json()) as { errors: { message: string }[] }).errors[0]?.message ?? "");
  }
  expect(said.size).toBe(3);
  for (const unknown of [`${late.slice(0, -1)}${late.endsWith("A") ? "B" : "A"}`, `${world.url}/exports/x`])
    expect(await fetches(unknown)).toMatchObject({ status: 404 });
  expect(await outcomesOf(world)).toEqual(["COMPLETE"]);
});

test("the same key gives its sender another address until the file was fetched, a colleague none, and other content is a CONFLICT", async () => {
  await using world = await lentGateway();
  const soc = await exporting(await world.soc());
  const colleague = await exporting(await world.person(soc.partyId, "SOC_READER"), "SOC_READER");
  const key = unique("key");
  const first = await addressOf(soc, NUMBERS, "CSV", undefined, key);
  const repeated = accepted(await preparesExport(soc, NUMBERS, "CSV", undefined, key));
  expect(await fetches(first)).toMatchObject({ status: 404 });
  const others = accepted(await preparesExport(colleague, NUMBERS, "CSV", undefined, key));
  expect(others.export.url).toBeNull();
  expect(await fetches(world.url + (repeated.export.url ?? ""))).toMatchObject({ status: 200 });
  const after = accepted(await preparesExport(soc, NUMBERS, "CSV", undefined, key));
  expect(after.export).toMatchObject({ url: null, columns: ["number", "type", "soc.code"] });
  await expect(preparesExport(soc, NUMBERS, "NDJSON", undefined, key)).rejects.toThrow("CONFLICT");
});

test("so many exports that were not fetched may wait, and no more", async () => {
  await using world = await lentGateway();
  const soc = await exporting(await world.soc());
  for (let n = 0; n < 20; n += 1) await addressOf(soc, NUMBERS);
  await expect(preparesExport(soc, NUMBERS)).rejects.toThrow("RATE_LIMITED");
  world.clock.advance(ADDRESS_LIFE);
  await addressOf(soc, NUMBERS);
});

test("what hangs on something that is not there is no empty file, and neither is what the list refuses", async () => {
  await using world = await startGateway();
  const soc = await exporting(await world.soc());
  const nothing = await fetches(await addressOf(soc, `{ soc(code: "NOBODY") { incidents { nodes { number } } } }`));
  expect(nothing).toMatchObject({ status: 404, text: expect.stringContaining("NOT_FOUND") as string });
  const unknown = `{ incidents(filter: { soc: { code: { eq: "NOBODY" } } }) { nodes { number } } }`;
  const refused = await fetches(await addressOf(soc, unknown));
  expect(refused).toMatchObject({ status: 400, text: expect.stringContaining("BAD_USER_INPUT") as string });
  expect(await outcomesOf(world)).toEqual(["REFUSED", "REFUSED"]);
});

describe("a file that breaks off has no end, and the journal says why", () => {
  /** Fetches a long list and does something once it has begun. */
  async function brokenOff(world: TestGateway, soc: Person, breaks: () => Promise<unknown>): Promise<void> {
    await hasIncidents(soc, 20_000, "x".repeat(2_000));
    const address = await addressOf(soc, "{ incidents { nodes { number affectedObjects { description } } } }");
    let isBroken = false;
    const fetched = await fetches(address, {
      onData: async () => {
        if (!isBroken) await breaks();
        isBroken = true;
      },
    });
    expect(fetched).toMatchObject({ status: 200, isWhole: false });
    await eventually(async () => (await outcomesOf(world)).length === 1);
    const { content } = (await recorded(world)).at(-1) as { content: { rows: number; bytes: number } };
    expect(content.rows).toBeGreaterThan(0);
    expect(content.rows).toBeLessThan(20_000);
    expect(content.bytes).toBeGreaterThanOrEqual(fetched.bytes.length);
    expect(await fetches(address)).toMatchObject({ status: 410 });
  }

  test("its token is revoked meanwhile", async () => {
    await using world = await startGateway();
    const soc = await exporting(await world.soc());
    await brokenOff(world, soc, () => world.revoke(soc));
    expect(await outcomesOf(world)).toEqual(["REFUSED"]);
  });

  test("its actor loses the role meanwhile", async () => {
    await using world = await startGateway();
    const soc = await exporting(await world.soc());
    await brokenOff(world, soc, () => world.giveRoles(soc, ["SOC_OPERATOR"]));
    expect(await outcomesOf(world)).toEqual(["REFUSED"]);
  });

  test("its token was revoked before: nothing is given, and the address is not used up", async () => {
    await using world = await startGateway();
    const soc = await exporting(await world.soc());
    const address = await addressOf(soc, NUMBERS);
    await world.revoke(soc);
    expect(await fetches(address)).toMatchObject({
      status: 401,
      text: expect.stringContaining("UNAUTHENTICATED") as string,
    });
    expect((await recorded(world)).map(({ act }) => act)).toEqual(["export.prepare"]);
  });
});
