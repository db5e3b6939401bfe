import { expect, test } from "vitest";
import { contentForOwner, type StatementForOwner } from "../../src/domain/content-for-owner.js";
import { at } from "../support/drafts.js";

const report: StatementForOwner = {
  said: "REPORT",
  type: "PHISHING",
  severity: null,
  confirmedAt: at("2026-03-01T09:00:00Z"),
  text: "A mail.",
};
const card: StatementForOwner = {
  said: "CARD",
  type: "RANSOMWARE",
  severity: "MEDIUM",
  confirmedAt: at("2026-03-01T09:30:00Z"),
  text: "Files.",
};
const review: StatementForOwner = { said: "REVIEW", type: null, severity: "HIGH", confirmedAt: null, text: null };
const correction: StatementForOwner = {
  said: "CORRECTION",
  type: null,
  severity: null,
  confirmedAt: at("2026-03-01T09:45:00Z"),
  text: null,
};

test("R9.2 an owner's message is made of the latest report or card of its object, the latest level and the confirmation that counts", () => {
  expect(contentForOwner([report])).toEqual({
    type: "PHISHING",
    severity: null,
    confirmedAt: report.confirmedAt,
    summary: "A mail.",
  });
  expect(contentForOwner([report, card])).toMatchObject({ summary: "Files.", severity: "MEDIUM" });
  expect(contentForOwner([report, card])?.confirmedAt).toBe(report.confirmedAt);
  expect(contentForOwner([card, review])).toMatchObject({ type: "RANSOMWARE", severity: "HIGH" });
  expect(contentForOwner([report, correction, card])?.confirmedAt).toBe(correction.confirmedAt);
});

test("R9.2 where neither a report nor a card was of its object there is nothing to send", () => {
  expect(contentForOwner([])).toBeNull();
  expect(contentForOwner([review, correction])).toBeNull();
});
