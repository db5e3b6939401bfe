import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { bringUpToDate, expectCurrent, findDatabase } from "../../src/database.js";
import { migrate } from "../../src/platform/database.js";
import { readConfig } from "../../src/platform/config.js";
import { Hindrance } from "../../src/platform/program.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { freePort } from "../support/process.js";

/** The message of a program that is started with these logins; empty if nothing is wrong. */
async function notifiedOf(gatewayUrl: string, ownerUrl = ""): Promise<string> {
  const database = await findDatabase(readConfig({ DATABASE_URL: gatewayUrl, DATABASE_OWNER_URL: ownerUrl }));
  try {
    await bringUpToDate(database);
    return "";
  } catch (error) {
    if (!(error instanceof Hindrance)) throw error;
    expect(error.message).not.toContain("\n");
    expect(error.message).not.toContain(new URL(gatewayUrl).password || "\n");
    return error.message;
  }
}

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

/** The URL with another server in it. */
function at(url: string, host: string): string {
  return changed(url, (copy) => void (copy.host = host));
}

/** Logins with something wrong about them, and what has to be said of it beside the setting's name. */
const WRONG: Readonly<Record<string, readonly [(url: string) => string | Promise<string>, RegExp]>> = {
  "a wrong password": [
    (url) => changed(url, (copy) => void (copy.password = "wr0ng")),
    /password of "dabyl_\w+".*percent-encoded/,
  ],
  "no password": [
    (url) => changed(url, (copy) => void (copy.password = "")),
    /asks "dabyl_\w+" for a password.*PGPASSWORD/,
  ],
  "a database that is not there": [
    (url) => changed(url, (copy) => void (copy.pathname = "/dabil")),
    /no database "dabil".*make it/,
  ],
  "a port where nobody listens": [
    async (url) => at(url, `127.0.0.1:${await freePort()}`),
    /Nothing listens at 127\.0\.0\.1:\d+/,
  ],
  "a host that is not known": [(url) => at(url, "nowhere.invalid"), /host of nowhere\.invalid:\d+ is not known/],
  "TLS that is not offered": [(url) => url.replace("sslmode=disable", "sslmode=verify-full"), /offers no TLS/],
  "an authority's file that is not there": [
    (url) => url.replace("sslmode=disable", "sslmode=verify-full&sslrootcert=/nowhere/ca.pem"),
    /a file that cannot be used.*\/nowhere\/ca\.pem/,
  ],
};

test.concurrent.each(Object.entries(WRONG))(
  "%s is reported in a sentence that names the setting, for both logins",
  async (_, [wrong, reported]) => {
    await using database = await createDatabase();
    const gateway = await notifiedOf(await wrong(database.gatewayUrl));
    expect(gateway).toMatch(reported);
    expect(gateway).toContain("DATABASE_URL");
    // The owner's login is needed only where the schema is behind.
    expect(await notifiedOf(database.gatewayUrl, await wrong(database.ownerUrl))).toBe("");
    await fallBehind(database);
    const owner = await notifiedOf(database.gatewayUrl, await wrong(database.ownerUrl));
    expect(owner).toMatch(reported);
    expect(owner).toContain("DATABASE_OWNER_URL");
  },
);

/** The schema as the release before left it. */
async function fallBehind(database: TestDatabase): Promise<void> {
  await database.asOwner("delete from migration where id = (select max(id) from migration)");
}

test.concurrent.each([
  [
    "answers something else",
    (answer: (data: string) => void) => answer("HTTP/1.1 400 Bad Request\r\n\r\n"),
    /cannot be used/,
  ],
  ["answers nothing", () => undefined, /does not answer/],
])("a server that %s is no PostgreSQL, and is not waited for", async (_, greet, reported) => {
  await using server = createServer((socket) => {
    socket.on("error", () => undefined).resume();
    greet((data) => socket.end(data));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const message = await notifiedOf(`postgresql://dabyl:s3cret@127.0.0.1:${port}/dabyl?sslmode=disable`);
  expect(message).toMatch(reported);
  expect(message).toContain("DATABASE_URL");
});

test.concurrent("a role that may not log in, or not into this database, is reported as such", async () => {
  await using database = await createDatabase();
  const role = new URL(database.gatewayUrl).pathname.slice(1).replace("test", "role");
  const url = changed(database.gatewayUrl, (copy) => void Object.assign(copy, { username: role, password: "s3cret" }));
  const superuser = await createSession(database);
  try {
    await superuser.query(`create role ${role} nologin password 's3cret'`);
    expect(await notifiedOf(url)).toMatch(/does not let "role_\w+" in.*DATABASE_URL/);
    await superuser.query(`alter role ${role} login`);
    expect(await notifiedOf(url)).toMatch(
      /may not act as the role dabyl_gateway; as a superuser run: grant dabyl_gateway to role_/,
    );
    await superuser.query(`revoke connect on database ${new URL(url).pathname.slice(1)} from public`);
    expect(await notifiedOf(url)).toMatch(/grant connect on that database, or correct DATABASE_URL/);
  } finally {
    await superuser.query(`drop role ${role}`);
    await superuser.end();
  }
});

async function createSession({ superuserUrl }: TestDatabase) {
  const { Client } = await import("pg");
  const session = new Client({ connectionString: superuserUrl });
  await session.connect();
  return session;
}

test.concurrent("for a login that may not act as the gateway's role the message says what to grant", async () => {
  await using database = await createDatabase();
  expect(await notifiedOf(database.ownerUrl)).toMatch(/DATABASE_URL.*grant dabyl_gateway to dabyl_owner/);
});

test.concurrent(
  "a schema that is behind and a login that may not migrate: the remedy is the owner's login",
  async () => {
    await using database = await createDatabase();
    await fallBehind(database);
    expect(await notifiedOf(database.gatewayUrl)).toMatch(
      /is behind this gateway.*set DATABASE_OWNER_URL.*npm run migrate/,
    );
    const login = { setting: "DATABASE_URL", url: database.gatewayUrl };
    await expect(expectCurrent(login)).rejects.toThrow(/behind this gateway: run npm run migrate/);
  },
);

test.concurrent(
  "an empty database: migrating needs the owner, and a program that only reads points to admin:bootstrap",
  async () => {
    await using database = await createDatabase();
    for (const schema of ["public", "queue"]) await database.asOwner(`drop schema ${schema} cascade`);
    await database.asOwner("create schema public");
    expect(await notifiedOf(database.gatewayUrl)).toMatch(/may not migrate it \(.*set DATABASE_OWNER_URL/);
    const login = { setting: "DATABASE_OWNER_URL", url: database.ownerUrl };
    await expect(expectCurrent(login)).rejects.toThrow(/npm run admin:bootstrap/);
  },
);

test.concurrent("a schema that a newer gateway has migrated is refused by this one, for every program", async () => {
  await using database = await createDatabase();
  await database.asOwner("insert into migration (timestamp, name) values (1765000000009, 'Future1765000000009')");
  const newer = /is newer than this gateway \(0\.1\.0\): it has the migration Future1765000000009/;
  expect(await notifiedOf(database.gatewayUrl)).toMatch(newer);
  expect(await notifiedOf(database.gatewayUrl, database.ownerUrl)).toMatch(newer);
  await expect(migrate(database.ownerUrl)).rejects.toThrow(newer);
  await expect(expectCurrent({ setting: "DATABASE_URL", url: database.gatewayUrl })).rejects.toThrow(newer);
});

test.concurrent("so is one whose queue a newer gateway has brought to a version of its own", async () => {
  await using database = await createDatabase();
  await database.asOwner("update queue.version set version = version + 1");
  expect(await notifiedOf(database.gatewayUrl, database.ownerUrl)).toMatch(
    /newer than this gateway.*tables of the queue/,
  );
});

test.concurrent("two logins that lead to different databases are detected before anything is served", async () => {
  await using one = await createDatabase();
  await using other = await createDatabase();
  await fallBehind(one);
  expect(await notifiedOf(one.gatewayUrl, other.ownerUrl)).toMatch(/do not lead to the same database/);
});

test.concurrent("a database that keeps texts in another encoding is refused", async () => {
  await using database = await createDatabase();
  const name = new URL(database.gatewayUrl).pathname.slice(1).replace("test", "latin");
  const superuser = await createSession(database);
  try {
    await superuser.query(`create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`);
    const url = changed(database.gatewayUrl, (copy) => void (copy.pathname = `/${name}`));
    expect(await notifiedOf(url)).toMatch(/keeps texts in SQL_ASCII.*correct DATABASE_URL/);
  } finally {
    await superuser.query(`drop database if exists ${name}`);
    await superuser.end();
  }
});

test.concurrent("migrating waits for another migration and for tables in use, but not for ever", async () => {
  await using database = await createDatabase();
  await fallBehind(database);
  const other = await database.session();
  try {
    await other.query("select pg_advisory_lock(hashtext('dabyl migrations'))");
    await expect(migrate(database.ownerUrl, 200)).rejects.toThrow(/waited 0\.2 seconds in vain for a lock/);
    await other.query("select pg_advisory_unlock(hashtext('dabyl migrations'))");
    await other.query("begin; lock table migration in access exclusive mode");
    await expect(migrate(database.ownerUrl, 200)).rejects.toThrow(/waited 0\.2 seconds in vain for a lock/);
  } finally {
    await other.end();
  }
});
