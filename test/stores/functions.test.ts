import { Client } from "pg";
import { expect, test } from "vitest";
import { createDatabase } from "../support/database.js";
import { startGateway } from "../support/gateway.js";

test("every function with its owner's rights searches pg_temp last, and only its callers may call it", async () => {
  await using database = await createDatabase();
  const functions = await database.asOwner(
    `select p.oid::regprocedure::text as name, array_to_string(p.proconfig, ' ') as settings,
       has_function_privilege('public', p.oid, 'execute') as "isOpen"
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname !~ '^(pg_|information_schema)'`,
  );
  expect(functions.length).toBeGreaterThan(8);
  for (const { name, settings, isOpen } of functions)
    expect({ name, settings, isOpen }).toEqual({
      name,
      settings: "search_path=pg_catalog, public, pg_temp",
      isOpen: false,
    });
});

test("a temporary table of the gateway's role takes the place of no table that such a function asks", async () => {
  await using world = await startGateway();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const client = new Client({ connectionString: world.database.gatewayUrl, options: "-c role=dabyl_gateway" });
  await client.connect();
  try {
    await client.query("create temp table protected_object (id uuid, owner_id uuid)");
    await client.query("insert into protected_object values (gen_random_uuid(), $1)", [owner.partyId]);
    const { rows } = await client.query("select objects_owned_by($1) as id", [owner.partyId]);
    expect(rows).toEqual([{ id: object.innerId }]);
  } finally {
    await client.end();
  }
});

test("L9 by itself the gateway's role names no linked object in what was said: only whoever sees everything does", async () => {
  await using world = await startGateway();
  const owner = await world.owner();
  const object = await world.protectedObject({ owner });
  const { incident } = await (await world.soc()).sendsReport({ affectedObjects: [{ description: "ЖЭО-3" }] });
  const client = new Client({ connectionString: world.database.gatewayUrl, options: "-c role=dabyl_gateway" });
  await client.connect();
  const reports = () =>
    world.database.asOwner(
      `select r.incident_id, r.submission_id, r.object_ids, r.owner_ids from incident_report r
       join incident i on i.id = r.incident_id where i.number = $1`,
      [incident.number],
    );
  try {
    const [said] = await reports();
    expect(said).toMatchObject({ object_ids: [], owner_ids: [] });
    await client.query("select name_linked_object($1, array[$2::uuid], $3)", [
      said?.["incident_id"],
      said?.["submission_id"],
      object.innerId,
    ]);
    expect(await reports()).toEqual([said]);
  } finally {
    await client.end();
  }
});

test("the walk along the chain looks each acknowledged submission up by an index", async () => {
  await using database = await createDatabase();
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    // References are not asked for, so that rows need no world.
    await client.query("set session_replication_role = replica");
    await client.query(
      `insert into journal (position, entry_id, body, hash)
       select n, gen_random_uuid(), '{"act":"test"}', '' from generate_series(1, 20000) n`,
    );
    await client.query(
      `insert into submission (id, party_id, actor_id, key, act, content, content_hash, entry_id, warnings, received_at)
       select gen_random_uuid(), j.entry_id, j.entry_id, '', '', repeat('x', 500), '', j.entry_id, '[]', now() from journal j`,
    );
    await client.query("analyze journal, submission");
    const { rows } = await client.query<{ "QUERY PLAN": string }>(
      `explain select j.position, s.content from journal j left join submission s on s.entry_id = j.entry_id
       where j.position > 10000 order by j.position limit 2000`,
    );
    expect(rows.map((line) => line["QUERY PLAN"]).join("\n")).not.toContain("Seq Scan");
  } finally {
    await client.end();
  }
});
