import { Client } from "pg";
import { vi } from "vitest";
import { AmendIncidentCardDocument } from "../../schema/operations.generated.js";
import type { TestDatabase } from "./database.js";
import { unique, type Person } from "./gateway.js";
import { cardInput } from "./inputs.js";

/** A reading that takes as long as a session has said `HELD`: of a table which neither cards nor other readings look at. */
export const HEAVY = "{ incidents { nodes { confirmationCorrections { reason } } } }";
export const HELD = "lock table confirmation_correction in access exclusive mode";

/** A session of the owner's that holds a lock until it is let go. */
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

/** Holds an incident: acts on it wait. */
export function holdIncident(database: TestDatabase, number: string): ReturnType<typeof hold> {
  return hold(database, `select from incident where number = '${number}' for update`);
}

/** An amendment that is carried out for as long as its incident is held; `padding` makes a large request of it. */
export async function heldAmendment(soc: Person, padding = "") {
  const { database, clock } = soc.world;
  const { incident } = await soc.sendsCard();
  const held = await holdIncident(database, incident.number);
  const card = cardInput(clock.now(), { nature: "It was held." });
  const input = { submissionKey: unique("key"), incidentId: incident.id, revision: 1, card };
  const asked = soc.begins(AmendIncidentCardDocument, { input }, padding);
  await isWaiting(database, 1);
  return { ...held, ...asked, input };
}

/** Statements in the whole database that wait for a lock, in any session. */
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
