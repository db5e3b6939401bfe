import { WebSocketServer, type WebSocket } from "ws";
import { emitterOn, listen, MESSAGE } from "./emitter.ts";

/** The least that a server on `ws` can do: the same bytes to every socket, made once. */

const following = new Set<WebSocket>();
const http = listen();
const server = new WebSocketServer({
  server: http,
  perMessageDeflate: false,
  handleProtocols: () => "graphql-transport-ws",
});
server.on("connection", (socket) => {
  socket.on("close", () => following.delete(socket));
  socket.on("message", (data: Buffer) => {
    const { type, id } = JSON.parse(data.toString()) as { type: string; id?: string };
    if (type === "connection_init") socket.send(`{"type":"connection_ack"}`);
    else if (id === "begun") socket.send(`{"type":"complete","id":"begun"}`);
    else following.add(socket);
  });
});
const message = Buffer.from(MESSAGE);
emitterOn(http, () => {
  for (const socket of following) socket.send(message, { binary: false });
});
