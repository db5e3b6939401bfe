import { expectCurrent, findDatabase } from "../database.js";
import { walkChain } from "../journal/chain.js";
import { readConfig } from "../platform/config.js";
import { openDatabase, scopedConnection } from "../platform/database.js";
import { runProgram } from "../platform/program.js";

/** `npm run audit:verify`: walks the audit chain; ends with 1 and the first broken link where it is broken. */
await runProgram(async () => {
  const database = await findDatabase(readConfig(process.env));
  try {
    console.error(`Database: ${database.place}`);
    await expectCurrent(database.logins.gateway);
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
});
