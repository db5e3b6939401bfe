import { findDatabase, migrateAsOwner } from "../database.js";
import { readConfig } from "../platform/config.js";
import { runProgram } from "../platform/program.js";

/** `npm run migrate`: brings the schema up to date as its owner and ends. */
await runProgram(async () => {
  const database = await findDatabase(readConfig(process.env));
  try {
    console.error(`Database: ${database.place}`);
    const done = await migrateAsOwner(database);
    console.log(done.length === 0 ? "The schema is up to date." : `Migrated: ${done.join(", ")}`);
  } finally {
    await database.stop();
  }
});
