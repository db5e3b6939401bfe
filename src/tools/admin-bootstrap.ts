import { composeCore } from "../compose.js";
import { findDatabase } from "../database.js";
import { HOUR, type Instant } from "../domain/instant.js";
import { AlreadyBootstrapped, bootstrap } from "../features/parties/bootstrap.js";
import { systemClock } from "../platform/clock.js";
import { readConfig } from "../platform/config.js";
import { migrate } from "../platform/database.js";
import { createLogger } from "../platform/logger.js";

/** `npm run admin:bootstrap`: makes the national centre and its first administrator, and prints the token once. */
const config = readConfig(process.env);
const database = await findDatabase(config);
try {
  await migrate(database.ownerUrl);
  const core = await composeCore(database.gatewayUrl, config, systemClock, createLogger("warn"));
  try {
    const now = systemClock.now();
    const expiresAt = (now + 30 * 24 * HOUR) as Instant;
    const centre = { code: "CENTRE", name: "National Coordination Centre", administrator: "First administrator" };
    const { secret } = await bootstrap(core.unitOfWork, centre, now, expiresAt);
    console.log(`The first administrator's token, shown once, good for 30 days:\n\n${secret}\n`);
  } finally {
    await core.stop();
  }
} catch (error) {
  console.error(error instanceof AlreadyBootstrapped ? error.message : error);
  process.exitCode = 1;
} finally {
  await database.stop();
}
