import { composeCore } from "../../src/compose.js";
import { makeDemoWorld, type DemoCredentials } from "../../src/demo-world.js";
import { systemClock } from "../../src/platform/clock.js";
import { readConfig } from "../../src/platform/config.js";
import { createLogger } from "../../src/platform/logger.js";
import { createDatabase, type TestDatabase } from "./database.js";

export interface DemoDatabase extends TestDatabase {
  readonly credentials: DemoCredentials;
}

/** Made once for the life of the process: each test's own is a copy. */
let original: Promise<DemoDatabase> | null = null;

/** A test's own database with the fictional SOCs and the centre. */
export async function createDemoDatabase(): Promise<DemoDatabase> {
  original ??= makeOriginal();
  const { name, credentials } = await original;
  return { ...(await createDatabase(name)), credentials };
}

async function makeOriginal(): Promise<DemoDatabase> {
  const database = await createDatabase();
  return { ...database, credentials: await demoWorldOn(database.gatewayUrl) };
}

/** The fictional SOCs and the centre, on a migrated database that is not embedded. */
export async function demoWorldOn(gatewayUrl: string): Promise<DemoCredentials> {
  const core = await composeCore(gatewayUrl, readConfig({}), systemClock, createLogger("silent"));
  try {
    return await makeDemoWorld(core, systemClock.now());
  } finally {
    await core.stop();
  }
}
