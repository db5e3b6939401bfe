import fc from "fast-check";
import { createClient, type Client } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { eventually } from "../support/eventually.js";
import { lentGateway, type TestGateway } from "../support/gateway.js";
import { accepted, rejected, unique, type Answer, type Person } from "../support/person.js";
import { cardInput } from "../support/inputs.js";
import { DRAFTS, SUBMISSIONS, type Submission } from "../support/submissions.js";

/** What came of one sending. */
type Sent = Answer<{ readonly sent: { readonly __typename: string; readonly receipt?: object } }>;

/** By which way each of some equal submissions goes: over HTTP or a socket, to the first or the second gateway. */
const WAYS = fc.array(fc.record({ isOverSocket: fc.boolean(), isElsewhere: fc.boolean() }), {
  minLength: 4,
  maxLength: 8,
});
type Way = { readonly isOverSocket: boolean; readonly isElsewhere: boolean };

/** One race for each mutation; many in the long run. */
const RUNS = { numRuns: Math.ceil(Number(process.env["DABYL_GENERATED"] ?? 5_000) / 5_000), endOnFailure: true };

describe("any number of equal submissions at once get one receipt", () => {
  let world: TestGateway;
  let elsewhere: string;
  beforeAll(async () => {
    world = await lentGateway();
    elsewhere = await world.another();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  /** Sends each input by its way, all at once. Sockets are open before the first one is sent. */
  async function send(sender: Person, { document }: Submission, ways: readonly Way[], inputs: readonly object[]) {
    const clients = new Map<string, Client>();
    const atOnce = await Promise.all(
      ways.map(async ({ isOverSocket, isElsewhere }, index) => {
        const variables = { input: inputs[index] };
        const url = isElsewhere ? elsewhere : world.url;
        if (!isOverSocket) return () => sender.through(url).asks<Sent["data"], object>(document, variables);
        const client = clients.get(url) ?? openSocket(url, sender.token);
        clients.set(url, client);
        await ask(client, "{ __typename }", {});
        return () => ask(client, document, variables);
      }),
    );
    const answers = await Promise.all(atOnce.map((begin) => begin()));
    for (const client of clients.values()) await client.dispose();
    return answers;
  }

  async function countOf(made: string): Promise<number> {
    const [row] = await world.database.asOwner(made);
    return Number(row?.count);
  }

  test("every mutation that takes a key has something to say here", () => {
    expect(SUBMISSIONS.length).toBeGreaterThan(15);
    expect(Object.keys(DRAFTS).toSorted()).toEqual(SUBMISSIONS.map(({ name }) => name).toSorted());
  });

  test.for(SUBMISSIONS)("$name with the same content", async (submission) => {
    const race = fc.asyncProperty(WAYS, async (ways) => {
      const { sender, input, made } = await draftOf(submission.name);
      const before = await countOf(made);
      const submissionKey = unique("key");
      const answers = await send(
        sender,
        submission,
        ways,
        ways.map(() => ({ submissionKey, ...input })),
      );
      const [first] = answers;
      expect(first?.data?.sent.receipt).toBeDefined();
      expect(answers.map(({ data, errors }) => ({ data, errors }))).toEqual(
        answers.map(() => ({ data: first?.data, errors: undefined })),
      );
      expect(await countOf(made)).toBe(before + 1);
    });
    await fc.assert(race, RUNS);
  });

  test.for(SUBMISSIONS)("$name with other content: one is accepted, the others are a conflict", async (submission) => {
    const race = fc.asyncProperty(WAYS, async (ways) => {
      const { sender, input, other } = await draftOf(submission.name);
      const submissionKey = unique("key");
      const inputs = ways.map((_, index) => ({ submissionKey, ...(index % 2 === 0 ? input : other) }));
      const answers = await send(sender, submission, ways, inputs);
      const outcomes = answers.map(
        ({ data, errors }) => errors?.[0]?.extensions.code ?? (data?.sent.receipt ? "ACCEPTED" : JSON.stringify(data)),
      );
      const won = outcomes.indexOf("ACCEPTED") % 2;
      expect(outcomes).toEqual(outcomes.map((_, index) => (index % 2 === won ? "ACCEPTED" : "CONFLICT")));
    });
    await fc.assert(race, RUNS);
  });

  function draftOf(name: string) {
    const draft = DRAFTS[name];
    if (!draft) throw new Error(`nothing to send by ${name}`);
    return draft(world);
  }

  test("F12 a retry during a slow first try gets the first one's receipt", async () => {
    const soc = await world.soc();
    const { incident } = await soc.sendsCard();
    const holder = await world.database.session();
    await holder.query("begin");
    await holder.query("select from incident where number = $1 for update", [incident.number]);
    const key = unique("key");
    const waiting = async (count: number): Promise<boolean> => {
      const { rowCount } = await holder.query(
        `select distinct w.pid from pg_locks w join pg_locks h on h.pid = w.pid
           join pg_database d on d.oid = h.database and d.datname = current_database() where not w.granted`,
      );
      return rowCount === count;
    };
    const first = soc.amends(incident.id, 1, {}, { submissionKey: key });
    await eventually(() => waiting(1));
    const retry = soc.through(elsewhere).amends(incident.id, 1, {}, { submissionKey: key });
    await eventually(() => waiting(2));
    await holder.end();
    expect(accepted(await retry).receipt).toEqual(accepted(await first).receipt);
  });

  test("F1 of a key whose first submission is rejected the next one is judged again", async () => {
    const soc = await world.soc();
    const submissionKey = unique("key");
    const broken = { submissionKey };
    const attempts = await Promise.all([1, 2, 3].map(() => soc.submitsCard({ nature: "" }, broken)));
    for (const attempt of attempts) expect(rejected(attempt).violations.map(({ rule }) => rule)).toEqual(["F1"]);
    const card = cardInput(world.clock.now());
    const whole = await Promise.all([1, 2, 3].map(() => soc.submitsCard(card, broken)));
    expect(new Set(whole.map((one) => accepted(one).receipt.id)).size).toBe(1);
  });
});

function openSocket(url: string, token: string): Client {
  return createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
}

function ask(client: Client, query: string, variables: Record<string, unknown>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    client.subscribe<Sent["data"]>(
      { query, variables },
      { next: (answer) => resolve(answer as Sent), error: reject, complete: () => undefined },
    );
  });
}
