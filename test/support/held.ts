import { vi } from "vitest";
import { AmendIncidentCardDocument } from "../../schema/operations.generated.js";
import { asSuperuser, type TestDatabase } from "./database.js";
import { unique, type Person } from "./person.js";
import { cardInput } from "./inputs.js";

/** A query that takes as long as a session holds the lock `HELD`: on a table that neither cards nor other queries read. */
export const HEAVY = "{ incidents { nodes { confirmationCorrections { reason } } } }";
export const HELD = "lock table confirmation_correction in access exclusive mode";

/** A session of the owner that holds a lock until it is released. */
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

/** An amendment that runs for as long as its incident is locked; `padding` makes the request large. */
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

/** Statements that wait for a lock, in any session of the whole database. */
export async function waiting({ name }: TestDatabase): Promise<number> {
  const waits = "wait_event_type = 'Lock'";
  return (await asSuperuser(`select from pg_stat_activity where datname = '${name}' and ${waits}`)).length;
}

/** Resolves once `count` of them wait. */
export async function isWaiting(database: TestDatabase, count: number): Promise<void> {
  await vi.waitUntil(async () => (await waiting(database)) >= count, { timeout: 60_000, interval: 50 });
}

/** Resolves once the gateway shows this among its metrics. */
export async function shows(centre: Person, line: string): Promise<void> {
  await vi.waitUntil(async () => (await centre.readsMetrics()).text.includes(line), { timeout: 60_000, interval: 50 });
}
