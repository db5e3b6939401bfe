import { composeCore } from "../../src/compose.js";
import { makeDemoWorld, type DemoCredentials } from "../../src/demo-world.js";
import { systemClock } from "../../src/platform/clock.js";
import { readConfig } from "../../src/platform/config.js";
import { createLogger } from "../../src/platform/logger.js";

/** The fictional SOCs and the centre, on a migrated database that is not embedded. */
export async function demoWorldOn(gatewayUrl: string): Promise<DemoCredentials> {
  const core = await composeCore(gatewayUrl, readConfig({}), systemClock, createLogger("silent"));
  try {
    return await makeDemoWorld(core, systemClock.now());
  } finally {
    await core.stop();
  }
}
