/**
 * Node's way to end a connection after its last answer (`destroySoon`, not documented), replaced on connections with unread input.
 * Shown by `test/limits/http-connections` ("a body in more pieces", "a stranger is answered at once").
 */
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { hangUp } from "./hang-up.js";

/**
 * Closes the connection after answering a request whose body was not read to its end. Node would go on to read it,
 * unauthenticated callers' bodies too, in however many chunks.
 */
export function endUnread(app: FastifyInstance): void {
  app.addHook("onSend", async ({ raw }, reply) => {
    if (raw.complete || raw.socket.destroyed) return;
    reply.header("connection", "close");
    linger(raw.socket);
  });
}

/** Node would destroy the connection at once, and unread input would turn that into a reset. */
function linger(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    hangUp(socket);
  };
}
