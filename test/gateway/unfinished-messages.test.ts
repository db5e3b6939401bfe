import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { sharedGateway, startGateway, type Person } from "../support/gateway.js";
import { RawSocket } from "../support/raw-socket.js";

/** Each test has parties of its own. */
const shared = sharedGateway();

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

test.concurrent("a party has so many unfinished messages that grow large, and another one goes on", async () => {
  const world = shared();
  const [soc, other] = [await world.soc(), await world.soc()];
  const sockets = await Promise.all(Array.from({ length: 9 }, () => connected(soc)));
  try {
    const closed = Promise.race(sockets.map(closeCode));
    for (const socket of sockets) {
      socket.write(frame(TEXT, Buffer.from("{")));
      for (let count = 0; count < 3; count += 1) socket.write(frame(CONTINUED, Buffer.alloc(50_000, " ")));
    }
    expect(await closed).toBe(1013);
    expect((await other.sendsReport()).incident.number).toBeTruthy();
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  // What they had begun is given back.
  using whole = await RawSocket.open(world.url, soc.token);
  expect(await whole.asks("1", `{ __typename }${" ".repeat(200_000)}`)).toMatchObject({
    data: { __typename: "Query" },
  });
});

test.concurrent("a message that is not finished within the time of a request ends its socket", async () => {
  await using world = await startGateway({ settings: { REQUEST_TIMEOUT_SECONDS: "1" } });
  const soc = await world.soc();
  const socket = await connected(soc);
  socket.write(frame(TEXT, Buffer.from("{")));
  expect(await closeCode(socket)).toBe(1013);
  await once(socket, "close");
});

test.concurrent("signs of life are no message that has to be finished", async () => {
  await using world = await startGateway({ settings: { REQUEST_TIMEOUT_SECONDS: "1" } });
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
