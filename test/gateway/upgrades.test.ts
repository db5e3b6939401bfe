import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import { head, RawConnection, WEBSOCKET } from "../support/raw.js";

const HOSTILE = ["//", "///graphql", "//[", "/\\..", "http://[", "http://a:b:c/", "*", "/%", "/%zz", "/%ff", "/\u007f", "/graphql/%", "?", "#", "graphql"]; // prettier-ignore

const shared = sharedGateway();

test("an offer of a WebSocket at any target but /graphql is answered with 400 or 404 and closed; nothing ends", async () => {
  const world = shared();
  for (const target of [...HOSTILE, "/graphql/", "/subscriptions"]) {
    using connection = await RawConnection.to(world.url);
    connection.send(head(`GET ${target}`, ...WEBSOCKET));
    expect(await connection.closed(), target).toMatch(/^HTTP\/1\.1 40[04] /);
    expect((await fetch(`${world.url}/health/live`)).status).toBe(200);
  }
});

test("an offer of another protocol is ignored, and the request answered as it is", async () => {
  const world = shared();
  const { token } = await world.soc();
  const body = JSON.stringify({ query: "{ __typename }" });
  const offers = ["h2c", "websocket", "TLS/1.0", "h2c, websocket", ""];
  for (const offer of offers) {
    using connection = await RawConnection.to(world.url);
    const fields = [
      "connection: Upgrade, HTTP2-Settings",
      `upgrade: ${offer}`,
      "http2-settings: AAMAAABkAARAAAAAAAIAAAAA",
    ];
    connection.send(head("GET /health/ready", ...fields));
    expect(await connection.answers(1), offer).toContain('{"status":"ready"}');
    const post = [`authorization: Bearer ${token}`, "content-type: application/json", `content-length: ${body.length}`];
    connection.send(head("POST /graphql", ...fields, ...post) + body);
    expect(await connection.answers(2), offer).toContain('{"data":{"__typename":"Query"}');
  }
});

test("a handshake that is broken is refused, and a good one is taken on the next connection", async () => {
  const world = shared();
  const broken: readonly (readonly string[])[] = [
    WEBSOCKET.filter((field) => !field.startsWith("sec-websocket-key")),
    WEBSOCKET.map((field) => field.replace("version: 13", "version: 99")),
    WEBSOCKET.map((field) => field.replace("graphql-transport-ws", ",,,")),
  ];
  for (const fields of broken) {
    using connection = await RawConnection.to(world.url);
    connection.send(head("GET /graphql", ...fields));
    expect(await connection.closed()).toMatch(/^HTTP\/1\.1 400 /);
  }
  using connection = await RawConnection.to(world.url);
  connection.send(head("GET /graphql?x=%", ...WEBSOCKET));
  expect(await connection.until((text) => text.includes("\r\n\r\n"))).toMatch(/^HTTP\/1\.1 101 /);
});

test("an offer of a WebSocket behind a request that is not answered yet is answered behind it, and refused", async () => {
  const world = shared();
  const { token } = await world.soc();
  const body = JSON.stringify({ query: "{ incidents { nodes { number } } }" });
  const post = [`authorization: Bearer ${token}`, "content-type: application/json", `content-length: ${body.length}`];
  using connection = await RawConnection.to(world.url);
  connection.send(head("POST /graphql", ...post) + body + head("GET /graphql", ...WEBSOCKET));
  const answers = await connection.closed();
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 400"]);
  expect(answers).toMatch(/"incidents":\{"nodes":\[\]\}.*connection: close.*on a separate connection/is);
});

test("once the request before it is answered, a WebSocket on the same connection is taken", async () => {
  const world = shared();
  using connection = await RawConnection.to(world.url);
  connection.send(head("GET /health/live"));
  await connection.answers(1);
  connection.send(head("GET /graphql", ...WEBSOCKET));
  expect(await connection.until((text) => text.includes("101 Switching"))).toMatch(
    /^HTTP\/1\.1 200 .*HTTP\/1\.1 101 /s,
  );
});
