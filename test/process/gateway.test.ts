import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPostmasterRecord } from "../../src/platform/embedded-postgres/postmaster.js";
import { createDatabase, type TestDatabase } from "../support/database.js";
import { createDataDir, credentialsOf, type Ended, GatewayProcess, runTool } from "../support/process.js";

const REPORT = `mutation Report($key: String!, $at: DateTime!) {
  reportIncident(input: { submissionKey: $key, confirmedAt: $at, type: OTHER, summary: "x", affectedObjects: [{ description: "y" }] }) {
    ... on ReportAccepted { incident { number } receipt { id position entryHash } } } }`;

test.concurrent(
  "a gateway that is killed starts again on the same data at once with what it acknowledged; SIGTERM answers what is in flight, ends with 0, and takes the embedded PostgreSQL down with it",
  async () => {
    await using data = await createDataDir();
    const environment = { DATA_DIR: data.path };
    const first = await GatewayProcess.start(environment);
    const { socs, centre } = await credentialsOf(data.path);
    const token = socs[0]?.token ?? "";
    const at = new Date().toISOString();
    const variables = { key: "before the kill", at };
    const acknowledged = await first.asks(token, REPORT, variables);
    await first.end("SIGKILL");

    await using second = await GatewayProcess.start(environment);
    expect(await second.asks(token, REPORT, variables)).toEqual(acknowledged);
    const list = await second.asks(centre, "{ incidents { nodes { number } } }");
    expect(list).toMatchObject({ data: { incidents: { nodes: [{}] } } });
    const inFlight = Array.from({ length: 20 }, (_, index) =>
      second.asks(socs[index % 4]?.token ?? "", REPORT, { key: `flight ${index}`, at }),
    );
    await Promise.race(inFlight);
    const ended = second.end("SIGTERM");
    for (const answer of await Promise.all(inFlight))
      expect(answer).toMatchObject({ data: { reportIncident: { receipt: {} } } });
    expect(await ended).toEqual({
      code: 0,
      output: expect.stringContaining(
        "Mail to owners goes to smtp://127.0.0.1:2525, where `npm run demo` starts a mailbox.",
      ),
    });
    expect(await readPostmasterRecord(join(data.path, "postgres"))).toBeNull();
    const { code, output } = await runTool("tools/audit-verify", environment);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("The chain is whole") });
  },
);

describe("on a database of one's own that has its first administrator", () => {
  let database: TestDatabase;
  let environment: Readonly<Record<string, string>>;
  let bootstrap: Ended;
  beforeAll(async () => {
    database = await createDatabase();
    environment = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl };
    bootstrap = await runTool("tools/admin-bootstrap", environment);
  });
  afterAll(() => database[Symbol.asyncDispose]());

  test.concurrent("there is no second one", async () => {
    const second = await runTool("tools/admin-bootstrap", environment);
    expect(second).toMatchObject({ code: 1, output: expect.stringContaining("has a national centre already") });
  });

  test.concurrent(
    "a gateway needs no owner's login, since the schema is up to date; it has no demonstration world, and says that it sends no mail",
    async () => {
      const token = /^dabyl_\S+$/m.exec(bootstrap.output)?.[0] ?? "";
      expect(token).not.toBe("");
      await using gateway = await GatewayProcess.start({ DATABASE_URL: database.gatewayUrl });
      expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
      expect(await gateway.asks(token, "{ me { roles } socs { nodes { code } } }")).toMatchObject({
        data: { me: { roles: ["CENTRE_ADMINISTRATOR"] }, socs: { nodes: [] } },
      });
      expect((await gateway.end("SIGTERM")).output).toContain("Owners and contacts get no mail: SMTP_URL is not set.");
    },
  );

  test.concurrent("audit:verify ends with 1 and names the first broken link", async () => {
    await database.asOwner("update journal set body = body || ' ' where position = 2");
    const { code, output } = await runTool("tools/audit-verify", environment);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("broken at position 2") });
  });
});

test.concurrent(
  "one URL for both roles works too, and the gateway still runs as the lesser one; it shows its mail server without the password",
  async () => {
    await using database = await createDatabase();
    const settings = { DATABASE_URL: database.superuserUrl, SMTP_URL: "smtp://dabyl:s3cret@mail.example" };
    await using gateway = await GatewayProcess.start(settings);
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
    const roles = await database.asOwner(
      "select has_table_privilege('dabyl_gateway', 'journal', 'delete') as may_delete, has_table_privilege('dabyl_gateway', 'journal', 'select') as may_read",
    );
    expect(roles).toEqual([{ may_delete: false, may_read: true }]);
    const { output } = await gateway.end("SIGTERM");
    expect(output).toContain("Mail to owners goes to smtp://mail.example.");
    expect(output).not.toContain("s3cret");
  },
);

test.concurrent("a port that is taken is named, and nothing is left running", async () => {
  await using data = await createDataDir();
  await using taker = createServer().listen(0, "127.0.0.1");
  await once(taker, "listening");
  const { port } = taker.address() as AddressInfo;
  const { code, output } = await runTool("main", { DATA_DIR: data.path, PORT: String(port) });
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining("set PORT to another port") });
  expect(await readPostmasterRecord(join(data.path, "postgres"))).toBeNull();
});
