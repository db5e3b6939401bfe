import { expect, test } from "vitest";
import {
  BindReserveFolderDocument,
  IncidentDocument,
  SubmitIncidentCardDocument,
} from "../../schema/operations.generated.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { batchOf, sendsBatch } from "../support/batches.js";
import { exchange, hashOf, sends, TYPES } from "../support/exchange.js";
import { startGateway } from "../support/gateway.js";
import { cardInput } from "../support/inputs.js";
import { accepted, unique, type Person } from "../support/person.js";
import { ReserveDir } from "../support/reserve.js";

/** R13.2: a card is the same by whatever door it comes. */

/** Answers to files are in the language of the party's notifications. */
const KAZAKH = { "accept-language": "kk" };

type Receipt = Readonly<Record<string, unknown>>;

/** What differs between receipts of two cards by nature: each is one submission, of one incident, at one instant and place in the chain. */
const OWN = ["submissionKey", "id", "number", "location", "receivedAt", "position", "entryHash"];
/** And only in the reserve folder: a file's own times. */
const OF_FILES = ["arrivedAt", "mtime"];
/** And in a dossier: ids, the number, and when it was received. */
const OWN_IN_DOSSIER = ["id", "number", "receivedAt", "dischargedAt", "feedCursor"];

/** A duty that the card met was met when the card was received. */
function without(receipt: Receipt, names: readonly string[]): Receipt {
  const duties = (receipt["duties"] as readonly Receipt[]).map(({ metAt, ...duty }) => ({
    ...duty,
    isMetByThis: metAt === receipt["receivedAt"],
  }));
  const kept = Object.entries(receipt).filter(([name]) => !names.includes(name));
  return { ...Object.fromEntries(kept), duties };
}

/** A receipt in XML as JSON has it. */
function inJson(xml: string): Receipt {
  const attribute = (name: string, text: string): string | undefined =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1];
  const root = /<receipt [^>]*>/.exec(xml)?.[0] ?? "";
  const simple = Object.fromEntries(
    [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = "", value = ""]) => [
      name,
      ["revision", "position"].includes(name) ? Number(value) : value,
    ]),
  );
  const duties = [...xml.matchAll(/<duty [^>]*\/>/g)].map(([duty]) =>
    Object.fromEntries(
      ["rule", "object", "startsAt", "dueAt", "metAt"].flatMap((name) => {
        const value = attribute(name, duty);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
  const warnings = [...xml.matchAll(/<warning ([^>]*)>([^<]*)</g)].map(([, where = "", message]) => ({
    rule: attribute("rule", where),
    pointer: attribute("pointer", where),
    message,
  }));
  const isRepeated = attribute("isRepeated", root) === "true";
  return { submissionKey: attribute("submissionKey", root), isRepeated, ...simple, duties, warnings };
}

/** Of this incident, what does not differ by nature. */
async function dossier(soc: Person, number: unknown): Promise<unknown> {
  const found = await soc.gets(IncidentDocument, { number: String(number) });
  return JSON.parse(JSON.stringify(found, (name, value: unknown) => (OWN_IN_DOSSIER.includes(name) ? null : value)));
}

test("R13.2: by mutation, in JSON and XML, alone, in a batch and by file it gives one dossier, hash, warnings and receipt", async () => {
  await using root = await ReserveDir.make();
  await using world = await startGateway({ settings: { RESERVE_DIR: root.path } });
  const soc = await world.soc();
  const { me } = await soc.gets<{ me: { party: { code: string } } }, object>("{ me { party { code } } }", {});
  const party = await root.of(me.party.code);
  const bound = { input: { actorId: toGlobalId("Actor", soc.actorId) } };
  accepted((await world.administrator().gets(BindReserveFolderDocument, bound)).bindReserveFolder);
  // It is doubtful, and has an owner whom nobody knows.
  const affectedObjects = [{ description: "Өңірлік сервер", kinds: ["CRITICAL_INFRASTRUCTURE" as const] }];
  const card = { ...cardInput(world.clock.now(), { severity: "HIGH", type: "SPAM", affectedObjects }) };
  const content = (): JsonObject & { readonly submissionKey: string } => ({ submissionKey: unique("k"), card });
  const receipts: Record<string, Receipt> = {};

  const byMutation = { submissionKey: unique("k"), card: cardInput(world.clock.now(), card) };
  const mutated = accepted((await soc.gets(SubmitIncidentCardDocument, { input: byMutation })).submitIncidentCard);
  receipts["json"] = (await sends(soc, "incidentCard", content(), "json", KAZAKH)).json;
  receipts["xml"] = inJson((await sends(soc, "incidentCard", content(), "xml", { ...KAZAKH, accept: TYPES.xml })).text);
  const batches = [["json", TYPES.json], ["xml", TYPES.xml]] as const; // prettier-ignore
  for (const [format, accept] of batches) {
    const { text } = await sendsBatch(soc, batchOf([["incidentCard", content()]], format), format, {
      ...KAZAKH,
      accept,
    });
    const [line = ""] = text.split("\n");
    receipts[`batch of ${format}`] =
      format === "json" ? (JSON.parse(line) as { receipt: Receipt }).receipt : inJson(text);
  }
  await party.puts("one.json", JSON.stringify({ incidentCard: content() }));
  await party.puts("two.xml", writeDocument("incidentCard", content(), "xml"));
  await party.answered(2, world.clock);
  const files = {
    "a file of json": await party.answer("one.receipt.json"),
    "a file of xml": inJson(await party.reads("two.receipt.xml")),
  };

  const hash = hashOf("incidentCard", content());
  const inWords = mutated.warnings.map(({ rule, message }) => ({ rule, message }));
  expect(inWords.map(({ rule }) => rule)).toContain("L13");
  const first = receipts["json"] ?? {};
  const ofMutation = await dossier(soc, mutated.incident.number);
  for (const [door, receipt] of Object.entries({ ...receipts, ...files })) {
    expect([door, without(receipt, [...OWN, ...OF_FILES])]).toEqual([door, without(first, OWN)]);
    const isFile = door.startsWith("a file");
    expect([door, Object.keys(receipt).toSorted()]).toEqual([
      door,
      [...Object.keys(first), ...(isFile ? OF_FILES : [])].toSorted(),
    ]);
    expect([door, receipt["contentHash"]]).toEqual([door, hash]);
    const warnings = receipt["warnings"] as readonly { readonly rule: string; readonly message: string }[];
    expect([door, warnings.map(({ rule }) => rule)]).toEqual([door, inWords.map(({ rule }) => rule)]);
    expect([door, await dossier(soc, receipt["number"])]).toEqual([door, ofMutation]);
    // Asked for again it is the same, but that it is given again and has no times of a file.
    const again = await exchange(soc, `receipts/${String(receipt["submissionKey"])}`, { headers: KAZAKH });
    const kept = Object.entries(receipt).filter(([name]) => !OF_FILES.includes(name));
    expect([door, again.json]).toEqual([door, { ...Object.fromEntries(kept), isRepeated: true }]);
  }
  expect(mutated.receipt.contentHash).toBe(hash);
  const doors = await world.database.asOwner(
    "select distinct body::jsonb ->> 'door' as door from journal where body::jsonb ->> 'act' = 'card.submit' order by 1",
  );
  expect(doors.map(({ door }) => door)).toEqual(["folder", "graphql", "json", "xml"]);
});
