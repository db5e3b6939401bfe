import { expect, test } from "vitest";
import { createDatabase } from "../support/database.js";
import { createDataDir, credentialsOf, GatewayProcess, runTool } from "../support/process.js";

const REPORT = `mutation Report($key: String!, $at: DateTime!) {
  reportIncident(input: { submissionKey: $key, confirmedAt: $at, type: OTHER, summary: "x", affectedObject: { description: "y" } }) {
    ... on ReportAccepted { incident { number } receipt { id position entryHash } } } }`;

test("a gateway that is killed starts again on the same data at once, and what it acknowledged is there", async () => {
  await using data = await createDataDir("NOT_THERE");
  const environment = { DATA_DIR: data.path };
  const first = await GatewayProcess.start(environment);
  const { socs, centre } = await credentialsOf(data.path);
  const token = socs[0]?.token ?? "";
  const variables = { key: "before the kill", at: new Date().toISOString() };
  const acknowledged = await first.asks(token, REPORT, variables);
  await first.end("SIGKILL");

  await using second = await GatewayProcess.start(environment);
  expect(await second.asks(token, REPORT, variables)).toEqual(acknowledged);
  const list = await second.asks(centre, "{ incidents { nodes { number } } }");
  expect(list).toMatchObject({ data: { incidents: { nodes: [{}] } } });
});

test("SIGTERM answers what is in flight, ends with 0, and takes the embedded PostgreSQL down with it", async () => {
  await using data = await createDataDir();
  await using gateway = await GatewayProcess.start({ DATA_DIR: data.path });
  const { socs } = await credentialsOf(data.path);
  const at = new Date().toISOString();
  const inFlight = Array.from({ length: 20 }, (_, index) =>
    gateway.asks(socs[index % 4]?.token ?? "", REPORT, { key: `flight ${index}`, at }),
  );
  await Promise.race(inFlight);
  const ended = gateway.end("SIGTERM");
  for (const answer of await Promise.all(inFlight))
    expect(answer).toMatchObject({ data: { reportIncident: { receipt: {} } } });
  expect((await ended).code).toBe(0);
  const { code, output } = await runTool("tools/audit-verify", { DATA_DIR: data.path });
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("The chain is whole") });
});

test("the greeting says where mail goes: from the embedded database to a local mailbox, else where SMTP_URL says", async () => {
  await using data = await createDataDir();
  await using embedded = await GatewayProcess.start({ DATA_DIR: data.path });
  expect((await embedded.end("SIGTERM")).output).toContain(
    "Mail to owners goes to smtp://127.0.0.1:2525, where `npm run demo` starts a mailbox.",
  );
  await using database = await createDatabase();
  const own = { DATABASE_URL: database.gatewayUrl };
  await using silent = await GatewayProcess.start(own);
  expect((await silent.end("SIGTERM")).output).toContain("No mail is sent to owners: SMTP_URL names no mail server.");
  await using relayed = await GatewayProcess.start({ ...own, SMTP_URL: "smtp://dabyl:s3cret@mail.example" });
  const { output } = await relayed.end("SIGTERM");
  expect(output).toContain("Mail to owners goes to smtp://mail.example.");
  expect(output).not.toContain("s3cret");
});

test("on a database of one's own: no demonstration world, the first administrator once, two roles", async () => {
  await using database = await createDatabase();
  const environment = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const first = await runTool("tools/admin-bootstrap", environment);
  const token = /^dabyl_\S+$/m.exec(first.output)?.[0] ?? "";
  expect(token).not.toBe("");
  const second = await runTool("tools/admin-bootstrap", environment);
  expect(second).toMatchObject({ code: 1, output: expect.stringContaining("has a national centre already") });
  await using gateway = await GatewayProcess.start(environment);
  expect(await gateway.asks(token, "{ me { roles } socs { nodes { code } } }")).toMatchObject({
    data: { me: { roles: ["CENTRE_ADMINISTRATOR"] }, socs: { nodes: [] } },
  });
});

test("once the schema is up to date a gateway starts without the owner's login", async () => {
  await using database = await createDatabase();
  await using gateway = await GatewayProcess.start({ DATABASE_URL: database.gatewayUrl });
  expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
});

test("one URL for both roles works too, and the gateway still runs as the lesser one", async () => {
  await using database = await createDatabase();
  await using gateway = await GatewayProcess.start({ DATABASE_URL: database.superuserUrl });
  expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
  const roles = await database.asOwner(
    "select has_table_privilege('dabyl_gateway', 'journal', 'delete') as may_delete, has_table_privilege('dabyl_gateway', 'journal', 'select') as may_read",
  );
  expect(roles).toEqual([{ may_delete: false, may_read: true }]);
});

test("a login that may not act as the gateway's role is told what to grant", async () => {
  await using database = await createDatabase();
  const { code, output } = await runTool("main", { DATABASE_URL: database.ownerUrl });
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("grant dabyl_gateway to dabyl_owner") });
});

test("a port that is taken is named, and nothing is left running", async () => {
  await using data = await createDataDir();
  await using database = await createDatabase();
  const own = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl };
  await using first = await GatewayProcess.start(own);
  const { code, output } = await runTool("main", { DATA_DIR: data.path, PORT: new URL(first.url).port });
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("set PORT to another port") });
});

test("wrong settings are refused at start, every fault named at once", async () => {
  const { code, output } = await runTool("main", { PORT: "http", MAX_TEXT: "-5", LOG_LEVEL: "loud" });
  expect(code).toBe(1);
  for (const name of ["PORT", "MAX_TEXT", "LOG_LEVEL"]) expect(output).toContain(name);
});

test("audit:verify ends with 1 and names the first broken link", async () => {
  await using database = await createDatabase();
  const environment = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl };
  await runTool("tools/admin-bootstrap", environment);
  await database.asOwner("update journal set body = body || ' ' where position = 2");
  const { code, output } = await runTool("tools/audit-verify", environment);
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("broken at position 2") });
});
