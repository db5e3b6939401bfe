import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/domain/canonical.js";
import { DOCUMENT_KINDS, type DocumentKind } from "../../src/domain/forms/documents.js";
import { readForm, type JsonObject } from "../../src/domain/forms/read-form.js";
import { contentOf } from "../../src/exchange/content.js";
import { submissionOf } from "../../src/server/documents/submission.js";
import { spelling, spellings } from "../support/generated-cards.js";
import { sharedGateway, type TestObject } from "../support/gateway.js";
import { analysisInput, cardInput, reportInput } from "../support/inputs.js";
import { notified, numberOf } from "../support/notified-socs.js";
import { unique, type Person } from "../support/person.js";

/** R13.2: a receipt is for the sender's own file, whichever way its writer spelt what is in it. */

const COUNT = Number(process.env["DABYL_GENERATED"] ?? 400);
const SEED = Number(process.env["DABYL_SEED"] ?? 1);

const shared = sharedGateway({ settings: { COST_AT_ONCE: "1000000000000" } });

/** How a document is spelt. */
const manners = fc.record({
  /** Whether each letter of a code or number is small; they begin anew behind the last. */
  small: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
  byId: fc.boolean(),
  around: fc.constantFrom("", " ", "\n"),
  form: fc.constantFrom("NFC", "NFD"),
  instant: spellings,
});
type Manner = typeof manners extends fc.Arbitrary<infer One> ? One : never;

/** A document that breaks no rule, in some manner. */
async function documentOf(kind: DocumentKind, soc: Person, object: TestObject, manner: Manner): Promise<JsonObject> {
  const { world } = soc;
  const code = (given: string): string =>
    Array.from(given, (one, at) => (manner.small[at % manner.small.length] ? one.toLowerCase() : one)).join("");
  const text = (given: string): string => `${manner.around}${given}${manner.around}`.normalize(manner.form);
  const affectedObjects = [
    manner.byId ? { objectId: object.id } : { objectCode: code(object.code) },
    { description: text("Кеңсе желісі, Орал й"), ownerName: text("Меншік иесі й") },
  ];
  const instants = <T extends { readonly confirmedAt: string }>(given: T): T => ({
    ...given,
    confirmedAt: spelling(Date.parse(given.confirmedAt), manner.instant),
  });
  const notification = async (subject: "THREAT" | "EVENT"): Promise<string[]> => {
    const id = await notified(world, subject, soc);
    return [manner.byId ? id : code(await numberOf(soc, id))];
  };
  const { affectedObjects: _, ...analysis } = analysisInput({ findings: text("Екі пошта жәшігі й") });
  const analysed = { ...analysis, objectIds: [manner.byId ? object.id : code(object.code)] };
  const submissionKey = unique("kept");
  const now = world.clock.now();
  const report = instants(reportInput(now, { affectedObjects, summary: text("Файлдар й") }));
  const given = async (): Promise<object> => {
    switch (kind) {
      case "incidentReport":
        return { report };
      case "incidentCard":
        return { card: instants(cardInput(now, { affectedObjects, nature: text("Файлдар й"), note: text("й") })) };
      case "threatAnalysis":
        return { notificationIds: await notification("THREAT"), analysis: analysed };
      case "eventAnalysis":
        return { notificationIds: await notification("EVENT"), analysis: analysed, incident: report };
      case "notConfirmed":
        return { notificationIds: await notification("EVENT"), grounds: text("Журналдарда ештеңе жоқ й") };
    }
  };
  const form = readForm(kind, { submissionKey, ...(await given()) });
  if (!form.ok) throw new Error(JSON.stringify(form.faults));
  return form.content;
}

test.for(DOCUMENT_KINDS)(
  "R13.2: what the mutation keeps of %s is the canonical content of the document, however it is spelt",
  async (kind) => {
    const world = shared();
    const object = await world.protectedObject();
    const soc = await world.soc({ covering: [object] });
    await fc.assert(
      fc.asyncProperty(manners, async (manner) => {
        const content = await documentOf(kind, soc, object, manner);
        const { mutation, input } = submissionOf(kind, content);
        const { result } = await soc.gets<{ result: { readonly receipt?: object } }, object>(mutation.toString(), {
          input,
        });
        expect(result).toHaveProperty("receipt");
        const { receipt } = await soc.gets<{ receipt: { readonly content: string } }, object>(
          "query ($key: String!) { receipt(submissionKey: $key) { content } }",
          { key: content["submissionKey"] },
        );
        expect(canonicalJson(contentOf(kind, content))).toBe(receipt.content);
      }),
      { numRuns: Math.ceil(COUNT / 100), seed: SEED },
    );
  },
);
