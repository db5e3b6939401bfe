import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** Milliseconds in which an answer may be fetched whose request is not read any further. */
const HANGING_UP = 1_000;

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

/** Closed at once, with bytes that nobody has read, a connection is reset, and the answer may be lost on its way. */
function linger(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    socket.pause();
    setTimeout(() => socket.destroy(), HANGING_UP).unref();
  };
}
