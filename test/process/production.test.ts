import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { createDemoDatabase } from "../support/demo-world.js";
import { createDataDir, freePort, GatewayProcess, runTool } from "../support/process.js";
import { COMPILED } from "../support/programs.js";

/** Everything that works on the database, each with the settings that it needs. */
const PROGRAMS: readonly (readonly [entry: string, ...args: string[]])[] = [
  ["main"],
  ["tools/migrate"],
  ["tools/admin-bootstrap"],
  ["tools/admin-recover", "--reason", "The token was lost."],
  ["tools/audit-verify"],
];

test.concurrent(
  "settings that are wrong or misspelt start nothing in production, every one named at once, and nothing is verified that nobody meant",
  async () => {
    const misspelt = { NODE_ENV: "production", DATABSE_URL: "postgresql://dabyl:s3cret@db.example/dabyl" };
    const [started, verified] = await Promise.all([
      runTool("main", { ...misspelt, PORT: "http", MAX_TEXT: "-5", LOG_LEVEL: "loud" }),
      runTool("tools/audit-verify", misspelt),
    ]);
    for (const name of ["PORT", "MAX_TEXT", "LOG_LEVEL"]) expect(started.output).toContain(`- ${name} is`);
    for (const { code, output } of [started, verified]) {
      expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("did you mean DATABASE_URL?") });
      expect(output).not.toMatch(/^ +at |s3cret/m);
    }
  },
);

test.concurrent(
  "a database where nobody listens is one sentence in every program, without a stack, and ends with 1",
  async () => {
    const server = `127.0.0.1:${await freePort()}`;
    const environment = { DATABASE_URL: `postgresql://dabyl:s3cret@${server}/dabyl` };
    // The first of them as compiled, the others packed.
    const ended = await Promise.all(
      PROGRAMS.map(([entry, ...args]) => runTool(entry, environment, args, entry === "main" ? COMPILED : undefined)),
    );
    for (const { code, output } of ended) {
      expect(code).toBe(1);
      expect(output.trim().split("\n").at(-1)).toMatch(
        new RegExp(`^Nothing listens at ${server}, where DATABASE_URL leads`),
      );
      expect(output).not.toMatch(/^ +at |s3cret/m);
    }
  },
);

test.concurrent("a program that looks into a database creates none if none is set", async () => {
  await using data = await createDataDir("NOT_THERE");
  const environment = { DATA_DIR: data.path };
  const ended = await Promise.all([
    runTool("tools/admin-recover", environment, ["--reason", "The token was lost."]),
    runTool("tools/audit-verify", environment),
  ]);
  for (const end of ended)
    expect(end).toEqual({
      code: 1,
      output: expect.stringContaining("DATABASE_URL is not set, and there is no embedded"),
    });
  expect(existsSync(data.path)).toBe(false);
});

test.concurrent("in production the embedded database, set explicitly, has no fictional world", async () => {
  await using data = await createDataDir("NOT_THERE");
  const embedded = { NODE_ENV: "production", DATABASE_URL: "embedded", DATA_DIR: data.path };
  await using gateway = await GatewayProcess.start(embedded);
  const { output } = await gateway.end("SIGTERM");
  expect(linesOf(output)).toMatchObject([
    { level: 30, msg: "Dabyl is ready", world: "NONE", database: expect.stringContaining(data.path) },
    { level: 40, msg: expect.stringContaining("npm run admin:bootstrap") },
    { level: 40, msg: expect.stringContaining("no mail") },
    { level: 30, msg: expect.stringContaining("stopping") },
  ]);
});

test.concurrent(
  "in production a fictional world is refused, wherever it came from, unless it is asked for; then the log says so",
  async () => {
    await using database = await createDemoDatabase();
    const own = { NODE_ENV: "production", DATABASE_URL: database.gatewayUrl };
    const { host, pathname, password } = new URL(database.gatewayUrl);
    const place = `${pathname.slice(1)} on ${host}`;
    const asked = GatewayProcess.start({ ...own, DEMO_WORLD: "yes", INSTANCE_NAME: "training-2" });
    const refused = await runTool("main", own);
    expect(refused).toEqual({ code: 1, output: expect.stringContaining(`(${place}) is fictional`) });
    await using gateway = await asked;
    const { output } = await gateway.end("SIGTERM");
    // All that is printed is lines of the log, each of which says whose it is.
    const about = { service: "dabyl", version: "0.1.0", instance: "training-2" };
    const lines = linesOf(output);
    for (const line of lines) expect(line).toMatchObject(about);
    expect(lines).toMatchObject([
      { msg: "Dabyl is ready", url: gateway.url, database: place, world: "FICTIONAL", mail: null },
      { level: 40, msg: expect.stringContaining("FICTIONAL") },
      { level: 40, msg: expect.stringContaining("no mail") },
      { level: 30, msg: expect.stringContaining("stopping") },
    ]);
    expect(output).not.toContain(password);
  },
);

/** What was printed, each line of it read as JSON. */
function linesOf(output: string): unknown[] {
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}
