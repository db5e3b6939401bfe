import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { hangUp } from "./hang-up.js";

/**
 * Ends a connection with the answer to a request whose body has not been read to its end: Node would go on to read it, for
 * strangers too and in however many pieces.
 */
export function endUnread(app: FastifyInstance): void {
  app.addHook("onSend", async ({ raw }, reply) => {
    if (raw.complete || raw.socket.destroyed) return;
    reply.header("connection", "close");
    linger(raw.socket);
  });
}

/** Node would destroy the connection behind its last answer, and what it has not read would make a reset of that. */
function linger(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    hangUp(socket);
  };
}
