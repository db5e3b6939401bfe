import { findDatabase } from "../database.js";
import { walkChain } from "../journal/chain.js";
import { readConfig } from "../platform/config.js";
import { openDatabase, scopedConnection } from "../platform/database.js";

/** `npm run audit:verify`: walks the audit chain; ends with 1 and the first broken link where it is broken. */
const config = readConfig(process.env);
const database = await findDatabase(config);
try {
  const dataSource = await openDatabase(database.gatewayUrl, { pool: 2, entities: [], onPoolError: console.error });
  try {
    const walk = await walkChain(scopedConnection(dataSource, { sees: "EVERYTHING" }));
    if (walk.isWhole) {
      console.log(`The chain is whole: ${walk.entries} entries, head at ${walk.head}, hash ${walk.hash}`);
    } else {
      console.error(`The chain is broken at position ${walk.position}: ${walk.fault}.`);
      process.exitCode = 1;
    }
  } finally {
    await dataSource.destroy();
  }
} finally {
  await database.stop();
}
