import { expect, test } from "vitest";
import {
  CheckIncidentCardAmendmentDocument,
  CheckIncidentCardDocument,
  CheckIncidentReportDocument,
  SubmitIncidentCardDocument,
} from "../../schema/operations.generated.js";
import { sharedGateway } from "../support/gateway.js";
import { cardInput, reportInput } from "../support/inputs.js";
import { rejected, unique, type Person } from "../support/person.js";
import { one } from "../support/place.js";

const shared = sharedGateway();

/** What there is of a SOC: its incidents, and its entries in the journal. */
async function kept(soc: Person): Promise<unknown> {
  const tables = ["incident", "journal", "outbox"].map((name) => `(select count(*) from ${name})::int as ${name}`);
  return one(soc.world.database.superuserUrl, `select ${tables.join(", ")}`);
}

test("a check of a card answers what its submission would, with a code for each rule, and keeps nothing", async () => {
  const soc = await shared().soc();
  const card = { ...cardInput(shared().clock.now()), nature: "" };
  const input = { submissionKey: unique("key"), card };
  const before = await kept(soc);
  const { checkIncidentCard: wrong } = await soc.gets(CheckIncidentCardDocument, { input });
  expect(await kept(soc)).toEqual(before);
  expect(wrong).toMatchObject({ isAcceptable: false, isRepeated: false, warnings: [] });
  expect(wrong.violations).toEqual([
    { rule: "F1", code: "textEmpty", path: ["input", "card", "nature"], message: expect.any(String) as string },
  ]);
  const { submitIncidentCard } = await soc.gets(SubmitIncidentCardDocument, { input });
  expect(rejected(submitIncidentCard).violations).toEqual(wrong.violations.map(({ code: _, ...rest }) => rest));

  const right = { ...input, card: { ...card, nature: "Files are being encrypted." } };
  const { checkIncidentCard: fine } = await soc.gets(CheckIncidentCardDocument, { input: right });
  expect(fine).toMatchObject({ isAcceptable: true, isRepeated: false, violations: [] });
  await soc.gets(SubmitIncidentCardDocument, { input: right });
  const { checkIncidentCard: again } = await soc.gets(CheckIncidentCardDocument, { input: right });
  expect(again).toMatchObject({ isAcceptable: true, isRepeated: true });
});

test("a check of a report and of an amendment keeps nothing either", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsCard();
  const before = await kept(soc);
  const report = { submissionKey: unique("key"), ...reportInput(shared().clock.now()) };
  const { checkIncidentReport } = await soc.gets(CheckIncidentReportDocument, { input: report });
  expect(checkIncidentReport).toMatchObject({ isAcceptable: true, violations: [] });
  const card = cardInput(shared().clock.now());
  const amendment = { submissionKey: unique("key"), incidentId: incident.id, revision: 1, card };
  const { checkIncidentCardAmendment } = await soc.gets(CheckIncidentCardAmendmentDocument, { input: amendment });
  expect(checkIncidentCardAmendment).toMatchObject({ isRepeated: false });
  expect(await kept(soc)).toEqual(before);
});

test("who may not submit may not check", async () => {
  const centre = await shared().nationalCentre();
  const input = { submissionKey: unique("key"), ...reportInput(shared().clock.now()) };
  await expect(centre.gets(CheckIncidentReportDocument, { input })).rejects.toThrow("FORBIDDEN");
});
