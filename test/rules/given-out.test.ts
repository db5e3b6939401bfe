import { expect, test } from "vitest";
import { cardGiven, reportGiven } from "../../src/server/documents/given-out.js";
import { differencesOf } from "../../src/server/exchange/papers.js";

/** What the graph may answer, as its types say, and no scope lets through today: an incident whose SOC is not the reader's to see. */

const receipt = {
  submissionKey: "k",
  contentHash: "00",
  receivedAt: "2026-03-01T00:00:00.000Z",
  content: JSON.stringify({ act: "card.submit", notifications: [] }),
};
const soc = { code: "SOC1", name: "SOC 1" };

test("R13.2: a document names its SOC; whose SOC is not the reader's to see is not given", () => {
  const card = { number: "SOC1-2026-000001", card: { revision: 1, receipt } };
  expect(cardGiven({ ...card, soc })?.given.soc).toBe("SOC1");
  expect(cardGiven({ ...card, soc: null })).toBeNull();
  const report = { number: "SOC1-2026-000001", report: { receipt } };
  expect(reportGiven({ incident: { ...report, soc } })?.given.soc).toBe("SOC1");
  expect(reportGiven({ incident: { ...report, soc: null } })).toBeNull();
});

test("L6: nor is what differs between two revisions of its card", () => {
  const revision = { receivedAt: receipt.receivedAt, receipt: null };
  const cardRevisions = [
    { ...revision, revision: 1 },
    { ...revision, revision: 2 },
  ];
  const incident = { number: "SOC1-2026-000001", cardRevisions, cardDifferences: [] };
  const between = { from: 1, to: 2 };
  expect(differencesOf({ incident: { ...incident, soc } }, between, null)?.soc).toEqual(soc);
  expect(differencesOf({ incident: { ...incident, soc: null } }, between, null)).toBeNull();
});
