import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { SubmitIncidentCardDocument, type IncidentCardInput } from "../../schema/operations.generated.js";
import { normalIndicator, type IndicatorType } from "../../src/domain/indicator.js";
import { replayCards, type Verdict } from "../../src/tools/replay-cards.js";
import { readPublished, type ReplayCard } from "../../src/tools/replay-data.js";
import { PatternError, readPattern } from "../../src/tools/stix-pattern.js";
import { indicatorTypeOf } from "../../src/tools/stix-values.js";
import { sharedGateway, type TestGateway } from "../support/gateway.js";
import { unique, type Person } from "../support/person.js";
import { cardInput } from "../support/inputs.js";
import { runTool, type Ended } from "../support/process.js";

/** Each test has a SOC of its own. */
const shared = sharedGateway();

const CATALOGUE = resolve("../shared/data/kev/known_exploited_vulnerabilities.json");
const EXAMPLES = resolve("../shared/data/stix/examples");

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

/** Submits the cards of published data as a SOC. */
function through(soc: Person): (card: ReplayCard) => Promise<Verdict> {
  return async (card) => {
    const reported: Partial<IncidentCardInput> = { ...card, indicators: [...card.indicators] };
    const answer = await soc.submitsCard(reported, { submissionKey: unique("replay") });
    return answer.__typename === "CardAccepted"
      ? { isAccepted: true, indicators: answer.card.indicators }
      : { isAccepted: false, violations: answer.violations };
  };
}

function cardsOf(content: unknown): readonly ReplayCard[] {
  const data = readPublished(content, "sample.json");
  if (!data) throw new Error("not published data");
  expect(data.leftOut).toEqual([]);
  return data.cards;
}

/** A catalogue as CISA publishes it, with entries of this test's own. */
function catalogue(ids: readonly string[]): object {
  return {
    title: "Catalogue of a test",
    catalogVersion: "2026.02.01",
    dateReleased: "2026-02-01T10:00:00.1234Z",
    count: ids.length,
    vulnerabilities: ids.map((cveID) => ({
      cveID,
      vulnerabilityName: "A weakness",
      dateAdded: "2026-01-31",
      shortDescription: "It lets strangers in.",
      requiredAction: "Shut the door.",
    })),
  };
}

function bundle(...patterns: string[]): object {
  const moments = { created: "2026-01-01T00:00:00.000Z", valid_from: "2026-01-01T00:00:00Z" };
  return {
    type: "bundle",
    objects: [
      { type: "identity", name: "Someone" },
      ...patterns.map((pattern) => ({ type: "indicator", name: "A sign", pattern_type: "stix", pattern, ...moments })),
    ],
  };
}

describe("the comparisons of a STIX pattern", () => {
  const READ: readonly (readonly [pattern: string, values: readonly (readonly [IndicatorType, string])[]])[] = [
    ["[ipv4-addr:value = '198.51.100.1']", [["IPV4", "198.51.100.1"]]],
    ["[ipv4-addr:value ISSUBSET '198.51.100.0/24']", [["CIDR", "198.51.100.0/24"]]],
    ["[ipv6-addr:value='2001:db8::1' OR ipv6-addr:value = '2001:db8::/32']", [["IPV6", "2001:db8::1"], ["CIDR", "2001:db8::/32"]]], // prettier-ignore
    ["[domain-name:value IN ('a.example.org', 'b.example.org')]", [["DOMAIN", "a.example.org"], ["DOMAIN", "b.example.org"]]], // prettier-ignore
    ["[url:value == 'https://example.org/a?b=c&d']", [["URL", "https://example.org/a?b=c&d"]]],
    ["[email-addr:value = 'a@example.org'] AND [email-message:from_ref.value = 'b@example.org']", [["EMAIL", "a@example.org"], ["EMAIL", "b@example.org"]]], // prettier-ignore
    ["[file:hashes.'SHA-256' = 'aa' AND file:hashes.MD5 = 'bb' AND file:hashes.'SHA-1' = 'cc' AND file:hashes.SHA512 = 'dd']", [["SHA256", "aa"], ["MD5", "bb"], ["SHA1", "cc"], ["SHA512", "dd"]]], // prettier-ignore
    ["[file:name = 'it\\'s \\\\ a [trap].exe']", [["FILE_NAME", "it's \\ a [trap].exe"]]],
    ["[(file:name = 'a' OR file:size > 25536) AND NOT EXISTS file:parent_directory_ref]", [["FILE_NAME", "a"], ["OTHER", "25536"]]], // prettier-ignore
    ["[email-message:body_multipart[*].body_raw_ref.name MATCHES '^Final.+\\\\.exe$']", [["OTHER", "^Final.+\\.exe$"]]],
    ["[domain-name:value LIKE '%.example.org']", [["OTHER", "%.example.org"]]],
    ["([ipv4-addr:value = '198.51.100.1'] FOLLOWEDBY [file:name = 'x']) WITHIN 600 SECONDS START t'2026-01-01T00:00:00Z' STOP t'2026-02-01T00:00:00Z'", [["IPV4", "198.51.100.1"], ["FILE_NAME", "x"]]], // prettier-ignore
    ["[windows-registry-key:values[0].name = 'Run' /* where it starts */]", [["OTHER", "Run"]]],
    ["[ x-unknown:is_odd = true ]", [["OTHER", "true"]]],
  ];
  test.for(READ)("%s", ([pattern, values]) => {
    const found = readPattern(pattern);
    expect(found.map((one) => [indicatorTypeOf(one), one.value])).toEqual(values);
    expect(found.some(({ isNegated }) => isNegated)).toBe(false);
  });

  const UNREADABLE = [
    "",
    "ipv4-addr:value = '198.51.100.1'",
    "[ipv4-addr:value = '198.51.100.1'",
    "[ipv4-addr:value = '198.51.100.1]",
    "[ipv4-addr:value '198.51.100.1']",
    "[ipv4-addr = '198.51.100.1']",
    "[:value = 'x']",
    "[file:name = 'x' AND]",
    "[file:name IN ('x' 'y')]",
    '[file:name = "x"]',
    "[file:name = x]",
    "[file:hashes. = 'x']",
  ];
  test.for(UNREADABLE)("%s is not a pattern", (pattern) => {
    expect(() => readPattern(pattern)).toThrow(PatternError);
  });

  test("what a pattern excludes is no sign of compromise, and is reported", () => {
    const data = readPublished(bundle("[file:name != 'good.exe' OR file:name NOT = 'x']", "[file:name NOT IN ('a')]", "[x"), "x"); // prettier-ignore
    expect(data?.cards).toEqual([]);
    expect(data?.leftOut).toMatchObject([{ what: "good.exe" }, { what: "x" }, { what: "a" }, { what: "[x" }]);
  });
});

test("what is neither a catalogue nor STIX is no published data", () => {
  for (const content of [null, 5, "x", [], {}, { objects: [] }]) expect(readPublished(content, "x")).toBeNull();
});

test("a sample of a catalogue goes through cards, some hundreds of values to each", async () => {
  const world = shared();
  const ids = Array.from({ length: 1_201 }, (_, index) => `CVE-2026-${10_000 + index}`);
  const cards = cardsOf(catalogue(ids));
  const soc = await world.soc();
  const tally = await replayCards(cards, through(soc));
  expect(tally).toEqual({ cards: 3, unchanged: 1_201, respelt: 0, refused: [], unsent: [] });
  expect((await valuesOf(soc)).toSorted()).toEqual(ids.toSorted());
});

test("what is refused is taken out by its path, with the gateway's reason, and the rest is accepted", async () => {
  const world = shared();
  const soc = await world.soc();
  const pattern =
    "[domain-name:value IN ('EXAMPLE.org', 'domain example.org', '198.51.100.1') OR file:hashes.MD5 = 'xyz']";
  const tally = await replayCards(cardsOf(bundle(pattern, "[url:value = 'http://example.org/']")), through(soc));
  expect(tally).toMatchObject({ cards: 1, unchanged: 1, respelt: 1, unsent: [] });
  expect(tally.refused.map(({ value }) => value)).toEqual(["domain example.org", "198.51.100.1", "xyz"]);
  expect(tally.refused.every(({ reason }) => reason.length > 10)).toBe(true);
  const nothing = await replayCards(cardsOf(bundle("[file:hashes.MD5 = 'xyz']")), through(soc));
  expect(nothing).toMatchObject({ cards: 0, unchanged: 0, respelt: 0, unsent: [] });
  expect(nothing.refused).toHaveLength(1);
});

test("a card that is refused for more than its values is reported and does not stop the others", async () => {
  const world = shared();
  const [card] = cardsOf(bundle("[url:value = 'http://example.org/']"));
  if (!card) throw new Error("no card");
  const tally = await replayCards([{ ...card, confirmedAt: "2027-01-01T00:00:00Z" }, card], through(await world.soc()));
  expect(tally).toMatchObject({
    cards: 1,
    unchanged: 1,
    unsent: [{ values: 1, reason: expect.stringMatching(/^L3: /) }],
  });
});

test("the command sends a folder, prints what became of it, and again gives the same cards", async () => {
  const world = shared();
  const soc = await world.soc();
  const folder = await mkdtemp(join(tmpdir(), "dabyl-replay-"));
  try {
    await writeFile(join(folder, "a.json"), JSON.stringify(catalogue(["CVE-2026-0001", "CVE-26-1"])));
    await writeFile(join(folder, "b.json"), JSON.stringify(bundle("[url:value = 'http://example.org']", "[x")));
    const first = await command(folder, world, soc.token);
    expect(first.output).toMatch(/^values +4$/m);
    expect(first.output).toMatch(/^accepted +1 unchanged, 1 brought to another normal form$/m);
    expect(first.output).toMatch(/^refused +1\n +1 × .+ "CVE CVE-26-1"$/m);
    expect(first.output).toMatch(/^left out +1\n +1 × the pattern cannot be read at character 2: it ends "\[x"$/m);
    expect(first.output).toMatch(/^cards accepted +2$/m);
    expect(first.code).toBe(0);
    expect(await command(folder, world, soc.token)).toEqual(first);
    expect((await valuesOf(soc)).toSorted()).toEqual(["CVE-2026-0001", "http://example.org/"]);
    expect(await command(join(folder, "nothing"), world, soc.token)).toMatchObject({ code: 1 });
    expect(await command(folder, world, "unknown")).toMatchObject({ code: 1 });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.skipIf(!existsSync(CATALOGUE))(
  "every CVE of CISA's catalogue is accepted (needs ../shared/data/kev)",
  async () => {
    const world = shared();
    const content = (await readJson(CATALOGUE)) as { vulnerabilities: readonly { cveID: string }[] };
    const ids = content.vulnerabilities.map(({ cveID }) => cveID);
    expect(ids.length).toBeGreaterThan(1_000);
    const soc = await world.soc();
    const tally = await replayCards(cardsOf(content), through(soc));
    expect(tally).toMatchObject({ unchanged: ids.length, respelt: 0, refused: [], unsent: [] });
    expect((await valuesOf(soc)).toSorted()).toEqual(ids.toSorted());
  },
);

test.skipIf(!existsSync(EXAMPLES))(
  "every value of OASIS's examples is accepted, but for one that is no domain name (needs ../shared/data/stix)",
  async () => {
    const world = shared();
    const submit = through(await world.soc());
    const cards: ReplayCard[] = [];
    for (const name of (await readdir(EXAMPLES)).filter((one) => one.endsWith(".json"))) {
      const data = readPublished(await readJson(join(EXAMPLES, name)), name);
      cards.push(...(data?.cards ?? []));
      expect(data?.leftOut.every(({ why }) => why.startsWith("it was observed"))).toBe(true);
    }
    const count = cards.reduce((sum, { indicators }) => sum + indicators.length, 0);
    expect(count).toBeGreaterThan(50);
    const tally = await replayCards(cards, submit);
    expect(tally.unsent).toEqual([]);
    expect(tally.unchanged + tally.respelt).toBe(count - 1);
    expect(tally.refused).toMatchObject([{ type: "DOMAIN", value: "domain autuo.xicp.net" }]);
    expect(normalIndicator("DOMAIN", "domain autuo.xicp.net")).toMatchObject({ ok: false, fault: "WHITE_SPACE" });
  },
);

describe("F14 ten spellings of one indicator are one, in normal form", () => {
  const SPELLINGS: readonly (readonly [type: IndicatorType, normal: string, others: readonly string[]])[] = [
    ["DOMAIN", "bad.example.kz", ["BAD.example.kz", "bad[.]example[.]kz", "bad(.)example(.)kz", "bad{.}example.kz", "bad[dot]example[dot]kz", "bad.example.kz.", " bad.example.kz\n", "bad。example．kz", "Bad(dot)Example.KZ"]], // prettier-ignore
    ["IPV6", "2001:db8::1", ["2001:DB8::1", "2001:0db8::0001", "2001:db8:0:0:0:0:0:1", "2001:db8:0:0::1", "[2001:db8::1]", "2001[:]db8[:][:]1", "2001:db8::0.0.0.1", "\t2001:db8::1", "2001:0DB8:0000:0000:0000:0000:0000:0001"]], // prettier-ignore
    ["URL", "http://example.kz/a", ["hxxp://example.kz/a", "http://EXAMPLE.kz/a", "hXXp://example[.]kz/a", "http[:]//example.kz/a", "http[://]example.kz/a", "http://example.kz:80/a", "http://example.kz/./a", "http://example.kz./a", "HTTP://example(.)kz/b/../a"]], // prettier-ignore
  ];
  test.for(SPELLINGS)("%s %s", async ([type, normal, others]) => {
    const world = shared();
    const soc = await world.soc();
    const spellings = [normal, ...others];
    expect(new Set(spellings).size).toBe(10);
    const indicators = spellings.map((value) => ({ type, value }));
    const input = { submissionKey: unique("key"), card: cardInput(world.clock.now(), { indicators }) };
    const { submitIncidentCard: answer } = await soc.gets(SubmitIncidentCardDocument, { input });
    if (answer.__typename !== "CardAccepted") throw new Error(JSON.stringify(answer.violations));
    expect(answer.card.indicators.map(({ value }) => value)).toEqual(spellings.map(() => normal));
    expect(answer.card.indicators.map(({ submitted }) => submitted)).toEqual(spellings);
    expect(answer.warnings.map(({ rule, path }) => [rule, path.join(".")])).toEqual(
      others.map((_, index) => ["F14", `input.card.indicators.${index + 1}`]),
    );
  });
});

/** The values that the national centre reads of a SOC, card by card. */
async function valuesOf(soc: Person): Promise<string[]> {
  const centre = await soc.world.nationalCentre();
  const query = `query ($filter: IncidentFilter) {
    incidents(first: 100, orderBy: OLDEST_FIRST, filter: $filter) { nodes { card { indicators { value } } } } }`;
  const { incidents } = await centre.gets<Seen, object>(query, { filter: { socs: [soc.party("Soc")] } });
  return incidents.nodes.flatMap(({ card }) => card.indicators.map(({ value }) => value));
}

interface Seen {
  readonly incidents: {
    readonly nodes: readonly { readonly card: { readonly indicators: readonly { readonly value: string }[] } }[];
  };
}

async function command(path: string, world: TestGateway, token: string): Promise<Ended> {
  const { hostname, port } = new URL(world.url);
  return runTool("tools/replay", { HOST: hostname, PORT: port, DABYL_TOKEN: token }, [path]);
}
