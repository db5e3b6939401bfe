import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

/** A test's own database, migrated and empty. */
export interface TestDatabase extends AsyncDisposable {
  readonly name: string;
  readonly ownerUrl: string;
  readonly gatewayUrl: string;
  /** The gateway's URL for gateways in this process. */
  readonly nearGatewayUrl: string;
  readonly superuserUrl: string;
  /** Ends every session and refuses new ones, until `open`. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** A session as the owner, which the caller must end. */
  session(): Promise<Client>;
  /** Runs one statement as the owner, after those that were given before: for what the gateway itself could never do. */
  asOwner(sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>;
}

/** Copies a database that nobody works on, the migrated one by default; the copy is dropped at the end, with its sessions. */
export async function createDatabase(
  template = new URL(inject("templateOwnerUrl")).pathname.slice(1),
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const inDatabase = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await asSuperuser(`create database ${name} template ${template} owner dabyl_owner strategy file_copy`);
  const ownerUrl = inDatabase(inject("templateOwnerUrl"));
  let owner: Promise<Client> | null = null;
  return {
    name,
    ownerUrl,
    gatewayUrl: inDatabase(inject("templateGatewayUrl")),
    nearGatewayUrl: near(inDatabase(inject("templateGatewayUrl"))),
    superuserUrl: inDatabase(inject("superuserUrl")),
    session: () => session(ownerUrl),
    async asOwner(sql, parameters) {
      owner ??= lastingSession(near(ownerUrl));
      return (await (await owner).query<Record<string, unknown>>(sql, parameters)).rows;
    },
    async close() {
      owner = null;
      await asSuperuser(`alter database ${name} with allow_connections false`);
      await asSuperuser(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`);
    },
    async open() {
      await asSuperuser(`alter database ${name} with allow_connections true`);
    },
    async [Symbol.asyncDispose]() {
      await asSuperuser(`drop database ${name} with (force)`);
    },
  };
}

/** The same database through the cluster's Unix socket, which costs both sides less than TCP. */
function near(url: string): string {
  const folder = inject("socketFolder");
  if (folder === null) return url;
  const other = new URL(url);
  other.searchParams.set("host", folder);
  return other.href;
}

/** One session for the life of the process: opening one costs as much as the statements run on it. */
let superuser: Promise<Client> | null = null;

/** Runs one statement in the database `postgres`. */
export async function asSuperuser(sql: string): Promise<Record<string, unknown>[]> {
  superuser ??= lastingSession(near(inject("superuserUrl")));
  return (await (await superuser).query<Record<string, unknown>>(sql)).rows;
}

/** Does not keep the process alive, and may be closed by the server. */
async function lastingSession(connectionString: string): Promise<Client> {
  const client = await session(connectionString);
  client.on("error", () => undefined);
  // Missing in the types.
  (client as Client & { unref(): void }).unref();
  return client;
}

async function session(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}
