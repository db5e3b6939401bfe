import { describe, expect, test } from "vitest";
import { BindReserveFolderDocument } from "../../schema/operations.generated.js";
import { inWords, LOCALES, say } from "../../src/domain/wording/wording.js";
import { SECOND, toIso } from "../../src/domain/instant.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { eventually } from "../support/eventually.js";
import { hashOf, sends } from "../support/exchange.js";
import { startGateway } from "../support/gateway.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { rejected, unique, type Person } from "../support/person.js";
import { publishedXsd, xsdFaults } from "../support/published-xsd.js";
import { binds, codeOf, document, reserveScene, unbinds } from "../support/reserve-scene.js";

/** R13.2: documents as files in the reserve folder, the same as the mutations of the same name. */

const report = ({ world }: Person, changes = {}): JsonObject => reportInput(world.clock.now(), changes);
const card = ({ world }: Person): JsonObject => cardInput(world.clock.now());

test("a report in JSON and its card in XML get receipts, of the hashes of their own files, and are of one incident", async () => {
  await using here = await reserveScene();
  const { world, soc, party } = here;
  const [reportKey, cardKey] = [unique("r"), unique("c")];
  const reported = { submissionKey: reportKey, report: report(soc) };
  const carded = { submissionKey: cardKey, incidentId: `key:${reportKey}`, card: card(soc) };
  await party.puts("1-report.json", document("incidentReport", reported, "json"));
  await party.puts("2-card.xml", document("incidentCard", carded, "xml"));
  await party.answered(2, world.clock);
  expect(await party.names("out")).toEqual(["1-report.receipt.json", "2-card.receipt.xml"]);
  const receipt = await party.answer("1-report.receipt.json");
  expect(receipt).toMatchObject({
    submissionKey: reportKey,
    isRepeated: false,
    contentHash: hashOf("incidentReport", reported),
    soc: party.code,
  });
  const inXml = await party.reads("2-card.receipt.xml");
  expect(inXml).toContain(`<contentHash>${hashOf("incidentCard", carded)}</contentHash>`);
  expect(inXml).toContain(`<number>${String(receipt["number"])}</number>`);
  expect(inXml).toMatch(/<arrivedAt>2[^<]+Z<\/arrivedAt><mtime>2[^<]+Z<\/mtime>/);
  expect(xsdFaults(inXml, publishedXsd("exchange-1.xsd"))).toEqual([]);
  // Sent over HTTP once more, it is the same.
  const again = await sends(soc, "incidentReport", reported);
  expect(again.json).toMatchObject({ isRepeated: true, id: receipt["id"] });
});

test("R9.1 terms go by the intake; the journal and the receipt say as well since when the file was there, and by which way it came", async () => {
  await using here = await reserveScene();
  const { world, soc, party } = here;
  const before = Date.now();
  await party.puts(
    "report.json",
    document("incidentReport", { submissionKey: unique("k"), report: report(soc) }, "json"),
  );
  await party.answered(1, world.clock);
  const receipt = await party.answer("report.receipt.json");
  const [entry] = await world.database.asOwner(
    `select body::jsonb ->> 'door' as door, body::jsonb ->> 'arrivedAt' as arrived, body::jsonb ->> 'mtime' as mtime,
       body::jsonb ->> 'at' as at from journal where body::jsonb ->> 'actor' = $1`,
    [soc.actorId],
  );
  const { arrivedAt, mtime, receivedAt } = receipt as Record<string, string>;
  expect(entry).toEqual({ door: "folder", arrived: arrivedAt, mtime, at: receivedAt });
  expect(Date.parse(arrivedAt ?? "")).toBeGreaterThanOrEqual(before - SECOND);
  expect(Date.parse(arrivedAt ?? "")).toBeLessThanOrEqual(Date.now());
  // The file system has the machine's time, the gateway its own.
  expect(Date.parse(receivedAt ?? "")).toBeLessThanOrEqual(world.clock.now());
  expect(receivedAt).toMatch(toIso(world.clock.now()).slice(0, 10));
});

describe("what is refused has a problem in the format of the file, in the party's language", () => {
  test("with its place where it cannot be read, or is not of its form", async () => {
    await using here = await reserveScene();
    const { world, soc, party } = here;
    await party.puts("broken.json", '{"incidentReport":\n {"submissionKey": }}');
    await party.puts("unfit.xml", document("incidentReport", { submissionKey: "k", report: report(soc) }, "xml").replace("<summary>", "<sumary>").replace("</summary>", "</sumary>")); // prettier-ignore
    await party.answered(2, world.clock);
    expect(await party.answer("broken.refusal.json")).toMatchObject({
      status: 400,
      code: "DOCUMENT_UNREADABLE",
      violations: [{ rule: "R13.2", line: 2, column: 20 }],
    });
    const unfit = await party.reads("unfit.refusal.xml");
    expect(unfit).toContain('<problem xmlns="urn:ietf:rfc:7807">');
    expect(unfit).toMatch(/<code>DOCUMENT_UNFIT<\/code>/);
    // Nothing was chosen: Kazakh.
    expect(unfit).toContain("Құжат өз нысанына сай емес");
    expect(unfit).toMatch(/sumary.*summary/s);
  });

  test("with its rules where it was judged, and the attempt is in the journal", async () => {
    await using here = await reserveScene();
    const { world, soc, party } = here;
    const content = { submissionKey: unique("k"), report: report(soc, { summary: " " }) };
    await party.puts("report.json", document("incidentReport", content, "json"));
    await party.answered(1, world.clock);
    const refusal = await party.answer("report.refusal.json");
    expect(refusal).toMatchObject({ status: 422, violations: [{ rule: "F1", pointer: "/report/summary" }] });
    const [entry] = await world.database.asOwner(
      `select body::jsonb ->> 'door' as door, body::jsonb ? 'arrivedAt' as "hasArrived" from journal where entry_id = $1`,
      [refusal["reference"]],
    );
    expect(entry).toEqual({ door: "folder", hasArrived: true });
  });

  test.for([
    ["batch.xml", '<?xml version="1.0"?><batch xmlns="urn:dabyl:exchange:1" version="1.0"></batch>', 400],
    ["large.json", `{"incidentReport": "${"x".repeat(5_000)}"}`, 413],
    ["list.json", "[]", 400],
    ["bomb.xml", '<!DOCTYPE a [<!ENTITY e "e">]><incidentReport>&e;</incidentReport>', 400],
    ["keyless.json", '{"incidentReport": {"report": {}}}', 400],
  ] as const)("%s", async ([name, text, status]) => {
    await using here = await reserveScene({ MAX_BODY_BYTES: "4096" });
    const { world, party } = here;
    await party.puts(name, text);
    await party.answered(1, world.clock);
    const answer = await party.reads(name.replace(".", ".refusal."));
    expect(answer).toMatch(name.endsWith("xml") ? `<status>${status}</status>` : `"status":${status}`);
    expect(await party.names("in")).toEqual([]);
  });
});

describe("files act as the actor to whom their folder is bound", () => {
  test("while it is bound to nobody they wait, untouched, and are taken in once it is bound", async () => {
    await using here = await reserveScene();
    const { world, soc, party } = here;
    await unbinds(soc);
    const content = { submissionKey: unique("k"), report: report(soc) };
    await party.puts("report.json", document("incidentReport", content, "json"));
    const centre = await world.nationalCentre();
    const waits = async (): Promise<number> => {
      const { text } = await centre.readsMetrics();
      return Number(new RegExp(`^dabyl_reserve_waiting\\{party="${party.code}"\\} (\\d+)$`, "m").exec(text)?.[1]);
    };
    expect(await waits()).toBe(1);
    await party.puts("UNREADABLE NAME.json", "");
    // The look that names it has looked at the report as well.
    await eventually(async () => {
      world.clock.advance(SECOND);
      return (await party.names("out")).includes("UNREADABLE.txt");
    });
    expect(await party.names("in")).toEqual(["UNREADABLE NAME.json", "report.json"]);
    const [name, ...said] = (await party.reads("UNREADABLE.txt")).trimEnd().split("\n");
    expect(name).toBe('"UNREADABLE NAME.json"');
    const why = say("fileUntouched", { is: "NAME" });
    expect(said).toEqual(LOCALES.map((locale) => `    ${inWords(why, locale)}`));
    await binds(soc);
    await party.answered(1, world.clock);
    expect(await party.answer("report.receipt.json")).toMatchObject({ isRepeated: false });
    expect(await waits()).toBe(0);
  });

  test("with its roles of that moment: without the one that is needed they are refused", async () => {
    await using here = await reserveScene();
    const { world, soc, party } = here;
    await world.giveRoles(soc, ["SOC_READER"]);
    const content = { submissionKey: unique("k"), report: report(soc) };
    const text = document("incidentReport", content, "json");
    await party.puts("report.json", text);
    await party.answered(1, world.clock);
    expect(await party.answer("report.refusal.json")).toMatchObject({ status: 403, code: "FORBIDDEN" });
    await world.giveRoles(soc, ["SOC_OPERATOR"]);
    await party.puts("report.json", text);
    await party.answered(2, world.clock);
    expect(await party.names("out")).toEqual(["report.receipt.json"]);
  });

  test("which administrators alone set and see, and the journal keeps", async () => {
    await using here = await reserveScene();
    const { world, soc } = here;
    const query = "query ($id: ID!) { node(id: $id) { ... on Soc { reserveActor { id } } } }";
    const seenBy = async (person: Person) =>
      (
        await person.gets<{ node: { reserveActor: { id: string } | null } }, object>(query, {
          id: toGlobalId("Soc", soc.partyId),
        })
      ).node.reserveActor;
    expect(await seenBy(world.administrator())).toEqual({ id: toGlobalId("Actor", soc.actorId) });
    expect(await seenBy(soc)).toBeNull();
    expect(await seenBy(await world.nationalCentre())).toBeNull();
    expect(await unbinds(soc)).toMatchObject({ party: { reserveActor: null } });
    expect(await seenBy(world.administrator())).toBeNull();
    const acts = await world.database.asOwner(
      `select act, body::jsonb ->> 'subject' as subject from journal
       where act like 'folder.%' and body::jsonb ->> 'subject' = any($1) order by position`,
      [[soc.actorId, soc.partyId]],
    );
    expect(acts).toEqual([
      { act: "folder.bind", subject: soc.actorId },
      { act: "folder.unbind", subject: soc.partyId },
    ]);
    const input = { actorId: toGlobalId("Actor", soc.actorId) };
    expect((await soc.asks(BindReserveFolderDocument, { input })).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const unknown = { actorId: toGlobalId("Actor", soc.partyId) };
    const refused = await world.administrator().gets(BindReserveFolderDocument, { input: unknown });
    expect(rejected(refused.bindReserveFolder).violations).toMatchObject([{ path: ["input", "actorId"] }]);
  });
});

test("two gateways on one folder: each file has one answer, and nothing is accepted twice", async () => {
  await using here = await reserveScene();
  const { world, soc, party } = here;
  await world.another();
  const keys = Array.from({ length: 40 }, () => unique("k"));
  for (const key of keys) {
    const content = { submissionKey: key, report: report(soc) };
    await party.puts(`${key}.json`, document("incidentReport", content, "json"));
  }
  await party.answered(keys.length, world.clock);
  expect(await party.names("out")).toEqual(keys.map((key) => `${key}.receipt.json`).toSorted());
  expect([await party.names("in"), await party.names("work")]).toEqual([[], []]);
  for (const key of keys) expect(await party.answer(`${key}.receipt.json`)).toMatchObject({ isRepeated: false });
  const [counted] = await world.database.asOwner("select count(*)::int as count from submission where party_id = $1", [
    soc.partyId,
  ]);
  expect(counted).toEqual({ count: keys.length });
});

test("one SOC's folder acts for no other", async () => {
  await using here = await reserveScene();
  const { world, root, soc } = here;
  const other = await world.soc();
  const stranger = await root.of(await codeOf(other));
  const { incident } = await soc.sendsReport();
  await binds(other);
  const content = { submissionKey: unique("k"), incidentId: incident.number, card: card(soc) };
  await stranger.puts("card.json", document("incidentCard", content, "json"));
  await stranger.answered(1, world.clock);
  expect(await stranger.names("out")).toEqual(["card.refusal.json"]);
});

test("a gateway does not start where RESERVE_DIR is no folder", async () => {
  const starting = startGateway({ settings: { RESERVE_DIR: "/nowhere/reserve" } });
  await expect(starting).rejects.toThrow('RESERVE_DIR is "/nowhere/reserve", which is no folder');
});
