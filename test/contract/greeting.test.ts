import { hostname } from "node:os";
import { expect, test } from "vitest";
import { findDatabase } from "../../src/database.js";
import { greetingText } from "../../src/greeting.js";
import { readConfig } from "../../src/platform/config.js";
import { createLogger } from "../../src/platform/logger.js";

const READY = {
  url: "http://127.0.0.1:4000",
  console: "SERVED",
  database: "dabyl on db.example:5432",
  credentials: null,
  smtpUrl: null,
} as const;

test("the greeting names the database, and says loudly that a world is fictional", () => {
  const fictional = greetingText({ ...READY, world: "FICTIONAL" });
  expect(fictional).toContain("Database   dabyl on db.example:5432");
  expect(fictional).toContain("*** Beware: the world in this database is FICTIONAL");
  expect(greetingText({ ...READY, world: "REAL" })).not.toContain("FICTIONAL");
});

test("where there is no national centre yet the greeting says how to make it, else who issues tokens", () => {
  expect(greetingText({ ...READY, world: "NONE" })).toContain("npm run admin:bootstrap");
  expect(greetingText({ ...READY, world: "REAL" })).not.toContain("npm run admin:bootstrap");
});

test.each([
  ["postgresql://dabyl:s3cret@db.example:6432/exchange?sslmode=verify-full", "exchange on db.example:6432"],
  ["postgresql://dabyl:s3cret@db.example/exchange", "exchange on db.example:5432"],
  ["postgresql://dabyl:s3cret@[::1]/exchange", "exchange on [::1]:5432"],
  ["postgresql:///exchange?host=/var/run/postgresql&user=dabyl", "exchange on /var/run/postgresql"],
])("a database is shown by server and name, without login: %s", async (url, place) => {
  expect((await findDatabase(readConfig({ DATABASE_URL: url }))).place).toBe(place);
});

test("a line of the log says which program wrote it, in which version, and on which machine in which process", () => {
  expect(createLogger("silent").bindings()).toEqual({
    service: "dabyl",
    version: "0.1.0",
    instance: `${hostname()}/${process.pid}`,
  });
});

test("the greeting leads people to the console, and says where there is none", () => {
  const served = greetingText({ ...READY, world: "REAL" });
  expect(served).toContain("Console    http://127.0.0.1:4000/   (in a browser)");
  expect(served).toContain("To try it: open the console and sign in with your token.");
  const notBuilt = greetingText({ ...READY, world: "REAL", console: "NOT_BUILT" });
  expect(notBuilt).toContain("Console    not built: npm run build:console, then start again");
  expect(notBuilt).not.toContain("open the console");
  expect(greetingText({ ...READY, world: "REAL", console: "SWITCHED_OFF" })).toContain("switched off (CONSOLE_DIR)");
});
