import { describe, expect, test } from "vitest";
import { instant, HOUR } from "../../src/domain/instant.js";
import { IncidentsDocument, MeDocument, SubmitIncidentCardDocument } from "../../schema/operations.generated.js";
import { lentGateway, sharedGateway, startGateway } from "../support/gateway.js";
import { LANGUAGES } from "../support/person.js";
import { cardInput } from "../support/inputs.js";

const AT = "2026-03-01T10:00:00Z";
const NOW = instant(Date.parse(AT));

/** For all that ask of their own SOC alone and let the clock stand. */
const shared = sharedGateway({ at: AT });

const CARD = `mutation Card($input: SubmitIncidentCardInput!) { submitIncidentCard(input: $input) { __typename } }`;

/** Faults of form, as variables: what is wrong and where. */
const MALFORMED: readonly (readonly [what: string, changes: object, path: string])[] = [
  ["an unknown enum value", { severity: "SEVERE" }, "input.card.severity"],
  ["an enum value of another type", { severity: 4 }, "input.card.severity"],
  ["a missing field", { nature: undefined }, "input.card.nature"],
  ["a null field", { nature: null }, "input.card.nature"],
  ["an unknown field", { colour: "red" }, "input.card.colour"],
  ["a text that is a number", { nature: 5 }, "input.card.nature"],
  ["an instant without an offset", { confirmedAt: "2026-03-01T10:00:00" }, "input.card.confirmedAt"],
  ["a day that does not exist", { registeredOn: "2026-02-30" }, "input.card.registeredOn"],
  ["an indicator without its value", { indicators: [{ type: "IPV4" }] }, "input.card.indicators.0.value"],
  ["an object that is a text", { affectedObjects: "here" }, "input.card.affectedObjects"],
];

describe("what has the wrong form is refused with its path in three languages, before anything runs", () => {
  test.each(MALFORMED)("%s", async (_what, changes, path) => {
    const soc = await shared().soc();
    const input = { submissionKey: "form", card: { ...cardInput(NOW), ...changes } };
    const messages = [];
    for (const language of LANGUAGES) {
      const { status, data, errors } = await soc.speaking(language).asks(CARD, { input });
      expect(status).toBe(400);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: path.split(".") } }]);
      messages.push(errors?.[0]?.message);
    }
    expect(new Set(messages).size).toBe(3);
  });
});

test("a literal in the document is judged like a variable, once", async () => {
  const soc = await shared().soc();
  const { status, errors } = await soc.speaking("ru").asks(
    `mutation { reportIncident(input: { submissionKey: "k", type: "RANSOMWARE", confirmedAt: "yesterday", summary: 3,
       affectedObjects: [{}] }) { __typename } }`,
  );
  expect(status).toBe(400);
  expect(errors?.map(({ extensions }) => extensions.path?.join("."))).toEqual([
    "input.confirmedAt",
    "input.type",
    "input.summary",
  ]);
  expect(errors?.every(({ message }) => /[а-я]/.test(message))).toBe(true);
});

test("an unknown, expired or revoked token gets a message in the caller's language", async () => {
  await using world = await lentGateway();
  const soc = await world.soc();
  const stale = await world.person(soc.partyId, "SOC_OPERATOR", instant(world.clock.now() + HOUR));
  const revoked = await world.person(soc.partyId, "SOC_OPERATOR");
  await world.revoke(revoked);
  world.clock.advance(HOUR);
  for (const person of [stale, revoked, soc.withToken("unknown"), soc.withToken("two words")]) {
    const messages = [];
    for (const language of LANGUAGES) {
      const { status, errors } = await person.speaking(language).asks(MeDocument, {});
      expect(status).toBe(401);
      expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
      messages.push(errors?.[0]?.message);
    }
    expect(new Set(messages).size).toBe(3);
  }
  const { errors } = await soc.withToken("").asks(MeDocument, {});
  expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});

test("a body over the limit is refused with the limit, and the process stays up", async () => {
  const soc = await shared().soc();
  const { status, errors } = await soc.speaking("kk").asks("{ me { name } }", { filler: "x".repeat(4 * 1024 * 1024) });
  expect(status).toBe(413);
  expect(errors).toMatchObject([
    { message: expect.stringContaining("4194304"), extensions: { code: "BODY_TOO_LARGE" } },
  ]);
  expect((await soc.gets(MeDocument, {})).me.name).toBeTruthy();
});

test("a number or an id that can be none finds nothing", async () => {
  const soc = await shared().soc();
  for (const number of ["", "\u0000", "%", "x".repeat(100_000), "\uD800"]) {
    expect(await soc.gets("query ($number: String!) { incident(number: $number) { id } }", { number })).toEqual({
      incident: null,
    });
    expect(await soc.gets("query ($id: ID!) { node(id: $id) { id } }", { id: number })).toEqual({ node: null });
    const receipt = "query ($key: String!) { receipt(submissionKey: $key) { id } }";
    expect(await soc.gets(receipt, { key: number })).toEqual({ receipt: null });
  }
});

test("a variable that graphql would lose is refused before it is lost", async () => {
  const centre = await shared().nationalCentre();
  const query = "query Few($__proto__: Int) { incidents(first: $__proto__) { nodes { id } } }";
  const { data, errors } = await centre.asks(query, JSON.parse('{"__proto__": 0}') as object);
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    { message: expect.stringContaining("$__proto__"), extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
  ]);
});

test("a variable that has a default may be left out, however often it is asked for", async () => {
  const soc = await shared().soc();
  await soc.sendsReport();
  const asked = `query ($first: Int! = 1, $order: IncidentOrder! = OLDEST_FIRST, $filter: IncidentFilter! = {}) {
    incidents(first: $first, orderBy: $order, filter: $filter) { nodes { __typename } }
  }`;
  for (let count = 0; count < 3; count += 1)
    expect(await soc.asks(asked)).toMatchObject({ data: { incidents: { nodes: [{ __typename: "Incident" }] } } });
});

test("any name is an alias, and keeps its place, however often it is asked for", async () => {
  const centre = await shared().nationalCentre();
  const query = "{ toString: __typename __proto__: me { __proto__: name constructor: name } then: __typename }";
  for (let time = 0; time < 3; time += 1) {
    const { data } = await centre.asks<object, object>(query);
    expect(JSON.stringify(data)).toMatch(
      /^\{"toString":"Query","__proto__":\{"__proto__":"(actor-\S+)","constructor":"\1"\},"then":"Query"\}$/,
    );
  }
});

test("a list's cursor that is none, and a page that is too large, are named", async () => {
  const soc = await shared().soc();
  for (const after of [
    "nonsense",
    "",
    Buffer.from('["a","b"]').toString("base64url"),
    Buffer.from("[1]").toString("base64url"),
  ]) {
    const { errors } = await soc.asks(IncidentsDocument, { after });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["after"] } }]);
  }
  const { errors } = await soc.asks(IncidentsDocument, { first: 101 });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", path: ["first"] } }]);
});

test("an operation that is too large is refused by its measure, over HTTP", async () => {
  const soc = await shared().soc();
  const aliases = Array.from({ length: 101 }, (_, index) => `a${index}: me { name }`).join(" ");
  const deep = `{ incidents { nodes { ${"obligations { incident { ".repeat(12)} id ${"} }".repeat(12)} } } }`;
  const tokens = `{ me { ${"name ".repeat(20_000)} } }`;
  const wide = `{ incidents(first: 100) { nodes { ${"obligations { incident { ".repeat(3)} cardRevisions { indicators { value } } ${"} }".repeat(3)} } } }`;
  for (const query of [`{ ${aliases} }`, deep, tokens, wide]) {
    const { errors } = await soc.asks(query);
    expect(errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COSTLY" } }]);
  }
});

test("an error of ours shows its request's id alone", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  await world.database.asOwner("alter table incident_card rename to mislaid");
  const input = { submissionKey: "unlucky", card: cardInput(world.clock.now()) };
  const { data, errors } = await soc.asks(SubmitIncidentCardDocument, { input });
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR", requestId: expect.any(String) } }]);
  expect(errors?.[0]?.message).toContain(errors?.[0]?.extensions.requestId);
  expect(JSON.stringify(errors)).not.toContain("incident_card");
  await world.database.asOwner("alter table mislaid rename to incident_card");
  const again = await soc.gets(SubmitIncidentCardDocument, { input });
  expect(again.submitIncidentCard.__typename).toBe("CardAccepted");
  expect(await world.database.asOwner("select count(*)::int as count from incident")).toEqual([{ count: 1 }]);
});

test("an operation that would be answered with too many rows ends when it is seen, and the process stays up", async () => {
  await using world = await startGateway({ settings: { MAX_OPERATION_COST: "2000" } });
  const soc = await world.soc();
  const indicators = Array.from({ length: 400 }, (_, index) => ({ type: "OTHER" as const, value: `sign ${index}` }));
  await soc.sendsCard({ indicators });
  const ask = (aliases: number): string =>
    `{ ${Array.from({ length: aliases }, (_, index) => `a${index}: incidents(first: 1) { nodes { card { indicators { value } } } }`).join(" ")} }`;
  expect((await soc.asks(ask(4))).errors).toBeUndefined();
  expect((await soc.asks(ask(5))).errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COSTLY" } }]);
});

test("fields that outlive a failed answer hold no session of the pool", async () => {
  const world = shared();
  const soc = await world.soc();
  const query = "{ incidents(first: 101) { nodes { id } } protectedObjects { nodes { owner { code } } } }";
  for (let count = 0; count < 20; count += 1)
    expect((await soc.asks(query)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect((await soc.gets(MeDocument, {})).me.name).toBeTruthy();
});
