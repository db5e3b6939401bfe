import { describe, expect, test } from "vitest";
import { contentOfDraft } from "../../src/domain/forms/content.js";
import { referenceContent, referenceIn, type Reference } from "../../src/domain/references.js";
import { referenceTo, toGlobalId } from "../../src/platform/identity.js";

const UUID = "018f0000-0000-7000-8000-000000000001";
const NOTHING = { by: "ID", value: "00000000-0000-0000-0000-000000000000" };

describe("a reference", () => {
  test.for<readonly [string, Reference]>([
    ["DEMO-ENERGY-2026-0004", { by: "NUMBER", value: "DEMO-ENERGY-2026-0004" }],
    [" demo-energy-2026-0004\n", { by: "NUMBER", value: "DEMO-ENERGY-2026-0004" }],
    ["key:energy 7", { by: "KEY", value: "energy 7" }],
    ["key: й", { by: "KEY", value: " й" }],
    ["key:и\u0306", { by: "KEY", value: "й" }],
    ["key:DEMO-ENERGY-2026-0004", { by: "KEY", value: "DEMO-ENERGY-2026-0004" }],
    ["key:key:x", { by: "KEY", value: "key:x" }],
  ])("%j is one by number or by key", ([text, reference]) => {
    expect(referenceIn(text)).toEqual(reference);
    expect(referenceTo("Incident", text)).toEqual(reference);
  });

  test.for([
    "",
    " ",
    "key:",
    "key: ",
    "key:a\u0000",
    "key:\ud800",
    "KEY:x",
    "a:b",
    "a b",
    "ı",
    "№ 4",
    "\u0000",
    "A".repeat(65),
  ])("%j refers to what nothing is", (text) => {
    expect(referenceIn(text)).toBeNull();
    expect(referenceTo("Incident", text)).toEqual(NOTHING);
  });

  test("what decodes as an opaque id is one, whatever its type", () => {
    expect(referenceTo("Incident", toGlobalId("Incident", UUID))).toEqual({ by: "ID", value: UUID });
    expect(referenceTo("Incident", toGlobalId("Notification", UUID))).toEqual(NOTHING);
  });

  test("an inner id is no opaque one", () => {
    expect(referenceTo("Incident", UUID)).toEqual({ by: "NUMBER", value: UUID.toUpperCase() });
    const digits = "00000000-0000-7000-8000-000000000001";
    expect(referenceTo("Incident", digits)).toEqual({ by: "NUMBER", value: digits });
  });

  test("a long text of stacked marks after `key:` is read in one go", () => {
    const begun = process.cpuUsage();
    referenceIn(`key:a${"\u0301\u0316".repeat(500_000)}`);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });

  test("its canonical content is what was written: an inner id, a number in capitals, `key:K`", () => {
    const written = [toGlobalId("Incident", UUID), "demo-energy-2026-0004", "key:и\u0306"];
    expect(written.map((text) => referenceContent(referenceTo("Incident", text)))).toEqual([
      UUID,
      "DEMO-ENERGY-2026-0004",
      "key:й",
    ]);
  });

  test("an analysis whose objects are named by ids has the content that it had before codes could be given", () => {
    const texts = { findings: "a", measures: "b", conclusions: "c", recommendations: null };
    const analysis = { ...texts, objectIds: [{ by: "ID", value: UUID }] as const, indicators: [] };
    const drafted = { notificationIds: [], revision: null, analysis, incident: null, incidentId: null };
    expect(contentOfDraft("threatAnalysis", drafted)["analysis"]).toEqual({
      ...texts,
      objectIds: [UUID],
      indicators: [],
    });
  });
});
