import { composeCore } from "../compose.js";
import { bringUpToDate, findDatabase } from "../database.js";
import { HOUR, type Instant } from "../domain/instant.js";
import { bootstrap } from "../features/parties/bootstrap.js";
import { systemClock } from "../platform/clock.js";
import { readConfig } from "../platform/config.js";
import { createLogger } from "../platform/logger.js";
import { runProgram } from "../platform/program.js";

/** `npm run admin:bootstrap`: makes the national centre and its first administrator, and prints the token once. */
await runProgram(async () => {
  const config = readConfig(process.env);
  const database = await findDatabase(config);
  try {
    console.error(`Database: ${database.place}`);
    await bringUpToDate(database);
    const core = await composeCore(database.gatewayUrl, config, systemClock, createLogger("warn", config.instanceName));
    try {
      const now = systemClock.now();
      const expiresAt = (now + 30 * 24 * HOUR) as Instant;
      const centre = { code: "CENTRE", name: "National Coordination Centre", administrator: "First administrator" };
      const { secret } = await bootstrap(core.unitOfWork, centre, now, expiresAt);
      console.log(`The first administrator's token, shown once, valid for 30 days:\n\n${secret}\n`);
    } finally {
      await core.stop();
    }
  } finally {
    await database.stop();
  }
});
