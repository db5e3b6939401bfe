import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Habits } from "../../src/operation/habits.js";
import { LookAhead } from "../../src/operation/look-ahead.js";
import { LEADS } from "../../src/operation/stores.js";
import { Session } from "../../src/platform/session.js";
import type { Person } from "../support/person.js";
import { makeSecret, type Secret } from "../support/secret.js";
import { schema, walk } from "../support/whole-walk.js";

let secret: Secret;
let people: Readonly<Record<string, Person>>;
const habits = vi.spyOn(Habits.prototype, "isOne").mockReturnValue(true);
beforeAll(async () => {
  secret = await makeSecret();
  const { world, soc, owner } = secret;
  const centre = await world.nationalCentre("CENTRE_ADMINISTRATOR");
  await world.giveRoles(centre, ["CENTRE_ADMINISTRATOR", "CENTRE_OPERATOR"]);
  people = { centre, soc, owner };
});
afterAll(async () => {
  habits.mockRestore();
  await secret.end();
});

/** The statements of the snapshot in which a question is answered, and the answer. */
async function statementsOf(person: Person, query: string, variables: object = {}) {
  const sent = vi.spyOn(Session.prototype, "query");
  try {
    const { data, errors } = await person.asks(query, variables);
    const { calls, contexts } = sent.mock;
    const snapshot = contexts[calls.findIndex(([sql]) => /from (owner_)?incident i\b/.test(sql))];
    // Who asks is looked up beside the first statement.
    const statements = calls.flatMap(([sql], place) =>
      contexts[place] === snapshot && !sql.includes("find_token") ? [sql] : [],
    );
    return { answer: { data, errors }, statements };
  } finally {
    sent.mockRestore();
  }
}

/** The same without what is foreseen. */
async function unforeseen<T>(ask: () => Promise<T>): Promise<T> {
  const ahead = vi.spyOn(LookAhead.prototype, "askWith").mockImplementation((_steps, _loaders, question) => question());
  try {
    return await ask();
  } finally {
    ahead.mockRestore();
  }
}

/**
 * Answers to queries as they were sent, without what names one attempt among many and without their cost. Frames, of which as many
 * come as there is time for, have no status.
 */
function linesOf(wire: string): string[] {
  return (
    wire
      .split("\n")
      // The journal has grown by what the walk before took out.
      .filter(
        (line) => line.startsWith('{"status":') && !/"auditEntries":|"path":\["auditEntries"/.test(line.slice(0, 600)),
      )
      .map(inOrder)
      .map((line) => line.replace(/,"extensions":\{"cost":.*$/, "").replace(/"requestId":"[^"]*"/g, '"requestId":""'))
  );
}

const PARTS = `number soc { code } affectedObjects { description object { code owner { code } } } report { summary }
  cardRevisions { nature affectedObjects { object { code } } indicators { value } } severityReviews { reason }
  ownerNotifications { note object { code } } ownerAcknowledgements { owner { code } } notifications { number }
  deliveries { state attempts { startedAt } } objectLinks { object { code } } retractions { grounds }
  confirmationCorrections { reason } obligations { rule standing obligor { code } receivedOtherwise { reason } }`;
const DOSSIER = `query ($number: String!) { incident(number: $number) { ${PARTS} } }`;

describe("one question, one statement", () => {
  test.each(["centre", "soc", "owner"])("a dossier, by the %s", async (who) => {
    const person = people[who] as Person;
    const variables = { number: secret.numbers[0] };
    const asked = await statementsOf(person, DOSSIER, variables);
    const before = await unforeseen(() => statementsOf(person, DOSSIER, variables));
    expect(asked.answer).toEqual(before.answer);
    expect(asked.answer).toMatchObject({ data: { incident: { number: secret.numbers[0] } } });
    expect(before.statements.length).toBeGreaterThan(10);
    expect(asked.statements).toHaveLength(1);
  });

  test("what a choice among revisions leads to, and what is asked on a condition, is loaded as it is needed", async () => {
    const query = `query ($number: String!, $wanted: Boolean!) { incident(number: $number) {
      card { indicators { value } } report @include(if: $wanted) { summary } } }`;
    const person = people["centre"] as Person;
    const without = await statementsOf(person, query, { number: secret.numbers[0], wanted: false });
    expect(without.statements).toHaveLength(2);
    const asked = await statementsOf(person, query, { number: secret.numbers[0], wanted: true });
    expect(asked.statements.length).toBeGreaterThan(2);
    const before = await unforeseen(() => statementsOf(person, query, { number: secret.numbers[0], wanted: true }));
    expect(asked.answer).toEqual(before.answer);
  });
});

test("every list and dossier is answered the same, field by field, by everybody, looked ahead or not", async () => {
  for (const [name, person] of Object.entries(people)) {
    const foreseen = await walk(person, [], secret.numbers, {});
    const asNeeded = await unforeseen(() => walk(person, [], secret.numbers, {}));
    // The first walk took registers, which the journal records: the second one begins at a later position.
    const plain = (wire: string): string => wire.replaceAll(/(_(?:feedCursor|asOf)":)"[^"]*"/g, "$1null");
    const [lines, expected] = [linesOf(plain(foreseen.wire)), linesOf(plain(asNeeded.wire))];
    const different = lines.findIndex((line, place) => line !== expected[place]);
    expect({ name, count: lines.length, line: lines[different] }).toEqual({
      name,
      count: expected.length,
      line: expected[different],
    });
  }
});

test("a question is looked ahead of once it came often, by whichever document; what leads elsewhere is another", async () => {
  habits.mockRestore();
  const person = people["centre"] as Person;
  const count = async (document: string): Promise<number> =>
    (await statementsOf(person, document, { number: secret.numbers[0] })).statements.length;
  const asked = (name: string, led: string): string =>
    `query ${name}($number: String!) { incident(number: $number) { ${led} soc { name } } }`;
  const counts = [];
  for (let time = 1; time <= 22; time += 1)
    counts.push(await count(asked(time % 2 ? "One" : "Two", "report { type }")));
  expect(counts).toEqual([...Array.from({ length: 20 }, () => 3), 1, 1]);
  expect(await count(asked("One", "severityReviews { reason }"))).toBe(3);
});

test("every field that leads somewhere is one of the schema", () => {
  for (const [name, fields] of Object.entries(LEADS)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no type of the schema`);
    expect(Object.keys(type.getFields())).toEqual(expect.arrayContaining(Object.keys(fields)));
  }
});

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** An answer whose errors are in the order of their places: what is foreseen is refused earlier. */
function inOrder(line: string): string {
  const answer = JSON.parse(line) as { errors?: { path?: unknown }[] };
  answer.errors?.sort((one, other) => (JSON.stringify(one.path) < JSON.stringify(other.path) ? -1 : 1));
  return JSON.stringify(answer);
}
