import { expect, test } from "vitest";
import { findDatabase, knowsLetters } from "../../src/database.js";
import { readConfig } from "../../src/platform/config.js";
import { asSuperuser, createDatabase } from "../support/database.js";

const knows = async (url: string): Promise<boolean> =>
  knowsLetters(await findDatabase(readConfig({ DATABASE_URL: url })));

test("the character type of the embedded PostgreSQL knows Kazakh letters", async () => {
  await using database = await createDatabase();
  const [row] = await database.asOwner("select show_trgm('ә')::text as trigrams");
  expect(row?.["trigrams"]).not.toBe("{}");
  expect(await knows(database.gatewayUrl)).toBe(true);
});

test("one that knows none is seen at start, and is mended where it is", async () => {
  await using database = await createDatabase();
  const name = `'${database.name}'`;
  // As an older cluster was made.
  await asSuperuser(`update pg_database set datctype = 'C' where datname = ${name}`);
  expect(await knows(database.gatewayUrl)).toBe(false);
  await asSuperuser(`update pg_database set datctype = 'C.UTF-8' where datname = ${name}`);
  expect(await knows(database.gatewayUrl)).toBe(true);
});
