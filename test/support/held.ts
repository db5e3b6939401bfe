import { Client } from "pg";
import { vi } from "vitest";
import type { TestDatabase } from "./database.js";

/** A session of the owner's that holds what it was told to, until it is let go. */
export async function hold(database: TestDatabase, sql: string): Promise<AsyncDisposable & { letGo(): Promise<void> }> {
  const client = await database.session();
  await client.query("begin");
  await client.query(sql);
  let isHeld = true;
  const letGo = async (): Promise<void> => {
    if (isHeld) await client.end();
    isHeld = false;
  };
  return { letGo, [Symbol.asyncDispose]: letGo };
}

/** Statements of the gateway that wait for a lock. */
export async function waiting(database: TestDatabase): Promise<number> {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  const { rowCount } = await client.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  await client.end();
  return rowCount ?? 0;
}

/** Resolves once so many of them wait. */
export async function isWaiting(database: TestDatabase, count: number): Promise<void> {
  await vi.waitUntil(async () => (await waiting(database)) >= count, { timeout: 60_000, interval: 50 });
}
