import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from "../../src/domain/forms/documents.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import { Asked } from "../support/asked-operations.js";
import { batchOf, sendsBatch } from "../support/batches.js";
import { exchange, sends, TYPES, type ExchangeAnswer } from "../support/exchange.js";
import { sharedGateway } from "../support/gateway.js";
import { analysisInput, cardInput, reportInput } from "../support/inputs.js";
import { notified, numberOf } from "../support/notified-socs.js";
import { operations } from "../support/openapi.js";
import { unique, type Person } from "../support/person.js";

/** R13.2: what the gateway answers is what its description for programs says. */

const shared = sharedGateway({ settings: { MAX_BODY_BYTES: "65536" } });
const asked = new Asked();
const BOTH = [TYPES.json, TYPES.xml];
const FORMATS = ["json", "xml"] as const;
const DENIAL = { grounds: "Журналдарда ештеңе жоқ." };

const card = (): JsonObject => ({ ...cardInput(shared().clock.now(), { severity: "HIGH", type: "SPAM" }) });
const report = (): JsonObject => ({ ...reportInput(shared().clock.now()) });
function analysis(): JsonObject {
  const { affectedObjects: _, ...rest } = analysisInput() as unknown as Record<string, JsonObject>;
  return rest;
}

/** Sends a document of a kind in each format, and in one of them all that it can be refused for. Gives where it is. */
async function judgesKind(soc: Person, kind: DocumentKind, rest: JsonObject): Promise<string | undefined> {
  const { path } = DOCUMENTS[kind];
  const name = `post /${path}`;
  const content = { submissionKey: unique(kind), ...rest };
  const sent: ExchangeAnswer[] = [];
  for (const format of FORMATS) sent.push(await sends(soc, kind, content, format, { accept: TYPES[format] }));
  expect([kind, sent.map(({ status }) => status)]).toEqual([kind, [200, 200]]);
  const [format, other] = DOCUMENT_KINDS.indexOf(kind) % 2 === 0 ? FORMATS : (["xml", "json"] as const);
  const nowhere = { ...content, notificationIds: ["NOBODY-2026-0001"] };
  const bodies = { json: "{}", xml: "<a/>" };
  const refusals = [
    // As many wrong tokens as are answered at once.
    await sends(soc.withToken("nothing"), kind, content, format),
    await sends(await shared().owner(), kind, content, format),
    await sends(soc, kind, nowhere, format),
    await sends(soc, kind, { ...nowhere, submissionKey: unique("k") }, format),
    await sends(soc, kind, { ...content, submissionKey: " " }, format),
    await sends(soc, kind, content, format, { accept: "text/csv" }),
    await exchange(soc, path, { body: bodies[other], type: TYPES[format] }),
    await exchange(soc, path, { body: bodies[format], type: TYPES[format] }),
    await exchange(soc, path, { body: Buffer.alloc(70_000, " "), type: TYPES[format] }),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([401, 403, 409, 404, 422, 406, 415, 400, 413]);
  for (const answer of [...sent, ...refusals]) asked.judges(name, answer);
  return sent[0]?.headers.get("location")?.slice("/exchange/".length);
}

/** One with a token that was revoked: unlike wrong ones it is answered at once, however often it comes. */
async function strangerTo(soc: Person): Promise<Person> {
  const stranger = await shared().person(soc.partyId, "SOC_OPERATOR");
  await shared().revoke(stranger);
  return stranger;
}

/** Judges what stands at an address, in each format and unchanged, and that it is there for this person alone. */
async function judgesGiven(soc: Person, template: string, path: string): Promise<void> {
  const [other, stranger] = [await shared().soc(), await strangerTo(soc)];
  for (const accept of BOTH) {
    const found = await asked.gets(soc, template, path, { accept });
    expect([template, found.status]).toEqual([template, 200]);
    const tag = found.headers.get("etag");
    if (tag) expect((await asked.gets(soc, template, path, { accept, "if-none-match": tag })).status).toBe(304);
  }
  const refusals = [
    await asked.gets(stranger, template, path, { accept: TYPES.xml }),
    await asked.gets(other, template, path),
    await asked.gets(soc, template, path, { accept: "text/csv" }),
  ];
  expect([template, refusals.map(({ status }) => status)]).toEqual([template, [401, 404, 406]]);
}

describe("R13.2: as the description says is answered", () => {
  test("whoever sends a report or a card, and whoever fetches it and prints it", async () => {
    const soc = await shared().soc();
    const reported = (await judgesKind(soc, "incidentReport", { report: report() })) ?? "";
    const sent = (await judgesKind(soc, "incidentCard", { card: card() })) ?? "";
    await judgesGiven(soc, "/incident-reports/{number}", reported);
    const one = ["/incident-cards/{number}", sent.replace(/\/revisions.*/, "")] as const;
    const revision = ["/incident-cards/{number}/revisions/{revision}", sent] as const;
    for (const [template, path] of [one, revision]) {
      await judgesGiven(soc, template, path);
      for (const since of ["1", "2", "x"]) await asked.gets(soc, template, `${path}?since=${since}`);
      for (const ending of [".html", ".pdf"])
        for (const person of [soc, await strangerTo(soc), await shared().soc()])
          await asked.gets(person, template + ending, path + ending);
    }
  });

  test("whoever answers a notification, and whoever reads that and notifications", async () => {
    const soc = await shared().soc();
    const told = async (kind: "THREAT" | "EVENT"): Promise<JsonObject> => ({
      notificationIds: [await notified(shared(), kind, soc)],
    });
    const event = await told("EVENT");
    const threat = (await judgesKind(soc, "threatAnalysis", { ...(await told("THREAT")), analysis: analysis() })) ?? "";
    const analysed = (await judgesKind(soc, "eventAnalysis", { ...event, analysis: analysis() })) ?? "";
    await judgesKind(soc, "notConfirmed", { ...(await told("EVENT")), ...DENIAL });
    await judgesGiven(soc, "/threat-analyses/{id}", threat);
    await judgesGiven(soc, "/event-analyses/{id}", analysed);
    const number = await numberOf(soc, String((event["notificationIds"] as string[])[0]));
    await judgesGiven(soc, "/notifications/{number}", `notifications/${number}`);
  });

  test("whoever sends a document of any kind, alone or in a batch, tries one out, or asks for its receipt", async () => {
    const soc = await shared().soc();
    const known = { submissionKey: unique("k"), card: card() };
    const [owner, stranger] = [await shared().owner(), await strangerTo(soc)];
    const of = (content: JsonObject): string => JSON.stringify({ incidentCard: content });
    for (const door of ["documents", "validate", "canonical"]) {
      const name = `post /${door}`;
      const posts = (body: string, type = TYPES.json, headers = {}, person = soc) =>
        exchange(person, door, { body, type, headers });
      const inXml = writeDocument("incidentCard", known, "xml");
      for (const accept of BOTH) asked.judges(name, await posts(inXml, TYPES.xml, { accept }));
      const refusals = [
        await posts(of(known), TYPES.json, {}, stranger),
        await posts(of(known), TYPES.json, { accept: "text/csv" }),
        await posts(of(known), "text/csv"),
        await posts("{}"),
        await posts(" ".repeat(70_000)),
      ];
      expect([door, refusals.map(({ status }) => status)]).toEqual([door, [401, 406, 415, 400, 413]]);
      for (const answer of refusals) asked.judges(name, answer);
      if (door === "canonical") continue;
      const nowhere = { ...known, submissionKey: unique("k"), incidentId: "NOBODY-2026-0001" };
      const broken = { submissionKey: unique("k"), card: { ...card(), nature: " " } };
      const judged = [await posts(of(nowhere)), await posts(of(broken)), await posts(of(known), TYPES.json, {}, owner)];
      expect([door, judged.map(({ status }) => status)]).toEqual([door, [404, 422, 403]]);
      for (const answer of judged) asked.judges(name, answer);
    }
    const conflict = of({ ...known, card: { ...card(), note: "Басқа" } });
    asked.judges("post /documents", await exchange(soc, "documents", { body: conflict, type: TYPES.json }));
    for (const format of FORMATS)
      for (const accept of BOTH) {
        const documents = [known, { ...known, submissionKey: " " }, { ...known, submissionKey: unique("k") }];
        const body = batchOf(
          documents.map((content) => ["incidentCard", content] as const),
          format,
        );
        for (const headers of [{ accept }, { accept, prefer: "return=minimal" }])
          asked.judges("post /documents", await sendsBatch(soc, body, format, headers));
      }
    await judgesGiven(soc, "/receipts/{submissionKey}", `receipts/${known.submissionKey}`);
  });

  test("whoever reads lists, takes registers and fetches what is published", async () => {
    const soc = await shared().soc();
    const stranger = await strangerTo(soc);
    for (let count = 0; count < 2; count += 1) {
      await notified(shared(), "EVENT", soc);
      await soc.sendsCard();
    }
    for (const list of ["/incident-cards", "/notifications"]) {
      for (const person of [soc, await shared().nationalCentre()])
        for (const accept of BOTH)
          asked.judges(`get ${list}`, await exchange(person, `${list.slice(1)}?limit=1`, { headers: { accept } }));
      await asked.gets(soc, list, `${list.slice(1)}?limit=101`);
      await asked.gets(stranger, list, list.slice(1));
      await asked.gets(soc, list, list.slice(1), { accept: "text/csv" });
    }
    const register = "/registers/{register}.{format}";
    const days = "?from=2026-03-01&until=2026-03-02";
    for (const format of ["csv", "html", "pdf"])
      await asked.gets(soc, register, `registers/incidents.${format}${days}`);
    for (const [person, path] of [
      [soc, "incidents.csv"],
      [stranger, "incidents.csv"],
      [await shared().owner(), `incidents.csv${days}`],
      [soc, `x.csv${days}`],
    ] as const)
      await asked.gets(person, register, `registers/${path}`);
    for (const file of [
      "exchange-1.xsd",
      "openapi.json",
      "form.json",
      "form.kk.json",
      "incident-card.schema.json",
      "nothing",
    ])
      await asked.gets(soc, "/schema/{file}", `schema/${file}`);
  });
});

/** What needs more than a request (PDF a compiled program), and of what every role may read and of prints. */
const NOT_HERE =
  /^\S+ (202|429|500|501|503)$|^print\w+ 200$|^(get|print|list)\w+ 403$|^(print|get)\w+ 400$|^(print\w+|takeRegister) 413$/;

test("R13.2: each status that is described has been answered, but for those that need more than a request", () => {
  const all = operations().flatMap(({ operation }) =>
    Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
  );
  expect(all.filter((one) => !asked.answered.has(one) && !NOT_HERE.test(one))).toEqual([]);
});
