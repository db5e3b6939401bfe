import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { OwnerMessage } from "../../src/domain/messages.js";
import { at } from "./drafts.js";

/** What a mail or a webhook says to an owner. */
export const OWNER_MESSAGE: OwnerMessage = {
  incidentNumber: "DEMO-STEPPE-2026-0007",
  type: "RANSOMWARE",
  severity: "HIGH",
  confirmedAt: at("2026-03-01T09:50:00Z"),
  summary: "Тіркеу серверіндегі файлдар шифрланып жатыр.",
  objectCode: "GRID-1",
  objectName: "Қала электр желісі",
  ownerName: "«Жарық» ЖШС",
  socName: "Дала АҚЖО",
  socPhone: null,
  socEmail: null,
};

/** Milliseconds that a sender waits: long enough for any answer on this machine; what ends at a timeout gets a short one. */
export const PATIENCE = 60_000;
export const SHORT = 300;

export async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

export interface Peer extends AsyncDisposable {
  readonly port: number;
  /** Every connection that was made to it. */
  readonly connections: readonly Socket[];
}

/** A server below any protocol, which does with its connections as instructed. */
export async function startPeer(onConnection: (socket: Socket) => void, server = createServer()): Promise<Peer> {
  const connections: Socket[] = [];
  server.on("connection", (socket: Socket) => {
    connections.push(socket);
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  const port = await listen(server);
  return {
    port,
    connections,
    async [Symbol.asyncDispose]() {
      for (const socket of connections) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
