import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { lentGateway } from "../support/gateway.js";
import type { Person } from "../support/person.js";
import { RawSocket } from "../support/raw-socket.js";

const TEXT = 0x01;
const CONTINUED = 0x00;
const PONG = 0x8a;
const LAST = 0x80;

/** A frame of a client, behind a mask of zeros. */
function frame(first: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 6 : 8);
  head[0] = first;
  head[1] = 0x80 | Math.min(payload.length, 126);
  if (payload.length >= 126) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

/** A socket below WebSocket that is let in. */
async function connected({ world, token }: Person) {
  const { port, hostname } = new URL(world.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(
    `GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  );
  await once(socket, "data");
  const init = { type: "connection_init", payload: { authorization: `Bearer ${token}` } };
  socket.write(frame(LAST | TEXT, Buffer.from(JSON.stringify(init))));
  await once(socket, "data");
  return socket;
}

/** The code of the close frame that comes. */
async function closeCode(socket: Socket): Promise<number> {
  for (;;) {
    const [bytes] = (await once(socket, "data")) as [Buffer];
    const at = bytes.indexOf(0x88);
    if (at >= 0) return bytes.readUInt16BE(at + 2);
  }
}

/** Begins a message and goes on with it until its socket is closed; gives the code. */
async function neverEnds(socket: Socket): Promise<number> {
  const closed = closeCode(socket);
  const fragment = frame(CONTINUED, Buffer.alloc(50_000, " "));
  socket.write(frame(TEXT, Buffer.from("{")));
  for (let code: number | null = null; ;) {
    if (!socket.write(fragment))
      code = await Promise.race([closed, once(socket, "drain").then(() => null), once(socket, "close").then(() => 0)]);
    if (code !== null) return code;
  }
}

test.concurrent(
  "what is begun and never finished takes room and is charged as it comes, for its party alone",
  async () => {
    await using world = await lentGateway({ settings: { COST_AT_ONCE: "40000", COST_PER_MINUTE: "1" } });
    const [soc, other] = [await world.soc(), await world.soc()];
    // 20,000 values of an actor are 1.3 MB.
    const [socket, another] = [await connected(soc), await connected(soc)];
    expect(await neverEnds(socket)).toBe(1013);
    // It is charged though it never became a message.
    expect(await neverEnds(another)).toBe(1013);
    expect((await other.sendsReport()).incident.number).toBeTruthy();
    expect((await soc.sendsReport()).incident.number).toBeTruthy();
  },
);

test.concurrent("a large message that becomes whole is charged once", async () => {
  await using world = await lentGateway({ settings: { COST_AT_ONCE: "40000", COST_PER_MINUTE: "1" } });
  const soc = await world.soc();
  using socket = await RawSocket.open(world.url, soc.token);
  // Four of 4,688 values each, and not a fifth one.
  for (let count = 0; count < 4; count += 1) {
    const message = { type: "subscribe", id: `${count}`, payload: { query: "{ __typename }" } };
    socket.send(JSON.stringify(message) + " ".repeat(300_000));
    const [answer] = await socket.take(({ type }) => type === "next", 1);
    expect(answer?.payload).toMatchObject({ data: { __typename: "Query" } });
  }
  socket.send(`{}${" ".repeat(300_000)}`);
  expect(await socket.closed).toMatchObject({ code: 1013 });
});

test.concurrent("a message that is not finished within the time of a request ends its socket", async () => {
  await using world = await lentGateway({ settings: { REQUEST_TIMEOUT_SECONDS: "1" } });
  const soc = await world.soc();
  const socket = await connected(soc);
  socket.write(frame(TEXT, Buffer.from("{")));
  expect(await closeCode(socket)).toBe(1013);
  await once(socket, "close");
});

test.concurrent("signs of life are no message that has to be finished", async () => {
  await using world = await lentGateway({ settings: { REQUEST_TIMEOUT_SECONDS: "1" } });
  const soc = await world.soc();
  const [idle, late] = [await connected(soc), await connected(soc)];
  idle.write(frame(PONG, Buffer.from("alive")));
  // Its time is over after that of the other.
  late.write(frame(TEXT, Buffer.from("{")));
  expect(await closeCode(late)).toBe(1013);
  idle.write(frame(LAST | TEXT, Buffer.from(JSON.stringify({ type: "ping" }))));
  const [answer] = (await once(idle, "data")) as [Buffer];
  expect(answer.toString()).toContain('"pong"');
  idle.destroy();
  late.destroy();
});
