import { Client } from "pg";
import { expect, test } from "vitest";
import { linkHash, walkChain } from "../../src/journal/chain.js";
import { scopedConnection } from "../../src/platform/database.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { startGateway } from "../support/gateway.js";

const ENTRY = "01a20653-0000-7000-8000-0000000000";

async function session(database: TestDatabase): Promise<Client & AsyncDisposable> {
  const client = new Client({
    connectionString: database.gatewayUrl,
    options: "-c role=dabyl_sees_everything -c dabyl.sees=EVERYTHING",
  });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

function put(client: Client, place: number, body: object = {}): Promise<unknown> {
  const id = `${ENTRY}${String(place).padStart(2, "0")}`;
  return client.query("insert into outbox (entry_id, body) values ($1, $2)", [
    id,
    JSON.stringify({ act: "test", ...body }),
  ]);
}

async function seal(client: Client): Promise<void> {
  await client.query("select * from seal_journal('{}')");
}

async function sealed(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ entry_id: string }>("select entry_id from journal order by position");
  return rows.map(({ entry_id }) => entry_id.slice(-2));
}

test("commits out of insert order lose nothing: what commits late is sealed late", async () => {
  await using database = await createDatabase();
  await using slow = await session(database);
  await using quick = await session(database);
  await slow.query("begin");
  await put(slow, 1);
  await put(quick, 2);
  await seal(quick);
  expect(await sealed(quick)).toEqual(["02"]);
  await put(quick, 3);
  await slow.query("commit");
  await seal(quick);
  expect(await sealed(quick)).toEqual(["02", "01", "03"]);
  const { rows } = await quick.query<{ position: string }>("select position from journal order by position");
  expect(rows.map(({ position }) => Number(position))).toEqual([1, 2, 3]);
});

test("sealers at once wait for each other and leave no gap and no entry twice", async () => {
  await using database = await createDatabase();
  const sessions = await Promise.all(Array.from({ length: 6 }, () => session(database)));
  await Promise.all(
    sessions.map(async (client, index) => {
      for (let count = 0; count < 10; count += 1) {
        await put(client, index * 10 + count);
        await seal(client);
      }
    }),
  );
  const [first] = sessions;
  if (!first) throw new Error("no session");
  const { rows } = await first.query<{ position: string }>("select position from journal order by position");
  expect(rows.map(({ position }) => Number(position))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  expect(await database.asOwner("select 1 from outbox")).toEqual([]);
  await Promise.all(sessions.map((client) => client.end()));
});

test("a sealer sees what the one before it committed while it waited for the lock", async () => {
  await using database = await createDatabase();
  await using holder = await session(database);
  await using waiter = await session(database);
  await put(holder, 1);
  await holder.query("begin");
  await seal(holder);
  const waiting = seal(waiter);
  await put(holder, 2);
  await holder.query("commit");
  await waiting;
  expect(await sealed(waiter)).toEqual(["01", "02"]);
});

test("what PostgreSQL chains is what we compute: SHA-256 over previous hash, position and body", async () => {
  await using database = await createDatabase();
  await using client = await session(database);
  await put(client, 1, { text: "Қ й" });
  await put(client, 2);
  await seal(client);
  const { rows } = await client.query<{ body: string; hash: Buffer }>(
    "select body, hash from journal order by position",
  );
  const [first, second] = rows;
  if (!first || !second) throw new Error("two entries were sealed");
  expect(linkHash(Buffer.alloc(32), 1, first.body)).toEqual(first.hash);
  expect(linkHash(first.hash, 2, second.body)).toEqual(second.hash);
});

test("the gateway's role can neither rewrite the journal nor delete anything nor make tables", async () => {
  await using database = await createDatabase();
  await using client = await session(database);
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const { name } of rows) await expect(client.query(`delete from ${name}`)).rejects.toThrow("permission denied");
  await expect(client.query("update journal set hash = ''")).rejects.toThrow("permission denied");
  await expect(
    client.query("insert into journal (position, entry_id, body, hash) values (1, gen_random_uuid(), '{}', '')"),
  ).rejects.toThrow("permission denied");
  await expect(client.query("update submission set content = ''")).rejects.toThrow("permission denied");
  await expect(client.query("create table mine (id int)")).rejects.toThrow("permission denied");
  const { rows: owners } = await client.query("select 1 from pg_class where relowner = 'dabyl_gateway'::regrole");
  expect(owners).toEqual([]);
});

test("every act has its entry, and the receipt names its place and hash in the chain", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  const { receipt } = await soc.sendsCard();
  const [entry] = await world.database.asOwner(
    "select body, encode(hash, 'hex') as hash from journal where position = $1",
    [receipt.position],
  );
  expect(entry?.["hash"]).toBe(receipt.entryHash);
  expect(JSON.parse(entry?.["body"] as string)).toMatchObject({
    act: "card.submit",
    fact: "CARD_SUBMITTED",
    at: receipt.receivedAt,
    party: soc.partyId,
    actor: soc.actorId,
    contentHash: receipt.contentHash,
    address: expect.stringContaining("127.0.0.1"),
    door: "graphql",
  });
});

test("the walk along the chain names the first broken link, whatever was tampered with", async () => {
  const tamper: readonly (readonly [sql: string, fault: RegExp])[] = [
    ["update journal set body = replace(body, 'card.submit', 'card.amend') where position = 8", /hash does not follow/],
    ["update journal set hash = sha256('') where position = 8", /hash does not follow/],
    ["update journal set body = 'x' where position = 8", /hash does not follow/],
    ["update journal set soc_id = null where position = 8", /columns do not say what its body says/],
    ["update journal set owner_ids = array[soc_id] where position = 8", /columns do not say what its body says/],
    [
      "update journal set object_ids = object_ids || soc_id where position = 8",
      /columns do not say what its body says/,
    ],
    [
      `with forged as (select position, j.entry_id, 'x' as body from journal j where position = 8),
         before as (select hash from journal where position = 7)
       update journal j set body = f.body, hash = sha256(b.hash || int8send(j.position) || convert_to(f.body, 'UTF8'))
       from forged f, before b where j.position = f.position`,
      /body is no entry/,
    ],
    ["delete from journal where position = 7", /7, is missing/],
    [
      "update submission set content = replace(content, 'HIGH', 'LOW') where entry_id = (select entry_id from journal where position = 8)",
      /content/,
    ],
  ];
  for (const [sql, fault] of tamper) {
    await using world = await startGateway();
    const soc = await world.soc();
    for (let count = 0; count < 4; count += 1) await soc.sendsCard();
    const connection = scopedConnection(world.gateway.pools.vital, { sees: "EVERYTHING" });
    expect(await walkChain(connection)).toMatchObject({ isWhole: true });
    await world.database.asOwner(sql);
    expect(await walkChain(connection)).toMatchObject({
      isWhole: false,
      position: 8,
      fault: expect.stringMatching(fault),
    });
  }
});

test("an act that fails half-way leaves nothing behind, neither rows nor an entry", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  await soc.sendsCard();
  const count = async () =>
    (
      await world.database.asOwner(
        "select (select count(*) from journal) + (select count(*) from outbox) as entries, (select count(*) from incident) as incidents, (select count(*) from submission) as submissions",
      )
    )[0];
  const before = await count();
  await world.database.asOwner("alter table indicator rename to mislaid");
  await expect(soc.sendsCard()).rejects.toThrow("INTERNAL_SERVER_ERROR");
  expect(await count()).toEqual(before);
});
