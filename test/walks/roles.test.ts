import { Client } from "pg";
import { expect, test } from "vitest";
import { bringUpToDate, findDatabase } from "../../src/database.js";
import { readConfig } from "../../src/platform/config.js";
import { migrate } from "../../src/platform/database.js";
import { startGateway } from "../support/gateway.js";
import { stoppedPlace } from "../support/place.js";

const SCOPE_ROLES = ["dabyl_sees_everything", "dabyl_sees_soc", "dabyl_sees_owner"];

/** A server with two empty databases, without the roles by which scopes see: as an older version left it. */
async function olderServer() {
  const place = await stoppedPlace();
  const { superuserUrl, ownerUrl, gatewayUrl } = await place.starts();
  const superuser = new Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query("drop database dabyl with (force)");
  for (const name of ["dabyl", "other"]) await superuser.query(`create database ${name} owner dabyl_owner`);
  await superuser.query(`drop role ${SCOPE_ROLES.join(", ")}`);
  await superuser.query("alter role dabyl_gateway inherit");
  /** What a gateway with this login says of the database; empty if nothing is wrong. */
  const saysOf = async (url: string): Promise<string> => {
    const database = await findDatabase(readConfig({ DATABASE_URL: url }));
    return bringUpToDate(database).then(
      () => "",
      (error: Error) => error.message,
    );
  };
  return {
    ownerUrl,
    superuserUrl,
    otherUrl: ownerUrl.replace("/dabyl?", "/other?"),
    gatewayUrl,
    superuser,
    startsAgain: () => place.starts(),
    saysOf,
    /** The statements that it says to run. */
    remedyFor: async (url: string) => /as a superuser run: (.*)$/.exec(await saysOf(url))?.[1] ?? "",
    async [Symbol.asyncDispose]() {
      await superuser.end();
      await place[Symbol.asyncDispose]();
    },
  };
}

test.concurrent(
  "an owner that may not make roles is told what a superuser has to run, and migrates once it was run",
  async () => {
    await using server = await olderServer();
    const message = await migrate(server.ownerUrl).then(String, (error: Error) => error.message);
    expect(message).toMatch(/this login may not change that\. As a superuser run: create role .*DATABASE_OWNER_URL/);
    await server.superuser.query(/run: (.*); then migrate/.exec(message)?.[1] ?? "");
    expect(await migrate(server.ownerUrl)).toContain("RolesByScope1764000000043");
    expect(await server.saysOf(server.gatewayUrl)).toBe("");
  },
);

test.concurrent("the embedded PostgreSQL of an older version gets them when it is started or taken over", async () => {
  await using server = await olderServer();
  await server.superuser.query("alter role dabyl_gateway noinherit");
  await server.startsAgain();
  await migrate(server.ownerUrl);
  expect(await server.saysOf(server.gatewayUrl)).toBe("");
});

test.concurrent("an owner that may makes them, though two databases of one server migrate at once", async () => {
  await using server = await olderServer();
  await server.superuser.query("alter role dabyl_owner createrole");
  await Promise.all([migrate(server.ownerUrl), migrate(server.otherUrl)]);
  expect(await server.saysOf(server.gatewayUrl)).toBe("");
  // A login that was granted the gateway's role and nothing else becomes each of them too.
  await server.superuser.query("create role mine login password 's3cret'; grant dabyl_gateway to mine");
  const mine = Object.assign(new URL(server.gatewayUrl), { username: "mine", password: "s3cret" }).href;
  expect(await server.saysOf(mine)).toBe("");

  await server.superuser.query("grant dabyl_sees_soc to dabyl_gateway with inherit true");
  expect(await server.saysOf(mine)).toMatch(/dabyl_gateway inherits from dabyl_sees_soc.*as a superuser run/);
  await server.superuser.query(await server.remedyFor(mine));
  await server.superuser.query(
    "revoke dabyl_sees_soc from dabyl_gateway granted by dabyl_owner; revoke dabyl_sees_soc from dabyl_gateway",
  );
  expect(await server.saysOf(mine)).toMatch(/"mine" may not act as the role dabyl_sees_soc.*as a superuser run/);
  await server.superuser.query(await server.remedyFor(mine));
  expect(await server.saysOf(mine)).toBe("");
});

test.concurrent(
  "PostgreSQL 15, where nothing is inherited or not by grant, is given statements that it knows",
  async () => {
    await using server = await olderServer();
    await server.superuser.query("drop role dabyl_gateway");
    // It says that it is of version 15.
    const session = new Client({ connectionString: server.superuserUrl.replace("/postgres?", "/dabyl?") });
    await session.connect();
    await session.query(`create schema old; grant usage on schema old to public;
    create function old.current_setting(text) returns text language sql as $$ select '150018' $$;
    alter role dabyl_owner set search_path = old, pg_catalog, public`);
    await session.end();
    const message = await migrate(server.ownerUrl).then(String, (error: Error) => error.message);
    expect(message).toMatch(
      /alter role dabyl_gateway noinherit; grant dabyl_sees_everything, dabyl_sees_soc, dabyl_sees_owner to dabyl_gateway; then/,
    );
  },
);

test.concurrent("a backup that was restored without the roles has to be restored again with them", async () => {
  await using server = await olderServer();
  await server.superuser.query("alter role dabyl_owner createrole");
  await migrate(server.ownerUrl);
  const restored = new Client({ connectionString: server.superuserUrl.replace("/postgres?", "/dabyl?") });
  await restored.connect();
  await restored.query(`drop owned by ${SCOPE_ROLES.join(", ")}; drop role ${SCOPE_ROLES.join(", ")}`);
  expect(await server.saysOf(server.gatewayUrl)).toMatch(
    /run: create role dabyl_sees_everything; .*; then restore the backup again/,
  );
  for (const role of SCOPE_ROLES)
    await restored.query(`create role ${role}; grant ${role} to dabyl_gateway with inherit false`);
  expect(await server.saysOf(server.gatewayUrl)).toMatch(/dabyl_sees_everything has no rights .* restore it again/);
  // pg_restore grants all roles in one piece, or none.
  await restored.query("revoke all on all tables in schema public from dabyl_gateway");
  expect(await server.saysOf(server.gatewayUrl)).toMatch(/dabyl_gateway has no rights .* restore it again/);
  await restored.end();
});

test.concurrent("a role by which a scope sees is bound by row-level security, and inherits from no other", async () => {
  await using server = await olderServer();
  await server.superuser.query("alter role dabyl_owner createrole; create role admin createrole");
  await migrate(server.ownerUrl);
  const { superuser } = server;
  const says = () => server.saysOf(server.gatewayUrl);
  const mends = async () => {
    await superuser.query(await server.remedyFor(server.gatewayUrl));
    expect(await says()).toBe("");
  };
  await superuser.query("alter role dabyl_sees_soc bypassrls");
  expect(await says()).toMatch(/does not bind dabyl_sees_soc/);
  await mends();
  await superuser.query("grant dabyl_sees_everything to dabyl_sees_soc");
  expect(await says()).toMatch(/dabyl_sees_soc inherits from dabyl_sees_everything/);
  await mends();
  // Others' grants are not changed by a superuser's own.
  await superuser.query(
    "grant dabyl_sees_owner to admin with admin option; set role admin; grant dabyl_sees_owner to dabyl_gateway with inherit true; reset role",
  );
  expect(await says()).toMatch(/dabyl_gateway inherits from dabyl_sees_owner/);
  await mends();
});

test.concurrent(
  "each of these roles has the rights of the gateway's role, and it inherits nothing of theirs",
  async () => {
    await using world = await startGateway();
    const rights = (role: string) =>
      world.database.asOwner(
        `select n.nspname || '.' || c.relname as name, a.privilege_type as may from pg_class c join pg_namespace n on n.oid = c.relnamespace
         cross join aclexplode(c.relacl) a where a.grantee = $1::regrole
       union all select p.oid::regprocedure::text, a.privilege_type from pg_proc p cross join aclexplode(p.proacl) a where a.grantee = $1::regrole
       union all select n.nspname, a.privilege_type from pg_namespace n cross join aclexplode(n.nspacl) a where a.grantee = $1::regrole
       order by 1, 2`,
        [role],
      );
    const expected = await rights("dabyl_gateway");
    expect(expected.length).toBeGreaterThan(100);
    for (const role of SCOPE_ROLES) {
      expect(await rights(role)).toEqual(expected);
      const [held] = await world.database.asOwner("select pg_has_role('dabyl_gateway', $1, 'usage') as inherits", [
        role,
      ]);
      expect({ role, ...held }).toEqual({ role, inherits: false });
    }
  },
);
