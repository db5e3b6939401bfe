import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { DocumentKind } from "../../src/domain/forms/documents.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { readDocument } from "../support/form-documents.js";
import { exchange, hashOf, sends, TYPES } from "../support/exchange.js";
import { sharedGateway } from "../support/gateway.js";
import { analysisInput, cardInput, reportInput } from "../support/inputs.js";
import { notified } from "../support/notified-socs.js";
import { LANGUAGES, unique, type Person } from "../support/person.js";
import { IncidentDocument } from "../../schema/operations.generated.js";
import { writeDocument } from "../../src/exchange/write-document.js";

/** R13.2: documents in JSON and XML over HTTP, the same as the mutations of the same name. */

const shared = sharedGateway();

const card = (changes = {}): JsonObject => ({ ...cardInput(shared().clock.now(), changes) });
const report = (changes = {}): JsonObject => ({ ...reportInput(shared().clock.now(), changes) });

/** A document of each kind that breaks no rule, for a SOC that was notified of what it answers. */
async function eachKind(soc: Person): Promise<readonly (readonly [DocumentKind, JsonObject])[]> {
  const { world } = soc;
  const [threat, event, other] = [
    await notified(world, "THREAT", soc),
    await notified(world, "EVENT", soc),
    await notified(world, "EVENT", soc),
  ];
  const { affectedObjects: _, ...analysis } = analysisInput() as unknown as Record<string, JsonObject>;
  return [
    ["incidentReport", { submissionKey: unique("report"), report: report() }],
    ["incidentCard", { submissionKey: unique("card"), card: card() }],
    ["threatAnalysis", { submissionKey: unique("threat"), notificationIds: [threat], analysis }],
    ["eventAnalysis", { submissionKey: unique("event"), notificationIds: [event], analysis }],
    ["notConfirmed", { submissionKey: unique("denial"), notificationIds: [other], grounds: "Журналдарда ештеңе жоқ." }],
  ];
}

test("every kind is accepted in JSON and, under its key, in XML as the same; its hash is that of the sender's own file (R13.2)", async () => {
  const soc = await shared().soc();
  for (const [kind, content] of await eachKind(soc)) {
    const inJson = await sends(soc, kind, content);
    expect([kind, inJson.status, inJson.json["isRepeated"]]).toEqual([kind, 200, false]);
    expect([kind, inJson.json["contentHash"]]).toEqual([kind, hashOf(kind, content)]);
    const inXml = await sends(soc, kind, content, "xml", { accept: "application/json" });
    expect([kind, inXml.status, inXml.json]).toEqual([kind, 200, { ...inJson.json, isRepeated: true }]);
  }
});

test("who lost the answer finds the same receipt under its key, with number, duties and warnings, in either format (R13.2)", async () => {
  const soc = await shared().soc();
  const kinds = await eachKind(soc);
  const doubtful = { submissionKey: unique("card"), card: card({ severity: "HIGH", type: "SPAM" }) };
  const warned = { submissionKey: unique("r"), report: report({ affectedObjects: [{ description: "Сервер" }] }) };
  for (const [kind, content] of [...kinds, ["incidentCard", doubtful], ["incidentReport", warned]] as const) {
    const path = `receipts/${content["submissionKey"] as string}`;
    expect((await exchange(soc, path)).status).toBe(404);
    const sent = await sends(soc, kind, content);
    expect([kind, (await exchange(soc, path)).json]).toEqual([kind, { ...sent.json, isRepeated: true }]);
    expect([kind, sent.headers.get("location")]).toEqual([kind, sent.json["location"] ?? null]);
    const again = await sends(soc, kind, content, "xml", { accept: TYPES.xml });
    expect([kind, (await exchange(soc, path, { headers: { accept: TYPES.xml } })).text]).toEqual([kind, again.text]);
  }
  const receiptOf = async (key: string) => (await exchange(soc, `receipts/${key}`)).json;
  expect(await receiptOf(doubtful.submissionKey)).toMatchObject({
    number: expect.any(String),
    duties: [{ rule: "R9.1" }, { rule: "R9.3" }],
    warnings: [{ rule: "L13", pointer: "/card/severity" }],
  });
  expect((await receiptOf(warned.submissionKey))["warnings"]).toEqual([]);
});

test("a card that came as a document reads like one that came by the mutation (R13.2)", async () => {
  const soc = await shared().soc();
  const number = (
    await sends(soc, "incidentCard", { submissionKey: unique("k"), card: card() }, "xml", {
      accept: "application/json",
    })
  ).json["number"] as string;
  const { incident: mutated } = await soc.sendsCard();
  const [one, other] = await Promise.all(
    [number, mutated.number].map((name) => soc.gets(IncidentDocument, { number: name })),
  );
  const plain = (dossier: unknown): unknown =>
    JSON.parse(
      JSON.stringify(dossier, (name, value: unknown) =>
        ["id", "number", "receivedAt", "dischargedAt", "feedCursor"].includes(name) ? null : value,
      ),
    );
  expect(plain(one)).toEqual(plain(other));
});

test("a report and its card may be written before either is sent: the card names the report's key", async () => {
  const soc = await shared().soc();
  const [key, next] = [unique("r"), unique("c")];
  const opened = await sends(soc, "incidentReport", { submissionKey: key, report: report() });
  const followed = await sends(
    soc,
    "incidentCard",
    { submissionKey: next, incidentId: `key:${key}`, card: card() },
    "xml",
    { accept: "application/json" },
  );
  expect([followed.status, followed.json["number"]]).toEqual([200, opened.json["number"]]);
  expect(followed.json["contentHash"]).toBe(
    hashOf("incidentCard", { submissionKey: next, incidentId: `key:${key}`, card: card() }),
  );
});

describe("what was accepted is given out as it was sent", () => {
  test("to its SOC and the national centre, in either format, and to nobody else", async () => {
    const world = shared();
    const [soc, stranger, centre] = [await world.soc(), await world.soc(), await world.nationalCentre()];
    const content = { submissionKey: unique("k"), card: card({ nature: "Бірінші жол\nекінші <жол> & ]]>" }) };
    const sent = await sends(soc, "incidentCard", content);
    const path = `incident-cards/${sent.json["number"] as string}`;
    for (const format of ["json", "xml"] as const) {
      const mine = await exchange(soc, path, { headers: { accept: TYPES[format] } });
      expect([mine.status, mine.headers.get("content-type")]).toEqual([200, `${TYPES[format]}; charset=utf-8`]);
      expect(readDocument(Buffer.from(mine.text), format, "incidentCard").content).toEqual(content);
      expect(mine.text).toContain(sent.json["contentHash"] as string);
      expect((await exchange(centre, path, { headers: { accept: TYPES[format] } })).text).toBe(mine.text);
    }
    expect((await exchange(stranger, path)).status).toBe(404);
    expect((await exchange(stranger, `receipts/${content.submissionKey}`)).status).toBe(404);
  });

  test("with a tag that spares fetching it again; a correction has another, and the first revision stays", async () => {
    const soc = await shared().soc();
    const first = { submissionKey: unique("k"), card: card() };
    const number = (await sends(soc, "incidentCard", first)).json["number"] as string;
    const path = `incident-cards/${number}`;
    const before = await exchange(soc, path);
    const tag = before.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"r1-[0-9a-f]{16}-json-1\.0"$/);
    expect((await exchange(soc, path, { headers: { "if-none-match": tag } })).status).toBe(304);
    const second = { submissionKey: unique("k"), incidentId: number, revision: 1, card: card({ note: "Түзетілді" }) };
    const amended = await sends(soc, "incidentCard", second, "xml", { accept: "application/json" });
    expect([amended.status, amended.json["revision"]]).toEqual([200, 2]);
    expect(amended.headers.get("location")).toBe(`/exchange/${path}/revisions/2`);
    const after = await exchange(soc, path, { headers: { "if-none-match": tag } });
    expect([after.status, readDocument(Buffer.from(after.text), "json", "incidentCard").content]).toEqual([
      200,
      second,
    ]);
    const kept = await exchange(soc, `${path}/revisions/1`);
    expect(readDocument(Buffer.from(kept.text), "json", "incidentCard").content).toEqual(first);
    expect(kept.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
  });

  test("every kind but a denial at the address that its receipt comes with, under the tag that came too (R13.2)", async () => {
    const soc = await shared().soc();
    for (const [kind, content] of await eachKind(soc))
      for (const accept of [TYPES.json, TYPES.xml]) {
        const { headers } = await sends(soc, kind, content, "json", { accept });
        const [location, tag] = [headers.get("location"), headers.get("etag")];
        if (location === null) {
          expect([kind, tag]).toEqual(["notConfirmed", null]);
          continue;
        }
        const path = location.slice("/exchange/".length);
        const given = await exchange(soc, path, { headers: { accept } });
        expect([kind, given.headers.get("etag")]).toEqual([kind, tag]);
        const known = { accept, "if-none-match": tag ?? "" };
        expect((await exchange(soc, path, { headers: known })).status).toBe(304);
        if (accept === TYPES.json) expect(given.json).toMatchObject(content);
      }
  });

  test("also a report and an analysis", async () => {
    const soc = await shared().soc();
    const content = { submissionKey: unique("k"), report: report() };
    const { json } = await sends(soc, "incidentReport", content, "xml", { accept: "application/json" });
    const given = await exchange(soc, `incident-reports/${json["number"] as string}`);
    expect(readDocument(Buffer.from(given.text), "json", "incidentReport").content).toEqual(content);
  });
});

describe("what is refused", () => {
  const misspelt = (): string => {
    const { summary, ...rest } = report();
    return JSON.stringify({ submissionKey: unique("k"), report: { ...rest, summry: summary ?? "" } }, null, 2);
  };

  test("says every place of a document that is not of its form, in the caller's language (R13.2)", async () => {
    const soc = await shared().soc();
    for (const language of LANGUAGES) {
      const { status, json } = await exchange(soc, "incident-reports", {
        body: misspelt(),
        type: "application/json",
        headers: { "accept-language": language },
      });
      expect([status, json["code"]]).toEqual([400, "DOCUMENT_UNFIT"]);
      const [fault] = json["violations"] as readonly Record<string, unknown>[];
      expect(fault).toMatchObject({ rule: "R13.2", pointer: "/report/summry", column: 5 });
      // The one that was probably meant, and no other.
      expect(String(fault?.["message"]).match(/`[^`]+`/g)).toEqual(["`summry`", "`summary`"]);
    }
  });

  test("XML with a bare ampersand, at the ampersand, whatever follows it", async () => {
    const soc = await shared().soc();
    const told = async (summary: string) => {
      const good = writeDocument(
        "incidentReport",
        { submissionKey: unique("k"), report: report({ summary: "A" }) },
        "xml",
      );
      const body = good.replace("<summary>A</summary>", `\n<summary>${summary}</summary>`);
      return (
        await exchange(soc, "incident-reports", {
          body,
          type: "application/xml",
          headers: { accept: "application/json" },
        })
      ).text;
    };
    for (const summary of ["A & B", "A & B & C", "A & B; C"])
      expect([summary, await told(summary)]).toEqual([
        summary,
        expect.stringContaining("<line>3</line><column>12</column>"),
      ]);
  });

  test("by rules, with the rule, the place in the sender's own text and the attempt's entry", async () => {
    const soc = await shared().soc();
    const content = { submissionKey: unique("k"), card: card({ indicators: [{ type: "IPV4", value: "300.1.1.1" }] }) };
    for (const format of ["json", "xml"] as const) {
      const answer = await sends(soc, "incidentCard", content, format);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        422,
        `application/problem+${format}; charset=utf-8`,
      ]);
      expect(answer.text).toContain("/card/indicators/0/value");
      expect(answer.text).toContain("F8");
    }
  });

  test.for([
    ["another type of media", { type: "text/csv" }, 415],
    ["another charset", { type: "application/xml; charset=windows-1251" }, 415],
    ["another coding", { type: "application/json", headers: { "content-encoding": "br" } }, 415],
    ["an answer in neither format", { type: "application/json", headers: { accept: "text/html" } }, 406],
    [
      "a key in the header that is not the document's",
      { type: "application/json", headers: { "idempotency-key": '"other"' } },
      400,
    ],
    ["no token", { type: "application/json", headers: { authorization: "" } }, 401],
  ] as const)("%s", async ([, sending, status]) => {
    const soc = await shared().soc();
    const body = JSON.stringify({ submissionKey: unique("k"), report: report() });
    const answer = await exchange(soc, "incident-reports", { body, ...sending });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      status,
      `application/problem+${sending.type.includes("xml") ? "xml" : "json"}; charset=utf-8`,
    ]);
  });

  test("other content under a key, what the role does not allow, and what is not there", async () => {
    const world = shared();
    const [soc, reader] = [await world.soc(), await world.soc({ role: "SOC_READER" })];
    const content = { submissionKey: unique("k"), report: report() };
    await sends(soc, "incidentReport", content);
    const other = await sends(soc, "incidentReport", { ...content, report: report({ summary: "Басқа" }) });
    expect([other.status, other.json["code"]]).toEqual([409, "CONFLICT"]);
    expect((await sends(reader, "incidentReport", content)).status).toBe(403);
    const absent = { submissionKey: unique("k"), incidentId: "NOBODY-2026-0001", card: card() };
    const notThere = await sends(soc, "incidentCard", absent);
    expect([notThere.status, notThere.json["violations"]]).toMatchObject([404, [{ pointer: "/incidentId" }]]);
    for (const path of ["", "/", "/incident-cards/NOBODY-2026-0001", "/incident-cards/X/revisions/0", "/nothing"]) {
      const answer = await exchange(soc, path.slice(1));
      expect([path, answer.status, answer.json["code"]]).toEqual([path, 404, "NOT_FOUND"]);
    }
  });

  test("a gzip bomb, a gzip that is none, and one with anything behind it; a gzip that is one is taken", async () => {
    const soc = await shared().soc();
    const send = (body: Buffer, encoding = "gzip") =>
      exchange(soc, "incident-reports", { body, type: "application/json", headers: { "content-encoding": encoding } });
    const good = gzipSync(JSON.stringify({ submissionKey: unique("k"), report: report() }));
    expect((await send(good)).status).toBe(200);
    // RFC 9110, 8.4.1.3.
    expect((await send(good, "x-gzip")).json["isRepeated"]).toBe(true);
    expect((await send(gzipSync(Buffer.alloc(64 * 1_048_576, " ")))).status).toBe(413);
    expect((await send(good.subarray(0, good.length - 9))).status).toBe(400);
    expect((await send(Buffer.concat([good, Buffer.alloc(512), gzipSync("{}")]))).status).toBe(400);
  });
});

test("R13.2 a document with its name around it at the address of its kind, and one without where any is taken: what to do is said", async () => {
  const soc = await shared().soc();
  const content = { submissionKey: unique("k"), card: card() };
  const send = (path: string, body: object) =>
    exchange(soc, path, { body: JSON.stringify(body), type: "application/json", headers: { "accept-language": "en" } });
  const named = await send("incident-cards", { incidentCard: content });
  const naked = await send("documents", content);
  for (const [answer, words] of [
    [named, "without that name"],
    [naked, '`{"incidentCard": …}`'],
  ] as const) {
    expect([answer.status, answer.json["code"]]).toEqual([400, "DOCUMENT_UNREADABLE"]);
    expect(answer.json["violations"]).toMatchObject([{ rule: "R13.2", message: expect.stringContaining(words) }]);
  }
});

test("a NUL in what names an object is refused by the rules, and a receipt is found under the longest key", async () => {
  const soc = await shared().soc();
  for (const named of [{ objectCode: "A\0B" }, { description: "A\0B" }]) {
    const content = { submissionKey: unique("k"), report: report({ affectedObjects: [named] }) };
    const answer = await exchange(soc, "incident-reports", { body: JSON.stringify(content), type: "application/json" });
    expect([named, answer.status]).toEqual([named, 422]);
  }
  const key = unique("k").padEnd(200, "x");
  await sends(soc, "incidentReport", { submissionKey: key, report: report() });
  expect((await exchange(soc, `receipts/${key}`)).json).toMatchObject({ submissionKey: key });
});

test("an address that cannot be decoded, one that is too long and a method that it does not know are problems too", async () => {
  const soc = await shared().soc();
  for (const [method, path, status, allow] of [
    ["GET", "incident-cards/%ff", 400, null],
    ["GET", `incident-cards/${"x".repeat(2_000)}`, 414, null],
    ["PUT", "incident-cards", 405, "GET, HEAD, POST"],
    ["DELETE", "incident-cards/X-1/revisions/1", 405, "GET, HEAD"],
    ["GET", "validate?x", 405, "POST"],
    ["OPTIONS", "registers/cards.csv", 405, "GET"],
  ] as const) {
    const answer = await exchange(soc, path, { method });
    const { status: given, headers } = answer;
    expect([path, given, headers.get("allow"), headers.get("content-type"), answer.json["code"]]).toEqual([
      path,
      status,
      allow,
      "application/problem+json; charset=utf-8",
      "BAD_REQUEST",
    ]);
  }
});

test("a charset that is named without a name is not supported, and is said to be empty", async () => {
  const soc = await shared().soc();
  const answer = await exchange(soc, "validate", { body: "{}", type: "application/json; charset=" });
  expect([answer.status, answer.json["title"]]).toEqual([
    415,
    'The charset "" is not supported: send the request in UTF-8.',
  ]);
});
