import { expect, test } from "vitest";
import type { IndicatorInput, IndicatorType } from "../../schema/operations.generated.js";
import { HOUR } from "../../src/domain/instant.js";
import { Patterns } from "../../src/platform/patterns.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";
import { judgedUp, takesLists, warningList } from "../support/public-lists.js";

/** Values of which a sighting is no evidence, by lists that everybody knows. */

const is = (type: IndicatorType, value: string): IndicatorInput => ({ type, value });
const ADDRESSES = { matching_attributes: ["ip-src", "ip-dst", "domain|ip", "ip-dst|port"] };
const NAMES = { matching_attributes: ["hostname", "domain", "url"] };

interface Doubted {
  readonly value: string;
  readonly doubts: readonly { readonly list: string; readonly says: string; readonly since: string }[];
}

/** Doubtful values with the lists that say so, in order. */
async function doubted(person: Person, filter = "{}"): Promise<string[]> {
  const { indicators } = await person.gets<{ indicators: { nodes: Doubted[] } }, object>(
    `{ indicators(filter: ${filter}, first: 100) { nodes { value doubts { list says since } } } }`,
  );
  return indicators.nodes
    .filter(({ doubts }) => doubts.length > 0)
    .map(({ value, doubts }) => `${value}: ${doubts.map(({ list }) => list).join(", ")}`)
    .toSorted();
}

async function values(person: Person, filter: string): Promise<string[]> {
  const { indicators } = await person.gets<{ indicators: { nodes: Doubted[] } }, object>(
    `{ indicators(filter: ${filter}, first: 100) { nodes { value } } }`,
  );
  return indicators.nodes.map(({ value }) => value).toSorted();
}

/** What each kind of list doubts, and what lies just beside it. */
const LISTS = [
  warningList("cidr", ["198.51.100.0/24", "FE80::/10", "203.0.113.9", "176.31.62.76/30"], ADDRESSES),
  warningList("string", ["D41D8CD98F00B204E9800998ECF8427E", "3::", "Everyday[.]example"], {
    matching_attributes: ["md5", "filename|md5", "domain", "ssdeep"],
  }),
  warningList("hostname", ["bit.example", "пример.example", "onion"], NAMES),
  warningList("substring", ["@Freemail."], { matching_attributes: ["email-src"] }),
  warningList("regex", ["/^CVE-2026-9\\d{3}$/g", "^Mozilla/5\\.0 \\("], {
    matching_attributes: ["vulnerability", "user-agent"],
  }),
];
const INDICATORS = [
  is("IPV4", "198.51.100.7"),
  is("IPV4", "198.51.101.7"),
  is("IPV4", "203.0.113.9"),
  is("IPV4", "176.31.62.78"),
  is("CIDR", "198.51.100.128/25"),
  is("CIDR", "198.51.0.0/16"),
  is("IPV6", "fe80::1"),
  is("IPV6", "3::"),
  is("HOST_PORT", "198.51.100.8:443"),
  is("URL", "http://198.51.100.8/a"),
  is("MD5", "d41d8cd98f00b204e9800998ecf8427e"),
  is("IMPHASH", "d41d8cd98f00b204e9800998ecf8427e"),
  is("DOMAIN", "everyday.example"),
  is("DOMAIN", "a.everyday.example"),
  is("DOMAIN", "bit.example"),
  is("DOMAIN", "orbit.example"),
  is("URL", "https://a.bit.example/x"),
  is("EMAIL", "a@bit.example"),
  is("DOMAIN", "xn--e1afmkfd.example"),
  is("DOMAIN", "abc.onion"),
  is("EMAIL", "somebody@freemail.example"),
  is("DOMAIN", "freemail.example"),
  is("CVE", "CVE-2026-9001"),
  is("CVE", "CVE-2026-90011"),
  is("USER_AGENT", "Mozilla/5.0 (X11)"),
  is("USER_AGENT", "curl/8"),
];
const DOUBTED = [
  "176.31.62.78: List of cidr",
  "198.51.100.128/25: List of cidr",
  "198.51.100.7: List of cidr",
  "198.51.100.8:443: List of cidr",
  "203.0.113.9: List of cidr",
  "CVE-2026-9001: List of regex",
  "Mozilla/5.0 (X11): List of regex",
  "abc.onion: List of hostname",
  "bit.example: List of hostname",
  "d41d8cd98f00b204e9800998ecf8427e: List of string",
  "everyday.example: List of string",
  "fe80::1: List of cidr",
  "https://a.bit.example/x: List of hostname",
  "somebody@freemail.example: List of substring",
  "xn--e1afmkfd.example: List of hostname",
];

test("a list of each type doubts what it names and nothing beside it, whether it came first or the value", async () => {
  await using before = await startGateway();
  const early = await before.soc();
  await early.sendsCard({ indicators: INDICATORS });
  expect((await takesLists(before, ...LISTS)).map(({ doubtful }) => doubtful)).toEqual([6, 2, 4, 1, 2]);
  await judgedUp(before);
  expect(await doubted(early)).toEqual(DOUBTED);

  await using after = await startGateway();
  await takesLists(after, ...LISTS);
  const late = await after.soc();
  await late.sendsCard({ indicators: INDICATORS });
  expect(await doubted(late)).toEqual([]);
  await judgedUp(after);
  expect(await doubted(late)).toEqual(DOUBTED);
});

test("a doubt has the list's name, what it says, and since when it says so; lists are narrowed by it either way", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  await takesLists(world, warningList("cidr", ["198.51.100.0/24"], ADDRESSES));
  world.clock.advance(HOUR);
  await soc.sendsCard({ indicators: [is("IPV4", "198.51.100.7"), is("IPV4", "192.0.2.1"), is("DOMAIN", "a.example")] });
  await judgedUp(world);
  const { indicator } = await soc.gets<{ indicator: Doubted }, object>(
    `{ indicator(type: IPV4, value: "198.51.100.7") { value doubts { list says since } } }`,
  );
  expect(indicator.doubts).toEqual([
    { list: "List of cidr", says: "What cidr says.", since: "2026-03-01T10:00:00.000Z" },
  ]);
  expect(await values(soc, "{ doubtful: true }")).toEqual(["198.51.100.7"]);
  expect(await values(soc, "{ doubtful: false }")).toEqual(["192.0.2.1", "a.example"]);
  expect(await values(soc, "{ doubtful: false, types: [IPV4] }")).toEqual(["192.0.2.1"]);
  expect(await values(soc, "{ doubtful: null }")).toHaveLength(3);
  const centre = await world.nationalCentre();
  expect(await values(centre, "{ doubtful: true }")).toEqual(["198.51.100.7"]);
});

test("a newer version takes the place of the older and judges again; what both say is said since the first", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  await soc.sendsCard({
    indicators: [is("DOMAIN", "a.example"), is("DOMAIN", "b.example"), is("DOMAIN", "c.example")],
  });
  await judgedUp(world);
  const version = (number: number, names: readonly string[]) =>
    warningList("hostname", names, { ...NAMES, version: number });
  expect(await takesLists(world, version(3, ["a.example", "b.example"]))).toEqual([{ is: "NEW", doubtful: 2 }]);
  world.clock.advance(HOUR);
  expect(await takesLists(world, version(3, ["b.example", "a.example"]))).toEqual([{ is: "SAME", doubtful: 2 }]);
  expect(await takesLists(world, version(4, ["b.example", "c.example"]))).toEqual([{ is: "NEWER", doubtful: 2 }]);
  const { indicators } = await soc.gets<{ indicators: { nodes: Doubted[] } }, object>(
    "{ indicators { nodes { value doubts { since } } } }",
  );
  expect(Object.fromEntries(indicators.nodes.map(({ value, doubts }) => [value, doubts]))).toEqual({
    "a.example": [],
    "b.example": [{ since: "2026-03-01T10:00:00.000Z" }],
    "c.example": [{ since: "2026-03-01T11:00:00.000Z" }],
  });
  await expect(takesLists(world, version(3, ["a.example"]))).rejects.toThrow(
    'This is version 3 of the list "List of hostname", and 4 was taken in already',
  );
  await expect(takesLists(world, version(4, ["a.example"]))).rejects.toThrow(
    'Version 4 of the list "List of hostname" was taken in with another content',
  );
  expect(await values(soc, "{ doubtful: true }")).toEqual(["b.example", "c.example"]);
});

test("of lists that are taken in together either all are or none", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  await soc.sendsCard({ indicators: [is("DOMAIN", "a.example"), is("USER_AGENT", `${"a".repeat(40)}!`)] });
  const slow = warningList("regex", ["^(a+)+$"], { matching_attributes: ["user-agent"] });
  await expect(takesLists(world, warningList("hostname", ["a.example"], NAMES), slow)).rejects.toThrow(
    'The regular expression /^(a+)+$/ of the list "List of regex" takes too long for 1 values',
  );
  expect(await world.database.asOwner("select from warning_list")).toEqual([]);
  expect(await values(soc, "{ doubtful: true }")).toEqual([]);
});

test("a regular expression that takes too long for a new value is given up, once, and keeps nothing else waiting", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  const patterns = { matching_attributes: ["user-agent"] };
  await takesLists(
    world,
    warningList("regex", ["^(a+)+$", "!$"], patterns),
    warningList("string", ["b"], { ...patterns, name: "Other" }),
  );
  await soc.sendsCard({ indicators: [is("USER_AGENT", `${"a".repeat(40)}!`), is("USER_AGENT", "b")] });
  await judgedUp(world, new Patterns(200));
  expect(await doubted(soc)).toEqual([`${"a".repeat(40)}!: List of regex`, "b: Other"]);
  const givenUp = () => world.database.asOwner("select pattern from warning_entry where given_up_at is not null");
  expect(await givenUp()).toEqual([{ pattern: "/^(a+)+$/" }]);
  // With a deadline that nothing could keep: it is not tried again.
  await soc.sendsCard({ indicators: [is("USER_AGENT", `${"a".repeat(41)}!`)] });
  await judgedUp(world);
  expect(await doubted(soc)).toContain(`${"a".repeat(41)}!: List of regex`);
  // A version without it judges by the rest, and one with a better one by that.
  const better = warningList("regex", ["^a+!$"], { ...patterns, version: 2 });
  expect(await takesLists(world, better)).toEqual([{ is: "NEWER", doubtful: 2 }]);
  expect(await givenUp()).toEqual([]);
});

test("whether others know a value changes nothing of what a SOC is told, nor when: each waits for its own judgement", async () => {
  await using world = await startGateway();
  const [soc, other, centre] = [await world.soc(), await world.soc(), await world.nationalCentre()];
  await takesLists(world, warningList("cidr", ["198.51.100.0/24"], ADDRESSES));
  await other.sendsCard({ indicators: [is("IPV4", "198.51.100.7")] });
  await judgedUp(world);
  const asked = async () => [await doubted(soc), await values(soc, "{ doubtful: true }"), await values(soc, "{}")];
  expect(await asked()).toEqual([[], [], []]);
  await soc.sendsCard({ indicators: [is("IPV4", "198.51.100.7"), is("IPV4", "198.51.100.8")] });
  expect(await asked()).toEqual([[], [], ["198.51.100.7", "198.51.100.8"]]);
  expect(await values(soc, "{ doubtful: false }")).toEqual(["198.51.100.7", "198.51.100.8"]);
  expect(await doubted(centre)).toEqual(["198.51.100.7: List of cidr"]);
  await judgedUp(world);
  const both = ["198.51.100.7: List of cidr", "198.51.100.8: List of cidr"];
  expect(await asked()).toEqual([both, ["198.51.100.7", "198.51.100.8"], ["198.51.100.7", "198.51.100.8"]]);
  // And what others sight next makes it wait no more.
  await other.sendsCard({ indicators: [is("IPV4", "198.51.100.8")] });
  expect(await doubted(soc)).toEqual(both);
});

test("an owner is told the doubts about what its cards show, and about nothing else", async () => {
  await using world = await startGateway();
  const [owner, stranger] = [await world.owner(), await world.owner()];
  const object = await world.protectedObject({ owner });
  const soc = await world.soc({ covering: [object] });
  await takesLists(world, warningList("hostname", ["example"], NAMES));
  await soc.sendsCard({ affectedObjects: [{ objectId: object.id }], indicators: [is("DOMAIN", "a.example")] });
  await soc.sendsCard({ indicators: [is("DOMAIN", "b.example")] });
  await judgedUp(world);
  expect(await doubted(owner, "{ doubtful: true }")).toEqual(["a.example: List of hostname"]);
  expect(await doubted(stranger)).toEqual([]);
});

test("the gateway judges by itself what was sighted, a second behind the act", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  await takesLists(world, warningList("hostname", ["example"], NAMES));
  await soc.sendsCard({ indicators: [is("DOMAIN", "a.example")] });
  const due = async () => (await world.database.asOwner("select from judgement_due")).length;
  for (let looks = 0; looks < 100 && (await due()) > 0; looks += 1) await ticks(world);
  expect(await doubted(soc)).toEqual(["a.example: List of hostname"]);
});

async function ticks(world: TestGateway): Promise<void> {
  world.clock.advance(1_000);
  await world.database.asOwner("select pg_sleep(0.05)");
}

test("while a list is taken in, acts go on and what they sight is judged by it afterwards", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  await takesLists(world, warningList("hostname", ["a.example"], NAMES));
  const session = await world.database.session();
  try {
    await session.query("begin; select pg_advisory_xact_lock(5800001)");
    const { incident } = await soc.sendsCard({ indicators: [is("DOMAIN", "a.example")] });
    accepted(await soc.amends(incident.id, 1, { indicators: [is("DOMAIN", "a.example"), is("DOMAIN", "b.example")] }));
    await world.database.asOwner("select 1");
    expect(await doubted(soc)).toEqual([]);
    await session.query("commit");
  } finally {
    await session.end();
  }
  await judgedUp(world);
  expect(await doubted(soc)).toEqual(["a.example: List of hostname"]);
});
