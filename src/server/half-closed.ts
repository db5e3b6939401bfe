/**
 * Node's HTTP server, told by a field that it does not document (`httpAllowHalfOpen`) to answer clients that have closed their side.
 * Shown by `test/limits/half-closed`.
 */
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { RequestsUnderWay } from "./requests-under-way.js";

/** Milliseconds before each check that a half-closed client is still there. */
const PAUSES = [0, 100, 1_000, 5_000] as const;

/**
 * Answers clients that half-close the connection after their last request (RFC 9112, section 9.6), and then closes it. A client
 * that has gone looks the same until something is sent to it, and its operation would keep running. So it is sent `100 Continue`,
 * which clients ignore (RFC 9110, section 15.2.1) and to which a peer that has gone answers with a reset: the next one sent runs
 * into it.
 */
export function answerHalfClosed(server: Server, underWay: RequestsUnderWay): void {
  // Otherwise Node treats everything in progress as abandoned. With this, the last answer closes the connection.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on("connection", (socket: Socket) => socket.once("end", () => ask(socket, underWay, PAUSES)));
}

/**
 * Sends the check ahead of the answer that is due next. HTTP/1.0 has no `100 Continue`, so its clients are assumed to be waiting.
 */
function ask(socket: Socket, underWay: RequestsUnderWay, [pause, ...later]: readonly number[]): void {
  if (pause === undefined || underWay.of(socket).length === 0) return;
  setTimeout(() => {
    const [response] = underWay.of(socket);
    if (response && !response.headersSent && response.req.httpVersion !== "1.0") response.writeContinue();
    ask(socket, underWay, later);
  }, pause).unref();
}
