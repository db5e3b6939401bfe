import { expect, test } from "vitest";
import { SubmitIncidentCardDocument, type IndicatorType } from "../../schema/operations.generated.js";
import { sharedGateway } from "../support/gateway.js";
import { unique } from "../support/person.js";
import { cardInput } from "../support/inputs.js";

const shared = sharedGateway();

const SENT: readonly (readonly [type: IndicatorType, submitted: string, value: string])[] = [
  ["URL_PATH", "bad[.]example/a", "bad.example/a"],
  ["HOST_PORT", "198.51.100[.]7:443", "198.51.100.7:443"],
  ["IMPHASH", "F34D5F2D4577ED6D9CEEC516C1F5A744", "f34d5f2d4577ed6d9ceec516c1f5a744"],
  ["JA3", "e7d705a3286e19ea42f587b344ee6865", "e7d705a3286e19ea42f587b344ee6865"],
  ["FILE_PATH", "c:/Temp/Bad.exe", "C:\\temp\\bad.exe"],
  ["REGISTRY_KEY", "HKLM\\Software\\Bad", "HKEY_LOCAL_MACHINE\\software\\bad"],
  ["MUTEX", "Global\\Bad", "Global\\Bad"],
  ["USER_AGENT", "Mozilla/4.0  (compatible)", "Mozilla/4.0  (compatible)"],
  ["WALLET", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
  ["ASN", "as64500", "AS64500"],
];

test("F8 every further type is kept on a card with its submitted text and its normal form", async () => {
  const world = shared();
  const soc = await world.soc();
  const indicators = SENT.map(([type, value]) => ({ type, value }));
  const input = { submissionKey: unique("key"), card: cardInput(world.clock.now(), { indicators }) };
  const { submitIncidentCard: answer } = await soc.gets(SubmitIncidentCardDocument, { input });
  if (answer.__typename !== "CardAccepted") throw new Error(JSON.stringify(answer.violations));
  expect(answer.card.indicators).toEqual(SENT.map(([type, submitted, value]) => ({ type, submitted, value })));
});

test("F8 a refusal names what is wrong, where, and the type that takes the value", async () => {
  const world = shared();
  const soc = await world.soc();
  const indicators: { type: IndicatorType; value: string }[] = [
    { type: "IPV4", value: "198.51\u200e.100.7" },
    { type: "URL", value: "hxqp://bad.example/a" },
    { type: "URL", value: "bad.example/a" },
    { type: "IPV4", value: "198.51.100.7:443" },
    { type: "DOMAIN", value: "198.51.100.x" },
  ];
  const input = { submissionKey: unique("key"), card: cardInput(world.clock.now(), { indicators }) };
  const { submitIncidentCard: answer } = await soc.gets(SubmitIncidentCardDocument, { input });
  if (answer.__typename !== "SubmissionRejected") throw new Error("accepted");
  expect(answer.violations.map(({ rule, path }) => [rule, path.join(".")])).toEqual(
    indicators.map((_, index) => ["F8", `input.card.indicators.${index}.value`]),
  );
  const [hidden, scheme, path, port, range] = answer.violations.map(({ message }) => message);
  expect(hidden).toContain("U+200E at character 7");
  expect(scheme).toContain("hxqp");
  expect(path).toContain("It looks like URL_PATH.");
  expect(port).toContain("It looks like HOST_PORT.");
  expect(range).not.toContain("It looks like");
  expect(range).toContain("CIDR");
});

test("F8, F26 a host without a dot and a text that was spoiled before it was sent are accepted with warnings", async () => {
  const world = shared();
  const soc = await world.soc();
  const indicators: { type: IndicatorType; value: string }[] = [{ type: "URL", value: "http://bad/a" }];
  const card = cardInput(world.clock.now(), { indicators, nature: "Фи\ufffd\ufffdинг" });
  const input = { submissionKey: unique("key"), card };
  const { submitIncidentCard: answer } = await soc.gets(SubmitIncidentCardDocument, { input });
  if (answer.__typename !== "CardAccepted") throw new Error(JSON.stringify(answer.violations));
  const reported = answer.warnings.filter(({ rule }) => rule === "F8" || rule === "F26");
  expect(reported.map(({ rule, path }) => [rule, path.join(".")])).toEqual([
    ["F8", "input.card.indicators.0.value"],
    ["F26", "input.card.nature"],
  ]);
  expect(reported[1]?.message).toContain("U+FFFD at position 3");
});
