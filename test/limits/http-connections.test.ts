import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { hangUp } from "../../src/server/hang-up.js";
import { RequestsUnderWay } from "../../src/server/requests-under-way.js";
import { lentGateway, sharedGateway } from "../support/gateway.js";
import { HEAVY, HELD, hold, isWaiting } from "../support/held.js";
import { head, RawConnection } from "../support/raw.js";

const shared = sharedGateway();

test("a request that comes too slowly is ended with 408", async () => {
  await using world = await lentGateway({ settings: { REQUEST_TIMEOUT_SECONDS: "1" } });
  const { token } = await world.soc();
  using slow = await RawConnection.to(world.url);
  slow.send(head("POST /graphql", `authorization: Bearer ${token}`, "content-type: application/json", "content-length: 400000")); // prettier-ignore
  using silent = await RawConnection.to(world.url);
  const drip = setInterval(() => slow.send(" "), 100);
  expect(await slow.closed()).toMatch(/^HTTP\/1\.1 408 .*BAD_REQUEST/s);
  clearInterval(drip);
  await silent.closed();
  using mute = await RawConnection.to(world.url);
  mute.send(head("POST /graphql", `authorization: Bearer ${token}`, "content-type: application/json", "content-length: 40")); // prettier-ignore
  expect(await mute.closed()).toMatch(/^HTTP\/1\.1 408 .*BAD_REQUEST/s);
});

test("a client that asks before it sends its body gets 100 Continue only when the body is going to be read", async () => {
  await using world = await lentGateway();
  const { token } = await world.soc();
  const body = JSON.stringify({ query: "{ __typename }" });
  const request = (authorization: string, target = "/graphql"): string =>
    head(`POST ${target}`, `authorization: Bearer ${authorization}`, "content-type: application/json", `content-length: ${body.length}`, "expect: 100-continue"); // prettier-ignore
  using welcome = await RawConnection.to(world.url);
  welcome.send(request(token));
  expect(await welcome.answers(1)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\n$/);
  welcome.send(body);
  expect(await welcome.answers(2)).toMatch(/HTTP\/1\.1 200 .*"__typename":"Query"/s);
  using stranger = await RawConnection.to(world.url);
  stranger.send(request("nobody's"));
  expect(await stranger.closed()).toMatch(/^HTTP\/1\.1 401 .*connection: close/s);
});

test("a body in more pieces than anybody sends is not read on; one in a few hundred is", async () => {
  const { token } = await shared().soc();
  const fields = [`authorization: Bearer ${token}`, "content-type: application/json", "transfer-encoding: chunked"];
  using many = await RawConnection.to(shared().url);
  many.send(head("POST /graphql", ...fields) + "1\r\n \r\n".repeat(2_000));
  expect(await many.closed()).toMatch(/^HTTP\/1\.1 400 .*connection: close.*Content-Length.*BAD_REQUEST/is);
  using few = await RawConnection.to(shared().url);
  const body = '{"query":"{ me { name } }"}';
  const pieces = [...body, ..." ".repeat(400)].map((piece) => `1\r\n${piece}\r\n`).join("");
  few.send(`${head("POST /graphql", ...fields)}${pieces}0\r\n\r\n`);
  expect(await few.answers(1)).toMatch(/^HTTP\/1\.1 200 /);
});

test("a connection that asks far ahead of what is answered is ended; a few requests ahead are answered in their order", async () => {
  const { url } = shared();
  const asks = head("GET /health/live");
  using few = await RawConnection.to(url);
  few.send(asks.repeat(8));
  expect((await few.answers(8)).match(/"live"/g)).toHaveLength(8);
  using many = await RawConnection.to(url);
  many.send(asks.repeat(1_000));
  expect((await many.closed()).match(/"live"/g)?.length ?? 0).toBeLessThan(9);
});

test("a stranger is answered at once, and nothing more of what it sends is read", async () => {
  // More than the network between the two holds.
  const bytes = 40_000_000;
  using stranger = await RawConnection.to(shared().url);
  stranger.send(head("POST /graphql", "content-type: application/json", `content-length: ${bytes}`));
  stranger.send(Buffer.alloc(bytes, " "));
  expect(await stranger.closed()).toMatch(/^HTTP\/1\.1 401 .*connection: close/is);
  expect(stranger.isReset).toBe(true);
});

test("what is expected beside 100-continue is passed over, and a stranger's body is not read for it", async () => {
  using few = await RawConnection.to(shared().url);
  few.send(head("GET /health/live", "expect: a-miracle").repeat(2));
  expect((await few.answers(2)).match(/"live"/g)).toHaveLength(2);
  using stranger = await RawConnection.to(shared().url);
  const fields = ["content-type: application/json", "transfer-encoding: chunked", "expect: a-miracle"];
  stranger.send(head("POST /graphql", ...fields));
  expect(await stranger.closed()).toMatch(/^HTTP\/1\.1 401 .*connection: close/is);
});

test("a request of HTTP/1.1 names one host", async () => {
  for (const hosts of ["", "Host: one\r\nHost: other\r\n"]) {
    using connection = await RawConnection.to(shared().url);
    connection.send(`GET /health/live HTTP/1.1\r\n${hosts}\r\n`);
    expect(await connection.closed()).toMatch(/^HTTP\/1\.1 400 .*connection: close.*BAD_REQUEST/is);
  }
  using old = await RawConnection.to(shared().url);
  old.send("GET /health/live HTTP/1.0\r\n\r\n");
  expect(await old.closed()).toMatch(/^HTTP\/1\.1 200 /);
});

test.each(["/graphql", "/exchange/validate"])(
  "a body that is coded for the way is not taken for a plain one: %s",
  async (path) => {
    using connection = await RawConnection.to(shared().url);
    connection.send(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    );
    expect(await connection.closed()).toMatch(/^HTTP\/1\.1 501 [^]*The transfer coding gzip, chunked is not supported/);
  },
);

/** What Node has answers of its own for, before anybody listens to it. */
test.each([
  ["without a host", "GET /health/live HTTP/1.1\r\n\r\n"],
  ["with an expectation", "GET /health/live HTTP/1.1\r\nHost: x\r\nExpect: a-miracle\r\n\r\n"],
  ["that ask whether to go on", "GET /health/live HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n"],
  ["of HTTP/1.0 that stay", "GET /health/live HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"],
  ["of a whole server", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["for a tunnel", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["that end in garbage", "GET /health/live HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n"],
])("no packet of a thousand requests %s is answered beyond a few", async (_, request) => {
  using connection = await RawConnection.to(shared().url);
  connection.send(request.repeat(1_000));
  expect((await connection.closed()).match(/^HTTP\/1\.1 /gm)?.length ?? 0).toBeLessThan(20);
});

test("of a connection that is hung up nothing is looked at any more, also of what has been read already", async () => {
  let requests = 0;
  const server = createServer(({ socket }) => {
    requests += 1;
    hangUp(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  using connection = await RawConnection.to(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  connection.send(head("GET /").repeat(500));
  await connection.closed();
  expect(requests).toBe(1);
  server.close();
});

test("a request is over with its connection, also where Node does not say so of its answer", async () => {
  const server = createServer();
  const underWay = new RequestsUnderWay(server);
  const over: string[] = [];
  server.on("request", (request, response) => {
    // As before Node 24 for whatever waits behind another answer.
    response.removeAllListeners("close");
    underWay.whenOver(response, () => over.push(request.url ?? ""));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const connection = await RawConnection.to(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  connection.send(head("GET /one") + head("GET /two"));
  await once(server, "request");
  const [accepted] = [...underWay.connections];
  if (!accepted) throw new Error("no connection");
  expect(underWay.of(accepted)).toHaveLength(2);
  const closed = once(accepted, "close");
  connection[Symbol.dispose]();
  await closed;
  expect(over).toEqual(["/one", "/two"]);
  expect([...underWay.connections]).toEqual([]);
  server.close();
});

test("garbage behind a request does not overtake its answer", async () => {
  const world = shared();
  const soc = await world.soc();
  await soc.sendsReport();
  await using held = await hold(world.database, HELD);
  using connection = await RawConnection.to(world.url);
  const body = JSON.stringify({ query: HEAVY });
  const fields = [
    `authorization: Bearer ${soc.token}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
  ];
  connection.send(`${head("POST /graphql", ...fields)}${body}more than was reported\r\n\r\n`);
  await isWaiting(world.database, 1);
  // Read, and known to be none.
  await (await fetch(`${world.url}/health/live`)).text();
  expect(connection.answer).toBe("");
  await held.letGo();
  expect(await connection.closed()).toMatch(/^HTTP\/1\.1 200 .*confirmationCorrections.*HTTP\/1\.1 400 /s);
});

test("where nothing is answered, no body is waited for", async () => {
  for (const [line, status] of [
    ["PUT /graphql", 405],
    ["DELETE /graphql?x=1", 405],
    ["POST /nowhere", 404],
    ["POST /health/live", 404],
  ] as const) {
    using connection = await RawConnection.to(shared().url);
    connection.send(head(line, "content-type: application/json", "content-length: 4000000"));
    expect(await connection.answers(1), line).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  }
});

test("the signal of a request is aborted when its caller goes before the answer, and at no other time", async () => {
  const signals: AbortSignal[] = [];
  const closed: Promise<unknown>[] = [];
  const server = createServer();
  const underWay = new RequestsUnderWay(server);
  server.on("request", (request, response) => {
    signals.push(underWay.whileAwaited(response));
    closed.push(once(response, "close"));
    if (request.url === "/whole") response.end("x".repeat(1_000_000));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await (await fetch(`${url}/whole`)).text();
  using gone = await RawConnection.to(url);
  gone.send(head("GET /never"));
  await once(server, "request");
  gone[Symbol.dispose]();
  await Promise.all(closed);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  server.close();
  server.closeAllConnections();
});

test("bytes of a body that never ends are charged, and a small body in chunks keeps no more room than it has", async () => {
  await using world = await lentGateway({ settings: { COST_AT_ONCE: "40000", COST_PER_MINUTE: "1" } });
  const [soc, other] = [await world.soc(), await world.soc()];
  const fields = (token: string) => [
    `authorization: Bearer ${token}`,
    "content-type: application/json",
    "transfer-encoding: chunked",
  ];
  // Half a megabyte is 8,192 values of the 20,000 of an actor.
  const begin = async () => {
    const connection = await RawConnection.to(world.url);
    connection.send(`${head("POST /graphql", ...fields(soc.token))}80000\r\n${" ".repeat(0x80000)}\r\n`);
    return connection;
  };
  const begun = await Promise.all([begin(), begin(), begin()]);
  const refused = await Promise.race(begun.map((connection) => connection.until((answer) => answer !== "")));
  expect(refused).toMatch(/^HTTP\/1\.1 429 /);
  for (const connection of begun) connection[Symbol.dispose]();
  using again = await begin();
  expect(await again.closed()).toMatch(/^HTTP\/1\.1 429 /);
  const small = '{"query":"{ me { name } }"}';
  const chunked = `${head("POST /graphql", ...fields(other.token))}${small.length.toString(16)}\r\n${small}\r\n0\r\n\r\n`;
  const many = await Promise.all(
    Array.from({ length: 20 }, async () => {
      using connection = await RawConnection.to(world.url);
      connection.send(chunked);
      return (await connection.answers(1)).slice(9, 12);
    }),
  );
  expect(new Set(many)).toEqual(new Set(["200"]));
});
