import { expect, test } from "vitest";
import type { IndicatorInput } from "../../schema/operations.generated.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { chances, picking } from "../support/incident-world.js";
import { judgedUp, takesLists, warningList } from "../support/public-lists.js";

/**
 * A list looks up the values that are there by their indexes, a new value looks up the entries: two ways to one judgement. Entries and
 * values are made of few parts, so that they often meet, and often just miss each other.
 */
const { chance, upTo, one } = picking(chances(Number(process.env["DABYL_SEED"] ?? 1)));

const name = (): string => Array.from({ length: 1 + upTo(2) }, () => one(["a", "ab", "b-c", "xn--80ao21a"])).join(".");
const four = (): string => `10.${upTo(1)}.${upTo(3) * 64}.${upTo(3) * 85}`;
const six = (): string => `2001:db8:${upTo(1)}::${one(["", "1", "ff", "1:0"])}`;
const network = (): string => (chance(0.7) ? `${four()}/${16 + upTo(16)}` : `${six()}/${32 + upTo(96)}`);

function value(): IndicatorInput {
  return one<() => IndicatorInput>([
    () => ({ type: "IPV4", value: four() }),
    () => ({ type: "IPV6", value: six() }),
    () => ({ type: "CIDR", value: network() }),
    () => ({ type: "DOMAIN", value: `${name()}.example` }),
    () => ({ type: "URL", value: `http://${chance(0.3) ? four() : `${name()}.example`}/${name()}` }),
    () => ({ type: "EMAIL", value: `${name()}@${name()}.example` }),
    () => ({ type: "HOST_PORT", value: `${chance(0.5) ? four() : `${name()}.example`}:443` }),
    () => ({ type: "FILE_NAME", value: `${name().toUpperCase()}.exe` }),
  ])();
}

const ATTRIBUTES = ["ip-src", "domain|ip", "ip-dst|port", "domain", "url", "email", "filename"];
const ENTRIES: Readonly<Record<string, () => string>> = {
  string: () => value().value,
  hostname: () => (chance(0.5) ? `${name()}.example` : name()),
  cidr: () => one([four, six, network])(),
  substring: () => one(["B-", ".EXE", "/a", "10.1", "ab.ex"]),
  regex: () => one(["^10\\.\\d\\.64", "/B-C/i", "[ab]{2}\\.exe", "::1$"]),
};

function lists(version: number): object[] {
  return Object.entries(ENTRIES).map(([type, entry]) =>
    warningList(type, Array.from({ length: type === "regex" ? 3 : 12 }, entry), {
      version,
      matching_attributes: ATTRIBUTES.filter(() => chance(0.7)),
    }),
  );
}

async function doubts(world: TestGateway): Promise<string[]> {
  const rows = await world.database.asOwner(
    `select v.type || ' ' || v.value || ': ' || l.name as says from indicator_doubt d
     join indicator_value v on v.id = d.value_id join warning_list l on l.id = d.list_id order by 1`,
  );
  return rows.map(({ says }) => String(says));
}

test("what lists say of values is the same whichever came first, and after a newer version as if it had been the first", async () => {
  const indicators = Array.from({ length: 400 }, value);
  const [older, wanted] = [lists(1), lists(2)];
  await using before = await startGateway();
  await takesLists(before, ...wanted);
  await (await before.soc()).sendsCard({ indicators });
  await judgedUp(before);
  await using after = await startGateway();
  await (await after.soc()).sendsCard({ indicators });
  await judgedUp(after);
  await takesLists(after, ...older);
  await takesLists(after, ...wanted);
  const expected = await doubts(before);
  expect(expected.length).toBeGreaterThan(100);
  for (const kind of Object.keys(ENTRIES)) expect(expected.some((says) => says.endsWith(`List of ${kind}`))).toBe(true);
  expect(await doubts(after)).toEqual(expected);
});
