import { describe, expect, test } from "vitest";
import { instant, HOUR, MINUTE, toIso } from "../../src/domain/instant.js";
import type { IncidentCardInput } from "../../schema/operations.generated.js";
import { lentGateway, sharedGateway } from "../support/gateway.js";
import { rejected, LANGUAGES } from "../support/person.js";

const AT = "2026-03-01T10:00:00Z";
const NOW = instant(Date.parse(AT));

/** Refusals of substance: what is wrong, the rule that says so, and where. */
const REFUSED: readonly (readonly [what: string, changes: Partial<IncidentCardInput>, rule: string, path: string])[] = [
  ["an empty text", { nature: " \u200B\n" }, "F1", "card.nature"],
  ["an over-long text", { measures: "м".repeat(20_001) }, "F2", "card.measures"],
  ["an over-long note", { note: "x".repeat(20_001) }, "F2", "card.note"],
  ["a control character", { nature: "bell \u0007" }, "F3", "card.nature"],
  ["half of a surrogate pair", { nature: "half \uD800" }, "F3", "card.nature"],
  ["stacked marks", { nature: `z${"\u0301".repeat(40)}` }, "F3", "card.nature"],
  ["no contour", { contours: [] }, "F4", "card.contours"],
  ["a contour twice", { contours: ["INTERNAL", "INTERNAL"] }, "F4", "card.contours"],
  ["no consequence", { consequences: [] }, "F4", "card.consequences"],
  ["NONE with other consequences", { consequences: ["NONE", "INTEGRITY"] }, "F5", "card.consequences"],
  [
    "both object and description",
    { affectedObjects: [{ objectId: "x", description: "y" }] },
    "F6",
    "card.affectedObjects.0",
  ],
  ["neither object nor description", { affectedObjects: [{}] }, "F6", "card.affectedObjects.0"],
  ["an object that does not exist", { affectedObjects: [{ objectId: "x" }] }, "F17", "card.affectedObjects.0.objectId"],
  ["an empty description", { affectedObjects: [{ description: "" }] }, "F1", "card.affectedObjects.0.description"],
  ["a confirmation in the future", { confirmedAt: toIso(instant(NOW + HOUR)) }, "L3", "card.confirmedAt"],
  [
    "a confirmation before the occurrence",
    { occurredAt: toIso(instant(NOW - MINUTE)), confirmedAt: toIso(instant(NOW - 2 * MINUTE)) },
    "L3",
    "card.confirmedAt",
  ],
  ["an occurrence in the future", { occurredAt: toIso(instant(NOW + HOUR)) }, "F11", "card.occurredAt"],
  ["a registration before the day of the occurrence", { registeredOn: "2026-02-28" }, "F29", "card.registeredOn"],
  ["a registration tomorrow", { registeredOn: "2026-03-02" }, "F11", "card.registeredOn"],
  [
    "too many indicators",
    { indicators: Array.from({ length: 10_001 }, () => ({ type: "OTHER", value: "x" })) },
    "F9",
    "card.indicators",
  ],
  ["an IPv4 that is none", { indicators: [{ type: "IPV4", value: "1.2.3.256" }] }, "F8", "card.indicators.0.value"],
  ["an IPv6 that is none", { indicators: [{ type: "IPV6", value: "1::2::3" }] }, "F8", "card.indicators.0.value"],
  ["a CIDR without a prefix", { indicators: [{ type: "CIDR", value: "10.0.0.0" }] }, "F8", "card.indicators.0.value"],
  [
    "a domain that is an address",
    { indicators: [{ type: "DOMAIN", value: "10.0.0.1" }] },
    "F8",
    "card.indicators.0.value",
  ],
  ["a URL without a scheme", { indicators: [{ type: "URL", value: "example.kz/x" }] }, "F8", "card.indicators.0.value"],
  ["an e-mail that is none", { indicators: [{ type: "EMAIL", value: "name" }] }, "F8", "card.indicators.0.value"],
  [
    "an MD5 of another length",
    { indicators: [{ type: "MD5", value: "ab".repeat(20) }] },
    "F8",
    "card.indicators.0.value",
  ],
  [
    "a SHA-256 that is not hex",
    { indicators: [{ type: "SHA256", value: "zz".repeat(32) }] },
    "F8",
    "card.indicators.0.value",
  ],
  ["a CVE that is none", { indicators: [{ type: "CVE", value: "CVE-26-1" }] }, "F8", "card.indicators.0.value"],
];

/** For all that ask of their own SOC alone and let the clock stand. */
const shared = sharedGateway({ at: AT });

describe("what breaks a rule is refused with rule, path and remedy in three languages, and nothing is kept", () => {
  test.each(REFUSED)("%s", async (_what, changes, rule, path) => {
    const soc = await shared().soc();
    const mine = "select count(*)::int as count from incident where soc_id = $1";
    const kept = () => shared().database.asOwner(mine, [soc.partyId]);
    const before = await kept();
    const messages = [];
    for (const language of LANGUAGES) {
      const answer = rejected(await soc.speaking(language).submitsCard(changes));
      const violation = answer.violations.find((one) => one.rule === rule && one.path.join(".") === `input.${path}`);
      expect(violation, JSON.stringify(answer.violations)).toBeDefined();
      messages.push(violation?.message);
      expect(answer.receivedAt).toBe(toIso(NOW));
    }
    expect(new Set(messages).size).toBe(3);
    expect(await kept()).toEqual(before);
    expect((await soc.sendsCard()).__typename).toBe("CardAccepted");
  });
});

test("every broken rule is named at once, and the attempt is in the journal without its texts", async () => {
  const soc = await shared().soc();
  const answer = rejected(await soc.submitsCard({ nature: "", contours: [], measures: "secret \u0000 words" }));
  expect(answer.violations.map(({ rule }) => rule).toSorted()).toEqual(["F1", "F3", "F4"]);
  await soc.sendsCard();
  const [entry] = await shared().database.asOwner("select body from journal where entry_id = $1", [answer.reference]);
  expect(JSON.parse(entry?.["body"] as string)).toMatchObject({ act: "card.submit", refused: [{}, {}, {}] });
  expect(entry?.["body"]).not.toContain("secret");
});

test("F12 L6 an amendment of a revision that is no longer the last is refused; every revision is kept", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsCard({ nature: "first" });
  await soc.amends(incident.id, 1, { nature: "second" });
  expect(rejected(await soc.amends(incident.id, 1, { nature: "third" })).violations).toMatchObject([
    { rule: "F12", path: ["input", "revision"], message: expect.stringContaining("revision 2") },
  ]);
  const { node } = await soc.gets<{ node: { cardRevisions: object[] } }, object>(
    `query Revisions($id: ID!) { node(id: $id) { ... on Incident { cardRevisions { revision nature } } } }`,
    { id: incident.id },
  );
  expect(node.cardRevisions).toEqual([
    { revision: 1, nature: "first" },
    { revision: 2, nature: "second" },
  ]);
});

test("F12 two amendments of one revision at once: one is accepted", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsCard();
  const answers = await Promise.all([1, 2, 3].map((count) => soc.amends(incident.id, 1, { note: `note ${count}` })));
  expect(answers.filter(({ __typename }) => __typename === "CardAccepted")).toHaveLength(1);
});

test("F13 a report alone has no card to amend", async () => {
  const soc = await shared().soc();
  const { incident } = await soc.sendsReport();
  expect(rejected(await soc.amends(incident.id, 1)).violations).toMatchObject([{ rule: "F13" }]);
});

test.each([
  ["an empty key", ""],
  ["an over-long key", "k".repeat(201)],
  ["a key with a control character", "k\u0001"],
])("F10 %s is refused", async (_what, submissionKey) => {
  const soc = await shared().soc();
  expect(rejected(await soc.submitsCard({}, { submissionKey })).violations).toMatchObject([
    { rule: "F10", path: ["input", "submissionKey"] },
  ]);
});

test("F8 F14 defanged and Cyrillic indicators are understood, kept as submitted, and counted once", async () => {
  const soc = await shared().soc();
  const { card, warnings } = await soc.sendsCard({
    indicators: [
      { type: "DOMAIN", value: "Пример[.]қаз" },
      { type: "URL", value: "hxxps://example[.]kz/a" },
      { type: "DOMAIN", value: "пример.қаз." },
    ],
  });
  expect(card.indicators[0]).toMatchObject({
    submitted: "Пример[.]қаз",
    value: expect.stringMatching(/^xn--.*\.xn--/),
  });
  expect(card.indicators[1]?.value).toBe("https://example.kz/a");
  expect(card.indicators[2]?.value).toBe(card.indicators[0]?.value);
  expect(warnings).toMatchObject([{ rule: "F14", path: ["input", "card", "indicators", "2"] }]);
});

test("L1 L2 late is never refused, however late", async () => {
  await using world = await lentGateway({ at: "2056-01-01T00:00:00Z" });
  const soc = await world.soc();
  const answer = await soc.sendsCard({ confirmedAt: "2026-02-01T00:00:00Z", registeredOn: "2026-02-01" });
  expect(answer.incident.obligations.map(({ standing }) => standing)).toEqual(["MET_LATE", "MET_LATE"]);
});
