import { expect, test } from "vitest";
import type { IndicatorInput } from "../../schema/operations.generated.js";
import { HOUR } from "../../src/domain/instant.js";
import { startGateway, type TestGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";

/** Indicators as things: one value in one question, lists of them, and whose rows they are made of. */

const domain = (value: string): IndicatorInput => ({ type: "DOMAIN", value });
const url = (value: string): IndicatorInput => ({ type: "URL", value });
const ipv4 = (value: string): IndicatorInput => ({ type: "IPV4", value });
const network = (value: string): IndicatorInput => ({ type: "CIDR", value });

interface Value {
  readonly id: string;
  readonly value: string;
  readonly sightings: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly host: { readonly value: string } | null;
  readonly under: readonly { readonly value: string }[];
  readonly networks: readonly { readonly value: string }[];
  readonly incidents: { readonly nodes: readonly { readonly number: string }[] };
}
const ALL = `id type value firstSeen lastSeen sightings host { value } under { value sightings } networks { value sightings }
  incidents { nodes { number } pageInfo { hasNextPage } }`;

async function one(person: Person, type: string, value: string): Promise<Value | null> {
  const query = `query ($type: IndicatorType!, $value: String!) { indicator(type: $type, value: $value) { ${ALL} } }`;
  return (await person.gets<{ indicator: Value | null }, object>(query, { type, value })).indicator;
}

async function listed(person: Person, args = ""): Promise<string[]> {
  const { indicators } = await person.gets<{ indicators: { nodes: Value[] } }, object>(
    `{ indicators${args === "" ? "" : `(${args})`} { nodes { value } } }`,
  );
  return indicators.nodes.map(({ value }) => value);
}

async function refusal(person: Person, query: string): Promise<unknown> {
  const { errors } = await person.asks<object, object>(query);
  return errors?.map(({ message, extensions }) => [message, extensions?.["code"], extensions?.["path"]]);
}

async function twoSocs(world: TestGateway) {
  const [centre, soc, other] = [await world.nationalCentre(), await world.soc(), await world.soc()];
  const { incident: first } = await soc.sendsCard({
    indicators: [
      domain("bank.example"),
      url("http://login.bank.example/a"),
      ipv4("198.51.100.7"),
      network("198.51.100.0/24"),
    ],
  });
  world.clock.advance(HOUR);
  const { incident: second } = await soc.sendsCard({ indicators: [domain("bank.example"), domain("cdn.example")] });
  world.clock.advance(HOUR);
  const { incident: third } = await other.sendsCard({
    indicators: [domain("bank.example"), domain("mail.bank.example"), ipv4("198.51.100.9"), network("198.51.0.0/16")],
  });
  return { centre, soc, other, first, second, third };
}

test("everything about one value is one question, in any spelling of it", async () => {
  await using world = await startGateway();
  const { soc, centre, first, second, third } = await twoSocs(world);
  const mine = await one(soc, "DOMAIN", "Bank[.]example.");
  expect(mine).toMatchObject({
    value: "bank.example",
    sightings: 2,
    firstSeen: "2026-03-01T10:00:00.000Z",
    lastSeen: "2026-03-01T11:00:00.000Z",
    host: null,
    under: [{ value: "http://login.bank.example/a", sightings: 1 }],
    networks: [],
    incidents: { nodes: [{ number: second.number }, { number: first.number }], pageInfo: { hasNextPage: false } },
  });
  const everybodys = await one(centre, "DOMAIN", "bank.example");
  expect(everybodys).toMatchObject({
    id: mine?.id,
    sightings: 3,
    lastSeen: "2026-03-01T12:00:00.000Z",
    under: [{ value: "mail.bank.example" }, { value: "http://login.bank.example/a" }],
    incidents: { nodes: [{ number: third.number }, { number: second.number }, { number: first.number }] },
  });
  const { node } = await soc.gets<{ node: Value }, object>(
    `{ node(id: "${mine?.id}") { ... on IndicatorValue { value sightings } } }`,
  );
  expect(node).toEqual({ value: "bank.example", sightings: 2 });
});

test("a URL has its host, a network what lies in it, an address the networks around it, as far as one sees them", async () => {
  await using world = await startGateway();
  const { soc, centre } = await twoSocs(world);
  expect(await one(soc, "URL", "http://login.bank.example/a")).toMatchObject({ host: null });
  await soc.sendsCard({ indicators: [domain("login.bank.example"), url("http://198.51.100.7:8080/b")] });
  expect(await one(soc, "URL", "hxxp://login.bank.example/a")).toMatchObject({ host: { value: "login.bank.example" } });
  expect(await one(soc, "URL", "http://198.51.100.7:8080/b")).toMatchObject({
    host: { value: "198.51.100.7" },
    networks: [{ value: "198.51.100.0/24" }],
  });
  expect(await one(soc, "IPV4", "198.51.100.7")).toMatchObject({
    under: [{ value: "http://198.51.100.7:8080/b" }],
    networks: [{ value: "198.51.100.0/24", sightings: 1 }],
  });
  expect(await one(centre, "IPV4", "198.51.100.7")).toMatchObject({
    networks: [{ value: "198.51.100.0/24" }, { value: "198.51.0.0/16" }],
  });
  const within = await one(soc, "CIDR", "198.51.100.128/24");
  expect(within?.under.map(({ value }) => value).toSorted()).toEqual(["198.51.100.7", "http://198.51.100.7:8080/b"]);
});

test("a list is narrowed by type, time, number, name and network, all of them together", async () => {
  await using world = await startGateway();
  const { soc, centre } = await twoSocs(world);
  const sorted = async (person: Person, args: string) => (await listed(person, args)).toSorted();
  expect(await sorted(soc, "")).toEqual([
    "198.51.100.0/24",
    "198.51.100.7",
    "bank.example",
    "cdn.example",
    "http://login.bank.example/a",
  ]);
  expect(await sorted(soc, "filter: { types: [IPV4, URL] }")).toEqual(["198.51.100.7", "http://login.bank.example/a"]);
  expect(await sorted(centre, "filter: { types: [IPV4] }")).toEqual(["198.51.100.7", "198.51.100.9"]);
  expect(await listed(soc, "filter: { atLeastSightings: 2 }")).toEqual(["bank.example"]);
  expect(await listed(centre, "filter: { atLeastSightings: 3 }, sortBy: MOST_SIGHTINGS")).toEqual(["bank.example"]);
  expect(await sorted(soc, 'filter: { seen: { from: "2026-03-01T10:30:00Z" } }')).toEqual([
    "bank.example",
    "cdn.example",
  ]);
  // Before and after, but not then.
  const between = 'seen: { from: "2026-03-01T10:30:00Z", before: "2026-03-01T10:45:00Z" }';
  expect(await listed(soc, `filter: { ${between} }`)).toEqual([]);
  expect(await listed(centre, `filter: { ${between} }`)).toEqual([]);
  expect(await sorted(soc, 'filter: { under: "EXAMPLE" }')).toEqual([
    "bank.example",
    "cdn.example",
    "http://login.bank.example/a",
  ]);
  expect(await sorted(centre, 'filter: { under: "bank[.]example", types: [DOMAIN] }')).toEqual([
    "bank.example",
    "mail.bank.example",
  ]);
  expect(await sorted(soc, 'filter: { within: "198.51.0.0/16" }')).toEqual(["198.51.100.0/24", "198.51.100.7"]);
  expect(await sorted(centre, 'filter: { within: "198.51.100.9" }')).toEqual(["198.51.100.9"]);
  expect(await listed(soc, 'filter: { within: "198.51.100.0/24", under: "example" }')).toEqual([]);
});

test("a list is paged by cursors of its own order, in both orders and both directions, without a gap", async () => {
  await using world = await startGateway();
  const { soc, centre } = await twoSocs(world);
  for (const person of [soc, centre])
    for (const order of ["LAST_SEEN", "MOST_SIGHTINGS"]) {
      const whole = await listed(person, `sortBy: ${order}`);
      expect(whole).toHaveLength(person === soc ? 5 : 8);
      for (const [size, cursor, forward] of [
        ["first: 2", "after", true],
        ["last: 2", "before", false],
      ] as const) {
        const seen: string[] = [];
        let at: string | null = null;
        for (;;) {
          const from: string = at === null ? "" : `, ${cursor}: "${at}"`;
          const { indicators } = await person.gets<{ indicators: { nodes: Value[]; pageInfo: Page } }, object>(
            `{ indicators(sortBy: ${order}, ${size}${from}) { nodes { value }
               pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
          );
          const values = indicators.nodes.map(({ value }) => value);
          if (forward) seen.push(...values);
          else seen.unshift(...values);
          const { pageInfo } = indicators;
          if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
          at = forward ? pageInfo.endCursor : pageInfo.startCursor;
        }
        expect({ order, size, seen }).toEqual({ order, size, seen: whole });
      }
    }
  const { indicators } = await soc.gets<{ indicators: { pageInfo: Page } }, object>(
    "{ indicators(first: 1) { pageInfo { endCursor } } }",
  );
  const other = `{ indicators(first: 1, sortBy: MOST_SIGHTINGS, after: "${indicators.pageInfo.endCursor}") { nodes { value } } }`;
  expect(await refusal(soc, other)).toEqual([[expect.any(String), "BAD_USER_INPUT", ["after"]]]);
});

interface Page {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

test("the incidents of a value are paged", async () => {
  await using world = await startGateway();
  const { centre, third, second, first } = await twoSocs(world);
  const numbers: string[] = [];
  let after = "null";
  for (let page = 0; page < 3; page += 1) {
    const { indicator } = await centre.gets<
      {
        indicator: {
          incidents: { totalCount: { value: number }; edges: { cursor: string; node: { number: string } }[] };
        };
      },
      object
    >(
      `{ indicator(type: DOMAIN, value: "bank.example") { incidents(first: 1, after: ${after}) { totalCount { value } edges { cursor node { number } } } } }`,
    );
    expect(indicator.incidents.totalCount.value).toBe(3);
    for (const { cursor, node } of indicator.incidents.edges) {
      numbers.push(node.number);
      after = JSON.stringify(cursor);
    }
  }
  expect(numbers).toEqual([third.number, second.number, first.number]);
});

test("what another SOC's cards say changes nothing of a SOC's answers", async () => {
  await using world = await startGateway();
  const { soc, other } = await twoSocs(world);
  const asked = async () => {
    const { data } = await soc.asks<object, object>(`{
      last: indicators { nodes { ${ALL} } pageInfo { hasNextPage endCursor } }
      most: indicators(sortBy: MOST_SIGHTINGS, first: 3) { edges { cursor node { value } } pageInfo { hasNextPage endCursor } }
      zone: indicators(filter: { under: "example" }) { nodes { value sightings } }
      net: indicators(filter: { within: "198.51.0.0/16" }) { nodes { value sightings } }
      unseen: indicator(type: DOMAIN, value: "mail.bank.example") { value }
      nobodys: indicator(type: DOMAIN, value: "nobody.example") { value }
    }`);
    return JSON.stringify(data);
  };
  const before = await asked();
  expect(before).toContain('"unseen":null,"nobodys":null');
  world.clock.advance(HOUR);
  const { incident } = await other.sendsCard({
    indicators: [
      domain("bank.example"),
      domain("cdn.example"),
      domain("x.bank.example"),
      ipv4("198.51.100.7"),
      network("198.51.100.0/25"),
      url("http://login.bank.example/a"),
      domain("nobody.example"),
    ],
  });
  accepted(await other.amends(incident.id, 1, { indicators: [domain("cdn.example"), ipv4("198.51.100.8")] }));
  expect(await asked()).toBe(before);
  const theirs = await one(other, "DOMAIN", "cdn.example");
  const { node } = await soc.gets<{ node: { sightings: number } }, object>(
    `{ node(id: "${theirs?.id}") { ... on IndicatorValue { sightings } } }`,
  );
  expect(node).toEqual({ sightings: 1 });
});

test("an owner finds the values of the cards that it sees, as it last saw them, and no others", async () => {
  await using world = await startGateway();
  const [first, second] = [await world.owner(), await world.owner()];
  const mine = await world.protectedObject({ owner: first });
  const theirs = await world.protectedObject({ owner: second });
  const soc = await world.soc({ covering: [mine, theirs] });
  const { incident } = await soc.sendsCard({
    affectedObjects: [{ objectId: mine.id }],
    indicators: [domain("mine.example"), url("http://a.mine.example/")],
  });
  world.clock.advance(HOUR);
  accepted(
    await soc.amends(incident.id, 1, {
      affectedObjects: [{ objectId: theirs.id }],
      indicators: [domain("theirs.example")],
    }),
  );
  expect((await listed(first)).toSorted()).toEqual(["http://a.mine.example/", "mine.example"]);
  expect(
    (
      await listed(
        first,
        'filter: { under: "mine.example", seen: { from: "2026-03-01T10:00:00Z", before: "2026-03-02T00:00:00Z" } }, sortBy: MOST_SIGHTINGS',
      )
    ).toSorted(),
  ).toEqual(["http://a.mine.example/", "mine.example"]);
  expect(await listed(second)).toEqual(["theirs.example"]);
  expect(await one(first, "DOMAIN", "mine.example")).toMatchObject({
    sightings: 1,
    under: [{ value: "http://a.mine.example/" }],
    incidents: { nodes: [{ number: incident.number }] },
  });
  expect(await one(first, "DOMAIN", "theirs.example")).toBeNull();
  expect(await one(second, "DOMAIN", "mine.example")).toBeNull();
});

test("a value that is not of its type, a name and a network that are none are refused, each with its sentence", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  expect(await refusal(soc, '{ indicator(type: IPV4, value: "010.0.0.1") { value } }')).toEqual([
    [expect.stringMatching(/does not match type IPV4/), "BAD_USER_INPUT", ["value"]],
  ]);
  expect(await refusal(soc, '{ indicators(filter: { under: "a b" }) { nodes { value } } }')).toEqual([
    [expect.stringMatching(/does not match type DOMAIN/), "BAD_USER_INPUT", ["filter", "under"]],
  ]);
  expect(await refusal(soc, '{ indicators(filter: { under: "198.51.100.7" }) { nodes { value } } }')).toEqual([
    [expect.stringMatching(/does not match type DOMAIN/), "BAD_USER_INPUT", ["filter", "under"]],
  ]);
  expect(await refusal(soc, '{ indicators(filter: { within: "198.51.100.0/40" }) { nodes { value } } }')).toEqual([
    [expect.stringMatching(/does not match type CIDR/), "BAD_USER_INPUT", ["filter", "within"]],
  ]);
});
