import { expect, test } from "vitest";
import { builtOn, cardInput, differing, emptyCard, type CardDraft } from "../src/screens/card/card-form.js";
import { linesOf, typeOf, understood } from "../src/shared/indicators/indicators.js";
import { described, registered } from "../src/shared/incident-form/objects.js";
import { en } from "../src/texts/en/index.js";

const NOW = Date.parse("2026-03-01T22:14:07Z");

const whole: CardDraft = {
  ...emptyCard(NOW),
  basis: 1,
  severity: "HIGH",
  type: "RANSOMWARE",
  scale: "INDIVIDUAL",
  occurredAt: "02.03.2026 02:30:00",
  confirmedAt: "02.03.2026 03:01:48",
  recurrence: "NEW",
  indicators: [{ value: "198[.]51.100.24", type: null }],
  sign: "ACTUAL",
  contours: ["INTERNAL"],
  nature: "As it was.",
  consequences: ["OPERABILITY"],
  affectedObjects: [registered("DEMO-GRID-SCADA", "A grid")],
  measures: "Nothing yet.",
};

test("a card is sent as it was typed, its times by the clocks of Almaty", () => {
  const { card, faults } = cardInput(whole, en.report.missing, NOW);
  expect(faults).toEqual([]);
  expect(card).toMatchObject({
    registeredOn: "2026-03-02",
    occurredAt: "2026-03-01T21:30:00.000Z",
    indicators: [{ type: "IPV4", value: "198[.]51.100.24" }],
    affectedObjects: [{ objectCode: "DEMO-GRID-SCADA" }],
  });
});

test("F8: a line of the indicators that was emptied is none, and is not sent", () => {
  const emptied = { ...whole, indicators: [{ value: " ", type: null }, ...whole.indicators] };
  expect(cardInput(emptied, en.report.missing, NOW).card?.indicators.map(({ value }) => value)).toEqual([
    "198[.]51.100.24",
  ]);
});

test("L4: a confirmation that was taken over keeps the milliseconds that its field does not show", () => {
  const known = { occurredAt: null, confirmedAt: "2026-03-01T22:01:48.321Z" };
  expect(cardInput({ ...whole, known }, en.report.missing, NOW).card?.confirmedAt).toBe("2026-03-01T22:01:48.321Z");
  const typed = { ...whole, known, confirmedAt: "02.03.2026 03:01:49" };
  expect(cardInput(typed, en.report.missing, NOW).card?.confirmedAt).toBe("2026-03-01T22:01:49.000Z");
});

test("F1, F4, F6: what is missing is named by its field, all of it at once", () => {
  const objects = [described(" ")];
  const { card, faults } = cardInput({ ...emptyCard(NOW), affectedObjects: objects }, en.report.missing, NOW);
  expect(card).toBeNull();
  expect(faults.map(({ path }) => path.join("."))).toEqual([
    "severity",
    "type",
    "scale",
    "occurredAt",
    "confirmedAt",
    "recurrence",
    "sign",
    "contours",
    "nature",
    "consequences",
    "affectedObjects.0.description",
    "measures",
  ]);
});

test("a form is built on a revision that came meanwhile: theirs where only they changed, mine where I did", () => {
  const mine = { ...whole, nature: "Mine.", note: "Mine too." };
  const theirs = { ...whole, basis: 2, nature: "Theirs.", measures: "Servers are off.", severity: "MEDIUM" as const };
  expect(differing(whole, theirs)).toEqual(["severity", "nature", "measures"]);
  const { draft, both } = builtOn(mine, whole, theirs);
  expect(draft).toMatchObject({
    basis: 2,
    nature: "Mine.",
    note: "Mine too.",
    measures: "Servers are off.",
    severity: "MEDIUM",
  });
  expect(both).toEqual(["nature"]);
});

test("a type that was recognised is as good as one that was chosen: the indicators do not differ", () => {
  const chosen: CardDraft = { ...whole, indicators: [{ value: "198[.]51.100.24", type: "IPV4" }] };
  expect(differing(whole, chosen)).toEqual([]);
});

test("F8: what a pasted line is taken for", () => {
  const types = {
    "198[.]51.100.24": "IPV4",
    "203.0.113.9:8443": "HOST_PORT",
    "192.0.2.0/24": "CIDR",
    "2001:db8::1": "IPV6",
    "hxxps://grid-login[.]example/a": "URL",
    "login[.]example": "DOMAIN",
    "қаскөй.қаз": "DOMAIN",
    "someone[@]mail.example": "EMAIL",
    d41d8cd98f00b204e9800998ecf8427e: "MD5",
    "CVE-2026-12345": "CVE",
    AS64500: "ASN",
    "invoice.pdf.exe": "FILE_NAME",
    "C:\\Windows\\Temp\\a.dll": "FILE_PATH",
    "HKLM\\Software\\Run": "REGISTRY_KEY",
    "grid-login.example/a/b": "URL_PATH",
    "words of some kind": "OTHER",
  };
  for (const [value, type] of Object.entries(types))
    expect([value, typeOf({ value, type: null })]).toEqual([value, type]);
  expect(understood("hxxps://grid-login[.]example/a")).toBe("https://grid-login.example/a");
  expect(linesOf("one.example\r\n\r\n two.example \n").map(({ value }) => value)).toEqual([
    "one.example",
    "two.example",
  ]);
});
