import { expect, test } from "vitest";
import { lentGateway, sharedGateway } from "../support/gateway.js";
import { RawSocket } from "../support/raw-socket.js";

/** Each test has parties of its own. */
const shared = sharedGateway();

test.concurrent(
  "a ping or a pong of more than a kilobyte closes its socket with 4400, a smaller ping is answered",
  async () => {
    const soc = await shared().soc();
    for (const type of ["ping", "pong"]) {
      using socket = await RawSocket.open(soc.world.url, soc.token);
      const payload = { text: "x".repeat(900) };
      socket.send(JSON.stringify({ type: "ping", payload }));
      expect(await socket.take((message) => message.type === "pong", 1)).toEqual([{ type: "pong", payload }]);
      socket.send(JSON.stringify({ type, payload: { text: "x".repeat(1_000) } }));
      expect(await socket.closed).toMatchObject({ code: 4400 });
    }
  },
);

test.concurrent("a ping of very many levels is its client's fault and no error of ours", async () => {
  const soc = await shared().soc();
  const centre = await shared().nationalCentre();
  using socket = await RawSocket.open(soc.world.url, soc.token);
  socket.send(`{"type":"ping","payload":${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}}`);
  expect(await socket.closed).toMatchObject({ code: 4400 });
  const headers = { authorization: `Bearer ${centre.token}` };
  const metrics = await (await fetch(`${soc.world.url}/metrics`, { headers })).text();
  expect(metrics).not.toContain('code="INTERNAL_SERVER_ERROR"');
});

const PING = JSON.stringify({ type: "ping" });
const UNKNOWN = JSON.stringify({ type: "complete", id: "unknown" });

test.concurrent.each([
  ["pings", (socket: RawSocket) => socket.send(PING)],
  ["pings below GraphQL", (socket: RawSocket) => void socket.flushed()],
  ["ends of what was never begun", (socket: RawSocket) => socket.send(UNKNOWN)],
])("a flood of %s is charged, ends the sockets that it comes on, and no other party's", async (_, send) => {
  // One value comes back in a minute: ten messages of an actor are too many.
  await using world = await lentGateway({ settings: { COST_AT_ONCE: "900", COST_PER_MINUTE: "1" } });
  const [soc, other] = [await world.soc(), await world.soc()];
  using flooding = await RawSocket.open(world.url, soc.token);
  using quiet = await RawSocket.open(world.url, other.token);
  for (let count = 0; count < 10; count += 1) send(flooding);
  expect(await flooding.closed).toEqual({ code: 1013, reason: "Too many messages: try again later." });
  quiet.send(PING);
  expect(await quiet.take(({ type }) => type === "pong", 1)).toEqual([{ type: "pong" }]);
  // What is charged for messages is not taken from what duties have.
  expect((await soc.sendsReport()).incident.number).toBeTruthy();
});

test.concurrent(
  "a client that opens one socket after the other is charged for each, and refused in the end",
  async () => {
    await using world = await lentGateway({ settings: { COST_AT_ONCE: "900", COST_PER_MINUTE: "1" } });
    const [soc, other] = [await world.soc(), await world.soc()];
    const codes: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      using socket = await RawSocket.open(world.url, soc.token);
      const isAnswered = socket.asks("1", "{ __typename }").then(() => 1_000);
      codes.push(await Promise.race([socket.closed.then(({ code }) => code), isAnswered]));
    }
    expect(codes).toContain(1013);
    using socket = await RawSocket.open(world.url, other.token);
    expect(await socket.asks("1", "{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
  },
);
