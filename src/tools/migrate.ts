import { findDatabase } from "../database.js";
import { readConfig } from "../platform/config.js";
import { migrate } from "../platform/database.js";

/** `npm run migrate`: brings the schema up to date as its owner and ends. */
const database = await findDatabase(readConfig(process.env));
try {
  const done = await migrate(database.ownerUrl);
  console.log(done.length === 0 ? "The schema is up to date." : `Migrated: ${done.join(", ")}`);
} finally {
  await database.stop();
}
