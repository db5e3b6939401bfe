import { expect, test } from "vitest";
import { createDemoDatabase } from "../support/demo-world.js";
import { GatewayProcess } from "../support/process.js";
import { head, RawConnection, wholeAnswers } from "../support/raw.js";
import { RawSocket } from "../support/raw-socket.js";

/** A report as it goes over the wire. */
function report(token: string, key: string): string {
  const query = `mutation { reportIncident(input: { submissionKey: "${key}", confirmedAt: "${new Date().toISOString()}", type: SPAM,
    summary: "x", affectedObjects: [{ description: "y" }] }) { __typename } }`;
  const body = JSON.stringify({ query });
  return (
    head("POST /graphql", `authorization: Bearer ${token}`, "content-type: application/json", `content-length: ${body.length}`) + body // prettier-ignore
  );
}

const ACCEPTED = '{"data":{"reportIncident":{"__typename":"ReportAccepted"}}';
const ROUNDS = Number(process.env["DABYL_ROUNDS"] ?? 1);

test.concurrent("SIGTERM answers every request that has reached the machine, read or not, and then ends", async () => {
  await using database = await createDemoDatabase();
  const { socs } = database.credentials;
  const token = socs[0]?.token ?? "";
  for (let round = 0; round < ROUNDS; round += 1) {
    await using gateway = await GatewayProcess.start({ DATABASE_URL: database.gatewayUrl });
    // Kept alive: a first request was answered on each.
    const kept = await Promise.all(Array.from({ length: 20 }, () => RawConnection.to(gateway.url)));
    for (const connection of kept) connection.send(head("GET /health/live"));
    for (const connection of kept) await connection.answers(1);
    const silent = await RawConnection.to(gateway.url);
    // Stopped, the process reads nothing: what is sent now lies in the machine when the signal comes.
    process.kill(gateway.pid, "SIGSTOP");
    const fresh = await Promise.all(Array.from({ length: 20 }, () => RawConnection.to(gateway.url)));
    for (const [index, connection] of [...kept, ...fresh].entries())
      connection.send(report(token, `round ${round} ${index}`));
    // Two on one connection, the second behind the first.
    kept[0]?.send(report(token, `round ${round} pipelined`));
    const ended = gateway.end("SIGTERM");
    process.kill(gateway.pid, "SIGCONT");
    const answers = await Promise.all([...kept, ...fresh].map((connection) => connection.closed()));
    expect(answers.map((text) => text.split(ACCEPTED).length - 1)).toEqual([2, ...Array(39).fill(1)]);
    expect(wholeAnswers(answers[0] ?? "")).toBe(3);
    expect(await silent.closed()).toBe("");
    expect(await ended).toMatchObject({ code: 0 });
  }
});

test.concurrent("a request on a kept connection is answered while the gateway drains, as the last one", async () => {
  await using database = await createDemoDatabase();
  const { socs } = database.credentials;
  const token = socs[0]?.token ?? "";
  await using gateway = await GatewayProcess.start({ DATABASE_URL: database.gatewayUrl, DRAIN_SECONDS: "5" });
  using first = await RawConnection.to(gateway.url);
  using second = await RawConnection.to(gateway.url);
  for (const connection of [first, second]) {
    connection.send(head("GET /health/live"));
    expect(await connection.answers(1)).not.toMatch(/connection: close/i);
  }
  const ended = gateway.end("SIGTERM");
  // Asked until an answer says that it is the last.
  while (!first.isClosed) {
    first.send(head("GET /health/live"));
    await first.answers(wholeAnswers(first.answer) + 1);
  }
  expect(first.answer.match(/HTTP\/1\.1 200 /g)?.length).toBe(wholeAnswers(first.answer));
  expect(first.answer.slice(first.answer.lastIndexOf("HTTP/1.1"))).toMatch(/connection: close/i);
  second.send(report(token, "last orders"));
  expect(await second.closed()).toMatch(/connection: close.*ReportAccepted/is);
  expect(await ended).toMatchObject({ code: 0 });
});

test.concurrent("SIGTERM answers what is under way on a socket, then closes it with 1001", async () => {
  await using database = await createDemoDatabase();
  const { socs } = database.credentials;
  await using gateway = await GatewayProcess.start({ DATABASE_URL: database.gatewayUrl });
  using socket = await RawSocket.open(gateway.url, socs[0]?.token ?? "");
  process.kill(gateway.pid, "SIGSTOP");
  for (let id = 0; id < 20; id += 1)
    socket.subscribe(
      `${id}`,
      `mutation { reportIncident(input: { submissionKey: "socket ${id}", confirmedAt: "${new Date().toISOString()}", type: SPAM, summary: "x", affectedObjects: [{ description: "y" }] }) { __typename } }`,
    );
  await socket.flushed();
  const ended = gateway.end("SIGTERM");
  process.kill(gateway.pid, "SIGCONT");
  expect(await socket.closed).toEqual({ code: 1001, reason: "The gateway is shutting down: connect again." });
  expect(await socket.take(({ type }) => type === "next", 20)).toHaveLength(20);
  expect(await ended).toMatchObject({ code: 0 });
});
