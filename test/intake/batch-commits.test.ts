import pg from "pg";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import { batchOf, sendsBatch, type BatchDocument } from "../support/batches.js";
import { lentGateway, type TestGateway } from "../support/gateway.js";
import { cardInput } from "../support/inputs.js";
import { unique } from "../support/person.js";

/** R13.2: whatever PostgreSQL does to what the items of a batch share, each has one receipt or one refusal. */

const card = (world: TestGateway, changes = {}): JsonObject => cardInput(world.clock.now(), changes);
const cards = (world: TestGateway, count: number): BatchDocument[] =>
  Array.from({ length: count }, () => ["incidentCard", { submissionKey: unique("k"), card: card(world) }]);

async function asSuperuser<T>(world: TestGateway, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Of each of these documents, how many submissions are kept. */
function keptOf(world: TestGateway, documents: readonly BatchDocument[]): Promise<number[]> {
  const keys = documents.map(([, { submissionKey }]) => submissionKey);
  const counted = `select (select count(*) from submission s where s.key = k.key)::int as kept
    from unnest($1::text[]) with ordinality as k (key, place) order by k.place`;
  return asSuperuser(world, async (client) =>
    (await client.query<{ kept: number }>(counted, [keys])).rows.map(({ kept }) => kept),
  );
}

/** What a trigger of a submission does: once it is inserted, or with the commit. */
async function trapped(world: TestGateway, when: string, body: string): Promise<void> {
  await asSuperuser(world, async (client) => {
    await client.query(
      `create function trap() returns trigger language plpgsql security definer as $$ begin ${body} return null; end $$`,
    );
    await client.query(
      `create constraint trigger trap after insert on submission ${when} for each row execute function trap()`,
    );
  });
}

test("a commit that is refused because of one item: that one is refused, the others are taken once", async () => {
  await using world = await lentGateway({ settings: { MAX_PARTY_ACTS: "5" } });
  const soc = await world.soc();
  const documents = cards(world, 40);
  documents[17] = ["incidentCard", { submissionKey: "refused at the commit", card: card(world) }];
  await trapped(
    world,
    "deferrable initially deferred",
    "if new.key = 'refused at the commit' then raise 'no'; end if;",
  );
  const { results, summary } = await sendsBatch(soc, batchOf(documents));
  expect(results.map(({ status }) => status)).toEqual(documents.map((_, index) => (index === 17 ? 500 : 200)));
  expect(summary).toMatchObject({ read: 40, accepted: 39, refused: 1, isComplete: true });
  expect(await keptOf(world, documents)).toEqual(documents.map((_, index) => (index === 17 ? 0 : 1)));
});

test("a session that is ended in the middle of a batch: what was lost with it is answered so, and taken when it is sent again", async () => {
  await using world = await lentGateway({ settings: { MAX_PARTY_ACTS: "6" } });
  const soc = await world.soc();
  const documents = cards(world, 100);
  documents[40] = ["incidentCard", { submissionKey: "ends its session", card: card(world) }];
  await asSuperuser(world, (client) => client.query("create table ended (); grant select, insert on ended to public"));
  const once =
    "if new.key = 'ends its session' and not exists (select from ended) then perform pg_terminate_backend(pg_backend_pid()); end if;";
  await trapped(world, "not deferrable", once);
  const { results, summary } = await sendsBatch(soc, batchOf(documents));
  expect(results.map(({ index }) => index)).toEqual(documents.map((_, index) => index));
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set([200, 503]));
  expect(results[40]?.status).toBe(503);
  expect(summary).toMatchObject({ read: 100, isComplete: true });
  expect(await keptOf(world, documents)).toEqual(results.map(({ status }) => (status === 200 ? 1 : 0)));
  await asSuperuser(world, (client) =>
    client.query(
      "drop trigger trap on submission; drop function trap; alter table ended add x int; insert into ended values (1)",
    ),
  );
  expect((await sendsBatch(soc, batchOf(documents))).summary).toMatchObject({ refused: 0, isComplete: true });
  expect(await keptOf(world, documents)).toEqual(documents.map(() => 1));
});

test("two batches of a SOC at once that name the same incidents in opposite order: each document is taken", async () => {
  await using world = await lentGateway({ settings: { MAX_PARTY_ACTS: "7" } });
  const soc = await world.soc();
  const numbers = (await sendsBatch(soc, batchOf(cards(world, 24)))).results.map(
    ({ receipt }) => receipt?.["number"] as string,
  );
  const amends = (incidentId: string, revision: number): BatchDocument => [
    "incidentCard",
    { submissionKey: unique("a"), incidentId, revision, card: card(world, { note: unique("n") }) },
  ];
  const [forth, back] = [numbers.map((one) => amends(one, 1)), numbers.toReversed().map((one) => amends(one, 1))];
  const answers = await Promise.all([forth, back].map((documents) => sendsBatch(soc, batchOf(documents))));
  for (const { summary } of answers) expect(summary).toMatchObject({ read: 24, isComplete: true });
  // Of two corrections of one revision the second is told that it comes late.
  const statuses = answers.flatMap(({ results }) => results.map(({ status }) => status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(24);
  const both = await keptOf(world, [...forth, ...back]);
  expect(both.reduce((sum, kept) => sum + kept, 0)).toBe(24);
});

test("a key twice in one batch: the same content is repeated, other content is a conflict, and what names a refused one's key is told so", async () => {
  await using world = await lentGateway({ settings: { MAX_PARTY_ACTS: "7" } });
  const soc = await world.soc();
  const [key, refused] = [unique("k"), unique("k")];
  const one: BatchDocument = ["incidentCard", { submissionKey: key, card: card(world) }];
  const { results } = await sendsBatch(
    soc,
    batchOf([
      one,
      one,
      ["incidentCard", { submissionKey: key, card: card(world, { note: "Басқа" }) }],
      ["incidentCard", { submissionKey: refused, card: card(world, { nature: " " }) }],
      ["incidentCard", { submissionKey: unique("k"), incidentId: `key:${refused}`, revision: 1, card: card(world) }],
    ]),
  );
  expect(results.map(({ status }) => status)).toEqual([200, 200, 409, 422, 404]);
  expect(results.map(({ receipt }) => receipt?.["isRepeated"])).toEqual([false, true, undefined, undefined, undefined]);
});
