import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPostmasterRecord } from "../../src/platform/embedded-postgres/postmaster.js";
import { startEmbeddedDatabase } from "../../src/platform/embedded-database.js";
import { demoWorldOn } from "../support/demo-world.js";
import { eventually } from "../support/eventually.js";
import { readiness, createDataDir, GatewayProcess } from "../support/process.js";
import { isDeserted } from "../support/process-state.js";
import { head, RawConnection } from "../support/raw.js";
import { RawSocket } from "../support/raw-socket.js";

const REPORT = `mutation Report($key: String!, $at: DateTime!) {
  reportIncident(input: { submissionKey: $key, confirmedAt: $at, type: OTHER, summary: "x", affectedObjects: [{ description: "y" }] }) {
    ... on ReportAccepted { receipt { position } } } }`;
const ACT = `mutation { reportIncident(input: { submissionKey: "on a socket", confirmedAt: "2026-03-01T10:00:00Z", type: OTHER,
  summary: "x", affectedObjects: [{ description: "y" }] }) { __typename } }`;
const READING = "{ incidents { nodes { number } } }";

/** Most of their time is waiting. The test finds PostgreSQL and its children by /proc. */
const ON_LINUX = { concurrent: true, skip: process.platform !== "linux" };

/** A PostgreSQL of the test's own, with the fictional world on it. */
async function ownPostgres() {
  const data = await createDataDir();
  let cluster = await startEmbeddedDatabase({ dataDir: data.path });
  const { ownerUrl, gatewayUrl } = cluster;
  const { socs, centre } = await demoWorldOn(gatewayUrl);
  const folder = join(data.path, "postgres");
  const postmaster = async (): Promise<number> => {
    const record = await readPostmasterRecord(folder);
    if (!record) throw new Error("PostgreSQL does not run");
    return record.pid;
  };
  const signal = async (name: "SIGSTOP" | "SIGCONT"): Promise<void> => {
    const pid = await postmaster();
    for (const one of [pid, ...(await childrenOf(pid))]) process.kill(one, name);
  };
  return {
    environment: { DATABASE_URL: gatewayUrl, DATABASE_OWNER_URL: ownerUrl, LOG_LEVEL: "info" },
    token: socs[0]?.token ?? "",
    centre,
    signal,
    async dies(): Promise<void> {
      process.kill(await postmaster(), "SIGKILL");
      await isDeserted(folder);
    },
    async startsAgain(): Promise<void> {
      cluster = await startEmbeddedDatabase({ dataDir: data.path });
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await signal("SIGCONT").catch(() => undefined);
      await cluster.stop();
      await data[Symbol.asyncDispose]();
    },
  };
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      return /^PPid:\s*(\d+)$/m.exec(status)?.[1] === String(parent) ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}

/** What a gateway has logged: its lines of JSON, from a level on. */
function linesOf(output: string, level: number): { level: number; msg: string; err?: { message?: string } }[] {
  return (
    output
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as { level: number; msg: string; err?: { message?: string } })
      // Its beginning and its end are no part of what happens in between.
      .filter((line) => line.level >= level && !line.msg.startsWith("stopping"))
  );
}

/** What is logged of a database that stands still: that it does not answer, and that it does again. */
const SILENCE = [
  expect.objectContaining({ level: 50, msg: expect.stringContaining("the database does not answer") }),
  expect.objectContaining({ level: 30, msg: "the database answers again", milliseconds: expect.any(Number) }),
];

/** What is logged of one outage: that the database went and why, and that it is back. */
const OUTAGE = [
  expect.objectContaining({
    level: 50,
    msg: expect.stringContaining("the database went away"),
    err: expect.objectContaining({ message: expect.any(String) }),
  }),
  expect.objectContaining({ level: 30, msg: "the database is back", milliseconds: expect.any(Number) }),
];

function report(key: string) {
  return { key, at: new Date().toISOString() };
}

test(
  "a PostgreSQL that stands still: readiness says so at once, nobody waits for ever, and all goes on when it goes on",
  ON_LINUX,
  async () => {
    await using postgres = await ownPostgres();
    await using gateway = await GatewayProcess.start({
      ...postgres.environment,
      CONNECT_TIMEOUT_SECONDS: "2",
      READING_TIMEOUT_SECONDS: "2",
      ACT_TIMEOUT_SECONDS: "2",
    });
    const { token } = postgres;
    const before = await gateway.asks(token, REPORT, report("before"));
    expect(before).toMatchObject({ data: { reportIncident: { receipt: {} } } });

    const asked = performance.now();
    expect(await readiness(gateway)).toBe(200);
    const inHealth = performance.now() - asked;

    await postgres.signal("SIGSTOP");
    const since = performance.now();
    const ready = await fetch(`${gateway.url}/health/ready`);
    expect(await ready.json()).toEqual({ status: "not ready", reason: "the database does not answer" });
    expect(ready.status).toBe(503);
    // A second, and what a busy machine takes for itself.
    expect(performance.now() - since).toBeLessThan(5_000 + 20 * inHealth);
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
    const during = report("during");
    const unavailable = { errors: [{ extensions: { code: "UNAVAILABLE", retryAfterSeconds: 5 } }] };
    const answers = await Promise.all([
      gateway.asks(token, REPORT, during),
      gateway.asks(token, READING),
      gateway.asks(postgres.centre, READING),
    ]);
    for (const answer of answers) expect(answer).toMatchObject(unavailable);

    await postgres.signal("SIGCONT");
    await eventually(() => gateway.reported.includes("the database answers again"));
    await eventually(async () => (await readiness(gateway)) === 200);
    const kept = await gateway.asks(token, REPORT, during);
    expect(kept).toMatchObject({ data: { reportIncident: { receipt: {} } } });
    expect(await gateway.asks(token, REPORT, during)).toEqual(kept);
    const { code, output } = await gateway.end("SIGTERM");
    expect(code).toBe(0);
    expect(linesOf(output, 30)).toEqual(SILENCE);
  },
);

test(
  "SIGTERM while PostgreSQL stands still: what has reached the machine is answered that the outcome is unknown, before its connection ends",
  ON_LINUX,
  async () => {
    await using postgres = await ownPostgres();
    await using gateway = await GatewayProcess.start({ ...postgres.environment, CONNECT_TIMEOUT_SECONDS: "30" });
    const { token } = postgres;
    await gateway.asks(token, READING);
    using socket = await RawSocket.open(gateway.url, token);
    socket.subscribe("feed", "subscription { incidentFeed { cursor } }");
    await socket.asks("before", READING);
    using reporting = await RawConnection.to(gateway.url);
    using reading = await RawConnection.to(gateway.url);
    await postgres.signal("SIGSTOP");
    reporting.send(posted(token, REPORT, report("when it stood still")) + posted(token, READING));
    reading.send(posted(token, READING));
    socket.subscribe("act", ACT);
    socket.subscribe("late feed", "subscription { obligationFeed { cursor } }");
    await socket.flushed();
    const ended = gateway.end("SIGTERM");
    for (const [connection, answers] of [
      [reporting, 2],
      [reading, 1],
    ] as const) {
      const text = await connection.closed();
      expect(text.match(/HTTP\/1\.1 503 /g)).toHaveLength(answers);
      expect(text.match(/"code":"UNAVAILABLE"/g)).toHaveLength(answers);
      expect(text.match(/connection: close/gi)).toHaveLength(1);
    }
    expect(await socket.closed).toEqual({ code: 1001, reason: "The gateway is shutting down: connect again." });
    // A subscription is resumed at another gateway; an error would be its end.
    const reported = await socket.take(({ type }) => type === "error", 2);
    expect(reported).toMatchObject([
      { id: "act", payload: [{ extensions: { code: "UNAVAILABLE", retryAfterSeconds: 5 } }] },
    ]);
    await postgres.signal("SIGCONT");
    await ended;
  },
);

function posted(token: string, query: string, variables: object = {}): string {
  const body = JSON.stringify({ query, variables });
  const fields = [`authorization: Bearer ${token}`, "content-type: application/json", `content-length: ${body.length}`];
  return head("POST /graphql", ...fields) + body;
}

test(
  "a PostgreSQL that stands still for a moment, in which readiness is asked often, and then dies and comes back: UNAVAILABLE while it is gone, and each of the two is logged once, as is its end",
  ON_LINUX,
  async () => {
    await using postgres = await ownPostgres();
    await using gateway = await GatewayProcess.start(postgres.environment);
    const { token } = postgres;
    await postgres.signal("SIGSTOP");
    for (let count = 0; count < 3; count += 1) await eventually(async () => (await readiness(gateway)) === 503);
    await postgres.signal("SIGCONT");
    await eventually(() => gateway.reported.includes("the database answers again"));
    await eventually(async () => (await readiness(gateway)) === 200);
    const before = report("before");
    const first = await gateway.asks(token, REPORT, before);
    await postgres.dies();
    for (const language of ["en", "ru", "kk"]) {
      const answers = await Promise.all([
        asksIn(gateway, language, token, REPORT, report("while it was gone")),
        asksIn(gateway, language, token, READING),
        asksIn(gateway, language, "unknown", READING),
        asksIn(gateway, language, "unknown", REPORT, report("nobody knows whose")),
      ]);
      for (const answer of answers)
        expect(answer).toMatchObject({ errors: [{ extensions: { code: "UNAVAILABLE", retryAfterSeconds: 5 } }] });
      const [act, reading, ...unchecked] = answers.map(({ errors }) => errors?.[0]?.message);
      expect(act).not.toBe(reading);
      // Nobody knows yet what is asked: one sentence that is true of both.
      expect(new Set(unchecked).size).toBe(1);
      expect([act, reading]).not.toContain(unchecked[0]);
      expect(unchecked[0]).toMatch(/key|ключ|кілт/);
    }
    expect(await readiness(gateway)).toBe(503);
    await postgres.startsAgain();
    // A session may be there again before the look that shows it.
    await eventually(() => gateway.reported.includes("the database is back"));
    await eventually(async () => (await readiness(gateway)) === 200);
    expect(await gateway.asks(token, REPORT, before)).toEqual(first);
    const { output } = await gateway.end("SIGTERM");
    expect(linesOf(output, 30)).toEqual([...SILENCE, ...OUTAGE]);
  },
);

async function asksIn(gateway: GatewayProcess, language: string, token: string, query: string, variables: object = {}) {
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      "accept-language": language,
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as { errors?: { message: string; extensions: object }[] };
}
