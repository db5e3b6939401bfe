import { describe, expect, test } from "vitest";
import { IncidentsDocument } from "../../schema/operations.generated.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import { sha256 } from "../../src/platform/hash.js";
import { exchange, sends } from "../support/exchange.js";
import { sharedGateway } from "../support/gateway.js";
import { cardInput } from "../support/inputs.js";
import { unique } from "../support/person.js";

/** R13.2: what sending a document would come to, and what its receipt's hash would be of: nothing is kept. */

const shared = sharedGateway();

const card = (changes = {}): JsonObject => ({ ...cardInput(shared().clock.now(), changes) });

describe("a trial", () => {
  test("judges by form and rules, needs no key and keeps nothing", async () => {
    const soc = await shared().soc();
    const trying = (content: JsonObject, headers = {}) =>
      exchange(soc, "validate", { body: JSON.stringify({ incidentCard: content }), type: "application/json", headers });
    const before = await soc.gets(IncidentsDocument, {});
    const good = await trying({ card: card() });
    expect([good.status, good.json]).toEqual([200, { act: "card.submit", warnings: [] }]);
    const doubtful = await trying({ card: card({ severity: "HIGH", type: "SPAM" }) }, { accept: "application/xml" });
    expect(doubtful.text).toContain('<warning rule="L13" pointer="/card/severity">');
    const bad = await trying({ card: card({ nature: " " }) });
    expect([bad.status, bad.json["reference"], bad.json["violations"]]).toMatchObject([
      422,
      undefined,
      [{ rule: "F1" }],
    ]);
    expect(bad.json["title"]).toBe(
      "The document breaks rules and would be refused. This was a trial: nothing was kept.",
    );
    expect((await trying({ card: { ...card(), nature: 5 } })).status).toBe(400);
    const after = await soc.gets(IncidentsDocument, {});
    expect([after.incidents.nodes, after.incidents.feedCursor]).toEqual([[], before.incidents.feedCursor]);
  });

  test("F10 under a key that was used says what sending would: the same again, or 409 for other content", async () => {
    const soc = await shared().soc();
    const content = { submissionKey: unique("k"), card: card() };
    const trying = (tried: JsonObject) =>
      exchange(soc, "validate", { body: JSON.stringify({ incidentCard: tried }), type: "application/json" });
    const { json } = await sends(soc, "incidentCard", content);
    // Judged anew it would be refused: the incident has its card (F13).
    const named = { ...content, submissionKey: unique("k"), incidentId: json["number"] as string };
    expect((await trying(named)).status).toBe(422);
    expect((await trying(content)).status).toBe(200);
    const other = await trying({ ...content, card: card({ nature: "Something else." }) });
    expect([other.status, other.json["code"]]).toEqual([409, "CONFLICT"]);
  });

  test("of what a role does not allow is refused like the act", async () => {
    const reader = await shared().soc({ role: "SOC_READER" });
    const answer = await exchange(reader, "validate", {
      body: JSON.stringify({ incidentCard: { card: card() } }),
      type: "application/json",
    });
    expect(answer.status).toBe(403);
  });

  test("the canonical content of a document is what its receipt's hash is of", async () => {
    const soc = await shared().soc();
    const content = { submissionKey: unique("k"), card: card() };
    const { json } = await sends(soc, "incidentCard", content);
    const canonical = await exchange(soc, "canonical", {
      body: writeDocument("incidentCard", content, "xml"),
      type: "application/xml",
    });
    expect(sha256(canonical.text).toString("hex")).toBe(json["contentHash"]);
  });
});
