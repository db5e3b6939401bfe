import { expect, test } from "vitest";
import { asOwner } from "../../src/database.js";
import { HOUR, instant, type Instant } from "../../src/domain/instant.js";
import { recover, type Recovery } from "../../src/features/parties/recovery.js";
import { walkChain } from "../../src/journal/chain.js";
import { scopedConnection } from "../../src/platform/database.js";
import { Hindrance } from "../../src/platform/program.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { startGateway } from "../support/gateway.js";

const DRAFT = { name: "Recovered", reason: "The only token expired; asked for by the duty officer." };

/** As the tool does it, with the login that owns the tables. */
function recovers({ ownerUrl }: TestDatabase, now: Instant): Promise<Recovery> {
  const expiresAt = instant(now + 30 * 24 * HOUR);
  const owner = { setting: "DATABASE_OWNER_URL", url: ownerUrl };
  return asOwner(owner, (connection) => recover(connection, DRAFT, now, expiresAt));
}

test("a centre whose only administrator's token has expired gets a new one; the old token stays expired", async () => {
  await using world = await startGateway();
  const administrator = world.administrator();
  world.clock.advance(10_001 * HOUR);
  expect(await administrator.asks("{ me { name } }")).toMatchObject({
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });

  const { secret, others } = await recovers(world.database, world.clock.now());
  expect(others).toEqual([]);
  const recovered = administrator.withToken(secret);
  expect(await recovered.asks("{ me { name roles party { code } } }")).toMatchObject({
    data: { me: { name: "Recovered", roles: ["CENTRE_ADMINISTRATOR"], party: { code: "CENTRE" } } },
  });
  expect(await administrator.asks("{ me { name } }")).toMatchObject({
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });
  // It administers, and administrators see it among the actors.
  expect(await recovered.asks("{ actors { nodes { name } } }")).toMatchObject({
    data: { actors: { nodes: [{ name: "Administrator" }, { name: "Recovered" }] } },
  });
  world.clock.advance(31 * 24 * HOUR);
  expect(await recovered.asks("{ me { name } }")).toMatchObject({
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });
});

test("a recovery is an act of its own in the chain, sealed with it: who, why, from where; and the chain is whole", async () => {
  await using world = await startGateway();
  const { position, secret } = await recovers(world.database, world.clock.now());
  const entries = await world.database.asOwner(
    `select j.position::int, j.body::jsonb as body, a.name from journal j
     left join actor a on a.id::text = j.body::jsonb ->> 'subject' where j.position >= $1 order by j.position`,
    [position],
  );
  const by = { actor: "00000000-0000-0000-0000-000000000001", request: "admin:recover", address: "127.0.0.1" };
  expect(entries).toMatchObject([
    { position, name: "Recovered", body: { act: "administrator.recover", reason: DRAFT.reason, ...by } },
    { position: position + 1, body: { act: "token.issue", ...by } },
  ]);
  expect(JSON.stringify(entries)).not.toContain(secret);
  const walk = await walkChain(scopedConnection(world.gateway.pools.vital, { sees: "EVERYTHING" }));
  expect(walk).toMatchObject({ isWhole: true, head: position + 1 });
});

test("administrators who can still get in are named, and keep their tokens", async () => {
  await using world = await startGateway();
  expect(await recovers(world.database, world.clock.now())).toMatchObject({ others: ["Administrator"] });
  expect(await world.administrator().asks("{ me { name } }")).toMatchObject({
    data: { me: { name: "Administrator" } },
  });
});

test("a database without a national centre is sent to admin:bootstrap, and nothing is kept", async () => {
  await using database = await createDatabase();
  await expect(recovers(database, instant(0))).rejects.toThrow(/npm run admin:bootstrap/);
  expect(await database.asOwner("select (select count(*) from actor) + (select count(*) from outbox) as rows")).toEqual(
    [{ rows: "0" }],
  );
});

test("the gateway's own login does not recover", async () => {
  await using world = await startGateway();
  const gateway = { setting: "DATABASE_URL", url: world.database.gatewayUrl };
  const attempt = asOwner(gateway, () => Promise.resolve());
  await expect(attempt).rejects.toBeInstanceOf(Hindrance);
  await expect(attempt).rejects.toThrow(/does not own the tables of this database: set DATABASE_OWNER_URL/);
});
