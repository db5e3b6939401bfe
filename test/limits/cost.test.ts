import { createClient } from "graphql-ws";
import { describe, expect, test } from "vitest";
import WebSocket from "ws";
import { lentGateway, sharedGateway, startGateway, type TestGateway } from "../support/gateway.js";
import { unique, type Answer, type Person } from "../support/person.js";
import { cardInput } from "../support/inputs.js";

interface Cost {
  readonly estimated: number;
  readonly produced: number;
  readonly limit: number;
  readonly remaining?: number;
}

type Reported = Answer<Record<string, unknown>> & { readonly extensions?: { readonly cost?: Cost } };

/** What a single question over a socket of its own is answered with: every result, in order. */
async function overSocket(
  person: Person,
  query: string,
  variables: Record<string, unknown> = {},
  enough = Infinity,
): Promise<Reported[]> {
  const client = createClient({
    url: `${person.world.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${person.token}` },
    retryAttempts: 0,
  });
  const results: Reported[] = [];
  await new Promise<void>((resolve, reject) => {
    client.subscribe(
      { query, variables },
      {
        next: (result) => {
          results.push(result as Reported);
          if (results.length >= enough) resolve();
        },
        error: (errors) => {
          if (!Array.isArray(errors)) return reject(new Error(JSON.stringify(errors)));
          results.push({ errors });
          resolve();
        },
        complete: resolve,
      },
    );
  });
  await client.dispose();
  return results;
}

function deep(levels: number): string {
  const inside = "incidents { notifications { ".repeat(levels - 1);
  return `{ notifications(first: 1) { nodes { ${inside} incidents { number } ${"} }".repeat(levels - 1)} } } }`;
}

/** A notification of which a SOC has made `count` reports. */
async function withReports(world: TestGateway, count: number): Promise<{ soc: Person; notificationId: string }> {
  const centre = await world.nationalCentre();
  const soc = await world.soc();
  const { threat } = await centre.registersThreat().then((done) => done as { threat: { id: string } });
  const sent = await centre.sendsNotification({ threatId: threat.id, to: { socs: [soc.party("Soc")] } });
  const notificationId = sent.notification.id;
  for (let report = 0; report < count; report += 1) await soc.sendsReport({ notificationIds: [notificationId] });
  return { soc, notificationId };
}

/** More than 4,000 values of a card with 600 indicators. */
const MUCH = ["a", "b", "c"].map((alias) => `${alias}: indicators { type value submitted }`).join(" ");

const TOO_COSTLY = [{ extensions: { code: "QUERY_TOO_COSTLY", limit: 100_000 } }];

/** Each test has parties of its own, and with them buckets of their own. */
const shared = sharedGateway({ settings: { COST_AT_ONCE: "10000000" } });
const strict = sharedGateway({ settings: { MAX_OPERATION_COST: "4000" } });
const poor = sharedGateway({ settings: { COST_AT_ONCE: "8000", COST_PER_MINUTE: "1" } });

describe("what is really produced counts", () => {
  test("a circle of lists ends at the limit, interpreted and compiled, over HTTP and over a socket", async () => {
    const world = shared();
    const { soc } = await withReports(world, 40);
    for (const levels of [2, 3, 4, 5])
      // The second time and later it is compiled.
      for (let time = 0; time < (levels === 3 ? 1 : 3); time += 1) {
        const answer: Reported =
          time === 2 ? ((await overSocket(soc, deep(levels)))[0] ?? {}) : await soc.asks(deep(levels));
        if (levels < 4) {
          expect(answer.errors).toBeUndefined();
          expect(answer.extensions?.cost?.produced).toBeGreaterThan(40 ** levels);
          expect(answer.extensions?.cost?.produced).toBeLessThan(1.2 * 40 ** levels);
        } else {
          expect(answer.errors).toMatchObject(TOO_COSTLY);
          expect(answer.data).toBeUndefined();
        }
      }
    expect((await soc.gets<{ me: { name: string } }, object>("{ me { name } }")).me.name).toBeTruthy();
  });

  test("past the limit nothing more is read, and a mutation after it does not begin", async () => {
    const world = strict();
    const soc = await world.soc();
    const indicators = Array.from({ length: 600 }, (_, index) => ({ type: "OTHER" as const, value: `sign ${index}` }));
    const { incident } = await soc.sendsCard({ indicators });
    const review = (key: string): string =>
      `reviewSeverity(input: { submissionKey: "${key}", incidentId: "${incident.id}", severity: LOW, reason: "x" })`;
    const query = `mutation { a: ${review(unique("key"))} { ... on SeverityReviewAccepted { incident { card { ${MUCH} } } } }
      b: ${review(unique("key"))} { __typename } }`;
    const { data, errors } = await soc.asks(query);
    expect(errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COSTLY", limit: 4_000 } }]);
    expect(data).toBeUndefined();
    const reviews = await world.database.asOwner(
      "select count(*)::int as count from severity_review r join incident i on i.id = r.incident_id where i.number = $1",
      [incident.number],
    );
    expect(reviews).toEqual([{ count: 1 }]);
  });

  test("an answer of too many bytes is refused, whatever it is made of", async () => {
    await using world = await startGateway({ settings: { MAX_ANSWER_BYTES: "8000" } });
    const soc = await world.soc();
    const { incident } = await soc.sendsCard({ nature: "ы".repeat(1_500) });
    const query = (fields: string): string => `{ incident(number: "${incident.number}") { ${fields} } }`;
    expect((await soc.asks(query("card { nature }"))).errors).toBeUndefined();
    for (const answer of [
      await soc.asks<object, object>(query("card { a: nature b: nature c: nature }")),
      ...(await overSocket(soc, query("card { a: nature b: nature c: nature }"))),
    ]) {
      expect(answer.errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COSTLY", limit: 8_000 } }]);
      expect(answer.data).toBeUndefined();
    }
  });

  test("a frame that is too large has its cursor and the reason, and the feed goes on", async () => {
    const world = strict();
    const soc = await world.soc();
    await using watch = await soc.watchIncidents();
    const frames = overSocket(
      soc,
      `subscription { incidentFeed(after: "ZmVlZDow") { incident { number card { ${MUCH} } } } }`,
      {},
      2,
    );
    const indicators = Array.from({ length: 600 }, (_, index) => ({ type: "OTHER" as const, value: `sign ${index}` }));
    const large = await soc.sendsCard({ indicators });
    expect((await watch.next()).incident.id).toBe(large.incident.id);
    const { cursor } = watch;
    const small = await soc.sendsCard();
    const reported = await frames;
    expect(reported).toMatchObject([
      { errors: [{ extensions: { code: "QUERY_TOO_COSTLY", limit: 4_000 } }], extensions: { cursor } },
      { data: { incidentFeed: { incident: { number: small.incident.number } } } },
    ]);
    expect(reported[0]?.data).toBeUndefined();
  });
});

describe("what is estimated cannot be talked down", () => {
  test("neither a negative page nor @skip pays for the fields beside it", async () => {
    const world = shared();
    const soc = await world.soc();
    const heavy = Array.from(
      { length: 12 },
      (_, index) =>
        `a${index}: incidents(first: 100) { nodes { obligations { incident { obligations { rule dueAt standing } } } } }`,
    ).join(" ");
    for (const paying of [
      "n: incidents(first: -10000000) @skip(if: $s) { nodes { id number type } }",
      "n: incidents(last: -99999999) @include(if: false) { nodes { id number type } }",
      "... @skip(if: $s) { n: incidents(first: -10000000) { nodes { id } } }",
    ]) {
      const query = `query ($s: Boolean = true) { me @skip(if: $s) { name } ${paying} ${heavy} }`;
      expect((await soc.asks(query)).errors, paying).toMatchObject(TOO_COSTLY);
    }
  });

  test("99 aliases of introspection are refused, one is not", async () => {
    const world = shared();
    const soc = await world.soc();
    const one = "__schema { types { name fields { name args { name type { name ofType { name } } } type { name } } } }";
    expect((await soc.asks(`{ ${one} }`)).errors).toBeUndefined();
    const many = Array.from({ length: 99 }, (_, index) => `a${index}: ${one}`).join(" ");
    expect((await soc.asks(`{ ${many} }`)).errors).toMatchObject(TOO_COSTLY);
  });
});

describe("the cost is stated", () => {
  test("in every answer, over both doors", async () => {
    const world = poor();
    const soc = await world.soc();
    await soc.sendsReport();
    const query = "{ incidents(first: 10) { nodes { number soc { code } } } }";
    for (const { extensions } of [
      await soc.asks<object, object>(query),
      ...(await overSocket(soc, query)),
    ] as Reported[]) {
      expect(extensions?.cost).toEqual({
        estimated: 2 + 10 * 3,
        produced: 2 + 3,
        limit: 100_000,
        remaining: expect.any(Number),
      });
      expect(extensions?.cost?.remaining).toBeLessThan(8_000);
    }
  });
});

// Each refusal is held back for a second.
describe.concurrent("a party's bucket", () => {
  const QUERY = "{ __schema { types { name } } }";

  async function emptied(person: Person): Promise<void> {
    for (let time = 0; time < 20; time += 1) {
      const { errors } = await person.asks(QUERY);
      if (errors) return expect(errors[0]?.extensions).toMatchObject({ code: "RATE_LIMITED" });
    }
    throw new Error("never empty");
  }

  test("is emptied by readings, says for how long, in every language and over both doors; other parties go on", async () => {
    const world = poor();
    const [soc, other] = [await world.soc(), await world.soc()];
    await emptied(soc);
    const words = new Set<string>();
    const refusals = await Promise.all((["kk", "ru", "en"] as const).map((one) => soc.speaking(one).asks(QUERY)));
    for (const { status, errors } of refusals) {
      expect(status).toBe(429);
      expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) } }]);
      words.add(errors?.[0]?.message ?? "");
    }
    expect(words.size).toBe(3);
    const feed = `subscription { incidentFeed { cursor incident { number obligations { rule dueAt standing kind startsAt } } } }`;
    for (const [reported] of await Promise.all([overSocket(soc, QUERY), overSocket(soc, feed)]))
      expect(reported?.errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
    expect((await other.asks(QUERY)).errors).toBeUndefined();
  });

  test("has room for colleagues of who emptied an own one, and for every duty", async () => {
    const world = poor();
    const soc = await world.soc();
    const colleague = await world.person(soc.partyId, "SOC_OPERATOR");
    await emptied(soc);
    expect((await colleague.asks("{ incidents(first: 10) { nodes { number } } }")).errors).toBeUndefined();
    expect((await soc.sendsReport()).incident.number).toBeTruthy();
  });

  test("is charged for documents that are new, whether they are valid or not", async () => {
    const world = poor();
    const soc = await world.soc();
    const socket = (index: number) => overSocket(soc, `{ me { nonsense } } # ${index} ${"x".repeat(900)}`);
    const codes: (string | undefined)[] = [];
    for (let index = 0; index < 12 && codes.at(-1) !== "RATE_LIMITED"; index += 1)
      codes.push((await socket(index))[0]?.errors?.[0]?.extensions.code);
    expect(codes.slice(0, 2)).toEqual(["GRAPHQL_VALIDATION_FAILED", "GRAPHQL_VALIDATION_FAILED"]);
    expect(codes.at(-1)).toBe("RATE_LIMITED");
    expect((await soc.sendsReport()).incident.number).toBeTruthy();
  });

  test("is charged for operations that cannot be carried out, apart from every other", async () => {
    const world = poor();
    const soc = await world.soc();
    const question = "query ($first: Int!) { incidents(first: $first) { nodes { number } } }";
    const answers: Awaited<ReturnType<typeof soc.asks>>[] = [];
    for (let time = 0; time < 9; time += 1) answers.push(await soc.asks(question, { first: "ten" }));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes).toEqual([...Array.from({ length: 8 }, () => "BAD_USER_INPUT"), "RATE_LIMITED"]);
    expect(answers.at(-1)).toMatchObject({ status: 429, errors: [{ extensions: { retryAfterSeconds: expect.any(Number) } }] }); // prettier-ignore
    const [reported] = await overSocket(soc, "query ($first: Int!) { incidents(first: $first) { nodes { id } } }");
    expect(reported?.errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
    expect((await soc.asks(question, { first: 10 })).errors).toBeUndefined();
    expect((await soc.sendsReport()).incident.number).toBeTruthy();
  });
});

test("acts of one body that are given the same large input are charged for it each, and a report still passes", async () => {
  await using world = await lentGateway({ settings: { COST_AT_ONCE: "40000", COST_PER_MINUTE: "1" } });
  const soc = await world.soc();
  const indicators = Array.from({ length: 2_000 }, (_, n) => ({
    type: "DOMAIN" as const,
    value: `host-${n}.of-some-length.example`,
  }));
  const acts = (count: number): string =>
    `mutation ($input: SubmitIncidentCardInput!) {
       ${Array.from({ length: count }, (_, n) => `a${n}: submitIncidentCard(input: $input) { __typename }`).join(" ")} }`;
  const input = () => ({ submissionKey: unique("key"), card: cardInput(world.clock.now(), { indicators }) });
  expect(await soc.asks(acts(1), { input: input() })).not.toHaveProperty("errors");
  expect(await soc.asks(acts(2), { input: input() })).not.toHaveProperty("errors");
  expect(await soc.asks(acts(20), { input: input() })).toMatchObject({
    errors: [{ extensions: { code: "RATE_LIMITED" } }],
  });
  await soc.sendsReport();
});

test("each act of an operation costs, carried out or not, and so does each error of an answer", async () => {
  await using world = await lentGateway({ settings: { COST_AT_ONCE: "40000", COST_PER_MINUTE: "1" } });
  const soc = await world.soc();
  const reader = await world.person(soc.partyId, "SOC_READER");
  const acts = Array.from({ length: 20 }, (_, n) => `a${n}: revokeToken(input: { tokenId: "none" }) { __typename }`);
  const remaining = async (document: string): Promise<number> => {
    const answer = (await reader.asks(document)) as { extensions?: { cost?: { remaining: number } } };
    return answer.extensions?.cost?.remaining ?? Number.NaN;
  };
  const before = await remaining(`mutation { ${acts[0]} }`);
  expect(before - (await remaining(`mutation { ${acts.join(" ")} }`))).toBeGreaterThan(20 * 200);
  const [first, afterAnswer, afterError] = [
    await remaining("{ me { id } }"),
    await remaining("{ me { id } }"),
    await remaining("{ actors(first: 0) { nodes { id } } }"),
  ];
  expect(afterAnswer - afterError).toBeGreaterThanOrEqual(first - afterAnswer + 50);
});
