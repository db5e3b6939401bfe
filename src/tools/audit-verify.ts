import { expectCurrent, findExistingDatabase } from "../database.js";
import { walkChain } from "../journal/chain.js";
import { readConfig } from "../platform/config.js";
import { MINUTE, SECOND } from "../domain/instant.js";
import { Availability } from "../platform/availability.js";
import { loneClient, scopedConnection } from "../platform/database.js";
import { createLogger } from "../platform/logger.js";
import { Pool } from "../platform/pool.js";
import { runProgram } from "../platform/program.js";

/** `npm run audit:verify`: walks the audit chain; ends with 1 and the first broken link where it is broken. */
await runProgram(async () => {
  const config = readConfig(process.env);
  const database = await findExistingDatabase(config);
  try {
    console.error(`Database: ${database.place}`);
    await expectCurrent(database.logins.gateway);
    const { connectTimeout: connect, lockTimeout: lock } = config.database;
    const lookFor = () => loneClient(database.gatewayUrl, "dabyl audit", 5 * SECOND);
    const availability = new Availability(lookFor, createLogger(config.logLevel, config.instanceName));
    const pool = Pool.open(database.gatewayUrl, availability, { size: 2, connect, lock, statement: 10 * MINUTE });
    try {
      const walk = await walkChain(scopedConnection(pool, { sees: "EVERYTHING" }));
      if (walk.isWhole) {
        console.log(`The chain is whole: ${walk.entries} entries, head at ${walk.head}, hash ${walk.hash}`);
      } else {
        console.error(`The chain is broken at position ${walk.position}: ${walk.fault}.`);
        process.exitCode = 1;
      }
    } finally {
      availability.stop();
      await pool.destroy();
    }
  } finally {
    await database.stop();
  }
});
