import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { directConnection } from "../../src/platform/database.js";
import { leaks, makeSecret, type Secret } from "../support/secret.js";
import { walk } from "../support/whole-walk.js";

/** The first fence is taken away: every store believes that everything is in scope. */
vi.mock("../../src/access/scope-sql.js", async (original) => {
  const { incidentOf, ...fences } = await original<{ incidentOf: unknown }>();
  // What is joined is no fence.
  const none = Object.fromEntries(Object.keys(fences).map((name) => [name, () => "true"]));
  return { ...none, partsOfObligationsInScope: () => ["true"], incidentOf };
});

let secret: Secret;
beforeAll(async () => {
  secret = await makeSecret();
});
afterAll(() => secret.end());

test("with the scope of every store removed, row-level security still shows nobody anything of the secret", async () => {
  for (const [name, { person, facts }] of Object.entries(secret.strangers)) {
    const walked = await walk(person, secret.ids, secret.numbers, facts);
    // SOCs call the centre where the gateway cannot be reached.
    const given = name.includes("SOC") ? [secret.centrePhone] : [];
    expect({ name, leaks: leaks(secret, walked.wire, given) }).toEqual({ name, leaks: [] });
  }
});

test("an owner still does not see what a revision says of somebody else's object", async () => {
  const { world } = secret;
  const [first, second] = [await world.owner(), await world.owner()];
  const mine = await world.protectedObject({ owner: first });
  const theirs = await world.protectedObject({ owner: second });
  const soc = await world.soc({ covering: [mine, theirs] });
  const { incident } = await soc.sendsCard({
    affectedObjects: [{ objectId: mine.id }],
    nature: "About the first one.",
  });
  await soc.amends(incident.id, 1, { affectedObjects: [{ objectId: theirs.id }], nature: "About the second one." });
  const seen = JSON.stringify((await walk(second, [incident.id], [incident.number], { incidentFeed: 1 })).wire);
  expect(seen).toContain("About the second one.");
  expect(seen).not.toContain("About the first one.");
});

test("every table is behind the fence, forced, and a session that says nothing sees nothing", async () => {
  const { world } = secret;
  const tables = await world.database.asOwner(
    `select relname as name, relrowsecurity and relforcerowsecurity as is_forced from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('migration', 'journal_anchor')`,
  );
  expect(tables.length).toBeGreaterThan(15);
  expect(tables.filter(({ is_forced }) => !is_forced)).toEqual([]);
  for (const { name } of tables) {
    if (name === "outbox") continue;
    const [row] = await directConnection(world.gateway.pools.vital).query<{ count: number }>(
      `select count(*)::int as count from ${String(name)}`,
    );
    expect({ name, count: row?.count }).toEqual({ name, count: 0 });
  }
});

test("every policy is for one kind of scope or the owner of the tables, and the national centre has one on every table", async () => {
  const policies = await secret.world.database.asOwner(
    `select tablename as name, policyname as policy, roles::text[] from pg_policies where tablename <> 'outbox' order by 1, 2`,
  );
  const OF = {
    house: "dabyl_owner",
    everything: "dabyl_sees_everything",
    soc: "dabyl_sees_soc",
    owner: "dabyl_sees_owner",
  };
  for (const { name, policy, roles } of policies)
    expect({ name, policy, roles }).toEqual({ name, policy, roles: [OF[policy as keyof typeof OF]] });
  const having = (wanted: string) => policies.filter(({ policy }) => policy === wanted).map(({ name }) => name);
  expect(having("everything")).toEqual(having("house"));
});

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
