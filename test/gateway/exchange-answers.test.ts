import { describe, expect, test, vi } from "vitest";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { instant, MINUTE, SECOND, toIso } from "../../src/domain/instant.js";
import { Reception } from "../../src/server/reception.js";
import { batchOf } from "../support/batches.js";
import { exchange, sends, TYPES } from "../support/exchange.js";
import { sharedGateway } from "../support/gateway.js";
import { analysisInput, cardInput, reportInput } from "../support/inputs.js";
import { notified, numberOf } from "../support/notified-socs.js";
import { accepted, unique, type Person } from "../support/person.js";
import { MARCH } from "../support/registers.js";

/** R13.2: what the documents' door says in headers, receipts and notifications, in both formats. */

const shared = sharedGateway();

const card = (changes = {}): JsonObject => ({ ...cardInput(shared().clock.now(), changes) });
const report = (changes = {}): JsonObject => ({ ...reportInput(shared().clock.now(), changes) });

/** What an address gives in both formats. */
async function inBoth(person: Person, path: string) {
  const [inJson, inXml] = [
    await exchange(person, path),
    await exchange(person, path, { headers: { accept: TYPES.xml } }),
  ];
  return { json: inJson.json, xml: inXml.text };
}

test("R13.2 what its client has already is not given out again, by whatever name of it the client asks (RFC 9110, section 13.1.2)", async () => {
  const soc = await shared().soc();
  const sent = await sends(soc, "incidentCard", { submissionKey: unique("k"), card: card() });
  const path = `incident-cards/${sent.json["number"] as string}`;
  const tag = (await exchange(soc, path)).headers.get("etag") ?? "";
  const ofXml = (await exchange(soc, path, { headers: { accept: TYPES.xml } })).headers.get("etag") ?? "";
  for (const [known, status] of [
    [tag, 304],
    [`W/${tag}`, 304],
    [`"another", W/"third",${tag}`, 304],
    ["*", 304],
    [ofXml, 200],
    [tag.slice(1, -1), 200],
    [tag.replace("r1", "r2"), 200],
  ] as const) {
    const answer = await exchange(soc, path, { headers: { "if-none-match": known } });
    expect([known, answer.status, answer.text === ""]).toEqual([known, status, status === 304]);
    expect(answer.headers.get("etag")).toBe(tag);
  }
});

test("R13.2 the key may stand in Idempotency-Key too: as a string of RFC 9651, and the document's own", async () => {
  const soc = await shared().soc();
  const key = `${unique("k")} "a" \\`;
  const content = { submissionKey: key, report: report() };
  const quoted = `"${key.replaceAll(/["\\]/g, "\\$&")}"`;
  for (const [header, status] of [
    [key, 400],
    [`"${key}"`, 400],
    [quoted.toLowerCase(), 400],
    [`${quoted};a=1`, 400],
    ['""', 400],
    [quoted, 200],
  ] as const) {
    const answer = await sends(soc, "incidentReport", content, "json", { "idempotency-key": header });
    expect([header, answer.status]).toEqual([header, status]);
    // What is refused for its key was not taken.
    if (status === 200) expect(answer.json).toMatchObject({ submissionKey: key, isRepeated: false });
  }
});

test("R9.1 R13.2 a receipt says of each duty when it was met, and of a late one by how much", async () => {
  const { clock } = shared();
  const soc = await shared().soc();
  const confirmedAt = toIso(instant(clock.now() - 15 * MINUTE - 7 * SECOND));
  const content = { submissionKey: unique("k"), report: report({ confirmedAt }) };
  const { json } = await sends(soc, "incidentReport", content);
  const duties = json["duties"] as readonly Readonly<Record<string, unknown>>[];
  const late = duties.find(({ rule }) => rule === "R9.1");
  expect(late).toMatchObject({ startsAt: confirmedAt, metAt: json["receivedAt"], lateMs: 7 * SECOND });
  const open = duties.find(({ rule }) => rule === "R9.3");
  expect(open).not.toHaveProperty("metAt");
  expect(open).not.toHaveProperty("lateMs");
  const inXml = await sends(soc, "incidentReport", content, "xml", { accept: TYPES.xml });
  const { startsAt, dueAt, metAt } = late as Record<string, string>;
  expect(inXml.text).toContain(
    `<duty rule="R9.1" startsAt="${startsAt}" dueAt="${dueAt}" metAt="${metAt}" lateMs="7000"/>`,
  );
  expect(inXml.text).toMatch(/<duty rule="R9\.3" startsAt="[^"]+" dueAt="[^"]+"\/>/);
  // One that is met in time is not late.
  const intime = await sends(soc, "incidentReport", { submissionKey: unique("k"), report: report() });
  const [met] = intime.json["duties"] as readonly object[];
  expect(met).toMatchObject({ rule: "R9.1", metAt: intime.json["receivedAt"] });
  expect(met).not.toHaveProperty("lateMs");
});

describe("a notification names what it is about", () => {
  test("R12.1 by its number, in both formats", async () => {
    const world = shared();
    const [soc, centre] = [await world.soc(), await world.nationalCentre()];
    const to = { socs: [soc.party("Soc")] };
    const [threat, event] = [accepted(await centre.registersThreat()), accepted(await centre.registersEvent())];
    const elsewhere = (await (await world.soc()).sendsReport()).incident;
    for (const [kind, about] of [
      ["THREAT", { threatId: threat.threat.id }],
      ["EVENT", { eventId: event.event.id }],
      ["INCIDENT", { incidentId: elsewhere.id }],
    ] as const) {
      const { notification } = await centre.sendsNotification({ ...about, to });
      const path = `notifications/${await numberOf(soc, notification.id)}`;
      const told = await inBoth(centre, path);
      const { number } = told.json["about"] as { readonly number: string };
      expect([kind, number]).toEqual([kind, expect.stringMatching(/-2026-\d{4,}$/)]);
      expect(told.xml).toContain(`<about kind="${kind}" number="${number}"/>`);
      expect(told.json).not.toHaveProperty("follows");
      expect(told.xml).not.toContain("<follows");
      // The dossier of another SOC is not its own.
      const seen = await inBoth(soc, path);
      expect(seen.json["about"]).toEqual(kind === "INCIDENT" ? { kind } : { kind, number });
    }
  });

  test("R9.5 R12.1 and by when it has to be answered, if that is owed", async () => {
    const world = shared();
    const [soc, centre] = [await world.soc(), await world.nationalCentre()];
    const path = `notifications/${await numberOf(soc, await notified(world, "EVENT", soc))}`;
    const { json, xml } = await inBoth(soc, path);
    expect(json["answerDueAt"]).toMatch(/^2026-/);
    expect(xml).toContain(`<answerDueAt>${json["answerDueAt"] as string}</answerDueAt>`);
    expect((await inBoth(centre, path)).xml).not.toContain("<answerDueAt");
  });

  test("R12.1 L19 and the one that it adds to, or withdraws", async () => {
    const world = shared();
    const [soc, centre] = [await world.soc(), await world.nationalCentre()];
    const first = await notified(world, "EVENT", soc);
    const number = await numberOf(soc, first);
    const follower = async (of: { readonly supplements: string } | { readonly withdraws: string }, text: string) => {
      const { notification } = await centre.sendsNotification({ ...of, text });
      return inBoth(soc, `notifications/${await numberOf(soc, notification.id)}`);
    };
    const more = await follower({ supplements: first }, "And <more>.");
    expect(more.json).toMatchObject({ follows: { as: "SUPPLEMENT", number }, text: "And <more>." });
    expect(more.xml).toContain(`<follows as="SUPPLEMENT" number="${number}"/>`);
    expect(more.xml).toContain("<text>And &lt;more&gt;.</text>");
    const less = await follower({ withdraws: first }, "A false alarm.");
    expect(less.json).toMatchObject({ follows: { as: "WITHDRAWAL", number } });
    expect(less.xml).toContain(`<follows as="WITHDRAWAL" number="${number}"/>`);
  });
});

test("R13.2 a fault of an analysis is named where it stands in the document, not in the mutation", async () => {
  const world = shared();
  const soc = await world.soc();
  const { affectedObjects: _, ...analysis } = analysisInput();
  for (const [kind, subject] of [
    ["threatAnalysis", "THREAT"],
    ["eventAnalysis", "EVENT"],
  ] as const) {
    const notificationIds = [await notified(world, subject, soc)];
    const pointerOf = async (changes: object): Promise<unknown> => {
      const content = { submissionKey: unique("k"), notificationIds, analysis: { ...analysis, ...changes } };
      const answer = await sends(soc, kind, content);
      return (answer.json["violations"] as readonly Readonly<Record<string, unknown>>[])[0];
    };
    expect(await pointerOf({ objectIds: ["NOBODY"] })).toMatchObject({ pointer: "/analysis/objectIds/0", line: 1 });
    expect(await pointerOf({ indicators: [{ type: "IPV4", value: "300.1.1.1" }] })).toMatchObject({
      pointer: "/analysis/indicators/0/value",
    });
    expect(await pointerOf({ findings: " " })).toMatchObject({ pointer: "/analysis/findings" });
  }
});

test("R13.2 answers count against their party until they are fetched: documents, lists, prints, refusals; those of acts apart", async () => {
  const soc = await shared().soc();
  const kept = vi.spyOn(Reception.prototype, "keepUnread");
  /** How an answer was counted, and its bytes. */
  const counted = async (answer: Promise<{ readonly text: string }>) => {
    const { text } = await answer;
    const calls = kept.mock.calls.filter(([, actor]) => actor.id === soc.actorId);
    kept.mockClear();
    return [calls.map(([, , bytes, isAct = false]) => [bytes, isAct]), Buffer.byteLength(text)];
  };
  try {
    const sent = await sends(soc, "incidentCard", { submissionKey: unique("k"), card: card() });
    const path = `incident-cards/${sent.json["number"] as string}`;
    kept.mockClear();
    const sending = sends(soc, "incidentCard", { submissionKey: unique("k"), card: card() });
    const [ofAct, bytes] = await counted(sending);
    expect(ofAct).toEqual([[bytes, true]]);
    const { from, until } = MARCH;
    const register = `registers/incidents.html?from=${from}&until=${until}`;
    for (const address of [
      path,
      `${path}.html`,
      "incident-cards",
      "notifications",
      register,
      "incident-cards/NOBODY-1",
    ]) {
      const [ofReading, length] = await counted(exchange(soc, address));
      expect([address, ofReading]).toEqual([address, [[length, false]]]);
    }
  } finally {
    kept.mockRestore();
  }
});

test("R13.2 an analysis has its address among those of its kind alone", async () => {
  const world = shared();
  const soc = await world.soc();
  const { affectedObjects: _, ...analysis } = analysisInput();
  const notificationIds = [await notified(world, "THREAT", soc)];
  const content = { submissionKey: unique("k"), notificationIds, analysis } as unknown as JsonObject;
  const location = (await sends(soc, "threatAnalysis", content)).headers.get("location") ?? "";
  const path = location.slice("/exchange/".length);
  expect((await exchange(soc, path)).json).toMatchObject({ submissionKey: content["submissionKey"] });
  expect((await exchange(soc, path.replace("threat-analyses", "event-analyses"))).status).toBe(404);
});

test("R13.2 a list that ends leads nowhere, and what may change is asked for again in each format by whom it is for", async () => {
  const soc = await shared().soc();
  const submissionKey = unique("k");
  const { json } = await sends(soc, "incidentCard", { submissionKey, card: card() });
  const number = json["number"] as string;
  for (const path of ["incident-cards", "notifications", `incident-cards/${number}`, `receipts/${submissionKey}`]) {
    const { headers } = await exchange(soc, path);
    const [link, caching, vary] = ["link", "cache-control", "vary"].map((name) => headers.get(name));
    expect([path, link, caching, vary]).toEqual([path, null, "private, no-cache", "accept, authorization"]);
  }
});

test("R13.2 receipts are left out of results in XML too, and who sends another type is told which are taken", async () => {
  const soc = await shared().soc();
  const body = batchOf([["incidentCard", { submissionKey: unique("k"), card: card() }]], "xml");
  const headers = { accept: TYPES.xml, prefer: "return=minimal" };
  const { text } = await exchange(soc, "documents", { body, type: TYPES.xml, headers });
  expect(text).toMatch(/<result index="0" status="200" submissionKey="[^"]+"\/>\n<summary read="1" accepted="1"/);
  const refused = await exchange(soc, "documents", { body, type: "text/csv" });
  expect(refused.headers.get("accept-post")).toBe("application/json, application/xml, application/x-ndjson");
  const alone = await exchange(soc, "validate", { body, type: "text/csv" });
  expect(alone.headers.get("accept-post")).toBe("application/json, application/xml");
});
