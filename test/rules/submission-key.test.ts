import { describe, expect, test } from "vitest";
import { canonicalKey, judgeSubmissionKey } from "../../src/domain/submission-key.js";
import { circumstances } from "../support/drafts.js";
import { reported } from "../support/verdicts.js";

const LIMITS = circumstances().limits;

describe("a submission key", () => {
  const judged = (key: string): string[] => reported(judgeSubmissionKey(key, LIMITS));

  const FIT = ["1", "soc-7/2026/000123", "018f0000-0000-7000-8000-000000000001", "оқиға 12 (қайта)", "~!@#$%^&*_+{}|"];
  test.for(FIT)("F10 %j will do", (key) => {
    expect(judged(key)).toEqual([]);
  });

  const UNFIT = ["", " ", "\u00a0", "\u200b", "a\nb", "a\tb", "a\u0000", "a\u007f", "a\u202eb", "a\u200bb", "a\ud800"];
  test.for(UNFIT)("F10 %j will not do", (key) => {
    expect(judged(key)).toEqual(["F10 submissionKey"]);
  });

  test("F10 two hundred characters will do, one more will not", () => {
    expect(judged("a".repeat(200))).toEqual([]);
    expect(judged("a".repeat(201))).toEqual(["F10 submissionKey"]);
  });

  test("F10 any character that is printed will do, such as the sign of a number", () => {
    expect(["№ 48/НҚ", "«оқиға» — 12"].flatMap(judged)).toEqual([]);
  });

  test("F10 two ways to write a letter are one letter in a key", () => {
    expect(canonicalKey("и\u0306")).toBe("й");
  });

  test("F10 a key of a million stacked marks is refused without being composed first", () => {
    const before = process.cpuUsage();
    expect(judged(canonicalKey(`a${"\u0301\u0316".repeat(500_000)}`))).toEqual(["F10 submissionKey"]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});
