import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { fillCountry } from "../support/country.js";
import { PAGES, rowsRead, SCOPES, vary, type Codes } from "../support/list-plans.js";

/** Rows that a page's statement may read for each of its own, of which there is one more than is answered. */
const EACH = 50;
const PAGE = 21;
/** Far more than that of everybody, of one SOC, and at one level. */
const INCIDENTS = 60_000;

let database: TestDatabase;
let session: pg.Client;
let codes: Codes;
beforeAll(async () => {
  database = await createDatabase();
  await fillCountry(database, INCIDENTS);
  session = new pg.Client({ connectionString: database.superuserUrl });
  await session.connect();
  codes = await vary(session);
}, 600_000);
afterAll(async () => {
  await session.end();
  await database[Symbol.asyncDispose]();
});

test.for(Object.keys(PAGES))("a page of incidents reads at most 50 times its rows: %s", async (name) => {
  for (const scope of SCOPES) {
    const read = await rowsRead(session, scope, PAGES[name]?.(codes) ?? {});
    expect({ scope: scope.sees, read: read <= EACH * PAGE || read }).toEqual({ scope: scope.sees, read: true });
  }
});
